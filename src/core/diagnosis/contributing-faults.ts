// What is left to mend once the cause is: other faults, and what a walk meets behind the stops before it.
import type { Walks } from "../finding/kit/walks.ts";
import { isSameFix, linesOf } from "../fix/write/fix.ts";
import type { NetworkModel } from "../network/model/model.ts";
import type { Step } from "../network/model/step.ts";
import type { Requirement } from "../requirement/requirement.ts";
import { idKey, isWithin, nameOf } from "../snapshot/resource-id.ts";
import {
  type AlsoBroken,
  isSameStop,
  needsAlike,
  type RootCause,
  type Stop,
  stopsOf,
  toldStop,
} from "./cause.ts";
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

/** Lines that mend it. */
type Lines = readonly string[];

/** Told already: it is about the same thing, or the same lines mend it. */
function isToldBy(
  stop: Stop,
  { resourceId, lines }: Readonly<{ resourceId?: string; lines: Lines }>,
): boolean {
  const mended = stop.repair ? linesOf(stop.repair.fix) : [];
  return (
    (resourceId !== undefined && thingsOf(stop).some((thing) => isOneThing(thing, resourceId))) ||
    (mended.length > 0 && mended.every((line) => lines.includes(line)))
  );
}

const linesIn = ({ fix }: Told): Lines => (fix ? linesOf(fix) : []);

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

/** A rule that a repair moved has its old number still. */
function asItStands(step: Step, model: NetworkModel): Step {
  const { reason, component } = step;
  if (reason.is !== "ruleDenies" || component.id === null) return step;
  const group = model.securityGroups[idKey(component.id)];
  const rules = group?.status === "collected" ? group.data.rules : [];
  const rule = rules.find(({ name }) => name === reason.rule);
  return rule === undefined ? step : { ...step, reason: { ...reason, priority: rule.priority } };
}

/** Of a fix that mends more than the cause, its own lines: what the others mend is a fault beside it. */
const ownLinesOf = (cause: Told, stops: readonly Stop[]): Lines => {
  const own = stops.find((stop) => isToldBy(stop, { ...cause, lines: [] }));
  return own?.repair ? linesOf(own.repair.fix) : linesIn(cause);
};

/**
 * `others`: what checks have found besides. None where no walk meets the cause itself: what they meet instead may well
 * be its consequence, as a name that does not resolve is of a zone of another region.
 */
export function stopsBeside(cause: Told, others: readonly Told[], walks: Walks): readonly AlsoBroken[] {
  const { model, needs, requirements } = walks;
  const isStopped = ({ id }: Requirement): boolean =>
    requirements.some((each) => each.id === id && each.end === "stopped");
  const stopped = needs.filter(isStopped).toSorted((one, other) => rankOfNeed(one) - rankOfNeed(other));
  const stops = stopsOf(model, stopped);
  const told = others.map((each) => ({ ...each, lines: linesIn(each) }));
  const tell = (all: readonly Stop[]): readonly AlsoBroken[] =>
    all
      .filter((stop) => !told.some((each) => isToldBy(stop, each)))
      .map((stop) => toldStop({ ...stop, step: asItStands(stop.step, model) }, stop.need.id, walks));
  const own = { ...cause, lines: ownLinesOf(cause, stops) };
  const beside = stops.some((stop) => isToldBy(stop, own))
    ? stops.filter((stop) => !isToldBy(stop, own))
    : [];
  const mended = mendedBy(cause, walks, stopped);
  // What stops even then is no consequence of the cause, though it be the same group or table.
  const left = mended === null ? [] : stopsOf(mended, stopped);
  return tell([...beside, ...left.filter((stop) => !beside.some(({ step }) => isSameStop(step, stop.step)))]);
}

/** A cause that is not the one to name. */
export const alsoOf = ({ check, need, facts, resourceId }: RootCause): AlsoBroken => ({
  check,
  ...(need === undefined ? {} : { need }),
  facts,
  ...(resourceId === undefined ? {} : { resourceId }),
});
