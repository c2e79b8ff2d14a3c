// The resource types that may be asked for: Kubernetes' own, by every name that kubectl knows them by.
import { foldCase } from "../../text/text.ts";

export type ResourceType = Readonly<{
  /** Full plural name. */
  name: string;
  /** API group; empty for the core group. */
  group: string;
  namespaced: boolean;
  /** Singular and short names. */
  aliases: readonly string[];
}>;

type Row = readonly [name: string, ...aliases: string[]];

const inNamespaces: Readonly<Record<string, readonly Row[]>> = {
  "": [
    ["configmaps", "configmap", "cm"],
    ["endpoints", "ep"],
    ["events", "event", "ev"],
    ["limitranges", "limitrange", "limits"],
    ["persistentvolumeclaims", "persistentvolumeclaim", "pvc"],
    ["pods", "pod", "po"],
    ["podtemplates", "podtemplate"],
    ["replicationcontrollers", "replicationcontroller", "rc"],
    ["resourcequotas", "resourcequota", "quota"],
    ["secrets", "secret"],
    ["serviceaccounts", "serviceaccount", "sa"],
    ["services", "service", "svc"],
  ],
  apps: [
    ["controllerrevisions", "controllerrevision"],
    ["daemonsets", "daemonset", "ds"],
    ["deployments", "deployment", "deploy"],
    ["replicasets", "replicaset", "rs"],
    ["statefulsets", "statefulset", "sts"],
  ],
  autoscaling: [["horizontalpodautoscalers", "horizontalpodautoscaler", "hpa"]],
  batch: [
    ["cronjobs", "cronjob", "cj"],
    ["jobs", "job"],
  ],
  "coordination.k8s.io": [["leases", "lease"]],
  "discovery.k8s.io": [["endpointslices", "endpointslice"]],
  "networking.k8s.io": [
    ["ingresses", "ingress", "ing"],
    ["networkpolicies", "networkpolicy", "netpol"],
  ],
  policy: [["poddisruptionbudgets", "poddisruptionbudget", "pdb"]],
  "rbac.authorization.k8s.io": [
    ["rolebindings", "rolebinding"],
    ["roles", "role"],
  ],
  "storage.k8s.io": [["csistoragecapacities", "csistoragecapacity"]],
};

const clusterWide: Readonly<Record<string, readonly Row[]>> = {
  "": [
    ["componentstatuses", "componentstatus", "cs"],
    ["namespaces", "namespace", "ns"],
    ["nodes", "node", "no"],
    ["persistentvolumes", "persistentvolume", "pv"],
  ],
  "admissionregistration.k8s.io": [
    ["mutatingwebhookconfigurations", "mutatingwebhookconfiguration"],
    ["validatingadmissionpolicies", "validatingadmissionpolicy"],
    ["validatingadmissionpolicybindings", "validatingadmissionpolicybinding"],
    ["validatingwebhookconfigurations", "validatingwebhookconfiguration"],
  ],
  "apiextensions.k8s.io": [["customresourcedefinitions", "customresourcedefinition", "crd", "crds"]],
  "apiregistration.k8s.io": [["apiservices", "apiservice"]],
  "certificates.k8s.io": [["certificatesigningrequests", "certificatesigningrequest", "csr"]],
  "flowcontrol.apiserver.k8s.io": [
    ["flowschemas", "flowschema"],
    ["prioritylevelconfigurations", "prioritylevelconfiguration"],
  ],
  "networking.k8s.io": [["ingressclasses", "ingressclass"]],
  "node.k8s.io": [["runtimeclasses", "runtimeclass"]],
  "rbac.authorization.k8s.io": [
    ["clusterrolebindings", "clusterrolebinding"],
    ["clusterroles", "clusterrole"],
  ],
  "scheduling.k8s.io": [["priorityclasses", "priorityclass", "pc"]],
  "storage.k8s.io": [
    ["csidrivers", "csidriver"],
    ["csinodes", "csinode"],
    ["storageclasses", "storageclass", "sc"],
    ["volumeattachments", "volumeattachment"],
  ],
};

const typesOf = (table: Readonly<Record<string, readonly Row[]>>, namespaced: boolean): ResourceType[] =>
  Object.entries(table).flatMap(([group, rows]) =>
    rows.map(([name, ...aliases]) => ({ name, group, namespaced, aliases })),
  );

export const resourceTypes: readonly ResourceType[] = [
  ...typesOf(inNamespaces, true),
  ...typesOf(clusterWide, false),
];

/** Groups that serve the same objects again: under a second name, as measurements, or on old clusters. */
const otherGroups: Readonly<Record<string, string>> = {
  events: "events.k8s.io",
  pods: "metrics.k8s.io",
  nodes: "metrics.k8s.io",
  daemonsets: "extensions",
  deployments: "extensions",
  ingresses: "extensions",
  networkpolicies: "extensions",
  replicasets: "extensions",
};

/** What kubectl's categories hold of Kubernetes' own types; a cluster's custom types may join them, ours never. */
export const categories: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "all",
    [
      "pods",
      "replicationcontrollers",
      "services",
      "daemonsets",
      "deployments",
      "replicasets",
      "statefulsets",
      "horizontalpodautoscalers",
      "cronjobs",
      "jobs",
    ],
  ],
  [
    "api-extensions",
    [
      "mutatingwebhookconfigurations",
      "validatingadmissionpolicies",
      "validatingadmissionpolicybindings",
      "validatingwebhookconfigurations",
      "customresourcedefinitions",
      "apiservices",
    ],
  ],
]);

const byName = new Map(
  resourceTypes.flatMap((type) => [type.name, ...type.aliases].map((name) => [name, type] as const)),
);

/** Names for "did you mean"; the shortest would be found in too many words. */
export const resourceNames: readonly string[] = resourceTypes
  .flatMap(({ name, aliases }) => [name, ...aliases])
  .filter((name) => name.length > 2);

/**
 * The type behind a plural, singular or short name: alone, or with its group, the beginning of it or a version, as
 * kubectl takes them (`deploy.apps`, `deployments.v1.apps`). Case does not matter.
 */
export function findResource(word: string): ResourceType | undefined {
  const { name, group } = resourceParts(word);
  const type = byName.get(name);
  if (type === undefined || group === null || type.group === group) return type;
  const groups = [type.group, otherGroups[type.name] ?? ""];
  return group !== "" && groups.some((known) => known.startsWith(group)) ? type : undefined;
}

/** `NAME[.VERSION][.GROUP]`, folded; `group` is null where none is said, which leaves it to the cluster. */
export function resourceParts(word: string): Readonly<{ name: string; group: string | null }> {
  const [, name = "", version, rest] =
    /^([^.]*)(?:\.(v\d+(?:(?:alpha|beta)\d+)?(?=\.)))?(?:\.(.*))?$/s.exec(foldCase(word)) ?? [];
  return { name, group: rest ?? (version === undefined ? null : "") };
}

/** Whether objects of the type live outside namespaces. Expects a full plural name. */
export function isClusterScoped(resource: string): boolean {
  return byName.get(resource)?.namespaced === false;
}

/** Whether it is none of Kubernetes' own: which group serves it, and whether in namespaces, only the cluster knows. */
export function isCustom(resource: string): boolean {
  return !byName.has(resource.split("/")[0] ?? "");
}
