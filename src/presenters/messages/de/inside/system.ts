// What findings about kube-system say.

import type { systemFindings } from "../../../../core/inside/findings/system.ts";
import type { AutoscalerStuck } from "../../../../core/inside/model.ts";
import type { InsideWords } from "../../inside-words.ts";
import { counted, few, list } from "../words.ts";

const times = counted("{it, plural, one {einmal} other {#-mal}}");
const ofNodes = counted("{it, plural, one {# Node} other {# Nodes}}");
const ofPods = counted("{it, plural, one {# Pod} other {# Pods}}");
const podsCarry = counted(
  "{it, plural, one {# Pod von konnektivity-agent trägt} other {# Pods von konnektivity-agent tragen}} den Tunnel.",
);
const podsReady = counted("{it, plural, one {ist # bereit} other {sind # bereit}}");
const nodesBeforeDid = counted("{it, plural, one {# Node davor schon} other {# Nodes davor schon}}");

const stuckBy: Readonly<Record<AutoscalerStuck, string>> = {
  quota: "Das Kontingent des Abonnements ist aufgebraucht",
  subnet: "Das Subnetz der Nodes ist voll",
  capacity: "Azure hat dort keine Maschinen dieser Größe",
};

const workloads = (kind: string) => ({
  allThere: ({ count }: Readonly<{ count: number }>) =>
    `Alle ${kind} von kube-system haben ihre Pods (${count}).`,
  gone: ({ names }: Readonly<{ names: readonly string[] }>) => `Kein Pod ist bereit von ${few(names)}.`,
  fewer: ({ names }: Readonly<{ names: readonly string[] }>) => `Es fehlen Pods von ${few(names)}.`,
  noneSeen: () => `kube-system hat keine ${kind}.`,
});

