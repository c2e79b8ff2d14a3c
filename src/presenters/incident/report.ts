// What the report of an incident says, for whoever was not there, made of facts alone: in the reader's language, and with
// times in UTC.
import type { IncidentStory, PlaceName } from "../../core/conversation/answer.ts";
import { severityOf } from "../../core/incident/incident.ts";
import type { StoryEntry } from "../../core/incident/story.ts";
import { timesOf, waitedIn } from "../../core/incident/story-times.ts";
import { type PersonId, personKey } from "../../core/requester.ts";
import { resourceGroupOf } from "../card/scope.ts";
import { visible } from "../card/text.ts";
import { utcSecond } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import { basisOf, nameInStory, type ReportBasis, type Said, timeOf, took } from "./report-basis.ts";
import { fixTexts, leftOf } from "./report-fix.ts";
import { beganText, causeTexts, impactTexts, termsIn } from "./report-texts.ts";
import { rowsOf } from "./story.ts";
import { againOf, headlineOf, level, reasonOf, titleOf } from "./words.ts";

/** The report, as parts that a document of any format is made of. `code`: lines as they were executed. */
export type ReportPart = Readonly<
  | { is: "title" | "heading" | "text"; text: string }
  | { is: "code"; lines: readonly string[] }
  | { is: "table"; head: readonly string[] | null; rows: readonly (readonly string[])[] }
>;

export function reportOf(answer: IncidentStory, texts: Messages): readonly ReportPart[] {
  const { report } = texts;
  const { now, goesOn, writtenAt, head } = answer;
  const { id } = now.incident;
  const basis = basisOf(answer, texts);
  const rows = rowsOf(answer, texts).map(({ at, who, what }) => [
    utcSecond(at).replace(" UTC", ""),
    who,
    what,
  ]);
  const impact = impactTexts(answer, basis, texts);
  const cause = causeTexts(answer, basis, texts);
  const fix = fixTexts(answer, basis, texts);
  const used = answer.entries.some(({ event: { is } }) => withRights.includes(is));
  const parts: readonly ReportPart[] = [
    { is: "title", text: report.title({ id }) },
    ...partsOf([headlineText(answer, basis, texts), beganText(answer, basis, texts)]),
    { is: "table", head: null, rows: factsOf(answer, basis, texts) },
    ...partsOf([report.timesText({ at: writtenAt, by: basis.by })]),
    ...section(report.impact, impact),
    ...section(report.cause, cause),
    ...section(report.fix, fix),
    ...section(report.open, leftOf(answer, basis, texts)),
    ...section(report.timeline, []),
    { is: "table", head: [report.time, report.who, report.what], rows },
    ...partsOf([goesOn ? report.goesOn({ id }) : null, termsIn([...impact, ...cause, ...fix], texts)]),
    ...section(report.rights, [report.rightsText({ used })]),
    ...section(report.proof, [
      report.proofText({
        ...{ head: head === null ? null : "head", id },
        ...{ seq: head?.seq ?? 0, hash: head?.hash ?? "" },
      }),
    ]),
  ];
  return parts.map(shown);
}

const withRights: readonly StoryEntry["event"]["is"][] = ["diagnosed", "checked", "commanded", "made"];

const partsOf = (said: Said): readonly ReportPart[] =>
  said.flatMap((each) => {
    if (each === null || each === "") return [];
    return [typeof each === "string" ? { is: "text", text: each } : { is: "code", lines: each }];
  });

const section = (heading: string, said: Said): readonly ReportPart[] => [
  { is: "heading", text: heading },
  ...partsOf(said),
];

/** Nothing in it is hidden, and no document holds control characters. */
function shown(part: ReportPart): ReportPart {
  switch (part.is) {
    case "table": {
      const rows = part.rows.map((cells) => cells.map(visible));
      return { ...part, head: part.head?.map(visible) ?? null, rows };
    }
    case "code":
      return { ...part, lines: part.lines.map(visible) };
    default:
      return { ...part, text: visible(part.text) };
  }
}

/** Nothing is called fixed that no diagnosis has shown, and nothing done well that nobody did. */
function headlineText(answer: IncidentStory, basis: ReportBasis, texts: Messages): string {
  const { now, entries } = answer;
  const { incident } = now;
  const { end, endedAt, first, by, known, told } = basis;
  if (end === "open" || end === "acknowledged" || endedAt === null) return titleOf(now, known, texts);
  const { cluster, status, alerts } = incident;
  return texts.report.headline({
    ...{ end, by, cluster: cluster.name, took: took(first, endedAt, texts) },
    again: againOf(told) === "reachedAgain" ? "reached" : "well",
    isWell: known?.said.verdict === "healthy",
    name: (status.state === "resolved" && status.by?.displayName) || "",
    into: (status.state === "resolved" && status.into) || "",
    what: texts.incident.told({ cluster: cluster.name, what: headlineOf(incident, null, texts) }),
    count: alerts.open + alerts.resolved,
    attended: attendedIn(entries),
  });
}

