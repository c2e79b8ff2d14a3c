// A change that nobody has done yet, or that is being done: what it would do, who has to agree, and who may decide here.
import { activationLine } from "../../core/access/roles.ts";
import { type AgreedRun, type FixTask, proposedIn } from "../../core/change/agreed-task.ts";
import { fitsCard, mayStillReject, unseenOf } from "../../core/change/decide.ts";
import { linesOf } from "../../core/fix/write/fix.ts";
import { mayHaveChanged, type RunFailure } from "../../core/run/failure.ts";
import { objectName } from "../../core/run/proposed.ts";
import type { Run } from "../../core/run/run.ts";
import {
  actionButton,
  askAgain,
  type Button,
  destructive,
  formButton,
  positive,
  signIn,
} from "../card/button.ts";
import type { CardFact, NoticeCard, Style } from "../card/notice.ts";
import { CARD_BUDGET, cardSize, type Presented } from "../card/presented.ts";
import { briefly } from "../card/scope.ts";
import { shellCode } from "../card/text.ts";
import type { Messages } from "../messages/messages.ts";
import { lookPart } from "./change-ended.ts";
import { type ChangeCard, presentChangeCard, sayObjects } from "./change-objects.ts";
import {
  approversFact,
  causeFacts,
  doneAs,
  fileFact,
  headingOf,
  isEmergency,
  madeFact,
  placeFact,
  rightsFact,
  showsValues,
  type Viewer,
  waitFacts,
  wordsOf,
} from "./change-parts.ts";
import { noUndoFacts } from "./fix-applied.ts";

type Open = Extract<Run["status"], { state: "pendingApproval" | "approved" | "applying" }>;

/** Lines about the mode and the cluster stand on a card besides. */
const ROOM = CARD_BUDGET - 4_000;

/** Nobody approves what they cannot see: where not all of it fits, the button is not there. */
export function presentOpenChange(
  run: AgreedRun,
  status: Open,
  viewer: Viewer,
  messages: Messages,
): Presented {
  const { task } = run;
  const fits = fitsCard({ task, objects: status.proposal.objects });
  const whole = fits ? openCard(run, status, viewer, true, messages) : null;
  return whole !== null && cardSize(whole.card) <= ROOM
    ? whole
    : openCard(run, status, viewer, false, messages);
}

function openCard(run: AgreedRun, status: Open, viewer: Viewer, isWhole: boolean, messages: Messages) {
  const { approval: texts, changeObjects } = messages;
  const { proposal } = status;
  const { task } = run;
  const { asked, risks } = wordsOf(run, messages);
  const said = sayObjects(proposal, showsValues(run, viewer), messages, isWhole && viewer !== "everybody");
  const isSeen = isWhole && unseenOf({ task, objects: proposal.objects }).length === 0;
  const card: ChangeCard = {
    style: styleOf(run, status, viewer),
    title: headingOf(run, stateWord(status, viewer, messages), messages),
    subtitles: [...asked, whatIsNext(run, status, messages)],
    warnings: [...(isSeen || viewer === "everybody" ? [] : [texts.tooLong]), ...risks],
    ...(task.kind === "fix" ? { ways: [{ head: messages.fixRun.wayNow, way: task.way }] } : {}),
    objectsHead: changeObjects.wouldChange(proposal),
    ...said,
    facts: [
      ...(task.kind === "fix" ? openFacts(task, status, messages) : []),
      ...(status.state === "applying" ? [madeFact(status.proposal.objects, status.made ?? 0, messages)] : []),
      ...[placeFact(run, messages), fileFact(run, messages), rightsFact(run, messages)],
      ...waitFacts(run, status, messages),
    ],
    ...decisions(run, status, viewer, isSeen, messages),
  };
  return presentChangeCard(run, card, messages);
}

const openFacts = (task: FixTask, status: Open, messages: Messages): readonly CardFact[] => [
  ...causeFacts(task, messages),
  ...noUndoFacts(task, status.proposal, messages),
];

function styleOf(run: AgreedRun, { state }: Open, viewer: Viewer): Style {
  if (isEmergency(run)) return "attention";
  return state === "pendingApproval" && viewer !== "requester" ? "warning" : "emphasis";
}

function stateWord(
  { state, approval }: Open,
  viewer: Viewer,
  { approval: texts, runState }: Messages,
): string {
  if (state !== "pendingApproval") return runState[state];
  if (viewer === "approver") return texts.needed;
  return viewer === "requester" && approval.by === "requester" ? texts.confirm : runState[state];
}

function whatIsNext(run: Run, status: Open, messages: Messages): string {
  const { requester } = run;
  const { approval, changeState } = messages;
  if (status.state === "pendingApproval") {
    if (status.approval.by === "requester") return approval.confirmFirst({ name: requester.displayName });
    const { returned } = status;
    if (returned === undefined) return approval.nothingYet;
    return approval.returned({ name: returned.to.displayName, why: returned.why });
  }
  if (status.state === "applying") {
    const { goesOnAt } = status;
    const goesOn = goesOnAt === undefined ? "" : changeState.goesOn({ at: goesOnAt });
    return messages.sentences([changeState.applying({ name: doneAs(run, status) }), goesOn]);
  }
  return status.waitsFor === "signIn"
    ? changeState.waitsForSignIn({ name: requester.displayName })
    : changeState.next({ name: doneAs(run, status) });
}

