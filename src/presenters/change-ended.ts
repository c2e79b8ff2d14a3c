// What was done, or what nobody did because somebody or time decided so.
import type { AgreedRun, ChangeTask } from "../core/change/agreed-task.ts";
import type { Proposed } from "../core/change/proposed.ts";
import type { CommandResult } from "../core/command/command-request.ts";
import type { Run } from "../core/run/run.ts";
import { type ChangeCard, presentChangeCard } from "./change-card.ts";
import { changeEnd } from "./change-end.ts";
import { lookPart } from "./change-look.ts";
import { sayObjects } from "./change-objects.ts";
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
import { outputCode } from "./code.ts";
import { maskedNote } from "./command-parts.ts";
import { madeCard } from "./fix-made.ts";
import type { Messages } from "./messages/messages.ts";
import { paginate } from "./pages.ts";
import type { Presented } from "./presented.ts";
import { utc } from "./time.ts";

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
        objectsHead: messages.changeObjects.approved(utc(proposed.proposal.seenAt)),
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
    ...stateOf(run, result, messages),
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
    buttons: isDone ? [] : look.buttons,
  };
}

function stateOf(run: AgreedRun, result: CommandResult | null, messages: Messages) {
  const { style, state, text } = changeEnd(run, result, messages);
  return {
    style,
    title: headingOf(run, state, messages),
    subtitles: [text, ...wordsOf(run, messages).asked],
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
    return { codes: [], texts: [sentPrivately.subtitle(run.requester.displayName)] };
  const { pages, lineCount } = paginate(result.output);
  if (lineCount === 0) return { codes: [], texts: [commandResult.empty] };
  const first = Math.max(1, lineCount - LINES + 1);
  const lines = pages.flatMap((page) => page.lines).slice(first - 1);
  return {
    codes: [{ label: changeState.printed(tool), code: outputCode(lines, first) }],
    texts: [first > 1 ? commandResult.lines(first, lineCount, lineCount) : "", maskedNote(result, messages)],
  };
}

function undoneCard(run: AgreedRun, status: Undone, viewer: Viewer, messages: Messages): ChangeCard {
  const { changeState: texts, runState, runProblem } = messages;
  return {
    style: status.state === "rejected" ? "warning" : "emphasis",
    title: headingOf(run, runState[status.state], messages),
    subtitles: [...[whyUndone(run, status, messages), texts.nothingChanged], ...wordsOf(run, messages).asked],
    ...approvedPart(run, status, viewer, messages),
    objectsHead: messages.changeObjects.wouldChange(utc(status.proposal.seenAt)),
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
  if (status.state === "rejected") return texts.rejected(status.by.displayName, status.word);
  if (status.state === "withdrawn") return texts.withdrawn(requester.displayName);
  const { approval, approvals, expiresAt } = status;
  const needed = approval.by === "others" ? approval.count : 1;
  const until = utc(expiresAt);
  if (approvals.length === 0) return texts.expiredUnapproved(until);
  return approvals.length < needed
    ? texts.expiredInPart(approvals.length, needed, until)
    : texts.expiredUndone(until);
}
