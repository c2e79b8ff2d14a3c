// What was seen of a change becomes what others decide on, bound to exactly that.

import { isInFieldsAlone } from "../../core/change/agreed-task.ts";
import { approverGroups } from "../../core/change/decide.ts";
import { maskedObjects } from "../../core/change/masked-objects.ts";
import type { Proposal, Proposed } from "../../core/change/proposed.ts";
import type { Approval } from "../../core/policy/decision.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import type { Hold } from "../held-run.ts";
import type { RequesterCredential } from "../ports.ts";
import type { Services } from "../services.ts";
import { askApprovers } from "./ask-approvers.ts";
import { proposalHash } from "./proposal-hash.ts";

/** Where no line says it. In UTF-16 code units, of each value. */
const longestInFields = 6_000;

type Seen = Pick<Proposal, "objects" | "preview" | "before">;

export async function propose(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  approval: Approval,
  seen: Seen,
  hold: Hold,
): Promise<RunState> {
  const now = services.clock.now();
  const objects = isInFieldsAlone(run.task)
    ? maskedObjects(seen.objects, longestInFields)
    : maskedObjects(seen.objects);
  const hash = proposalHash(run, objects);
  const proposed: Proposed = {
    proposal: { ...seen, hash, objects, seenAt: now.toISOString() },
    approval,
    expiresAt: new Date(now.getTime() + approval.minutes * 60_000).toISOString(),
    approvals: [],
  };
  hold.beside = await askApprovers(services, credential, run, proposed, approverGroups(proposed));
  return { state: "pendingApproval", ...proposed };
}