/** What the viewer may do about it. On the card of the thread: ask what they may. */
function decisions(
  { id: run }: Run,
  status: Open,
  viewer: Viewer,
  isWhole: boolean,
  messages: Messages,
): Pick<ChangeCard, "buttons" | "reject"> {
  const { state, proposal, approval } = status;
  const { review, reject, rejectNow } = messages.approval.buttons;
  const isOpen = mayStillReject(status);
  if (viewer === "everybody")
    return isOpen ? { buttons: [actionButton(review, { verb: "change.review", run })] } : {};
  if (viewer === "requester") return { buttons: ofRequester(run, status, isWhole, messages) };
  if (!isOpen || approval.by !== "others") return {};
  const { hash } = proposal;
  const { approve } = messages.approval.buttons;
  const mayApprove = isWhole && viewer === "approver" && state === "pendingApproval";
  return {
    buttons: mayApprove ? [positive(actionButton(approve, { verb: "change.approve", run, hash }))] : [],
    reject: {
      title: reject,
      label: messages.approval.word,
      button: destructive(formButton(rejectNow, { verb: "change.reject", run, hash })),
    },
  };
}

function ofRequester(run: string, status: Open, isWhole: boolean, messages: Messages): readonly Button[] {
  const { doIt, withdraw } = messages.approval.buttons;
  const { state, approval, proposal } = status;
  const mayConfirm = state === "pendingApproval" && approval.by === "requester" && isWhole;
  const mustSignIn = state === "approved" && status.waitsFor === "signIn";
  return [
    ...(mayConfirm
      ? [positive(actionButton(doIt, { verb: "change.approve", run, hash: proposal.hash }))]
      : []),
    ...(mustSignIn ? [signIn(messages)] : []),
    ...(state === "applying" ? [] : [actionButton(withdraw, { verb: "change.withdraw", run })]),
  ];
}

// What a card says of a change or a fix that did not end well, beside what it says of every run.

export type ChangeProblem = Readonly<{
  title: string;
  asked: readonly string[];
  /** In place of what is said of every run. */
  done?: string;
  facts: readonly CardFact[];
  /** In place of what is said to do after the failure: nobody is told to do it again before they have looked. */
  instead: Readonly<{ next: string; buttons: readonly Button[] }> | null;
  codes: NonNullable<NoticeCard["codes"]>;
}>;

export function changeProblem(run: AgreedRun, failure: RunFailure, messages: Messages): ChangeProblem {
  const proposed = proposedIn(run.status);
  const common = {
    title: headingOf(run, endWord(run, failure, messages), messages),
    asked: wordsOf(run, messages).asked,
  };
  const approvers = proposed === undefined ? [] : [approversFact(proposed, "", messages)];
  const own =
    run.task.kind === "fix" ? ofFix(run, run.task, failure, messages) : ofChange(run, failure, messages);
  return { ...common, ...own, facts: [...approvers, ...own.facts] };
}

/** What is as it should be already has not failed. */
const endWord = (
  { status }: AgreedRun,
  { happened }: RunFailure,
  { approval, runState }: Messages,
): string => (happened.is === "nothingToChange" ? approval.nothingWouldChange : runState[status.state]);

type Own = Omit<ChangeProblem, "title" | "asked">;

function ofChange(run: AgreedRun, failure: RunFailure, messages: Messages): Own {
  const isOpen = mayHaveChanged(failure.done);
  const look = isOpen ? lookPart(run, proposedIn(run.status), messages) : { codes: [], buttons: [] };
  return {
    facts: seenFact(run, messages),
    instead: isOpen ? { next: messages.changeState.findOut, buttons: look.buttons } : null,
    codes: look.codes,
  };
}

function seenFact({ status }: AgreedRun, { changeState: texts }: Messages): readonly CardFact[] {
  if (status.state !== "lost" || status.seen === undefined) return [];
  const { is, at } = status.seen;
  const said = is === "changed" ? texts.changed : texts.unchanged;
  return [{ title: texts.seen, value: said({ at }) }];
}

/** What is so now, a diagnosis tells; what is left of it is asked for from there. */
function ofFix(run: AgreedRun, task: FixTask, failure: RunFailure, messages: Messages): Own {
  const { fixRun, buttons } = messages;
  const isOpen = mayHaveChanged(failure.done);
  return {
    ...(isOpen ? {} : { done: fixRun.nothingChanged }),
    ...(failure.done === "sentUnknown" ? { done: fixRun.notAgain } : {}),
    facts: [...madeFacts(run, messages), ...causeFacts(task, messages)],
    instead: isOpen
      ? { next: fixRun.findOut, buttons: [askAgain(buttons.checkAgain, "diagnose", run)] }
      : null,
    codes: [
      ...activation(run, failure, messages),
      ...(task.undoes ? [] : [{ label: fixRun.lines, code: shellCode(linesOf(task.fix)) }]),
    ],
  };
}

/** Only text: nobody but whoever asked activates a role of theirs. */
function activation(
  { id, requester }: AgreedRun,
  { activate }: RunFailure,
  { fixRun }: Messages,
): Own["codes"] {
  if (activate === undefined) return [];
  const { role, scope } = activate;
  const line = activationLine(activate, requester.objectId, id);
  return [{ label: fixRun.activate({ role, scope }), code: shellCode(line === null ? [] : [line]) }];
}

/** What was made, and of the one that nobody knows about, whether it shows. */
function madeFacts({ status }: AgreedRun, messages: Messages): readonly CardFact[] {
  if (status.state !== "failed" && status.state !== "lost") return [];
  const { fixRun } = messages;
  const { made = 0 } = status;
  const objects = proposedIn(status)?.proposal.objects ?? [];
  const open = status.state === "lost" ? objects[made] : undefined;
  const seen = status.state === "lost" ? status.seen : undefined;
  const name = open === undefined ? "" : briefly(objectName(open.type, open.name));
  const said =
    seen === undefined
      ? name
      : seen.is === "changed"
        ? fixRun.seenMade({ name, at: seen.at })
        : fixRun.seenNotMade({ name, at: seen.at });
  return [madeFact(objects, made, messages), { title: fixRun.open, value: said }];
}
