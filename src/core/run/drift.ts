// What of a fix does not stand as it was left: taking that back could undo what others have done to it since.
import { type ArmType, type ArmWrite, isMade } from "../fix/write/arm-write.ts";
import { idKey } from "../snapshot/resource-id.ts";
import type { Proposal, Touched } from "./proposed.ts";

/** A write as it was made. `version`: of what it left; null where nothing is there, or it could not be read. */
export type Made = Readonly<{ write: ArmWrite; version: string | null }>;

/**
 * `undo`: the writes that take it back, and what is there before each of them. Told by its version; where that is another
 * one, by what was written of it: what somebody has changed beside that stays.
 */
export function notAsLeft(
  made: readonly Made[],
  undo: readonly ArmWrite[],
  { objects, before = [] }: Pick<Proposal, "objects" | "before">,
): readonly Touched[] {
  // Of an object that was written twice the last write counts, and the first look: the second is told from the first.
  const last = new Map(made.map((each) => [idKey(each.write.id), each]));
  return [...last].flatMap(([key, { write, version }]) => {
    const at = undo.findIndex(({ id }) => idKey(id) === key);
    const object = objects[at];
    if (object === undefined) return [];
    const isSame = version !== null && version === object.version;
    return isSame || isMade(before[at] ?? null, write.what) === true ? [] : [object];
  });
}

// What a fix is to make and is there by now: nobody saw it when the fix was proved, and a body written in its place takes
// away what others put into it, as all routes of a table.

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

// What is asked for and stands there already: nobody is asked to agree to it.

/**
 * Whether a command would leave everything as it is. Only where the fields tell: of a restart they do not, nor of a Secret,
 * whose values are not read.
 */
export const changesNothing = ({ objects, preview }: Pick<Proposal, "objects" | "preview">): boolean =>
  preview === "server" &&
  objects.length > 0 &&
  objects.every(
    ({ type, does, fields, moreFields = 0 }) =>
      does === "change" && type !== "secrets" && fields.length + moreFields === 0,
  );

/** The same of a fix. `before`: what is there before each write. */
export const isAllMade = (writes: readonly ArmWrite[], { before = [] }: Pick<Proposal, "before">): boolean =>
  writes.every(({ what }, at) => isMade(before[at] ?? null, what) === true);
