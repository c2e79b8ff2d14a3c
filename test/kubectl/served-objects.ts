// One object of every kind, full enough that kubectl goes every way it knows: a pod with claims, a bound volume, an
// ingress with back ends, a service account with tokens. Its name is `one`, and in a namespace there is a second one.
import { gzipSync } from "node:zlib";
import { groupVersionOf, type ServedType } from "./served-types.ts";

type Fields = Readonly<Record<string, unknown>>;

export const namespaces: readonly string[] = ["default", "pay", "vault", "kube-system", "kube-node-lease"];
export const objectNames: readonly string[] = ["one", "one-more", "vault"];

const labels = { app: "one" };
const selector = { matchLabels: labels };
const uid = (name: string) =>
  `00000000-0000-4000-8000-${Buffer.from(name).toString("hex").padStart(12, "0").slice(-12)}`;
const owner = { apiVersion: "apps/v1", kind: "ReplicaSet", name: "one", uid: uid("one"), controller: true };
const deployment = { ...owner, kind: "Deployment" };
const owners: Readonly<Record<string, Fields>> = {
  Pod: owner,
  ControllerRevision: owner,
  ReplicaSet: deployment,
};
const podSpec = {
  nodeName: "one",
  serviceAccountName: "one",
  imagePullSecrets: [{ name: "one" }],
  containers: [
    {
      name: "c",
      image: "contoso.example/c:1",
      envFrom: [{ secretRef: { name: "one" } }, { configMapRef: { name: "one" } }],
      env: [{ name: "A", valueFrom: { secretKeyRef: { name: "one", key: "a" } } }],
      volumeMounts: [{ name: "v", mountPath: "/v" }],
    },
  ],
  volumes: [
    { name: "v", persistentVolumeClaim: { claimName: "one" } },
    { name: "s", secret: { secretName: "one" } },
    { name: "m", configMap: { name: "one" } },
  ],
};
const template = { metadata: { labels }, spec: podSpec };
const replicated = { spec: { replicas: 1, selector, template }, status: { replicas: 1, readyReplicas: 1 } };
const meta = { name: "one", uid: uid("one") };
const csr =
  "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIcU1JR1JBZ0VBTUM4eEZUQVRCZ05WQkFvTURITjVjM1JsYlRwdWIyUmxjekVXTUJRR0ExVUVBd3dOYzNsegpkR1Z0T201dlpHVTZZVEJaTUJNR0J5cUdTTTQ5QWdFR0NDcUdTTTQ5QXdFSEEwSUFCSGNENC81cFVlcWJGd1lVCkdXMi9GaUZNK1hzWnZMdHlDMWUyZ0xQalNGdkRrakpwaklZQzlzTHo3a0l4OXltaGFUV015ZEtnUVdrMlBGRzkKeXBMd0NudWdBREFLQmdncWhrak9QUVFEQWdOSUFEQkZBaUVBbXVKdjFENGM0SDJMb0pIWHFWcUtsUExWZEZPaAorOCtWa0E1L1Bjcmo4bGdDSUVnUC93ZmFFUFVzd0NxVy9XSFora2hOSTB5cXlXNElHZnRYcndiT080ZzcKLS0tLS1FTkQgQ0VSVElGSUNBVEUgUkVRVUVTVC0tLS0tCg==";

const backend = (service: string) => ({ service: { name: service, port: { number: 80 } } });
const ingress = {
  spec: {
    ingressClassName: "one",
    defaultBackend: backend("one"),
    tls: [{ hosts: ["a.example"], secretName: "one" }],
    rules: [
      {
        host: "a.example",
        http: { paths: [{ path: "/", pathType: "Prefix", backend: backend("one-more") }] },
      },
    ],
  },
};

