import { needsOf } from "../../network/model/step.ts";
// What becomes of a need on which only an access path hangs, and not the verdict: walked for its finding.

import { repairOf } from "../../fix/repair-of.ts";
import {
  advise,
  type Fact,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { needOfWayIn } from "../../requirement/needs-of.ts";
import {
  decidingStep,
  evaluate,
  evidenceOf,
  type RequirementId,
  type RequirementResult,
  resourceAtStop,
  stopAt,
} from "../../requirement/requirement.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import type { Check, OwnCheck } from "./define-check.ts";
import type { FindingId } from "./finding-id.ts";
import type { StepFact, Walks } from "./walks.ts";

export type Reaches = Readonly<{ is: "reaches"; from: RequirementResult["walks"][number]["from"] }>;

type ReachOutcome = Outcome<Reaches | StepFact | SharedFact>;

function requirementOf(id: RequirementId, snapshot: ClusterSnapshot, walks: Walks): RequirementResult | null {
  const walked = walks.requirements.find((each) => each.id === id);
  const need = walked === undefined ? needOfWayIn(id, snapshot, walks.model) : null;
  return walked ?? (need === null ? null : evaluate(walks.model, need));
}

function openIn({ walks }: RequirementResult): ReachOutcome {
  const step = walks.flatMap(({ trace }) => trace.steps).find(({ state }) => state === "unknown");
  return step === undefined
    ? notAssessed({ is: "noStart" })
    : notAssessed({ is: "openStep", step }, needsOf(step));
}

/** It moves no verdict: people may never be meant to come from there. */
function toldByWayIn(id: RequirementId, snapshot: ClusterSnapshot, walks: Walks): ReachOutcome {
  const gap = walks.missing ?? walks.noAddress;
  if (gap !== null) return unread(gap);
  const requirement = requirementOf(id, snapshot, walks);
  if (requirement === null) return notAssessed({ is: "noStart" });
  const through = requirement.walks.find(({ trace }) => trace.end === "delivered");
  if (requirement.end === "delivered" && through !== undefined)
    return pass({ is: "reaches", from: through.from }, requirement.walks.map(evidenceOf));
  const stop = decidingStep(requirement);
  if (requirement.end !== "stopped" || stop === null) return openIn(requirement);
  return advise(
    { is: "stop", ...stopAt(stop) },
    {
      resourceId: resourceAtStop(stop) ?? undefined,
      evidence: [evidenceOf(stop.walked)],
      fix: repairOf(walks.model, stop.step)?.fix,
    },
  );
}

/** `place` passes where there is anything to walk from, and else says why not. */
export const reachFrom = <const Id extends FindingId, F extends Fact>(
  place: OwnCheck<Id, F>,
  need: RequirementId,
): Check<Id, F | Reaches | StepFact | SharedFact> => ({
  ...place,
  of: [need],
  evaluate: (snapshot, walks) => {
    const here = place.evaluate(snapshot);
    return here.status === "pass" ? toldByWayIn(need, snapshot, walks) : here;
  },
});
