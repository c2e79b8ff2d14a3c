// The card of an incident: who is hurt, the cause and its fix as far as somebody diagnosed it in the thread, who is on it,
// and its alerts. It is edited as the story goes on.
import template from "../../../cards/incident.json" with { type: "json" };
import type { AlertSeverity } from "../../core/alert/alert.ts";
import { alertText } from "../../core/alert/alert-text.ts";
import type { Answer, IncidentNow } from "../../core/conversation/answer.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import { type Incident, severityOf } from "../../core/incident/incident.ts";
import { cameToNothing, type Run } from "../../core/run/run.ts";
import { actionButton, arrange } from "../card/button.ts";
import { type CardFact, presentNotice, type Style } from "../card/notice.ts";
import { type Presented, refreshedIncident, renderCard } from "../card/presented.ts";
import { briefly } from "../card/scope.ts";
import { isSaidIn, plain } from "../card/text.ts";
import { fixOffers } from "../diagnosis/fix.ts";
import { diagnosisTitle, type SaidDiagnosis, sayDiagnosis } from "../diagnosis/localize-diagnosis.ts";
import { duration, utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";

/** How loud a severity is; the words of the title say it too. */
const bands = {
  Sev0: { style: "attention", loudness: "high" },
  Sev1: { style: "attention", loudness: "high" },
  Sev2: { style: "warning", loudness: "middle" },
  Sev3: { style: "emphasis", loudness: "low" },
  Sev4: { style: "emphasis", loudness: "low" },
} as const satisfies Record<AlertSeverity, { style: Style; loudness: "high" | "middle" | "low" }>;

export function presentIncident(answer: IncidentNow, messages: Messages): Presented {
  const { incident } = answer;
  const { incident: texts } = messages;
  const known = knownOf(answer, messages);
  const { style } = bands[severityOf(incident) ?? "Sev3"];
  const { state } = incident.status;
  const title = titleOf(incident, known, messages);
  const { link = null } = incident.alerts.listed[0]?.alert ?? {};
  const isOver = state === "resolved";
  const fix = fixLine(answer, known, messages);
  const card = renderCard(template, texts.summary({ title, cluster: incident.cluster.name }), {
    style: isOver ? "good" : state === "mitigated" ? "default" : style,
    title: plain(title),
    about: plain(
      texts.about({ cluster: incident.cluster.name, impact: impactOf(incident, known, messages) }),
    ),
    ...causePart(known, messages),
    progress: plain(progressOf(answer, messages)),
    fix,
    facts: factsOf(incident, messages),
    listButton: incident.alerts.listed.length > 1 ? [{ title: texts.list }] : [],
    alerts: alertLines(incident, messages),
    buttons: arrange(buttonsOf(incident, messages), fix.flatMap(({ requests }) => requests).length),
    links: link === null ? [] : [{ title: texts.open, url: link }],
    footer: plain(footerOf(incident, known, messages)),
  });
  return refreshedIncident(card, incident, isOver && incident.alerts.open === 0);
}

function titleOf(incident: Incident, known: Known, messages: Messages): string {
  const { incident: texts } = messages;
  const severity = severityOf(incident);
  const { loudness } = bands[severity ?? "Sev3"];
  return texts.title({
    ...{ state: incident.status.state, mark: texts.mark[loudness] },
    severity: severity === null ? null : level(severity),
    headline: headlineOf(incident, known, messages),
  });
}

/** What the card says of it, for whoever tells it otherwise. */
export function incidentWords(answer: IncidentNow, messages: Messages) {
  const { incident } = answer;
  const known = knownOf(answer, messages);
  const cause = known?.said.rootCause ?? null;
  return {
    title: titleOf(incident, known, messages),
    impact: impactOf(incident, known, messages) ?? headlineOf(incident, known, messages),
    cause: cause === null ? null : cause.summary,
    fix: cause?.fix?.what ?? null,
  };
}

/** What was found last: by a diagnosis, or by the one that followed a fix. */
type Known = Readonly<{ said: SaidDiagnosis; run: Run; at: string }> | null;

function knownOf({ diagnosis, change }: IncidentNow, messages: Messages): Known {
  const found = [diagnosis, change].flatMap((run) => {
    const kept = run && diagnosisIn(run);
    return run && kept
      ? [{ run, kept, at: "finishedAt" in run.status ? run.status.finishedAt : run.createdAt }]
      : [];
  });
  const newest = found.toSorted((one, other) => other.at.localeCompare(one.at))[0];
  return newest === undefined
    ? null
    : { said: sayDiagnosis(newest.kept, messages), run: newest.run, at: newest.at };
}

const diagnosisIn = ({ status }: Run): Diagnosis | null =>
  status.state === "succeeded" || status.state === "running" ? (status.diagnosis ?? null) : null;

const level = (severity: AlertSeverity): string => severity.replace("Sev", "");

function headlineOf({ cluster, alerts, declared }: Incident, known: Known, messages: Messages): string {
  const [worst] = alerts.listed;
  if (known !== null && known.said.verdict !== "unknown")
    return diagnosisTitle(known.said, cluster.name, messages);
  return worst?.alert.rule ?? declared?.because ?? cluster.name;
}

/** Masked once more as a whole: a secret may be known by the word before it. */
const longestReason = 300;

function impactOf({ alerts }: Incident, known: Known, messages: Messages): string | null {
  if (known !== null) return known.said.summary;
  const reason = alerts.listed[0]?.alert.reason ?? null;
  return reason && alertText(messages.sayAlertReason(reason, messages.times), longestReason);
}

function causePart(known: Known, { incident: texts }: Messages) {
  const cause = known?.said.rootCause;
  const text = cause && !isSaidIn(cause.summary, known?.said.summary ?? "") ? cause.summary : "";
  return { causeHead: plain(texts.cause), cause: plain(text) };
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
    case "approved":
    case "applying":
    case "rejected":
      return texts.progress[status.state](about);
    case "succeeded":
      return texts.progress.succeeded({ ...about, at: status.finishedAt });
    default:
      return texts.progress.undone(about);
  }
}

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

