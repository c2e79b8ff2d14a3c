// An incident card: looked at by a client, or its Diagnose pressed, as whoever presses, and answered in the card's thread.
import type { Incident } from "../../core/alert/incident.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { CardActionOf } from "../../core/conversation/card-action.ts";
import { placeOf, rootOf } from "../../core/conversation/conversation-key.ts";
import type { Intent } from "../../core/conversation/intent.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import { incidentKey, runKey } from "../../core/delivery/message.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { strayMessage } from "./outbox-messages.ts";

type IncidentQuestion = Readonly<{ asker: ConversationContext; intent: Intent; asked: string }>;

/** Null when there is no such incident in this very channel or chat: an id says nothing about rights. */
export async function questionOfIncident(
  services: Services,
  asker: ConversationContext,
  id: string,
  messageId: string | undefined,
): Promise<IncidentQuestion | null> {
  const incident = await incidentHere(services, asker, id);
  if (!incident) return null;
  await isSecond(services, incident, messageId);
  const cluster = incident.cluster.id;
  return {
    asker: { ...asker, conversation: threadOf(services, asker, incident), incident: incident.id },
    intent: { kind: "diagnose", cluster, client: {} },
    asked: `diagnose ${cluster}`,
  };
}

/** A client shows the card, and gets it as it is now: whoever is in the channel reads it there anyway. */
export async function showIncident(
  services: Services,
  asker: ConversationContext,
  { incident: id }: CardActionOf<"incident.show">,
  messageId: string | undefined,
): Promise<Readonly<{ card: Answer } | { text: Notice }>> {
  const incident = await incidentHere(services, asker, id);
  if (!incident) return { text: notice("outdated") };
  const second = await isSecond(services, incident, messageId);
  return { card: second ? pointing(incident) : { kind: "incident", incident } };
}

async function incidentHere(
  { store }: Services,
  { conversation }: ConversationContext,
  id: string,
): Promise<Incident | null> {
  const incident = await store.incident(id);
  return incident?.conversation.key === placeOf(conversation.key) ? incident : null;
}

/**
 * Which message it is becomes known by the press: where Teams' answer to the post was lost, that one is edited from now
 * on. Where another one is, it is left over from such a post, and points to that.
 */
async function isSecond(
  { store }: Services,
  incident: Incident,
  messageId: string | undefined,
): Promise<boolean> {
  if (messageId === undefined || messageId === incident.messageId) return false;
  if ((await store.adoptMessage(incidentKey(incident.id), messageId)) !== "stray") return false;
  const { text } = pointing(incident);
  await store.tell(null, [strayMessage(incident.conversation, messageId, text)]);
  return true;
}

const pointing = ({ id }: Incident) =>
  ({ kind: "noted", text: { is: "incidentElsewhere", incident: id } }) as const;

/** Where no message of ours is known, the press itself says where the card stands. */
const threadOf = ({ places }: Services, { conversation }: ConversationContext, { messageId }: Incident) =>
  messageId === null ? conversation : places.threadOf(conversation, messageId);

/** On whose card, or below it, something is asked; so the audit trail tells the runs of an incident. */
export async function incidentOf(
  { store }: Pick<Services, "store">,
  { incident, conversation }: ConversationContext,
): Promise<string | null> {
  const root = rootOf(conversation.key);
  if (incident !== undefined || root === null) return incident ?? null;
  return store.incidentOfMessage(placeOf(conversation.key), root);
}

// A client shows a card that says that a question goes on, of which no run has come.

/** From now on its message is the one that is edited; where another one is, or was, it says so. For its asker alone. */
export async function showWaiting(
  { store }: Services,
  { userId, conversation }: ConversationContext,
  card: string,
  messageId: string | undefined,
): Promise<Readonly<{ card: Answer } | { text: Notice }>> {
  if (messageId === undefined) return { text: notice("notHere") };
  const known = await store.adoptMessage(runKey(card), messageId, userId);
  if (known === "none") return { text: notice("notHere") };
  if (known !== "stray") return { text: notice("alreadyOnIt") };
  const text = notice("answeredBeside");
  await store.tell(null, [strayMessage(conversation, messageId, text)]);
  return { card: { kind: "noted", text } };
}
