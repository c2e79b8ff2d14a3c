// What the report of an incident says of who was hurt, for how long, and why: what was found is quoted with its time, and
// what nobody measured or looked for is named, with who could tell.
import type { IncidentStory } from "../../core/conversation/answer.ts";
import { judgedBy } from "../../core/incident/explained.ts";
import type { EarlierIncident, LinkedIncident } from "../../core/incident/incident.ts";
import { leastTimeOf } from "../../core/incident/story-times.ts";
import { sameId } from "../../core/snapshot/resource-id.ts";
import type { ResourceChange } from "../../core/snapshot/snapshot.ts";
import { crashingIn } from "../diagnosis/fix.ts";
import { say } from "../messages/catalogue/says.ts";
import { isoDuration } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import {
  foundAt,
  noterOf,
  notesIn,
  type ReportBasis,
  type Said,
  shortIds,
  speaksOfCustomers,
  speaksOfMinute,
  took,
} from "./report-basis.ts";
import { causeSaid, diagnosisIn, earlierCause, hurtOf, knownOf, linkedWith, reasonOf } from "./words.ts";

const ms = (iso: string): number => Date.parse(iso);

/** Since when it was there, as far as it shows: a change before the first alert, or the restarts of what crashes. */
function beganAt({ entries }: IncidentStory, { told, change, first }: ReportBasis) {
  if (change !== null && change.time < first) return { why: "change", at: change.time } as const;
  const failing = told === null ? undefined : crashingIn(told.found.said);
  if (told === null || failing?.why !== "CrashLoopBackOff") return null;
  const { restarts } = failing;
  const at = new Date(ms(foundAt(entries, told.found)) - leastTimeOf(restarts)).toISOString();
  return at < first ? ({ why: "restarts", at, restarts } as const) : null;
}

export function beganText(answer: IncidentStory, basis: ReportBasis, texts: Messages): string | null {
  const began = beganAt(answer, basis);
  if (began === null) return null;
  return texts.report.began({ ...began, took: took(began.at, basis.first, texts) });
}

export const impactTexts = (answer: IncidentStory, basis: ReportBasis, texts: Messages): Said => [
  ...impactOf(answer, basis, texts),
  ...customersOf(answer, texts),
  texts.sentences(lastedOf(answer, basis, texts)),
];

/** Who was hurt, as it was found; else what was reported. */
function impactOf({ now, entries }: IncidentStory, { told }: ReportBasis, texts: Messages): Said {
  const { report } = texts;
  const { incident } = now;
  const seen = told?.found ?? knownOf(now, texts);
  if (seen !== null) {
    const { impact } = seen.said;
    const ofPeople = impact?.on === "people" || impact?.on === "requester";
    const failing = crashingIn(seen.said);
    return [
      texts.sentences([
        report.found({ at: foundAt(entries, seen), said: hurtOf(incident, seen, texts) }),
        ofPeople ? report.applications({ areWell: impact.works === "workloads" }) : "",
        failing === undefined ? "" : report.pods({ more: failing.more }),
      ]),
    ];
  }
  const [worst] = incident.alerts.listed;
  if (worst !== undefined) {
    const { rule, description } = worst.alert;
    const said = [reasonOf(worst, texts) ?? "", description ?? ""].filter((part) => part !== "");
    return [report.alertSaid({ rule, said: said.join(" – ") })];
  }
  const { declared } = incident;
  return [declared && report.declaredSaid({ name: declared.by.displayName, said: declared.because })];
}

function customersOf(answer: IncidentStory, texts: Messages): readonly string[] {
  const notes = notesIn(answer).filter(speaksOfCustomers);
  if (notes.length === 0) return [texts.report.customers];
  return notes.map((note) => texts.report.reported({ ...note, name: noterOf(answer, note, texts) }));
}

/** From when to when, as far as it is known. */
function lastedOf(answer: IncidentStory, basis: ReportBasis, texts: Messages): readonly string[] {
  const { report } = texts;
  const { first, by, end, endedAt } = basis;
  const began = beganAt(answer, basis);
  const until = endedAt ?? first;
  const lasted = report.lasted({
    ...{ by, from: first, until, took: took(first, until, texts) },
    end: endedAt === null ? "open" : end,
  });
  if (began === null) return [lasted, report.beganUnknown];
  const whole = took(began.at, until, texts);
  if (began.why === "change") return [lasted, endedAt === null ? "" : report.lastedWhole({ took: whole })];
  const { at, restarts } = began;
  const least = took(new Date(0).toISOString(), new Date(leastTimeOf(restarts)).toISOString(), texts);
  return [lasted, report.lastedCrash({ at, restarts, least })];
}

const termIds = [
  ...(["apiServer", "node", "pod", "container", "namespace", "crashLoop", "restart"] as const),
  ...(["dnsZone", "network", "jumpHost", "peering", "webhook"] as const),
] as const;

/** Words that somebody from outside may not know, as far as they are used. */
export function termsIn(said: Said, { report: { terms, termsText, termText } }: Messages): string | null {
  const all = said.flat().join("\n").toLowerCase();
  const used = termIds.map((id) => terms[id]).filter(({ word }) => all.includes(word.toLowerCase()));
  return used.length === 0 ? null : termsText({ terms: used.map((term) => termText(term)) });
}

