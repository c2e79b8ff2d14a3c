// What was done, or what nobody did because somebody or time decided so.
import { type AgreedRun, type ChangeTask, isReached, proposedIn } from "../../core/change/agreed-task.ts";
import { type CommandResult, commandText } from "../../core/command/grammar/command-request.ts";
import type { Proposed, Touched } from "../../core/run/proposed.ts";
import type { Run } from "../../core/run/run.ts";
import { actionButton, askAgain, type Button } from "../card/button.ts";
import type { NoticeCard, Style } from "../card/notice.ts";
import { paginate } from "../card/pages.ts";
import type { Presented } from "../card/presented.ts";
import { outputCode, shellCode } from "../card/text.ts";
import { maskedNote } from "../command/command-parts.ts";
import { diagnosisTitle, sayDiagnosis, styleOf } from "../diagnosis/localize-diagnosis.ts";
import { say } from "../messages/catalogue/says.ts";
import { utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import { type ChangeCard, presentChangeCard, sayObjects } from "./change-objects.ts";
import {
  approversFact,
  fileFact,
  headingOf,
  placeFact,
  showsOutput,
  showsValues,
  type Viewer,
  wordsOf,
} from "./change-parts.ts";
import { madeCard } from "./fix-applied.ts";

// How a change by kubectl or helm ended, in few words: what its card begins with, long or short.

type ChangeEnd = Readonly<{ style: Style; state: string; text: string }>;

/** Only what ended with 0 is called done. */
export function changeEnd(
  run: Run,
  result: CommandResult | null,
  { changeState: texts, runState, status, failures }: Messages,
): ChangeEnd {
  if (result === null)
    return {
      ...{ style: "emphasis", state: runState.lost },
      text: say(failures.happened, { is: "resultGone" } as const),
    };
  const { exitCode } = result;
  if (exitCode === null) return { style: "warning", state: runState.lost, text: texts.exitUnknown };
  return exitCode === 0
    ? {
        style: "good",
        state: runState.succeeded,
        text: texts.done({ name: (proposedIn(run.status)?.ranBy ?? run.requester).displayName }),
      }
    : { style: "attention", state: status.exit({ exitCode }), text: texts.failed };
}

// How to see what became of a change: what reads its objects, to be pressed or copied. It changes nothing.

/** Longest line that a press may say. */
const LONGEST = 300;
const LOOKED_LINES = 5;

/** One line for the objects of one type in one namespace; Azure's own are nothing that kubectl reads. */
function linesOf(objects: readonly Touched[]): readonly string[] {
  const asked = objects.filter(({ type }) => !type.includes("/"));
  const groups = Map.groupBy(asked, ({ type, namespace }) => `${type} ${namespace}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const where = first.namespace === null ? [] : [`--namespace=${first.namespace}`];
    const names = group.map(({ name }) => name);
    return [commandText({ argv: ["kubectl", "get", first.type, ...names, ...where] })];
  });
}

type Look = Readonly<{ codes: NonNullable<NoticeCard["codes"]>; buttons: readonly Button[] }>;

/** A button where one line reads all of it, as whoever presses; else the lines. */
export function lookPart(run: AgreedRun, proposed: Proposed | undefined, messages: Messages): Look {
  const { approval, changeState } = messages;
  const lines = linesOf(proposed?.proposal.objects ?? []);
  const [only = "", ...others] = lines;
  const say = `${only} on ${run.cluster.name}`;
  if (only === "") return { codes: [], buttons: [] };
  if (others.length === 0 && say.length <= LONGEST)
    return { codes: [], buttons: [actionButton(approval.buttons.look, { verb: "say", say })] };
  return { codes: [{ label: changeState.see, code: shellCode(lines.slice(0, LOOKED_LINES)) }], buttons: [] };
}

type Status = Run["status"];
type Succeeded = Extract<Status, { state: "succeeded" }>;
type Undone = Extract<Status, { state: "rejected" | "withdrawn" | "expired" }>;

/** The end of what was printed: there kubectl says what went wrong. */
const LINES = 20;

export const presentEndedChange = (
  run: AgreedRun,
  status: Succeeded | Undone,
  viewer: Viewer,
  messages: Messages,
): Presented => presentChangeCard(run, endedCard(run, status, viewer, messages), messages);

function endedCard(run: AgreedRun, status: Succeeded | Undone, viewer: Viewer, messages: Messages) {
  if (status.state !== "succeeded") return undoneCard(run, status, viewer, messages);
  const approved = approvedPart(run, status.proposed, viewer, messages);
  return run.task.kind === "fix"
    ? { ...approved, ...madeCard(run, run.task, status, messages) }
    : { ...approved, ...doneCard(run, run.task, status, viewer, messages) };
}

const approvedPart = (run: Run, proposed: Proposed | undefined, viewer: Viewer, messages: Messages) =>
  proposed === undefined
    ? {}
    : {
        objectsHead: messages.changeObjects.approved(proposed.proposal),
        ...sayObjects(proposed.proposal, showsValues(run, viewer), messages),
      };

function doneCard(
  run: AgreedRun,
  { request }: ChangeTask,
  status: Succeeded,
  viewer: Viewer,
  messages: Messages,
): ChangeCard {
  const { changeState: texts, runProblem } = messages;
  const { result, proposed } = status;
  const isDone = result?.exitCode === 0;
  const printed = printedPart(run, request, result, viewer, messages);
  const look = lookPart(run, proposed, messages);
  return {
    ...stateOf(run, status, messages),
    ...printed,
    codes: [...printed.codes, ...(isDone ? [] : look.codes)],
    facts: [
      placeFact(run, messages),
      fileFact(run, messages),
      ...(proposed === undefined ? [] : [approversFact(proposed, "", messages)]),
      { title: texts.atStart, value: utc(result?.startedAt ?? "") },
      { title: texts.atEnd, value: utc(result?.finishedAt ?? status.finishedAt) },
      { title: runProblem.next, value: isDone ? "" : texts.lookFirst },
    ],
    buttons: isDone ? checkAgain(run, messages) : look.buttons,
  };
}

/** Of what a diagnosis proposed: it is asked once more whether that has mended it. */
const checkAgain = (run: AgreedRun, messages: Messages): readonly Button[] =>
  run.task.of === undefined ? [] : [askAgain(messages.buttons.checkAgain, "diagnose", run)];

function stateOf(run: AgreedRun, { result, diagnosis }: Succeeded, messages: Messages) {
  const { style, state, text } = changeEnd(run, result, messages);
  const found = diagnosis === null ? null : sayDiagnosis(diagnosis, messages);
  return {
    // Done, and seen to have mended nothing.
    style: diagnosis === null || isReached(diagnosis) ? style : styleOf(diagnosis),
    title: headingOf(run, state, messages),
    subtitles: [
      found === null ? "" : messages.headed(diagnosisTitle(found, run.cluster.name, messages), found.summary),
      text,
      ...wordsOf(run, messages).asked,
    ],
  };
}

type Printed = Readonly<{ codes: NonNullable<ChangeCard["codes"]>; texts: readonly string[] }>;

function printedPart(
  run: Run,
  { tool }: ChangeTask["request"],
  result: CommandResult | null,
  viewer: Viewer,
  messages: Messages,
): Printed {
  const { changeState, commandResult, sentPrivately } = messages;
  if (result === null) return { codes: [], texts: [] };
  if (!showsOutput(run, viewer))
    return { codes: [], texts: [sentPrivately.subtitle({ name: run.requester.displayName })] };
  const { pages, lineCount } = paginate(result.output);
  if (lineCount === 0) return { codes: [], texts: [commandResult.empty] };
  const first = Math.max(1, lineCount - LINES + 1);
  const lines = pages.flatMap((page) => page.lines).slice(first - 1);
  return {
    codes: [{ label: changeState.printed({ tool }), code: outputCode(lines, first) }],
    texts: [
      first > 1 ? commandResult.lines({ first, last: lineCount, total: lineCount }) : "",
      maskedNote(result, messages),
    ],
  };
}

function undoneCard(run: AgreedRun, status: Undone, viewer: Viewer, messages: Messages): ChangeCard {
  const { changeState: texts, runState, runProblem } = messages;
  return {
    style: status.state === "rejected" ? "warning" : "emphasis",
    title: headingOf(run, runState[status.state], messages),
    subtitles: [...[whyUndone(run, status, messages), texts.nothingChanged], ...wordsOf(run, messages).asked],
    ...approvedPart(run, status, viewer, messages),
    objectsHead: messages.changeObjects.wouldChange(status.proposal),
    facts: [
      placeFact(run, messages),
      fileFact(run, messages),
      approversFact(status, "", messages),
      { title: runProblem.next, value: status.state === "expired" ? texts.askAnew : "" },
    ],
  };
}

/** Who or what decided that nothing is done. */
export function whyUndone({ requester }: Run, status: Undone, { changeState: texts }: Messages): string {
  if (status.state === "rejected") return texts.rejected({ name: status.by.displayName, word: status.word });
  if (status.state === "withdrawn") return texts.withdrawn({ name: requester.displayName });
  const { approval, approvals, expiresAt } = status;
  const needed = approval.by === "others" ? approval.count : 1;
  if (approvals.length === 0) return texts.expiredUnapproved({ expiresAt });
  return approvals.length < needed
    ? texts.expiredInPart({ given: approvals.length, needed, expiresAt })
    : texts.expiredUndone({ expiresAt });
}
