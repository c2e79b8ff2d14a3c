// Objects of an ordinary AKS cluster without any secret: system components as the service installs them, charts that
// everybody uses, and a few services of one's own. None of their values may be masked.
import type { Chance } from "./chance.ts";

type Container = Readonly<Record<string, unknown>>;
type Component = Readonly<{
  name: string;
  namespace: string;
  image: string;
  container: Container;
  labels?: Record<string, string>;
}>;

const hex = "0123456789abcdef";
const nice = "bcdfghjklmnpqrstvwxz2456789";

/** A command line, as a shell would take it apart. */
const words = (line: string): readonly string[] => line.trim().split(/\s+/);
const env = (variables: Readonly<Record<string, string>>) =>
  Object.entries(variables).map(([name, value]) => ({ name, value }));
const fieldRef = (name: string, fieldPath: string) => ({
  name,
  valueFrom: { fieldRef: { apiVersion: "v1", fieldPath } },
});
const secretRef = (name: string, key: string) => ({
  name,
  valueFrom: { secretKeyRef: { name: "orders-db", key } },
});

const component = (
  name: string,
  namespace: string,
  image: string,
  container: Container,
  labels?: Record<string, string>,
): Component => ({ name, namespace, image, ...(labels && { labels }), container });

const components: readonly Component[] = [
  component(
    "coredns",
    "kube-system",
    "mcr.microsoft.com/oss/v2/kubernetes/coredns:v1.12.1-9",
    {
      args: ["-conf", "/etc/coredns/Corefile"],
      ports: [{ containerPort: 53, name: "dns", protocol: "UDP" }],
    },
    { "k8s-app": "kube-dns", "kubernetes.io/cluster-service": "true" },
  ),
  component("metrics-server", "kube-system", "mcr.microsoft.com/oss/v2/kubernetes/metrics-server:v0.7.2-10", {
    command: ["/metrics-server"],
    args: words(`
        --kubelet-insecure-tls --kubelet-preferred-address-types=InternalIP
        --tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
        --cert-dir=/tmp --secure-port=10250 --metric-resolution=15s
      `),
  }),
  component("kube-proxy", "kube-system", "mcr.microsoft.com/oss/kubernetes/kube-proxy:v1.33.5-1", {
    command: words(`
        kube-proxy --conntrack-max-per-core=0 --metrics-bind-address=0.0.0.0:10249
        --kubeconfig=/var/lib/kubelet/kubeconfig --cluster-cidr=10.244.0.0/16
        --detect-local-mode=ClusterCIDR --pod-interface-name-prefix= --v=3
      `),
  }),
  component(
    "csi-azuredisk-node",
    "kube-system",
    "mcr.microsoft.com/oss/v2/kubernetes-csi/azuredisk-csi:v1.33.3",
    {
      args: [
        ..."--v=5 --endpoint=$(CSI_ENDPOINT) --nodeid=$(KUBE_NODE_NAME)".split(" "),
        ..."--enable-perf-optimization=true --drivername=disk.csi.azure.com".split(" "),
        ..."--volume-attach-limit=-1 --allow-empty-cloud-config=false".split(" "),
        ..."--user-agent-suffix=AKS --metrics-address=0.0.0.0:29605".split(" "),
      ],
      env: [
        ...env({
          AZURE_CREDENTIAL_FILE: "/etc/kubernetes/azure.json",
          CSI_ENDPOINT: "unix:///csi/csi.sock",
          AZURE_GO_SDK_LOG_LEVEL: "info",
        }),
        fieldRef("KUBE_NODE_NAME", "spec.nodeName"),
      ],
    },
  ),
  component(
    "konnectivity-agent",
    "kube-system",
    "mcr.microsoft.com/oss/v2/kubernetes/apiserver-network-proxy/agent:v0.32.1",
    {
      command: ["/proxy-agent"],
      args: words(`
        --logtostderr=true --ca-cert=/certs/ca.crt --agent-cert=/certs/client.crt
        --agent-key=/certs/client.key --proxy-server-host=prod-1-dns-4a8c1f20.hcp.westeurope.azmk8s.io
        --proxy-server-port=443 --sync-interval=5m --health-server-port=8082
        --service-account-token-path=/var/run/secrets/tokens/konnectivity-agent-token
      `),
    },
  ),
  component(
    "cluster-autoscaler",
    "kube-system",
    "mcr.microsoft.com/oss/kubernetes/autoscaler/cluster-autoscaler:v1.33.0",
    {
      command: words(`
        ./cluster-autoscaler --cloud-provider=azure --expander=least-waste --scale-down-delay-after-add=10m
        --scale-down-utilization-threshold=0.5 --skip-nodes-with-local-storage=false
        --node-group-auto-discovery=label:cluster-autoscaler-enabled=true,cluster-autoscaler-name=prod-1
        --balance-similar-node-groups --stderrthreshold=info --namespace=kube-system
      `),
      env: env({
        ARM_CLOUD: "AzurePublicCloud",
        ARM_USE_MANAGED_IDENTITY_EXTENSION: "true",
        ARM_VM_TYPE: "vmss",
        ARM_SUBSCRIPTION_ID: "8f4b1c1e-33ab-4c9a-9f0e-2f6f3f3a6b11",
      }),
    },
  ),
  component(
    "ingress-nginx-controller",
    "ingress-nginx",
    "registry.k8s.io/ingress-nginx/controller:v1.11.3@sha256:d56f135b6462cfc476447cfe564b83a45e8bb7da2774963b00d12161112270b7",
    {
      args: words(`
        /nginx-ingress-controller --publish-service=$(POD_NAMESPACE)/ingress-nginx-controller
        --election-id=ingress-nginx-leader --controller-class=k8s.io/ingress-nginx --ingress-class=nginx
        --configmap=$(POD_NAMESPACE)/ingress-nginx-controller --validating-webhook=:8443
        --validating-webhook-certificate=/usr/local/certificates/cert
        --validating-webhook-key=/usr/local/certificates/key
      `),
      env: [
        fieldRef("POD_NAME", "metadata.name"),
        fieldRef("POD_NAMESPACE", "metadata.namespace"),
        ...env({ LD_PRELOAD: "/usr/local/lib/libmimalloc.so" }),
      ],
    },
  ),
  component("cert-manager", "cert-manager", "quay.io/jetstack/cert-manager-controller:v1.16.2", {
    args: words(`
        --v=2 --cluster-resource-namespace=$(POD_NAMESPACE) --leader-election-namespace=kube-system
        --acme-http01-solver-image=quay.io/jetstack/cert-manager-acmesolver:v1.16.2
        --max-concurrent-challenges=60
      `),
    env: [fieldRef("POD_NAMESPACE", "metadata.namespace")],
  }),
  component("prometheus-operated", "monitoring", "quay.io/prometheus/prometheus:v2.55.1", {
    args: words(`
        --web.console.templates=/etc/prometheus/consoles
        --config.file=/etc/prometheus/config_out/prometheus.env.yaml --web.enable-lifecycle
        --web.external-url=http://prom-kube-prometheus-stack-prometheus.monitoring:9090 --web.route-prefix=/
        --storage.tsdb.retention.time=10d --storage.tsdb.path=/prometheus --storage.tsdb.wal-compression
        --enable-feature=exemplar-storage
      `),
  }),
  component("grafana", "monitoring", "docker.io/grafana/grafana:11.3.0", {
    env: [
      ...env({
        GF_PATHS_DATA: "/var/lib/grafana/",
        GF_PATHS_LOGS: "/var/log/grafana",
        GF_PATHS_PLUGINS: "/var/lib/grafana/plugins",
        GF_SERVER_ROOT_URL: "https://grafana.contoso.example",
        LABEL: "grafana_dashboard",
        LABEL_VALUE: "1",
        METHOD: "WATCH",
        RESOURCE: "both",
        REQ_URL: "http://localhost:3000/api/admin/provisioning/dashboards/reload",
      }),
      {
        name: "GF_SECURITY_ADMIN_PASSWORD",
        valueFrom: { secretKeyRef: { name: "grafana", key: "admin-password" } },
      },
    ],
  }),
  component("fluent-bit", "logging", "cr.fluentbit.io/fluent/fluent-bit:3.1.9", {
    command: ["/fluent-bit/bin/fluent-bit"],
    args: ["--workdir=/fluent-bit/etc", "--config=/fluent-bit/etc/conf/fluent-bit.conf"],
  }),
  component("redis-master", "shop", "docker.io/bitnami/redis:7.4.1-debian-12-r0", {
    command: ["/bin/bash"],
    args: ["-c", "/opt/bitnami/scripts/start-scripts/start-master.sh"],
    env: [
      ...env({
        BITNAMI_DEBUG: "false",
        REDIS_REPLICATION_MODE: "master",
        ALLOW_EMPTY_PASSWORD: "no",
        REDIS_TLS_ENABLED: "no",
        REDIS_PORT: "6379",
      }),
      { name: "REDIS_PASSWORD", valueFrom: { secretKeyRef: { name: "redis", key: "redis-password" } } },
      ...env({ REDIS_PASSWORD_FILE: "/opt/bitnami/redis/secrets/redis-password" }),
    ],
  }),
  component("orders", "shop", "contoso.azurecr.io/shop/orders:2026.11.20-3f2a91c", {
    command: ["java"],
    args: words("-XX:MaxRAMPercentage=75.0 -XX:+UseG1GC -Dspring.profiles.active=prod -jar /app/app.jar"),
    env: [
      ...env({
        SPRING_PROFILES_ACTIVE: "prod,kubernetes",
        JAVA_TOOL_OPTIONS: "-Xms256m -Xmx512m -Duser.timezone=UTC",
        SERVER_PORT: "8080",
        LOGGING_LEVEL_ROOT: "INFO",
        DB_HOST: "orders-db.postgres.database.azure.com",
        DB_NAME: "orders",
        DB_USER: "orders_app",
        KAFKA_BROKERS: "kafka-0.kafka.shop.svc.cluster.local:9092,kafka-1.kafka.shop.svc.cluster.local:9092",
        OTEL_EXPORTER_OTLP_ENDPOINT: "http://otel-collector.observability.svc:4317",
        OTEL_SERVICE_NAME: "orders",
        OTEL_RESOURCE_ATTRIBUTES: "service.namespace=shop,deployment.environment=prod",
      }),
      secretRef("DB_PASSWORD", "password"),
    ],
    resources: { limits: { cpu: "1", memory: "768Mi" }, requests: { cpu: "250m", memory: "512Mi" } },
  }),
  component("payments", "payments", "contoso.azurecr.io/payments/api:1.42.0", {
    env: env({
      ASPNETCORE_ENVIRONMENT: "Production",
      ASPNETCORE_URLS: "http://+:8080",
      DOTNET_RUNNING_IN_CONTAINER: "true",
      DOTNET_gcServer: "1",
      AZURE_CLIENT_ID: "5c1f60a2-6a3e-4a67-9bd5-52a53d4f2b90",
      AZURE_TENANT_ID: "72f988bf-86f1-41af-91ab-2d7cd011db47",
      AZURE_AUTHORITY_HOST: "https://login.microsoftonline.com/",
      AZURE_FEDERATED_TOKEN_FILE: "/var/run/secrets/azure/tokens/azure-identity-token",
      KeyVault__Uri: "https://kv-payments-prod.vault.azure.net/",
      Serilog__MinimumLevel__Default: "Information",
      TOKEN_TTL_SECONDS: "3600",
      MAX_TOKENS: "512",
      FEATURE_REFUNDS_ENABLED: "true",
    }),
    livenessProbe: { httpGet: { path: "/healthz", port: 8080 }, periodSeconds: 10 },
  }),
  component("web", "shop", "contoso.azurecr.io/shop/web:8.3.1", {
    command: ["node", "server.js"],
    env: env({
      NODE_ENV: "production",
      PORT: "3000",
      NODE_OPTIONS: "--max-old-space-size=384",
      API_URL: "http://orders.shop:8080/api/v1",
      TZ: "Europe/Berlin",
      LANG: "en_US.UTF-8",
      LOG_FORMAT: "json",
      CACHE_TTL: "5m",
      ALLOWED_ORIGINS: "https://shop.contoso.example,https://www.contoso.example",
    }),
    readinessProbe: { exec: { command: ["wget", "-qO-", "http://localhost:3000/ready"] } },
  }),
  component("reports", "shop", "python:3.12-slim", {
    command: ["sh", "-c"],
    args: [
      "until nc -z orders-db 5432; do echo waiting for orders-db; sleep 2; done; exec gunicorn app:app --workers 4 --bind 0.0.0.0:8000 --timeout 60",
    ],
    env: env({
      PYTHONUNBUFFERED: "1",
      DJANGO_SETTINGS_MODULE: "reports.settings",
      WORKERS: "4",
      DATABASE_POOL_SIZE: "10",
      GIN_MODE: "release",
      GOMEMLIMIT: "512MiB",
      REGION: "westeurope",
      CRON: "*/15 * * * *",
      REPORT_CURRENCY: "EUR",
    }),
  }),
];

