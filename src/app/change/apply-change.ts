// The second step of a change: what was agreed on is done once, in a line that first compares each object with what was
// approved. From `applying` on nothing sends it again, whatever becomes of this process.
import { applyLine, readApply } from "../../core/change/apply-line.ts";
import type { Proposed } from "../../core/change/proposed.ts";
import type { CommandResult } from "../../core/command/command-request.ts";
import { redact } from "../../core/redact/redact.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import { type Allowed, decideByPolicy } from "../authorize-action.ts";
import { ended, entryOf, finish, type Hold, whyNotAllowed, withRights } from "../held-run.ts";
import type { RequesterCredential } from "../ports.ts";
import { type Ended, followRaw, sendLine } from "../run-command.ts";
import { plainFailure } from "../say.ts";
import type { Services } from "../services.ts";
import { runMessage } from "../tell.ts";
import { type ChangeTask, newNonce } from "./look-at-change.ts";
import { seenAfterwards } from "./seen-afterwards.ts";
import { waitForSignIn } from "./wait-for-sign-in.ts";
import { whyNotAgreed } from "./why-not-agreed.ts";

/** What a worker needs to know of the change that it makes. */
type Making = Readonly<{ services: Services; run: Run; task: ChangeTask; proposed: Proposed; hold: Hold }>;
type Applying = Extract<RunState, { state: "applying" }>;

/** Makes a change that is approved; a second call for the same run does nothing. */
export async function applyChange(services: Services, run: Run): Promise<void> {
  const { status, task } = run;
  if (status.state !== "approved" || status.waitsFor !== undefined || task.kind !== "change") return;
  const proposed = proposedIn(status);
  const act = async (hold: Hold): Promise<RunState | null> => {
    if (isOver(services, proposed)) return expired(services, proposed);
    const waiting = await waitForSignIn(services, run, status, hold);
    if (waiting !== null) return waiting;
    const making = { services, run, task, proposed, hold };
    return withRights(services, run, hold, "nothingSent", (credential, allowed) =>
      applyOnce(making, credential, allowed),
    );
  };
  await finish(services, run, knowing(act, proposed), (failure) =>
    knownBy(lostBy(services, failure("perhapsSent")), proposed),
  );
}

/** The worker that made this change is gone: it is followed to its end, or nobody can know; it is never sent again. */
export async function recoverChange(services: Services, run: Run): Promise<void> {
  const { status, task } = run;
  if (status.state !== "applying" || task.kind !== "change") return;
  const proposed = proposedIn(status);
  const act = async (hold: Hold): Promise<RunState | null> => {
    const making = { services, run, task, proposed, hold };
    // It was sent when mode and policy allowed it, and cannot be recalled: what came of it is told in any mode.
    const told = await withRights(
      services,
      run,
      hold,
      "sentUnknown",
      async (credential) =>
        status.operationId === undefined
          ? withLook(making, credential, lostBy(services, interrupted))
          : follow(making, credential, status, status.operationId),
      decideByPolicy,
    );
    // Whoever cannot ask any more knows as little as whoever heard nothing.
    return told?.state !== "lost" && told !== null && "failure" in told && told.failure.done === "sentUnknown"
      ? lostBy(services, told.failure)
      : told;
  };
  await finish(services, run, knowing(act, proposed), (failure) =>
    knownBy(lostBy(services, failure("sentUnknown")), proposed),
  );
}

const interrupted = plainFailure("lost", "changeInterrupted", "sentUnknown");

const proposedIn = ({ proposal, approval, expiresAt, approvals, escalated }: Proposed): Proposed => ({
  ...{ proposal, approval, expiresAt, approvals },
  ...(escalated && { escalated }),
});

/** Whatever came of it, what was agreed on is kept with it. */
const knowing =
  (act: (hold: Hold) => Promise<RunState | null>, proposed: Proposed) =>
  async (hold: Hold): Promise<RunState | null> => {
    const state = await act(hold);
    return state && knownBy(state, proposed);
  };

const knownBy = (state: RunState, proposed: Proposed): RunState =>
  state.state === "succeeded" || "failure" in state ? { ...state, proposed } : state;

const isOver = ({ clock }: Services, { expiresAt }: Proposed): boolean =>
  clock.now().getTime() >= Date.parse(expiresAt);

const expired = ({ clock }: Services, proposed: Proposed): RunState => ({
  ...{ state: "expired", finishedAt: clock.now().toISOString() },
  ...proposed,
});

const lostBy = (services: Services, failure: RunFailure): Extract<RunState, { state: "lost" }> => ({
  ...ended(services, failure),
  state: "lost",
});

