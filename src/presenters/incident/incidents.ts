// What is open in a channel and whose it is; and the posts that call people to an incident, or tell them that it is over.
import handedTemplate from "../../../cards/approval-wanted.json" with { type: "json" };
import listTemplate from "../../../cards/incidents.json" with { type: "json" };
import chooseTemplate from "../../../cards/which-cluster.json" with { type: "json" };
import type { Answer, IncidentNow } from "../../core/conversation/answer.ts";
import { severityOf } from "../../core/incident/incident.ts";
import { openingWithinDay } from "../../core/incident/story-times.ts";
import { actionButton, arrange } from "../card/button.ts";
import { mentions } from "../card/mentions.ts";
import { presentNotice } from "../card/notice.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { commandLines, plain } from "../card/text.ts";
import { duration } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import { buttonsOf } from "./incident.ts";
import { progressOf } from "./steps.ts";
import {
  bands,
  callsTold,
  causeOf,
  endingOf,
  endOf,
  headlineOf,
  knownOf,
  level,
  overStyle,
  stateOf,
  titledOf,
  titleOf,
  tookUntil,
} from "./words.ts";

export function presentIncidents(
  { of, incidents, past }: Extract<Answer, { kind: "incidents" }>,
  messages: Messages,
): Presented {
  const { listed: texts } = messages.incident;
  if (past !== undefined) return presentPast(of, incidents, past, messages);
  const open = incidents.filter(({ incident }) => incident.status.state !== "resolved");
  const [only] = incidents;
  const title =
    of === null || only === undefined
      ? texts.title({ count: open.length })
      : texts.owned({ state: only.incident.status.state, cluster: of, owner: ownerOf(only) });
  const subtitle = of === null ? texts.text : "";
  return renderCard(listTemplate, messages.headed(title, subtitle), {
    ...{ title: plain(title), subtitle: plain(subtitle) },
    rows: incidents.map((each) => rowOf(each, messages)),
  });
}

/** What was before: a count, then the newest with what was found and what ended them. */
function presentPast(
  of: string | null,
  incidents: readonly IncidentNow[],
  { month, count, bySeverity }: NonNullable<Extract<Answer, { kind: "incidents" }>["past"]>,
  messages: Messages,
): Presented {
  const { past: texts } = messages.incident;
  const title = texts.title({ count, cluster: of, month });
  const counts = bySeverity.map((each) =>
    texts.severity({ severity: each.severity === null ? null : level(each.severity), count: each.count }),
  );
  const subtitle = texts.text({ counts, more: incidents.length });
  return renderCard(listTemplate, messages.headed(title, subtitle), {
    ...{ title: plain(title), subtitle: plain(subtitle) },
    rows: incidents.map((each) => {
      const ended = endedBy(each, messages);
      return { ...rowOf(each, messages), ...(ended !== null && { who: plain(ended) }) };
    }),
  });
}

/** What was made in its thread, else who closed it and why. Null of one that goes on. */
function endedBy(listed: IncidentNow, messages: Messages): string | null {
  const { change, incident } = listed;
  const { status, openedAt } = incident;
  if (status.state !== "resolved") return null;
  if (change?.status.state === "succeeded") return progressOf(listed, messages);
  return messages.incident.past.ended({
    ...{ name: status.by?.displayName ?? null, because: status.because, into: status.into ?? null },
    took: duration(openedAt, status.at, messages.times),
  });
}

const ownerOf = ({ incident }: IncidentNow): string | null => incident.owner?.person.displayName ?? null;

/** About two lines on a phone. */
const longestAbout = 120;

/** Its state and cluster, what it is, who is on it, and where its card is found. */
function rowOf(listed: IncidentNow, messages: Messages) {
  const { listed: texts, mark } = messages.incident;
  const { incident } = listed;
  const { id, cluster, status, openedAt, alerts } = incident;
  const severity = severityOf(incident);
  const known = knownOf(listed, messages);
  const title = texts.row({
    ...{ state: stateOf(listed, known, messages) },
    ...{ mark: mark[bands[severity ?? "Sev3"].loudness], cluster: cluster.name },
    severity: severity === null ? null : level(severity),
  });
  const who =
    status.state === "resolved"
      ? texts.ended({
          ...{ name: status.by?.displayName ?? null, into: status.into ?? null },
          took: duration(openedAt, status.at, messages.times),
        })
      : texts.who({ owner: ownerOf(listed), open: alerts.open, resolved: alerts.resolved });
  return {
    title: plain(title),
    about: plain(
      causeOf(listed, messages)?.cause.summary ?? headlineOf(incident, known, messages),
      longestAbout,
    ),
    who: plain(who),
    footer: plain(texts.footer({ id, at: openedAt })),
  };
}

/** More buttons nobody looks through; the others are counted. */
const mostRules = 8;
/** As many letters of its name as a line may have. */
const longestRule = 250;

/** The rules of an incident's alerts, each with the line that takes them out of it as a button. */
export function presentIncidentRules(
  { incident, cluster, written, fits, rules }: Extract<Answer, { kind: "incidentRules" }>,
  messages: Messages,
): Presented {
  const { rules: texts } = messages.incident;
  const title = texts.title({ fits, written });
  const subtitle = texts.text({ cluster, incident });
  return renderCard(chooseTemplate, messages.headed(title, subtitle), {
    ...{ title: plain(title), subtitle: plain(subtitle), asked: [] },
    options: rules.slice(0, mostRules).map(({ rule, open, resolved }, index) => ({
      heading: plain(texts.row({ number: index + 1, open, resolved })),
      command: commandLines(rule),
      buttons: [
        actionButton(texts.split({ number: index + 1 }), {
          // In quotes it is read as it is: a rule may begin with "Alert".
          ...{ verb: "say", say: `split "${rule.slice(0, longestRule)}" from ${incident}` },
        }),
      ],
    })),
    footer: plain(texts.more({ count: Math.max(0, rules.length - mostRules) })),
  });
}

