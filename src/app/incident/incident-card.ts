// The card of an incident: looked at by a client, or its Diagnose pressed, as whoever presses, and answered in its thread.
import type { ClusterRef } from "../../core/cluster-name.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { CardActionOf } from "../../core/conversation/card-action.ts";
import { placeOf, rootOf } from "../../core/conversation/conversation-key.ts";
import type { Intent } from "../../core/conversation/intent.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import { incidentKey, runKey } from "../../core/delivery/message.ts";
import type { Incident } from "../../core/incident/incident.ts";
import { sameId } from "../../core/snapshot/resource-id.ts";
import { incidentAnswer } from "../delivery/deliver-incident.ts";
import { strayMessage } from "../delivery/outbox-messages.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

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
  const second = incident.id !== id || (await isSecond(services, incident, messageId));
  return { card: second ? pointing(incident) : await incidentAnswer(services, incident) };
}

/** The one that it was merged into, if it was. */
export async function incidentHere(
  { store }: Services,
  { conversation }: ConversationContext,
  id: string,
): Promise<Incident | null> {
  const incident = await store.incident(id);
  if (incident?.conversation.key !== placeOf(conversation.key)) return null;
  return incident.mergedInto === undefined ? incident : store.incident(incident.mergedInto);
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
export const threadOf = (
  { places }: Services,
  { conversation }: ConversationContext,
  { messageId }: Incident,
) => (messageId === null ? conversation : places.threadOf(conversation, messageId));

/**
 * The incident that something asked of this cluster here belongs to: on whose card, or below which, it is asked. A chat has
 * no threads, so there it is the one that is open.
 */
export async function incidentOf(
  { store }: Pick<Services, "store">,
  { incident, conversation }: ConversationContext,
  cluster: ClusterRef,
): Promise<string | null> {
  const id = incident ?? (await incidentOfThread({ store }, conversation));
  const found = id === null ? null : await store.incident(id);
  if (found !== null) return sameId(found.cluster.id, cluster.id) ? found.id : null;
  if (conversation.personal || rootOf(conversation.key) !== null) return null;
  return (await store.openIncident(cluster.id, placeOf(conversation.key)))?.id ?? null;
}

/** The incident whose card, or later post, this thread stands below. */
export async function incidentOfThread(
  { store }: Pick<Services, "store">,
  { key }: ConversationContext["conversation"],
): Promise<string | null> {
  const root = rootOf(key);
  return root === null ? null : store.incidentOfMessage(placeOf(key), root);
}

// A client shows a card that says that a question goes on, of which no run has come.

/** From now on its message is the one that is edited; where another one is, or was, it says so. For its requester alone. */
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
