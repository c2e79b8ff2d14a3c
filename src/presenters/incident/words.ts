// What an incident's card, its later posts and its report say alike: the title, who is hurt, the cause, as far as somebody
// looked.
import type { AlertSeverity } from "../../core/alert/alert.ts";
import { alertText } from "../../core/alert/alert-text.ts";
import type { IncidentNow } from "../../core/conversation/answer.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import { type Explained, explained, fitOf, whetherExplained } from "../../core/incident/explained.ts";
import {
  type EarlierIncident,
  type Incident,
  type IncidentAlert,
  severityOf,
} from "../../core/incident/incident.ts";
import type { Call } from "../../core/incident/watch.ts";
import type { Run } from "../../core/run/run.ts";
import type { ResourceChange } from "../../core/snapshot/snapshot.ts";
import type { Style } from "../card/notice.ts";
import { briefly } from "../card/scope.ts";
import { crashingIn, remedyIn } from "../diagnosis/fix.ts";
import { diagnosisTitle, type SaidDiagnosis, sayDiagnosis } from "../diagnosis/localize-diagnosis.ts";
import { say } from "../messages/catalogue/says.ts";
import { duration, roughly } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";

/** How loud a severity is; the words of the title say it too. */
export const bands = {
  Sev0: { style: "attention", loudness: "high" },
  Sev1: { style: "attention", loudness: "high" },
  Sev2: { style: "warning", loudness: "middle" },
  Sev3: { style: "emphasis", loudness: "low" },
  Sev4: { style: "emphasis", loudness: "low" },
} as const satisfies Record<AlertSeverity, { style: Style; loudness: "high" | "middle" | "low" }>;

/** What was found last: by a diagnosis, or by the one that followed a fix. */
export type Known = Readonly<{ said: SaidDiagnosis; run: Run; at: string }> | null;

export function knownOf(
  { diagnosis, change }: Pick<IncidentNow, "diagnosis" | "change">,
  messages: Messages,
): Known {
  const found = [diagnosis, change].flatMap((run) => {
    const kept = run && diagnosisIn(run);
    if (!run || !kept) return [];
    const at = "finishedAt" in run.status ? run.status.finishedAt : run.createdAt;
    // What was seen before a fix is old, however long its look inside takes; after a fix it is looked at last.
    return [{ run, kept, at, seen: run.task.kind === "diagnose" ? run.createdAt : at }];
  });
  const newest = found.toSorted((one, other) => other.seen.localeCompare(one.seen))[0];
  return newest === undefined
    ? null
    : { said: sayDiagnosis(newest.kept, messages), run: newest.run, at: newest.at };
}

export const diagnosisIn = ({ status }: Run): Diagnosis | null =>
  status.state === "succeeded" || status.state === "running" ? (status.diagnosis ?? null) : null;

/**
 * `fixed`: by what a diagnosis proved, or proposed and found well after. What people chose, and every restart, leaves `healthy`:
 * the cause may come back.
 */
export type Mended = Readonly<{ at: string; is: "fixed" | "healthy"; by: "restart" | "change" }>;

/** Where what was seen last, after something was made, is that the cluster is reached. Null where that is not so. */
export function mendedBy({ incident, change }: IncidentNow, known: Known): Mended | null {
  const { state } = incident.status;
  const isBehind = state === "mitigated" || state === "resolved";
  if (!isBehind || change?.status.state !== "succeeded" || known?.said.verdict !== "healthy") return null;
  const { finishedAt: at } = change.status;
  const { task } = change;
  if (("undoes" in task && task.undoes) || known.at < at) return null;
  if (task.kind !== "change") return { at, is: "fixed", by: "change" };
  const isRestart = task.request.verb === "rollout restart";
  const is = task.of !== undefined && !isRestart ? "fixed" : "healthy";
  return { at, is, by: isRestart ? "restart" : "change" };
}

export const level = (severity: AlertSeverity): string => severity.replace("Sev", "");

