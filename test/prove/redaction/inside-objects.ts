// Objects in which something is wrong, with a secret wherever a look inside may come by: what Kubernetes says, what pods
// write, what teams set. The cluster is that of the scenario `hub-spoke`.
import type { Chance } from "./chance.ts";
import { makePlainSecret, makeToken } from "./secrets.ts";

export type Planted = Readonly<{ what: string; secrets: readonly string[]; objects: readonly KubeObject[] }>;

type KubeObject = Readonly<{
  apiVersion: string;
  kind: string;
  metadata: Readonly<Record<string, unknown>>;
  [more: string]: unknown;
}>;

const created = "-PT3H";
const object = (
  [apiVersion, kind]: readonly [string, string],
  namespace: string | null,
  name: string,
  { metadata, ...rest }: Readonly<{ metadata?: object; [more: string]: unknown }> = {},
): KubeObject => ({
  apiVersion,
  kind,
  metadata: { name, creationTimestamp: created, ...(namespace === null ? {} : { namespace }), ...metadata },
  ...rest,
});

const condition = (type: string, more: object) => ({ type, lastTransitionTime: created, ...more });

type State = Readonly<{ state?: object; lastState?: object; ready?: boolean }>;

const pod = (
  namespace: string,
  name: string,
  container: State,
  more: Readonly<{ [key: string]: unknown }> = {},
) =>
  object(["v1", "Pod"], namespace, name, {
    spec: {
      nodeName: "aks-apps-31846275-vmss000000",
      restartPolicy: "Always",
      containers: [{ name: "main" }],
    },
    ...more,
    status: {
      phase: "Running",
      conditions: [condition("Ready", { status: "False", reason: "ContainersNotReady" })],
      containerStatuses: [
        { name: "main", ready: false, restartCount: 7, state: { running: {} }, ...container },
      ],
      ...(more.status as object | undefined),
    },
  });

const waiting = (reason: string, message = ""): State => ({ state: { waiting: { reason, message } } });

const event = (namespace: string, name: string, more: object) =>
  object(["v1", "Event"], namespace, name, {
    involvedObject: { kind: "Pod", namespace, name: "api-1" },
    ...{ type: "Warning", count: 40, firstTimestamp: created, lastTimestamp: "-PT4M", ...more },
  });

const logged = (namespace: string, name: string, labels: object, container: string, log: string) =>
  object(["v1", "Pod"], namespace, name, {
    metadata: { labels, annotations: { "simulator/log": log } },
    spec: { nodeName: "aks-apps-31846275-vmss000000", containers: [{ name: container }] },
    status: { phase: "Running", conditions: [condition("Ready", { status: "True" })] },
  });

/** `secret` stands in a sentence that says what it is; `token` stands alone, where a word is expected. */
type Make = (secret: string, token: string) => readonly KubeObject[];

