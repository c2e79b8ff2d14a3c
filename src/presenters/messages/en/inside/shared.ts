// What findings inside the cluster say alike.
import type { InsideSharedFact } from "../../../../core/inside/findings/define-finding.ts";
import type { Need, PartName, WhyNot } from "../../../../core/inside/model.ts";
import type { Says } from "../../says.ts";
import { few } from "../words.ts";

/** Behind "The". */
export const partNames: Readonly<Record<PartName, string>> = {
  ready: "API server's own checks",
  version: "version of the API server",
  whoami: "name that the cluster knows you by",
  apiEndpoints: "endpoints of the API server",
  nodes: "nodes",
  leases: "leases of nodes",
  commandPods: "pods of run commands",
  systemPods: "pods of kube-system",
  runningPods: "pods that run",
  evictedPods: "pods that nodes have evicted",
  workloads: "Deployments, StatefulSets and DaemonSets",
  jobs: "Jobs",
  claims: "volume claims",
  storageClasses: "storage classes",
  pods: "pods of all namespaces",
  deployments: "Deployments of kube-system",
  daemonSets: "DaemonSets of kube-system",
  systemSlices: "endpoints of services in kube-system",
  customNames: "settings of CoreDNS",
  autoscaler: "status of the autoscaler",
  networkPolicies: "network policies of kube-system",
  nameErrors: "logs of CoreDNS",
  tunnel: "logs of pods on each node",
  apiServices: "aggregated APIs",
  webhooks: "webhooks",
  budgets: "disruption budgets",
  signingRequests: "requests for certificates",
  certificates: "certificates of cert-manager",
  constraints: "constraints of Gatekeeper",
  warnings: "warnings that Kubernetes wrote down",
};

const placeOf = ({ scope }: Need): string => {
  if (scope.kind === "namespace") return ` in ${scope.name}`;
  return scope.kind === "allNamespaces" ? " in all namespaces" : "";
};

/** Behind "you", as a right. */
export const sayNeeds = (needs: readonly Need[]): string =>
  `read ${few([...new Set(needs.map((need) => `${need.resource}${placeOf(need)}`))])}`;

const reasons: Readonly<Record<Exclude<WhyNot, "forbidden" | "byPolicy">, string>> = {
  cut: "the output of the command ends before",
  odd: "what came back is not what kubectl prints",
  timedOut: "the API server did not answer in time",
  refused: "kubectl ended with an error",
  notRun: "its command did not run",
};

export function sayWhyNot(what: string, why: WhyNot, needs: readonly Need[]): string {
  const right = needs.length === 0 ? "" : ` It takes the right to ${sayNeeds(needs)}.`;
  if (why === "forbidden") return `${what} could not be read: Kubernetes does not let you.${right}`;
  if (why === "byPolicy") return `${what} could not be read: the bot's policy does not let you.${right}`;
  return `${what} could not be read: ${reasons[why]}.`;
}

export const sharedFacts: Says<InsideSharedFact> = {
  unread: ({ parts, why, needs }) =>
    sayWhyNot(`The ${few(parts.map((part) => partNames[part]))}`, why, needs),
  noSuchKind: ({ part }) => `The cluster has no ${partNames[part]}.`,
};
