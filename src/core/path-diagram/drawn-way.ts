// The way that decides a verdict as a strip of a few named things, from where somebody is to what they want to reach.
// Facts only: words and shapes belong to the doors.
import type { Thing } from "../finding/kit/check-meta.ts";
import type { Reason } from "../network/model/step.ts";
import type { Called } from "../outcome/called.ts";

/** `notReached`: the way ends before, so nothing is known of it. */
export type PartState = "passes" | "stops" | "unknown" | "notReached";

export type Part = Readonly<{
  thing: Thing;
  /** What people call it, and what became one thing with it; none where it has no name worth reading. */
  names: readonly Called[];
  state: PartState;
  /** Why it stops or is open, as a step of a walk says it; null where it passes or a check says so. */
  reason: Reason | null;
  /** The check that says so, where no walk does. */
  check?: string;
}>;

export type DrawnWay = Readonly<{
  /** Whether the verdict hangs on this way; else it is the requester's own way in. */
  decides: boolean;
  parts: readonly Part[];
}>;

/** More do not fit beside each other. */
export const mostParts = 7;

/** An empty name is none. */
export const namesOf = (name: Called): readonly Called[] => (name === "" ? [] : [name]);

/** A part of the way that holds nobody up. */
export const passing = (thing: Thing, name: Called): Part => ({
  thing,
  names: namesOf(name),
  state: "passes",
  reason: null,
});

/** Whichever end of a peering is named first. */
const keyOf = ({ names }: Part): string =>
  JSON.stringify(
    names.map((name) => (typeof name === "string" ? name.split(" ↔ ").toSorted().join() : name)),
  );

const sameNames = (one: Part, other: Part): boolean => keyOf(one) === keyOf(other);

const unique = (names: readonly Called[], others: readonly Called[]): readonly Called[] =>
  JSON.stringify(names) === JSON.stringify(others) ? names : [...names, ...others];

/** Two neighbours as one; null where they are two things. */
function joined(one: Part, other: Part): Part | null {
  if (one.thing !== other.thing) return null;
  if (one.state === "passes" && other.state === "passes")
    return { ...one, names: unique(one.names, other.names) };
  // A peering that passes as such, and not for this packet; or the same gap, met twice.
  return sameNames(one, other) && (one.state === "passes" || one.state === other.state) ? other : null;
}

/** Neighbours of one kind through which it passes are one thing, and nothing is said twice. */
export function merged(parts: readonly Part[]): readonly Part[] {
  const whole: Part[] = [];
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
export function shortened(parts: readonly Part[]): readonly Part[] {
  const canGo = (thing: Thing) => (part: Part, index: number) =>
    part.thing === thing && part.state === "passes" && index > 0 && index < parts.length - 1;
  if (parts.length <= mostParts) return parts;
  const at = dispensable.map((thing) => parts.findLastIndex(canGo(thing))).find((index) => index >= 0);
  return at === undefined ? parts : shortened(parts.toSpliced(at, 1));
}
