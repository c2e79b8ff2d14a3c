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
import { type Rows, row } from "./row.ts";

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
    row("all", [], "pass", { says: "2 nodes" }),
    row("a user node is not", [nodes({}, { on: [] })], "warn", { says: "aks-apps-1 is not Ready" }),
    row("no system node is", [nodes(lost)], "fail", { says: "1 of them says nothing any more" }),
    row(
      "no pool is a system pool, and one node is Ready",
      [nodes({ ...lost, mode: "" }, { mode: "" })],
      "warn",
    ),
    row("none named", [inClusterWith("nodes", [])], "notAssessed"),
    row("not read", [inClusterUnread("nodes")], "notAssessed", { says: "right to read nodes" }),
  ],
  "k8s.node-pressure": [
    row("none", [], "pass"),
    row("on a system node", [nodes({ on: ["Ready", "DiskPressure"] })], "fail", { says: "DiskPressure" }),
    row("on another", [nodes({}, { on: ["Ready", "MemoryPressure"] })], "warn"),
    row("a problem seen", [nodes({}, { on: ["Ready", "FrequentContainerdRestart"] })], "warn", {
      says: "FrequentContainerdRestart",
    }),
    row("maintenance announced", [nodes({ on: ["Ready", "VMEventScheduled"] })], "pass"),
    row("not read", [inClusterUnread("nodes")], "notAssessed"),
  ],
  "k8s.node-cordoned": [
    row("none", [], "pass"),
    row("one", [nodes({}, cordoned)], "warn", { fix: "kubectl uncordon aks-apps-1" }),
    row("all", [nodes(cordoned, cordoned)], "fail"),
    row("all that take pods", [nodes(tainted, cordoned)], "fail", { says: "No node takes pods" }),
    row("one, while Azure is at work", [nodes({}, cordoned)], "warn", {
      says: "while an operation",
      azure: { isChanging: true },
    }),
    row("not read", [inClusterUnread("nodes")], "notAssessed"),
  ],
  "k8s.node-lease": [
    row("all renew", [], "pass"),
    row("one is late", [inClusterWith("leases", [{ node: "a", renewed: began - 45_000 }])], "pass"),
    row(
      "one is silent",
      [
        inClusterWith("leases", [
          { node: "a", renewed: minutesAgo(1) },
          { node: "b", renewed: began },
        ]),
      ],
      "warn",
      { says: "a did not speak" },
    ),
    row("all are silent", [inClusterWith("leases", [{ node: "a", renewed: null }])], "fail"),
    row("none", [inClusterWith("leases", [])], "notAssessed"),
    row("not read", [inClusterUnread("leases")], "notAssessed"),
  ],
  "k8s.node-version": [
    row("the same", [], "pass"),
    row("three behind", [nodes({ kubelet: "v1.30.1" })], "warn", { says: "1.30" }),
    row("four behind", [nodes({ kubelet: "v1.29.1" })], "fail"),
    row("newer", [nodes({ kubelet: "v1.34.1" })], "fail"),
    row("a word that is none", [nodes({ kubelet: "" })], "notAssessed", { says: "Not every node" }),
    row("no nodes", [inClusterWith("nodes", [])], "notAssessed"),
    row("not read", [inClusterUnread("version")], "notAssessed"),
  ],
  "k8s.kubelet-serving": [
    row("all", [], "pass"),
    row("one does not", [nodes({ hasServingCa: false })], "warn", { says: "aks-system-1" }),
    row("no nodes", [inClusterWith("nodes", [])], "notApplicable"),
    row("not read", [inClusterUnread("nodes")], "notAssessed"),
  ],
  "k8s.invoke-capacity": [
    row("it ran", [], "pass"),
    row("no node took it", [ran({ hasRun: false, notRun: "podNotPlaced" })], "fail"),
    row("it was not sent", [ran({ hasRun: false, notRun: "switchedOff" })], "notAssessed"),
  ],
};
