// What was seen of a change becomes what others decide on, bound to exactly that.
import { unseenOf } from "../../core/change/approvable.ts";
import { approverGroups } from "../../core/change/decide.ts";
import { maskedObjects } from "../../core/change/masked-objects.ts";
import type { Message } from "../../core/delivery/message.ts";
import type { Approval } from "../../core/policy/decision.ts";
import type { Proposal, Proposed, Unseen } from "../../core/run/proposed.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import { messageOf } from "../delivery/outbox-messages.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { ended, type RunLease } from "../run/run-execution.ts";
import { askApprovers } from "./ask-approvers.ts";
import { proposalHash } from "./proposal-hash.ts";

// What a change or its dry run printed, where the policy shows it to its requester alone: in their own chat, since the thread has none of it.

/** `run`: as it ended. Empty where its card holds all of it, or they have no chat with the bot. */
export async function ownCard(services: Services, run: Run): Promise<readonly Message[]> {
  if (run.show === "thread" || run.conversation.personal) return [];
  const chat = await services.messenger.personalChat(run.conversation).catch(() => null);
  return chat === null ? [] : [messageOf(services, chat, { kind: "review", run, as: "requester" })];
}

type Seen = Pick<Proposal, "objects" | "preview" | "before">;

export async function propose(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  approval: Approval,
  seen: Seen,
  hold: RunLease,
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
  hold: RunLease,
): Promise<RunState> {
  const happened = { is: "notAllSeen", unseen } as const;
  const failed = ended(services, { code: "notAllSeen", happened, done: "nothingChanged" });
  hold.extraMessages = await ownCard(services, { ...run, status: failed });
  return failed;
}
