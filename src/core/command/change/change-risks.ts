// What people should know of a change before they approve it, each by its name.
import type { CommandScope } from "../grammar/command-request.ts";
import type { Flags } from "../grammar/read-flags.ts";

export type ChangeRisk =
  /** Pods are moved off a node. */
  | "drainsNode"
  /** Waits for nothing: grace periods or disruption budgets do not count. */
  | "forced"
  /** What is gone is not in the cluster any more, and no command brings it back. */
  | "irreversible"
  /** Everything in a namespace goes with it. */
  | "deletesNamespace"
  /** What stands on a volume may go with it. */
  | "deletesVolume"
  | "severalObjects"
  /** Nothing of it runs any more. */
  | "stops"
  /** In a namespace of Kubernetes or AKS. */
  | "system"
  /** Somebody, or a container, may do more than before. */
  | "widensRights";

/** Who may do what is said by them, or what keeps somebody from it. */
const rights = new Set([
  "certificatesigningrequests",
  "clusterrolebindings",
  "clusterroles",
  "mutatingwebhookconfigurations",
  "networkpolicies",
  "rolebindings",
  "roles",
  "serviceaccounts",
  "validatingadmissionpolicies",
  "validatingadmissionpolicybindings",
  "validatingwebhookconfigurations",
]);
/** A namespace's labels say how strict its pod security is. */
const rightsByLabel = new Set([...rights, "namespaces"]);

/** Their controller makes them again. */
const madeAgain = new Set(["endpoints", "endpointslices", "events", "leases", "pods", "replicasets"]);
const volumes = new Set(["namespaces", "persistentvolumeclaims", "persistentvolumes"]);

/** Those of Kubernetes and of AKS. */
const systemNamespaces =
  /^(?:kube-.*|aks-.*|app-routing-system|calico-system|gatekeeper-system|tigera-operator)$/;

const some = (is: boolean, risk: ChangeRisk): readonly ChangeRisk[] => (is ? [risk] : []);
const isAmong = (resources: readonly string[], types: ReadonlySet<string>): boolean =>
  resources.some((resource) => types.has(resource));
const isOn = (flags: Flags, ...names: readonly string[]): boolean =>
  names.some((name) => flags.get(name) === "true");

export const widening = (resources: readonly string[]): readonly ChangeRisk[] =>
  some(isAmong(resources, rightsByLabel), "widensRights");

export const risksOfDeletion = (resources: readonly string[]): readonly ChangeRisk[] => [
  ...some(!resources.every((resource) => madeAgain.has(resource)), "irreversible"),
  ...some(resources.includes("namespaces"), "deletesNamespace"),
  ...some(isAmong(resources, volumes), "deletesVolume"),
  ...some(isAmong(resources, rights), "widensRights"),
];

/** Fields by which a container may do more, or what guards an object is taken away. */
export const telling =
  /"(?:\/(?:[^"]*\/)?)?(?:allowPrivilegeEscalation|automountServiceAccountToken|capabilities|externalIPs|hostIPC|hostNetwork|hostPath|hostPID|hostPort|privileged|procMount|securityContext|serviceAccount|serviceAccountName|shareProcessNamespace)(?:\/[^"]*)?"/;
/** Without its finalizers an object goes at once, and with an owner that is not there it goes as well. */
const goesBy = /"(?:\/(?:[^"]*\/)?|\$\w+\/)?(?:finalizers|ownerReferences)(?:\/[^"]*)?"/;
/** By replicas, or by the hours of a CronJob. */
const stopping = /"(?:replicas|parallelism)":0[,}]|"suspend":true/;

/** `patch`: JSON, as it will be sent. What it takes away without naming it, a look at the objects shows. */
export const risksOfPatch = (resources: readonly string[], patch: string): readonly ChangeRisk[] => [
  ...some(widening(resources).length > 0 || telling.test(patch), "widensRights"),
  ...some(goesBy.test(patch), "irreversible"),
  ...some(/"NoExecute"/.test(patch), "drainsNode"),
  ...some(stopping.test(patch) || /"\/spec\/replicas","value":0[,}]/.test(patch), "stops"),
];

/** With `--force` pods go too that nobody makes again; with the other one what they keep on the node. */
export const risksOfDrain = (flags: Flags): readonly ChangeRisk[] => [
  "drainsNode",
  ...some(isOn(flags, "force", "delete-emptydir-data"), "irreversible"),
];

/** Pods that do not tolerate it are moved. */
export const risksOfTaints = (taints: readonly string[]): readonly ChangeRisk[] =>
  some(
    taints.some((taint) => taint.endsWith(":NoExecute")),
    "drainsNode",
  );

/** A second is what `--now` leaves. */
const isForced = (verb: string, flags: Flags): boolean =>
  isOn(flags, "now", "disable-eviction", ...(verb === "delete" ? ["force"] : [])) ||
  ["0", "1"].includes(flags.get("grace-period") ?? "");

/** Those that any change may have. */
export const sharedRisks = (
  verb: string,
  scope: CommandScope,
  names: readonly string[],
  namespaces: readonly string[],
  flags: Flags,
): readonly ChangeRisk[] => [
  ...some(names.length > 1, "severalObjects"),
  ...some(isForced(verb, flags), "forced"),
  ...some(
    [...namespaces, ...(scope.kind === "namespace" ? [scope.name] : [])].some((name) =>
      systemNamespaces.test(name),
    ),
    "system",
  ),
];

/** The same of an object that is written whole: only what takes more than a container has by itself. */
const widens =
  /"(?:allowPrivilegeEscalation|hostIPC|hostNetwork|hostPID|privileged|shareProcessNamespace)":true|"(?:externalIPs|hostPath|hostPort)":|"procMount":"Unmasked"|"add":\[|"(?:serviceAccount|serviceAccountName)":/;

/** `json`: the object, as it will be sent. */
export const risksOfObject = (resource: string, json: string): readonly ChangeRisk[] => [
  ...some(widening([resource]).length > 0 || widens.test(json), "widensRights"),
  ...some(goesBy.test(json), "irreversible"),
  ...some(stopping.test(json), "stops"),
];