export function titleOf(answer: IncidentNow, known: Known, messages: Messages): string {
  const { incident: texts } = messages;
  const severity = severityOf(answer.incident);
  const repair = mendedBy(answer, known);
  const end = repair?.at ?? endedAt(answer.incident);
  const headline = titledOf(answer.incident, known, messages);
  return texts.title({
    ...{ state: stateOf(answer, known, messages), by: repair?.by ?? "change" },
    ...{ mark: texts.mark[bands[severity ?? "Sev3"].loudness] },
    severity: severity === null ? null : level(severity),
    took: end === null ? null : tookUntil(answer.incident, end, messages),
    headline: repair === null ? headline : repairedText(answer, repair, messages),
  });
}

const repairedText = (answer: IncidentNow, { is }: Mended, messages: Messages): string => {
  const { incident: texts } = messages;
  const { name: cluster } = answer.incident.cluster;
  return is === "healthy"
    ? texts.mayComeBack({ cluster })
    : texts[againOf(causeOf(answer, messages))]({ cluster });
};

/** Of what was cut off it says that it is reached; a crash loop cut nobody off. */
export function againOf(told: Told): "reachedAgain" | "wellAgain" {
  const on = told?.found.said.impact?.on;
  return on === "people" || on === "requester" || on === "apiServer" ? "reachedAgain" : "wellAgain";
}

/**
 * Of one that is over: whether it is over for good, as far as it is known, by a fix that was seen to work or as somebody said who
 * closed it; else whether the cause is known that may come back. `split`: what was open goes on in another one.
 */
export function endingOf(answer: IncidentNow, known: Known, messages: Messages) {
  const { status } = answer.incident;
  const repair = mendedBy(answer, known);
  if (repair !== null) return repair.is === "fixed" ? "settled" : "known";
  if (status.state !== "resolved" || status.by !== null) return "settled";
  if (status.into !== undefined) return "split";
  return causeOf(answer, messages) === null ? "unknown" : "known";
}

export const overStyle = (answer: IncidentNow, known: Known, messages: Messages): Style =>
  answer.incident.alerts.open === 0 && endingOf(answer, known, messages) === "settled" ? "good" : "emphasis";

/** As titles call it; `over` is not over for good. */
export function stateOf(answer: IncidentNow, known: Known, messages: Messages) {
  const { state } = answer.incident.status;
  const isOver = state === "resolved" && endingOf(answer, known, messages) !== "settled";
  return mendedBy(answer, known)?.is ?? (isOver ? "over" : state);
}

export const endedAt = ({ status }: Incident): string | null =>
  status.state === "resolved" ? status.at : null;

/** Null where it is too short to be told. */
export const tookUntil = (
  { alerts, openedAt }: Incident,
  end: string,
  { times }: Pick<Messages, "times">,
): string | null => duration(alerts.firstFiredAt ?? openedAt, end, times) || null;

/** When it ended, by whom and why; what is open all the same, and whether it may come back, which a title says of a repair. */
export function endOf(answer: IncidentNow, known: Known, messages: Messages): string {
  const { incident: texts } = messages;
  const { incident } = answer;
  const { status, alerts } = incident;
  if (status.state !== "resolved") return "";
  const severity = severityOf(incident);
  const { at, by, because, into = null } = status;
  const ended = texts.ended({
    ...{ severity: severity === null ? null : level(severity), open: alerts.open, into },
    ...{ at, name: by?.displayName ?? null, because },
  });
  const outcome = endingOf(answer, known, messages);
  const isTold = mendedBy(answer, known) !== null || outcome === "settled" || outcome === "split";
  return messages.sentences([ended, isTold ? "" : texts.mayReturn({ outcome })]);
}

/** Null where nobody found who is hurt. */
function toldOf({ cluster, status, ...rest }: Incident, known: Known, messages: Messages): string | null {
  // What was broken when somebody looked is not what a card that is over says.
  const isOver = status.state === "resolved";
  const isTold =
    known !== null && (isOver ? known.said.verdict === "healthy" : isFound(known, reportedOf(rest)));
  return isTold ? titleBy(known.run, known.said, cluster.name, messages) : null;
}

