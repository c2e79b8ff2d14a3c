// What was seen of a change becomes what others decide on, bound to exactly that.
import { unseenOf } from "../../core/change/approvable.ts";
import { approverGroups } from "../../core/change/decide.ts";
import { maskedObjects } from "../../core/change/masked-objects.ts";
import type { Proposal, Proposed, Unseen } from "../../core/change/proposed.ts";
import type { Approval } from "../../core/policy/decision.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import { ended, type Hold } from "../held-run.ts";
import type { RequesterCredential } from "../ports-azure.ts";
import type { Services } from "../services.ts";
import { askApprovers } from "./ask-approvers.ts";
import { ownCard } from "./own-card.ts";
import { proposalHash } from "./proposal-hash.ts";

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
  const objects = maskedObjects(seen.objects);
  const unseen = unseenOf({ task: run.task, objects });
  if (unseen.length > 0) return notAllSeen(services, run, unseen, hold);
  const hash = proposalHash(run, objects);
  const proposed: Proposed = {
    proposal: { ...seen, hash, objects, seenAt: now.toISOString() },
    approval,
    expiresAt: new Date(now.getTime() + approval.minutes * 60_000).toISOString(),
    approvals: [],
  };
  hold.extraMessages = await askApprovers(services, credential, run, proposed, approverGroups(proposed));
  return { state: "pendingApproval", ...proposed };
}

/** It waits for nobody, since nobody could agree to it. */
async function notAllSeen(
  services: Services,
  run: Run,
  unseen: readonly Unseen[],
  hold: Hold,
): Promise<RunState> {
  const happened = { is: "notAllSeen", unseen } as const;
  const failed = ended(services, { code: "notAllSeen", happened, done: "nothingChanged" });
  hold.extraMessages = await ownCard(services, { ...run, status: failed });
  return failed;
}
