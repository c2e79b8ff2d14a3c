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
import { fail, notAssessed, pass, type Rows, warn } from "./row.ts";

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
    pass("none", []),
    warn("one for long", pods(pending), {
      says: "five minutes: shop/cart-1. Missing: a node without such a taint, memory",
    }),
    pass("one for a moment", pods({ ...pending, created: minutesAgo(4) })),
    fail("one in kube-system", pods({ ...pending, namespace: "kube-system" }), "1 in kube-system"),
    warn("for a volume", pods({ ...pending, unplaced: 'persistentvolumeclaim "data" not found' }), {
      says: "a volume",
    }),
    warn("one that runs and waits for what nobody knows", pods({ waiting: ["RunContainerError"] }), {
      says: "description",
    }),
    pass("one that runs and waits for what comes", pods({ waiting: ["PodInitializing"] })),
    pass(
      "one that waits for an image, and is told of elsewhere",
      pods({ ...pending, ...pulling("a.io/b:1", "not found") }),
    ),
    warn("for what nobody knows", pods({ ...pending, unplaced: "" }), "description"),
    notAssessed("not read", inClusterUnread("pods")),
  ],
  "k8s.sched-events": [
    pass("none", []),
    pass("a few", warnings({ count: 10 }), "10 times"),
    warn("many", warnings({ count: 6 }, { count: 5 }), {
      says: "tell 11 times of a pod that found no node (default-scheduler 11)",
    }),
    warn("many, by whoever may write events", warnings({}, { count: 900, from: "shop-bot" }), {
      says: "(shop-bot 900, default-scheduler 1)",
    }),
    warn("many, by nobody", warnings({ count: 11, from: "" }), "(nobody named 11)"),
    warn(
      "many, by more than anybody reads",
      warnings(...["d", "a", "c", "b"].map((from) => ({ from, count: 9 }))),
      "36 times of a pod that found no node (a 9, b 9, c 9).",
    ),
    warn("of kube-system", warnings({ namespace: "kube-system" }), "AKS itself"),
    warn("of commands", warnings({ namespace: "aks-command" })),
    pass("long ago", warnings({ count: 50, last: minutesAgo(61) })),
    pass("of something else", warnings({ count: 50, reason: "BackOff" })),
    notAssessed("not read", inClusterUnread("warnings", "cut")),
  ],
  "k8s.image-pull": [
    pass("none waits", []),
    fail("Microsoft's", pods(pulling("mcr.microsoft.com/oss/kubernetes/pause:3.6", "i/o timeout")), {
      says: "mcr.microsoft.com: it does not answer",
    }),
    warn("one's own, no right", pods(pulling("contoso.azurecr.io/cart:v1", "401 Unauthorized")), {
      says: "contoso.azurecr.io: it does not let the cluster in",
    }),
    warn("one that is not there", pods(pulling("contoso.azurecr.io/cart:v9", "manifest unknown")), {
      says: "no such image",
    }),
    warn("a registry that nobody named", pods({ waiting: ["InvalidImageName"] }), "for an image"),
    warn("one of Microsoft's that is not there", pods(pulling("mcr.microsoft.com/nope:1", "not found")), {
      says: "mcr.microsoft.com: it has no such image",
    }),
    warn(
      "names of images that look like reasons",
      pods(pulling("mcr.microsoft.com/timeout:403", "mcr.microsoft.com/timeout:403: not found")),
      "mcr.microsoft.com: it has no such image",
    ),
    warn("many registries", pods(...manyRegistries), {
      says: "12 pods wait for images of r01.example, r02.example, r03.example and 8 more",
    }),
    warn("one that only says so", pods(pulling("mcr.microsoft.com.evil.example/x", "i/o timeout"))),
    notAssessed("not read", inClusterUnread("pods")),
  ],
  "k8s.crashloop": [
    pass("none", []),
    warn("one of the shop", pods(crashing), "1 pod in CrashLoopBackOff, 1 for lack of memory: shop/cart-1."),
    fail("CoreDNS", pods(crashing, { ...crashing, namespace: "kube-system", name: "coredns-1" }), {
      says: "1 pod of AKS itself",
    }),
    warn("one that calls itself so elsewhere", pods({ ...crashing, name: "coredns-1" })),
    notAssessed("not read", inClusterUnread("pods")),
  ],
  "k8s.pods-ready": [
    pass("all ready", []),
    warn("one is not, for long", running({}), {
      says: "1 pod runs and has not been ready for more than ten minutes: shop/cart-1.",
    }),
    pass("one is not, for a while", running({ since: minutesAgo(9) })),
    pass("one is not, for ten minutes to the second", running({ since: minutesAgo(10) })),
    warn("one is not, for a second more", running({ since: minutesAgo(10) - 1_000 })),
    pass("one is not, since a time ahead of our clock", running({ since: minutesAgo(-9) })),
    warn("one is not, since nobody knows when", running({ since: null })),
    warn(
      "one is not, and of its containers nothing is known",
      running({ ready: 0, containers: 0, node: "" }),
    ),
    pass("one is, and something else about it is odd", running({ isReady: true })),
    pass("one of a job", running({ runsToEnd: true })),
    pass("one that is being deleted", running({ isEnding: true })),
    pass("one that waits, and is told of elsewhere", running({ waiting: ["CrashLoopBackOff"] })),
    pass(
      "one in kube-system, which its Deployment or DaemonSet tells of",
      running({ namespace: "kube-system" }),
    ),
    warn("many", running(...many.map((at) => ({ name: `cart-${at}` }))), {
      says: "12 pods run and have not been ready for more than ten minutes: shop/cart-01, shop/cart-02, shop/cart-03 and 9 more.",
    }),
    notAssessed("not read", inClusterUnread("runningPods", "cut")),
  ],
  "k8s.container-config": [
    pass("all start", []),
    warn("a Secret that is not there", pods(unconfigured('secret "db" not found')), {
      says: "1 pod is not started for want of configuration: shop/cart-1. Not there: secret/db.",
    }),
    warn("a ConfigMap that is not there", pods(unconfigured('configmap "cart-settings" not found')), {
      says: "Not there: configmap/cart-settings.",
    }),
    warn("a key that is not there", pods(unconfigured("couldn't find key url in Secret shop/db")), {
      says: "Without the key that is asked for: secret/db.",
    }),
    warn("something else", pods(unconfigured("container has runAsNonRoot and image will run as root")), {
      says: "shop/cart-1.",
    }),
    notAssessed("not read", inClusterUnread("pods")),
  ],
  "k8s.pods-not-made": [
    pass("all made", []),
    warn("a quota", short({ notMade: overQuota }), {
      says: "Kubernetes makes no pods for 1 workload, shop/cart: a quota of the namespace is used up (team).",
    }),
    warn(
      "a quota that asks for limits",
      short({
        notMade: 'pods "cart-1" is forbidden: failed quota: team: must specify limits.cpu for: cart',
      }),
      "a quota asks for requests and limits that they do not name (team)",
    ),
    warn(
      "a LimitRange",
      short({
        notMade: 'pods "cart-1" is forbidden: maximum memory usage per Container is 1Gi, but limit is 2Gi',
      }),
      "LimitRange",
    ),
    warn(
      "a policy",
      short({ notMade: 'admission webhook "validation.gatekeeper.sh" denied the request: no' }),
      "a policy turns them down (validation.gatekeeper.sh)",
    ),
    warn(
      "Pod Security",
      short({ notMade: 'pods "cart-1" is forbidden: violates PodSecurity "restricted:latest": x' }),
      "Pod Security level",
    ),
    warn(
      "a webhook that is silent",
      short({ notMade: 'failed calling webhook "a.b": Post "https://x": EOF' }),
      "does not answer (a.b)",
    ),
    warn(
      "no such service account",
      short({
        notMade:
          'pods "cart-1" is forbidden: error looking up service account shop/cart: serviceaccount "cart" not found',
      }),
      "their service account is not there (cart)",
    ),
    warn("what nobody knows", short({ notMade: "odd" }), "events say"),
    warn("a Job without pods", jobs({}), "shop/import"),
    pass("a Job that has just been made", jobs({ created: minutesAgo(4) })),
    pass("a Job that is suspended", jobs({ isSuspended: true })),
    pass("a Job that runs", jobs({ active: 1 })),
    notAssessed("not read", inClusterUnread("workloads")),
  ],
  "k8s.workloads": [
    pass("all there", []),
    warn("none of two", short({}), "1 workload has fewer pods available than wanted: shop/cart 0/2."),
    pass("none of two, for a while", short({ unavailableSince: minutesAgo(4) })),
    warn("none of two, since nobody knows when", short({ unavailableSince: null })),
    pass("none wanted", short({ wanted: 0 })),
    pass("one of two, and Kubernetes calls that available", short({ available: 1, isUnavailable: false })),
    warn("a rollout that is stuck", short({ available: 2, isUnavailable: false, isStuck: true }), {
      says: "A rollout does not come on: shop/cart.",
    }),
    warn("a StatefulSet with none", short({ kind: "StatefulSet", isUnavailable: false })),
    pass(
      "a StatefulSet that is new",
      short({ kind: "StatefulSet", isUnavailable: false, created: minutesAgo(4) }),
    ),
    pass("a DaemonSet with some", short({ kind: "DaemonSet", isUnavailable: false, available: 1 })),
    pass("one whose pod tells why", [short({}), pods({ ...crashing, name: "cart-7d4b-x2" })]),
    warn("one of another name than that pod", [short({}), pods({ ...crashing, name: "cartridge-7d4b-x2" })]),
    pass("one whose pods are turned down, and told of elsewhere", short({ notMade: overQuota })),
    pass("one of kube-system, which is told of elsewhere", short({ namespace: "kube-system" })),
    notAssessed("not read", inClusterUnread("workloads", "cut")),
  ],
  "k8s.jobs": [
    pass("none failed", []),
    warn("one failed", jobs({ failed: 7, givenUp: { reason: "BackoffLimitExceeded", at: minutesAgo(60) } }), {
      says: "1 Job failed in the last 24 hours: shop/import.",
    }),
    warn("one failed, nobody knows when", jobs({ givenUp: { reason: "", at: null } })),
    warn(
      "one failed two days ago",
      jobs({ givenUp: { reason: "DeadlineExceeded", at: minutesAgo(2_880) } }),
      "more than 24 hours ago",
    ),
    warn("one fails again and again", jobs({ active: 1, failed: 3 }), "made again: shop/import"),
    pass("one runs", jobs({ active: 1 })),
    notAssessed("not read", inClusterUnread("jobs")),
  ],
  "k8s.evicted-pods": [
    pass("none", []),
    warn("one, for memory", evictedPods({}), {
      says: "1 pod was evicted in the last 24 hours, shop/cart-1, for: memory.",
    }),
    warn(
      "one, for its own disk",
      evictedPods({ said: "Pod ephemeral local storage usage exceeds the total limit of containers 1Gi." }),
      "more disk than they may take",
    ),
    warn(
      "one, for the node's disk",
      evictedPods({ said: "The node was low on resource: ephemeral-storage." }),
      "for: disk",
    ),
    warn("one, nobody knows when", evictedPods({ at: null }), "last 24 hours"),
    warn("one, two days ago", evictedPods({ at: minutesAgo(2_880) }), "more than 24 hours ago"),
    notAssessed("not read", inClusterUnread("evictedPods")),
  ],
  "k8s.claims": [
    pass("all bound", []),
    warn("a class that is not there", claims({ storageClass: "fast-ssd" }), {
      says: "1 volume claim has no volume, shop/data: the storage class that they name is not there (fast-ssd).",
    }),
    warn("no class, and a default one", claims({ storageClass: null }), "has made none yet"),
    warn(
      "no class, and no default one",
      [claims({ storageClass: null }), inClusterWith("storageClasses", [])],
      {
        says: "none is the default",
      },
    ),
    warn("one that is made by hand", claims({ storageClass: "" }), "by hand"),
    warn("a class that should have made one", claims({ storageClass: "azurefile-csi" })),
    pass("a class that waits for a pod", claims({})),
    warn("a class for which a pod waits", claims({ isWaitedFor: true }), "their events say why"),
    pass("one that is new", claims({ storageClass: "fast-ssd", created: minutesAgo(4) })),
    warn("one whose volume is gone", claims({ isLost: true }), "is gone"),
    notAssessed("classes not read", [claims({}), inClusterUnread("storageClasses")]),
    pass("classes not read, and no claim that waits", inClusterUnread("storageClasses")),
    notAssessed("not read", inClusterUnread("claims")),
  ],
  "k8s.pdb-blocking": [
    pass("none", []),
    warn("one", budgets, "shop/web lets no pod go"),
    fail("one, while Azure is at work", budgets, { azure: { isChanging: true } }),
    pass("one of no pods", inClusterWith("budgets", [{ ...budget, expected: 0 }])),
    notAssessed("not read", inClusterUnread("budgets")),
  ],
  "k8s.warning-events": [
    pass("none", [], "of nothing"),
    pass("some", warnings({ count: 2 }, { reason: "BackOff", count: 9 }), {
      says: "BackOff (9), FailedScheduling (2)",
    }),
    pass("old ones", warnings({ last: minutesAgo(90) }), "of nothing"),
    notAssessed("not read", inClusterUnread("warnings")),
  ],
};
