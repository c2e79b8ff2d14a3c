// Those who may approve a change or a fix are asked: a message of its own that mentions them, since an edit notifies nobody.
// Each of them sees it in a view of their own, with all that would change and both buttons. Once it is decided, it says that.
import template from "../../../cards/approval-wanted.json" with { type: "json" };
import { type AgreedRun, isOfAgreement, proposedIn } from "../../core/change/agreed-task.ts";
import { unseenOf } from "../../core/change/decide.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { cameToNothing, type Run } from "../../core/run/run.ts";
import { actionButton, arrange, type Button, destructive, formButton, positive } from "../card/button.ts";
import { mentions } from "../card/mentions.ts";
import { presentNotice, type Style } from "../card/notice.ts";
import { type Presented, refreshedApproval, renderCard } from "../card/presented.ts";
import { plain } from "../card/text.ts";
import { whyUndone } from "../change/change-ended.ts";
import { plainFacts, plainObject, sayObjects } from "../change/change-objects.ts";
import {
  approversFact,
  fileFact,
  headingOf,
  isEmergency,
  placeFact,
  rightsFact,
  showsValues,
  wordsOf,
} from "../change/change-parts.ts";
import { utc } from "../messages/catalogue/time.ts";
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
  const view = viewOf(run, status, messages);
  const isTheirs = view !== null && answer.seenBy !== undefined;
  const card = presentMessage(run, messages, {
    style: isEmergency(run) ? "attention" : "warning",
    ...(isTheirs
      ? { state: texts.needed, people: [], asks: "", buttons: [], ...view }
      : { state: texts.wanted, people, asks, buttons: [reviewButton(run, messages)] }),
    warnings: risks.map((risk) => plain(risk)),
    summary: toGroups,
  });
  const seeIt = answer.seenBy === undefined ? answer.people.map(({ userId }) => userId) : [answer.seenBy];
  return view === null ? card : refreshedApproval(card, run, seeIt);
}

const reviewButton = ({ id }: Run, { approval }: Messages): Button =>
  actionButton(approval.buttons.review, { verb: "change.review", run: id });

// The view of one person who may decide: all of what would change is seen there without scrolling, or there is none.

type View = Pick<Parts, "command" | "objectsHead" | "objects" | "notes" | "facts" | "decides" | "rejects">;

/** Pixels of a phone's screen that are left below Teams' own head, and what a card takes of them whatever it says. */
const [SCREEN, AROUND] = [620, 150];

/** Letters and pixels of a line there. */
const TITLE = { letters: 30, line: 24 };
const WORDS = { letters: 44, line: 22 };
const CODE = { letters: 40, line: 18 };
/** Around a block of code. */
const CODE_AROUND = 32;

const heightOf = (texts: readonly string[], { letters, line }: typeof WORDS): number =>
  texts
    .flatMap((text) => text.split("\n"))
    .reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / letters)) * line, 0);

const heightOfCode = (lines: readonly string[]): number =>
  lines.length === 0 ? 0 : heightOf(lines, CODE) + CODE_AROUND;

/** Null where it is for one person alone, or too long: it is decided on behind Review then. */
function viewOf(run: AgreedRun, status: Waiting, messages: Messages): View | null {
  const { proposal } = status;
  const { task } = run;
  if (!showsValues(run, "everybody") || unseenOf({ task, objects: proposal.objects }).length > 0) return null;
  const { approval: texts, changeObjects } = messages;
  const { asked, lines, showLines, risks } = wordsOf(run, messages);
  const { objects, notes } = sayObjects(proposal, true, messages, true);
  // Lines that say again what stands below object by object are behind Review.
  const command = showLines === "" ? lines : [];
  const height =
    heightOf([headingOf(run, texts.needed, messages)], TITLE) +
    heightOf([...asked, ...notes, ...risks, ...objects.map(({ what, said }) => `${what} ${said}`)], WORDS) +
    [command, ...objects.map(({ fields }) => fields)].reduce((sum, code) => sum + heightOfCode(code), AROUND);
  if (height > SCREEN) return null;
  const { id } = run;
  const { hash } = proposal;
  const { approve, reject, rejectNow } = texts.buttons;
  const approves = positive(actionButton(approve, { verb: "change.approve", run: id, hash }));
  const rejects = destructive(formButton(rejectNow, { verb: "change.reject", run: id, hash }));
  return {
    command,
    objectsHead: plain(changeObjects.wouldChange(proposal)),
    objects: objects.map(plainObject),
    notes: notes.map((note) => plain(note)),
    facts: plainFacts([
      { title: texts.until, value: utc(status.expiresAt) },
      ...[placeFact(run, messages), fileFact(run, messages), rightsFact(run, messages)],
    ]),
    decides: [{ reject, buttons: [approves, { ...reviewButton(run, messages), mode: "secondary" }] }],
    rejects: [{ label: texts.word, buttons: [rejects] }],
  };
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
    buttons: [],
    summary: said,
  });
}

type Parts = Readonly<{
  style: Style;
  state: string;
  people: ReturnType<typeof mentions>;
  asks: string;
  warnings: readonly string[];
  command: readonly string[];
  objectsHead: string;
  objects: readonly ReturnType<typeof plainObject>[];
  notes: readonly string[];
  facts: ReturnType<typeof plainFacts>;
  decides: readonly Readonly<{ reject: string; buttons: readonly Button[] }>[];
  rejects: readonly Readonly<{ label: string; buttons: readonly Button[] }>[];
  buttons: readonly Button[];
  summary: string;
}>;

const noView: View = {
  ...{ command: [], objectsHead: "", objects: [], notes: [], facts: [], decides: [], rejects: [] },
};

function presentMessage(
  run: AgreedRun,
  messages: Messages,
  { state, summary, buttons, ...parts }: Omit<Parts, keyof View> & Partial<View>,
): Presented {
  const title = headingOf(run, state, messages);
  const data = {
    ...noView,
    ...parts,
    buttons: arrange(buttons),
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
