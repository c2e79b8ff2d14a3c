// Diagnose, pressed on an incident card: as whoever presses, and answered in the card's own thread.
import type { Incident } from "../core/alert/incident.ts";
import type { Intent } from "../core/chat/intent.ts";
import { placeOf, rootOf } from "../core/chat/place.ts";
import type { Asker, Services } from "./services.ts";

export type IncidentQuestion = Readonly<{ asker: Asker; intent: Intent; asked: string }>;

/** Null when there is no such incident in this very channel or chat: an id says nothing about rights. */
export async function questionOfIncident(
  services: Services,
  asker: Asker,
  incidentId: string | undefined,
): Promise<IncidentQuestion | null> {
  const incident = incidentId === undefined ? null : await services.store.incident(incidentId);
  if (!incident || incident.conversation.key !== placeOf(asker.conversation.key)) return null;
  const cluster = incident.cluster.id;
  return {
    asker: { ...asker, conversation: threadOf(services, asker, incident), incident: incident.id },
    intent: { kind: "diagnose", cluster, client: {} },
    asked: `diagnose ${cluster}`,
  };
}

/** Where no message of ours is known, the press itself says where the card stands. */
const threadOf = ({ places }: Services, { conversation }: Asker, { post }: Incident) =>
  post.state === "posted" ? places.threadOf(conversation, post.messageId) : conversation;

/** On whose card, or below it, something is asked; so the audit trail tells the runs of an incident. */
export async function incidentOf(
  { store }: Pick<Services, "store">,
  { incident, conversation }: Asker,
): Promise<string | null> {
  const root = rootOf(conversation.key);
  if (incident !== undefined || root === null) return incident ?? null;
  return store.incidentOfMessage(placeOf(conversation.key), root);
}
