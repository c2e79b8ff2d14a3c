// Rows about nodes.
import type { Node } from "../../../../src/core/in-cluster/reads/model.ts";
import {
  began,
  type InClusterChange,
  inClusterUnread,
  inClusterWith,
  minutesAgo,
  node,
} from "../../../fixtures/in-cluster.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

/** The system node, the other one. */
const nodes = (system: Partial<Node>, other: Partial<Node> = {}): InClusterChange =>
  inClusterWith("nodes", ([first = node, second = node]) => [
    { ...first, ...system },
    { ...second, ...other },
  ]);
const lost: Partial<Node> = { on: [], unsure: ["Ready"] };
const ran =
  (patch: Readonly<{ hasRun: boolean; notRun: "podNotPlaced" | "switchedOff" }>): InClusterChange =>
  (model) => ({
    ...model,
    ...patch,
  });
const cordoned = { isCordoned: true };
const tainted = { taints: ["CriticalAddonsOnly:NoSchedule"] };

export const nodeRows: Rows = {
  "k8s.nodes-ready": [
    pass("all", [], "2 nodes"),
    warn("a user node is not", nodes({}, { on: [] }), "aks-apps-1 is not Ready"),
    fail("no system node is", nodes(lost), "1 of them says nothing any more"),
    warn("no pool is a system pool, and one node is Ready", nodes({ ...lost, mode: "" }, { mode: "" })),
    notAssessed("none named", inClusterWith("nodes", [])),
    notAssessed("not read", inClusterUnread("nodes"), "right to read nodes"),
  ],
  "k8s.node-pressure": [
    pass("none", []),
    fail("on a system node", nodes({ on: ["Ready", "DiskPressure"] }), "DiskPressure"),
    warn("on another", nodes({}, { on: ["Ready", "MemoryPressure"] })),
    warn("a problem seen", nodes({}, { on: ["Ready", "FrequentContainerdRestart"] }), {
      says: "FrequentContainerdRestart",
    }),
    pass("maintenance announced", nodes({ on: ["Ready", "VMEventScheduled"] })),
    notAssessed("not read", inClusterUnread("nodes")),
  ],
  "k8s.node-cordoned": [
    pass("none", []),
    warn("one", nodes({}, cordoned), { fix: "kubectl uncordon aks-apps-1" }),
    fail("all", nodes(cordoned, cordoned)),
    fail("all that take pods", nodes(tainted, cordoned), "No node takes pods"),
    warn("one, while Azure is at work", nodes({}, cordoned), {
      says: "while an operation",
      azure: { isChanging: true },
    }),
    notAssessed("not read", inClusterUnread("nodes")),
  ],
  "k8s.node-lease": [
    pass("all renew", []),
    pass("one is late", inClusterWith("leases", [{ node: "a", renewed: began - 45_000 }])),
    warn(
      "one is silent",
      inClusterWith("leases", [
        { node: "a", renewed: minutesAgo(1) },
        { node: "b", renewed: began },
      ]),
      "a did not speak",
    ),
    fail("all are silent", inClusterWith("leases", [{ node: "a", renewed: null }])),
    notAssessed("none", inClusterWith("leases", [])),
    notAssessed("not read", inClusterUnread("leases")),
  ],
  "k8s.node-version": [
    pass("the same", []),
    warn("three behind", nodes({ kubelet: "v1.30.1" }), "1.30"),
    fail("four behind", nodes({ kubelet: "v1.29.1" })),
    fail("newer", nodes({ kubelet: "v1.34.1" })),
    notAssessed("a word that is none", nodes({ kubelet: "" }), "Not every node"),
    notAssessed("no nodes", inClusterWith("nodes", [])),
    notAssessed("not read", inClusterUnread("version")),
  ],
  "k8s.kubelet-serving": [
    pass("all", []),
    warn("one does not", nodes({ hasServingCa: false }), "aks-system-1"),
    notApplicable("no nodes", inClusterWith("nodes", [])),
    notAssessed("not read", inClusterUnread("nodes")),
  ],
  "k8s.invoke-capacity": [
    pass("it ran", []),
    fail("no node took it", ran({ hasRun: false, notRun: "podNotPlaced" })),
    notAssessed("it was not sent", ran({ hasRun: false, notRun: "switchedOff" })),
  ],
};
