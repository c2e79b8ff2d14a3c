// A fix whose every write was made, and what the diagnosis says that was made after them.
import type { AgreedRun, FixTask } from "../core/change/agreed-task.ts";
import type { Diagnosis } from "../core/diagnosis/diagnosis.ts";
import { headlineOf } from "../core/diagnosis/headline.ts";
import type { Run } from "../core/run/run.ts";
import { drawWay } from "../core/way/draw-way.ts";
import { askAgain } from "./button.ts";
import type { ChangeCard } from "./change-card.ts";
import { approversFact, headingOf, placeFact, wordsOf } from "./change-parts.ts";
import { titleOf } from "./diagnosis-data.ts";
import { STYLES } from "./diagnosis-styles.ts";
import { causeFacts } from "./fix-task.ts";
import { undoPart } from "./fix-undo.ts";
import type { Messages } from "./messages/messages.ts";
import type { Style } from "./notice.ts";
import { sayDiagnosis } from "./said-diagnosis.ts";

type Succeeded = Extract<Run["status"], { state: "succeeded" }>;

type Now = Readonly<{ style: Style; title: string; said: string }>;

/** What came of it in a few words: only a cluster that is reached is called fixed. */
export const fixWord = ({ undoes }: FixTask, diagnosis: Diagnosis, { fixRun }: Messages): string =>
  undoes ? fixRun.undone : fixRun.came[headlineOf(diagnosis)];

const isReached = (diagnosis: Diagnosis): boolean => ["reachable", "well"].includes(headlineOf(diagnosis));

function nowOf(run: AgreedRun, task: FixTask, diagnosis: Diagnosis | null, messages: Messages): Now {
  const { fixRun, headed, runState } = messages;
  const { name } = run.cluster;
  if (diagnosis === null)
    return { style: "emphasis", title: headingOf(run, runState.succeeded, messages), said: fixRun.notKept };
  const said = sayDiagnosis(diagnosis, messages);
  if (task.undoes)
    return {
      style: "emphasis",
      title: fixRun.takenBack(fixRun.undone, name),
      said: headed(titleOf(said, name, messages), said.summary),
    };
  const word = fixWord(task, diagnosis, messages);
  return {
    style: STYLES[diagnosis.verdict],
    title: isReached(diagnosis) ? fixRun.fixed(word, name) : messages.diagnosis.title(word, name),
    said: said.summary,
  };
}

export function madeCard(run: AgreedRun, task: FixTask, status: Succeeded, messages: Messages): ChangeCard {
  const { fixRun, buttons } = messages;
  const { diagnosis, proposed } = status;
  const { style, title, said } = nowOf(run, task, diagnosis, messages);
  const undo = undoPart(run, task, status, messages);
  const now = diagnosis === null ? null : drawWay(diagnosis, task.seenFrom);
  return {
    style,
    title,
    subtitles: [said, ...wordsOf(run, messages).asked],
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