const makers: Readonly<Record<string, Make>> = {
  "messages of events": (secret) => [
    event("payments", "mount.1", {
      reason: "FailedMount",
      message: `mount failed: -o username=shop,password=${secret} //shop.file.core.windows.net/orders`,
    }),
    event("kube-system", "place.1", {
      reason: "FailedScheduling",
      message: `0/6 nodes are available, see https://ops:${secret}@wiki.contoso.example/nodes`,
    }),
  ],
  "words of events": (_secret, token) => [
    event("payments", "word.1", { reason: token, message: "x", source: { component: token } }),
    event("payments", "place.2", { reason: "FailedScheduling", message: "x", reportingComponent: token }),
  ],
  "the address of a webhook": (secret, token) => [
    object(["admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration"], null, "by-address", {
      webhooks: [
        {
          name: "check.contoso.example",
          failurePolicy: "Fail",
          clientConfig: { url: `https://hook:${secret}@check.contoso.example/validate?token=${token}` },
          rules: [{ apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*", token] }],
        },
        {
          name: "guard.contoso.example",
          failurePolicy: "Fail",
          clientConfig: { service: { namespace: "shop-guard", name: "guard", path: `/?token=${token}` } },
          rules: [{ apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["pods"] }],
        },
      ],
    }),
  ],
  "the log of CoreDNS": (secret, token) => [
    logged(
      "kube-system",
      "coredns-7d4b8c6f59-4xk2p",
      { "k8s-app": "kube-dns" },
      "coredns",
      [
        `[ERROR] plugin/errors: 2 ${token}.contoso.example. A: read udp 10.244.0.11:40234->10.10.5.4:53: i/o timeout`,
        `[ERROR] plugin/forward: https://dns:${secret}@resolver.contoso.example/: ->10.10.5.4:53: i/o timeout`,
        `[INFO] 10.244.0.9:3 - 4 "A IN ${token}.contoso.example. udp 40" SERVFAIL qr 40 0.1s`,
        `[ERROR] plugin/errors: 2 password=${secret}. A: read udp 10.244.0.11:1->10.10.5.4:53: i/o timeout\n`,
      ].join("\n"),
    ),
  ],
  "logs that are fetched to see whether they can be": (secret, token) => [
    logged(
      "kube-system",
      "cloud-node-manager-x1",
      { "k8s-app": "cloud-node-manager" },
      "cloud-node-manager",
      `refreshing token ${token}, password=${secret}\n`,
    ),
  ],
  "images with credentials": (secret, token) => [
    pod(
      "payments",
      "image-1",
      waiting(
        "ImagePullBackOff",
        `Back-off pulling image "https://ci:${secret}@registry.contoso.example/shop/api:1": 401 Unauthorized`,
      ),
    ),
    pod(
      "payments",
      "image-2",
      waiting(
        "InvalidImageName",
        `couldn't parse image reference "ci:${secret}@registry.contoso.example/api": invalid reference format`,
      ),
    ),
    pod(
      "payments",
      "image-3",
      waiting("ErrImagePull", `failed to pull image "${token}.contoso.example/api:1": not found`),
    ),
    pod(
      "payments",
      "image-4",
      waiting(
        "ErrImagePull",
        `failed to resolve reference "registry.contoso.example/${token}:1": i/o timeout`,
      ),
    ),
  ],
  "what pods wait for": (secret, token) => [
    pod(
      "payments",
      "waits-1",
      waiting("CreateContainerError", `exec: "sh -c DB_PASSWORD=${secret} run": not found`),
    ),
    pod("payments", "waits-2", waiting(token, `--admin-password=${secret}`)),
    pod("kube-system", "coredns-waits-3", waiting(token)),
    pod(
      "aks-command",
      "command-1",
      waiting("ImagePullBackOff", `https://ci:${secret}@mcr.microsoft.com/aks/command: 403`),
    ),
    pod("payments", "waits-4", {
      ...waiting("CrashLoopBackOff"),
      lastState: { terminated: { reason: token, message: `postgres://app:${secret}@db:5432/orders` } },
    }),
  ],
  "why pods find no node": (secret) => [
    pod(
      "payments",
      "pending-1",
      {},
      {
        spec: { containers: [{ name: "main" }] },
        status: {
          phase: "Pending",
          containerStatuses: [],
          conditions: [
            condition("PodScheduled", {
              status: "False",
              reason: "Unschedulable",
              message: `0/6 nodes are available: 6 node(s) had untolerated taint {token: ${secret}}.`,
            }),
          ],
        },
      },
    ),
  ],
  "why pods are not ready": (secret) => [
    pod(
      "payments",
      "unready-1",
      {},
      {
        status: {
          conditions: [
            condition("Ready", {
              status: "False",
              reason: "ContainersNotReady",
              message: `Get "http://probe:${secret}@10.244.0.9:8080/": 401`,
            }),
          ],
        },
      },
    ),
  ],
  "conditions, labels and taints of nodes": (secret, token) => [
    object(["v1", "Node"], null, "aks-apps-31846275-vmss000009", {
      metadata: { labels: { agentpool: token, "kubernetes.azure.com/mode": "user" } },
      spec: { unschedulable: true, taints: [{ key: token, value: secret, effect: "NoSchedule" }] },
      status: {
        conditions: [
          condition("Ready", { status: "Unknown", message: `password=${secret}` }),
          condition(token, { status: "True", message: `Authorization: Bearer ${secret}` }),
        ],
        nodeInfo: { kubeletVersion: "v1.33.5", operatingSystem: "linux" },
      },
    }),
  ],
  "settings of CoreDNS": (secret, token) => [
    object(["v1", "ConfigMap"], "kube-system", "coredns-custom", {
      data: {
        "own.server": `azmk8s.io:53 ${token}.example {\n  # password: ${secret}\n  rewrite name ${token} azmk8s.io\n  forward . 10.10.5.4 tls://ops:${secret}@10.9.0.5\n}\n`,
        password: secret,
      },
    }),
  ],
  "what the autoscaler says": (secret, token) => [
    object(["v1", "ConfigMap"], "kube-system", "cluster-autoscaler-status", {
      data: {
        status: `nodeGroups:\n- name: aks-apps\n  scaleUp:\n    status: Backoff\n    errorMessage: 'QuotaExceeded client_secret=${secret} ${token}'\n`,
      },
    }),
  ],
  "why an aggregated API is away": (secret, token) => [
    object(["apiregistration.k8s.io/v1", "APIService"], null, "v1.shop.example", {
      spec: { group: "shop.example", version: "v1", service: { namespace: "payments", name: "api" } },
      status: {
        conditions: [
          condition("Available", {
            status: "False",
            reason: token,
            message: `https://api:${secret}@10.0.0.9/`,
          }),
        ],
      },
    }),
  ],
  "requests for certificates": (secret, token) => [
    object(["certificates.k8s.io/v1", "CertificateSigningRequest"], null, "csr-1", {
      spec: { signerName: "kubernetes.io/kubelet-serving", username: `system:node:${token}` },
      status: { conditions: [condition("Denied", { status: "True", message: `token: ${secret}` })] },
    }),
  ],
  "certificates, constraints, budgets and policies": (secret, token) => [
    object(["cert-manager.io/v1", "Certificate"], "payments", "web-tls", {
      status: {
        conditions: [
          condition("Ready", { status: "False", message: `acme key=${token} password=${secret}` }),
        ],
      },
    }),
    object(["constraints.gatekeeper.sh/v1beta1", "K8sAzureV2NoPrivilege"], null, "no-privilege", {
      spec: { enforcementAction: "deny", match: {}, parameters: { token, password: secret } },
    }),
    object(["policy/v1", "PodDisruptionBudget"], "payments", "strict", {
      metadata: { annotations: { "contoso.example/token": token } },
      status: { disruptionsAllowed: 0, expectedPods: 2, currentHealthy: 1, desiredHealthy: 2 },
    }),
    object(["networking.k8s.io/v1", "NetworkPolicy"], "kube-system", "closes", {
      metadata: { annotations: { "contoso.example/token": token } },
      spec: { podSelector: { matchLabels: { "k8s-app": "kube-dns", token } }, policyTypes: ["Ingress"] },
    }),
  ],
};

export const plantInside = (chance: Chance): readonly Planted[] =>
  Object.entries(makers).map(([what, make]) => {
    const [secret, token] = [makePlainSecret(chance).text, makeToken(chance).text];
    return { what, secrets: [secret, token], objects: make(secret, token) };
  });
