// A fix whose every write was made, and what the diagnosis says that was made after them.
import {
  type AgreedRun,
  type FixTask,
  fixAskedWithinMilliseconds,
  isReached,
} from "../../core/change/agreed-task.ts";
import { type Diagnosis, headlineOf } from "../../core/diagnosis/diagnosis.ts";
import type { NoWayBack } from "../../core/fix/write/arm-write.ts";
import { undoOf } from "../../core/fix/write/inverse-of.ts";
import { drawPath } from "../../core/path-diagram/draw-path.ts";
import type { Proposal } from "../../core/run/proposed.ts";
import type { Run } from "../../core/run/run.ts";
import { actionButton, askAgain, type Button } from "../card/button.ts";
import type { CardFact, Style } from "../card/notice.ts";
import { stampSaid } from "../card/run-texts.ts";
import { diagnosisTitle, sayDiagnosis, styleOf } from "../diagnosis/localize-diagnosis.ts";
import type { Messages } from "../messages/messages.ts";
import type { ChangeCard } from "./change-objects.ts";
import { approversFact, causeFacts, headingOf, placeFact, wordsOf } from "./change-parts.ts";

/** `notKept`: what stood there before is unknown. */
type WhyNoUndo = NoWayBack | "notKept";

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
export function noUndoFacts(task: FixTask, { before }: Proposal, { fixRun }: Messages): readonly CardFact[] {
  if (task.undoes || before === undefined || whyNot(task, before) === null) return [];
  return [{ title: fixRun.undo, value: fixRun.noUndoAhead }];
}

/** Nothing is offered of what has taken a fix back: the fix itself can be asked for again. */
function undoPart(
  run: Run,
  task: FixTask,
  status: Succeeded,
  { fixRun }: Messages,
): Readonly<{ facts: readonly CardFact[]; buttons: readonly Button[] }> {
  if (task.undoes || run.stamp !== undefined) return { facts: [], buttons: [] };
  const why = whyNot(task, status.proposed?.proposal.before);
  if (why !== null) return { facts: [{ title: fixRun.undo, value: fixRun.noUndo[why] }], buttons: [] };
  const until = new Date(Date.parse(status.finishedAt) + fixAskedWithinMilliseconds).toISOString();
  return {
    facts: [{ title: fixRun.undo, value: fixRun.undoUntil({ until }) }],
    buttons: [actionButton(fixRun.undo, { verb: "fix.undo", run: run.id })],
  };
}

type Succeeded = Extract<Run["status"], { state: "succeeded" }>;

type Now = Readonly<{ style: Style; title: string; said: string }>;

/** What came of it in a few words. */
export const fixWord = ({ undoes }: FixTask, diagnosis: Diagnosis, { fixRun }: Messages): string =>
  undoes ? fixRun.undone : fixRun.came[headlineOf(diagnosis)];

function nowOf(run: AgreedRun, task: FixTask, diagnosis: Diagnosis | null, messages: Messages): Now {
  const { fixRun, headed, runState } = messages;
  const { name } = run.cluster;
  if (diagnosis === null)
    return { style: "emphasis", title: headingOf(run, runState.succeeded, messages), said: fixRun.notKept };
  const said = sayDiagnosis(diagnosis, messages);
  if (task.undoes)
    return {
      style: "emphasis",
      title: fixRun.takenBack({ word: fixRun.undone, cluster: name }),
      said: headed(diagnosisTitle(said, name, messages), said.summary),
    };
  const word = fixWord(task, diagnosis, messages);
  return {
    style: styleOf(diagnosis),
    title: isReached(diagnosis)
      ? fixRun.fixed({ word, cluster: name })
      : messages.diagnosis.title({ verdict: word, cluster: name }),
    said: said.summary,
  };
}

export function madeCard(run: AgreedRun, task: FixTask, status: Succeeded, messages: Messages): ChangeCard {
  const { fixRun, buttons } = messages;
  const { diagnosis, proposed } = status;
  const { style, title, said } = nowOf(run, task, diagnosis, messages);
  const undo = undoPart(run, task, status, messages);
  const now = diagnosis === null ? null : drawPath(diagnosis, task.seenFrom);
  return {
    // What is taken back by now is no good news any more.
    style: run.stamp === undefined ? style : "emphasis",
    title,
    subtitles: [stampSaid(run, messages), said, ...wordsOf(run, messages).asked],
    ways: [
      { head: fixRun.wayBefore, way: task.way },
      { head: fixRun.wayNow, way: now },
    ],
    facts: [
      ...causeFacts(task, messages),
      placeFact(run, messages),
      ...(proposed === undefined ? [] : [approversFact(proposed, "", messages)]),
      ...undo.facts,
    ],
    buttons: [...undo.buttons, askAgain(buttons.checkAgain, "diagnose", run)],
  };
}
