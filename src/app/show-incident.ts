// The card of an incident: posted once, edited when others join it or one is resolved. Called by a job, which calls again when
// this throws or its worker vanished. A post that may have been made is never made again.
import { type Incident, overall, type Post } from "../core/alert/incident.ts";
import type { AuditEntry } from "../core/audit/audit-event.ts";
import { modeInForce } from "./mode.ts";
import type { Showing } from "./ports-outbox.ts";
import type { Services } from "./services.ts";

/** Longer than Teams takes for a post, retries included: a post begun before that is not under way any more. */
const postMilliseconds = 60_000;

type Waiting = Extract<Post, { state: "waiting" }>;
type Posted = Extract<Post, { state: "posted" }>;

/** Brings the card to what the incident is now. Throws a constant sentence when it has to be tried again. */
export async function showIncident(services: Services, incidentId: string): Promise<void> {
  const incident = await services.store.incidentToShow(incidentId);
  if (!incident) return;
  switch (incident.post.state) {
    case "waiting":
      return post(services, incident, incident.post);
    case "posting":
      return leftOver(services, incident, incident.post.since);
    case "posted":
      return edit(services, incident, incident.post);
    case "failed":
    case "joined":
      return;
  }
}

async function post(services: Services, incident: Incident, waiting: Waiting): Promise<void> {
  const { store, messenger, places, clock } = services;
  if (await isOff(services)) return keepBack(services, incident);
  await takeTurn(services, incident);
  const since = clock.now().toISOString();
  const known = onceMore(waiting);
  if (!(await store.movePost(incident.id, "waiting", { state: "posting", since, ...known }, null)))
    throw again();
  // The database was away meanwhile: what is begun now could soon be taken for left over.
  if (clock.now().getTime() - Date.parse(since) > postMilliseconds / 2)
    return postLater(services, incident, known);
  const result = await messenger.post(incident.conversation, showing(incident), false);
  if (result.status === "unknown") return fail(services, incident, "posting", "lost", "unknown");
  if (result.status === "refused" && !result.again) {
    if (!waiting.refused) return postLater(services, incident, { ...known, refused: true });
    await fail(services, incident, "posting", "failed", result.code);
    return goneCodes.includes(result.code) ? endWatch(services, incident) : undefined;
  }
  if (result.status === "refused") return postLater(services, incident, known);
  const { messageId } = result;
  const entry = entryOf(services, incident, "succeeded", {});
  await store.movePost(incident.id, "posting", { state: "posted", messageId, ...known }, entry);
  // So that `diagnose` or `access` in its thread needs no name.
  await store.rememberCluster(places.threadOf(incident.conversation, messageId).key, incident.cluster);
}

const onceMore = ({ anew }: Waiting | Posted): Readonly<{ anew?: true }> => (anew ? { anew } : {});

async function postLater(
  { store }: Services,
  { id }: Incident,
  known: Readonly<{ refused?: true; anew?: true }>,
): Promise<never> {
  await store.movePost(id, "posting", { state: "waiting", ...known }, null);
  throw again();
}

/** Nothing is shown while the product is switched off, and not afterwards either: by then it would be old news. */
async function isOff(services: Services): Promise<boolean> {
  const mode = await modeInForce(services);
  if (mode === null) throw again();
  return mode.mode === "off";
}

async function keepBack(services: Services, incident: Incident): Promise<void> {
  const entry = entryOf(services, incident, "denied", { byMode: true });
  await services.store.movePost(incident.id, "waiting", { state: "failed" }, entry);
}

/** Another worker is at it, or one vanished between posting and writing it down: nobody can know which, at first. */
async function leftOver(services: Services, incident: Incident, since: string): Promise<void> {
  if (services.clock.now().getTime() - Date.parse(since) < postMilliseconds) throw again();
  await fail(services, incident, "posting", "lost", "unknown");
}

async function edit(services: Services, incident: Incident, posted: Posted): Promise<void> {
  const { state, total } = overall(incident);
  // Then it says already what there is to say.
  if (state === "fired" && total === 1) return;
  // A card that stands there must not go on saying that it is open: it is told later.
  if (await isOff(services)) throw again();
  await takeTurn(services, incident);
  const { store, messenger } = services;
  const { messageId, refused } = posted;
  const outcome = await messenger.edit(incident.conversation, messageId, showing(incident), false);
  if (outcome.status === "refused" && !outcome.again && goneCodes.includes(outcome.code))
    return cardGone(services, incident, posted, outcome.code);
  if (outcome.status !== "shown") throw again();
  if (refused)
    await store.movePost(incident.id, "posted", { state: "posted", messageId, ...onceMore(posted) }, null);
}

/** Somebody deleted it. What is still open is posted once more, since nobody may have seen it; the rest is over. */
async function cardGone(services: Services, incident: Incident, posted: Posted, code: string): Promise<void> {
  const { store } = services;
  if (!posted.refused) {
    await store.movePost(incident.id, "posted", { ...posted, refused: true }, null);
    throw again();
  }
  if (posted.anew || overall(incident).state === "resolved")
    return fail(services, incident, "posted", "failed", code);
  // Should the channel itself be gone, it has said so twice already.
  const waiting: Post = { state: "waiting", refused: true, anew: true };
  if (await store.movePost(incident.id, "posted", waiting, null)) throw again();
}

/** Its cards share the pace of everything else that is sent there; a job that has to wait is called again. */
async function takeTurn({ store }: Services, { conversation }: Incident): Promise<void> {
  if (!(await store.takeTurn(conversation))) throw again();
}

/** What Teams says of a channel that was deleted or that the bot was removed from, and of a message that is gone. */
const goneCodes: readonly string[] = ["403", "404"];

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

const showing = (incident: Incident): Showing => ({
  show: "answer",
  answer: { kind: "incident", incident },
  elsewhere: false,
});

async function fail(
  services: Services,
  incident: Incident,
  from: "posting" | "posted",
  outcome: "lost" | "failed",
  code: string,
): Promise<void> {
  const entry = entryOf(services, incident, outcome, { code });
  const failed = await services.store.movePost(incident.id, from, { state: "failed" }, entry);
  if (failed) services.log.error("incident card not shown", { incident: incident.id, code });
}

const again = () => new Error("The card of this incident could not be brought up to date yet.");

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
