// The card of an incident: who is hurt, the cause and its fix as far as somebody diagnosed it in the thread, who is on it,
// and its alerts. It is edited as the story goes on.
import template from "../../../cards/incident.json" with { type: "json" };
import type { AlertFacts } from "../../core/alert/alert.ts";
import type { Answer, IncidentNow } from "../../core/conversation/answer.ts";
import { type Incident, type IncidentAlert, severityOf } from "../../core/incident/incident.ts";
import type { Proposed } from "../../core/run/proposed.ts";
import { cameToNothing } from "../../core/run/run.ts";
import { actionButton, arrange } from "../card/button.ts";
import { type CardFact, presentNotice, type Style } from "../card/notice.ts";
import { type Presented, refreshedIncident, renderCard } from "../card/presented.ts";
import { briefly } from "../card/scope.ts";
import { isSaidIn, plain } from "../card/text.ts";
import { fixOffers } from "../diagnosis/fix.ts";
import { utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import { bands, causeOf, impactOf, type Known, knownOf, level, reasonOf, titleOf } from "./words.ts";

export function presentIncident(answer: IncidentNow, messages: Messages): Presented {
  const { incident } = answer;
  const { incident: texts } = messages;
  const known = knownOf(answer, messages);
  const isOver = incident.status.state === "resolved";
  const fix = isOver ? [] : fixLine(answer, known, messages);
  const title = titleOf(incident, known, messages);
  const summary = texts.summary({ title, cluster: unsaid(incident.cluster.name, title) });
  const { link = null } = incident.alerts.listed[0]?.alert ?? {};
  const card = renderCard(template, summary, {
    style: styleOf(incident),
    title: plain(title),
    about: plain(isOver ? endOf(incident, messages) : aboutOf(incident, known, title, messages)),
    ...causePart(answer, messages),
    progress: plain(progressOf(answer, messages)),
    fix,
    facts: factsOf(incident, known, messages),
    listButton: incident.alerts.listed.length > 1 ? [{ title: texts.list }] : [],
    alerts: alertLines(incident, messages),
    buttons: arrange(buttonsOf(incident, messages), fix.flatMap(({ requests }) => requests).length),
    links: link === null ? [] : [{ title: texts.open, url: link }],
    footer: plain(footerOf(incident, known, messages)),
  });
  return refreshedIncident(card, incident, isOver && incident.alerts.open === 0);
}

/** What burns is not green, whoever said that it is over. */
function styleOf(incident: Incident): Style {
  const { state } = incident.status;
  if (state === "resolved") return incident.alerts.open === 0 ? "good" : "emphasis";
  return state === "mitigated" ? "emphasis" : bands[severityOf(incident) ?? "Sev3"].style;
}

/** Null where it stands there already. */
const unsaid = (name: string, text: string): string | null => (text.includes(name) ? null : name);

function aboutOf(incident: Incident, known: Known, title: string, messages: Messages): string {
  const impact = impactOf(incident, known, messages);
  const cluster =
    impact === null ? incident.cluster.name : unsaid(incident.cluster.name, `${title} ${impact}`);
  return messages.incident.about({ cluster, impact });
}

/** Not twice, and with the time where it is past. */
function causePart(answer: IncidentNow, messages: Messages) {
  const { incident: texts } = messages;
  const told = causeOf(answer, messages);
  if (told === null) return { causeHead: "", cause: "" };
  const { cause, found, isPast } = told;
  const isSaid = !isPast && isSaidIn(cause.summary, found.said.summary);
  const causeHead = isPast ? texts.causeAt({ at: found.at }) : texts.cause;
  return { causeHead: plain(causeHead), cause: isSaid ? "" : plain(cause.summary) };
}

/** What is proved stands with its button until somebody has asked for it. */
function fixLine({ change }: IncidentNow, known: Known, messages: Messages) {
  const fix = known?.said.rootCause?.fix;
  const asked = change !== null && known !== null && change.createdAt > known.run.createdAt;
  if (!known || fix === undefined || (asked && !cameToNothing(change.status))) return [];
  const { requests } = fixOffers(known.run, messages);
  const { incident: texts, diagnosis } = messages;
  const risk = plain(briefly(diagnosis.risk(fix)));
  return [{ head: plain(texts.fix), what: plain(fix.what), risk, requests }];
}

function progressOf({ change, incident }: IncidentNow, { incident: texts }: Messages): string {
  const { declared } = incident;
  if (change === null)
    return declared === null
      ? ""
      : texts.declared({ name: declared.by.displayName, because: declared.because });
  const { task, status, requester } = change;
  const which = task.kind === "fix" ? (task.undoes === true ? "undo" : "fix") : "change";
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
      return texts.progress.succeeded({
        ...{ ...about, at: status.finishedAt },
        approvers: orNull(
          (status.proposed?.approvals ?? []).map(({ requester: { displayName } }) => displayName),
        ),
      });
    default:
      return texts.progress.undone(about);
  }
}

const groupsOf = ({ approval }: Proposed): readonly string[] | null =>
  orNull(approval.by === "others" ? approval.groups : []);