/** What a kind has beside its metadata. */
const bodies: Readonly<Record<string, Fields>> = {
  ConfigMap: { data: { a: "b" } },
  Secret: { type: "kubernetes.io/service-account-token", data: { token: "YQ==" } },
  ServiceAccount: { secrets: [{ name: "one" }, { name: "gone" }], imagePullSecrets: [{ name: "one" }] },
  Service: { spec: { type: "ClusterIP", clusterIP: "10.0.0.1", selector: labels, ports: [{ port: 80 }] } },
  Endpoints: { subsets: [{ addresses: [{ ip: "10.1.0.1" }], ports: [{ port: 80 }] }] },
  EndpointSlice: {
    addressType: "IPv4",
    endpoints: [{ addresses: ["10.1.0.1"], targetRef: { kind: "Pod", name: "one", namespace: "pay" } }],
    ports: [{ name: "", port: 80, protocol: "TCP" }],
  },
  Pod: {
    spec: podSpec,
    status: {
      phase: "Running",
      podIP: "10.1.0.1",
      containerStatuses: [{ name: "c", ready: true, restartCount: 0, state: { running: {} } }],
    },
  },
  PodTemplate: { template },
  ReplicationController: { spec: { replicas: 1, selector: labels, template }, status: { replicas: 1 } },
  Deployment: replicated,
  StatefulSet: { ...replicated, spec: { ...replicated.spec, serviceName: "one" } },
  DaemonSet: { spec: { selector, template }, status: { desiredNumberScheduled: 1, numberReady: 1 } },
  ReplicaSet: replicated,
  ControllerRevision: { revision: 1, data: { spec: { template } } },
  Job: { spec: { selector, template, completions: 1, parallelism: 1 }, status: { active: 1 } },
  CronJob: {
    spec: { schedule: "* * * * *", jobTemplate: { spec: { template } } },
    status: { active: [{ kind: "Job", name: "one", namespace: "pay" }] },
  },
  HorizontalPodAutoscaler: {
    spec: {
      minReplicas: 1,
      maxReplicas: 2,
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "one" },
      metrics: [
        {
          type: "Resource",
          resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 50 } },
        },
      ],
    },
    status: { currentReplicas: 1, desiredReplicas: 1 },
  },
  Ingress: ingress,
  IngressClass: { spec: { controller: "a.example/c" } },
  NetworkPolicy: {
    spec: {
      podSelector: selector,
      policyTypes: ["Ingress"],
      ingress: [{ from: [{ namespaceSelector: {} }] }],
    },
  },
  PersistentVolumeClaim: {
    spec: {
      volumeName: "one",
      storageClassName: "one",
      accessModes: ["ReadWriteOnce"],
      resources: { requests: { storage: "1Gi" } },
    },
    status: { phase: "Bound" },
  },
  PersistentVolume: {
    spec: {
      capacity: { storage: "1Gi" },
      accessModes: ["ReadWriteOnce"],
      storageClassName: "one",
      claimRef: { kind: "PersistentVolumeClaim", namespace: "vault", name: "one" },
      csi: { driver: "one", volumeHandle: "v", nodePublishSecretRef: { name: "one", namespace: "vault" } },
    },
    status: { phase: "Bound" },
  },
  StorageClass: { provisioner: "one" },
  CSINode: { spec: { drivers: [{ name: "one", nodeID: "one" }] } },
  VolumeAttachment: { spec: { attacher: "one", nodeName: "one", source: { persistentVolumeName: "one" } } },
  Namespace: { spec: { finalizers: ["kubernetes"] }, status: { phase: "Active" } },
  Node: {
    spec: { podCIDR: "10.1.0.0/24" },
    status: {
      capacity: { cpu: "2", memory: "4Gi", pods: "30" },
      allocatable: { cpu: "2", memory: "4Gi", pods: "30" },
      conditions: [{ type: "Ready", status: "True" }],
      nodeInfo: { kubeletVersion: "v1.34.0" },
    },
  },
  ResourceQuota: { spec: { hard: { pods: "1" } }, status: { hard: { pods: "1" }, used: { pods: "1" } } },
  LimitRange: { spec: { limits: [{ type: "Container", default: { cpu: "1" } }] } },
  Lease: { spec: { holderIdentity: "one" } },
  PodDisruptionBudget: { spec: { minAvailable: 1, selector }, status: { currentHealthy: 1 } },
  Role: { rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }] },
  ClusterRole: {
    rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }],
    aggregationRule: { clusterRoleSelectors: [selector] },
  },
  RoleBinding: {
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "one" },
    subjects: [{ kind: "ServiceAccount", name: "one", namespace: "vault" }],
  },
  ClusterRoleBinding: {
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "one" },
    subjects: [{ kind: "ServiceAccount", name: "one", namespace: "vault" }],
  },
  CertificateSigningRequest: {
    spec: { request: csr, signerName: "kubernetes.io/kube-apiserver-client", usages: ["client auth"] },
    status: {},
  },
  PriorityClass: { value: 1, preemptionPolicy: "Never" },
  RuntimeClass: { handler: "runc" },
  CustomResourceDefinition: {
    spec: {
      group: "a.example",
      names: { plural: "as", kind: "A" },
      scope: "Namespaced",
      versions: [{ name: "v1", served: true, storage: true }],
    },
  },
  APIService: { spec: { group: "a.example", version: "v1", service: { namespace: "vault", name: "one" } } },
  MutatingWebhookConfiguration: {
    webhooks: [{ name: "a.example", clientConfig: { service: { namespace: "vault", name: "one" } } }],
  },
  ValidatingWebhookConfiguration: {
    webhooks: [{ name: "a.example", clientConfig: { service: { namespace: "vault", name: "one" } } }],
  },
  Event: {
    involvedObject: { kind: "Pod", name: "one", namespace: "pay" },
    reason: "Started",
    message: "Started",
    type: "Normal",
    lastTimestamp: "2026-01-01T00:00:00Z",
  },
  NodeMetrics: { timestamp: "2026-01-01T00:00:00Z", window: "10s", usage: { cpu: "1", memory: "1Gi" } },
  PodMetrics: {
    timestamp: "2026-01-01T00:00:00Z",
    window: "10s",
    containers: [{ name: "c", usage: { cpu: "1", memory: "1Gi" } }],
  },
};

