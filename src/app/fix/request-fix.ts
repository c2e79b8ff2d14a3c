// "Request this fix", and "Undo": what a diagnosis proved, or what takes it back, asked for as whoever presses.

import { type FixTask, fixAskedWithinMilliseconds, requestedBefore } from "../../core/change/agreed-task.ts";
import type { CardActionOf } from "../../core/conversation/card-action.ts";
import { notice } from "../../core/conversation/notice.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import { writesOf } from "../../core/fix/write/actions.ts";
import { undoOf } from "../../core/fix/write/inverse-of.ts";
import { drawPath } from "../../core/path-diagram/draw-path.ts";
import { clientOf, type Run } from "../../core/run/run.ts";
import type { CardActionAnswer } from "../delivery/card-action-answer.ts";
import { isKnownTo, storedRun } from "../identity/authorize.ts";
import { signedIn } from "../identity/sign-in.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { submitTask } from "../run/submit-run.ts";

/** What is said of it in words, besides what it is. */
export type Said = Pick<FixTask, "reason" | "breakGlass">;

export async function requestFix(
  services: Services,
  asker: ConversationContext,
  action: CardActionOf<"fix.request" | "fix.undo">,
  said: Said = {},
): Promise<CardActionAnswer> {
  const run = await storedRun(services, action.run);
  if (!run || !isKnownTo(asker, run)) return { text: notice("outdated") };
  const found = action.verb === "fix.undo" ? undoIn(run) : fixIn(run);
  if (found === null) return { text: notice("noSuchFix") };
  if (isOld(services, run)) return { text: notice("fixTooOld") };
  const other = await services.store.openFix(found);
  // Of one that they may not know of they hear once it is known what they may do.
  if (other && isKnownTo(asker, other)) return { text: requestedBefore(other) };
  return {
    text: notice("lookingAtFix"),
    begin: () => submitFix(services, asker, run, { ...found, ...said }),
    waits: true,
  };
}

export const isOld = ({ clock }: Services, { status }: Run): boolean =>
  "finishedAt" in status &&
  clock.now().getTime() - Date.parse(status.finishedAt) > fixAskedWithinMilliseconds;

/** What it has found, or has as long as the look inside goes on. Null where nothing is known to be proved. */
export function fixIn(run: Run): FixTask | null {
  const { status } = run;
  const isKnown = status.state === "succeeded" || status.state === "running";
  return isKnown && status.diagnosis ? fixOf(run, status.diagnosis) : null;
}

/** Null where nothing is proved, or some step of it is none that may be made. */
export function fixOf(run: Run, diagnosis: Diagnosis): FixTask | null {
  const cause = diagnosis.rootCause;
  if (run.task.kind !== "diagnose" || !cause?.fix || cause.confidence !== "certain") return null;
  const isProved = cause.repairs?.every(({ proved }) => proved);
  const writes = isProved ? writesOf(cause.fix.steps) : null;
  if (writes === null) return null;
  const seenFrom = clientOf(run);
  return {
    ...{ kind: "fix", of: run.id, check: cause.check, fix: cause.fix, writes, seenFrom },
    way: drawPath(diagnosis, seenFrom),
  };
}

/** Null where it was not made, or nothing takes it back. */
export function undoIn(run: Run): FixTask | null {
  const { status, task } = run;
  if (task.kind !== "fix" || task.undoes === true || status.state !== "succeeded") return null;
  const before = status.proposed?.proposal.before;
  const writes = before === undefined ? null : undoOf(task.writes, before);
  if (writes === null) return null;
  const way = status.diagnosis === null ? null : drawPath(status.diagnosis, task.seenFrom);
  const made = task.writes.map((write, at) => ({ write, version: status.versionsAfter?.[at] ?? null }));
  // Neither why the fix was asked for, nor that it was an emergency, is said of this.
  const { reason: _, breakGlass: __, ...rest } = task;
  return { ...rest, of: run.id, undoes: true, made, writes, way };
}

const submitFix = (
  services: Services,
  asker: ConversationContext,
  { cluster }: Run,
  task: FixTask,
): Promise<void> => {
  const asked = `${task.undoes ? "undo" : "fix"} ${task.of}`;
  const { id, name } = cluster;
  return signedIn({ services, asker, asked }, (request) => submitTask(request, { id, name }, task));
};
