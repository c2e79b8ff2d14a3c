// The timeline of an incident as a card, and the rows of it for its report.
import type { IncidentStory } from "../../core/conversation/answer.ts";
import type { StoryEntry, StoryEvent } from "../../core/incident/story.ts";
import { type PersonId, personKey } from "../../core/requester.ts";
import { lookUp } from "../../core/text/look-up.ts";
import { actionButton, arrange } from "../card/button.ts";
import { presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { after } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import { knownOf, titleOf } from "./words.ts";

/** A card that is longer is read by nobody; the report has all of it. */
const longestCard = 40;

type Row = Readonly<{ at: string; who: string; what: string }>;

/** Alerts that nothing tells apart are one row. */
export const rowsOf = ({ entries, names }: IncidentStory, messages: Messages): readonly Row[] => {
  const { story } = messages;
  const nameOf = (person: PersonId): string =>
    names.find(({ key }) => key === personKey(person))?.name ?? story.unknown;
  return entries.flatMap((entry, index) => {
    const { at, by, event, run } = entry;
    if (isSameAlert(entries[index - 1], entry)) return [];
    const next = entries.findIndex((other, place) => place > index && !isSameAlert(entry, other));
    const count = (next < 0 ? entries.length : next) - index;
    const around = { nameOf, by, count, requested: requestedIn(run, entries, messages) };
    return [{ at, who: whoOf(entry, nameOf, messages), what: sayEvent(event, around, messages) }];
  });
};

const isAlert = ({ is }: StoryEvent): boolean => is === "fired" || is === "resolved";

const isSameAlert = (one: StoryEntry | undefined, other: StoryEntry): boolean =>
  isAlert(other.event) && JSON.stringify(one) === JSON.stringify(other);

/** What the product did, though with somebody's rights. */
function whoOf({ by, event }: StoryEntry, nameOf: Around["nameOf"], { story }: Messages): string {
  if (isAlert(event)) return story.source;
  return by === null || event.is === "checked" ? story.system : nameOf(by);
}

/** What a run was about, as it was asked for. */
function requestedIn(
  run: string | null,
  entries: readonly StoryEntry[],
  { story, titleOfFinding }: Messages,
): string {
  const asked = entries.find((entry) => entry.event.is === "asked" && entry.run === run)?.event;
  if (run === null || asked?.is !== "asked") return story.something;
  const { what, does } = asked;
  return story.requested[what]({ does: what === "change" ? does : (titleOfFinding(does) ?? does) });
}

export const sayVerdict = (verdict: string, messages: Messages): string =>
  lookUp(messages.verdict, verdict === "healthy" ? "reachable" : verdict) ?? verdict;

/** `count`: so many alerts alike. */
type Around = Readonly<{
  nameOf: (person: PersonId) => string;
  by: PersonId | null;
  count: number;
  requested: string;
}>;

function sayEvent(event: StoryEvent, { nameOf, by, count, requested }: Around, messages: Messages): string {
  const { events } = messages.story;
  switch (event.is) {
    case "fired":
    case "resolved":
      return events[event.is]({ ...event, count, severity: event.severity.replace("Sev", "") });
    case "severity":
      return events.severity({ severity: event.severity.replace("Sev", "") });
    case "declared":
    case "ended":
    case "operation":
    case "planned":
    case "note":
    case "merged":
    case "splitInto":
    case "splitFrom":
    case "commanded":
      return events[event.is](event as never);
    case "escalated":
      return events.escalated({ ...event, who: event.who.map(nameOf) });
    case "handedOver":
      return events.handedOver({ to: nameOf(event.to) });
    case "diagnosed":
      return events.diagnosed({
        verdict: sayVerdict(event.verdict, messages),
        cause: event.cause === null ? null : (messages.titleOfFinding(event.cause) ?? event.cause),
      });
    case "made":
      return events.made({ requested, outcome: event.outcome });
    case "checked":
      return events.checked({
        ...{ requested, name: by === null ? messages.story.system : nameOf(by) },
        verdict: sayVerdict(event.verdict, messages),
      });
    case "taken":
    case "reopened":
    case "posted":
      return events[event.is];
    default:
      return events[event.is]({ requested });
  }
}

export function presentIncidentStory(answer: IncidentStory, messages: Messages): Presented {
  const { story } = messages;
  const { incident } = answer.now;
  const rows = rowsOf(answer, messages);
  const shown = rows.slice(-longestCard);
  const left = rows.length - shown.length;
  const first = rows[0]?.at ?? incident.openedAt;
  return presentNotice(messages, {
    style: "default",
    title: story.title({ id: incident.id, cluster: incident.cluster.name }),
    subtitle: story.about({
      count: rows.length,
      at: first,
      title: titleOf(answer.now, knownOf(answer.now, messages), messages),
    }),
    facts: shown.map(({ at, who, what }) => ({
      title: after(first, at),
      ...{ value: messages.labelled(who, what), at },
    })),
    buttons: arrange([actionButton(story.report, { verb: "incident.report", incident: incident.id })]),
    footer: left > 0 ? story.more({ count: left }) : "",
  });
}
