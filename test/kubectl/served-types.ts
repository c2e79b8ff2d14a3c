// The kinds of a Kubernetes 1.34 as `kubectl api-resources` lists them on a real cluster: what the recording API
// server serves. Deliberately not the guard's own table, which is held against it.

export type ServedType = Readonly<{
  resource: string;
  group: string;
  version: string;
  namespaced: boolean;
  kind: string;
  subresources: readonly string[];
}>;

const rows = `
componentstatuses                 v1                              false ComponentStatus
configmaps                        v1                              true  ConfigMap
endpoints                         v1                              true  Endpoints
events                            v1                              true  Event
limitranges                       v1                              true  LimitRange
namespaces                        v1                              false Namespace
nodes                             v1                              false Node status
persistentvolumeclaims            v1                              true  PersistentVolumeClaim
persistentvolumes                 v1                              false PersistentVolume
pods                              v1                              true  Pod eviction log status
podtemplates                      v1                              true  PodTemplate
replicationcontrollers            v1                              true  ReplicationController scale status
resourcequotas                    v1                              true  ResourceQuota
secrets                           v1                              true  Secret
serviceaccounts                   v1                              true  ServiceAccount
services                          v1                              true  Service
mutatingwebhookconfigurations     admissionregistration.k8s.io/v1 false MutatingWebhookConfiguration
validatingadmissionpolicies       admissionregistration.k8s.io/v1 false ValidatingAdmissionPolicy
validatingadmissionpolicybindings admissionregistration.k8s.io/v1 false ValidatingAdmissionPolicyBinding
validatingwebhookconfigurations   admissionregistration.k8s.io/v1 false ValidatingWebhookConfiguration
customresourcedefinitions         apiextensions.k8s.io/v1         false CustomResourceDefinition
apiservices                       apiregistration.k8s.io/v1       false APIService
controllerrevisions               apps/v1                         true  ControllerRevision
daemonsets                        apps/v1                         true  DaemonSet status
deployments                       apps/v1                         true  Deployment scale status
replicasets                       apps/v1                         true  ReplicaSet scale status
statefulsets                      apps/v1                         true  StatefulSet scale status
selfsubjectreviews                authentication.k8s.io/v1        false SelfSubjectReview
selfsubjectaccessreviews          authorization.k8s.io/v1         false SelfSubjectAccessReview
selfsubjectrulesreviews           authorization.k8s.io/v1         false SelfSubjectRulesReview
horizontalpodautoscalers          autoscaling/v1                  true  HorizontalPodAutoscaler
horizontalpodautoscalers          autoscaling/v2                  true  HorizontalPodAutoscaler
cronjobs                          batch/v1                        true  CronJob
jobs                              batch/v1                        true  Job
certificatesigningrequests        certificates.k8s.io/v1          false CertificateSigningRequest
leases                            coordination.k8s.io/v1          true  Lease
endpointslices                    discovery.k8s.io/v1             true  EndpointSlice
events                            events.k8s.io/v1                true  Event
flowschemas                       flowcontrol.apiserver.k8s.io/v1 false FlowSchema
prioritylevelconfigurations       flowcontrol.apiserver.k8s.io/v1 false PriorityLevelConfiguration
nodes                             metrics.k8s.io/v1beta1          false NodeMetrics
pods                              metrics.k8s.io/v1beta1          true  PodMetrics
ingressclasses                    networking.k8s.io/v1            false IngressClass
ingresses                         networking.k8s.io/v1            true  Ingress
networkpolicies                   networking.k8s.io/v1            true  NetworkPolicy
runtimeclasses                    node.k8s.io/v1                  false RuntimeClass
poddisruptionbudgets              policy/v1                       true  PodDisruptionBudget
clusterrolebindings               rbac.authorization.k8s.io/v1    false ClusterRoleBinding
clusterroles                      rbac.authorization.k8s.io/v1    false ClusterRole
rolebindings                      rbac.authorization.k8s.io/v1    true  RoleBinding
roles                             rbac.authorization.k8s.io/v1    true  Role
priorityclasses                   scheduling.k8s.io/v1            false PriorityClass
csidrivers                        storage.k8s.io/v1               false CSIDriver
csinodes                          storage.k8s.io/v1               false CSINode
csistoragecapacities              storage.k8s.io/v1               true  CSIStorageCapacity
storageclasses                    storage.k8s.io/v1               false StorageClass
volumeattachments                 storage.k8s.io/v1               false VolumeAttachment
`;

