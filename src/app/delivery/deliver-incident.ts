// The card of an incident: posted, posted again where nobody knows whether it stands there, and edited when others join
// it or one is resolved. What every message goes through (call-teams.ts), and what an alert needs besides.
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import type { Answer, IncidentNow } from "../../core/conversation/answer.ts";
import type { Content, Delivery, DeliveryOutcome } from "../../core/delivery/message.ts";
import type { NextStep } from "../../core/delivery/next-step.ts";
import { type Incident, type Ring, seenWithinMilliseconds } from "../../core/incident/incident.ts";
import { nextCall } from "../../core/policy/on-call.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Run } from "../../core/run/run.ts";
import { modeInForce } from "../ports/mode-in-force.ts";
import type { Delivered } from "../ports/outbox.ts";
import type { Services } from "../ports/services.ts";
import { callTeams, ourFault, stepAfter } from "./call-teams.ts";
import { messageOf } from "./outbox-messages.ts";

/** Never throws. */
export async function deliverIncident(
  services: Services,
  delivery: Delivery,
  { incidentId, ring }: Extract<Content, { show: "incident" }>,
): Promise<Delivered> {
  const failed = (error: unknown) =>
    settled(stepAfter(services, delivery, ourFault(services, delivery)(error)));
  try {
    const incident = await incidentToShow(services, incidentId, ring);
    // It has had its time.
    if (!incident) return settled({ step: "done", messageId: null });
    // It was over before it could be posted.
    if (incident.muted && incident.status.state === "resolved" && isNowhere(delivery))
      return settled({ step: "done", messageId: null });
    // It was opened again before anybody was told that it is over, or was merged before its card was posted.
    const isPast = (isEnd(ring) && incident.status.state !== "resolved") || incident.mergedInto !== undefined;
    if (isPast && isNowhere(delivery)) return settled({ step: "done", messageId: null });
    const mode = await modeInForce(services);
    // Nothing is shown while the product is switched off, and not afterwards either: by then it would be old news.
    if (mode?.mode === "off" && delivery.messageId === null)
      return settled(
        { step: "giveUp", code: "off" },
        entryOf(services, incident, "denied", { byMode: true }),
      );
    const isOn = mode !== null && mode.mode !== "off";
    const outcome = isOn ? await show(services, delivery, incident, ring) : notNow;
    return await afterCall(services, sinceHeld(delivery, incident), incident, outcome);
  } catch (error) {
    return failed(error);
  }
}

/** What was to call people is that of the one that its incident was merged into meanwhile. */
async function incidentToShow(
  { store }: Services,
  id: string,
  ring: Ring | undefined,
): Promise<Incident | null> {
  const found = await store.incident(id);
  if (ring === undefined || isEnd(ring) || found?.mergedInto === undefined) return found;
  return store.incident(found.mergedInto);
}

const settled = (next: NextStep, audit?: AuditEntry): Delivered => ({
  next,
  personal: null,
  ...(audit && { audit }),
});

/** While it was held back nobody waited for it. */
const sinceHeld = (delivery: Delivery, { muted }: Incident): Delivery =>
  muted !== undefined && muted.until > delivery.createdAt
    ? { ...delivery, createdAt: muted.until }
    : delivery;

const isNowhere = ({ messageId, unsure }: Delivery): boolean => messageId === null && unsure === 0;

/** A card that stands there must not go on saying that it is open: it is told once the mode is another. */
const notNow: DeliveryOutcome = { status: "refused", code: "mode", again: true };

const show = async (
  services: Services,
  delivery: Delivery,
  incident: Incident,
  ring: Ring | undefined,
): Promise<DeliveryOutcome> =>
  (await callTeams(services, { ...delivery, to: placeFor(services, delivery, incident, ring) }, async () => {
    const merged = mergedCard(incident);
    if (merged !== null) return { show: "answer", answer: merged, elsewhere: false };
    const now = await incidentAnswer(services, incident);
    return { show: "answer", answer: ring ? { kind: "incidentRing", now, ring } : now, elsewhere: false };
  })) ?? notNow;

/** What its card says once another one has its alerts; null where it was not merged. */
function mergedCard({ id: from, cluster, mergedInto: into, status }: Incident): Answer | null {
  const by = status.state === "resolved" && status.by !== null ? status.by.displayName : null;
  if (into === undefined) return null;
  return { kind: "noted", text: { is: "incidentMerged", cluster: cluster.name, from, into, by } };
}

const isEnd = (ring: Ring | undefined): boolean => ring?.why === "resolved";

/** What calls people is a post of the channel; that it is over belongs below the card. */
const placeFor = (
  { places }: Services,
  { to }: Delivery,
  { messageId }: Incident,
  ring: Ring | undefined,
): Delivery["to"] => (isEnd(ring) && messageId !== null ? places.threadOf(to, messageId) : to);

