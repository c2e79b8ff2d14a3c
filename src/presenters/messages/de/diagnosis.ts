// A diagnosis: cause, findings, fix, what stayed open.

import { german } from "../catalogue.ts";
import type { diagnosisTexts as en } from "../en/diagnosis.ts";
import { and, counted, dotted, few, list, message } from "./words.ts";

const ownAddressShown = german.speech.ownAddressShown();

const failed = counted("{it, plural, =0 {} one {# Fehler} other {# Fehler}}");
const failedChecks = counted(
  "{it, plural, =0 {} one {# Prüfung fehlgeschlagen} other {# Prüfungen fehlgeschlagen}}",
);
const warnings = counted("{it, plural, =0 {} one {# Warnung} other {# Warnungen}}");
const notAssessed = counted("{it, plural, =0 {} other {# nicht bewertet}}");
const fine = counted("{it, plural, =0 {} other {# in Ordnung}}");
const notSetUp = counted("{it, plural, =0 {} other {# nicht eingerichtet}}");
const openBecause = message<{ count: number; names: string; why: string }>(
  "? {count, plural, one {{names}: {why}} other {{why} Offen bleibt damit: {names}.}}",
);

export const diagnosisTexts: typeof en = {
  diagnosis: {
    title: (verdict, cluster) => `${verdict}: ${cluster}`,
    doesNotReach: (ip, cluster) =>
      `✖ ${cluster} ist ${ip === "" ? "aus dem Internet" : `von ${ip}`} nicht erreichbar`,
    cutOff: (cluster) => `✖ ${cluster} ist von dir aus nicht erreichbar`,
    mayNotReach: (ip, cluster) =>
      `? ${cluster} ist ${ip === "" ? "aus dem Internet" : `von ${ip}`} vielleicht nicht erreichbar`,
    badge: (fail, warn) => dotted([failedChecks(fail), warnings(warn)]),
    confidence: { certain: "Sicher", likely: "Wahrscheinlich" },
    cause: (confidence, check, resource, why) => dotted([confidence, check, resource, why]),
    changed: (time, what) => `Geändert ${time}: ${what}.`,
    unchanged:
      "In den letzten 24 Stunden hat niemand den Cluster oder seine Netzwerke geändert, soweit es die neuesten Einträge des Aktivitätsprotokolls zeigen.",
    noCause: "Eine einzelne Ursache ließ sich nicht nennen. Die Befunde unten sind unabhängig voneinander.",
    problems: "Was nicht stimmt",
    alsoProblems: "Außerdem gefunden",
    /** What a requirement says, met or not. */
    needs: {
      "nodes.api": "Nodes erreichen den API-Server",
      "api.nodes": "Der API-Server erreicht die Nodes",
      "nodes.nodes": "Nodes erreichen einander",
      "pods.dns": "Pods erreichen das DNS des Clusters",
      "nodes.dns": "Nodes erreichen einen DNS-Server ihres Netzwerks",
      "nodes.egress": "Nodes erreichen, was AKS draußen braucht",
      "people.api": "Der API-Server ist aus seiner Nähe erreichbar",
      "container.api": "Ein Container mit SSH erreicht den API-Server",
      "shell.api": "Cloud Shell in einem Netzwerk erreicht den API-Server",
      "desktop.api": "Ein Sitzungshost erreicht den API-Server",
      "gateway.api": "Der API-Server ist über ein Gateway erreichbar",
      "gateway.name": "Das Netzwerk des Gateways kennt den Namen des API-Servers",
      "bastion.jump": "Bastion erreicht eine Jumpbox",
      "jump.entry": "Jemand kommt auf eine Jumpbox",
      "bastion.api": "Bastion erreicht den API-Server",
      "nodes.services": "Nodes erreichen einander, wo Webhooks antworten",
    },
    result: "Ergebnis",
    finding: "Befund",
    moreProblems: counted(
      "{it, plural, one {# weiterer Befund} other {# weitere Befunde}} unter „Prüfungen“.",
    ),
    consequences: counted(
      "{it, plural, one {# weiterer Befund folgt aus der Ursache und sollte} other {# weitere Befunde folgen aus der Ursache und sollten}} mit ihr verschwinden.",
    ),
    fix: "Behebung",
    /** In place of a fix, where no command is one. */
    remedy: "Was zu tun ist",
    risk: (risk, disruptive) => `${disruptive ? "▲ Unterbricht den Betrieb. " : ""}${risk}`,
    who: (role) => `Wer darf: ${role === "" ? "entscheidet Kubernetes" : role}.`,
    likely: "? Wahrscheinlich, nicht sicher: Etwas auf diesem Weg war nicht zu lesen.",
    ways: "Zugänge jetzt",
    none: "✖ Keiner",
    noWays: "Gerade ist kein Zugang offen.",
    waysUnknown: "? Unbekannt",
    waysUnread: "Der Cluster war nicht zu lesen, deshalb ließ sich kein Zugang bewerten.",
    noWaysStopped: (cluster) => `Kein Zugang führt hinein, solange ${cluster} gestoppt ist.`,
    waysHealthy: "Zugänge",
    /** Of the run command, where it is the best way: whoever reads this card is in the chat that it works in. */
    wayHere: (isSure) =>
      isSure
        ? "kubectl funktioniert hier im Chat: Schreib „kubectl …“, oder drück."
        : "kubectl funktioniert vielleicht hier im Chat: Drück, und sieh nach.",
    wayText: (title, reason) => `${title}: ${reason}`,
    perhapsWays: (titles) => `? Vielleicht auch: ${few(titles)}.`,
    blockedWays: (titles) => `✖ Gesperrt: ${few(titles)}.`,
    offWays: (titles) => `– Für diesen Cluster abgeschaltet: ${few(titles)}.`,
    healthyText: (cluster, place) =>
      place === ""
        ? `Kannst du dich trotzdem nicht verbinden, sag mir, von wo: diagnose ${cluster} from ADDRESS. ${ownAddressShown}`
        : "Kannst du dich trotzdem nicht verbinden, sieh auf deiner Seite nach: DNS-Cache, Proxy, VPN-Profil, kubeconfig, Firewall.",
    unknown: "Nicht zu bewerten",
    unknownText: (role, scope, checks) => `? ${role} auf ${scope} würde klären: ${few(checks)}.`,
    unknownOther: (titles, summary) =>
      openBecause({ count: titles.length, names: few(titles), why: summary }),
    unknownMore: (count) => `Und ${count} weitere unter „Prüfungen“.`,
    roles: and,
    details: (total) => `Alle ${total} Prüfungen`,
    groups: {
      cluster: "Cluster und API-Server",
      inside: "Im Cluster",
      name: "Name (DNS)",
      network: "Route und Peering",
      rules: "Firewallregeln",
      nodes: "Nodes und Ausgang",
      entry: "Bastion, Jumpbox, VPN",
      run: "Run-Command",
      rights: "Deine Berechtigungen",
      other: "Anderes",
    },
    groupMark: ({ fail, warn, open, pass }) =>
      fail > 0 ? "✖" : warn > 0 ? "▲" : open > 0 ? "?" : pass > 0 ? "✔" : "–",
    groupCounts: ({ fail, warn, open, pass, off }) =>
      list([failed(fail), warnings(warn), notAssessed(open), fine(pass), notSetUp(off)]),
    names: list,
    more: "IDs und Belege",
    fixLine: "Behebung",
    lessEvidence: {
      all: "",
      problems: "Die Belege der Prüfungen, die in Ordnung sind, passen nicht hierher.",
      counts: "Hierher passt nur, was nicht in Ordnung ist; die Kommandozeile gibt jede Prüfung aus.",
      trouble: "Die Belege der Prüfungen, die in Ordnung sind, passen nicht hierher.",
      none: "Weder die Belege noch die einzelnen Berechtigungen passen hierher; die Kommandozeile gibt sie aus.",
    },
    from: (place) => `Standort: ${place}`,
    askIfStill:
      "Falls du dich trotzdem nicht verbinden kannst: Wo bist du? Ich merke es mir zwölf Stunden lang.",
    askPlace: "Wo bist du? Davon hängt ab, was hineinführt; ich merke es mir zwölf Stunden lang.",
    places: {
      internet: "Internet",
      gateway: "Büro oder VPN",
      azure: "Maschine in Azure",
    },
    placeButtons: {
      internet: "Internet",
      gateway: "Büro oder VPN",
      azure: "Azure-Maschine",
    },
    saidEarlier: (place, time) => `${place} (laut dir, ${time})`,
    fromPlace: (place, end) =>
      end === "delivered"
        ? `✔ Standort ${place}: Der API-Server ist erreichbar.`
        : end === "stopped"
          ? `✖ Standort ${place}: Der API-Server ist nicht erreichbar.`
          : `? Standort ${place}: Ob der API-Server erreichbar ist, ist nicht belegt.`,
    wasCause: "War das die Ursache?",
    wasRight: "War das richtig?",
  },
};
