// The latest requests of the person who asks.

import template from "../../../cards/status.json" with { type: "json" };
import type { AccessPath } from "../../core/access/access-path.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { type Diagnosis, headlineOf } from "../../core/diagnosis/diagnosis.ts";
import { hasEnded, isWorkedOn, type Run } from "../../core/run/run.ts";
import { actionButton, arrange, type Button, helpButton } from "../card/button.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { runRequest } from "../card/run-texts.ts";
import { label, plain } from "../card/text.ts";
import { fixWord } from "../change/fix-applied.ts";
import { utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";

const ROWS = 10;

type Status = Extract<Answer, { kind: "status" }>;

/** What waits for somebody is none. */
const isRunning = ({ status }: Run): boolean => isWorkedOn(status.state);

/** What came of it, where something did: `Done` would hide a failed command and a broken cluster. */
function stateWord({ status, task }: Run, messages: Messages): string {
  const { status: texts, verdict, runState } = messages;
  if (status.state !== "succeeded") return runState[status.state];
  const { result, diagnosis } = status;
  if (result !== null && result.exitCode !== null) return texts.exit({ exitCode: result.exitCode });
  if (diagnosis === null) return runState.succeeded;
  if (task.kind === "fix") return fixWord(task, diagnosis, messages);
  if (task.kind === "access")
    return diagnosis.allowed === undefined ? waysWord(diagnosis, texts) : texts.allowed[diagnosis.allowed.is];
  const headline = headlineOf(diagnosis);
  if (headline === "outside" || headline === "cutOff")
    return texts.outOfReach({ perhaps: diagnosis.outside?.mayBeLearned === true });
  return verdict[headline];
}

function waysWord({ accessPaths }: Diagnosis, texts: Messages["status"]): string {
  const inState = (state: AccessPath["state"]) => accessPaths.filter((path) => path.state === state).length;
  const available = inState("available");
  return available > 0 ? texts.ways({ count: available }) : texts.perhapsWays({ count: inState("probable") });
}

/** What ended, and is still kept; and what its requester may still do something about. */
function openButton({ id, status }: Run, index: number, { status: texts }: Messages): readonly Button[] {
  if (status.state === "pendingApproval" || status.state === "approved")
    return [actionButton(texts.open({ row: index + 1 }), { verb: "change.review", run: id })];
  if (!hasEnded(status.state)) return [];
  const isGone = status.state === "succeeded" && status.result === null && status.diagnosis === null;
  return isGone ? [] : [actionButton(texts.open({ row: index + 1 }), { verb: "run.told", run: id })];
}

const askedBy = ({ requester, task }: Run, { status, approval }: Messages): string => {
  const text = status.askedBy({ name: requester.displayName });
  return "breakGlass" in task ? approval.emergency({ title: text }) : text;
};

/** What waits for somebody comes first: it is theirs to decide. The rows of both are numbered through. */
function rowsOf({ runs, others, moreOthers = 0 }: Status, messages: Messages) {
  const texts = messages.status;
  const waiting = (others ?? []).slice(0, ROWS);
  const row = (run: Run, index: number) => ({
    number: `${index + 1}\\.`,
    state: plain(stateWord(run, messages)),
    request: label(runRequest(run), 160),
    since: plain(utc(run.createdAt)),
    open: openButton(run, index, messages),
  });
  return {
    elsewhere: others === null ? texts.elsewhere : moreOthers > 0 ? texts.more({ count: moreOthers }) : "",
    waitingHead:
      waiting.length === 0 || runs.length === 0 ? "" : texts.waiting({ count: waiting.length + moreOthers }),
    waiting: waiting.map((run, index) => ({
      ...row(run, index),
      state: plain(askedBy(run, messages), 120),
    })),
    ownHead: waiting.length === 0 || runs.length === 0 ? "" : texts.own,
    runs: runs.slice(0, ROWS).map((run, index) => row(run, waiting.length + index)),
  };
}

function straysOf({ strays }: Status, { status: texts, incident: { sources } }: Messages): string {
  if (strays === undefined) return "";
  const { newest, count } = strays;
  return texts.strays({ ...newest, named: newest.named || null, source: sources[newest.source], count });
}

export function presentStatus(answer: Status, messages: Messages): Presented {
  const texts = messages.status;
  const { runs, others, moreOthers = 0 } = answer;
  const isOfOthers = runs.length === 0 && others !== null && others.length > 0;
  const heading = isOfOthers
    ? texts.waiting({ count: others.length + moreOthers })
    : texts.title({ count: runs.length });
  const own = runs.length === 0 ? texts.none : texts.running({ count: runs.filter(isRunning).length });
  const subtitle = isOfOthers ? "" : own;
  return renderCard(template, messages.headed(heading, subtitle), {
    style: "default",
    title: plain(heading),
    subtitle: plain(subtitle),
    ...rowsOf(answer, messages),
    strays: plain(straysOf(answer, messages), 400),
    links: [],
    buttons: arrange([actionButton(messages.buttons.refresh, { verb: "status" }), helpButton(messages)]),
    footer: plain(texts.updated(answer)),
  });
}
