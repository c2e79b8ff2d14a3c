// Nodes. A new one is a file beside this and a line here.
import { invokeCapacity } from "./k8s.invoke-capacity.ts";
import { kubeletServing } from "./k8s.kubelet-serving.ts";
import { nodeCordoned } from "./k8s.node-cordoned.ts";
import { nodeLease } from "./k8s.node-lease.ts";
import { nodePressure } from "./k8s.node-pressure.ts";
import { nodeVersion } from "./k8s.node-version.ts";
import { nodesReady } from "./k8s.nodes-ready.ts";

export const nodeFindings = [
  nodesReady,
  nodePressure,
  nodeCordoned,
  nodeLease,
  nodeVersion,
  kubeletServing,
  invokeCapacity,
] as const;