type Ids = Readonly<{
  uid(): string;
  hash(length: number): string;
  hexes(length: number): string;
  base64(length: number): string;
  ago(): string;
}>;

function idsOf({ text, below }: Chance): Ids {
  const hexes = (length: number) => text(hex, length);
  return {
    hexes,
    base64: (length) => text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", length),
    uid: () => `${hexes(8)}-${hexes(4)}-4${hexes(3)}-a${hexes(3)}-${hexes(12)}`,
    hash: (length) => text(nice, length),
    ago: () =>
      new Date(Date.UTC(2026, 10, 1 + below(24), below(24), below(60), below(60)))
        .toISOString()
        .replace(".000", ""),
  };
}

/** The objects of one cluster: each component with its pods, and what stands around them. */
export function ordinaryObjects(chance: Chance): readonly Record<string, unknown>[] {
  const ids = idsOf(chance);
  return [
    ...components.flatMap((component) => objectsOf(component, ids)),
    ...nodes(ids),
    ...surroundings(ids),
  ];
}

function objectsOf(component: Component, ids: Ids): readonly Record<string, unknown>[] {
  const { name, namespace, image, container } = component;
  const labels = { "app.kubernetes.io/name": name, "app.kubernetes.io/instance": name, ...component.labels };
  const selector = { matchLabels: { "app.kubernetes.io/name": name } };
  const spec = {
    containers: [{ name, image, imagePullPolicy: "IfNotPresent", ...container, volumeMounts: [mount(ids)] }],
    serviceAccountName: name,
    tolerations: [
      { key: "CriticalAddonsOnly", operator: "Exists" },
      {
        key: "node.kubernetes.io/not-ready",
        effect: "NoExecute",
        operator: "Exists",
        tolerationSeconds: 300,
      },
    ],
    volumes: [projected(), { name: "tls", secret: { secretName: `${name}-tls`, defaultMode: 420 } }],
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [
            {
              matchExpressions: [
                { key: "kubernetes.io/os", operator: "In", values: ["linux"] },
                {
                  key: "node.kubernetes.io/instance-type",
                  operator: "In",
                  values: ["Standard_D4ds_v5", "Standard_E8as_v5"],
                },
                { key: "agentpool", operator: "NotIn", values: ["gpunp1", "user2"] },
              ],
            },
          ],
        },
      },
    },
    imagePullSecrets: [{ name: "acr" }],
    priorityClassName: "system-node-critical",
    schedulerName: "default-scheduler",
  };
  const template = {
    metadata: { labels, annotations: { "checksum/config": ids.hexes(64), "prometheus.io/scrape": "true" } },
    spec,
  };
  const deployment = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace, labels },
    spec: {
      replicas: 2,
      revisionHistoryLimit: 10,
      selector,
      strategy: { rollingUpdate: { maxSurge: "25%", maxUnavailable: 1 }, type: "RollingUpdate" },
      template,
    },
  };
  const templateHash = ids.hexes(10);
  const pods = [ids.hash(5), ids.hash(5)].map((suffix) =>
    pod(component, `${name}-${templateHash}-${suffix}`, templateHash, labels, spec, ids),
  );
  return [
    {
      ...deployment,
      metadata: {
        ...deployment.metadata,
        generation: 7,
        annotations: {
          "deployment.kubernetes.io/revision": "12",
          "meta.helm.sh/release-name": name,
          "kubectl.kubernetes.io/last-applied-configuration": `${JSON.stringify(deployment)}\n`,
        },
      },
      status: {
        replicas: 2,
        readyReplicas: 2,
        updatedReplicas: 2,
        availableReplicas: 2,
        observedGeneration: 7,
        conditions: [
          {
            type: "Available",
            status: "True",
            reason: "MinimumReplicasAvailable",
            message: "Deployment has minimum availability.",
            lastTransitionTime: ids.ago(),
          },
        ],
      },
    },
    ...pods,
    event(pods[0] as Record<string, unknown>, image, namespace, ids),
    {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: { name, namespace, annotations: { "azure.workload.identity/client-id": ids.uid() } },
    },
  ];
}

