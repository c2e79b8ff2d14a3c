// The resource types that may be asked for: Kubernetes' own, by every name that kubectl knows them by.

import { typingErrors } from "../../text/nearest.ts";
import { foldCase } from "../../text/text.ts";

type ResourceType = Readonly<{
  /** Full plural name. */
  name: string;
  /** API group; empty for the core group. */
  group: string;
  namespaced: boolean;
  /** Singular and short names. */
  aliases: readonly string[];
}>;

/** By group: each name, its aliases behind slashes. */
const inNamespaces: Readonly<Record<string, string>> = {
  "": `configmaps/configmap/cm endpoints/ep events/event/ev limitranges/limitrange/limits
    persistentvolumeclaims/persistentvolumeclaim/pvc pods/pod/po podtemplates/podtemplate
    replicationcontrollers/replicationcontroller/rc resourcequotas/resourcequota/quota secrets/secret
    serviceaccounts/serviceaccount/sa services/service/svc`,
  apps: `controllerrevisions/controllerrevision daemonsets/daemonset/ds deployments/deployment/deploy
    replicasets/replicaset/rs statefulsets/statefulset/sts`,
  autoscaling: "horizontalpodautoscalers/horizontalpodautoscaler/hpa",
  batch: "cronjobs/cronjob/cj jobs/job",
  "coordination.k8s.io": "leases/lease",
  "discovery.k8s.io": "endpointslices/endpointslice",
  "networking.k8s.io": "ingresses/ingress/ing networkpolicies/networkpolicy/netpol",
  policy: "poddisruptionbudgets/poddisruptionbudget/pdb",
  "rbac.authorization.k8s.io": "rolebindings/rolebinding roles/role",
  "storage.k8s.io": "csistoragecapacities/csistoragecapacity",
};

const clusterWide: Readonly<Record<string, string>> = {
  "": `componentstatuses/componentstatus/cs namespaces/namespace/ns nodes/node/no
    persistentvolumes/persistentvolume/pv`,
  "admissionregistration.k8s.io": `mutatingwebhookconfigurations/mutatingwebhookconfiguration
    validatingadmissionpolicies/validatingadmissionpolicy
    validatingadmissionpolicybindings/validatingadmissionpolicybinding
    validatingwebhookconfigurations/validatingwebhookconfiguration`,
  "apiextensions.k8s.io": "customresourcedefinitions/customresourcedefinition/crd/crds",
  "apiregistration.k8s.io": "apiservices/apiservice",
  "certificates.k8s.io": "certificatesigningrequests/certificatesigningrequest/csr",
  "flowcontrol.apiserver.k8s.io":
    "flowschemas/flowschema prioritylevelconfigurations/prioritylevelconfiguration",
  "networking.k8s.io": "ingressclasses/ingressclass",
  "node.k8s.io": "runtimeclasses/runtimeclass",
  "rbac.authorization.k8s.io": "clusterrolebindings/clusterrolebinding clusterroles/clusterrole",
  "scheduling.k8s.io": "priorityclasses/priorityclass/pc",
  "storage.k8s.io": `csidrivers/csidriver csinodes/csinode storageclasses/storageclass/sc
    volumeattachments/volumeattachment`,
};

const typesOf = (table: Readonly<Record<string, string>>, namespaced: boolean): ResourceType[] =>
  Object.entries(table).flatMap(([group, names]) =>
    names.split(/\s+/).map((each) => {
      const [name = "", ...aliases] = each.split("/");
      return { name, group, namespaced, aliases };
    }),
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
export const categories: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    all: `pods replicationcontrollers services daemonsets deployments replicasets statefulsets
      horizontalpodautoscalers cronjobs jobs`,
    "api-extensions": `mutatingwebhookconfigurations validatingadmissionpolicies validatingadmissionpolicybindings
      validatingwebhookconfigurations customresourcedefinitions apiservices`,
  }).map(([name, types]) => [name, types.split(/\s+/)]),
);

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

// The types that a cluster adds to Kubernetes' own. Which one a word means only the cluster knows: it may be a plural, a
// singular or a short name, of any group.

/** `certificates`, or `certificates.cert-manager.io`: what the policy is asked about. Null where no type has such a name. */
export function customResource(word: string): string | null {
  const { name, group } = resourceParts(word);
  const resource = group === null || group === "" ? name : `${name}.${group}`;
  return /^[a-z][a-z0-9-]{0,62}(?:\.[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?)?$/.test(resource)
    ? resource
    : null;
}

/** A word without a group that is one typing error away from a name of Kubernetes' own. Short words may be short names. */
export function isTypingError(word: string): boolean {
  const isLong = (name: string) => name.length >= 5;
  const { name, group } = resourceParts(word);
  return (
    group === null &&
    isLong(name) &&
    resourceNames.some((known) => isLong(known) && typingErrors(name, known) === 1)
  );
}

/** Whether `resource` may be the type that a rule names with its group: kubectl takes the beginning of a group for it. */
export function mayBe(resource: string, named: string): boolean {
  const group = groupOf(resource);
  return group === null || (groupOf(named) ?? "").startsWith(group);
}

/** Whether a rule's word names it for certain: the same, or `*.GROUP`. */
export const isNamedBy = (resource: string, named: string): boolean =>
  resource === named || (named.startsWith("*.") && groupOf(resource) === named.slice(2));

const groupOf = (resource: string): string | null => /\.(.*)$/.exec(resource)?.[1] ?? null;
