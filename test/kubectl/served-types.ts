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
nodes                             v1                              false Node
persistentvolumeclaims            v1                              true  PersistentVolumeClaim
persistentvolumes                 v1                              false PersistentVolume
pods                              v1                              true  Pod log
podtemplates                      v1                              true  PodTemplate
replicationcontrollers            v1                              true  ReplicationController
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
daemonsets                        apps/v1                         true  DaemonSet
deployments                       apps/v1                         true  Deployment scale
replicasets                       apps/v1                         true  ReplicaSet scale
statefulsets                      apps/v1                         true  StatefulSet scale
selfsubjectreviews                authentication.k8s.io/v1        false SelfSubjectReview
selfsubjectaccessreviews          authorization.k8s.io/v1         false SelfSubjectAccessReview
selfsubjectrulesreviews           authorization.k8s.io/v1         false SelfSubjectRulesReview
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

export const servedTypes: readonly ServedType[] = rows
  .trim()
  .split("\n")
  .map((row) => {
    const [resource = "", groupVersion = "", namespaced = "", kind = "", ...subresources] = row.split(/ +/);
    const [version = "", group = ""] = groupVersion.split("/").reverse();
    return { resource, group, version, namespaced: namespaced === "true", kind, subresources };
  });

export const groupVersionOf = ({ group, version }: ServedType): string =>
  group === "" ? version : `${group}/${version}`;
