// Those who may approve a change or a fix are asked: a message of its own that mentions them, since an edit notifies nobody.
// Once it is decided, it says that.
import template from "../../../cards/approval-wanted.json" with { type: "json" };
import { type AgreedRun, isOfAgreement, proposedIn } from "../../core/change/agreed-task.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { cameToNothing, type Run } from "../../core/run/run.ts";
import { actionButton, arrange } from "../card/button.ts";
import { mentions } from "../card/mentions.ts";
import { presentNotice, type Style } from "../card/notice.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { plain } from "../card/text.ts";
import { whyUndone } from "../change/change-ended.ts";
import {
  approversFact,
  headingOf,
  isEmergency,
  placeFact,
  rightsFact,
  wordsOf,
} from "../change/change-parts.ts";
import type { Messages } from "../messages/messages.ts";
import { presentShort } from "./short.ts";

type ApprovalWanted = Extract<Answer, { kind: "approvalWanted" }>;

type Waiting = Extract<Run["status"], { state: "pendingApproval" }>;

export function presentApprovalWanted(answer: ApprovalWanted, messages: Messages): Presented {
  const { run } = answer;
  if (!isOfAgreement(run)) return presentShort(answer, messages);
  if (run.status.state === "pendingApproval") return presentWanted(answer, run, run.status, messages);
  return presentDecided(run, messages) ?? presentShort(answer, messages);
}

function presentWanted(answer: ApprovalWanted, run: AgreedRun, status: Waiting, messages: Messages) {
  const { approval: texts } = messages;
  const { risks } = wordsOf(run, messages);
  const people = mentions(answer.people);
  const by = run.requester.displayName;
  const until = status.expiresAt;
  const toGroups = texts.asksGroups({ by, groups: answer.groups, until });
  const asks =
    people.length === 0
      ? plain(toGroups)
      : `${texts.people({ names: people.map(({ tag }) => tag) })}${plain(texts.asksYou({ by, until }))}`;
  return presentMessage(run, messages, {
    style: isEmergency(run) ? "attention" : "warning",
    state: texts.wanted,
    people,
    asks,
    warnings: risks.map((risk) => plain(risk)),
    buttons: arrange([actionButton(texts.buttons.review, { verb: "change.review", run: run.id })]),
    summary: toGroups,
  });
}

/** Nobody is mentioned once more, and nothing is left to press. Null where it was never to be decided. */
function presentDecided(run: AgreedRun, messages: Messages): Presented | null {
  const { status } = run;
  const proposed = proposedIn(status);
  if (proposed === undefined) return null;
  const { approval: texts, runState, labelled } = messages;
  const isUndone = status.state === "rejected" || status.state === "withdrawn" || status.state === "expired";
  const by = approversFact(proposed, texts.nobodyYet, messages);
  const said = isUndone ? whyUndone(run, status, messages) : labelled(by.title, by.value);
  return presentMessage(run, messages, {
    style: "emphasis",
    state: isUndone ? runState[status.state] : texts.agreed,
    people: [],
    asks: plain(said),
    warnings: [],
    buttons: arrange([]),
    summary: said,
  });
}

type Parts = Readonly<{
  style: Style;
  state: string;
  people: ReturnType<typeof mentions>;
  asks: string;
  warnings: readonly string[];
  buttons: ReturnType<typeof arrange>;
  summary: string;
}>;

function presentMessage(run: AgreedRun, messages: Messages, { state, summary, ...parts }: Parts): Presented {
  const title = headingOf(run, state, messages);
  const data = {
    ...parts,
    title: plain(title),
    subtitles: wordsOf(run, messages).asked.map((sentence) => plain(sentence)),
    footer: plain(messages.approval.wantedFooter({ run: run.id })),
  };
  return renderCard(template, messages.headed(title, summary), data);
}

// Somebody used a rule for emergencies: who, why and what, for everybody who reads there.

export function presentEmergency(
  answer: Extract<Answer, { kind: "emergency" }>,
  messages: Messages,
): Presented {
  const { run, rule } = answer;
  if (!isOfAgreement(run)) return presentShort(answer, messages);
  const { approval: texts } = messages;
  const { asked, lines, risks } = wordsOf(run, messages);
  const proposed = proposedIn(run.status);
  const wasUsed = !cameToNothing(run.status);
  const says = wasUsed ? texts.usedRule : texts.wantedRule;
  return presentNotice(messages, {
    style: wasUsed ? "attention" : "default",
    title: texts.emergency({ title: says({ name: run.requester.displayName, cluster: run.cluster.name }) }),
    subtitle: messages.sentences(asked),
    asked: lines.join("\n"),
    paragraphs: wasUsed ? [...risks, texts.sentOnce] : [texts.notSent],
    facts: [
      placeFact(run, messages),
      rightsFact(run, messages),
      { title: texts.rule, value: rule },
      ...(proposed === undefined ? [] : [approversFact(proposed, "", messages)]),
    ],
    footer: run.id,
  });
}
