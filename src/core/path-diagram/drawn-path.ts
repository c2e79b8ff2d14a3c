// The way that decides a verdict as a strip of a few named things, from where somebody is to what they want to reach.
// Facts only: words and shapes belong to the doors.

import type { RootCause } from "../diagnosis/cause.ts";
import { groupMetaOf, type PathPlace, type Thing } from "../finding/kit/check-meta.ts";
import { metaOf } from "../in-cluster/findings/finding-meta.ts";
import type { Reason } from "../network/model/step.ts";
import type { Called } from "../outcome/called.ts";
import { nameOf } from "../snapshot/resource-id.ts";

/** `notReached`: the way ends before, so nothing is known of it. */
export type PartState = "passes" | "stops" | "unknown" | "notReached";

export type DiagramPart = Readonly<{
  thing: Thing;
  /** What people call it, and what became one thing with it; none where it has no name worth reading. */
  names: readonly Called[];
  state: PartState;
  /** Why it stops or is open, as a step of a walk says it; null where it passes or a check says so. */
  reason: Reason | null;
  /** The check that says so, where no walk does. */
  check?: string;
}>;

export type DrawnPath = Readonly<{
  /** Whether the verdict hangs on this way; else it is the requester's own access path. */
  decides: boolean;
  parts: readonly DiagramPart[];
}>;

/** More do not fit beside each other. */
export const mostParts = 7;

/** An empty name is none. */
export const namesOf = (name: Called): readonly Called[] => (name === "" ? [] : [name]);

/** A part of the way that holds nobody up. */
export const passing = (thing: Thing, name: Called): DiagramPart => ({
  thing,
  names: namesOf(name),
  state: "passes",
  reason: null,
});

/** Whichever end of a peering is named first. */
const keyOf = ({ names }: DiagramPart): string =>
  JSON.stringify(
    names.map((name) => (typeof name === "string" ? name.split(" ↔ ").toSorted().join() : name)),
  );

const sameNames = (one: DiagramPart, other: DiagramPart): boolean => keyOf(one) === keyOf(other);

const unique = (names: readonly Called[], others: readonly Called[]): readonly Called[] =>
  JSON.stringify(names) === JSON.stringify(others) ? names : [...names, ...others];

/** Two neighbours as one; null where they are two things. */
function joined(one: DiagramPart, other: DiagramPart): DiagramPart | null {
  if (one.thing !== other.thing) return null;
  if (one.state === "passes" && other.state === "passes")
    return { ...one, names: unique(one.names, other.names) };
  // A peering that passes as such, and not for this packet; or the same gap, met twice.
  return sameNames(one, other) && (one.state === "passes" || one.state === other.state) ? other : null;
}

/** Neighbours of one kind through which it passes are one thing, and nothing is said twice. */
export function merged(parts: readonly DiagramPart[]): readonly DiagramPart[] {
  const whole: DiagramPart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    const both = last === undefined ? null : joined(last, part);
    if (both === null) whole.push(part);
    else whole[whole.length - 1] = both;
  }
  return whole;
}

/** What is left out first where there is too much: it passes there, and it says the least. */
const dispensable: readonly Thing[] = ["route", "network", "gateway", "rules", "appliance", "name"];

/** Both ends and whatever does not pass always stay. */
export function shortened(parts: readonly DiagramPart[]): readonly DiagramPart[] {
  const canGo = (thing: Thing) => (part: DiagramPart, index: number) =>
    part.thing === thing && part.state === "passes" && index > 0 && index < parts.length - 1;
  if (parts.length <= mostParts) return parts;
  const at = dispensable.map((thing) => parts.findLastIndex(canGo(thing))).find((index) => index >= 0);
  return at === undefined ? parts : shortened(parts.toSpliced(at, 1));
}

// Where no walk shows what is wrong, a check does: the strip of the way on which it lies.

const placeOf = (check: string): PathPlace | null =>
  metaOf(check)?.pathPlace ?? groupMetaOf(check)?.pathPlace ?? null;

/** The API server at the end of the way does not work. */
export const endsAtApiServer = (
  { check }: Cause,
  own: readonly DiagramPart[],
): readonly DiagramPart[] | null =>
  placeOf(check)?.on === "apiServer"
    ? own.with(-1, {
        thing: "apiServer",
        names: own.at(-1)?.names ?? [],
        state: "stops",
        reason: null,
        check,
      })
    : null;

/** A zone is called by a number that nobody reads, and the API server by its address. */
const hasName = (thing: Thing): boolean => !["name", "ranges", "apiServer"].includes(thing);

/** What a security group does to Bastion is the group's doing. */
const isGroup = (id: string | undefined): boolean => /\/networkSecurityGroups\/[^/]+$/i.test(id ?? "");

/** What a gateway lacks may be the fault of a network or a peering, whose name no gateway has. */
const isOther = (thing: Thing, id: string): boolean => thing === "gateway" && /\/virtualNetworks\//i.test(id);

type Cause = Pick<RootCause, "check" | "resourceId">;

function brokenPart({ check, resourceId }: Cause, where: Thing): DiagramPart {
  const thing = isGroup(resourceId) ? "rules" : where;
  const isUnnamed = resourceId === undefined || !hasName(thing) || isOther(thing, resourceId);
  const names = isUnnamed ? [] : namesOf(nameOf(resourceId));
  return { thing, names, state: "stops", reason: null, check };
}

const notReached = (part: DiagramPart): DiagramPart => ({ ...part, state: "notReached", reason: null });

/** In place of where the walk ends, else of the same thing, else before the target. What is behind it stays as it was. */
function overlaid(own: readonly DiagramPart[], broken: DiagramPart): readonly DiagramPart[] {
  const isDoubt = ({ state }: DiagramPart): boolean => state === "unknown" || state === "stops";
  const ends = own.findIndex(isDoubt);
  if (ends > 0) return [...own.slice(0, ends), broken, ...own.slice(ends).filter((part) => !isDoubt(part))];
  const index = own.findIndex(({ thing }, at) => thing === broken.thing && at > 0);
  if (index > 0)
    return own.with(index, broken.names.length > 0 ? broken : { ...broken, names: own[index]?.names ?? [] });
  return own.toSpliced(own.length - 1, 0, broken);
}

const unnamed = (thing: Thing): DiagramPart => passing(thing, "");

/** `own`: the requester's own access path; `nodes`: what the nodes' subnet is called. Null where the check lies on no way. */
export function partsByCheck(
  cause: Cause,
  own: readonly DiagramPart[] | null,
  { start, nodes }: Readonly<{ start: DiagramPart; nodes: Called }>,
): readonly DiagramPart[] | null {
  const place = placeOf(cause.check);
  if (place === null || place.on === "apiServer") return null;
  const broken = brokenPart(cause, place.thing);
  switch (place.on) {
    case "out":
      return [passing("nodes", nodes), broken, notReached(unnamed("internet"))];
    case "public":
      return [start, broken, notReached(unnamed("apiServer"))];
    case "nodesPublic":
      return [passing("nodes", nodes), broken, notReached(unnamed("apiServer"))];
    case "entry":
      return own === null ? null : [unnamed("you"), broken, ...own.slice(1)];
    case "own":
      return own === null ? null : overlaid(own, broken);
  }
}
