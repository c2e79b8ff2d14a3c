// Whether a fix that was made can be taken back, until when, and why not where it cannot.
import { type FixTask, fixAskedWithinMilliseconds } from "../core/change/agreed-task.ts";
import type { Proposal } from "../core/change/proposed.ts";
import type { NoWayBack } from "../core/fix/write/arm-write.ts";
import { undoOf } from "../core/fix/write/inverse-of.ts";
import type { Run } from "../core/run/run.ts";
import { type Button, press } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import type { Fact } from "./notice.ts";
import { utc } from "./time.ts";

type Succeeded = Extract<Run["status"], { state: "succeeded" }>;

/** `notKept`: what stood there before is unknown. */
export type WhyNoUndo = NoWayBack | "notKept";

/** What is lost by taking it back weighs more than that there is nothing to gain. */
const worst: readonly NoWayBack[] = ["cutsOff", "oneWay", "noStateBefore", "stays"];

/** Null where it can be taken back. */
function whyNot({ writes }: FixTask, before: Proposal["before"]): WhyNoUndo | null {
  if (before === undefined) return "notKept";
  if (undoOf(writes, before) !== null) return null;
  // Without a word of its own it was written as it stood, or made anew in place of what was of no use.
  return worst.find((why) => writes.some(({ noWayBack }) => noWayBack === why)) ?? "noStateBefore";
}

/** Whoever agrees to it knows that beforehand. */
export function noUndoFacts(task: FixTask, { before }: Proposal, { fixRun }: Messages): readonly Fact[] {
  if (task.undoes || before === undefined || whyNot(task, before) === null) return [];
  return [{ title: fixRun.undo, value: fixRun.noUndoAhead }];
}

/** Nothing is offered of what has taken a fix back: the fix itself can be asked for again. */
export function undoPart(
  run: Run,
  task: FixTask,
  status: Succeeded,
  { fixRun }: Messages,
): Readonly<{ facts: readonly Fact[]; buttons: readonly Button[] }> {
  if (task.undoes) return { facts: [], buttons: [] };
  const why = whyNot(task, status.proposed?.proposal.before);
  if (why !== null) return { facts: [{ title: fixRun.undo, value: fixRun.noUndo[why] }], buttons: [] };
  const until = new Date(Date.parse(status.finishedAt) + fixAskedWithinMilliseconds).toISOString();
  return {
    facts: [{ title: fixRun.undo, value: fixRun.undoUntil(utc(until)) }],
    buttons: [press(fixRun.undo, { verb: "fix.undo", run: run.id })],
  };
}
