// `watch`, `unwatch`, `watches`: which clusters a channel follows. Whoever may watch a cluster may also end it.
import type { Watch } from "../core/alert/incident.ts";
import type { AuditEntry } from "../core/audit/audit-event.ts";
import type { Answer } from "../core/chat/answer.ts";
import { parseClusterName } from "../core/chat/cluster-name.ts";
import { parseResourceId } from "../core/diagnosis/resource-id.ts";
import type { ClusterRef, PolicyAction } from "../core/policy/decision.ts";
import { auditEntry, byPolicy } from "./audit-entry.ts";
import { authorizeAction, decideByPolicy, noteAzureRefusal } from "./authorize-action.ts";
import { placeOf } from "./place.ts";
import { closedToEverything, policyFirst, type Wish } from "./policy-first.ts";
import type { RequesterCredential } from "./ports.ts";
import { clusterUnreadable, resolveCluster } from "./resolve-cluster.ts";
import type { Asker, Services } from "./services.ts";

const actionOn = (cluster: ClusterRef): PolicyAction => ({ kind: "watch", cluster });

/** Policy first, then the cluster with the asker's own rights, as for a diagnosis; then one transaction. */
export async function watchCluster(
  services: Services,
  asker: Asker,
  credential: RequesterCredential,
  asked: string,
  written: string | null,
): Promise<Answer> {
  const wish: Wish = { asked, written, action: actionOn, may: "mayWatch" };
  const closed = await closedToEverything(services, credential, wish);
  if (closed) return closed;
  const resolved = await resolveCluster(services, asker, credential, asked, written);
  if (!resolved.ok) return policyFirst(services, credential, wish, resolved.answer);
  const { cluster } = resolved;
  const authorized = await authorizeAction(services, credential, actionOn(cluster), asked);
  if (!authorized.ok) return authorized.answer;
  // A resource id that was written out names a cluster that Azure was not asked about yet.
  const section = await services.reader.read(credential, cluster.id);
  if (section.status === "unavailable") {
    const answer = clusterUnreadable(asked, cluster, credential, section);
    return noteAzureRefusal(services, credential, actionOn(cluster), authorized.decision, answer);
  }
  const conversation = services.places.channelOf(asker.conversation);
  const since = services.clock.now().toISOString();
  const entry = decided(services, asker, "watch.add", cluster, authorized.decision.rule);
  const added = await services.store.addWatch({ cluster, conversation, by: asker.requester, since }, entry);
  return { kind: "watch", cluster: cluster.name, outcome: added ? "added" : "already" };
}

/** By the name that was kept: the cluster may be gone, or not readable any more. Azure is not asked. */
export async function unwatchCluster(
  services: Services,
  asker: Asker,
  credential: RequesterCredential,
  asked: string,
  written: string | null,
): Promise<Answer> {
  const name = written ?? (await services.store.lastCluster(asker.conversation.key))?.id ?? null;
  if (name === null) return { kind: "clusterNeeded", asked, example: "unwatch prod-1" };
  const [watch, ...others] = (await watchesHere(services, asker)).filter(({ cluster }) =>
    isMeant(name, cluster),
  );
  if (watch === undefined) return { kind: "watch", cluster: written ?? name, outcome: "notWatched" };
  if (others.length > 0) {
    const reason = `This channel follows several clusters called ${watch.cluster.name}: write group/name.`;
    return { kind: "notUnderstood", asked, reason };
  }
  // In every mode: it reads nothing of Azure and only ends what goes on.
  const authorized = await authorizeAction(
    services,
    credential,
    actionOn(watch.cluster),
    asked,
    decideByPolicy,
  );
  if (!authorized.ok) return authorized.answer;
  const entry = decided(services, asker, "watch.remove", watch.cluster, authorized.decision.rule);
  const removed = await services.store.removeWatch(watch, entry);
  return { kind: "watch", cluster: watch.cluster.name, outcome: removed ? "removed" : "notWatched" };
}

/** What this channel follows; it is told the channel only. */
export async function listWatches(services: Services, asker: Asker): Promise<Answer> {
  return { kind: "watches", watches: await watchesHere(services, asker) };
}

async function watchesHere(services: Services, asker: Asker): Promise<readonly Watch[]> {
  const here = placeOf(asker.conversation.key);
  return (await services.store.watches()).filter(({ conversation }) => conversation.key === here);
}

/** Every part that was written fits; letter case does not count, as in Azure. */
function isMeant(written: string, cluster: ClusterRef): boolean {
  const wanted = parseClusterName(written.toLowerCase());
  const known = parseResourceId(cluster.id.toLowerCase());
  if (wanted === null || wanted.name !== cluster.name.toLowerCase()) return false;
  const fits = (part: string | undefined, whole: string | undefined) => part === undefined || part === whole;
  return (
    fits(wanted.resourceGroup, known?.resourceGroup) && fits(wanted.subscriptionId, known?.subscriptionId)
  );
}

const decided = (
  services: Services,
  asker: Asker,
  action: string,
  cluster: ClusterRef,
  rule: string,
): AuditEntry =>
  auditEntry(services.clock, asker.requester, {
    action,
    outcome: "allowed",
    cluster: cluster.id,
    rule,
    detail: { place: placeOf(asker.conversation.key), ...byPolicy(services) },
  });
