// Rows about pods and what they wait for.
import type { Pod, RunningPod, Warning } from "../../../../src/core/inside/model.ts";
import { insideUnread, insideWith, minutesAgo, pod, runningPod } from "../../../fixtures/inside.ts";
import { type Rows, row } from "./row.ts";

const pods = (...patches: readonly Partial<Pod>[]) =>
  insideWith(
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
  insideWith(
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
const warnings = (...patches: readonly Partial<Warning>[]) => insideWith("warnings", patches.map(warned));
const budget = { namespace: "shop", name: "web", expected: 2, healthy: 1, wanted: 2 };
const budgets = insideWith("budgets", [budget]);

export const workloadRows: Rows = {
  "k8s.pending-pods": [
    row("none", [], "pass"),
    row("one for long", [pods(pending)], "warn", { says: "Missing: a node without such a taint, memory" }),
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
    row("for what nobody knows", [pods({ ...pending, unplaced: "" })], "warn", { says: "description" }),
    row("not read", [insideUnread("pods")], "notAssessed"),
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
    row("not read", [insideUnread("warnings", "cut")], "notAssessed"),
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
    row("not read", [insideUnread("pods")], "notAssessed"),
  ],
  "k8s.crashloop": [
    row("none", [], "pass"),
    row("one of the shop", [pods(crashing)], "warn", {
      says: "1 pod in CrashLoopBackOff, 1 for lack of memory",
    }),
    row("CoreDNS", [pods(crashing, { ...crashing, namespace: "kube-system", name: "coredns-1" })], "fail", {
      says: "1 pod of AKS itself",
    }),
    row("one that calls itself so elsewhere", [pods({ ...crashing, name: "coredns-1" })], "warn"),
    row("not read", [insideUnread("pods")], "notAssessed"),
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
    row("not read", [insideUnread("runningPods", "cut")], "notAssessed"),
  ],
  "k8s.pdb-blocking": [
    row("none", [], "pass"),
    row("one", [budgets], "warn", { says: "shop/web lets no pod go" }),
    row("one, while Azure is at work", [budgets], "fail", { azure: { isChanging: true } }),
    row("one of no pods", [insideWith("budgets", [{ ...budget, expected: 0 }])], "pass"),
    row("not read", [insideUnread("budgets")], "notAssessed"),
  ],
  "k8s.warning-events": [
    row("none", [], "pass", { says: "of nothing" }),
    row("some", [warnings({ count: 2 }, { reason: "BackOff", count: 9 })], "pass", {
      says: "BackOff (9), FailedScheduling (2)",
    }),
    row("old ones", [warnings({ last: minutesAgo(90) })], "pass", { says: "of nothing" }),
    row("not read", [insideUnread("warnings")], "notAssessed"),
  ],
};
