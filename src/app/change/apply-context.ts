// What every way of making an approved change has in common.

import { actionOf } from "../../core/authorization/action.ts";
import { type Allowed, failureTo, type RefusalAt } from "../../core/authorization/refusal.ts";
import type { AgreedTask } from "../../core/change/agreed-task.ts";
import { isRunByApprover, isSamePerson, runnersOf, unseenOf } from "../../core/change/decide.ts";
import type { Approval } from "../../core/policy/decision.ts";
import type { Requester } from "../../core/requester.ts";
import { type Done, plainFailure, type RunFailure } from "../../core/run/failure.ts";
import type { Proposed } from "../../core/run/proposed.ts";
import type { Returned, Run, RunState } from "../../core/run/run.ts";
import { authorize } from "../identity/authorize.ts";
import type { Who } from "../identity/gates.ts";
import { isMendedBySignIn } from "../identity/sign-in.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { ended, type RunLease, whyNotAllowed } from "../run/run-execution.ts";
import { proposalHash } from "./proposal-hash.ts";

/** What a worker needs to know of the change that it makes. */
export type ApplyContext<Task extends AgreedTask> = Readonly<{
  services: Services;
  /** Of whoever asked for it: all that is read for it is read as them. */
  credential: RequesterCredential;
  /** Of whoever it is done as: who asked, or one of those who agreed. */
  runner: RequesterCredential;
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
  const hash = proposalHash(run, proposal.objects, proposal.runAs);
  const isBound = hash === proposal.hash && approvals.every((each) => each.hash === hash);
  if (!isBound || now === undefined) return otherwise;
  // They agreed to its being done with their rights, and the policy lets nobody's be used by now.
  if (isRunByApprover(proposed) && (now.by !== "others" || now.runAs !== "approver")) return otherwise;
  const unseen = unseenOf({ task: run.task, objects: proposal.objects });
  if (unseen.length > 0)
    return { code: "notAllSeen", happened: { is: "notAllSeen", unseen }, done: "nothingSent" };
  if (now.by === "requester") {
    const isOwn = approvals.some(({ requester }) => isSamePerson(run.requester, requester));
    // Others agreed, which is more than is asked for by now.
    return isOwn || proposed.approval.by === "others" ? null : otherwise;
  }
  const others = approvals.filter(({ requester }) => !isSamePerson(run.requester, requester));
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
  making: ApplyContext<AgreedTask>,
  then: Allowed,
): Promise<RunFailure | null> => {
  const { services, credential, run, proposed, hold } = making;
  return whyNotAllowed(services, credential, run, hold, "nothingSent", async (now) =>
    now.breakGlass === true && then.breakGlass !== true
      ? otherwise
      : ((await whyNotAgreed(services, run, proposed, now.approval)) ??
        whyRunnerMayNot(making, now, "nothingSent")),
  );
};

// Whose rights are used where Azure does not let whoever asked: those of the last who agreed and may. Everything is asked
// anew of them, as of whoever asked.

/** `returned`: by the press of whoever was to do it, it may be done yet. */
export type Runner = Readonly<
  | { ok: true; credential: RequesterCredential }
  | { ok: false; returned: Returned }
  | { ok: false; why: RunFailure }
>;

/** `now`: what the policy says at this moment. Who may agree no more does nothing, though others may by now. */
export async function findRunner(
  services: Services,
  run: Run,
  proposed: Proposed,
  now: Allowed,
): Promise<Runner> {
  let returned: Returned | undefined;
  let first: RunFailure | undefined;
  for (const who of runnersOf(proposed)) {
    const right = await authorizeRunner(services, run, asOf(proposed, now), who);
    if (right.ok) return { ok: true, credential: right.credential };
    const { refusal } = right;
    const why = passes(refusal);
    if (why !== null) returned ??= { to: who.requester, why };
    else first ??= mayNotRun(who.requester, refusal, "nothingSent");
  }
  if (returned !== undefined) return { ok: false, returned };
  return { ok: false, why: first ?? otherwise };
}

/** Null where the same press would end the same way. */
function passes(refusal: RefusalAt<"runAs">): Returned["why"] | null {
  if (refusal.kind === "signIn") return isMendedBySignIn(refusal.failure) ? "signIn" : null;
  return refusal.kind === "runner" && refusal.reason.is === "runnerUnknown" ? "rights" : null;
}

/** Of whoever asked mode, policy and Azure are asked besides. */
export async function whyRunnerMayNot(
  { services, run, proposed, runner }: ApplyContext<AgreedTask>,
  now: Allowed,
  done: Done,
): Promise<RunFailure | null> {
  if (!isRunByApprover(proposed)) return null;
  const right = await authorizeRunner(services, run, asOf(proposed, now), runner);
  return right.ok ? null : mayNotRun(runner.requester, right.refusal, done);
}

const asOf = (proposed: Proposed, { approval = proposed.approval }: Allowed): Proposed => ({
  ...proposed,
  approval,
});

export const authorizeRunner = (services: Services, run: Run, { approval, escalated }: Proposed, who: Who) =>
  authorize(services, who, actionOf(run.task, run.cluster), "runAs", {
    run,
    approval: { by: approval, escalated: escalated === true },
  });

function mayNotRun({ displayName }: Requester, refusal: RefusalAt<"runAs">, done: Done): RunFailure {
  const person = displayName;
  switch (refusal.kind) {
    case "signIn":
    case "mode":
      return failureTo(refusal, done);
    case "runner":
      return { code: "runnerMayNot", happened: { is: "runnerMayNot", person, why: refusal.reason }, done };
    default:
      return { code: "approvalUnconfirmed", happened: { is: "approvalUnconfirmed", person }, done };
  }
}
