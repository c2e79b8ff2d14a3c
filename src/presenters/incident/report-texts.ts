// What the report of an incident says of who was hurt, why, what was made and what is left: what was found is quoted with its
// time, and what nobody measured is named as unknown.
import type { IncidentNow, IncidentStory } from "../../core/conversation/answer.ts";
import type { Incident, LinkedIncident } from "../../core/incident/incident.ts";
import { personKey } from "../../core/requester.ts";
import { runRequest } from "../card/run-texts.ts";
import { duration } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import { progressOf, wasMade } from "./steps.ts";
import {
  causeOf,
  causeSaid,
  changeBehind,
  endedAt,
  explainedOf,
  fixedAt,
  hurtOf,
  knownOf,
  linkedWith,
  reasonOf,
  remedyOf,
  seenBefore,
} from "./words.ts";

/** Paragraphs, as far as there is something to say. */
export type Said = readonly (string | null)[];

/** What the paragraphs rest on. */
export type ReportBasis = Readonly<{
  /** The cause, by the newest diagnosis that named one. */
  told: ReturnType<typeof causeOf>;
  fixed: string | null;
  /** When it was repaired, else when it was resolved; null while it goes on. */
  end: string | null;
  change: ReturnType<typeof changeBehind>;
}>;

export function knownFor({ now, found }: IncidentStory, texts: Messages): ReportBasis {
  const told = causeOf({ ...now, diagnosis: found }, texts);
  const fixed = fixedAt(now, knownOf(now, texts));
  const end = fixed ?? endedAt(now.incident);
  return { told, fixed, end, change: told === null ? null : changeBehind(told) };
}

const firstOf = ({ alerts, openedAt }: Incident): string => alerts.firstFiredAt ?? openedAt;

const firstBy = ({ alerts }: Incident) => (alerts.firstFiredAt === null ? "declared" : "alert");

/** A change before the first alert is where it likely began. */
function beganAt({ incident }: IncidentNow, { change }: ReportBasis): string | null {
  return change !== null && change.time < firstOf(incident) ? change.time : null;
}

export function beganOf(now: IncidentNow, known: ReportBasis, { story, times }: Messages): string | null {
  const at = beganAt(now, known);
  const first = firstOf(now.incident);
  if (at === null) return null;
  return story.facts.began({ at, first, by: firstBy(now.incident), took: duration(at, first, times) });
}

export const impactTexts = (answer: IncidentStory, known: ReportBasis, texts: Messages): Said => [
  ...impactOf(answer, known, texts),
  lastedOf(answer.now, known, texts),
  hurtElsewhere(answer, texts),
];

/** Who was hurt, as it was found; else what was reported. */
function impactOf({ now, found }: IncidentStory, { told }: ReportBasis, texts: Messages): Said {
  const { facts } = texts.story;
  const { incident } = now;
  const seen = told?.found ?? knownOf({ ...now, diagnosis: found }, texts);
  if (seen !== null) {
    const { impact } = seen.said;
    const ofPeople = impact?.on === "people" || impact?.on === "requester";
    return [
      facts.found({ at: seen.at, said: hurtOf(incident, seen, texts) }),
      ofPeople ? facts.applications({ areWell: impact.works === "workloads" }) : null,
    ];
  }
  const [worst] = incident.alerts.listed;
  if (worst !== undefined) {
    const { rule, description } = worst.alert;
    return [
      facts.alertSaid({ rule, said: texts.sentences([reasonOf(worst, texts) ?? "", description ?? ""]) }),
    ];
  }
  return [
    incident.declared &&
      facts.declaredSaid({ name: incident.declared.by.displayName, said: incident.declared.because }),
  ];
}

/** From when to when people were hurt, as far as it is known. */
function lastedOf(now: IncidentNow, known: ReportBasis, { story, times }: Messages): string {
  const { incident } = now;
  const { fixed, end } = known;
  const from = firstOf(incident);
  const began = beganAt(now, known);
  return story.facts.lasted({
    from,
    by: firstBy(incident),
    end: fixed !== null ? "fixed" : end !== null ? "resolved" : "open",
    until: end ?? from,
    took: (end !== null && duration(from, end, times)) || null,
    whole: (end !== null && began !== null && duration(began, end, times)) || null,
  });
}

/** No more of them are repeated above the timeline. */
const mostNotes = 3;