/** What was rolled out with it: no two of them are alike. */
const revised = (name: string): Fields => ({
  ...template,
  spec: {
    ...podSpec,
    containers: podSpec.containers.map((each) => ({ ...each, image: `contoso.example/${name}` })),
  },
});

/** What `vault` is besides: it can be resumed, or uncordoned. */
const halted: Readonly<Record<string, Fields>> = {
  Deployment: { spec: { ...replicated.spec, paused: true } },
  Node: { spec: { unschedulable: true } },
};

/** The object of that name, whatever the name. */
export function objectOf(type: ServedType, namespace: string, name: string): Fields {
  const metadata = {
    ...meta,
    name,
    uid: uid(name),
    labels,
    creationTimestamp: "2026-01-01T00:00:00Z",
    annotations: { "deployment.kubernetes.io/revision": `${objectNames.indexOf(name) + 1}` },
    ...(type.namespaced ? { namespace } : {}),
    ...(type.kind in owners ? { ownerReferences: [owners[type.kind]] } : {}),
  };
  const earlier = type.kind === "ReplicaSet" ? { spec: { ...replicated.spec, template: revised(name) } } : {};
  const body = { ...bodies[type.kind], ...earlier, ...(name === "vault" ? halted[type.kind] : {}) };
  return { apiVersion: groupVersionOf(type), kind: type.kind, metadata, ...body };
}

const release = {
  name: "one",
  version: 1,
  namespace: "pay",
  info: {
    first_deployed: "2026-01-01T00:00:00Z",
    last_deployed: "2026-01-01T00:00:00Z",
    status: "deployed",
    notes: "Notes",
  },
  chart: { metadata: { name: "one", version: "1.0.0", apiVersion: "v2" }, templates: [], values: {} },
  config: { a: "b" },
  manifest: ["v1 ConfigMap", "rbac.authorization.k8s.io/v1 ClusterRole"]
    .map((type) => type.split(" "))
    .map(([version, kind]) => `---\napiVersion: ${version}\nkind: ${kind}\nmetadata:\n  name: one\n`)
    .join(""),
};

/** A release as Helm keeps it: a Secret whose data is base64 of base64 of zipped JSON. */
export const helmSecret = (namespace: string): Fields => ({
  apiVersion: "v1",
  kind: "Secret",
  type: "helm.sh/release.v1",
  metadata: {
    name: "sh.helm.release.v1.one.v1",
    namespace,
    labels: { name: "one", owner: "helm", status: "deployed", version: "1" },
  },
  data: { release: Buffer.from(gzipSync(JSON.stringify(release)).toString("base64")).toString("base64") },
});
