// `watch`, `unwatch`, `watches`: which clusters a channel follows. Whoever may watch a cluster may also end it; whoever
// may not even see it does not learn that it is followed.
import type { AlertSeverity } from "../../core/alert/alert.ts";
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import { type ClusterRef, parseClusterName, writtenCluster } from "../../core/cluster-name.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { ClusterSummary } from "../../core/conversation/cluster-answer.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import type { IntentOf } from "../../core/conversation/intent.ts";
import { longestMuteMinutes, type Mute, type Watch } from "../../core/incident/watch.ts";
import type { PolicyAction } from "../../core/policy/decision.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Requester } from "../../core/requester.ts";
import { idKey, parseResourceId } from "../../core/snapshot/resource-id.ts";
import { foldCase } from "../../core/text/text.ts";
import {
  type AccessRequest,
  auditEntry,
  authorizeEach,
  authorizeRequest,
  byPolicy,
  deniedEverywhere,
  policyBeforeAzure,
  recordAzureDenial,
} from "../identity/authorize.ts";
import type { SignedInRequest, UserRequest } from "../ports/services.ts";
import { clusterUnreadable, pickCluster, resolveCluster, sayUnnamed } from "./resolve-cluster.ts";

const actionOn = (cluster: ClusterRef): PolicyAction => ({ kind: "watch", cluster });

/** Policy first, then the cluster with the asker's own rights, as for a diagnosis; then one transaction. */
export async function watchCluster(
  request: SignedInRequest,
  { cluster: written, severity }: IntentOf<"watch">,
): Promise<Answer> {
  const wanted: AccessRequest = { written, action: actionOn };
  const closed = await deniedEverywhere(request, wanted);
  if (closed) return closed;
  const resolved = await resolveCluster(request, written);
  if (!resolved.ok) return policyBeforeAzure(request, wanted, resolved.answer);
  return sayUnnamed(await watchIt(request, resolved.cluster, severity), resolved.cluster);
}

async function watchIt(
  request: SignedInRequest,
  { id, name }: ClusterRef,
  severity: AlertSeverity | undefined,
): Promise<Answer> {
  const { services, asker, credential } = request;
  const cluster = { id, name };
  const authorized = await authorizeRequest(request, actionOn(cluster));
  if (!authorized.ok) return authorized.answer;
  // A resource id that was written out names a cluster that Azure was not asked about yet.
  const section = await services.reader.read(credential, cluster.id);
  if (section.status === "unavailable") {
    const answer = clusterUnreadable(request, cluster, section);
    return recordAzureDenial(request, actionOn(cluster), authorized.decision, answer);
  }
  const conversation = services.places.channelOf(asker.conversation);
  const since = services.clock.now().toISOString();
  const from = severity === undefined ? {} : { severity };
  const entry = decided(request, "watch.add", cluster, authorized.decision.rule, from);
  const watch: Watch = { cluster, conversation, by: asker.requester, since, ...from };
  const outcome = await services.store.addWatch(watch, entry);
  const volunteer = (await services.store.volunteersIn(conversation.key, since)).get(idKey(cluster.id));
  return {
    ...{ kind: "watch", cluster: cluster.name, id: cluster.id, outcome, ...from },
    ...(volunteer && { volunteer }),
  };
}

/** By the name that was kept: the cluster may be gone, or not readable any more. Azure is not asked. */
export async function unwatchCluster(request: SignedInRequest, written: string | null): Promise<Answer> {
  const { services, asker } = request;
  if (written !== null) return unwatchNamed(request, written, written);
  const last = await services.store.lastCluster(asker.conversation.key);
  if (last === null) return unwatchOneOfAll(request);
  const answer = await unwatchNamed(request, last.id, last.name);
  return { ...answer, remembered: last.name };
}

/** Nobody named one: the only one that this channel follows and the asker may see, or a choice. */
async function unwatchOneOfAll(request: SignedInRequest): Promise<Answer> {
  const followed = await visible(request, await watchesHere(request), ["watch"]);
  const [watch, other] = followed;
  if (watch === undefined) return { kind: "watches", watches: [] };
  const { id, name } = watch.cluster;
  if (other === undefined) return unwatchNamed(request, id, name);
  return chooseFollowed(request, followed, "");
}

/** `wanted`: the name that they share; empty where none was written. */
const chooseFollowed = (
  request: UserRequest,
  followed: readonly Watch[],
  wanted: string,
): Promise<Answer> => {
  const matches = followed.flatMap(({ cluster }) => summaryOf(cluster) ?? []);
  return pickCluster(request, { wanted, matches, by: wanted === "" ? "followed" : "name" });
};

/** Of a cluster that Azure was not asked about: its id says where it lies, and nothing says how it is. */
function summaryOf({ id, name }: ClusterRef): ClusterSummary | null {
  const where = parseResourceId(id);
  return where && { ...where, id, name, location: "", powerState: "", private: true };
}

/** The one that is followed and that the asker may see. `shown`: what it is called where nothing is found. */
async function followedCalled(
  request: SignedInRequest,
  name: string,
  shown: string,
): Promise<Readonly<{ watch: Watch }> | Readonly<{ answer: Answer }>> {
  const meant = (await watchesHere(request)).filter(({ cluster }) => isMeant(name, cluster));
  const followed = await visible(request, meant, ["watch"]);
  const [watch, other] = followed;
  if (watch === undefined) return { answer: await notFollowed(request, shown) };
  return other === undefined
    ? { watch }
    : { answer: await chooseFollowed(request, followed, watch.cluster.name) };
}

