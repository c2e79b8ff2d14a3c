// What is done about an incident, for its card: what comes next, how far its newest change is, and the last steps with
// the clock.
import type { IncidentNow } from "../../core/conversation/answer.ts";
import type { Proposed } from "../../core/run/proposed.ts";
import { cameToNothing, type Run } from "../../core/run/run.ts";
import { actionButton, type Button, positive } from "../card/button.ts";
import { type CardFact, withClock } from "../card/notice.ts";
import { briefly } from "../card/scope.ts";
import { plain } from "../card/text.ts";
import { crashingIn, fixOffers, missing } from "../diagnosis/fix.ts";
import { after } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import { explainsNothing, type Known, remedyOf } from "./words.ts";

/** What comes next: texts with buttons below them, in the order in which somebody reads and presses. */
export type Next = Readonly<{ text: string; buttons: readonly Button[] }>;

/** Whoever comes finds all of it above the facts: on a phone those fill the rest of the screen. */
export function nextOf(answer: IncidentNow, known: Known, messages: Messages): readonly Next[] {
  const { id, owner } = answer.incident;
  const { buttons, incident: texts } = messages;
  const take = actionButton(texts.take, { verb: "incident.take", incident: id });
  const diagnose = actionButton(buttons.diagnose, { verb: "incident.diagnose", incident: id });
  const untaken = owner === null ? [take] : [];
  const fix = fixPart(answer, known, messages);
  if (fix === null) {
    const { text, buttons: looks } = remedyPart(answer, known, messages);
    const besides = owner !== null || looks.length > 0 ? [] : [diagnose];
    const isUnread = text !== "" && known?.said.rootCause === null;
    const all = isUnread ? [diagnose, ...untaken] : [...looks, ...untaken, ...besides];
    // Where it says what to do, one button stands out: the one that begins it.
    return [
      { text, buttons: all.map((button, at) => (text !== "" && at === 0 ? positive(button) : button)) },
    ];
  }
  // A fix of something else than what was alerted is none to begin with.
  return fix.buttons.length > 0 && explainsNothing(answer, messages)
    ? [{ text: "", buttons: [positive(diagnose), ...untaken] }, fix]
    : [
        { ...fix, buttons: fix.buttons.map(positive) },
        { text: "", buttons: untaken },
      ];
}

const isAsked = ({ change }: IncidentNow, known: NonNullable<Known>): boolean =>
  change !== null && change.createdAt > known.run.createdAt && !cameToNothing(change.status);

const headed = (head: string, ...parts: readonly string[]): string =>
  [`**${plain(head)}**`, ...parts].filter((part) => part !== "").join(" ");

/** What is proved stands with its button until somebody has asked for it. */
function fixPart(answer: IncidentNow, known: Known, messages: Messages): Next | null {
  const fix = known?.said.rootCause?.fix;
  if (known === null || fix === undefined || isAsked(answer, known)) return null;
  const { incident: texts, diagnosis } = messages;
  const does = [fix.what, briefly(diagnosis.risk(fix)), missing(known.run, messages)].map((each) =>
    plain(each),
  );
  return {
    text: headed(texts.fix, messages.sentences(does)),
    buttons: fixOffers(known.run, messages).requests,
  };
}

/** Where no fix is known, what people can do. */
function remedyPart(answer: IncidentNow, known: Known, messages: Messages): Next {
  const isOpen = known !== null && known.said.verdict !== "healthy" && !isAsked(answer, known);
  const what = isOpen && known.said.rootCause?.fix === undefined ? plain(remedyOf(known, messages)) : "";
  if (known === null || what === "") return { text: "", buttons: [] };
  return { text: headed(messages.diagnosis.remedy, what), buttons: previousLog(known, messages) };
}

/** Of the pod that the cause names, as on the card of its diagnosis. */
function previousLog({ said, run }: NonNullable<Known>, { tables }: Messages): readonly Button[] {
  const failing = crashingIn(said);
  if (!failing?.hasPreviousLog) return [];
  const { namespace, pod: name, container } = failing;
  const row = { run: run.id, namespace, name, container };
  return [actionButton(tables.looks.previous, { verb: "row.previous", ...row })];
}