const notesIn = ({ entries }: IncidentStory) =>
  entries.flatMap(({ by, event }) => (event.is === "note" ? [{ by, text: event.text }] : []));

/** Customers: of them only people can tell. */
function hurtElsewhere(answer: IncidentStory, { story }: Messages): string {
  const notes = notesIn(answer)
    .slice(-mostNotes)
    .map(({ by, text }) => {
      const named = by && answer.names.find(({ key }) => key === personKey(by))?.name;
      return story.facts.noteText({ name: named ?? story.unknown, text });
    });
  return story.facts.customers({ notes: notes.length === 0 ? null : notes.join(" ") });
}

const termIds = [
  "apiServer",
  "node",
  "pod",
  "container",
  "namespace",
  "crashLoop",
  "restart",
  "dnsZone",
  "network",
  "jumpHost",
  "peering",
  "webhook",
] as const;

/** Words that somebody from outside may not know, as far as they are used. */
export function termsIn(said: Said, { story }: Messages): string | null {
  const { terms, termsText, termText } = story.facts;
  const all = said.join("\n").toLowerCase();
  const used = termIds.map((id) => terms[id]).filter(({ word }) => all.includes(word.toLowerCase()));
  return used.length === 0 ? null : termsText({ terms: used.map((term) => termText(term)).join("; ") });
}

/** Nobody reads more than the beginning of such an id. */
const shortened = (text: string): string =>
  text.replace(/\b([0-9a-f]{8})-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi, "$1…");

export function causeTexts(
  { now, found }: IncidentStory,
  { told, change }: ReportBasis,
  texts: Messages,
): Said {
  const { facts } = texts.story;
  const past = linkedWith({ ...now, linked: now.linked.filter(isOver) }, texts);
  if (told === null) return [facts.noCause({ diagnosed: found !== null }), past];
  const changed = change && {
    at: change.time,
    took: duration(change.time, told.found.at, texts.times),
    what: shortened(texts.sayChange(change)),
  };
  return [
    facts.causeFound({ said: causeSaid(told, null) }),
    changed === null
      ? facts.noChange
      : texts.sentences([facts.changed(changed), change ? shortened(texts.sayDoneWith(change)) : ""]),
    texts.sentences(explainedOf(now, told, texts, facts.whatItExplained)),
    seenBefore(now, texts) ?? facts.neverSeen,
    past,
  ];
}

const isOver = ({ state }: LinkedIncident): boolean => state === "resolved";

/** What was made, or was to be; by whom, and with whose rights. */
export function fixTexts(now: IncidentNow, { told, end }: ReportBasis, texts: Messages): Said {
  const { facts } = texts.story;
  const { change, incident } = now;
  const proposed = told?.cause.fix?.what;
  if (change === null)
    return [
      facts.nothingMade({ isOver: end !== null }),
      incident.status.state === "resolved" && incident.status.by === null ? facts.alertsStopped : null,
      proposed === undefined ? null : facts.fixProposed({ fix: proposed }),
    ];
  const { status, task, requester } = change;
  const done = wasMade(change);
  const reason = "reason" in task ? task.reason : null;
  const ranBy = status.state === "succeeded" ? status.proposed?.ranBy : undefined;
  return [
    task.kind !== "fix"
      ? facts.line({ line: runRequest(change) })
      : done
        ? null
        : facts.fixProposed({ fix: texts.whatItDoes(task.fix) }),
    reason ? facts.reasonText({ reason }) : null,
    progressOf(now, texts),
    done ? facts.madeAs({ name: (ranBy ?? requester).displayName }) : null,
  ];
}

/** What was left to do, as far as it is known here, and who is known to follow it up. */
export function leftOf(answer: IncidentStory, { told, fixed }: ReportBasis, texts: Messages): Said {
  const { facts } = texts.story;
  const { now } = answer;
  const { alerts, owner } = now.incident;
  const isLeft = told !== null && fixed === null;
  const others = linkedWith({ ...now, linked: now.linked.filter((other) => !isOver(other)) }, texts);
  return [
    texts.sentences([facts.openText({ count: alerts.open }), others]),
    isLeft ? facts.causeLeft : null,
    isLeft ? remedyOf(told.found, texts) : null,
    told === null ? facts.causeUnknown : null,
    fixed !== null && now.change?.task.kind === "change" ? facts.notProved : null,
    facts.followUp({ noted: notesIn(answer).length > 0, owner: owner?.person.displayName ?? null }),
    facts.elsewhere,
  ];
}