async function unwatchNamed(request: SignedInRequest, name: string, shown: string): Promise<Answer> {
  const found = await followedCalled(request, name, shown);
  if ("answer" in found) return found.answer;
  const { watch } = found;
  // In every mode: it reads nothing of Azure and only ends what goes on.
  const authorized = await authorizeRequest(request, actionOn(watch.cluster), "release");
  if (!authorized.ok) return authorized.answer;
  const entry = decided(request, "watch.remove", watch.cluster, authorized.decision.rule);
  const removed = await request.services.store.removeWatch(watch, entry);
  return {
    ...{ kind: "watch", cluster: watch.cluster.name, id: null },
    outcome: removed ? "removed" : "notWatched",
  };
}

/** `minutes`: null ends it. Whoever may watch the cluster may do that, in every mode: it reads nothing of Azure. */
export async function muteCluster(
  request: SignedInRequest,
  { cluster: written }: Readonly<{ cluster: string | null }>,
  { minutes, because }: Readonly<{ minutes: number | null; because: string | null }>,
): Promise<Answer> {
  const { services, asker } = request;
  const [only] = await visible(request, await watchesHere(request), ["watch"]);
  const last = written ?? (await services.store.lastCluster(asker.conversation.key))?.id ?? only?.cluster.id;
  if (last === undefined) return { kind: "watches", watches: [] };
  const found = await followedCalled(request, last, written ?? last);
  if ("answer" in found) return found.answer;
  const { watch } = found;
  const authorized = await authorizeRequest(request, actionOn(watch.cluster), "release");
  if (!authorized.ok) return authorized.answer;
  const now = services.clock.now();
  const mute = minutes === null ? null : muteFor(asker.requester, minutes, because, now);
  const more = mute === null ? {} : { until: mute.until, because: mute.because };
  const action = mute === null ? "watch.unmute" : "watch.mute";
  const entry = decided(request, action, watch.cluster, authorized.decision.rule, more);
  const isSet = await services.store.setMute(watch, mute, now.toISOString(), entry);
  const outcome = !isSet ? "notWatched" : mute === null ? "unmuted" : "muted";
  return { kind: "watch", cluster: watch.cluster.name, id: null, outcome, ...(mute !== null && { mute }) };
}

const muteFor = (by: Requester, minutes: number, because: string | null, now: Date): Mute => ({
  by,
  until: new Date(now.getTime() + Math.min(minutes, longestMuteMinutes) * 60_000).toISOString(),
  because: because === null ? null : redact(because).text,
});

/** The same words for a cluster that is followed and for one that is not, to whoever may not watch it. */
async function notFollowed(request: SignedInRequest, shown: string): Promise<Answer> {
  const cluster = writtenCluster(shown);
  const authorized = await authorizeRequest(request, actionOn(cluster), "release");
  return authorized.ok
    ? { kind: "watch", cluster: cluster.name, id: null, outcome: "notWatched" }
    : authorized.answer;
}

/** What this channel follows and the asker may see; written down, since it tells what is there. */
export async function listWatches(request: SignedInRequest): Promise<Answer> {
  const { services, asker } = request;
  const all = await watchesHere(request);
  const watches = await visible(request, all, ["watch", "diagnose"]);
  const [shown, hidden] = [watches.length, all.length - watches.length];
  const detail = { place: placeOf(asker.conversation.key), shown, hidden };
  await services.store.appendAudit(
    auditEntry(services.clock, asker.requester, { action: "watch.list", outcome: "recorded", detail }),
  );
  const now = services.clock.now().toISOString();
  const volunteers = await services.store.volunteersIn(placeOf(asker.conversation.key), now);
  return {
    kind: "watches",
    watches: watches.map(({ mute, ...each }) => {
      const watch = { ...each, ...(mute !== undefined && mute.until > now && { mute }) };
      const volunteer = volunteers.get(idKey(watch.cluster.id));
      return volunteer === undefined ? watch : { ...watch, volunteer };
    }),
  };
}

/** Those of whose clusters the policy allows this person one of `kinds`, whatever the mode. */
export async function visible<Of extends Readonly<{ cluster: ClusterRef }>>(
  { services, credential }: SignedInRequest,
  all: readonly Of[],
  kinds: readonly ("watch" | "diagnose")[],
): Promise<readonly Of[]> {
  if (all.length === 0) return [];
  const seen = await Promise.all(
    all.map(async (each) => {
      const { cluster } = each;
      const actions = kinds.map((kind) => ({ kind, cluster }));
      const rights = await authorizeEach(services, credential, actions, "offer");
      return rights.some(({ ok }) => ok) ? [each] : [];
    }),
  );
  return seen.flat();
}

async function watchesHere({ services, asker }: UserRequest): Promise<readonly Watch[]> {
  const here = placeOf(asker.conversation.key);
  return (await services.store.watches()).filter(({ conversation }) => conversation.key === here);
}

/** Every part that was written fits; letter case does not count, as in Azure. */
export function isMeant(written: string, cluster: ClusterRef): boolean {
  const wanted = parseClusterName(foldCase(written));
  const known = parseResourceId(foldCase(cluster.id));
  if (wanted === null || wanted.name !== foldCase(cluster.name)) return false;
  const fits = (part: string | undefined, whole: string | undefined) => part === undefined || part === whole;
  return (
    fits(wanted.resourceGroup, known?.resourceGroup) && fits(wanted.subscriptionId, known?.subscriptionId)
  );
}

const decided = (
  { services, asker }: UserRequest,
  action: string,
  cluster: ClusterRef,
  rule: string,
  more: AuditEntry["detail"] = {},
): AuditEntry =>
  auditEntry(services.clock, asker.requester, {
    action,
    outcome: "allowed",
    cluster: cluster.id,
    rule,
    detail: { place: placeOf(asker.conversation.key), ...more, ...byPolicy(services) },
  });
