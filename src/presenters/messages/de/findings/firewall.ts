// What findings about `firewall.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const firewallFindings: FindingWords<"firewall"> = {
  "firewall.aks-fqdns": {
    title: "Die Firewall lässt durch, was Nodes brauchen",
    why: "Ohne seine eigenen Namen und die der Registry kann AKS Nodes weder starten noch aktualisieren.",
    remediation: "Gib das FQDN-Tag AzureKubernetesService frei, oder die Namen, die AKS auflistet.",
    facts: {},
  },
  "firewall.network-rules": {
    title: "Die Firewall lässt den Weg zum API-Server durch",
    why: "Eine Firewall verwirft, was keine ihrer Regeln freigibt.",
    remediation: "Gib diese Verbindung in einer Netzwerkregel frei.",
    facts: {},
  },
  "firewall.precedence": {
    title: "Nichts in der Firewall kommt vor den Regeln für AKS",
    why: "Eine frühere Sperre geht vor einer Regel, die freigibt; und wo TLS aufgebrochen wird, treffen Nodes und kubectl auf ein Zertifikat, das sie nicht annehmen.",
    remediation:
      "Setze die Regeln für AKS vor die Sperre, und lass deren Namen durch, ohne TLS aufzubrechen.",
    facts: {
      dropsSuspects: ({ firewall }) =>
        `${firewall} lässt es nach ihren Regeln durch; was sie für einen Angriff hält, verwirft sie trotzdem, und nur ihr Protokoll sagt, was.`,
    },
  },
  "firewall.state": {
    title: "Firewall am Ausgang der Nodes läuft",
    why: "Führt die Standardroute zu einer Firewall, die ausgefallen ist oder deren Zuordnung aufgehoben wurde, erreichen die Nodes draußen nichts.",
    remediation: "Weise die Firewall wieder zu, und vergleiche ihre private Adresse mit den Routen.",
    facts: {},
  },
};