const mount = (ids: Ids) => ({
  mountPath: "/var/run/secrets/kubernetes.io/serviceaccount",
  name: `kube-api-access-${ids.hash(5)}`,
  readOnly: true,
});
const projected = () => ({
  name: "kube-api-access",
  projected: {
    defaultMode: 420,
    sources: [
      { serviceAccountToken: { expirationSeconds: 3607, path: "token" } },
      { configMap: { items: [{ key: "ca.crt", path: "ca.crt" }], name: "kube-root-ca.crt" } },
    ],
  },
});

function pod(
  { namespace, image, name: component }: Component,
  name: string,
  templateHash: string,
  labels: object,
  spec: object,
  ids: Ids,
): Record<string, unknown> {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name,
      namespace,
      generateName: `${component}-${templateHash}-`,
      labels: { ...labels, "pod-template-hash": templateHash },
      annotations: {
        "cni.projectcalico.org/containerID": ids.hexes(64),
        "cni.projectcalico.org/podIP": "10.244.3.17/32",
      },
    },
    spec: { ...spec, nodeName: "aks-user1-21430987-vmss00000b" },
    status: {
      phase: "Running",
      podIP: "10.244.3.17",
      hostIP: "10.224.0.7",
      qosClass: "Burstable",
      startTime: ids.ago(),
      conditions: [
        "PodReadyToStartContainers",
        "Initialized",
        "Ready",
        "ContainersReady",
        "PodScheduled",
      ].map((type) => ({ type, status: "True", lastTransitionTime: ids.ago() })),
      containerStatuses: [
        {
          name: component,
          ready: true,
          started: true,
          restartCount: 1,
          image,
          imageID: `${image.split(":")[0]}@sha256:${ids.hexes(64)}`,
          containerID: `containerd://${ids.hexes(64)}`,
          state: { running: { startedAt: ids.ago() } },
          lastState: {
            terminated: {
              containerID: `containerd://${ids.hexes(64)}`,
              exitCode: 137,
              reason: "OOMKilled",
              startedAt: ids.ago(),
              finishedAt: ids.ago(),
            },
          },
        },
      ],
    },
  };
}