/** What operators add, one of them in no namespace, with short names; two groups have a `certificates`. */
const customRows = `
certificates                      cert-manager.io/v1              true  Certificate status
clusterissuers                    cert-manager.io/v1              false ClusterIssuer status
gateways                          gateway.networking.k8s.io/v1    true  Gateway status
gatewayclasses                    gateway.networking.k8s.io/v1    false GatewayClass
certificates                      networking.internal.knative.dev/v1alpha1 true Certificate
services                          serving.knative.dev/v1          true  Service
`;

const shortNames: Readonly<Record<string, readonly string[]>> = {
  "certificates.cert-manager.io": ["cert", "certs"],
  "gateways.gateway.networking.k8s.io": ["gtw"],
  "gatewayclasses.gateway.networking.k8s.io": ["gc"],
  configmaps: ["cm"],
  endpoints: ["ep"],
  events: ["ev"],
  limitranges: ["limits"],
  namespaces: ["ns"],
  nodes: ["no"],
  persistentvolumeclaims: ["pvc"],
  persistentvolumes: ["pv"],
  pods: ["po"],
  replicationcontrollers: ["rc"],
  resourcequotas: ["quota"],
  serviceaccounts: ["sa"],
  services: ["svc"],
  "customresourcedefinitions.apiextensions.k8s.io": ["crd", "crds"],
  "daemonsets.apps": ["ds"],
  "deployments.apps": ["deploy"],
  "replicasets.apps": ["rs"],
  "statefulsets.apps": ["sts"],
  "horizontalpodautoscalers.autoscaling": ["hpa"],
  "cronjobs.batch": ["cj"],
  "certificatesigningrequests.certificates.k8s.io": ["csr"],
  "ingresses.networking.k8s.io": ["ing"],
  "networkpolicies.networking.k8s.io": ["netpol"],
  "poddisruptionbudgets.policy": ["pdb"],
  "priorityclasses.scheduling.k8s.io": ["pc"],
  "storageclasses.storage.k8s.io": ["sc"],
};
const inAll =
  /^(pods|replicationcontrollers|services|daemonsets|deployments|replicasets|statefulsets|horizontalpodautoscalers|cronjobs|jobs)$/;

export const shortNamesOf = ({ resource, group }: ServedType): readonly string[] =>
  shortNames[group === "" ? resource : `${resource}.${group}`] ?? [];

/** As a cluster lists them; those that operators add are in none. */
export const categoriesOf = ({ resource, group }: ServedType): readonly string[] => {
  if (/^(apiextensions|apiregistration|admissionregistration)\.k8s\.io$/.test(group))
    return ["api-extensions"];
  return inAll.test(resource) && !/knative|metrics/.test(group) ? ["all"] : [];
};

const readRows = (rows: string): readonly ServedType[] =>
  rows
    .trim()
    .split("\n")
    .map((row) => {
      const [resource = "", groupVersion = "", namespaced = "", kind = "", ...subresources] = row.split(/ +/);
      const [version = "", group = ""] = groupVersion.split("/").reverse();
      return { resource, group, version, namespaced: namespaced === "true", kind, subresources };
    });

/** Kubernetes' own. */
export const ownTypes: readonly ServedType[] = readRows(rows);
export const customTypes: readonly ServedType[] = readRows(customRows);
export const servedTypes: readonly ServedType[] = [...ownTypes, ...customTypes];

export const groupVersionOf = ({ group, version }: ServedType): string =>
  group === "" ? version : `${group}/${version}`;
