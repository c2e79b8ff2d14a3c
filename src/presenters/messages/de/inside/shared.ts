// What findings inside the cluster say alike.
import type { InsideSharedFact } from "../../../../core/inside/findings/define-finding.ts";
import type { Need, PartName, WhyNot } from "../../../../core/inside/model.ts";
import type { Says } from "../../says.ts";
import { few } from "../words.ts";

/** Behind a colon. */
export const partNames: Readonly<Record<PartName, string>> = {
  ready: "eigene Prüfungen des API-Servers",
  version: "Version des API-Servers",
  whoami: "Name, unter dem der Cluster dich kennt",
  apiEndpoints: "Endpunkte des API-Servers",
  nodes: "Nodes",
  leases: "Leases der Nodes",
  commandPods: "Pods von Run-Commands",
  systemPods: "Pods von kube-system",
  runningPods: "laufende Pods",
  evictedPods: "von Nodes hinausgeworfene Pods",
  workloads: "Deployments, StatefulSets und DaemonSets",
  jobs: "Jobs",
  claims: "Volume-Claims",
  storageClasses: "StorageClasses",
  pods: "Pods aller Namespaces",
  deployments: "Deployments von kube-system",
  daemonSets: "DaemonSets von kube-system",
  systemSlices: "Endpunkte von Services in kube-system",
  customNames: "Einstellungen von CoreDNS",
  autoscaler: "Status des Autoscalers",
  networkPolicies: "Network Policies von kube-system",
  nameErrors: "Logs von CoreDNS",
  tunnel: "Logs von Pods auf jedem Node",
  apiServices: "aggregierte APIs",
  webhooks: "Webhooks",
  budgets: "PodDisruptionBudgets",
  signingRequests: "Zertifikatsanforderungen",
  certificates: "Zertifikate von cert-manager",
  constraints: "Constraints von Gatekeeper",
  warnings: "Warnungen, die Kubernetes festgehalten hat",
};

const placeOf = ({ scope }: Need): string => {
  if (scope.kind === "namespace") return ` in ${scope.name}`;
  return scope.kind === "allNamespaces" ? " in allen Namespaces" : "";
};

/** What a right to read is needed for. */
export const sayNeeds = (needs: readonly Need[]): string =>
  `Leseberechtigung auf ${few([...new Set(needs.map((need) => `${need.resource}${placeOf(need)}`))])}`;

const reasons: Readonly<Record<Exclude<WhyNot, "forbidden" | "byPolicy">, string>> = {
  cut: "Die Ausgabe des Befehls endet vorher",
  odd: "Was zurückkam, ist nicht das, was kubectl ausgibt",
  timedOut: "Der API-Server hat nicht rechtzeitig geantwortet",
  refused: "kubectl endete mit einem Fehler",
  notRun: "Der Befehl dafür lief nicht",
};

/** `what`: behind a colon. */
export function sayWhyNot(what: string, why: WhyNot, needs: readonly Need[]): string {
  const right = needs.length === 0 ? "" : ` Nötig ist die ${sayNeeds(needs)}.`;
  if (why === "forbidden") return `Nicht gelesen: ${what}. Kubernetes lässt dich nicht.${right}`;
  if (why === "byPolicy") return `Nicht gelesen: ${what}. Die Richtlinie des Bots lässt dich nicht.${right}`;
  return `Nicht gelesen: ${what}. ${reasons[why]}.`;
}

export const sharedFacts: Says<InsideSharedFact> = {
  unread: ({ parts, why, needs }) => sayWhyNot(few(parts.map((part) => partNames[part])), why, needs),
  noSuchKind: ({ part }) => `Gibt es im Cluster nicht: ${partNames[part]}.`,
};
