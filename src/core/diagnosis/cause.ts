// A cause, what mends it, and a verdict: what candidates and rules are about.

import { findingForStep, type Walks } from "../finding/kit/walks.ts";
import { changeHolders, type Repair, withGroup, withTable } from "../fix/repair.ts";
import { repairOf } from "../fix/repair-of.ts";
import type { Fix } from "../fix/write/fix.ts";
import { coverage, privateSpace } from "../network/address/cidr.ts";
import type { Holder, NetworkModel } from "../network/model/model.ts";
import type { Step } from "../network/model/step.ts";
import type { Fact } from "../outcome/check.ts";
import {
  ask,
  decidingStep,
  evaluate,
  type Requirement,
  type RequirementId,
  type RequirementResult,
  resourceAtStop,
  stopAt,
  unmetIn,
  type Walked,
} from "../requirement/requirement.ts";
import type { Route } from "../snapshot/network.ts";
import { idKey } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import type { AdminRule } from "../snapshot/security.ts";
import type { ResourceChange } from "../snapshot/snapshot.ts";

export type Verdict = "healthy" | "degraded" | "broken" | "unknown";

/** `changes`: requirements that end otherwise once it is made. `proved`: the repaired network was walked. */
export type CauseRepair = Fix & Readonly<{ proved: boolean; changes: readonly string[] }>;

export type RootCause = Readonly<{
  /** The finding that tells it. */
  check: string;
  /** The need that it stops, where a walk has met it. */
  need?: RequirementId;
  facts: readonly Fact[];
  confidence: "certain" | "likely";
  resourceId?: string;
  /** The newest change of that resource in the last 24 hours; a hint, not a proof. */
  changed?: ResourceChange;
  /** Of others on the walk that is stopped, at most three with that one, the nearest to the stop first. */
  alsoChanged?: readonly ResourceChange[];
  /** Others by the same caller within an hour of `changed`, three at most; absent where not the whole log was read. */
  bySame?: readonly ResourceChange[];
  fix?: Fix;
  /** The same, repair by repair, in the order in which they are needed. */
  repairs?: readonly CauseRepair[];
}>;

export type AlsoBroken = Pick<RootCause, "check" | "need" | "facts" | "resourceId">;

// Everything that stands in the way of what is needed, in the order in which it is met: each stop is mended in the
// model, where a repair is known, and the way is walked again.

// One rule or route may stop several needs: what mends one of them is meant to mend all.

type Asked = Readonly<{ needs: readonly Requirement[]; requirements: readonly RequirementResult[] }>;

/** At the same place, for the same kind of reason. */
export const isSameStop = (one: Step, other: Step): boolean =>
  one.reason.is === other.reason.is &&
  one.component.id === other.component.id &&
  one.component.name === other.component.name;

const ruleOf = ({ reason }: Step): string | null => ("rule" in reason ? reason.rule : null);

const stopOf = (each: RequirementResult | undefined): Step | null =>
  each?.end === "stopped" ? (decidingStep(each)?.step ?? null) : null;

/** The need, and the others that are stopped where it is. */
export function needsAlike(need: Requirement, { needs, requirements }: Asked): readonly Requirement[] {
  const stopFor = ({ id }: Requirement) => stopOf(requirements.find((each) => each.id === id));
  const own = stopFor(need);
  const isAlike = (other: Requirement): boolean => {
    const stop = stopFor(other);
    // What only some pods may want would open more than the cause asks for.
    if (other.for === "workloads" && need.for !== "workloads") return false;
    return own !== null && stop !== null && isSameStop(own, stop) && ruleOf(own) === ruleOf(stop);
  };
  return [need, ...needs.filter((other) => other.id !== need.id && isAlike(other))];
}

/** One thing that stops a need, met once everything before it was mended. */
export type Stop = Readonly<{ need: Requirement; walked: Walked; step: Step; repair: Repair | null }>;

/** More than any network that somebody could still explain. */
const mostStops = 24;

export const stopIn = ({ trace }: Walked): Step | undefined =>
  trace.steps.find(({ state }) => state === "stops");

/** The first stop that is not known yet: one that nothing mends is met again on every walk. */
function nextStop(model: NetworkModel, need: Requirement, known: readonly Stop[]): Stop | null {
  if (evaluate(model, need).end !== "stopped") return null;
  for (const question of unmetIn(model, need)) {
    const walked = ask(model, question);
    const step = stopIn(walked);
    const isKnown = (stop: Stop): boolean =>
      step !== undefined && isSameStop(stop.step, step) && ruleOf(stop.step) === ruleOf(step);
    if (step !== undefined && !known.some(isKnown))
      return { need, walked, step, repair: repairOf(model, step) };
  }
  return null;
}

/** As if it were no more, of a stop that no repair mends: what else stands behind it is a fault all the same. */
function without(model: NetworkModel, { reason, component: { id } }: Step): NetworkModel {
  if (id === null) return model;
  const key = idKey(id);
  if (reason.is === "adminDenies") {
    const isOther = (rule: AdminRule): boolean => idKey(rule.id) !== key;
    const adminRules = Object.entries(model.adminRules).map(([network, rules]) =>
      rules.status === "collected" ? [network, collected(rules.data.filter(isOther))] : [network, rules],
    );
    return { ...model, adminRules: Object.fromEntries(adminRules) };
  }
  if (reason.is === "ruleDenies") {
    const group = model.securityGroups[key];
    if (group?.status !== "collected") return model;
    return withGroup(model, {
      ...group.data,
      rules: group.data.rules.filter(({ name }) => name !== reason.rule),
    });
  }
  if (reason.is === "routeDrops" || reason.is === "hopNobody") {
    const table = model.routeTables[key];
    if (table?.status !== "collected") return model;
    // Behind a route that leads out stands nothing that is the network's own.
    const isLeft = ({ name, addressPrefix }: Route): boolean =>
      name !== reason.route || coverage(privateSpace, addressPrefix) !== "yes";
    return withTable(model, { ...table.data, routes: table.data.routes.filter(isLeft) });
  }
  return changeHolders(model, (holder) => (idKey(holder.id) === key ? willing(holder) : holder));
}

/** Up, and sending on whatever it gets. */
const willing = ({ rules: _rules, ...holder }: Holder): Holder => ({
  ...holder,
  ...{ alive: { state: "running" }, forwards: true, rulesUnread: false },
});

/** Of several needs one after the other, in a network in which what stopped the earlier ones is mended. */
export function stopsOf(model: NetworkModel, needs: readonly Requirement[]): readonly Stop[] {
  const stops: Stop[] = [];
  let now = model;
  for (const need of needs) {
    for (let stop = nextStop(now, need, stops); stop !== null; stop = nextStop(now, need, stops)) {
      stops.push(stop);
      if (stops.length >= mostStops) return stops;
      now = stop.repair?.apply(now) ?? without(now, stop.step);
    }
  }
  return stops;
}

// A stop as what is broken: the finding that tells it, the need that it stops, and the resource.

export function toldStop(
  stop: Readonly<{ walked: Walked; step: Step }>,
  need: RequirementId,
  walks: Walks,
): AlsoBroken {
  const id = resourceAtStop(stop);
  return {
    // Only where a way begins, and where it arrives, nothing tells a step: there nothing stops.
    check: findingForStep(walks, { ...stop, need }) ?? need,
    need,
    facts: [{ is: "stop", ...stopAt(stop) }],
    ...(id === null ? {} : { resourceId: id }),
  };
}