/** With what was found and done in its thread, as far as the channel may see it. */
export async function incidentAnswer(
  { store, policy }: Pick<Services, "store" | "policy">,
  incident: Incident,
): Promise<IncidentNow> {
  const { diagnosis, cause, change } = incident;
  const [found, causeBefore, made] = await Promise.all(
    [diagnosis, cause === diagnosis ? null : cause, change].map(async (id) =>
      id === null ? null : ((await store.run(id)) ?? null),
    ),
  );
  const { status, cluster, calling } = incident;
  const next = status.state === "open" && calling ? nextCall(policy(), cluster, calling) : null;
  const check = checkOf(causeBefore ?? found);
  const since = new Date(Date.parse(incident.openedAt) - seenWithinMilliseconds).toISOString();
  return {
    ...{ kind: "incident", incident, diagnosis: found ?? null, change: made ?? null },
    causeBefore: causeBefore ?? null,
    before: check === null ? null : await store.seenBefore(incident, check, since),
    ...(check === null && { firedBefore: await store.firedBefore(incident, since) }),
    linked: await store.linkedIncidents(incident.id),
    ...(next !== null && { next }),
  };
}

/** Of the cause that this diagnosis named. */
const checkOf = (run: Run | null | undefined): string | null =>
  run && "diagnosis" in run.status ? (run.status.diagnosis?.rootCause?.check ?? null) : null;

async function afterCall(
  services: Services,
  delivery: Delivery,
  incident: Incident,
  outcome: DeliveryOutcome,
): Promise<Delivered> {
  const next = stepAfter(services, delivery, outcome);
  if (next.step === "giveUp") return givenUp(services, delivery, incident, next.code);
  const isDeleted = delivery.messageId !== null && next.step === "again" && next.messageId === null;
  // Somebody deleted it. What is still open is posted once more, since nobody may have seen it; the rest is over.
  if (isDeleted && outcome.status === "refused" && isQuiet(incident))
    return givenUp(services, delivery, incident, outcome.code);
  if (next.step !== "done" || delivery.messageId !== null || next.messageId === null) return settled(next);
  const more = { ...(delivery.unsure > 0 && { again: true }), ...ringIn(delivery) };
  await rememberCluster(services, incident, next.messageId);
  return settled(next, entryOf(services, incident, "succeeded", more));
}

/** So that `diagnose` or `access` in its thread needs no name. */
async function rememberCluster(
  { store, places, log }: Services,
  { conversation, cluster }: Incident,
  messageId: string,
): Promise<void> {
  const { key } = places.threadOf(conversation, messageId);
  await store
    .rememberCluster(key, cluster)
    .catch((error: unknown) =>
      log.warn("cluster of a thread not kept", { error: redact(String(error)).text }),
    );
}

/** Nothing is open that somebody has to hear of. */
const isQuiet = ({ status, alerts }: Incident): boolean => status.state === "resolved" && alerts.open === 0;

/** What Teams says of a channel that was deleted or that the bot was removed from. */
export const goneCodes: readonly string[] = ["403", "404"];

async function givenUp(
  services: Services,
  delivery: Delivery,
  incident: Incident,
  code: string,
): Promise<Delivered> {
  services.log.error("incident card not shown", { incident: incident.id, code });
  if (!isQuiet(incident)) await tellWatcher(services, incident);
  if (delivery.messageId === null && goneCodes.includes(code) && !isEnd(ringOf(delivery)))
    await endWatch(services, incident);
  const outcome = code === "unknown" ? "lost" : "failed";
  return settled(
    { step: "giveUp", code },
    entryOf(services, incident, outcome, { code, ...ringIn(delivery) }),
  );
}

/** Whoever had the channel follow the cluster: nobody else is known who waits for its alerts. */
async function tellWatcher({ store, messenger, newId, log }: Services, incident: Incident): Promise<void> {
  const { id, cluster, conversation } = incident;
  // Forgotten meanwhile.
  if (conversation.userId === "") return;
  try {
    const chat = await messenger.personalChat(conversation);
    if (chat === null) return;
    const text = { is: "incidentNotShown", incident: id, cluster: cluster.name } as const;
    await store.tell(null, [messageOf({ newId }, chat, { kind: "noted", text }, `not-shown|${id}`)]);
  } catch (error) {
    log.warn("nobody was told of a card that was not shown", { error: redact(String(error)).text });
  }
}

/** A channel that takes nothing from us follows nothing any more: nobody would ever see it. */
async function endWatch({ store, clock, log }: Services, { cluster, conversation }: Incident): Promise<void> {
  const entry: AuditEntry = {
    ...{ time: clock.now().toISOString(), actor: "system", tenant: null, action: "watch.end" },
    ...{ outcome: "recorded", cluster: cluster.id, runId: null, rule: null },
    detail: { place: conversation.key },
  };
  if (await store.removeWatch({ cluster, conversation }, entry))
    log.warn("watch ended: its channel takes nothing from us", { place: conversation.key });
}

/** A post beside the card: why. */
const ringIn = (delivery: Delivery): AuditEntry["detail"] => {
  const ring = ringOf(delivery);
  return ring ? { ring: ring.why } : {};
};

const ringOf = ({ content }: Delivery): Ring | undefined =>
  content.show === "incident" ? content.ring : undefined;

const entryOf = (
  { clock }: Services,
  { id, cluster }: Incident,
  outcome: AuditEntry["outcome"],
  more: AuditEntry["detail"],
): AuditEntry => ({
  time: clock.now().toISOString(),
  actor: "system",
  tenant: null,
  action: "incident.post",
  outcome,
  cluster: cluster.id,
  runId: null,
  rule: null,
  detail: { incident: id, ...more },
});