const reportedOf = ({ alerts, declared }: Pick<Incident, "alerts" | "declared">): string | null =>
  alerts.listed[0]?.alert.rule ?? declared?.because ?? null;

export const headlineOf = (incident: Incident, known: Known, messages: Messages): string =>
  toldOf(incident, known, messages) ?? reportedOf(incident) ?? incident.cluster.name;

/** In a title the cluster is named as well: several may share a channel. */
export function titledOf(incident: Incident, known: Known, messages: Messages): string {
  const { name: cluster } = incident.cluster;
  const what = reportedOf(incident);
  const { told, hurtUnknown } = messages.incident;
  const named = what === null ? cluster : told({ cluster, what });
  return toldOf(incident, known, messages) ?? (isUnknown(incident, known) ? hurtUnknown({ cluster }) : named);
}

/** Somebody looked, and saw too little. */
const isUnknown = ({ status }: Incident, known: Known): boolean =>
  known?.said.verdict === "unknown" && (status.state === "open" || status.state === "acknowledged");

/** Who is hurt. That all is well, or that only whoever looked gets nowhere, is not why there is an incident. */
function isFound(known: NonNullable<Known>, rule: string | null): boolean {
  const { verdict } = known.said;
  return verdict !== "unknown" && (rule === null || (verdict !== "healthy" && !isOfLooker(known)));
}

/** Masked once more as a whole: a secret may be known by the word before it. */
const longestReason = 300;

export function impactOf({ alerts, cluster }: Incident, known: Known, messages: Messages): string | null {
  if (known === null) return reasonOf(alerts.listed[0], messages);
  const { said, run } = known;
  return isOfLooker(known) ? titleBy(run, said, cluster.name, messages) : said.summary;
}

/** Only whoever looked gets nowhere: said by name, as others read it. */
export const isOfLooker = (known: Known): boolean => known?.said.impact?.on === "requester";

/** The card's title has a sign of its own. */
const sign = /^[✔✖▲○●■?] /u;

const titleBy = (run: Run, said: SaidDiagnosis, cluster: string, messages: Messages): string =>
  diagnosisTitle(said, cluster, messages, run.requester.displayName).replace(sign, "");

export const reasonOf = (one: IncidentAlert | undefined, messages: Messages): string | null =>
  one?.alert.reason
    ? alertText(messages.sayAlertReason(one.alert.reason, messages.times), longestReason)
    : null;

/** What was found before it was repaired, or before it ended, too, whoever found it well after that. */
export function causeOf({ diagnosis, causeBefore, change, incident }: IncidentNow, messages: Messages) {
  const known = knownOf({ diagnosis, change }, messages);
  const isPast = incident.status.state === "resolved" || known?.said.rootCause === null;
  const found = isPast ? knownOf({ diagnosis: causeBefore ?? diagnosis, change: null }, messages) : known;
  const cause = found?.said.rootCause;
  return found && cause ? { cause, found, isPast } : null;
}

type Told = ReturnType<typeof causeOf>;

/** Of what crashes: the pod, how it ended and what it said last, instead of a count. `whole`: cause and impact in one. */
export function causeSaid({ cause, found }: NonNullable<Told>, whole: string | null): string {
  const failing = crashingIn(found.said);
  if (failing === undefined) return whole ?? cause.summary;
  return `${failing.namespace}/${failing.pod} – ${failing.summary}`;
}

/** What is left to people where no fix is known. */
export function remedyOf(known: NonNullable<Known>, messages: Messages): string {
  if (known.said.rootCause !== null) return remedyIn(known.said, messages);
  const summary = diagnosisIn(known.run)?.summary;
  const lacksRight = summary?.is === "openChecks" && summary.missing !== null;
  return lacksRight ? messages.incident.nextRead : "";
}