async function applyOnce(
  making: Making,
  credential: RequesterCredential,
  { approval }: Allowed,
): Promise<RunState | null> {
  const { services, run, task, proposed, hold } = making;
  const { store, clock } = services;
  const why = await whyNotAgreed(services, run, task, proposed, approval);
  if (why !== null) return { ...ended(services, why), state: "denied" };
  const nonce = newNonce();
  const applying: Applying = {
    ...{ state: "applying", startedAt: clock.now().toISOString(), nonce },
    ...proposed,
  };
  const started = entryOf(services, run, hold, "start", applying);
  const card = [runMessage(run, "applying")];
  if (!(await store.moveRun(run.id, ["approved"], applying, card, started))) return null;
  hold.from = ["applying"];
  const { request, clusterAdmin } = task;
  const versions = proposed.proposal.objects.map(({ version }) => version);
  const line = applyLine(request, versions, nonce);
  const sent = await sendLine(services, credential, run, { line, clusterAdmin }, async () =>
    isOver(services, proposed) ? tooLate : whyNotAllowed(services, credential, run, hold, "nothingSent"),
  );
  if ("ended" in sent) return endOf(making, credential, sent.ended);
  const taken: Applying = { ...applying, ...sent };
  await store.moveRun(run.id, ["applying"], taken, [], entryOf(services, run, hold, "sent", taken));
  return follow(making, credential, applying, sent.operationId);
}

const tooLate = plainFailure("approvalExpired", "approvalExpired", "nothingSent");

/** Nobody has heard whether it was taken. */
async function endOf(making: Making, credential: RequesterCredential, end: Ended): Promise<RunState> {
  const { happened } = end.failure;
  if (end.state !== "lost" || happened.is !== "noAnswerAfterSending") return end;
  const failure: RunFailure = {
    ...end.failure,
    happened: { is: "changeUnanswered", failure: happened.failure },
  };
  return withLook(making, credential, lostBy(making.services, failure));
}

async function follow(
  making: Making,
  credential: RequesterCredential,
  { nonce }: Applying,
  operationId: string,
): Promise<RunState> {
  const { services, run, task, proposed } = making;
  const followed = await followRaw(services, credential, run, operationId);
  if ("ended" in followed) return afterSending(making, credential, followed.ended);
  const { raw } = followed;
  const versions = proposed.proposal.objects.map(({ version }) => version);
  const read = readApply(task.request, versions, nonce, raw.output);
  switch (read.is) {
    case "changedSince": {
      const failure: RunFailure = {
        code: "objectChanged",
        happened: { is: "objectChanged", objects: read.objects.map(({ type, name }) => `${type}/${name}`) },
        done: "nothingSent",
      };
      return ended(services, failure);
    }
    case "sent":
      return {
        ...{ state: "succeeded", finishedAt: services.clock.now().toISOString(), diagnosis: null },
        result: await resultOf(services, task, raw, read),
        ...(read.after && { versionsAfter: read.after }),
      };
    case "notSent":
      return ended(services, notCompared);
    default:
      return withLook(making, credential, lostBy(services, unreadable));
  }
}

const notCompared = plainFailure("objectsUnread", "objectsUnread", "nothingSent");
const unreadable = plainFailure("changeUnreadable", "changeUnreadable", "sentUnknown");

/** It was sent, so whatever keeps us from its end leaves open what it has done. Where its pod was refused, nothing. */
async function afterSending(making: Making, credential: RequesterCredential, end: Ended): Promise<RunState> {
  if (end.failure.done === "podRefused") return end;
  return withLook(making, credential, lostBy(making.services, { ...end.failure, done: "sentUnknown" }));
}

async function withLook(
  { services, run, task, proposed }: Making,
  credential: RequesterCredential,
  lost: Extract<RunState, { state: "lost" }>,
): Promise<RunState> {
  const seen = await seenAfterwards(services, credential, run, task, proposed);
  return seen === null ? lost : { ...lost, seen };
}

/** What it printed, masked like any output. What cannot be looked through is not shown; what it has done is known. */
async function resultOf(
  services: Services,
  { request }: ChangeTask,
  raw: CommandResult,
  read: Readonly<{ exitCode: number; output: string }>,
): Promise<CommandResult> {
  const result = await services.textWork.redact(read.output, { argv: request.argv });
  const { text, masked, kinds, left } = result.ok
    ? result.redacted
    : { ...redact(""), left: read.output.length };
  return {
    ...raw,
    ...{ exitCode: read.exitCode, output: text, masked, maskedKinds: kinds },
    truncated: left > 0,
    ...(left > 0 && { leftOut: left }),
  };
}
