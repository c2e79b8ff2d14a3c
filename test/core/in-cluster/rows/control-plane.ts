// Rows about the API server itself, and who asks it.
import { inClusterUnread, inClusterWith, minutesAgo, pod } from "../../../fixtures/in-cluster.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const command = { ...pod, namespace: "aks-command", name: "command-7" };
const commandPods = (...pods: readonly (typeof command)[]) => inClusterWith("commandPods", pods);

export const controlPlaneRows: Rows = {
  "k8s.api-ready": [
    pass("it says ok", []),
    fail("a check fails", inClusterWith("ready", { isReady: false, failing: ["etcd"] }), "etcd"),
    notAssessed("not read", inClusterUnread("ready", "timedOut"), "did not answer in time"),
  ],
  "k8s.version": [
    pass("the same", []),
    pass("one apart", inClusterWith("version", { server: 33, kubectl: 32 })),
    warn("two apart", inClusterWith("version", { server: 33, kubectl: 31 }), "1.31"),
    warn("an older server", inClusterWith("version", { server: 30, kubectl: 33 })),
    notAssessed("not read", inClusterUnread("version", "cut"), "ends before"),
  ],
  "k8s.whoami": [
    pass("oneself", []),
    warn("a master", inClusterWith("whoami", { username: "a", groups: ["system:masters"] }), "administrator"),
    warn(
      "the administrator's certificate",
      inClusterWith("whoami", { username: "masterclient", groups: [] }),
    ),
    notAssessed("not read", inClusterUnread("whoami")),
  ],
  "k8s.can-i": [
    pass("nothing refused", []),
    warn("nodes refused", inClusterUnread("nodes"), "does not let you read nodes"),
    fail("kube-system refused", inClusterUnread("systemPods")),
    pass("refused by the policy alone", inClusterUnread("nodes", "byPolicy")),
    notAssessed("nothing read", (model) => ({
      ...model,
      parts: Object.fromEntries(
        Object.keys(model.parts).map((name) => [name, { status: "unread", why: "cut", needs: [] }]),
      ) as never,
    })),
  ],
  "k8s.api-endpoint": [
    pass("where Azure says", [], "10.1.0.4"),
    warn("elsewhere", [], { says: "10.9.9.9", azure: { apiAddresses: ["10.9.9.9"] } }),
    fail("nowhere", inClusterWith("apiEndpoints", [])),
    notApplicable("Azure's side unread", [], { azure: { apiAddresses: null } }),
    notAssessed("not read", inClusterUnread("apiEndpoints")),
  ],
  "k8s.aks-command": [
    pass("one runs", []),
    pass("one waits for a moment", commandPods({ ...command, phase: "Pending", created: minutesAgo(0.5) })),
    warn("one waits", commandPods({ ...command, phase: "Pending", created: minutesAgo(2) }), "command-7"),
    fail("no image", commandPods({ ...command, waiting: ["ImagePullBackOff"] }), "image"),
    warn("many left", commandPods(...Array.from({ length: 6 }, () => command)), "6 pods"),
    notAssessed("not read", inClusterUnread("commandPods", "byPolicy"), "policy does not let you"),
  ],
};
