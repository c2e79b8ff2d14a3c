// The kinds that the API server knows, as data: discovery, paths, selectors and built-in roles are all read from here.

type Subresource = { name: string; kind: string; group: string; version: string; verbs: string[] };
export type ResourceType = {
  group: string;
  version: string;
  resource: string;
  kind: string;
  namespaced: boolean;
  shortNames: string[];
  categories: string[];
  verbs: string[];
  /** Field selectors beyond `metadata.name` and `metadata.namespace`. */
  fields: string[];
  subresources: Subresource[];
};

type Extras = Partial<Pick<ResourceType, "shortNames" | "categories" | "verbs" | "fields" | "subresources">>;

export const readVerbs = ["get", "list", "watch"];
export const writeVerbs = ["create", "delete", "deletecollection", "patch", "update"];

const scale = [
  { name: "scale", kind: "Scale", group: "autoscaling", version: "v1", verbs: ["get", "patch", "update"] },
];
const ofPods = [
  { name: "eviction", kind: "Eviction", group: "policy", version: "v1", verbs: ["create"] },
  { name: "log", kind: "Pod", group: "", version: "v1", verbs: ["get"] },
];
const all = ["all"];

const podFields = [
  "spec.hostNetwork",
  "spec.nodeName",
  "spec.restartPolicy",
  "spec.schedulerName",
  "spec.serviceAccountName",
  "status.nominatedNodeName",
  "status.phase",
  "status.podIP",
];
const eventFields = [
  ...["apiVersion", "fieldPath", "kind", "name", "namespace", "resourceVersion", "uid"].map(
    (field) => `involvedObject.${field}`,
  ),
  "reason",
  "reportingComponent",
  "source",
  "type",
];

function type(
  groupVersion: string,
  resource: string,
  kind: string,
  namespaced: boolean,
  extras: Extras,
): ResourceType {
  const slash = groupVersion.indexOf("/");
  return {
    group: groupVersion.slice(0, Math.max(slash, 0)),
    version: groupVersion.slice(slash + 1),
    resource,
    kind,
    namespaced,
    shortNames: [],
    categories: [],
    verbs: [...readVerbs, ...writeVerbs],
    fields: [],
    subresources: [],
    ...extras,
  };
}

const inNamespace = (groupVersion: string, resource: string, kind: string, extras: Extras = {}) =>
  type(groupVersion, resource, kind, true, extras);
const inCluster = (groupVersion: string, resource: string, kind: string, extras: Extras = {}) =>
  type(groupVersion, resource, kind, false, extras);
const review = (groupVersion: string, resource: string, kind: string) =>
  inCluster(groupVersion, resource, kind, { verbs: ["create"] });

