// What the cluster or a way into it needs, each proved by names that resolve and connections that are delivered.
import type { Flow } from "../network/flow.ts";
import type { Trace } from "../network/step.ts";

/** One question for a name, or one connection. `to` is the name, or the address with `service`. */
export type Walked = Readonly<{ from: string; to: string; service: string | null; trace: Trace }>;

export type RequirementId = "nodes.api" | "nodes.nodes" | "people.api" | "gateway.api";

export type Requirement = Readonly<{
  id: RequirementId;
  /** The cluster itself cannot do without it, or one way into it. */
  for: "cluster" | "people";
  end: Trace["end"];
  walks: readonly Walked[];
}>;

const ends = (walks: readonly Walked[]): readonly Trace["end"][] => walks.map(({ trace }) => trace.end);

/** Each of them has to be delivered. */
export function all(walks: readonly Walked[]): Trace["end"] {
  if (ends(walks).includes("stopped")) return "stopped";
  return walks.length === 0 || ends(walks).includes("unknown") ? "unknown" : "delivered";
}

/** One that is delivered is enough. */
export function any(each: readonly (readonly Walked[])[]): Trace["end"] {
  const found = each.map(all);
  if (found.includes("delivered")) return "delivered";
  return found.length === 0 || found.includes("unknown") ? "unknown" : "stopped";
}

export const titleOf = ({ protocol, port }: Pick<Flow, "protocol" | "port">): string =>
  `${protocol.toUpperCase()} ${port}`;
