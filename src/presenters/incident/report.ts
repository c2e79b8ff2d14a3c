// What the report of an incident says, for whoever was not there. It is a document of record, so it is in English for
// everybody, and made of facts alone.
import type { IncidentStory } from "../../core/conversation/answer.ts";
import { type Incident, severityOf } from "../../core/incident/incident.ts";
import { timesOf } from "../../core/incident/story.ts";
import { resourceGroupOf } from "../card/scope.ts";
import { visible } from "../card/text.ts";
import { duration, utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import {
  beganOf,
  causeTexts,
  fixTexts,
  impactTexts,
  knownFor,
  leftOf,
  type ReportBasis,
  type Said,
  termsIn,
} from "./report-texts.ts";
import { rowsOf } from "./story.ts";
import { knownOf, level, reasonOf, titleOf } from "./words.ts";

/** The report, as parts that a document of any format is made of. */
export type ReportPart = Readonly<
  | { is: "title" | "heading" | "text"; text: string }
  | { is: "table"; head: readonly string[] | null; rows: readonly (readonly string[])[] }
>;

export function reportOf(answer: IncidentStory, texts: Messages): readonly ReportPart[] {
  const { facts } = texts.story;
  const { now, found, goesOn, writtenAt } = answer;
  const { id } = now.incident;
  const known = knownFor(answer, texts);
  const rows = rowsOf(answer, texts).map(({ at, who, what }) => [seconds(at), who, what]);
  const impact = impactTexts(answer, known, texts);
  const cause = causeTexts(answer, known, texts);
  const fix = fixTexts(now, known, texts);
  const parts: readonly ReportPart[] = [
    { is: "title", text: facts.title({ id }) },
    ...textsOf([
      titleOf({ ...now, diagnosis: found }, knownOf(now, texts), texts),
      beganOf(now, known, texts),
    ]),
    { is: "table", head: null, rows: factsOf(answer, known, texts) },
    ...textsOf([facts.timesText({ at: writtenAt })]),
    ...section(facts.impact, [...impact, termsIn([...impact, ...cause, ...fix], texts)]),
    ...section(facts.cause, cause),
    ...section(facts.fix, fix),
    ...section(facts.open, leftOf(answer, known, texts)),
    ...section(facts.timeline, []),
    { is: "table", head: [facts.time, facts.who, facts.what], rows },
    ...textsOf([goesOn ? facts.goesOn({ id }) : null]),
    ...section(facts.rights, [facts.rightsText]),
    ...section(facts.proof, [proofOf(answer, texts)]),
  ];
  return parts.map(shown);
}

const textsOf = (said: Said): readonly ReportPart[] =>
  said.flatMap((text) => (text === null || text === "" ? [] : [{ is: "text" as const, text }]));

const section = (heading: string, said: Said): readonly ReportPart[] => [
  { is: "heading", text: heading },
  ...textsOf(said),
];

/** Nothing in it is hidden, and no document holds control characters. */
const shown = (part: ReportPart): ReportPart =>
  part.is === "table"
    ? {
        ...part,
        head: part.head?.map(visible) ?? null,
        rows: part.rows.map((cells) => cells.map(visible)),
      }
    : { ...part, text: visible(part.text) };

const seconds = (iso: string): string => iso.slice(0, 19).replace("T", " ");

const proofOf = ({ head, now }: IncidentStory, { story }: Messages): string =>
  story.facts.proofText({
    ...{ head: head === null ? null : "head", id: now.incident.id },
    ...{ seq: head?.seq ?? 0, hash: head?.hash ?? "" },
  });

function factsOf(
  answer: IncidentStory,
  { fixed }: ReportBasis,
  texts: Messages,
): readonly (readonly string[])[] {
  const { facts } = texts.story;
  const { incident } = answer.now;
  const { cluster, status, owner } = incident;
  const times = timesOf(incident.openedAt, answer.entries, status.state === "resolved" ? status.at : null);
  const took = (ms: number | null): string =>
    ms === null
      ? facts.never({ isOver: status.state === "resolved" })
      : duration(new Date(0).toISOString(), new Date(ms).toISOString(), texts.times);
  const severity = severityOf(incident);
  return [
    [facts.cluster, facts.clusterText({ name: cluster.name, group: resourceGroupOf(cluster.id) })],
    [facts.severity, severity === null ? "" : facts.severityText({ severity: level(severity) })],
    [facts.state, facts.states[fixed !== null ? "fixed" : status.state]],
    [facts.opened, utc(incident.openedAt)],
    [facts.ended, endedOf(incident, texts)],
    [
      facts.owner,
      owner === null
        ? facts.nobody
        : texts.incident.ownerText({ name: owner.person.displayName, since: owner.since }),
    ],
    [facts.alerts, alertsOf(incident, texts)],
    [facts.acknowledged, took(times.acknowledged)],
    [facts.explained, took(times.explained)],
    [facts.mitigated, took(times.mitigated)],
    [facts.resolved, took(times.resolved)],
  ].filter(([, value]) => value !== "");
}

function endedOf({ status }: Incident, { story }: Messages): string {
  if (status.state !== "resolved") return "";
  const { at, by, because } = status;
  return story.facts.endedText({ at, name: by?.displayName ?? null, because });
}

/** How many, and what the most severe of them measured. */
function alertsOf({ alerts }: Incident, texts: Messages): string {
  const { open, resolved, listed } = alerts;
  const [worst] = listed;
  const told = worst && {
    ...{ severity: level(worst.alert.severity), rule: worst.alert.rule },
    ...{ reason: reasonOf(worst, texts), firedAt: null },
  };
  const most = told === undefined ? null : texts.incident.alertText(told);
  return texts.story.facts.alertsText({ open, resolved, count: open + resolved, most });
}