/** Its template shows a change, too, and here there is none. */
const noChange = {
  ...{ command: [], objectsHead: "", objects: [], notes: [], facts: [], decides: [], rejects: [] },
};

export function presentHanded(
  { incident, cluster, by, person }: Extract<Answer, { kind: "incidentHanded" }>,
  messages: Messages,
): Presented {
  const { handed: texts } = messages.incident;
  const people = mentions([person]);
  const title = texts.title({ cluster });
  const tags = people.map(({ tag }) => tag).join("");
  return renderCard(handedTemplate, texts.summary({ by, cluster, name: person.name }), {
    ...noChange,
    ...{ style: "warning", people, title: plain(title), subtitles: [], warnings: [] },
    asks: `${tags}${plain(texts.asks({ by, cluster }))}`,
    footer: plain(incident),
    buttons: arrange([actionButton(messages.buttons.diagnose, { verb: "incident.diagnose", incident })]),
  });
}

/** A group may have hundreds of members; nobody reads on through more. */
const longestPeople = 10;
const shortened = (people: readonly string[]) => ({
  people: people.slice(0, longestPeople),
  more: Math.max(0, people.length - longestPeople),
});

export function presentEscalated(
  {
    incident,
    cluster,
    minutes,
    people: named,
    elsewhere,
    unread,
    unattended = [],
    readAs,
    before = [],
    next,
  }: Extract<Answer, { kind: "incidentEscalated" }>,
  messages: Messages,
): Presented {
  const { escalated: texts } = messages.incident;
  const people = mentions(named);
  const title = texts.title({ cluster });
  const tags = people.map(({ tag }) => tag).join(", ");
  const asks =
    people.length > 0
      ? texts.asks({ cluster, minutes, people: people.length })
      : texts.nobody({ cluster, minutes });
  const others = named.slice(people.length).map(({ name }) => name);
  const left = [
    ...(others.length > 0 ? [plain(texts.others(shortened(others)))] : []),
    ...(elsewhere.length > 0 ? [plain(texts.elsewhere(shortened(elsewhere)))] : []),
    ...(readAs === undefined ? [] : [plain(texts.readAs({ name: readAs }))]),
    ...(unread.length > 0 ? [plain(texts.unread({ schedules: unread }))] : []),
    ...(unattended.length > 0 ? [plain(texts.unattended({ schedules: unattended, cluster }))] : []),
    ...(before.length > 0 ? [plain(texts.before({ calls: callsTold(before, messages) }))] : []),
    ...(next ? [plain(texts.next(next))] : []),
  ];
  return renderCard(handedTemplate, texts.summary({ cluster }), {
    ...noChange,
    ...{ style: "attention", people, title: plain(title), subtitles: [], warnings: left },
    asks: `${tags}${plain(asks)}`,
    footer: plain(incident),
    buttons: arrange([
      actionButton(messages.incident.take, { verb: "incident.take", incident }),
      actionButton(messages.buttons.diagnose, { verb: "incident.diagnose", incident }),
    ]),
  });
}

/** A short post beside the card, for what must call people; that it is over stands below the card. */
export function presentIncidentRing(
  { now, ring }: Extract<Answer, { kind: "incidentRing" }>,
  messages: Messages,
): Presented {
  const { ring: texts } = messages.incident;
  const { id, cluster, status, owner } = now.incident;
  if (ring.why === "resolved") return presentEnd(now, ring.at, messages);
  const { severity, rule, at, heldSince = null } = ring;
  const isOver = status.state === "resolved";
  const { style, loudness } = bands[severity];
  const told = messages.incident.told({ cluster: cluster.name, what: rule });
  return presentNotice(messages, {
    style: isOver ? overStyle(now, knownOf(now, messages), messages) : style,
    title: isOver
      ? texts.over({ told, state: stateOf(now, knownOf(now, messages), messages) })
      : texts[ring.why]({
          mark: messages.incident.mark[loudness],
          severity: level(severity),
          told,
          nth: openingWithinDay(now.incident),
        }),
    subtitle: texts.text({ at, heldSince, id, isOver, owner: owner?.person.displayName ?? null }),
    buttons: arrange(isOver ? [] : buttonsOf(now.incident, false, messages)),
  });
}

/** How long it took, and what ended it. `at`: ISO time. */
function presentEnd(now: IncidentNow, at: string, messages: Messages): Presented {
  const { incident, change } = now;
  const known = knownOf(now, messages);
  const headline = titledOf(incident, known, messages);
  // As its card has it, unless it is open again by now.
  const isOver = incident.status.state === "resolved";
  const isSettled = endingOf(now, known, messages) === "settled";
  const made = change?.status.state === "succeeded" ? [progressOf(now, messages)] : [];
  return presentNotice(messages, {
    style: overStyle(now, known, messages),
    title: isOver
      ? titleOf(now, known, messages)
      : messages.incident.title({
          ...{ state: isSettled ? "resolved" : "over", by: "change", mark: "", severity: null, headline },
          took: tookUntil(incident, at, messages),
        }),
    subtitle: messages.sentences([endOf(now, known, messages), ...made]),
    footer: incident.id,
    buttons: arrange([]),
  });
}
