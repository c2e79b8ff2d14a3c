// What a fix is to make and is there by now: nobody saw it when the fix was proved, and a body written in its place takes
// away what others put into it, as all routes of a table.
import type { ArmType, ArmWrite } from "../fix/write/arm-write.ts";
import type { Proposal, Touched } from "./proposed.ts";

/** A line that makes a route also leads one elsewhere that is there. */
const isReplaced = (type: ArmType): boolean => type === "Microsoft.Network/routeTables/routes";

/** `before`: what is there before each write; what an earlier one deletes is not. */
export const madeSince = (
  writes: readonly ArmWrite[],
  { objects, before = [] }: Pick<Proposal, "objects" | "before">,
): readonly Touched[] =>
  objects.filter((_, at) => {
    const write = writes[at];
    return write?.what.do === "create" && !isReplaced(write.type) && (before[at] ?? null) !== null;
  });