export const systemWords: InsideWords<(typeof systemFindings)[number]> = {
  "k8s.coredns": {
    title: "CoreDNS antwortet",
    why: "Ohne CoreDNS findet kein Pod einen Namen, weder im Cluster noch außerhalb.",
    remediation: "Sieh nach, warum seine Pods nicht laufen; wenn es den Nodes gut geht, starte es neu.",
    facts: {
      answers: ({ ready }) => `CoreDNS antwortet aus ${ofPods(ready)}.`,
      alone: () => "Ein Pod von CoreDNS antwortet allein: Geht sein Node, findet kein Pod einen Namen.",
      none: () => "Kein Pod von CoreDNS ist bereit: Kein Pod findet einen Namen.",
    },
  },
  "k8s.coredns-errors": {
    title: "DNS-Server hinter CoreDNS antworten",
    why: "Für alle Namen außerhalb des Clusters fragt CoreDNS die Server des Netzwerks.",
    remediation: "Sieh dir die DNS-Server des Netzwerks an, und ob die Nodes sie auf Port 53 erreichen.",
    facts: {
      none: () => "CoreDNS klagt in seinen letzten Zeilen über keinen Server.",
      silent: ({ servers, times: count }) =>
        `CoreDNS hat ${list(servers)} gefragt und keine Antwort bekommen, ${times(count)} in seinen letzten Zeilen.`,
      refused: ({ times: count }) =>
        `Ein DNS-Server konnte CoreDNS nicht antworten, ${times(count)} in seinen letzten Zeilen.`,
      noLog: () => "CoreDNS hat nichts geschrieben.",
    },
  },
  "k8s.coredns-custom": {
    title: "CoreDNS behandelt den Namen des API-Servers wie andere",
    why: "Eigene Einstellungen für CoreDNS können Pods an der privaten Zone vorbeiführen.",
    remediation:
      "Nimm den Block oder das rewrite aus der ConfigMap coredns-custom, und starte dann CoreDNS neu.",
    facts: {
      none: () => "CoreDNS hat keine eigenen Einstellungen.",
      harmless: () => "Die Einstellungen von CoreDNS berühren den Namen des API-Servers nicht.",
      forwards: ({ servers }) => `CoreDNS fragt ${list(servers)} statt der Server des Netzwerks.`,
      hidesApi: ({ name, by }) => `Einstellungen von CoreDNS für ${list(by)} führen ${name} woanders hin.`,
    },
  },
  "k8s.konnectivity": {
    title: "Die Agents des Tunnels laufen",
    why: "Über sie erreicht der API-Server die Nodes: Logs, exec, port-forward und Webhooks gehen diesen Weg.",
    remediation:
      "Sieh nach, warum seine Pods nicht laufen, und nach dem Ausgang der Nodes auf 443; ist beides gut, starte ihn neu.",
    facts: {
      connects: ({ ready }) => podsCarry(ready),
      fewer: ({ ready, wanted }) => `Von ${wanted} Pods von konnektivity-agent ${podsReady(ready)}.`,
      none: () => "Kein Pod von konnektivity-agent ist bereit: Logs, exec und port-forward scheitern.",
      notUsed: () => "Dieser Cluster nutzt keinen konnektivity-agent.",
    },
  },
  "k8s.tunnel-live": {
    title: "Logs lassen sich von jedem Node holen",
    why: "Was Logs trägt, trägt auch exec, port-forward und Webhooks im Cluster.",
    remediation:
      "Schweigt ein Node, sieh nach, was zwischen den Nodes auf Port 10250 steht; schweigen alle, sieh nach konnektivity-agent.",
    facts: {
      carries: ({ pods }) => `Logs kamen von ${ofNodes(pods)}.`,
      nodeSilent: ({ address, before }) =>
        before === 0
          ? `Keine Logs zu holen: Der Node ${address} antwortet nicht auf Port 10250.`
          : `Der Node ${address} antwortet nicht auf Port 10250, ${nodesBeforeDid(before)}.`,
      noAgent: ({ before }) =>
        before === 0
          ? "Keine Logs zu holen: Kein Agent des Tunnels ist verbunden."
          : `Der Tunnel erreicht einen Node nicht, ${nodesBeforeDid(before)}.`,
      unclear: () => "kubectl endete mit einem Fehler, der nichts über den Tunnel sagt.",
      noPod: () => "Es gab keinen Pod von cloud-node-manager, von dem eine Zeile zu holen wäre.",
    },
  },
  "k8s.netpol": {
    title: "Keine Network Policy schneidet kube-system ab",
    why: "Eine Network Policy, die CoreDNS oder die Agents des Tunnels auswählt und nichts öffnet, nimmt sie allen weg.",
    remediation: "Lösch oder berichtige die Network Policy.",
    facts: {
      onlyAks: () => "kube-system hat nur die Network Policies von AKS.",
      cutsOff: ({ policies }) =>
        `CoreDNS oder die Agents des Tunnels sind abgeschnitten, durch ${few(policies)}.`,
      others: ({ policies }) => `kube-system hat Network Policies, die nicht von AKS sind: ${few(policies)}.`,
    },
  },
  "k8s.kube-system": {
    title: "Die Pods von kube-system laufen",
    why: "Dort laufen die Teile von AKS selbst: Namen, Netzwerk, Speicher, Metriken.",
    remediation: "Sieh dir den ersten davon an: kubectl describe pod -n kube-system, und sein Log.",
    facts: {
      allRun: () => "Die Pods von kube-system laufen.",
      componentsDown: ({ pods }) => `Teile von AKS laufen nicht: ${few(pods)}.`,
      othersDown: ({ pods }) => `Pods in kube-system laufen nicht: ${few(pods)}.`,
      restarted: ({ pods }) => `Pods in kube-system sind oft neu gestartet: ${few(pods)}.`,
    },
  },
  "k8s.deployments": {
    title: "Deployments von kube-system haben ihre Pods",
    why: "Ein Teil von AKS ohne Pods tut seine Arbeit nicht.",
    remediation: "Sieh nach, warum sie fehlen: kubectl describe deployment -n kube-system.",
    facts: workloads("Deployments"),
  },
  "k8s.daemonsets": {
    title: "DaemonSets von kube-system laufen auf jedem Node",
    why: "Netzwerk, Speicher und kube-proxy laufen als je ein Pod auf jedem Node.",
    remediation: "Sieh dir die Nodes an, auf denen sie fehlen.",
    facts: workloads("DaemonSets"),
  },
  "k8s.metrics-server": {
    title: "Die Metrik-API antwortet",
    why: "Ohne sie zeigt kubectl top nichts, und nichts wird nach Last skaliert.",
    remediation: "Sieh nach, warum metrics-server nicht läuft; wenn es den Nodes gut geht, starte ihn neu.",
    facts: {
      available: () => "Die Metrik-API antwortet.",
      down: ({ reason }) => `Die Metrik-API antwortet nicht${reason === "" ? "" : ` (${reason})`}.`,
      none: () => "Der Cluster hat keine Metrik-API.",
    },
  },
  "k8s.autoscaler": {
    title: "Der Autoscaler kann Nodes hinzufügen",
    why: "Kann er es nicht, warten Pods auf einen Node, der nicht kommt.",
    remediation:
      "Vergrößere das Subnetz, erhöhe das Kontingent, oder gib dem Pool eine andere Größe, je nachdem, was er meldet.",
    facts: {
      well: () => "Der Autoscaler meldet, dass alles in Ordnung ist.",
      stuck: ({ by }) => `Der Autoscaler kann keine Nodes hinzufügen: ${stuckBy[by]}.`,
      backsOff: () => "Der Autoscaler wartet, bevor er wieder versucht, Nodes hinzuzufügen.",
      unwell: () => "Der Autoscaler meldet, dass etwas nicht in Ordnung ist.",
      none: () => "Der Cluster hat keinen Autoscaler.",
    },
  },
};