function event(
  about: Record<string, unknown>,
  image: string,
  namespace: string,
  ids: Ids,
): Record<string, unknown> {
  const { name } = about.metadata as { name: string };
  return {
    apiVersion: "v1",
    kind: "Event",
    metadata: { name: `${name}.${ids.hexes(16)}`, namespace },
    involvedObject: { apiVersion: "v1", kind: "Pod", name, namespace },
    type: "Warning",
    reason: "Failed",
    message: `Failed to pull image "${image}": failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://contoso.azurecr.io/oauth2/token?scope=repository%3Ashop%2Forders%3Apull&service=contoso.azurecr.io: 401 Unauthorized`,
    count: 4,
    lastTimestamp: ids.ago(),
  };
}

const nodes = (ids: Ids): readonly Record<string, unknown>[] =>
  ["aks-system-31209845-vmss000000", "aks-user1-21430987-vmss00000b"].map((name) => ({
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name,
      labels: {
        agentpool: "user1",
        "beta.kubernetes.io/arch": "amd64",
        "kubernetes.azure.com/cluster": "MC_rg-prod_prod-1_westeurope",
        "kubernetes.azure.com/node-image-version": "AKSUbuntu-2204gen2containerd-202511.03.0",
        "node.kubernetes.io/instance-type": "Standard_D4ds_v5",
        "topology.kubernetes.io/zone": "westeurope-1",
      },
      annotations: {
        "csi.volume.kubernetes.io/nodeid": `{"disk.csi.azure.com":"${name}","file.csi.azure.com":"${name}"}`,
        "volumes.kubernetes.io/controller-managed-attach-detach": "true",
      },
    },
    spec: {
      providerID: `azure:///subscriptions/${ids.uid()}/resourceGroups/mc_rg-prod_prod-1_westeurope/providers/Microsoft.Compute/virtualMachineScaleSets/aks-user1-21430987-vmss/virtualMachines/11`,
      podCIDR: "10.244.3.0/24",
    },
    status: {
      nodeInfo: {
        architecture: "amd64",
        bootID: ids.uid(),
        containerRuntimeVersion: "containerd://1.7.28-2",
        kernelVersion: "5.15.0-1098-azure",
        kubeletVersion: "v1.33.5",
        machineID: ids.hexes(32),
        operatingSystem: "linux",
        osImage: "Ubuntu 22.04.5 LTS",
        systemUUID: ids.uid(),
      },
      conditions: [
        {
          type: "Ready",
          status: "True",
          reason: "KubeletReady",
          message: "kubelet is posting ready status",
          lastHeartbeatTime: ids.ago(),
          lastTransitionTime: ids.ago(),
        },
      ],
      addresses: [
        { type: "InternalIP", address: "10.224.0.7" },
        { type: "Hostname", address: name },
      ],
      capacity: { cpu: "4", memory: "16374624Ki", pods: "110", "ephemeral-storage": "129886128Ki" },
      images: Array.from({ length: 12 }, () => ({
        names: [
          `mcr.microsoft.com/oss/kubernetes/pause@sha256:${ids.hexes(64)}`,
          "mcr.microsoft.com/oss/kubernetes/pause:3.9",
        ],
        sizeBytes: 321520,
      })),
    },
  }));

