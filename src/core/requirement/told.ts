// What is told of a requirement: judged is all of it.
import type { Requirement } from "./requirement.ts";

/** A branch may have dozens of ranges and a cluster many pools: each is asked, and so many are told, the gravest first. */
const mostTold = 24;
const gravity = { stopped: 0, unknown: 1, delivered: 2 } as const;

export const told = (requirement: Requirement): Requirement => {
  const { walks } = requirement;
  if (walks.length <= mostTold) return requirement;
  const byGravity = walks.toSorted((one, other) => gravity[one.trace.end] - gravity[other.trace.end]);
  return { ...requirement, walks: byGravity.slice(0, mostTold) };
};
