// Rows about pods and what they wait for.
import type {
  Claim,
  EvictedPod,
  Job,
  Pod,
  RunningPod,
  ShortWorkload,
  Warning,
} from "../../../../src/core/in-cluster/reads/model.ts";
import { inClusterUnread, inClusterWith, minutesAgo, pod, runningPod } from "../../../fixtures/in-cluster.ts";
import { type Rows, row } from "./row.ts";

const pods = (...patches: readonly Partial<Pod>[]) =>
  inClusterWith(
    "pods",
    patches.map((patch) => ({ ...pod, ...patch })),
  );
const pending: Partial<Pod> = {
  phase: "Pending",
  node: "",
  created: minutesAgo(6),
  unplaced: "0/2 nodes are available: 1 Insufficient memory, 1 node(s) had untolerated taint {a: b}.",
};
const pulling = (image: string, said: string): Partial<Pod> => ({
  waiting: ["ImagePullBackOff"],
  said: [`Back-off pulling image "${image}": ErrImagePull: ${said}`],
});
/** The last first, and one of them twice. */
const many = Array.from({ length: 12 }, (_, at) => String(12 - at).padStart(2, "0"));
const manyRegistries = many.map((at) =>
  pulling(`r${at === "12" ? "01" : at}.example/cart:v1`, "401 Unauthorized"),
);
const running = (...patches: readonly Partial<RunningPod>[]) =>
  inClusterWith(
    "runningPods",
    patches.map((patch) => ({ ...runningPod, ...patch })),
  );
const crashing: Partial<Pod> = { waiting: ["CrashLoopBackOff"], ended: ["OOMKilled"] };
const warned = (patch: Partial<Warning>): Warning => ({
  namespace: "shop",
  what: "Pod",
  reason: "FailedScheduling",
  from: "default-scheduler",
  count: 1,
  last: minutesAgo(5),
  ...patch,
});
const warnings = (...patches: readonly Partial<Warning>[]) => inClusterWith("warnings", patches.map(warned));
const unconfigured = (said: string): Partial<Pod> => ({
  phase: "Pending",
  waiting: ["CreateContainerConfigError"],
  said: [said],
});
const overQuota =
  'pods "cart-7d4b-x2" is forbidden: exceeded quota: team, requested: pods=1, used: pods=5, limited: pods=5';
const short = (patch: Partial<ShortWorkload>) =>
  inClusterWith("workloads", [
    {
      kind: "Deployment",
      namespace: "shop",
      name: "cart",
      created: minutesAgo(60),
      wanted: 2,
      available: 0,
      isUnavailable: true,
      unavailableSince: minutesAgo(6),
      isStuck: false,
      notMade: "",
      ...patch,
    },
  ]);
const jobs = (patch: Partial<Job>) =>
  inClusterWith("jobs", [
    {
      namespace: "shop",
      name: "import",
      created: minutesAgo(60),
      isSuspended: false,
      active: 0,
      failed: 0,
      givenUp: null,
      ...patch,
    },
  ]);
const evictedPods = (patch: Partial<EvictedPod>) =>
  inClusterWith("evictedPods", [
    {
      namespace: "shop",
      name: "cart-1",
      node: "aks-apps-1",
      said: "The node was low on resource: memory. Threshold quantity: 750Mi, available: 600Mi.",
      at: minutesAgo(60),
      ...patch,
    },
  ]);
const claims = (patch: Partial<Claim>) =>
  inClusterWith("claims", [
    {
      namespace: "shop",
      name: "data",
      created: minutesAgo(60),
      isLost: false,
      storageClass: "managed-csi",
      isWaitedFor: false,
      ...patch,
    },
  ]);
const budget = { namespace: "shop", name: "web", expected: 2, healthy: 1, wanted: 2 };
const budgets = inClusterWith("budgets", [budget]);