const certificate = ({ base64 }: Ids): string =>
  [
    "-----BEGIN CERTIFICATE-----",
    `MIID${base64(60)}`,
    ...Array.from({ length: 12 }, () => base64(64)),
    `${base64(22)}==`,
    "-----END CERTIFICATE-----",
    "",
  ].join("\n");

const configMaps: readonly (readonly [string, Record<string, string>])[] = [
  [
    "coredns",
    {
      Corefile:
        '.:53 {\n    errors\n    ready\n    health {\n      lameduck 5s\n    }\n    kubernetes cluster.local in-addr.arpa ip6.arpa {\n      pods insecure\n      fallthrough in-addr.arpa ip6.arpa\n      ttl 30\n    }\n    prometheus :9153\n    forward . /etc/resolv.conf\n    cache 30\n    loop\n    reload\n    loadbalance\n    import custom/*.override\n    template ANY ANY internal.cloudapp.net {\n      match "^(?:[^.]+\\.){4,}internal\\.cloudapp\\.net\\.$"\n      rcode NXDOMAIN\n      fallthrough\n    }\n}\nimport custom/*.server # no override\n',
    },
  ],
  [
    "ingress-nginx-controller",
    {
      "use-forwarded-headers": "true",
      "proxy-body-size": "20m",
      "ssl-protocols": "TLSv1.2 TLSv1.3",
      "log-format-upstream":
        '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent $request_time [$proxy_upstream_name] $upstream_addr $req_id',
      "allow-snippet-annotations": "false",
    },
  ],
  [
    "orders",
    {
      "application.yaml":
        "server:\n  port: 8080\n  shutdown: graceful\nspring:\n  application:\n    name: orders\n  datasource:\n    url: jdbc:postgresql://orders-db.postgres.database.azure.com:5432/orders?sslmode=require\n    username: $(DB_USER)\n    password: $(DB_PASSWORD)\n    hikari:\n      maximum-pool-size: 20\n  security:\n    oauth2:\n      resourceserver:\n        jwt:\n          issuer-uri: https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0\nmanagement:\n  endpoints:\n    web:\n      exposure:\n        include: health,info,prometheus\n",
      FEATURE_FLAGS: "refunds,giftcards",
      SESSION_TIMEOUT: "30m",
      TOKEN_ENDPOINT: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
      PASSWORD_MIN_LENGTH: "12",
      PASSWORD_POLICY: "strict",
    },
  ],
  [
    "grafana-dashboards",
    {
      "api.json":
        '{\n  "title": "API latency",\n  "uid": "b3d1a7c2",\n  "schemaVersion": 39,\n  "panels": [\n    {\n      "id": 4,\n      "type": "timeseries",\n      "targets": [\n        { "expr": "histogram_quantile(0.99, sum(rate(http_server_requests_seconds_bucket{namespace=\\"shop\\"}[5m])) by (le))", "refId": "A" }\n      ],\n      "gridPos": { "h": 8, "w": 12, "x": 0, "y": 0 }\n    }\n  ]\n}\n',
    },
  ],
  [
    "prometheus-rules",
    {
      "rules.yaml":
        'groups:\n- name: node\n  rules:\n  - alert: NodeFilesystemSpaceFillingUp\n    expr: |-\n      (node_filesystem_avail_bytes{job="node-exporter",fstype!=""} / node_filesystem_size_bytes{job="node-exporter",fstype!=""} * 100 < 15)\n    for: 1h\n    labels:\n      severity: warning\n    annotations:\n      description: Filesystem on {{ $labels.device }} at {{ $labels.instance }} has only {{ printf "%.2f" $value }}% available space left.\n      runbook_url: https://runbooks.prometheus-operator.dev/runbooks/node/nodefilesystemspacefillingup\n',
    },
  ],
  [
    "fluent-bit",
    {
      "fluent-bit.conf":
        "[SERVICE]\n    Daemon Off\n    Flush 1\n    Log_Level info\n    Parsers_File /fluent-bit/etc/parsers.conf\n    HTTP_Server On\n    HTTP_Port 2020\n\n[INPUT]\n    Name tail\n    Path /var/log/containers/*.log\n    multiline.parser docker, cri\n    Tag kube.*\n    Mem_Buf_Limit 5MB\n\n[FILTER]\n    Name kubernetes\n    Match kube.*\n    Kube_Token_File /var/run/secrets/kubernetes.io/serviceaccount/token\n    Merge_Log On\n    Keep_Log Off\n",
    },
  ],
];

