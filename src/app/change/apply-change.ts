// A change that was agreed on is done once, in a line that first compares each object with what was approved.
import type { Allowed } from "../../core/authorization/refusal.ts";
import { type ChangeTask, isDiagnosedAfter } from "../../core/change/agreed-task.ts";
import { applyLine, checkLine, readApply, readCheck } from "../../core/change/apply-line.ts";
import type { CommandResult } from "../../core/command/grammar/command-request.ts";
import { redact } from "../../core/redact/redact.ts";
import { plainFailure, type RunFailure } from "../../core/run/failure.ts";
import { objectName, type Proposed } from "../../core/run/proposed.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import { runMessage } from "../delivery/outbox-messages.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { type Ended, followRaw, sendLine } from "../run/run-command.ts";
import { ended, entryOf } from "../run/run-execution.ts";
import { fileOfRun } from "../run/sent-file.ts";
import {
  type ApplyContext,
  type Applying,
  isOver,
  lostBy,
  tooLate,
  whyNotStillAgreed,
} from "./apply-context.ts";
import { newNonce, ownCard } from "./propose.ts";

/** The worker that made this change is gone: it is followed to its end, or nobody can know. */
export async function recoverChange(making: ApplyContext<ChangeTask>, status: Applying): Promise<RunState> {
  return status.operationId === undefined
    ? withLook(making, lostBy(making.services, interrupted))
    : follow(making, status, status.operationId);
}

const interrupted = plainFailure("lost", "changeInterrupted", "sentUnknown");

export async function applyChange(
  making: ApplyContext<ChangeTask>,
  allowed: Allowed,
): Promise<RunState | null> {
  const { services, runner, run, task, proposed, hold } = making;
  const { store, clock } = services;
  const along = await fileOfRun(services, run, task, "nothingSent");
  if ("failure" in along) return ended(services, along.failure);
  const nonce = newNonce();
  const applying: Applying = {
    ...{ state: "applying", startedAt: clock.now().toISOString(), nonce },
    ...proposed,
  };
  const started = entryOf(services, run, hold, "start", applying);
  const messages = [runMessage(run, "applying")];
  if (!(await store.moveRun(run.id, ["approved"], applying, messages, started))) return null;
  hold.from = ["applying"];
  const { request, clusterAdmin } = task;
  const versions = proposed.proposal.objects.map(({ version }) => version);
  const line = applyLine(request, versions, nonce);
  const sent = await sendLine(services, runner, run, { ...along, line, clusterAdmin }, async () =>
    isOver(services, proposed) ? tooLate : whyNotStillAgreed(making, allowed),
  );
  if ("ended" in sent) return endOf(making, sent.ended);
  const taken: Applying = { ...applying, ...sent };
  await store.moveRun(run.id, ["applying"], taken, [], entryOf(services, run, hold, "sent", taken));
  return follow(making, taken, sent.operationId);
}

/** Nobody has heard whether it was taken. */
async function endOf(making: ApplyContext<ChangeTask>, end: Ended): Promise<RunState> {
  const { happened } = end.failure;
  if (end.state !== "lost" || happened.is !== "noAnswerAfterSending") return end;
  const failure: RunFailure = {
    ...end.failure,
    happened: { is: "changeUnanswered", failure: happened.failure },
  };
  return withLook(making, lostBy(making.services, failure));
}

async function follow(
  making: ApplyContext<ChangeTask>,
  applying: Applying,
  operationId: string,
): Promise<RunState> {
  const { services, credential, run, task, proposed, hold } = making;
  const { nonce } = applying;
  const followed = await followRaw(services, credential, run, operationId);
  if ("ended" in followed) return afterSending(making, followed.ended);
  const { raw } = followed;
  const versions = proposed.proposal.objects.map(({ version }) => version);
  const read = readApply(task.request, versions, nonce, raw.output);
  switch (read.is) {
    case "changedSince": {
      const failure: RunFailure = {
        code: "objectChanged",
        happened: {
          is: "objectChanged",
          objects: read.objects.map(({ type, name }) => objectName(type, name)),
        },
        done: "nothingChanged",
      };
      return ended(services, failure);
    }
    case "sent": {
      const done: RunState = {
        ...{ state: "succeeded", finishedAt: services.clock.now().toISOString(), diagnosis: null },
        result: await resultOf(services, task, raw, read),
        ...(read.after && { versionsAfter: read.after }),
      };
      hold.extraMessages = [
        ...hold.extraMessages,
        ...(await ownCard(services, { ...run, status: { ...done, proposed } })),
      ];
      return isDiagnosedAfter(task, done) ? told(making, applying, done) : done;
    }
    case "notSent":
      return ended(services, notCompared);
    default:
      return withLook(making, lostBy(services, unreadable));
  }
}

/** It is made, and what came of it is looked at for a while: its card says so meanwhile. */
async function told(
  { services, run, proposed }: ApplyContext<ChangeTask>,
  applying: Applying,
  done: RunState,
): Promise<RunState> {
  const made: Applying = { ...applying, made: proposed.proposal.objects.length };
  await services.store.moveRun(run.id, ["applying"], made, [runMessage(run, "applying")], null);
  return done;
}

const notCompared = plainFailure("objectsUnread", "objectsUnread", "nothingChanged");
const unreadable = plainFailure("changeUnreadable", "changeUnreadable", "sentUnknown");

/** It was sent, so whatever keeps us from its end leaves open what it has done. Where its pod was refused, nothing. */
async function afterSending(making: ApplyContext<ChangeTask>, end: Ended): Promise<RunState> {
  if (end.failure.done === "podRefused") return end;
  return withLook(making, lostBy(making.services, { ...end.failure, done: "sentUnknown" }));
}

async function withLook(
  { services, credential, run, task, proposed }: ApplyContext<ChangeTask>,
  lost: Extract<RunState, { state: "lost" }>,
): Promise<RunState> {
  const seen = await probeChangeOutcome(services, credential, run, task, proposed);
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

// Where nobody knows what became of a change, its objects are looked at: do they differ from what was approved?

type Seen = NonNullable<Extract<RunState, { state: "lost" }>["seen"]>;

/** It only reads, so a look that Azure did not take may be sent again. Milliseconds before each. */
const pauses = [0, 2_000, 5_000];

/** Null where that could not be told either; never throws. */
export async function probeChangeOutcome(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  task: ChangeTask,
  proposed: Proposed,
): Promise<Seen | null> {
  for (const pause of pauses) {
    if (pause > 0) await services.clock.sleep(pause);
    const seen = await lookOnce(services, credential, run, task, proposed);
    if (seen !== "notTaken") return seen;
  }
  return null;
}

async function lookOnce(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  { request, clusterAdmin }: ChangeTask,
  { proposal }: Proposed,
): Promise<Seen | "notTaken" | null> {
  try {
    const nonce = newNonce();
    const line = checkLine(request, nonce);
    const sent = await sendLine(services, credential, run, { line, clusterAdmin }, async () => null);
    if ("ended" in sent) return "notTaken";
    const followed = await followRaw(services, credential, run, sent.operationId);
    if ("ended" in followed) return null;
    const versions = proposal.objects.map(({ version }) => version);
    const { is } = readCheck(request, versions, nonce, followed.raw.output);
    return is === "unreadable" ? null : { is, at: services.clock.now().toISOString() };
  } catch (error) {
    services.log.warn("a change was not looked at afterwards", {
      runId: run.id,
      error: redact(String(error)).text,
    });
    return null;
  }
}
