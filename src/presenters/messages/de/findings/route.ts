// What findings about `route.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { counted } from "../words.ts";

const ofNodes = counted("{it, plural, one {# Node} other {# Nodes}}");

export const routeFindings: FindingWords<"route"> = {
  "route.api-path": {
    title: "Routen führen zum API-Server und zurück",
    why: "Eine eigene Route kann Pakete verwerfen oder sie nur in einer Richtung über eine Firewall schicken, die dann die Antworten verwirft.",
    remediation: "Entferne die Route, oder gib beiden Richtungen dieselbe.",
    facts: {},
  },
  "route.bgp-propagation": {
    title: "Routingtabellen übernehmen die Routen des Gateways",
    why: "Ist die Weitergabe aus, finden Antworten an das, was hinter einem Gateway liegt, keine Route; wer von dort kommt, hört nichts.",
    remediation:
      "Füg eine Route zu diesem Bereich mit dem Gateway als nächstem Hop hinzu, oder lass die Tabelle die Routen des Gateways übernehmen.",
    facts: {},
  },
  "route.default": {
    title: "Standardroute der Nodes passt zum Cluster",
    why: "Ohne funktionierende Standardroute können Nodes nicht starten und erreichen einen öffentlichen API-Server nicht.",
    remediation:
      "Führ 0.0.0.0/0 zur Firewall, oder entferne die Route, die Azures eigene Standardroute wegnimmt.",
    facts: {},
  },
  "route.inside": {
    title: "Routen führen zwischen Nodes und zu DNS-Servern",
    why: "Eine eigene Route kann Pakete verwerfen oder sie nur in einer Richtung über eine Firewall schicken, die dann die Antworten verwirft.",
    remediation: "Entferne die Route, oder gib beiden Richtungen dieselbe.",
    facts: {},
  },
  "route.kubenet-table": {
    title: "Pods mit kubenet haben ihre Routen",
    why: "Mit kubenet haben Pods keine Adresse im Netzwerk: Nur eine Route je Node führt zu ihnen.",
    remediation:
      "Häng die Routingtabelle des Clusters an das Subnetz der Nodes. Die Routen darin schreibt AKS selbst: Fehlen welche, sorg dafür, dass seine Identität dort schreiben darf, und lass AKS die Einstellungen des Clusters noch einmal anwenden.",
    facts: {
      otherPlugin: () => "Der Cluster nutzt kein kubenet.",
      noTable: ({ subnet }) =>
        `Das Node-Subnetz ${subnet} hat keine Routingtabelle, deshalb sind Pods auf anderen Nodes nicht erreichbar.`,
      noPodRoutes: () =>
        "Die Routingtabelle der Nodes hat für keinen Pod eine Route, deshalb sind Pods auf anderen Nodes nicht erreichbar.",
      tooFewRoutes: ({ routed, nodes }) =>
        `Die Routingtabelle der Nodes hat Routen zu den Pods von ${ofNodes(routed)}, aber es gibt ${nodes}.`,
      allRouted: () => "Die Pods jedes Nodes haben eine Route.",
    },
  },
  "route.next-hop-alive": {
    title: "Ziel der Standardroute läuft",
    why: "Eine Standardroute zu einer Appliance, die aus, weg oder nicht erreichbar ist, verwirft alles, was Nodes nach draußen senden.",
    remediation: "Starte die Appliance, oder richte die Route auf eine, die läuft.",
    facts: {},
  },
};
