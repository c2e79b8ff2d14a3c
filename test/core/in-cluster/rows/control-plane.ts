// Rows about the API server itself, and who asks it.
import { inClusterUnread, inClusterWith, minutesAgo, pod } from "../../../fixtures/in-cluster.ts";
import { type Rows, row } from "./row.ts";

const command = { ...pod, namespace: "aks-command", name: "command-7" };
const commandPods = (...pods: readonly (typeof command)[]) => inClusterWith("commandPods", pods);

export const controlPlaneRows: Rows = {
  "k8s.api-ready": [
    row("it says ok", [], "pass"),
    row("a check fails", [inClusterWith("ready", { isReady: false, failing: ["etcd"] })], "fail", {
      says: "etcd",
    }),
    row("not read", [inClusterUnread("ready", "timedOut")], "notAssessed", {
      says: "did not answer in time",
    }),
  ],
  "k8s.version": [
    row("the same", [], "pass"),
    row("one apart", [inClusterWith("version", { server: 33, kubectl: 32 })], "pass"),
    row("two apart", [inClusterWith("version", { server: 33, kubectl: 31 })], "warn", { says: "1.31" }),
    row("an older server", [inClusterWith("version", { server: 30, kubectl: 33 })], "warn"),
    row("not read", [inClusterUnread("version", "cut")], "notAssessed", { says: "ends before" }),
  ],
  "k8s.whoami": [
    row("oneself", [], "pass"),
    row("a master", [inClusterWith("whoami", { username: "a", groups: ["system:masters"] })], "warn", {
      says: "administrator",
    }),
    row(
      "the administrator's certificate",
      [inClusterWith("whoami", { username: "masterclient", groups: [] })],
      "warn",
    ),
    row("not read", [inClusterUnread("whoami")], "notAssessed"),
  ],
  "k8s.can-i": [
    row("nothing refused", [], "pass"),
    row("nodes refused", [inClusterUnread("nodes")], "warn", { says: "does not let you read nodes" }),
    row("kube-system refused", [inClusterUnread("systemPods")], "fail"),
    row("refused by the policy alone", [inClusterUnread("nodes", "byPolicy")], "pass"),
    row(
      "nothing read",
      [
        (model) => ({
          ...model,
          parts: Object.fromEntries(
            Object.keys(model.parts).map((name) => [name, { status: "unread", why: "cut", needs: [] }]),
          ) as never,
        }),
      ],
      "notAssessed",
    ),
  ],
  "k8s.api-endpoint": [
    row("where Azure says", [], "pass", { says: "10.1.0.4" }),
    row("elsewhere", [], "warn", { says: "10.9.9.9", azure: { apiAddresses: ["10.9.9.9"] } }),
    row("nowhere", [inClusterWith("apiEndpoints", [])], "fail"),
    row("Azure's side unread", [], "notApplicable", { azure: { apiAddresses: null } }),
    row("not read", [inClusterUnread("apiEndpoints")], "notAssessed"),
  ],
  "k8s.aks-command": [
    row("one runs", [], "pass"),
    row(
      "one waits for a moment",
      [commandPods({ ...command, phase: "Pending", created: minutesAgo(0.5) })],
      "pass",
    ),
    row("one waits", [commandPods({ ...command, phase: "Pending", created: minutesAgo(2) })], "warn", {
      says: "command-7",
    }),
    row("no image", [commandPods({ ...command, waiting: ["ImagePullBackOff"] })], "fail", { says: "image" }),
    row("many left", [commandPods(...Array.from({ length: 6 }, () => command))], "warn", { says: "6 pods" }),
    row("not read", [inClusterUnread("commandPods", "byPolicy")], "notAssessed", {
      says: "policy does not let you",
    }),
  ],
};