/** Null where it was not, in the time that is looked at; without a cause, whether the worst alert's rule fired before. */
export function seenBefore({ before, firedBefore = [], incident }: IncidentNow, messages: Messages) {
  const { incident: texts } = messages;
  if (before !== null) return texts.seenBefore(before);
  const rule = incident.alerts.listed[0]?.alert.rule;
  const fired = firedBefore.find((each) => each.rule === rule) ?? firedBefore[0];
  const last = fired?.newest[0];
  if (fired === undefined || last === undefined) return null;
  return texts.firedBefore({ ...fired, ...last, cause: earlierCause(last, messages) });
}

/** As it was found then; null where nobody found one. */
export const earlierCause = ({ cause }: EarlierIncident, { sayFound }: Messages): string | null =>
  cause && sayFound(cause).replace(/[.。]$/u, "");

/** A sentence each for what the cause explains of the alerts, what it does not, which has to be looked for, and the rest. */
export function explainedOf({ incident }: IncidentNow, told: Told, messages: Messages): readonly string[] {
  const all = told === null ? null : explainedBy(incident, told);
  if (all === null) return [];
  const { topics, explained: whatItExplained } = messages.incident;
  const said = whetherExplained.flatMap((is) => {
    const abouts = all[is].map((about) => say(topics, { is: about.topic, ...about }));
    return abouts.length === 0 ? [] : [whatItExplained[is]({ abouts })];
  });
  const { unknown: count } = all;
  return count === 0 ? said : [...said, whatItExplained.unknown({ count, others: said.length > 0 })];
}

function explainedBy(incident: Incident, { found }: NonNullable<Told>): Explained | null {
  const kept = diagnosisIn(found.run);
  return kept === null ? null : explained(incident.alerts.listed, kept);
}

/** The cause is none of what was alerted. */
export function explainsNothing(answer: IncidentNow, messages: Messages): boolean {
  const told = causeOf(answer, messages);
  const all = told === null || told.isPast ? null : explainedBy(answer.incident, told);
  return all !== null && fitOf(all) === "no";
}

/** Other incidents that have to do with it, and how far they are. */
export const linkedWith = ({ linked }: IncidentNow, { incident: texts, sentences }: Messages): string =>
  sentences(
    linked.map(({ why, ...other }) => {
      if (why.is === "cause") return texts.sameCause(other);
      if (why.is === "event") return texts.sameEvent(other);
      if (why.is === "region") return texts.sameRegion({ ...other, region: why.region });
      return texts[why.is]({ ...other, rules: why.rules, by: why.by });
    }),
  );

/** Who changed what may have led there, and how long ago that was. */
function lastChange({ cause, found }: NonNullable<Told>, { times }: Messages) {
  const { changed } = cause;
  if (changed === undefined) return null;
  return { time: changed.time, what: briefly(changed.what), ago: roughly(changed.time, found.at, times) };
}

export function changeOf(told: NonNullable<Told>, messages: Messages): string {
  const change = lastChange(told, messages);
  return change === null ? "" : messages.incident.changed(change);
}

/** As the activity log has it. */
export const changeBehind = ({ found }: NonNullable<Told>): ResourceChange | null =>
  diagnosisIn(found.run)?.rootCause?.changed ?? null;

/** Who was hurt by what was found: that stays the impact of one that is over. */
export const hurtOf = (incident: Incident, found: NonNullable<Known>, messages: Messages): string =>
  isFound(found, reportedOf(incident))
    ? titleBy(found.run, found.said, incident.cluster.name, messages)
    : (impactOf(incident, found, messages) ?? "");

/** One after another. */
export const callsTold = (calls: readonly Call[], { incident: texts, sentences }: Messages): string =>
  sentences(
    calls.map(({ at, schedules, people }) =>
      texts.callText({ at, schedules, people: people.map(({ displayName }) => displayName) }),
    ),
  );
