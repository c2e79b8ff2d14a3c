// A finding that is told by the walk: it says what becomes of the steps that it is about, and judges nothing itself.

import { sayStep } from "../network/said-of-step.ts";
import type { Step } from "../network/step.ts";
import type { Outcome } from "../outcome/check.ts";
import { combine, fail, notApplicable, notAssessed, pass, unread, warn } from "../outcome/outcomes.ts";
import { repairOf } from "../repair/repair-of.ts";
import type { NeedId } from "../requirement/need.ts";
import { sayStop, sayWay } from "../requirement/said-of-walk.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { Check, CheckTexts } from "./define-check.ts";
import type { Told, Walks } from "./walks.ts";

type StepSpec = CheckTexts & Readonly<{ skip?: (cluster: ManagedCluster) => string | null }>;

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

/** What is met on several ways is said once. */
const distinct = (told: readonly Told[]): readonly Told[] =>
  [...Map.groupBy(told, ({ step }) => sameStep(step)).values()].flatMap(([first]) => first ?? []);

function outcomeOf(each: Told, { model }: Walks): Outcome {
  const { requirement, walked, step } = each;
  const evidence = [sayWay(walked)];
  if (step.state === "passes") return pass(sayStep(step), evidence);
  if (step.state === "unknown") return notAssessed(sayStep(step), step.needs);
  if (requirement.end === "unknown") return notAssessed(sayStop(each), step.needs);
  const more = {
    resourceId: step.component.id ?? undefined,
    evidence,
    fix: repairOf(model, step)?.fix,
  };
  return (requirement.end === "stopped" ? fail : warn)(sayStop(each), more);
}

/** Nothing that was walked meets it: because nothing could be walked, because nobody comes from there, or at all. */
function withoutSteps({ about }: StepSpec, { missing, nobody }: Walks): Outcome {
  if (missing !== null) return unread(missing);
  if (about === "people" && nobody !== null) return nobody;
  return notApplicable("No way that was walked leads over one.");
}

function judge(spec: StepSpec, walks: Walks): Outcome {
  const told = distinct(walks.told.get(spec.id) ?? []);
  if (told.length === 0) return withoutSteps(spec, walks);
  const outcomes = told.map((each) => outcomeOf(each, walks));
  const graver = outcomes.filter(({ status }) => status !== "pass");
  const outcome = combine((graver.length > 0 ? graver : outcomes).slice(0, mostSaid), true);
  return outcome.status === "fail" || outcome.status === "warn"
    ? { ...outcome, need: needOf(told) }
    : outcome;
}

/** The first that is not met for it. */
function needOf(told: readonly Told[]): NeedId {
  const stopped = told.filter(({ step }) => step.state === "stops");
  const first = stopped.find(({ requirement }) => requirement.end === "stopped") ?? stopped[0];
  return (first?.requirement ?? told[0]?.requirement)?.id ?? "nodes.api";
}

export function defineStep(spec: StepSpec): Check {
  const { skip, ...texts } = spec;
  return {
    ...texts,
    needs: ["managedCluster", "clusterNetwork"],
    evaluate: ({ managedCluster }, walks) => {
      if (managedCluster.status === "unavailable") return unread(managedCluster);
      const reason = skip?.(managedCluster.data) ?? null;
      return reason === null ? judge(spec, walks) : notApplicable(reason);
    },
  };
}