function surroundings(ids: Ids): readonly Record<string, unknown>[] {
  const shop = "shop";
  const object = (
    apiVersion: string,
    kind: string,
    name: string,
    rest: object,
    namespace: string | null = shop,
  ) => ({
    apiVersion,
    kind,
    metadata: { name, ...(namespace === null ? {} : { namespace }) },
    ...rest,
  });
  return [
    ...configMaps.map(([name, data]) => object("v1", "ConfigMap", name, { data })),
    object("v1", "ConfigMap", "kube-root-ca.crt", { data: { "ca.crt": certificate(ids) } }),
    ...["shop", "payments", "monitoring", "logging", "cert-manager", "ingress-nginx", "kube-system"].map(
      (name) => object("v1", "Namespace", name, { status: { phase: "Active" } }, null),
    ),
    object("v1", "Service", "orders", {
      spec: {
        type: "ClusterIP",
        clusterIP: "10.0.61.4",
        selector: { app: "orders" },
        ports: [{ name: "http", port: 8080, targetPort: 8080 }],
      },
    }),
    object("v1", "PersistentVolumeClaim", "data-redis-master-0", {
      spec: {
        accessModes: ["ReadWriteOnce"],
        resources: { requests: { storage: "32Gi" } },
        storageClassName: "managed-csi",
        volumeName: `pvc-${ids.uid()}`,
      },
      status: { phase: "Bound" },
    }),
    object(
      "v1",
      "PersistentVolume",
      `pvc-${ids.uid()}`,
      {
        spec: {
          csi: {
            driver: "disk.csi.azure.com",
            volumeHandle: `/subscriptions/${ids.uid()}/resourceGroups/mc_rg-prod_prod-1_westeurope/providers/Microsoft.Compute/disks/pvc-${ids.uid()}`,
            volumeAttributes: {
              "storage.kubernetes.io/csiProvisionerIdentity": "1730452011123-8081-disk.csi.azure.com",
            },
          },
          capacity: { storage: "32Gi" },
        },
        status: { phase: "Bound" },
      },
      null,
    ),
    object("networking.k8s.io/v1", "Ingress", "shop", {
      spec: {
        ingressClassName: "nginx",
        tls: [{ hosts: ["shop.contoso.example"], secretName: "shop-tls" }],
        rules: [
          {
            host: "shop.contoso.example",
            http: {
              paths: [
                {
                  path: "/",
                  pathType: "Prefix",
                  backend: { service: { name: "web", port: { number: 3000 } } },
                },
              ],
            },
          },
        ],
      },
    }),
    {
      ...object("networking.k8s.io/v1", "Ingress", "admin", { spec: { rules: [] } }),
      metadata: {
        name: "admin",
        namespace: shop,
        annotations: {
          "nginx.ingress.kubernetes.io/auth-type": "basic",
          "nginx.ingress.kubernetes.io/auth-secret": "admin-basic-auth",
          "nginx.ingress.kubernetes.io/auth-realm": "Authentication Required",
          "cert-manager.io/cluster-issuer": "letsencrypt-prod",
        },
      },
    },
    object("coordination.k8s.io/v1", "Lease", "ingress-nginx-leader", {
      spec: {
        holderIdentity: `ingress-nginx-controller-${ids.hexes(10)}-${ids.hash(5)}`,
        leaseDurationSeconds: 30,
        leaseTransitions: 14,
      },
    }),
    object(
      "rbac.authorization.k8s.io/v1",
      "ClusterRole",
      "secret-reader",
      {
        rules: [
          { apiGroups: [""], resources: ["secrets", "serviceaccounts/token"], verbs: ["get", "list"] },
          { apiGroups: ["authentication.k8s.io"], resources: ["tokenreviews"], verbs: ["create"] },
        ],
      },
      null,
    ),
    object(
      "rbac.authorization.k8s.io/v1",
      "ClusterRoleBinding",
      "secret-reader",
      {
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "secret-reader" },
        subjects: [{ kind: "Group", name: ids.uid(), apiGroup: "rbac.authorization.k8s.io" }],
      },
      null,
    ),
    object(
      "admissionregistration.k8s.io/v1",
      "ValidatingWebhookConfiguration",
      "ingress-nginx-admission",
      {
        webhooks: [
          {
            name: "validate.nginx.ingress.kubernetes.io",
            admissionReviewVersions: ["v1"],
            clientConfig: {
              caBundle: Buffer.from(certificate(ids)).toString("base64"),
              service: {
                name: "ingress-nginx-controller-admission",
                namespace: "ingress-nginx",
                path: "/networking/v1/ingresses",
              },
            },
            failurePolicy: "Fail",
            sideEffects: "None",
          },
        ],
      },
      null,
    ),
    object("external-secrets.io/v1", "ExternalSecret", "orders-db", {
      spec: {
        refreshInterval: "1h",
        secretStoreRef: { name: "azure-keyvault", kind: "ClusterSecretStore" },
        target: { name: "orders-db", creationPolicy: "Owner" },
        data: [
          {
            secretKey: "password",
            remoteRef: { key: "orders-db-password", conversionStrategy: "Default", decodingStrategy: "None" },
          },
        ],
      },
      status: {
        conditions: [{ type: "Ready", status: "True", reason: "SecretSynced", message: "secret synced" }],
        syncedResourceVersion: `1-${ids.hexes(56)}`,
      },
    }),
    object("helm.toolkit.fluxcd.io/v2", "HelmRelease", "redis", {
      spec: {
        interval: "5m",
        chart: {
          spec: { chart: "redis", version: "20.2.1", sourceRef: { kind: "HelmRepository", name: "bitnami" } },
        },
        values: {
          auth: { enabled: true, existingSecret: "redis", existingSecretPasswordKey: "redis-password" },
          architecture: "standalone",
          master: { persistence: { size: "8Gi" } },
        },
      },
    }),
    object("autoscaling/v2", "HorizontalPodAutoscaler", "orders", {
      spec: {
        minReplicas: 2,
        maxReplicas: 10,
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "orders" },
        metrics: [
          {
            type: "Resource",
            resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } },
          },
        ],
      },
    }),
    object("v1", "ConfigMap", "kubeadm-like", {
      data: {
        kubeconfig:
          "apiVersion: v1\nclusters:\n- cluster:\n    certificate-authority: /var/run/secrets/kubernetes.io/serviceaccount/ca.crt\n    server: https://10.0.0.1:443\n  name: default\nusers:\n- name: default\n  user:\n    tokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token\n",
      },
    }),
  ];
}
