// The second step of what others agreed on, a change or a fix: it is done once, as whoever asked or as one of those who
// agreed. From `applying` on nothing sends it again, whatever becomes of this process.
import {
  type AgreedTask,
  type ChangeTask,
  isAgreedOn,
  isDiagnosedAfter,
} from "../../core/change/agreed-task.ts";
import { isRunByApprover, returnedTo } from "../../core/change/decide.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import { type Proposed, proposedOf } from "../../core/run/proposed.ts";
import type { PersonsRun, Run, RunState } from "../../core/run/run.ts";
import { applyChange, recoverChange } from "../change/apply-change.ts";
import {
  type ApplyContext,
  type Applying,
  findRunner,
  isOver,
  lostBy,
  type Runner,
  whyNotAgreed,
} from "../change/apply-context.ts";
import { decidedMessages } from "../change/ask-approvers.ts";
import { resumeIfSignedIn, waitForSignIn } from "../change/wait-for-sign-in.ts";
import { probeGate } from "../diagnosis/authorize-probe.ts";
import { diagnoseAfter } from "../diagnosis/diagnose-cluster.ts";
import { beginLook } from "../diagnosis/probe-cluster.ts";
import { applyFix, recoveredUnseen, recoverFix } from "../fix/apply-fix.ts";
import { authorize } from "../identity/authorize.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { whyNotHeard, whyNotHere } from "../run/emergency.ts";
import { ended, finish, type RunLease, withRights } from "../run/run-execution.ts";

/** Makes a change that is approved; a second call for the same run does nothing. */
export async function applyAgreed(services: Services, run: PersonsRun): Promise<void> {
  const { status, task } = run;
  if (status.state !== "approved" || status.waitsFor !== undefined || !isAgreedOn(task)) return;
  let proposed = proposedOf(status);
  const act = async (hold: RunLease): Promise<RunState | null> => {
    if (isOver(services, proposed)) return expired(services, proposed);
    const waiting = await waitForSignIn(services, run, status, hold);
    if (waiting !== null) return waiting;
    return withRights(services, run, hold, "nothingSent", async (credential, allowed) => {
      const runner: Runner = isRunByApprover(proposed)
        ? await findRunner(services, run, proposed, allowed)
        : { ok: true, credential };
      if ("returned" in runner) return reopened(run, returnedTo(proposed, runner.returned), hold);
      const why =
        (await whyNotHere(services, allowed, run)) ??
        (await whyNotAgreed(services, run, proposed, allowed.approval));
      if (why !== null) return denied(services, why);
      if (!runner.ok) return denied(services, runner.why);
      const unheard = await whyNotHeard(services, run, hold, allowed);
      if (unheard !== null) return denied(services, unheard);
      if (isRunByApprover(proposed)) proposed = { ...proposed, ranBy: runner.credential.requester };
      const by = { services, credential, runner: runner.credential, run, proposed, hold };
      if (task.kind === "fix") return applyFix({ ...by, task }, allowed);
      return diagnosedAfter({ ...by, task }, await applyChange({ ...by, task }, allowed));
    });
  };
  await finish(
    services,
    run,
    knowing(act, () => proposed),
    (failure) => knownBy(lostBy(services, failure("perhapsSent")), proposed),
  );
  await resumeIfSignedIn(services, run);
}

const denied = (services: Services, why: RunFailure): RunState => ({
  ...ended(services, why),
  state: "denied",
});

/** Those who were asked find their buttons again. */
function reopened(run: Run, to: RunState, hold: RunLease): RunState {
  hold.extraMessages = decidedMessages(run, to);
  return to;
}

/** The worker that made this change is gone: it is followed to its end, or nobody can know; it is never sent again. */
export async function recoverAgreed(services: Services, run: PersonsRun): Promise<void> {
  const { status, task } = run;
  if (status.state !== "applying" || !isAgreedOn(task)) return;
  const proposed = proposedOf(status);
  const act = async (hold: RunLease): Promise<RunState | null> => {
    // It was sent when mode and policy allowed it, and cannot be recalled: what came of it is told in any mode.
    const told = await withRights(
      services,
      run,
      hold,
      "sentUnknown",
      async (credential) => {
        // Nothing is sent any more: what came of it is looked at as whoever asked.
        const by = { services, credential, runner: credential, run, proposed, hold };
        if (task.kind === "fix") return recoverFix({ ...by, task }, status);
        return diagnosedAfter({ ...by, task }, await recoverChange({ ...by, task }, status));
      },
      "follow",
    );
    // What was looked at is lost already, and says more.
    return told !== null && told.state !== "lost" && "failure" in told && told.failure.done === "sentUnknown"
      ? unseen(services, task, status, told.failure)
      : told;
  };
  await finish(
    services,
    run,
    knowing(act, () => proposed),
    (failure) => knownBy(unseen(services, task, status, failure("sentUnknown")), proposed),
  );
}

// What a diagnosis proposed for the cluster is diagnosed once it is done, as a fix is: by whoever asked, inside as well.

/** Milliseconds before each further look: what is restarted needs a while. */
const looksAgainAfter = [15_000, 30_000] as const;

async function diagnosedAfter(
  { services, credential, run, task }: ApplyContext<ChangeTask>,
  made: RunState | null,
): Promise<RunState | null> {
  if (made?.state !== "succeeded" || !isDiagnosedAfter(task, made)) return made;
  const proposing = task.of === undefined ? null : await services.store.run(task.of);
  const cause = proposing?.status.state === "succeeded" ? proposing.status.diagnosis?.rootCause?.check : null;
  if (!cause || !(await mayDiagnose(services, credential, run))) return made;
  const look = () =>
    diagnoseAfter(services, credential, run, (asked) =>
      beginLook(services, credential, asked, probeGate(services, credential, asked)),
    );
  let found = await look();
  for (const pause of looksAgainAfter) {
    if (found?.rootCause?.check !== cause) break;
    await services.clock.sleep(pause);
    found = await look();
  }
  // Where nobody could see what was wrong before, nobody calls it well.
  const isSeen = found?.checks.some(({ id, status }) => id === cause && status !== "notAssessed") === true;
  return isSeen ? { ...made, diagnosis: found } : made;
}

/** A rule that lets somebody change it may not let them diagnose it, or show that here. */
async function mayDiagnose(services: Services, as: RequesterCredential, run: Run): Promise<boolean> {
  const { cluster, conversation, show } = run;
  const about = { run, isAlone: conversation.personal };
  if (show === "personal" && !conversation.personal) return false;
  return (await authorize(services, as, { kind: "diagnose", cluster }, "execute", about)).ok;
}

const unseen = (services: Services, task: AgreedTask, status: Applying, failure: RunFailure): RunState =>
  task.kind === "fix" ? recoveredUnseen(services, task, status, failure) : lostBy(services, failure);

/** Whatever came of it, what was agreed on is kept with it. */
const knowing =
  (act: (hold: RunLease) => Promise<RunState | null>, proposed: () => Proposed) =>
  async (hold: RunLease): Promise<RunState | null> => {
    const state = await act(hold);
    return state && knownBy(state, proposed());
  };

function knownBy(state: RunState, proposed: Proposed): RunState {
  if (state.state === "succeeded") return { ...state, proposed };
  if (!("failure" in state)) return state;
  const { ranBy: _, ...unsent } = proposed;
  // With nobody's rights anything was done.
  return { ...state, proposed: state.failure.done === "nothingSent" ? unsent : proposed };
}

const expired = ({ clock }: Services, proposed: Proposed): RunState => ({
  ...{ state: "expired", finishedAt: clock.now().toISOString() },
  ...proposed,
});