/** What people did about it. */
function attendedIn(entries: readonly StoryEntry[]): "changed" | "looked" | "nobody" {
  if (entries.some(({ event }) => event.is === "made")) return "changed";
  return entries.some(({ by }) => by !== null) ? "looked" : "nobody";
}

function factsOf(answer: IncidentStory, basis: ReportBasis, texts: Messages): readonly (readonly string[])[] {
  const { report } = texts;
  const { incident } = answer.now;
  const { cluster, owner } = incident;
  const { first, by } = basis;
  const severity = severityOf(incident);
  return [
    [report.place, answer.place === undefined ? "" : placeText(answer.place, texts)],
    [report.cluster, report.clusterText({ name: cluster.name, group: resourceGroupOf(cluster.id) })],
    [report.severity, severity === null ? "" : report.severityText({ severity: level(severity) })],
    [report.state, stateText(answer, basis, texts)],
    [report.first({ by }), utcSecond(first)],
    [
      report.owner,
      owner === null
        ? report.nobody
        : report.ownerText({ name: owner.person.displayName, since: owner.since }),
    ],
    [report.called, calledText(answer, texts)],
    [report.alerts, alertsText(answer, texts)],
    ...timesText(answer, basis, texts),
  ].filter(([, value]) => value !== "");
}

const placeText = (place: PlaceName, { report }: Messages): string =>
  report.placeText(
    place.is === "channel" ? place : { is: place.is, team: "", channel: null, isGeneral: false },
  );

function stateText({ now }: IncidentStory, { end, endedAt }: ReportBasis, { report }: Messages): string {
  const { status } = now.incident;
  const over = status.state === "resolved" ? status : null;
  return report.stateText({
    ...{ end, at: endedAt ?? "", resolvedAt: over?.at ?? null },
    ...{ name: over?.by?.displayName ?? null, because: over?.because ?? null, into: over?.into ?? null },
  });
}

/** Who was mentioned, and whether they did anything here afterwards. Who was elsewhere is known of the last call. */
function calledText(answer: IncidentStory, texts: Messages): string {
  const { entries, elsewhere } = answer;
  const calls = entries.flatMap(({ at, event }) => (event.is === "escalated" ? [{ ...event, at }] : []));
  const isTaken = entries.some(({ event: { is } }) => is === "taken" || is === "handedOver");
  if (calls.length === 0) return isTaken ? "" : texts.report.notCalled;
  const namesOf = (people: readonly PersonId[]) => people.map((one) => nameInStory(answer, one, texts));
  return texts.sentences(
    calls.map(({ who, also, ...told }) => {
      const acted = who.filter((one) =>
        entries.some(({ at, by }) => by !== null && personKey(by) === personKey(one) && at > told.at),
      );
      return texts.report.calledText({
        ...{ ...told, who: namesOf(who), answered: namesOf(acted), also: namesOf(also) },
        absent: told.at === calls.at(-1)?.at ? elsewhere : [],
      });
    }),
  );
}

/** How many, and what the most severe of them measured. */
function alertsText({ now: { incident } }: IncidentStory, texts: Messages): string {
  const { open, resolved, listed } = incident.alerts;
  const [worst] = listed;
  const told = worst && {
    ...{ severity: level(worst.alert.severity), rule: worst.alert.rule },
    ...{ reason: reasonOf(worst, texts), firedAt: null },
  };
  const most = told === undefined ? null : texts.incident.alertText(told);
  return texts.report.alertsText({ open, resolved, count: open + resolved, most });
}

function timesText(
  { now, entries }: IncidentStory,
  { end, made }: ReportBasis,
  texts: Messages,
): readonly (readonly string[])[] {
  const { report } = texts;
  const { status, openedAt } = now.incident;
  const isOver = status.state === "resolved";
  const times = timesOf(openedAt, entries, isOver ? status.at : null);
  const lasting = (time: number): string =>
    took(new Date(0).toISOString(), new Date(time).toISOString(), texts);
  const told = (time: number | null): string => (time === null ? report.never({ isOver }) : lasting(time));
  // Of what was made without a diagnosis behind it, the change itself is the last that is known.
  const until = made !== null && timeOf(entries, made, "checked") !== null ? "checked" : "made";
  const mitigatedText = (time: string): string => report.mitigatedText({ took: time, until });
  const waited = waitedIn(entries);
  // What was approved later is no part of it.
  const share = times.mitigated && waited <= times.mitigated ? (100 * waited) / times.mitigated : null;
  return [
    [report.acknowledged, told(times.acknowledged)],
    [report.explained, told(times.explained)],
    [
      report.waited,
      waited === 0 ? "" : report.waitedText({ took: lasting(waited), share: share && Math.round(share) }),
    ],
    [report.mitigated, times.mitigated === null ? told(null) : mitigatedText(lasting(times.mitigated))],
    [report.resolved({ end }), told(times.resolved)],
  ];
}
