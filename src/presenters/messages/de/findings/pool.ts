// What findings about `pool.*` say.
import type { PoolsFact } from "../../../../core/finding/pool/pool-facts.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { counted } from "../words.ts";
import { sayOperation, sayThing } from "./common.ts";

export const poolsFacts: Says<PoolsFact> = {
  noPools: ({ cluster }) => `Azure führt keine Nodepools von ${cluster} auf.`,
  nodesUncounted: ({ of }) => `Azure nennt nicht, wie viele Nodes ${sayThing(of)} hat.`,
};

const countedFree = counted(
  "{it, plural, =0 {keine freie Adresse} one {# freie Adresse} other {# freie Adressen}}",
);
const machinesRun = counted("{it, plural, one {# Maschine läuft} other {# Maschinen laufen}}");
const systemNodesRun = counted("{it, plural, one {Ein Systemnode läuft} other {# Systemnodes laufen}}.");
const runningOnes = counted("{it, plural, one {läuft #} other {laufen #}}");
const poolsAre = counted("{it, plural, one {Gestoppt ist der Pool} other {Gestoppt sind die Pools}}");

const stopped = (pools: readonly string[]): string => `${poolsAre(pools.length)} ${pools.join(", ")}`;

export const poolFindings: FindingWords<"pool"> = {
  "pool.provisioning": {
    title: "Letzte Vorgänge an den Pools sind gelungen",
    why: "Einem Pool, der halb fertig blieb, fehlen vielleicht Nodes für Run-Command, DNS und Tunnel.",
    remediation:
      "Behebe, woran der Vorgang gescheitert ist, und wende dann die Einstellungen des Pools noch einmal an.",
    facts: {
      noPools: poolsFacts.noPools,
      operationFailed: ({ pool }) =>
        `Der letzte Vorgang am Pool ${pool} ist fehlgeschlagen, deshalb fehlen ihm vielleicht Nodes.`,
      operationCanceled: ({ pool }) =>
        `Der letzte Vorgang am Pool ${pool} wurde abgebrochen und ist vielleicht nur halb ausgeführt.`,
      noneFailed: () => "An keinem Pool ist ein Vorgang fehlgeschlagen.",
      scaleSetGone: ({ pool, from }) =>
        `Die Skalierungsgruppe des Pools ${pool} ist aus ${from} verschwunden, deshalb hat er keine Nodes.`,
    },
  },
  "pool.power": {
    title: "Nodepools laufen",
    why: "Pools werden einzeln gestoppt; Pods, die nur sie aufnehmen, laufen so lange nicht.",
    remediation: "Starte einen Pool, der gewöhnliche Pods aufnimmt.",
    facts: {
      noPools: poolsFacts.noPools,
      allRun: () => "Kein Pool ist gestoppt.",
      someStopped: ({ pools }) => `${stopped(pools)}; andere laufen, die dieselben Pods aufnehmen.`,
      allStopped: ({ pools }) =>
        `${stopped(pools)}, und kein anderer nimmt gewöhnliche Pods auf: Weder die Pods der Anwender noch der des Run-Commands starten.`,
    },
  },
  "pool.subnet-ip-free": {
    title: "Subnetze haben Platz für mehr Nodes",
    why: "Ohne freie Adressen kommt kein Node dazu: Upgrades scheitern, und auch das Skalieren bei steigender Last.",
    remediation:
      "Füg einen Pool in einem größeren Subnetz hinzu und zieh die Pods dorthin um, oder mach in diesem Adressen frei.",
    facts: {
      noRoom: ({ subnet, free, oneNode, hasFailed }) =>
        `Das Subnetz ${subnet} hat ${countedFree(free)}, und ein weiterer Node braucht ${oneNode}: ${hasFailed ? "Der letzte Vorgang ist gescheitert, und jeder andere, der einen Node hinzufügt, wird es auch" : "Das nächste Upgrade oder Skalieren scheitert, während alles Laufende weiterläuft"}.`,
      saidFull: ({ subnet }) =>
        `Der letzte Vorgang ist gescheitert, weil das Subnetz ${subnet} keine freie Adresse für einen weiteren Node hatte.`,
      tooSmall: ({ subnet, need, size }) =>
        `Das Subnetz ${subnet} hat ${size} Adressen, und seine Nodes mit einem mehr brauchen ${need}: Das nächste Upgrade oder Skalieren scheitert.`,
      noRoomForSurge: ({ subnet, free, surge }) =>
        `Das Subnetz ${subnet} hat ${countedFree(free)}, und ein Upgrade braucht ${surge} für die Nodes, die es hinzufügt: Es scheitert.`,
      noRoomToGrow: ({ subnet, free, growth }) =>
        `Das Subnetz ${subnet} hat ${countedFree(free)}: genug für ein Upgrade, aber nicht dafür, dass alle Pools so weit wachsen, wie sie dürfen; das braucht ${growth} mehr.`,
      hasRoom: ({ subnet, free }) => `Das Subnetz ${subnet} hat ${countedFree(free)}.`,
      roomByCount: ({ subnet }) =>
        `Alle Nodes, die noch kommen dürfen, füllen weniger als die Hälfte von ${subnet}, und das hat AKS nur für sie erstellt.`,
      useUnsaid: ({ subnet }) => `Azure nennt nicht, wie voll das Subnetz ${subnet} ist.`,
      noSubnet: () => "Kein Pool steht in einem Subnetz im Netzwerk des Clusters.",
    },
  },
  "pool.vm-instances": {
    title: "Maschinen der Nodes laufen",
    why: "Ein Node, dessen Maschine gestoppt wurde oder nicht erstellt werden konnte, nimmt keine Pods auf; von Hand gestoppte Maschinen unterstützt AKS nicht.",
    remediation:
      "Lösch die Maschinen, die nicht laufen, mit az aks nodepool delete-machines und vergrößere den Pool wieder, oder ersetze den Pool.",
    facts: {
      nothingSuggests: () =>
        "Kein Pool und keine Skalierungsgruppe ist in einem Zustand, der darauf hinweist; deshalb wurden die Maschinen nicht einzeln abgefragt.",
      allRun: ({ pool, machines }) => `${machinesRun(machines)} im Pool ${pool}.`,
      someDown: ({ pool, running, wanted }) =>
        `Von ${wanted} Maschinen, die der Pool ${pool} haben soll, ${runningOnes(running)}.`,
      someFailed: ({ pool, failed }) =>
        `Azure konnte im Pool ${pool} nicht einrichten: ${failed.join(", ")}.`,
      noneRuns: ({ pool }) => `Keine Maschine im Pool ${pool} läuft, und kein anderer Pool hat Systemnodes.`,
      noneListed: ({ pool }) => `Azure führt keine Maschine im Pool ${pool} auf.`,
      stateUnsaid: ({ pool, machine }) => `Azure nennt nicht, ob ${machine} im Pool ${pool} läuft.`,
    },
  },
  "pool.zones": {
    title: "Systemnodes stehen in mehreren Zonen",
    why: "Fällt eine Zone der Region aus, dann auch die Nodes darin, und mit ihnen DNS und Tunnel.",
    remediation: "Füg einen Systempool mit --zones 1 2 3 hinzu, und entferne den alten.",
    facts: {
      noPools: poolsFacts.noPools,
      spread: ({ zones }) => `Systemnodes stehen in den Zonen ${zones.join(", ")}.`,
      oneZone: ({ zone }) =>
        `Alle Systemnodes stehen in Zone ${zone}: Solange die ausfällt, fallen auch DNS und Tunnel aus.`,
      noZones: ({ region }) =>
        `Systemnodes nennen keine Zonen; hat ${region} mehrere, kann der Ausfall einer einzigen alle treffen.`,
      noSystemPool: () => "Der Cluster führt keinen eigenen Systempool auf.",
    },
  },
  "pool.system-ready": {
    title: "Systemnodes laufen",
    why: "DNS, Metriken und der Tunnel zum API-Server laufen auf Systemnodes.",
    remediation: "Starte oder vergrößere einen Systempool.",
    facts: {
      ...poolsFacts,
      madeOnesUnlisted: ({ cluster }) =>
        `Kein Pool von ${cluster} hat einen Systemnode; die von Node Auto-Provisioning erstellten sind nicht aufgeführt.`,
      noneRunsYet: ({ operation }) =>
        `Kein Systemnode läuft, aber ${sayOperation(operation)}: Warte, bis das abgeschlossen ist.`,
      hosted: ({ cluster }) => `AKS betreibt die Systemnodes von ${cluster} selbst.`,
      noSystemPool: () => "Der Cluster hat keinen System-Nodepool.",
      scaleSetsGone: ({ pools, from }) =>
        `Die Skalierungsgruppe von ${pools.join(", ")} ist aus ${from} verschwunden, deshalb ist kein Systemnode übrig.`,
      noneRuns: () => "Kein Systemnode läuft.",
      onlyOneRuns: () =>
        "Nur ein Systemnode läuft: Während Azure ihn aktualisiert, setzen DNS und Tunnel aus.",
      run: ({ nodes }) => systemNodesRun(nodes),
    },
  },
};
