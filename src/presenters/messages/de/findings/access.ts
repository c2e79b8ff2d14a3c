// What findings about `access.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const accessFindings: FindingWords<"access"> = {
  "access.arm-read": {
    title: "Leserechte auf dem ganzen Weg",
    why: "Was du nicht lesen darfst, bewertet niemand: Dort kann ein Fehler stecken.",
    remediation:
      "Bitte einen Besitzer um die Rolle Reader auf dem, was genannt ist, oder aktiviere eine Rolle, die das enthält.",
    facts: {
      mayReadAll: () => "Auf dem Weg wurde dir nichts verweigert.",
      mayNotRead: ({ scopes }) => `Du darfst nicht alles lesen von ${scopes.join(", ")}.`,
    },
  },
  "access.pim-eligible": {
    title: "Aktivierbare Rolle",
    why: "Eine Rolle, die dir schon zusteht, hilft schneller als eine, um die du bitten musst.",
    remediation: "Aktiviere sie im Portal unter Privileged Identity Management und frag dann noch einmal.",
    facts: {
      noneFound: () =>
        "Dir wurde nichts verweigert, oder keine deiner Rollen wartet dort auf ihre Aktivierung.",
      mayActivate: ({ roles }) =>
        `Du könntest ${roles.map(({ role, on }) => `${role} auf ${on}`).join(" und ")} aktivieren.`,
    },
  },
  "access.kubeconfig": {
    title: "Du darfst die kubeconfig herunterladen",
    why: "Jeder Zugang außer dem Run-Command beginnt mit „az aks get-credentials“.",
    remediation: "Bitte einen Besitzer um die Azure Kubernetes Service Cluster User Role auf dem Cluster.",
    facts: {
      mayFetch: () => "Du darfst die kubeconfig herunterladen.",
      lacks: ({ action, cluster }) =>
        `Dir fehlt ${action} auf ${cluster}, deshalb darfst du die kubeconfig nicht herunterladen.`,
    },
  },
  "access.kubernetes-role": {
    title: "Kubernetes erlaubt, worum du bittest",
    why: "„Forbidden“ ist eine Antwort des API-Servers: Das Netzwerk ist in Ordnung, und eine Berechtigung fehlt.",
    remediation:
      "Nenne mit -n einen Namespace, oder bitte den Besitzer des Clusters um eine umfassendere Rolle.",
    facts: {
      mayRead: () => "Eine deiner Rollen in Azure lässt dich Pods im ganzen Cluster lesen.",
      byKubernetes: () => "Bindings im Cluster bestimmen, was du darfst, und Azure zeigt sie nicht.",
      noneOnCluster: ({ cluster }) =>
        `Keine deiner Rollen in Azure lässt dich Pods in ganz ${cluster} lesen; eine nur auf einem Namespace ist hier nicht zu sehen.`,
      lacks: ({ verb, what, action, cluster }) =>
        `Kubernetes verweigert dir ${verb} auf ${what} in ${cluster}, weil keine deiner Rollen in Azure dort ${action} enthält: Das Netzwerk ist in Ordnung.`,
      notBound: ({ verb, what, cluster }) =>
        `Kubernetes verweigert dir ${verb} auf ${what}, weil kein Binding in ${cluster} es erlaubt: Das Netzwerk ist in Ordnung.`,
      holdsNow: ({ verb, what, cluster }) =>
        `Eine deiner Rollen in Azure erlaubt dir ${verb} auf ${what} in ${cluster}: Ist sie neu, dauert es bis zu fünf Minuten.`,
    },
  },
};
