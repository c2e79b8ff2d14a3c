// k8s.node-pressure: a node that runs out of memory, disk or processes throws pods out and takes no more.
import { fail, type Outcome, pass, warn } from "../../outcome/check.ts";
import type { Node } from "../reads/model.ts";
import { defineFinding, namesOf } from "./define-finding.ts";
import { isSystem } from "./recent.ts";

/** `conditions`: those of the nodes, each once. */
export type NodePressureFact = Readonly<
  | { is: "none" }
  | { is: "onSystem" | "onOthers"; nodes: readonly string[]; conditions: readonly string[] }
  /** What the node's problem detector saw. */
  | { is: "problems"; nodes: readonly string[]; conditions: readonly string[] }
>;

const pressures = ["MemoryPressure", "DiskPressure", "PIDPressure", "NetworkUnavailable"];

/** True where all is well, or as long as AKS is about to do something. */
const harmless = ["Ready", "VMEventScheduled", "ContainerRuntimeReady"];

const conditionsOf = (nodes: readonly Node[], counts: (condition: string) => boolean): readonly string[] => [
  ...new Set(nodes.flatMap(({ on }) => on.filter(counts))),
];

const isPressure = (condition: string): boolean => pressures.includes(condition);
const isProblem = (condition: string): boolean => !isPressure(condition) && !harmless.includes(condition);

export const nodePressure = defineFinding({
  id: "k8s.node-pressure",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/node-problem-detector",
  needs: ["nodes"],
  after: ["k8s.nodes-ready"],
  evaluate: ({ nodes }): Outcome<NodePressureFact> => {
    const pressed = nodes.filter(({ on }) => on.some(isPressure));
    const said = (some: readonly Node[], counts = isPressure) => ({
      nodes: namesOf(some),
      conditions: conditionsOf(some, counts),
    });
    const system = pressed.filter(isSystem);
    if (system.length > 0) return fail({ is: "onSystem", ...said(system) });
    if (pressed.length > 0) return warn({ is: "onOthers", ...said(pressed) });
    const troubled = nodes.filter(({ on }) => on.some(isProblem));
    return troubled.length > 0
      ? warn({ is: "problems", ...said(troubled, isProblem) })
      : pass({ is: "none" });
  },
});