export function causeTexts(answer: IncidentStory, basis: ReportBasis, texts: Messages): Said {
  const { report } = texts;
  const { now } = answer;
  const { told } = basis;
  const past = linkedWith({ ...now, linked: now.linked.filter(isPast) }, texts);
  const cause: Said =
    told === null
      ? [report.noCause({ diagnosed: now.diagnosis !== null })]
      : [
          report.causeFound({ said: causeSaid(told, null) }),
          texts.sentences(changeTexts(answer, basis, texts)),
          texts.sentences(explainedTexts(basis, answer, texts)),
          seenText(answer, basis, texts),
        ];
  return [...cause, firedText(answer, basis, texts), past];
}

export const isPast = ({ state }: LinkedIncident): boolean => state === "resolved";

/** What was changed before, by whom, and what people noted of that very minute. */
function changeTexts(
  answer: IncidentStory,
  { told, change, first, by }: ReportBasis,
  texts: Messages,
): readonly string[] {
  const { report } = texts;
  const cause = told && diagnosisIn(told.found.run)?.rootCause;
  if (change === null) return [cause?.check.startsWith("k8s.") ? report.changeInside : report.noChange];
  const isBefore = change.time < first;
  const [from, to] = isBefore ? [change.time, first] : [first, change.time];
  const also = (cause?.alsoChanged ?? []).map((one) => shortIds(texts.sayChange(one)));
  return [
    report.changed({
      ...{ when: isBefore ? "before" : "after", by, at: change.time, took: took(from, to, texts) },
      what: shortIds(texts.sayChange(change)),
    }),
    shortIds(texts.sayDoneWith(change)),
    ...notesIn(answer)
      .filter((note) => speaksOfMinute(note, change.time))
      .map((note) => report.sameMinute({ ...note, name: noterOf(answer, note, texts) })),
    also.length === 0 ? "" : report.alsoChanged({ changes: also }),
    sameCaller(cause?.bySame, texts),
    lateText(answer, change.time, texts),
  ];
}

/** Whether whoever did it did more at that time. Undefined: it was not looked for. */
function sameCaller(bySame: readonly ResourceChange[] | undefined, texts: Messages): string {
  const { report } = texts;
  if (bySame === undefined) return report.notSearched;
  const changes = bySame.map((one) => shortIds(texts.sayChange(one)));
  return changes.length === 0 ? report.noneBySame : report.bySame({ changes });
}

/** An alert that came much later than what it measures had time to show. */
function lateText({ now }: IncidentStory, at: string, texts: Messages): string {
  const [one] = now.incident.alerts.listed;
  const reason = one?.alert.reason;
  if (!one || reason?.is !== "measured" || reason.window === null) return "";
  const [, hours = 0, minutes = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(reason.window)?.map(Number) ?? [];
  const window = ((hours || 0) * 60 + (minutes || 0)) * 60_000;
  const { firedAt } = one.alert;
  if (window === 0 || ms(firedAt) - ms(at) <= 2 * window) return "";
  return texts.report.late({
    window: isoDuration(reason.window, texts.times),
    took: took(at, firedAt, texts),
  });
}

/** Of every alert: whether this cause explains it, or that nobody knows. */
function explainedTexts({ told }: ReportBasis, { now }: IncidentStory, texts: Messages): readonly string[] {
  const kept = told && diagnosisIn(told.found.run);
  if (!kept) return [];
  const judged = judgedBy(now.incident.alerts.listed, kept);
  return (["explains", "not", "elsewhere", null] as const).flatMap((is) => {
    const those = judged.filter((each) => each.is === is);
    if (those.length === 0) return [];
    const abouts = those.map(({ one, about }) =>
      about === null ? one.alert.rule : say(texts.incident.topics, { is: about.topic, ...about }),
    );
    const ends = those.map(({ one: { status } }) => (status.state === "fired" ? null : status.resolvedAt));
    const ended = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
    // What probes the API server may stand where people are cut off, or where nodes are.
    const ofApi = those.every(({ about }) => about?.topic === "apiServer");
    const isOfPeople = ofApi && kept.impact?.on === "people" && kept.impact.works !== null;
    const told = { abouts: [...new Set(abouts)], ended, isOfPeople };
    return [texts.report.whatItExplained[is ?? "unknown"](told)];
  });
}

/** Earlier incidents of this cause, and what ended each. */
function seenText(
  { now: { before } }: IncidentStory,
  { change, told }: ReportBasis,
  texts: Messages,
): string {
  const { report } = texts;
  if (before === null) return report.neverSeen;
  const id = told?.cause.check ?? "";
  const check = texts.titleOfFinding(id) ?? id;
  return report.seen({
    check,
    times: before.times,
    each: [before, ...before.others].map((one) => earlierText(one, change, texts)),
  });
}

/** What was found, what ended it, and what had been changed before. */
const earlierText = (one: EarlierIncident, change: ReportBasis["change"], texts: Messages): string =>
  texts.report.seenOne({
    ...{ ...one, cause: earlierCause(one, texts) },
    changed: one.changed && shortIds(texts.sayChange(one.changed)),
    isSame: sameId(one.changed?.resourceId, change?.resourceId),
  });

/** What stands above already is only named. */
function firedText(
  { firedBefore, now }: IncidentStory,
  { change }: ReportBasis,
  texts: Messages,
): string | null {
  const { report } = texts;
  const { before } = now;
  const said = before === null ? [] : [before, ...before.others].map(({ incident }) => incident);
  const told = firedBefore.map(({ newest, ...fired }) =>
    report.firedBefore({
      ...fired,
      each: newest.map((one) =>
        said.includes(one.incident) ? report.seenAbove(one) : earlierText(one, change, texts),
      ),
    }),
  );
  if (told.length > 0) return texts.sentences(told);
  const rules = new Set(now.incident.alerts.listed.map(({ alert }) => alert.rule));
  return rules.size === 0 ? null : report.neverFired({ count: rules.size });
}
