// What findings about nodes say.
import type { nodeFindings } from "../../../../core/inside/findings/nodes.ts";
import type { InsideWords } from "../../inside-words.ts";
import { counted, few, list } from "../words.ts";

const nodesReady = counted("{it, plural, one {# Node, und er ist Ready} other {# Nodes, alle Ready}}.");
const nodesRenewed = counted(
  "{it, plural, one {# Node hat} other {# Nodes haben}} die Lease in der letzten Minute erneuert.",
);
const ofNodes = counted("{it, plural, one {von # Node} other {von # Nodes}}");
const silentOnes = counted(
  "{it, plural, =0 {} one { # davon meldet sich gar nicht mehr.} other { # davon melden sich gar nicht mehr.}}",
);
const isOrAre = counted("{it, plural, one {ist} other {sind}}");

const areOrIs = (names: readonly string[]): string => `${few(names)} ${isOrAre(names.length)}`;

const during = (byUpgrade: boolean): string => (byUpgrade ? ", während ein Vorgang von Azure läuft" : "");

export const nodeWords: InsideWords<(typeof nodeFindings)[number]> = {
  "k8s.nodes-ready": {
    title: "Alle Nodes sind Ready",
    why: "Ein Node, der nicht Ready ist, nimmt keine Pods auf; ohne einen Systemnode, der Ready ist, hat der Cluster weder DNS noch Tunnel.",
    remediation:
      "Ein Node, der sich gar nicht mehr meldet, erreicht den API-Server nicht: Sieh dir zuerst den Ausgang der Nodes an. Sonst sieh ihn dir selbst an: kubectl describe node. AKS repariert Nodes nach einigen Minuten von selbst.",
    facts: {
      allReady: ({ count }) => nodesReady(count),
      someNotReady: ({ nodes, unknown, of }) =>
        `${areOrIs(nodes)} nicht Ready (${ofNodes(of)}).${silentOnes(unknown)}`,
      noSystemReady: ({ nodes, unknown, of }) =>
        `Kein Systemnode ist Ready: ${few(nodes)} (${ofNodes(of)}).${silentOnes(unknown)}`,
      noNodes: () => "Der Cluster nennt keinen Node.",
    },
  },
  "k8s.node-pressure": {
    title: "Kein Node steht unter Druck",
    why: "Ein Node unter Druck wirft Pods hinaus und nimmt keine mehr auf.",
    remediation:
      "Vergrößere den Pool, oder gib seinen Pods Limits; räum die Platte auf, wenn Images sie füllen.",
    facts: {
      none: () => "Kein Node steht unter Druck.",
      onSystem: ({ nodes, conditions }) => `${list(conditions)} auf den Systemnodes ${few(nodes)}.`,
      onOthers: ({ nodes, conditions }) => `${list(conditions)} auf ${few(nodes)}.`,
      problems: ({ nodes, conditions }) => `${list(conditions)}, gemeldet von ${few(nodes)}.`,
    },
  },
  "k8s.node-cordoned": {
    title: "Kein Node ist cordoned",
    why: "Ein Node, der cordoned ist, nimmt keine neuen Pods auf; vielleicht hat jemand das Freigeben vergessen.",
    remediation: "Gib die Nodes mit uncordon frei, außer ein Upgrade oder jemand arbeitet gerade daran.",
    facts: {
      none: () => "Kein Node ist cordoned.",
      some: ({ nodes, byUpgrade }) => `${areOrIs(nodes)} cordoned${during(byUpgrade)}.`,
      all: ({ nodes, byUpgrade }) =>
        `Kein Node nimmt Pods auf: ${areOrIs(nodes)} cordoned${during(byUpgrade)}.`,
    },
  },
  "k8s.node-lease": {
    title: "Alle Nodes sprechen mit dem API-Server",
    why: "Ein Node erneuert seine Lease alle zehn Sekunden; wer es nicht tut, hat den API-Server verloren.",
    remediation: "Sieh dir den Weg der Nodes zum API-Server an: Namen, Routen, NSGs, die Firewall.",
    facts: {
      allRenew: ({ count }) => nodesRenewed(count),
      silent: ({ nodes, of }) =>
        `Zuletzt nicht mit dem API-Server gesprochen: ${few(nodes)} (${ofNodes(of)}).`,
      noLease: () => "Kein Node hat eine Lease.",
    },
  },
  "k8s.node-version": {
    title: "Nodes haben die Version des API-Servers",
    why: "Ein Node darf höchstens drei Nebenversionen älter sein als der API-Server, und nie neuer.",
    remediation: "Aktualisiere die Nodepools auf die Version der Control Plane.",
    facts: {
      same: () => "Alle Nodes haben die Version des API-Servers.",
      notSaid: () => "Nicht jeder Node nennt seine Version.",
      behind: ({ nodes, server, oldest }) =>
        `${areOrIs(nodes)} älter als der API-Server: 1.${oldest}, der API-Server ist 1.${server}.`,
      unsupported: ({ nodes, server, oldest }) =>
        `${areOrIs(nodes)} zu weit vom API-Server entfernt: 1.${oldest}, der API-Server ist 1.${server}.`,
    },
  },
  "k8s.kubelet-serving": {
    title: "Nodes nutzen Zertifikate des Clusters",
    why: "Zertifikate von der Zertifizierungsstelle des Clusters erneuern sich selbst; andere laufen ab, und mit ihnen enden die Logs.",
    remediation: "Aktualisiere das Node-Image der Pools, und entferne das Tag, das sie davon ausnimmt.",
    facts: {
      all: () => "Alle Nodes nutzen Zertifikate des Clusters.",
      without: ({ nodes, of }) => `Ohne ein Zertifikat des Clusters: ${few(nodes)} (${ofNodes(of)}).`,
      noNodes: () => "Der Cluster nennt keinen Node.",
    },
  },
  "k8s.invoke-capacity": {
    title: "Ein Node hat Platz für den Run-Command",
    why: "Der Pod eines Befehls braucht 200 Millicores und 500 MiB auf einem Linux-Node ohne Taints.",
    remediation: "Vergrößere einen Linux-Pool ohne Taints, oder nimm etwas von ihm herunter.",
    facts: {
      hadRoom: () => "Ein Node hat den Pod für diesen Blick hinein aufgenommen.",
      noRoom: () => "Kein Node hat den Pod des Befehls rechtzeitig aufgenommen.",
      notTried: () => "Kein Befehl wurde untergebracht, also weiß es niemand.",
    },
  },
};
