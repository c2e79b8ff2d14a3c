// `timeline` and `report`: the story of an incident, told in its thread or put into a file, to whoever may diagnose its cluster.
import { type Signer, signReport } from "../../core/audit/anchor.ts";
import type { AuditEvent } from "../../core/audit/audit-event.ts";
import { noteTo } from "../../core/authorization/refusal.ts";
import type { IncidentStory } from "../../core/conversation/answer.ts";
import type { CardActionOf } from "../../core/conversation/card-action.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import { type Incident, seenWithinMilliseconds } from "../../core/incident/incident.ts";
import { type StoryAlert, storyOf } from "../../core/incident/story.ts";
import { personKey } from "../../core/requester.ts";
import type { CardActionAnswer } from "../delivery/card-action-answer.ts";
import { incidentAnswer } from "../delivery/deliver-incident.ts";
import { enqueueAnswer } from "../delivery/outbox-messages.ts";
import { authorize } from "../identity/authorize.ts";
import type { Reports } from "../ports/files.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { calledElsewhere } from "./escalate-incidents.ts";
import { incidentHere } from "./incident-card.ts";

/** More alerts, and more steps, no story has that somebody reads. A storm of alerts takes no room from what people did. */
const longestStory = 500;

/** Null where this person may not know it, with why. */
export async function storyFor(
  services: Services,
  asker: ConversationContext,
  incident: Incident,
  action: "incident.timeline" | "incident.report",
): Promise<IncidentStory | Readonly<{ text: Notice }>> {
  const record = { action, detail: { incident: incident.id } };
  const about = { kind: "diagnose", cluster: incident.cluster } as const;
  const right = await authorize(services, asker, about, "press", { record });
  if (!right.ok) return { text: noteTo(right.refusal) };
  await services.store.appendAudit(right.entry);
  const story = await tellStory(services, incident);
  if (action === "incident.timeline") return story;
  const [elsewhere, place] = await Promise.all([
    calledElsewhere(services, asker, incident, story.entries),
    placeName(services, incident),
  ]);
  return { ...story, elsewhere, place };
}

/** What was said there last knows its team for sure. */
async function placeName({ store, roster, timeouts }: Services, { conversation }: Incident) {
  const latest = await store.conversationIn(conversation.key);
  return roster.named(latest ?? conversation, timeouts.names);
}

export async function tellStory(services: Services, incident: Incident): Promise<IncidentStory> {
  const { store, clock } = services;
  const since = new Date(Date.parse(incident.openedAt) - seenWithinMilliseconds).toISOString();
  const [alerts, trail, shown, firedBefore] = await Promise.all([
    store.incidentAlerts(incident.id, longestStory),
    store.incidentTrail(incident.id, longestStory + 1),
    incidentAnswer(services, incident),
    store.firedBefore(incident, since),
  ]);
  const splitOff = await splitAlerts(services, trail);
  const entries = storyOf([...alerts, ...splitOff], trail.slice(0, longestStory));
  const { open, resolved } = incident.alerts;
  const goesOn = open + resolved > alerts.length || trail.length > longestStory;
  const people = entries.flatMap(({ by, event }) => [
    ...(by === null ? [] : [by]),
    ...(event.is === "handedOver" ? [event.to] : []),
    ...(event.is === "escalated" ? [...event.who, ...event.also] : []),
  ]);
  const names = await store.namesOf(people);
  return {
    ...{ kind: "incidentStory", now: shown, entries, goesOn, firedBefore, elsewhere: [] },
    ...{ head: await store.auditHead(), writtenAt: clock.now().toISOString() },
    names: people.map((person) => {
      const key = personKey(person);
      return { key, name: names.get(key) ?? null };
    }),
  };
}

/** More splits of one incident nobody reads. */
const mostSplits = 5;

/** They fired here, and whoever reads its story finds them from then on. */
async function splitAlerts(
  { store }: Services,
  trail: readonly AuditEvent[],
): Promise<readonly StoryAlert[]> {
  const splits = storyOf([], trail)
    .flatMap(({ at, event }) => (event.is === "splitInto" ? [{ at, ...event }] : []))
    .slice(-mostSplits);
  const all = await Promise.all(
    splits.map(async ({ at, rule, into }) =>
      (await store.incidentAlerts(into, longestStory))
        .filter(({ alert }) => alert.rule === rule && alert.firedAt <= at)
        .map((one) => ({ ...one, into })),
    ),
  );
  return all.flat();
}

/**
 * Signed as Markdown, where what is signed is all that its reader sees. Whoever needs it now has it without the key too:
 * `audit verify` says that it has no signature.
 */
export const signedReports = (
  write: Reports["write"],
  signer: Signer,
  unsigned: (error: unknown) => void,
): Reports => ({
  write: async (story, format, reader) => {
    const file = await write(story, format, reader);
    if (format !== "md") return file;
    try {
      return new TextEncoder().encode(await signReport(new TextDecoder().decode(file), story.head, signer));
    } catch (error) {
      unsigned(error);
      return file;
    }
  },
});

export async function showStory(
  services: Services,
  asker: ConversationContext,
  { incident: id }: CardActionOf<"incident.timeline">,
): Promise<CardActionAnswer> {
  const incident = await incidentHere(services, asker, id);
  if (!incident) return { text: notice("outdated") };
  const story = await storyFor(services, asker, incident, "incident.timeline");
  if ("text" in story) return story;
  return { text: notice("started"), begin: () => enqueueAnswer(services, asker, story), waits: true };
}
