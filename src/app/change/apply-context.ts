// What every way of making an approved change has in common.

import { actionOf } from "../../core/authorization/action.ts";
import type { Allowed } from "../../core/authorization/refusal.ts";
import type { AgreedTask } from "../../core/change/agreed-task.ts";
import { isSamePerson, unseenOf } from "../../core/change/decide.ts";
import type { Approval } from "../../core/policy/decision.ts";
import { plainFailure, type RunFailure } from "../../core/run/failure.ts";
import type { Proposed } from "../../core/run/proposed.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import { authorize } from "../identity/authorize.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { ended, type RunLease, whyNotAllowed } from "../run/run-execution.ts";
import { proposalHash } from "./proposal-hash.ts";

/** What a worker needs to know of the change that it makes. */
export type ApplyContext<Task extends AgreedTask> = Readonly<{
  services: Services;
  /** Of whoever asked for it. */
  credential: RequesterCredential;
  run: Run;
  task: Task;
  proposed: Proposed;
  hold: RunLease;
}>;

export type Applying = Extract<RunState, { state: "applying" }>;
export type Lost = Extract<RunState, { state: "lost" }>;

export const lostBy = (services: Services, failure: RunFailure): Lost => ({
  ...ended(services, failure),
  state: "lost",
});

export const isOver = ({ clock }: Services, { expiresAt }: Proposed): boolean =>
  clock.now().getTime() >= Date.parse(expiresAt);

export const tooLate = plainFailure("approvalExpired", "approvalExpired", "nothingSent");

// The last looks at an approval before anything is sent: it is for exactly this, in time, and enough of those who gave it
// still may, by the policy as it is now.

const otherwise = plainFailure("approvalOtherwise", "approvalOtherwise", "nothingSent");

/** `now`: what the policy asks for at this moment. Null where it may be done. */
export async function whyNotAgreed(
  services: Services,
  run: Run,
  proposed: Proposed,
  now: Approval | undefined,
): Promise<RunFailure | null> {
  const { proposal, approvals } = proposed;
  const hash = proposalHash(run, proposal.objects);
  const isBound = hash === proposal.hash && approvals.every((each) => each.hash === hash);
  if (!isBound || now === undefined) return otherwise;
  const unseen = unseenOf({ task: run.task, objects: proposal.objects });
  if (unseen.length > 0)
    return { code: "notAllSeen", happened: { is: "notAllSeen", unseen }, done: "nothingSent" };
  if (now.by === "requester") {
    const isOwn = approvals.some(({ requester }) => isSamePerson(requester, run.requester));
    // Others agreed, which is more than is asked for by now.
    return isOwn || proposed.approval.by === "others" ? null : otherwise;
  }
  const others = approvals.filter(({ requester }) => !isSamePerson(requester, run.requester));
  const about = { run, approval: { by: now, escalated: proposed.escalated === true } };
  const action = actionOf(run.task, run.cluster);
  const still = await Promise.all(others.map((each) => authorize(services, each, action, "confirm", about)));
  const given = still.filter(({ ok }) => ok).length;
  const { count, groups } = now;
  if (given >= count) return null;
  const gone = others.find((_, at) => still[at]?.ok !== true);
  if (gone === undefined)
    return {
      code: "approvalTooFew",
      happened: { is: "approvalTooFew", count, groups, given },
      done: "nothingSent",
    };
  const person = gone.requester.displayName;
  return {
    code: "approvalUnconfirmed",
    happened: { is: "approvalUnconfirmed", person },
    done: "nothingSent",
  };
}

/**
 * The same when nothing is left to wait for, which it may have done for a while: `then` is what the policy said before that.
 * What is allowed as an emergency alone by now nobody was told of.
 */
export const whyNotStillAgreed = (
  { services, credential, run, proposed, hold }: ApplyContext<AgreedTask>,
  then: Allowed,
): Promise<RunFailure | null> =>
  whyNotAllowed(services, credential, run, hold, "nothingSent", async (now) =>
    now.breakGlass === true && then.breakGlass !== true
      ? otherwise
      : whyNotAgreed(services, run, proposed, now.approval),
  );
