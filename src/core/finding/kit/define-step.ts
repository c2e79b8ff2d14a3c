// A finding that is told by the walk: it says what becomes of the steps that it is about, and judges nothing itself.
import { repairOf } from "../../fix/repair-of.ts";
import { type Fix, joinFixes } from "../../fix/write/fix.ts";
import type { NetworkModel } from "../../network/model/model.ts";
import { needsOf, type Step } from "../../network/model/step.ts";
import {
  combine,
  type Fact,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import {
  decidingStep,
  evaluate,
  evidenceOf,
  type Requirement,
  type RequirementId,
  type RequirementResult,
  resourceAtStop,
  stopAt,
  type Walked,
} from "../../requirement/requirement.ts";
import { isBeyondVisibility } from "../../requirement/visibility-limit.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import type { CheckMeta, DistributiveOmit } from "./check-meta.ts";
import type { Check, SkipFact } from "./define-check.ts";
import type { FindingId } from "./finding-id.ts";
import { asksName, findingForStep, type MetStep, type StepFact, type Walks } from "./walks.ts";

type StepSpec<Id extends FindingId = FindingId, F extends Fact = never> = DistributiveOmit<
  CheckMeta<Id>,
  "shownBy"
> &
  Readonly<{
    /** The needs whose walks lead over what it is about. While one of them is open, so is this. */
    of: readonly RequirementId[];
    skip?: (cluster: ManagedCluster) => SkipFact | null;
    /** What is found beside the steps, of what they are about: said where these leave nothing to say. */
    besides?: (snapshot: ClusterSnapshot, told: readonly MetStep[]) => readonly Outcome<F>[];
  }>;

/** Nobody reads on through more than these. */
const mostSaid = 4;

const sameStep = ({ component, reason, state }: Step): string =>
  [
    state,
    component.kind,
    component.id ?? component.name,
    reason.is,
    "rule" in reason ? reason.rule : "",
  ].join();

/** What is met on several ways is said once, of a need that it stops before one that is met all the same. */
const distinct = (told: readonly MetStep[]): readonly MetStep[] =>
  [...Map.groupBy(told, ({ step }) => sameStep(step)).values()].flatMap(
    (all) => all.find(({ requirement }) => requirement.end === "stopped") ?? all[0] ?? [],
  );

type ToldFact = StepFact | SharedFact | SkipFact;
type ToldOutcome = Outcome<ToldFact>;

function outcomeOf(id: string, each: MetStep, walks: Walks): ToldOutcome {
  const { requirement, walked, step } = each;
  const evidence = [evidenceOf(walked)];
  if (step.state === "passes") return pass({ is: "step", step }, evidence);
  if (step.state === "unknown") return notAssessed({ is: "openStep", step }, step.needs);
  if (requirement.end === "unknown") return notAssessed({ is: "openStop", ...stopAt(each) });
  const more = {
    resourceId: resourceAtStop(each) ?? undefined,
    evidence,
    fix: fixOfStep(id, each, walks),
  };
  return (requirement.end === "stopped" ? fail : warn)({ is: "stop", ...stopAt(each) }, more);
}

/** What can meet it: who does not ask for a name meets no zone and no server, and leaves open nothing about them. */
function partFor(id: string, requirement: RequirementResult): RequirementResult {
  if (!id.startsWith("dns.")) return requirement;
  const walks = requirement.walks.filter((walked) => asksName(requirement.id, walked));
  const isAnswered = walks.length > 0 && walks.every(({ trace }) => trace.end === "delivered");
  return { ...requirement, walks, end: isAnswered ? "delivered" : requirement.end };
}

const withNeed = (outcome: ToldOutcome, need: RequirementId): ToldOutcome =>
  outcome.status === "fail" || outcome.status === "warn" || outcome.status === "notAssessed"
    ? { ...outcome, need }
    : outcome;

/** The same machine is reached on another port, or over another Bastion host, and one of them is all that is needed. */
const isSpare = ({ requirement: { id, end, walks }, walked, step }: MetStep): boolean =>
  id === "bastion.jump" &&
  end === "delivered" &&
  step.state !== "passes" &&
  walks.some(({ to, trace }) => to === walked.to && trace.end === "delivered");

const isPeoples = (id: RequirementId): boolean => id === "people.api" || id === "bastion.jump";

/** Why it is open what becomes of a need that ends before anything that this is about. */
function doubtOf(requirement: RequirementResult): ToldOutcome {
  const step = decidingStep(requirement)?.step;
  const doubt: ToldOutcome = step
    ? notAssessed({ is: "openStep", step }, needsOf(step))
    : notAssessed({ is: "noStart" });
  return withNeed(doubt, requirement.id);
}

const isOpen = (each: RequirementResult): boolean => each.end === "unknown" && !isBeyondVisibility(each);

/** Nothing that was walked meets it: nothing could be walked, nobody comes from there, the way ends before, or none leads over it. */
function withoutSteps({ id: own, of }: Pick<StepSpec, "id" | "of">, walks: Walks): ToldOutcome {
  const { missing, nobody, noAddress, requirements, unwalked } = walks;
  if (missing !== null) return unread(missing);
  if (noAddress !== null && of.some((id) => id.endsWith(".api"))) return unread(noAddress);
  const nobodys = of.includes("people.api") && of.every(isPeoples) ? nobody : null;
  const asked = requirements.filter(({ id }) => of.includes(id)).map((each) => partFor(own, each));
  const isAsked = ({ id }: RequirementResult): boolean => nobody === null || !isPeoples(id);
  const open = asked.filter(isAsked).find(isOpen);
  if (open !== undefined) return doubtOf(open);
  const [hidden] = of.flatMap((id) => (asked.some((each) => each.id === id) ? [] : (unwalked[id] ?? [])));
  if (hidden !== undefined) return hidden;
  if (nobodys !== null) return nobodys;
  if (nobody?.status === "notAssessed" && of.includes("people.api")) return nobody;
  const stop = asked.map(decidingStep).find((told) => told?.step.state === "stops");
  return notApplicable(stop ? { is: "endsBefore", step: stop.step } : { is: "noneOnTheWay" });
}

/** A need that ends open before it comes so far may still meet another that stops it. A way over Bastion is one of several. */
const openBefore = (
  { id: own, of }: Pick<StepSpec, "id" | "of">,
  told: readonly MetStep[],
  { requirements }: Walks,
): RequirementResult | undefined =>
  requirements.find(
    (each) =>
      of.includes(each.id) &&
      each.id !== "bastion.jump" &&
      isOpen(partFor(own, each)) &&
      told.every(({ requirement }) => requirement.id !== each.id),
  );

function toldByWalks(spec: Pick<StepSpec, "id" | "of">, walks: Walks): ToldOutcome {
  const told = distinct((walks.told.get(spec.id) ?? []).filter((each) => !isSpare(each)));
  if (told.length === 0) return withoutSteps(spec, walks);
  const graver = told.filter(({ step }) => step.state !== "passes");
  const open = graver.length > 0 ? undefined : openBefore(spec, walks.told.get(spec.id) ?? [], walks);
  if (open !== undefined) return doubtOf(open);
  const said = (graver.length > 0 ? graver : told).slice(0, mostSaid);
  const outcomes = said.map((each) => outcomeOf(spec.id, each, walks));
  return withNeed(combine(outcomes, true), needOf(told));
}

/** The first that is not met for it. */
function needOf(told: readonly MetStep[]): RequirementId {
  const stopped = told.filter(({ step }) => step.state !== "passes");
  const first = stopped.find(({ requirement }) => requirement.end !== "delivered") ?? stopped[0];
  return (first?.requirement ?? told[0]?.requirement)?.id ?? "nodes.api";
}

export function defineStep<const Id extends FindingId, F extends Fact = never>(
  spec: StepSpec<Id, F>,
): Check<Id, ToldFact | F> {
  const { skip, besides, ...meta } = spec;
  return {
    ...meta,
    shownBy: "walk",
    needs: ["managedCluster", "clusterNetwork"],
    looksAt: [],
    evaluate: (snapshot, walks): Outcome<ToldFact | F> => {
      const { managedCluster } = snapshot;
      if (managedCluster.status === "unavailable") return unread(managedCluster);
      const reason = skip?.(managedCluster.data) ?? null;
      if (reason !== null) return notApplicable(reason);
      const own = toldByWalks(spec, walks);
      const [found] = own.status === "pass" ? (besides?.(snapshot, walks.told.get(spec.id) ?? []) ?? []) : [];
      return found ?? own;
    },
  };
}

// What mends a step of which a finding tells that it stops: one repair after the other, until the way is not stopped by
// anything that this finding is about. What would leave it stopped there is no fix.

/** More than these on one way nobody mends at once. */
const mostRepairs = 4;

const isSameWay = (one: Walked, other: Walked): boolean =>
  one.from === other.from && one.to === other.to && one.service === other.service;

/** The stop on the same way of a network that was repaired; undefined where it is stopped no more. */
function stopAfter(
  model: NetworkModel,
  need: Requirement,
  { requirement, walked }: MetStep,
): MetStep | undefined {
  const again = evaluate(model, need).walks.find((each) => isSameWay(each, walked));
  const step = again?.trace.steps.find(({ state }) => state === "stops");
  return again === undefined || step === undefined ? undefined : { requirement, walked: again, step };
}

function fixOfStep(id: string, told: MetStep, walks: Walks): Fix | undefined {
  const need = walks.needs.find((each) => each.id === told.requirement.id);
  const fixes: Fix[] = [];
  let model = walks.model;
  let stop: MetStep | undefined = told;
  while (need !== undefined && stop !== undefined && fixes.length < mostRepairs) {
    const { walked, step } = stop;
    if (findingForStep(walks, { need: need.id, walked, step }) !== id) return joinFixes(fixes);
    const repair = repairOf(model, step);
    if (repair === null) return undefined;
    fixes.push(repair.fix);
    model = repair.apply(model);
    stop = stopAfter(model, need, stop);
  }
  return stop === undefined ? joinFixes(fixes) : undefined;
}
