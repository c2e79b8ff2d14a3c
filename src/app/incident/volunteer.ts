// "Diagnose as me": somebody stands for a channel that follows a cluster, until a time that is set when they say so. Its
// incidents are then diagnosed with their rights, at once and without a press. They can end it at any moment.
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import { noteTo } from "../../core/authorization/refusal.ts";
import { isSamePerson } from "../../core/change/decide.ts";
import type { CardActionOf } from "../../core/conversation/card-action.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import { notice } from "../../core/conversation/notice.ts";
import type { Incident } from "../../core/incident/incident.ts";
import { type Volunteer, volunteersForMilliseconds, type Watch } from "../../core/incident/watch.ts";
import type { Requester } from "../../core/requester.ts";
import type { ConversationRef, PersonsRun } from "../../core/run/run.ts";
import { idKey, sameId } from "../../core/snapshot/resource-id.ts";
import { foldCase } from "../../core/text/text.ts";
import type { CardActionAnswer } from "../delivery/card-action-answer.ts";
import { messageOf } from "../delivery/outbox-messages.ts";
import { auditEntry, authorize } from "../identity/authorize.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

export async function volunteer(
  services: Services,
  asker: ConversationContext,
  { cluster: id }: CardActionOf<"watch.volunteer">,
): Promise<CardActionAnswer> {
  const watch = await watchHere(services, asker, id);
  if (watch === null) return { text: notice("outdated") };
  const { cluster } = watch;
  const now = services.clock.now();
  const since = now.toISOString();
  const until = new Date(now.getTime() + volunteersForMilliseconds).toISOString();
  const record = { action: "watch.volunteer", detail: { place: watch.conversation.key, until } };
  const right = await authorize(services, asker, { kind: "volunteer", cluster }, "press", { record });
  if (!right.ok) return { text: noteTo(right.refusal) };
  const { requester, userId } = asker;
  const set = await services.store.setVolunteer(watch, { requester, userId, since, until }, right.entry);
  if (set === null) return { text: notice("outdated") };
  if (set.before !== null && set.before.until > since) await tellReplaced(services, asker, watch, set.before);
  return { done: { is: "volunteering", cluster: cluster.name, until } };
}

/** Whose rights are used no more hears of it: in their own chat, or here where they have none with the bot. */
async function tellReplaced(
  services: Services,
  { requester, conversation }: ConversationContext,
  { cluster }: Watch,
  { requester: person, userId }: Volunteer,
): Promise<void> {
  if (isSamePerson(person, requester)) return;
  const [by, name] = [requester.displayName, person.displayName];
  const to = (await services.store.personalConversation(userId)) ?? conversation;
  const text = { is: "volunteerReplaced", by, person: name, cluster: cluster.name } as const;
  await services.store.tell(null, [messageOf(services, to, { kind: "noted", text })]);
}

/** Whoever stands for it may end that whatever the policy or the mode says by now: it only takes rights away. */
export async function endVolunteering(
  services: Services,
  asker: ConversationContext,
  { cluster: id }: CardActionOf<"watch.release">,
): Promise<CardActionAnswer> {
  const watch = await watchHere(services, asker, id);
  if (watch === null) return { text: notice("outdated") };
  const { cluster, conversation } = watch;
  const entry: AuditEntry = auditEntry(services.clock, asker.requester, {
    ...{ action: "watch.release", outcome: "recorded", cluster: cluster.id },
    detail: { place: conversation.key },
  });
  const ended = await services.store.endVolunteer(watch, asker.requester, entry);
  return ended
    ? { done: { is: "volunteeringEnded", cluster: cluster.name } }
    : { text: notice("notVolunteering") };
}

/** With whose rights something may be read for an incident now; null where nobody stands for its channel who may. */
export async function volunteerFor(
  services: Services,
  { cluster, conversation }: Incident,
): Promise<RequesterCredential | null> {
  const all = await services.store.volunteersIn(conversation.key, services.clock.now().toISOString());
  const volunteer = all.get(idKey(cluster.id));
  if (volunteer === undefined) return null;
  const right = await authorize(services, volunteer, { kind: "volunteer", cluster }, "offer");
  const isHere = (await whyNotHere(services, conversation, volunteer.requester)) === null;
  return right.ok && isHere ? right.credential : null;
}

/** Who left the channel cannot see what is read as them, nor end it. Null where they are in it. */
export async function whyNotHere(
  { roster, timeouts }: Services,
  channel: ConversationRef,
  { objectId }: Requester,
): Promise<"notHere" | "rosterUnread" | null> {
  const members = await roster.members(channel, timeouts.names);
  if (members === null) return "rosterUnread";
  return members.some((one) => foldCase(one.objectId) === foldCase(objectId)) ? null : "notHere";
}

/**
 * Asked once more as a worker begins: while it waited they may have ended that, their time may be over, they may have left,
 * or no rule may let them stand for it any more.
 */
export async function standsStill(
  services: Services,
  { task, cluster, requester }: PersonsRun,
  as: RequesterCredential,
): Promise<boolean> {
  if (task.kind !== "diagnose" || task.forIncident === undefined) return true;
  const { store, clock } = services;
  const incident = await store.incident(task.forIncident);
  if (incident === null) return false;
  const all = await store.volunteersIn(incident.conversation.key, clock.now().toISOString());
  const volunteer = all.get(idKey(cluster.id));
  if (volunteer === undefined || !isSamePerson(requester, volunteer.requester)) return false;
  // Teams listed them as it was begun: a list that it does not give this time takes nothing back.
  if ((await whyNotHere(services, incident.conversation, requester)) === "notHere") return false;
  return (await authorize(services, as, { kind: "volunteer", cluster }, "offer")).ok;
}

async function watchHere(
  { store }: Services,
  { conversation }: ConversationContext,
  clusterId: string,
): Promise<Watch | null> {
  const here = placeOf(conversation.key);
  const all = await store.watches();
  return all.find((one) => one.conversation.key === here && sameId(one.cluster.id, clusterId)) ?? null;
}