const orNull = (names: readonly string[]): readonly string[] | null => (names.length === 0 ? null : names);

function buttonsOf({ id, status, owner }: Incident, { incident: texts, buttons, story }: Messages) {
  const diagnose = actionButton(buttons.diagnose, { verb: "incident.diagnose", incident: id });
  const timeline = actionButton(story.timeline, { verb: "incident.timeline", incident: id });
  if (status.state === "resolved") {
    const report = actionButton(story.report, { verb: "incident.report", incident: id });
    return [
      report,
      diagnose,
      timeline,
      actionButton(texts.reopen, { verb: "incident.reopen", incident: id }),
    ];
  }
  const take = actionButton(texts.take, { verb: "incident.take", incident: id });
  const rest = [diagnose, actionButton(texts.resolve, { verb: "incident.resolve", incident: id }), timeline];
  return owner === null ? [take, ...rest] : [...rest, take];
}

function factsOf(incident: Incident, known: Known, messages: Messages): readonly CardFact[] {
  const { incident: texts } = messages;
  const { owner, alerts, reopened } = incident;
  const [worst] = alerts.listed;
  return [
    {
      title: texts.owner,
      value:
        owner === null
          ? texts.nobody
          : texts.ownerText({ name: owner.person.displayName, since: owner.since }),
    },
    // Above, what was found stands in its place.
    { title: texts.alert, value: known && worst ? alertTold(worst, messages) : "" },
    { title: texts.alerts, value: countOf(alerts, texts) },
    { title: texts.reopened, value: reopened === 0 ? "" : texts.again({ count: reopened }) },
    { title: texts.description, value: (!known && worst?.alert.description) || "" },
    { title: texts.cluster, value: worst?.alert.byName ? texts.byName : "" },
    { title: texts.source, value: !known && worst ? sourceOf(worst.alert, messages) : "" },
  ]
    .filter(({ value }) => value !== "")
    .map(({ title, value }) => ({ title: plain(title), value: plain(value) }));
}

const alertTold = (one: IncidentAlert, messages: Messages): string =>
  messages.incident.alertText({
    ...{ severity: level(one.alert.severity), rule: one.alert.rule },
    reason: reasonOf(one, messages),
  });

function countOf(
  { open, resolved, firstFiredAt: first, lastFiredAt: last }: Incident["alerts"],
  texts: Messages["incident"],
): string {
  if (open + resolved === 0) return texts.noAlerts;
  const some = resolved === 0 ? "open" : open === 0 ? "resolved" : "both";
  const [from, to] = [first, last].map((at) => at && utc(at));
  return texts.alertsText({
    some,
    open,
    resolved,
    first: from ?? null,
    last: to === from ? null : (to ?? null),
  });
}

const sourceOf = ({ source, service }: AlertFacts, { incident: texts }: Messages): string =>
  texts.sourceText({ name: texts.sources[source], service });

/** When it ended, by whom and why; and what is open all the same. */
function endOf(incident: Incident, { incident: texts }: Messages): string {
  const { status, cluster, alerts } = incident;
  if (status.state !== "resolved") return "";
  const severity = severityOf(incident);
  const { at, by, because } = status;
  return texts.ended({
    ...{ cluster: cluster.name, severity: severity === null ? null : level(severity), open: alerts.open },
    ...{ at, name: by?.displayName ?? null, because },
  });
}

/** A line each as far as they are listed, and the number of the rest. */
function alertLines({ alerts }: Incident, { incident: texts }: Messages): readonly CardFact[] {
  const lines = alerts.listed.map(({ alert, status }) => ({
    title: texts.firing({ severity: level(alert.severity) }),
    value:
      status.state === "fired"
        ? texts.fired({ rule: alert.rule, time: utc(alert.firedAt) })
        : texts.over({ rule: alert.rule, time: utc(status.resolvedAt) }),
  }));
  const more = alerts.open + alerts.resolved - lines.length;
  const rest = more > 0 ? [{ title: texts.more, value: texts.moreText({ count: more }) }] : [];
  return [...lines, ...rest].map(({ title, value }) => ({ title: plain(title), value: plain(value) }));
}

const footerOf = ({ id }: Incident, known: Known, { incident: texts }: Messages): string =>
  texts.footer({
    ...{ id, name: known?.run.requester.displayName ?? null, at: known?.at ?? "" },
    stands: known !== null && "forIncident" in known.run.task,
  });

/** A short post beside the card, for what must call people. */
export function presentIncidentRing(
  { incident, ring }: Extract<Answer, { kind: "incidentRing" }>,
  messages: Messages,
): Presented {
  const { ring: texts } = messages.incident;
  const { id, cluster, status, owner } = incident;
  const { severity, rule, at } = ring;
  const isOver = status.state === "resolved";
  return presentNotice(messages, {
    style: isOver ? "good" : bands[severity].style,
    title: isOver ? texts.over({ rule }) : texts[ring.why]({ severity: level(severity), rule }),
    subtitle: texts.text({ cluster: cluster.name, at, id, owner: owner?.person.displayName ?? null }),
    buttons: arrange(isOver ? [] : buttonsOf(incident, messages)),
  });
}
