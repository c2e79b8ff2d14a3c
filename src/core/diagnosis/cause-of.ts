// What stops a need, as a cause: of several things that stop it one behind the other, the one to name.
import { changeOf } from "../finding/kit/recent-changes.ts";
import { findingForStep, type Walks } from "../finding/kit/walks.ts";
import type { NetworkModel } from "../network/model/model.ts";
import type { Step } from "../network/model/step.ts";
import type { Requirement } from "../requirement/requirement.ts";
import { decidingStep, type RequirementResult, type Walked } from "../requirement/requirement-result.ts";
import type { ResourceChange } from "../snapshot/snapshot.ts";
import type { AlsoBroken, RootCause } from "./cause.ts";
import { mends, provedFix } from "./repairs.ts";
import { isSameStop, needsAlike, stopsOf, toldStop } from "./stops.ts";

type Known = Readonly<{
  walks: Walks;
  /** Newest first. */
  changes: readonly ResourceChange[];
  /** What the asker's error text points at. */
  suspects: ReadonlySet<string>;
}>;

type Stop = Readonly<{ walked: Walked; step: Step }>;

/** `before`: what stops it as well, and is met first. */
export type WalkedCause = Readonly<{ cause: RootCause; before: AlsoBroken | null }>;

const changeFor = ({ step }: Stop, { changes }: Known): ResourceChange | undefined =>
  step.component.id === null ? undefined : changeOf(step.component.id, changes);

const changedAt = (stop: Stop, known: Known): number => Date.parse(changeFor(stop, known)?.time ?? "") || 0;

/** What the error text points at, else what was changed last, else what is met first. */
function pick(first: Stop, need: Requirement, known: Known): Stop {
  const { walks, suspects } = known;
  const behind = stopsOf(walks.model, [need]).filter(({ step }) => !isSameStop(step, first.step));
  const all: readonly Stop[] = [first, ...behind];
  const isSuspect = (stop: Stop): boolean =>
    suspects.has(findingForStep(walks, { ...stop, need: need.id }) ?? "");
  const [last = first] = all.toSorted((one, other) => changedAt(other, known) - changedAt(one, known));
  return all.find(isSuspect) ?? last;
}

/** Something that may stand at the address was not read. */
const isUnseen = ({ hidden, holders }: NetworkModel, { to, service }: Walked): boolean =>
  service !== null &&
  !to.includes("/") &&
  hidden.length > 0 &&
  !holders.some(({ addresses }) => addresses.includes(to));

/** Nothing else on the way is open, or nothing is once it is mended. */
function isCertain(stop: Stop, need: Requirement | undefined, { walks: { model } }: Known): boolean {
  if (isUnseen(model, stop.walked)) return false;
  const isOpen = stop.walked.trace.steps.some(({ state }) => state === "unknown");
  return !isOpen || (need !== undefined && provedFix(model, need) !== null && mends(model, need));
}

/** A fix only where it was walked. */
export function causeOf(requirement: RequirementResult, known: Known): WalkedCause | null {
  const { walks } = known;
  const first = decidingStep(requirement);
  if (first === null) return null;
  const need = walks.needs.find(({ id }) => id === requirement.id);
  const stop = need === undefined ? first : pick(first, need, known);
  const change = changeFor(stop, known);
  const fix = need === undefined ? null : provedFix(walks.model, ...needsAlike(need, walks));
  const cause: RootCause = {
    ...toldStop(stop, requirement.id, walks),
    confidence: isCertain(stop, need, known) ? "certain" : "likely",
    ...(change === undefined ? {} : { changed: change }),
    ...(fix === null ? {} : { fix }),
  };
  return { cause, before: stop === first ? null : toldStop(first, requirement.id, walks) };
}