export const resourceTypes: readonly ResourceType[] = [
  inNamespace("v1", "configmaps", "ConfigMap", { shortNames: ["cm"] }),
  inNamespace("v1", "endpoints", "Endpoints", { shortNames: ["ep"] }),
  inNamespace("v1", "events", "Event", { shortNames: ["ev"], fields: eventFields }),
  inNamespace("v1", "limitranges", "LimitRange", { shortNames: ["limits"] }),
  inCluster("v1", "namespaces", "Namespace", { shortNames: ["ns"], fields: ["status.phase"] }),
  inCluster("v1", "nodes", "Node", { shortNames: ["no"], fields: ["spec.unschedulable"] }),
  inNamespace("v1", "persistentvolumeclaims", "PersistentVolumeClaim", { shortNames: ["pvc"] }),
  inCluster("v1", "persistentvolumes", "PersistentVolume", { shortNames: ["pv"] }),
  inNamespace("v1", "pods", "Pod", {
    shortNames: ["po"],
    categories: all,
    fields: podFields,
    subresources: ofPods,
  }),
  inNamespace("v1", "resourcequotas", "ResourceQuota", { shortNames: ["quota"] }),
  inNamespace("v1", "secrets", "Secret", { fields: ["type"] }),
  inNamespace("v1", "serviceaccounts", "ServiceAccount", { shortNames: ["sa"] }),
  inNamespace("v1", "services", "Service", {
    shortNames: ["svc"],
    categories: all,
    fields: ["spec.clusterIP", "spec.type"],
  }),
  inCluster(
    "admissionregistration.k8s.io/v1",
    "mutatingwebhookconfigurations",
    "MutatingWebhookConfiguration",
  ),
  inCluster(
    "admissionregistration.k8s.io/v1",
    "validatingwebhookconfigurations",
    "ValidatingWebhookConfiguration",
  ),
  inCluster("apiregistration.k8s.io/v1", "apiservices", "APIService"),
  inNamespace("apps/v1", "daemonsets", "DaemonSet", { shortNames: ["ds"], categories: all }),
  inNamespace("apps/v1", "deployments", "Deployment", {
    shortNames: ["deploy"],
    categories: all,
    subresources: scale,
  }),
  inNamespace("apps/v1", "replicasets", "ReplicaSet", {
    shortNames: ["rs"],
    categories: all,
    fields: ["status.replicas"],
    subresources: scale,
  }),
  inNamespace("apps/v1", "statefulsets", "StatefulSet", {
    shortNames: ["sts"],
    categories: all,
    subresources: scale,
  }),
  review("authentication.k8s.io/v1", "selfsubjectreviews", "SelfSubjectReview"),
  review("authorization.k8s.io/v1", "selfsubjectaccessreviews", "SelfSubjectAccessReview"),
  review("authorization.k8s.io/v1", "selfsubjectrulesreviews", "SelfSubjectRulesReview"),
  // What `kubectl autoscale` up to 1.33 makes; kept and read as v2.
  inNamespace("autoscaling/v1", "horizontalpodautoscalers", "HorizontalPodAutoscaler", { verbs: ["create"] }),
  inNamespace("autoscaling/v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", {
    shortNames: ["hpa"],
    categories: all,
  }),
  inNamespace("batch/v1", "cronjobs", "CronJob", { shortNames: ["cj"], categories: all }),
  inNamespace("batch/v1", "jobs", "Job", { categories: all, fields: ["status.successful"] }),
  inNamespace("cert-manager.io/v1", "certificates", "Certificate", { shortNames: ["cert", "certs"] }),
  inCluster("certificates.k8s.io/v1", "certificatesigningrequests", "CertificateSigningRequest", {
    shortNames: ["csr"],
    fields: ["spec.signerName"],
  }),
  inCluster("constraints.gatekeeper.sh/v1beta1", "k8sazurev2noprivilege", "K8sAzureV2NoPrivilege", {
    categories: ["constraint", "constraints"],
  }),
  inNamespace("coordination.k8s.io/v1", "leases", "Lease"),
  inNamespace("discovery.k8s.io/v1", "endpointslices", "EndpointSlice"),
  inNamespace("events.k8s.io/v1", "events", "Event", { verbs: readVerbs }),
  inNamespace("external-secrets.io/v1", "externalsecrets", "ExternalSecret"),
  inNamespace("helm.toolkit.fluxcd.io/v2", "helmreleases", "HelmRelease"),
  inNamespace("networking.k8s.io/v1", "ingresses", "Ingress", { shortNames: ["ing"] }),
  inNamespace("networking.k8s.io/v1", "networkpolicies", "NetworkPolicy", { shortNames: ["netpol"] }),
  inNamespace("policy/v1", "poddisruptionbudgets", "PodDisruptionBudget", { shortNames: ["pdb"] }),
  inCluster("rbac.authorization.k8s.io/v1", "clusterrolebindings", "ClusterRoleBinding"),
  inCluster("rbac.authorization.k8s.io/v1", "clusterroles", "ClusterRole"),
  inNamespace("rbac.authorization.k8s.io/v1", "rolebindings", "RoleBinding"),
  inNamespace("rbac.authorization.k8s.io/v1", "roles", "Role"),
  inCluster("storage.k8s.io/v1", "storageclasses", "StorageClass", { shortNames: ["sc"] }),
];

/** `apps/v1`, or `v1` for the core group. */
export function groupVersion(type: Pick<ResourceType, "group" | "version">): string {
  return type.group === "" ? type.version : `${type.group}/${type.version}`;
}

export function singularName(type: ResourceType): string {
  return type.kind.toLowerCase();
}

export function findType(group: string, version: string, resource: string): ResourceType | undefined {
  return resourceTypes.find(
    (type) => type.group === group && type.version === version && type.resource === resource,
  );
}

export function findTypeOfKind(apiVersion: string, kind: string): ResourceType | undefined {
  return resourceTypes.find((type) => groupVersion(type) === apiVersion && type.kind === kind);
}