/** What became of the newest change of its thread. */
export function progressOf({ change, incident }: IncidentNow, messages: Messages): string {
  const { incident: texts } = messages;
  const { declared } = incident;
  if (change === null)
    return declared === null
      ? ""
      : texts.declared({ name: declared.by.displayName, because: declared.because });
  const { status, requester, task } = change;
  const which = whichOf(change);
  const about = { name: requester.displayName, what: texts.what[which], subject: texts.whatCap[which] };
  switch (status.state) {
    case "queued":
    case "running":
      return texts.progress.queued(about);
    case "pendingApproval":
      return texts.progress.pendingApproval({ ...about, groups: groupsOf(status) });
    case "approved":
    case "applying":
      return texts.progress[status.state](about);
    case "rejected":
      return texts.progress.rejected({ ...about, by: status.by.displayName, word: status.word });
    case "succeeded":
      if (!wasMade(change)) return texts.progress.undone(about);
      return texts.progress.succeeded({
        ...{ ...about, at: status.finishedAt, ...byWhom(status.proposed) },
        does: task.kind === "fix" ? messages.whatItDoes(task.fix) : null,
      });
    default:
      return texts.progress.undone(about);
  }
}

/** A command may have come to its end, and the cluster not have done it. */
export const wasMade = ({ task, status }: Run): boolean =>
  status.state === "succeeded" && (task.kind !== "change" || status.result?.exitCode === 0);

export function whichOf({ task }: Run): "fix" | "undo" | "change" {
  if (task.kind !== "fix") return "change";
  return task.undoes === true ? "undo" : "fix";
}

const groupsOf = ({ approval }: Proposed): readonly string[] | null =>
  orNull(approval.by === "others" ? approval.groups : []);

const orNull = (names: readonly string[]): readonly string[] | null => (names.length === 0 ? null : names);

/** One who agreed and did it is named once. */
function byWhom(proposed: Proposed | undefined) {
  const names = (proposed?.approvals ?? []).map(({ requester: { displayName } }) => displayName);
  const ranBy = proposed?.ranBy?.displayName ?? null;
  const isSame = names.length === 1 && names[0] === ranBy;
  return { approvers: isSame ? null : orNull(names), ranBy };
}

/** As many as a phone shows above the buttons; the timeline has all of them. */
const mostSteps = 7;

type Step = Readonly<{ at: string; what: string }>;

/** From what the card shows anyway, in the order of time: how long after the first, and when. */
export function stepsOf(answer: IncidentNow, messages: Messages): readonly CardFact[] {
  const { steps: texts } = messages.incident;
  const { incident, diagnosis, causeBefore } = answer;
  const { alerts, owner, status } = incident;
  const [worst] = alerts.listed;
  const more = alerts.open + alerts.resolved - 1;
  const all: readonly Step[] = [
    ...(worst && alerts.firstFiredAt
      ? [{ at: alerts.firstFiredAt, what: texts.alert({ rule: worst.alert.rule, more }) }]
      : []),
    ...[causeBefore, diagnosis].flatMap((run) =>
      run === null ? [] : [{ at: run.createdAt, what: texts.diagnosed({ name: run.requester.displayName }) }],
    ),
    ...(owner === null ? [] : [{ at: owner.since, what: texts.taken({ name: owner.person.displayName }) }]),
    ...changeSteps(answer, messages),
    ...(status.state === "resolved"
      ? [
          {
            at: status.at,
            what: texts.resolved({ name: status.by?.displayName ?? null, into: status.into ?? null }),
          },
        ]
      : []),
  ];
  const steps = all.toSorted((one, other) => one.at.localeCompare(other.at));
  const [first] = steps;
  return steps.slice(-mostSteps).map(({ at, what }) => ({
    title: after(first?.at ?? at, at),
    value: withClock(at, plain(what)),
  }));
}

function changeSteps(
  { change }: IncidentNow,
  { incident: { steps: texts, what } }: Messages,
): readonly Step[] {
  if (change === null) return [];
  const { createdAt, requester, status } = change;
  const which = whichOf(change);
  const proposed = "proposed" in status ? status.proposed : undefined;
  return [
    { at: createdAt, what: texts.asked({ name: requester.displayName, what: what[which] }) },
    ...(proposed?.approvals ?? []).map(({ requester: { displayName: name }, at }) => ({
      at,
      what: texts.approved({ name }),
    })),
    ...(status.state === "succeeded" && wasMade(change)
      ? [{ at: status.finishedAt, what: texts.made({ isGreen: status.diagnosis?.verdict === "healthy" }) }]
      : []),
  ];
}