export const workloadRows: Rows = {
  "k8s.pending-pods": [
    row("none", [], "pass"),
    row("one for long", [pods(pending)], "warn", {
      says: "five minutes: shop/cart-1. Missing: a node without such a taint, memory",
    }),
    row("one for a moment", [pods({ ...pending, created: minutesAgo(4) })], "pass"),
    row("one in kube-system", [pods({ ...pending, namespace: "kube-system" })], "fail", {
      says: "1 in kube-system",
    }),
    row("for a volume", [pods({ ...pending, unplaced: 'persistentvolumeclaim "data" not found' })], "warn", {
      says: "a volume",
    }),
    row("one that runs and waits for what nobody knows", [pods({ waiting: ["RunContainerError"] })], "warn", {
      says: "description",
    }),
    row("one that runs and waits for what comes", [pods({ waiting: ["PodInitializing"] })], "pass"),
    row(
      "one that waits for an image, and is told of elsewhere",
      [pods({ ...pending, ...pulling("a.io/b:1", "not found") })],
      "pass",
    ),
    row("for what nobody knows", [pods({ ...pending, unplaced: "" })], "warn", { says: "description" }),
    row("not read", [inClusterUnread("pods")], "notAssessed"),
  ],
  "k8s.sched-events": [
    row("none", [], "pass"),
    row("a few", [warnings({ count: 10 })], "pass", { says: "10 times" }),
    row("many", [warnings({ count: 6 }, { count: 5 })], "warn", {
      says: "tell 11 times of a pod that found no node (default-scheduler 11)",
    }),
    row("many, by whoever may write events", [warnings({}, { count: 900, from: "shop-bot" })], "warn", {
      says: "(shop-bot 900, default-scheduler 1)",
    }),
    row("many, by nobody", [warnings({ count: 11, from: "" })], "warn", { says: "(nobody named 11)" }),
    row(
      "many, by more than anybody reads",
      [warnings(...["d", "a", "c", "b"].map((from) => ({ from, count: 9 })))],
      "warn",
      { says: "36 times of a pod that found no node (a 9, b 9, c 9)." },
    ),
    row("of kube-system", [warnings({ namespace: "kube-system" })], "warn", { says: "AKS itself" }),
    row("of commands", [warnings({ namespace: "aks-command" })], "warn"),
    row("long ago", [warnings({ count: 50, last: minutesAgo(61) })], "pass"),
    row("of something else", [warnings({ count: 50, reason: "BackOff" })], "pass"),
    row("not read", [inClusterUnread("warnings", "cut")], "notAssessed"),
  ],
  "k8s.image-pull": [
    row("none waits", [], "pass"),
    row("Microsoft's", [pods(pulling("mcr.microsoft.com/oss/kubernetes/pause:3.6", "i/o timeout"))], "fail", {
      says: "mcr.microsoft.com: it does not answer",
    }),
    row("one's own, no right", [pods(pulling("contoso.azurecr.io/cart:v1", "401 Unauthorized"))], "warn", {
      says: "contoso.azurecr.io: it does not let the cluster in",
    }),
    row("one that is not there", [pods(pulling("contoso.azurecr.io/cart:v9", "manifest unknown"))], "warn", {
      says: "no such image",
    }),
    row("a registry that nobody named", [pods({ waiting: ["InvalidImageName"] })], "warn", {
      says: "for an image",
    }),
    row(
      "one of Microsoft's that is not there",
      [pods(pulling("mcr.microsoft.com/nope:1", "not found"))],
      "warn",
      {
        says: "mcr.microsoft.com: it has no such image",
      },
    ),
    row(
      "names of images that look like reasons",
      [pods(pulling("mcr.microsoft.com/timeout:403", "mcr.microsoft.com/timeout:403: not found"))],
      "warn",
      { says: "mcr.microsoft.com: it has no such image" },
    ),
    row("many registries", [pods(...manyRegistries)], "warn", {
      says: "12 pods wait for images of r01.example, r02.example, r03.example and 8 more",
    }),
    row("one that only says so", [pods(pulling("mcr.microsoft.com.evil.example/x", "i/o timeout"))], "warn"),
    row("not read", [inClusterUnread("pods")], "notAssessed"),
  ],
  "k8s.crashloop": [
    row("none", [], "pass"),
    row("one of the shop", [pods(crashing)], "warn", {
      says: "1 pod in CrashLoopBackOff, 1 for lack of memory: shop/cart-1.",
    }),
    row("CoreDNS", [pods(crashing, { ...crashing, namespace: "kube-system", name: "coredns-1" })], "fail", {
      says: "1 pod of AKS itself",
    }),
    row("one that calls itself so elsewhere", [pods({ ...crashing, name: "coredns-1" })], "warn"),
    row("not read", [inClusterUnread("pods")], "notAssessed"),
  ],
  "k8s.pods-ready": [
    row("all ready", [], "pass"),
    row("one is not, for long", [running({})], "warn", {
      says: "1 pod runs and has not been ready for more than ten minutes: shop/cart-1.",
    }),
    row("one is not, for a while", [running({ since: minutesAgo(9) })], "pass"),
    row("one is not, for ten minutes to the second", [running({ since: minutesAgo(10) })], "pass"),
    row("one is not, for a second more", [running({ since: minutesAgo(10) - 1_000 })], "warn"),
    row("one is not, since a time ahead of our clock", [running({ since: minutesAgo(-9) })], "pass"),
    row("one is not, since nobody knows when", [running({ since: null })], "warn"),
    row(
      "one is not, and of its containers nothing is known",
      [running({ ready: 0, containers: 0, node: "" })],
      "warn",
    ),
    row("one is, and something else about it is odd", [running({ isReady: true })], "pass"),
    row("one of a job", [running({ runsToEnd: true })], "pass"),
    row("one that is being deleted", [running({ isEnding: true })], "pass"),
    row("one that waits, and is told of elsewhere", [running({ waiting: ["CrashLoopBackOff"] })], "pass"),
    row(
      "one in kube-system, which its Deployment or DaemonSet tells of",
      [running({ namespace: "kube-system" })],
      "pass",
    ),
    row("many", [running(...many.map((at) => ({ name: `cart-${at}` })))], "warn", {
      says: "12 pods run and have not been ready for more than ten minutes: shop/cart-01, shop/cart-02, shop/cart-03 and 9 more.",
    }),
    row("not read", [inClusterUnread("runningPods", "cut")], "notAssessed"),
  ],
  "k8s.container-config": [
    row("all start", [], "pass"),
    row("a Secret that is not there", [pods(unconfigured('secret "db" not found'))], "warn", {
      says: "1 pod is not started for want of configuration: shop/cart-1. Not there: secret/db.",
    }),
    row(
      "a ConfigMap that is not there",
      [pods(unconfigured('configmap "cart-settings" not found'))],
      "warn",
      {
        says: "Not there: configmap/cart-settings.",
      },
    ),
    row("a key that is not there", [pods(unconfigured("couldn't find key url in Secret shop/db"))], "warn", {
      says: "Without the key that is asked for: secret/db.",
    }),
    row(
      "something else",
      [pods(unconfigured("container has runAsNonRoot and image will run as root"))],
      "warn",
      {
        says: "shop/cart-1.",
      },
    ),
    row("not read", [inClusterUnread("pods")], "notAssessed"),
  ],
  "k8s.pods-not-made": [
    row("all made", [], "pass"),
    row("a quota", [short({ notMade: overQuota })], "warn", {
      says: "Kubernetes makes no pods for 1 workload, shop/cart: a quota of the namespace is used up (team).",
    }),
    row(
      "a quota that asks for limits",
      [
        short({
          notMade: 'pods "cart-1" is forbidden: failed quota: team: must specify limits.cpu for: cart',
        }),
      ],
      "warn",
      {
        says: "a quota asks for requests and limits that they do not name (team)",
      },
    ),
    row(
      "a LimitRange",
      [
        short({
          notMade: 'pods "cart-1" is forbidden: maximum memory usage per Container is 1Gi, but limit is 2Gi',
        }),
      ],
      "warn",
      {
        says: "LimitRange",
      },
    ),
    row(
      "a policy",
      [short({ notMade: 'admission webhook "validation.gatekeeper.sh" denied the request: no' })],
      "warn",
      {
        says: "a policy turns them down (validation.gatekeeper.sh)",
      },
    ),
    row(
      "Pod Security",
      [short({ notMade: 'pods "cart-1" is forbidden: violates PodSecurity "restricted:latest": x' })],
      "warn",
      {
        says: "Pod Security level",
      },
    ),
    row(
      "a webhook that is silent",
      [short({ notMade: 'failed calling webhook "a.b": Post "https://x": EOF' })],
      "warn",
      {
        says: "does not answer (a.b)",
      },
    ),
    row(
      "no such service account",
      [
        short({
          notMade:
            'pods "cart-1" is forbidden: error looking up service account shop/cart: serviceaccount "cart" not found',
        }),
      ],
      "warn",
      {
        says: "their service account is not there (cart)",
      },
    ),
    row("what nobody knows", [short({ notMade: "odd" })], "warn", { says: "events say" }),
    row("a Job without pods", [jobs({})], "warn", { says: "shop/import" }),
    row("a Job that has just been made", [jobs({ created: minutesAgo(4) })], "pass"),
    row("a Job that is suspended", [jobs({ isSuspended: true })], "pass"),
    row("a Job that runs", [jobs({ active: 1 })], "pass"),
    row("not read", [inClusterUnread("workloads")], "notAssessed"),
  ],
  "k8s.workloads": [
    row("all there", [], "pass"),
    row("none of two", [short({})], "warn", {
      says: "1 workload has fewer pods available than wanted: shop/cart 0/2.",
    }),
    row("none of two, for a while", [short({ unavailableSince: minutesAgo(4) })], "pass"),
    row("none of two, since nobody knows when", [short({ unavailableSince: null })], "warn"),
    row("none wanted", [short({ wanted: 0 })], "pass"),
    row(
      "one of two, and Kubernetes calls that available",
      [short({ available: 1, isUnavailable: false })],
      "pass",
    ),
    row("a rollout that is stuck", [short({ available: 2, isUnavailable: false, isStuck: true })], "warn", {
      says: "A rollout does not come on: shop/cart.",
    }),
    row("a StatefulSet with none", [short({ kind: "StatefulSet", isUnavailable: false })], "warn"),
    row(
      "a StatefulSet that is new",
      [short({ kind: "StatefulSet", isUnavailable: false, created: minutesAgo(4) })],
      "pass",
    ),
    row("a DaemonSet with some", [short({ kind: "DaemonSet", isUnavailable: false, available: 1 })], "pass"),
    row("one whose pod tells why", [short({}), pods({ ...crashing, name: "cart-7d4b-x2" })], "pass"),
    row(
      "one of another name than that pod",
      [short({}), pods({ ...crashing, name: "cartridge-7d4b-x2" })],
      "warn",
    ),
    row("one whose pods are turned down, and told of elsewhere", [short({ notMade: overQuota })], "pass"),
    row("one of kube-system, which is told of elsewhere", [short({ namespace: "kube-system" })], "pass"),
    row("not read", [inClusterUnread("workloads", "cut")], "notAssessed"),
  ],
  "k8s.jobs": [
    row("none failed", [], "pass"),
    row(
      "one failed",
      [jobs({ failed: 7, givenUp: { reason: "BackoffLimitExceeded", at: minutesAgo(60) } })],
      "warn",
      {
        says: "1 Job failed in the last 24 hours: shop/import.",
      },
    ),
    row("one failed, nobody knows when", [jobs({ givenUp: { reason: "", at: null } })], "warn"),
    row(
      "one failed two days ago",
      [jobs({ givenUp: { reason: "DeadlineExceeded", at: minutesAgo(2_880) } })],
      "warn",
      {
        says: "more than 24 hours ago",
      },
    ),
    row("one fails again and again", [jobs({ active: 1, failed: 3 })], "warn", {
      says: "made again: shop/import",
    }),
    row("one runs", [jobs({ active: 1 })], "pass"),
    row("not read", [inClusterUnread("jobs")], "notAssessed"),
  ],
  "k8s.evicted-pods": [
    row("none", [], "pass"),
    row("one, for memory", [evictedPods({})], "warn", {
      says: "1 pod was evicted in the last 24 hours, shop/cart-1, for: memory.",
    }),
    row(
      "one, for its own disk",
      [evictedPods({ said: "Pod ephemeral local storage usage exceeds the total limit of containers 1Gi." })],
      "warn",
      {
        says: "more disk than they may take",
      },
    ),
    row(
      "one, for the node's disk",
      [evictedPods({ said: "The node was low on resource: ephemeral-storage." })],
      "warn",
      {
        says: "for: disk",
      },
    ),
    row("one, nobody knows when", [evictedPods({ at: null })], "warn", { says: "last 24 hours" }),
    row("one, two days ago", [evictedPods({ at: minutesAgo(2_880) })], "warn", {
      says: "more than 24 hours ago",
    }),
    row("not read", [inClusterUnread("evictedPods")], "notAssessed"),
  ],
  "k8s.claims": [
    row("all bound", [], "pass"),
    row("a class that is not there", [claims({ storageClass: "fast-ssd" })], "warn", {
      says: "1 volume claim has no volume, shop/data: the storage class that they name is not there (fast-ssd).",
    }),
    row("no class, and a default one", [claims({ storageClass: null })], "warn", {
      says: "has made none yet",
    }),
    row(
      "no class, and no default one",
      [claims({ storageClass: null }), inClusterWith("storageClasses", [])],
      "warn",
      {
        says: "none is the default",
      },
    ),
    row("one that is made by hand", [claims({ storageClass: "" })], "warn", { says: "by hand" }),
    row("a class that should have made one", [claims({ storageClass: "azurefile-csi" })], "warn"),
    row("a class that waits for a pod", [claims({})], "pass"),
    row("a class for which a pod waits", [claims({ isWaitedFor: true })], "warn", {
      says: "their events say why",
    }),
    row("one that is new", [claims({ storageClass: "fast-ssd", created: minutesAgo(4) })], "pass"),
    row("one whose volume is gone", [claims({ isLost: true })], "warn", { says: "is gone" }),
    row("classes not read", [claims({}), inClusterUnread("storageClasses")], "notAssessed"),
    row("classes not read, and no claim that waits", [inClusterUnread("storageClasses")], "pass"),
    row("not read", [inClusterUnread("claims")], "notAssessed"),
  ],
  "k8s.pdb-blocking": [
    row("none", [], "pass"),
    row("one", [budgets], "warn", { says: "shop/web lets no pod go" }),
    row("one, while Azure is at work", [budgets], "fail", { azure: { isChanging: true } }),
    row("one of no pods", [inClusterWith("budgets", [{ ...budget, expected: 0 }])], "pass"),
    row("not read", [inClusterUnread("budgets")], "notAssessed"),
  ],
  "k8s.warning-events": [
    row("none", [], "pass", { says: "of nothing" }),
    row("some", [warnings({ count: 2 }, { reason: "BackOff", count: 9 })], "pass", {
      says: "BackOff (9), FailedScheduling (2)",
    }),
    row("old ones", [warnings({ last: minutesAgo(90) })], "pass", { says: "of nothing" }),
    row("not read", [inClusterUnread("warnings")], "notAssessed"),
  ],
};
