// The first step of a change: what it would do is asked of the cluster, as whoever wants it, by commands that change
// nothing. What comes of it is what others decide on.
import { randomBytes } from "node:crypto";
import type { Allowed } from "../../core/authorization/refusal.ts";
import type { ChangeTask } from "../../core/change/agreed-task.ts";
import { lookLine, readLook } from "../../core/change/look-line.ts";
import { isPassing } from "../../core/outcome/refusal.ts";
import { redact } from "../../core/redact/redact.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import { plainFailure } from "../../core/run/failures.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { type Ended, followRaw, type Sent, sendLine } from "../run/run-command.ts";
import { ended, type RunLease, whyNotAllowed } from "../run/run-execution.ts";
import type { RunProgress } from "../run/run-progress.ts";
import { fileOfRun } from "../run/sent-file.ts";
import { ownCard, propose } from "./propose.ts";

/** Nobody in the cluster can guess it, so that nobody there can print what looks like an output of ours. */
export const newNonce = (): string => randomBytes(16).toString("hex");

export async function dryRunChange(
  services: Services,
  run: Run,
  task: ChangeTask,
  credential: RequesterCredential,
  { approval }: Allowed,
  hold: RunLease,
  progress: RunProgress,
): Promise<RunState> {
  // A rule that allows a change says who has to agree; a decision that does not is none that anything may be done by.
  if (approval === undefined) return ended(services, unreadable);
  const { request, clusterAdmin } = task;
  const along = await fileOfRun(services, run, task, "nothingChanged");
  if ("failure" in along) return ended(services, along.failure);
  const nonce = newNonce();
  const line = { ...along, line: lookLine(request, nonce), clusterAdmin };
  const sendOnce = () =>
    sendLine(services, credential, run, line, () => {
      progress.at("sending");
      return whyNotAllowed(services, credential, run, hold, "nothingChanged");
    });
  const sent = await sentInTheEnd(services, sendOnce);
  if ("ended" in sent) return nothingChanged(sent.ended);
  progress.at("inCluster");
  const followed = await followRaw(services, credential, run, sent.operationId);
  if ("ended" in followed) return nothingChanged(followed.ended);
  const look = readLook(request, nonce, followed.raw.output);
  if (!look.ok) {
    const failed = ended(services, failureOf(look.why));
    if (look.why.is === "refused") hold.extraMessages = await ownCard(services, { ...run, status: failed });
    return failed;
  }
  const { ok: _, ...seen } = look;
  return propose(services, credential, run, approval, seen, hold);
}

/** Milliseconds before each further try, where Azure names no time. */
const pauses = [2_000, 5_000, 10_000];
/** Longer than that nobody waits without a word. */
const longestPause = 30_000;

/** It changes nothing: one that Azure did not take, or about which no answer came, is sent again. */
async function sentInTheEnd({ clock }: Services, send: () => Promise<Sent>): Promise<Sent> {
  let sent = await send();
  for (const pause of pauses) {
    const told = "ended" in sent ? mayPassIn(sent.ended) : null;
    if (told === null || told > longestPause) return sent;
    await clock.sleep(Math.max(pause, told));
    sent = await send();
  }
  return sent;
}

/** In so many milliseconds at the earliest; null where it would end the same way. */
function mayPassIn({ failure: { happened } }: Ended): number | null {
  switch (happened.is) {
    case "noAnswerAfterSending":
      return 0;
    case "azureRefused":
      return isPassing(happened.failure) ? (happened.failure.retryAfterSeconds ?? 0) * 1_000 : null;
    case "unread": {
      const { reason, retryAfterSeconds = 0 } = happened.section;
      return reason === "throttled" || reason === "timedOut" ? retryAfterSeconds * 1_000 : null;
    }
    default:
      return null;
  }
}

/** However a look ended, it has changed nothing: of a change that was not made nothing is unknown. */
function nothingChanged(end: Ended): Ended {
  const failure: RunFailure = { ...end.failure, done: "nothingChanged" };
  return end.state === "lost"
    ? { state: "failed", finishedAt: end.finishedAt, failure }
    : { ...end, failure };
}

const unreadable = plainFailure("lookUnreadable", "lookUnreadable", "nothingChanged");

function failureOf(why: Extract<ReturnType<typeof readLook>, { ok: false }>["why"]): RunFailure {
  const done = "nothingChanged";
  switch (why.is) {
    case "notFound":
      return { code: "objectNotFound", happened: { is: "objectNotFound", names: why.names }, done };
    case "refused":
      return {
        code: "dryRunRefused",
        happened: { is: "dryRunRefused", said: redact(why.said).text },
        done,
      };
    default:
      return unreadable;
  }
}
