// What is left to mend once the cause is: other faults, and what a walk meets behind the stops before it.
import type { Walks } from "../finding/kit/walks.ts";
import { isSameFix, linesOf } from "../fix/write/fix.ts";
import type { NetworkModel } from "../network/model/model.ts";
import type { Requirement } from "../requirement/requirement.ts";
import { isWithin, nameOf } from "../snapshot/resource-id.ts";
import { type AlsoBroken, needsAlike, type RootCause, type Stop, stopsOf, toldStop } from "./cause.ts";
import { rankOfNeed } from "./problem.ts";
import { repairsOfAll } from "./repairs.ts";

/** How many are named beside the cause. */
export const mostContributing = 4;

type Told = Pick<RootCause, "resourceId" | "fix">;

const isId = (value: unknown): value is string =>
  typeof value === "string" && value.startsWith("/subscriptions/");

/** Every resource that a stop is about: where it happens, and what its reason names. */
const thingsOf = ({ step: { component, reason } }: Stop): readonly string[] =>
  [component.id, ...Object.values(reason)].filter(isId);

/** Where groups of two networks may be called alike, AKS calls an endpoint and its connection to the cluster so. */
const isItsConnection = (endpoint: string, connection: string): boolean =>
  /\/privateEndpoints\//i.test(endpoint) &&
  /\/privateEndpointConnections\//i.test(connection) &&
  nameOf(endpoint).toLowerCase() === nameOf(connection).toLowerCase();

/** One thing, a part of it, or the two ends of one. */
const isOneThing = (one: string, other: string): boolean =>
  isWithin(one, other) || isWithin(other, one) || isItsConnection(one, other);

/** Told already: it is about the same thing, or the same lines mend it. */
function isToldBy(stop: Stop, { resourceId, fix }: Told): boolean {
  const mended = stop.repair ? linesOf(stop.repair.fix) : [];
  const lines = fix ? linesOf(fix) : [];
  return (
    (resourceId !== undefined && thingsOf(stop).some((thing) => isOneThing(thing, resourceId))) ||
    (mended.length > 0 && mended.every((line) => lines.includes(line)))
  );
}

/** The network once the cause's own fix is made; null where no walk tells what it makes. */
function mendedBy({ fix }: Told, walks: Walks, needs: readonly Requirement[]): NetworkModel | null {
  const { model } = walks;
  if (fix === undefined) return null;
  for (const need of needs) {
    const repairs = repairsOfAll(model, needsAlike(need, walks)) ?? [];
    const steps = repairs.flatMap((repair) => repair.fix.steps);
    if (steps.length > 0 && isSameFix({ steps }, fix))
      return repairs.reduce((mended, { apply }) => apply(mended), model);
  }
  return null;
}

/**
 * `others`: what checks have found besides. None where no walk meets the cause itself: what they meet instead may well
 * be its consequence, as a name that does not resolve is of a zone of another region.
 */
export function stopsBeside(cause: Told, others: readonly Told[], walks: Walks): readonly AlsoBroken[] {
  const { model, needs, requirements } = walks;
  const isStopped = ({ id }: Requirement): boolean =>
    requirements.some((each) => each.id === id && each.end === "stopped");
  const stopped = needs.filter(isStopped).toSorted((one, other) => rankOfNeed(one) - rankOfNeed(other));
  const mended = mendedBy(cause, walks, stopped);
  // What stops even then is no consequence of the cause, though it be the same group or table.
  const left = mended === null ? [] : stopsOf(mended, stopped);
  if (left.length > 0)
    return left
      .filter((stop) => !others.some((told) => isToldBy(stop, told)))
      .map((stop) => toldStop(stop, stop.need.id, walks));
  const stops = stopsOf(model, stopped);
  return stops.some((stop) => isToldBy(stop, cause))
    ? stops
        .filter((stop) => ![cause, ...others].some((told) => isToldBy(stop, told)))
        .map((stop) => toldStop(stop, stop.need.id, walks))
    : [];
}

/** A cause that is not the one to name. */
export const alsoOf = ({ check, need, facts, resourceId }: RootCause): AlsoBroken => ({
  check,
  ...(need === undefined ? {} : { need }),
  facts,
  ...(resourceId === undefined ? {} : { resourceId }),
});
