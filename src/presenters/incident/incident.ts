// The card of an incident: who is hurt, the cause and its fix as far as somebody diagnosed it in the thread, who is on it,
// and its alerts. It is edited as the story goes on.
import template from "../../../cards/incident.json" with { type: "json" };
import type { AlertFacts } from "../../core/alert/alert.ts";
import type { IncidentNow } from "../../core/conversation/answer.ts";
import { type Incident, type IncidentAlert, severityOf } from "../../core/incident/incident.ts";
import { openingWithinDay } from "../../core/incident/story-times.ts";
import type { Mute, SeenOperation } from "../../core/incident/watch.ts";
import { isReadersRun } from "../../core/run/run.ts";
import { actionButton, arrange, type Button } from "../card/button.ts";
import type { CardFact, Style } from "../card/notice.ts";
import { type Presented, refreshedIncident, renderCard } from "../card/presented.ts";
import { isSaidIn, plain } from "../card/text.ts";
import { roughly, utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import { type Next, nextOf, progressOf, stepsOf } from "./steps.ts";
import {
  bands,
  callsTold,
  causeOf,
  causeSaid,
  changeOf,
  endOf,
  explainedOf,
  impactOf,
  isOfLooker,
  type Known,
  knownOf,
  level,
  linkedWith,
  mendedBy,
  overStyle,
  reasonOf,
  seenBefore,
  titleOf,
} from "./words.ts";

export function presentIncident(answer: IncidentNow, messages: Messages): Presented {
  const { incident } = answer;
  const { incident: texts } = messages;
  const known = knownOf(answer, messages);
  const isOver = incident.status.state === "resolved";
  const isFixed = mendedBy(answer, known) !== null;
  const next = isOver || isFixed ? [] : nextOf(answer, known, messages);
  const title = titleOf(answer, known, messages);
  const summary = texts.summary({ title, cluster: unsaid(incident.cluster.name, title) });
  const { link = null } = incident.alerts.listed[0]?.alert ?? {};
  const card = renderCard(template, summary, {
    style: styleOf(answer, known, messages),
    title: plain(title),
    ...aboutPart(answer, known, title, messages),
    progress: plain(progressPart(answer, known, messages)),
    next,
    stepsHead: plain(messages.incident.stepsHead),
    steps: isFixed || isOver ? stepsOf(answer, messages) : [],
    facts: factsOf(answer, known, isFixed || isOver, messages),
    listButton: incident.alerts.listed.length > 1 ? [{ title: texts.list }] : [],
    alerts: alertLines(incident, messages),
    buttons: besides(next, buttonsOf(incident, isFixed, messages)),
    links: link === null ? [] : [{ title: texts.open, url: link }],
    footer: plain(footerOf(incident, known, messages)),
  });
  return refreshedIncident(card, incident, isOver && incident.alerts.open === 0);
}

/** What was made for what was wrong before is not taken for what is done about this. */
function progressPart(answer: IncidentNow, known: Known, messages: Messages): string {
  const { change, incident } = answer;
  const text = progressOf(answer, messages);
  const isOpen = incident.status.state === "open" || incident.status.state === "acknowledged";
  const isEarlier =
    isOpen &&
    change?.status.state === "succeeded" &&
    known !== null &&
    known.run.createdAt > change.status.finishedAt;
  return isEarlier ? messages.incident.earlier({ text }) : text;
}

/** What burns, or may come back, is not green; what was repaired and seen to be well is. */
function styleOf(answer: IncidentNow, known: Known, messages: Messages): Style {
  const { incident } = answer;
  const { state } = incident.status;
  if (state === "resolved") return overStyle(answer, known, messages);
  if (state === "mitigated") return mendedBy(answer, known)?.is === "fixed" ? "good" : "emphasis";
  return bands[severityOf(incident) ?? "Sev3"].style;
}

/** With what a container said last. */
const LONGEST_CAUSE = 600;

/** Null where it stands there already. */
const unsaid = (name: string, text: string): string | null => (text.includes(name) ? null : name);

/** Below the title: who is hurt, and the cause, or both in one sentence where one holds the other. */
function aboutPart(answer: IncidentNow, known: Known, title: string, messages: Messages) {
  const told = causeOf(answer, messages);
  const holdsCause =
    told !== null &&
    !told.isPast &&
    !isOfLooker(known) &&
    isSaidIn(told.cause.summary, told.found.said.summary)
      ? told.found.said.summary
      : null;
  return {
    about: plain(aboutOf(answer, known, { title, said: holdsCause }, messages)),
    causeHead: plain(causeHeadOf(answer, known, messages)),
    cause: plain(told === null ? "" : causeSaid(told, holdsCause), LONGEST_CAUSE),
    // Of what is past nothing is left to look for.
    explained: plain(told?.isPast ? "" : messages.sentences(explainedOf(answer, told, messages))),
    changed: plain(told === null ? "" : changeOf(told, messages)),
    linked: plain(linkedWith(answer, messages)),
    seen: plain(seenBefore(answer, messages) ?? ""),
  };
}

/** With the time where it is past and nothing tells that it is mended; and when somebody looked and found it well. */
function causeHeadOf(answer: IncidentNow, known: Known, messages: Messages): string {
  const { incident: texts } = messages;
  const told = causeOf(answer, messages);
  if (!told?.isPast || mendedBy(answer, known) !== null) return texts.cause;
  const { at } = told.found;
  return texts.causeAt({ at, gone: known?.said.verdict === "healthy" && known.at > at ? known.at : null });
}

/** `said`: what stands there as the cause, and holds the impact. */
function aboutOf(
  answer: IncidentNow,
  known: Known,
  { title, said }: Readonly<{ title: string; said: string | null }>,
  messages: Messages,
): string {
  const { incident } = answer;
  const { incident: texts } = messages;
  const { name } = incident.cluster;
  if (incident.status.state === "resolved") return endOf(answer, known, messages);
  if (mendedBy(answer, known) !== null) return texts.stillOpen({ open: incident.alerts.open });
  const impact = said === null ? impactOf(incident, known, messages) : null;
  const cluster = unsaid(name, `${title} ${impact ?? said ?? ""}`);
  return texts.about({ cluster: impact === null && said === null ? name : cluster, impact });
}

/** Those that do not stand above already: one of them is seen beside the menu, and two where none is above. */
function besides(next: readonly Next[], all: readonly Button[]): readonly Button[] {
  const above = next.flatMap(({ buttons }) => buttons.map(({ verb }) => verb));
  return arrange(
    all.filter(({ verb }) => !above.includes(verb)),
    Math.min(1, above.length),
  );
}

export function buttonsOf({ id, status, owner }: Incident, isFixed: boolean, messages: Messages) {
  const { incident: texts, buttons, story } = messages;
  const diagnose = actionButton(buttons.diagnose, { verb: "incident.diagnose", incident: id });
  const timeline = actionButton(story.timeline, { verb: "incident.timeline", incident: id });
  const report = actionButton(story.report, { verb: "incident.report", incident: id });
  const resolve = actionButton(texts.resolve, { verb: "incident.resolve", incident: id });
  if (status.state === "resolved") {
    const reopen = actionButton(texts.reopen, { verb: "incident.reopen", incident: id });
    return [report, timeline, diagnose, reopen];
  }
  const take = actionButton(texts.take, { verb: "incident.take", incident: id });
  if (isFixed) return [resolve, timeline, report, diagnose, take];
  // What nobody has taken, nobody has ended.
  return owner === null ? [take, diagnose, timeline, resolve] : [diagnose, resolve, timeline, take];
}

/** `isDone`: nobody is looked for any more, and its steps tell the alert. */
function factsOf(
  { incident, next }: IncidentNow,
  known: Known,
  isDone: boolean,
  messages: Messages,
): readonly CardFact[] {
  const { incident: texts } = messages;
  const { alerts, reopened, muted, during } = incident;
  const [worst] = alerts.listed;
  const isOne = alerts.open + alerts.resolved === 1;
  const told = known && worst && !isDone ? alertTold(worst, isOne, messages) : "";
  return [
    { title: texts.owner, value: ownerOf(incident, isDone, texts) },
    { title: texts.called, value: isDone ? "" : callsTold(incident.calling?.made ?? [], messages) },
    { title: texts.next, value: isDone || next === undefined ? "" : texts.nextText(next) },
    // Above, what was found stands in its place.
    { title: texts.alert, value: told },
    { title: texts.alerts, value: told !== "" && isOne ? "" : countOf(alerts, messages) },
    {
      title: texts.reopened,
      value: reopened === 0 ? "" : texts.again({ nth: openingWithinDay(incident), count: reopened }),
    },
    { title: texts.muted, value: muted === undefined ? "" : mutedTold(muted, messages) },
    { title: texts.during, value: isDone || during === undefined ? "" : duringTold(during, messages) },
    { title: texts.description, value: (!known && worst?.alert.description) || "" },
    { title: texts.cluster, value: worst?.alert.byName ? texts.byName : "" },
    { title: texts.source, value: !known && worst ? sourceOf(worst.alert, messages) : "" },
  ]
    .filter(({ value }) => value !== "")
    .map(({ title, value }) => ({ title: plain(title), value: plain(value) }));
}

function ownerOf({ owner }: Incident, isDone: boolean, texts: Messages["incident"]): string {
  if (owner === null) return isDone ? "" : texts.nobody;
  return texts.ownerText({ name: owner.person.displayName, since: owner.since });
}

const mutedTold = (mute: Mute, { incident: texts }: Messages): string =>
  texts.mutedText({
    ...{ of: mute.of, name: mute.by.displayName, until: mute.until },
    readAt: "readAt" in mute ? mute.readAt : null,
    state: mute.of === "operation" ? mute.state : "",
    because: mute.of === "person" ? mute.because : null,
  });

const duringTold = ({ state, seenAt, by, until }: SeenOperation, { incident: texts }: Messages): string =>
  texts.duringText({ state, seenAt, name: by.displayName, until });

/** `isOne`: there is no other, so that none is counted. */
const alertTold = (one: IncidentAlert, isOne: boolean, messages: Messages): string =>
  messages.incident.alertText({
    ...{ severity: level(one.alert.severity), rule: one.alert.rule },
    ...{ reason: reasonOf(one, messages), firedAt: isOne ? one.alert.firedAt : null },
  });

function countOf(
  { open, resolved, firstFiredAt: first, lastFiredAt: last }: Incident["alerts"],
  { incident: texts, times }: Messages,
): string {
  if (open + resolved === 0) return texts.noAlerts;
  const some = resolved === 0 ? "open" : open === 0 ? "resolved" : "both";
  const isOne = first === null || last === null || utc(first) === utc(last);
  return texts.alertsText({
    ...{ some, open, resolved, first },
    later: isOne ? null : roughly(first, last, times),
  });
}

const sourceOf = ({ source, service }: AlertFacts, { incident: texts }: Messages): string =>
  texts.sourceText({ name: texts.sources[source], service });

/** Several alerts of one rule are told apart by where they are. */
const whereOf = ({ reason }: AlertFacts): string | null =>
  (reason !== null && "where" in reason && reason.where.join(", ")) || null;

/** A line each as far as they are listed, and the number of the rest. */
function alertLines({ alerts }: Incident, { incident: texts }: Messages): readonly CardFact[] {
  const lines = alerts.listed.map(({ alert, status }) => {
    const [time, text] =
      status.state === "fired" ? [alert.firedAt, texts.fired] : [status.resolvedAt, texts.over];
    return {
      title: texts.firing({ severity: level(alert.severity) }),
      value: text({ rule: alert.rule, where: whereOf(alert), time }),
    };
  });
  const more = alerts.open + alerts.resolved - lines.length;
  const rest = more > 0 ? [{ title: texts.more, value: texts.moreText({ count: more }) }] : [];
  return [...lines, ...rest].map(({ title, value }) => ({ title: plain(title), value: plain(value) }));
}

const footerOf = ({ id }: Incident, known: Known, { incident: texts }: Messages): string =>
  texts.footer({
    ...{ id, name: known?.run.requester.displayName ?? null, at: known?.at ?? "" },
    stands: known !== null && "forIncident" in known.run.task,
    isReader: known !== null && isReadersRun(known.run),
  });