function factsOf(incident: Incident, messages: Messages): readonly CardFact[] {
  const { incident: texts } = messages;
  const { owner, alerts, reopened } = incident;
  const [worst] = alerts.listed;
  const { open, resolved, firstFiredAt, lastFiredAt } = alerts;
  const times = { first: firstFiredAt && utc(firstFiredAt), last: utc(lastFiredAt ?? "") };
  return [
    { title: texts.ended, value: endOf(incident, messages) },
    {
      title: texts.owner,
      value:
        owner === null
          ? texts.nobody
          : texts.ownerText({ name: owner.person.displayName, since: owner.since }),
    },
    {
      title: texts.alerts,
      value: open + resolved === 0 ? texts.noAlerts : texts.alertsText({ open, resolved, ...times }),
    },
    { title: texts.reopened, value: reopened === 0 ? "" : texts.again({ count: reopened }) },
    { title: texts.description, value: worst?.alert.description ?? "" },
    { title: texts.cluster, value: worst?.alert.byName ? texts.byName : "" },
    { title: texts.source, value: worst?.alert.service ?? "" },
  ]
    .filter(({ value }) => value !== "")
    .map(({ title, value }) => ({ title: plain(title), value: plain(value) }));
}

function endOf({ openedAt, status }: Incident, { incident: texts, times }: Messages): string {
  if (status.state !== "resolved") return "";
  const { at, by, because } = status;
  return texts.endedText({ at, took: duration(openedAt, at, times), name: by?.displayName ?? null, because });
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
  texts.footer({ id, name: known?.run.requester.displayName ?? null, at: known?.at ?? "" });

/** A short post beside the card, for what must call people. */
export function presentIncidentRing(
  { incident, ring }: Extract<Answer, { kind: "incidentRing" }>,
  messages: Messages,
): Presented {
  const { ring: texts } = messages.incident;
  const { id, cluster, status } = incident;
  const isOver = status.state === "resolved";
  const about = { severity: level(ring.severity), cluster: cluster.name };
  return presentNotice(messages, {
    style: isOver ? "good" : bands[ring.severity].style,
    title: texts[ring.why](about),
    subtitle: texts.text({ rule: ring.rule, at: ring.at, id }),
    paragraphs: isOver ? [texts.over] : [],
    buttons: arrange(isOver ? [] : buttonsOf(incident, messages)),
  });
}
