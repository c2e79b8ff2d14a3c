// `watch`, `unwatch`, `watches`: which clusters a channel follows. Whoever may watch a cluster may also end it; whoever
// may not even see it does not learn that it is followed.
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import { isSamePerson } from "../../core/change/decide.ts";
import type { ClusterRef } from "../../core/cluster-name.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import type { IntentOf } from "../../core/conversation/intent.ts";
import type { WatchClauses } from "../../core/conversation/watch-clauses.ts";
import {
  longestMuteMinutes,
  muteOf,
  type PlannedMaintenance,
  type Watch,
  type WatchEdit,
  type WatchOffer,
} from "../../core/incident/watch.ts";
import type { Window } from "../../core/policy/window.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Requester } from "../../core/requester.ts";
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import {
  type AccessRequest,
  auditEntry,
  authorizeRequest,
  byPolicy,
  deniedEverywhere,
  policyBeforeAzure,
  recordAzureDenial,
} from "../identity/authorize.ts";
import type { SignedInRequest, UserRequest } from "../ports/services.ts";
import { actionOn, chooseFollowed, followedCalled, visible, watchesHere } from "./followed.ts";
import { clusterUnreadable, resolveCluster, sayUnnamed } from "./resolve-cluster.ts";

/** Policy first, then the cluster with the asker's own rights, as for a diagnosis; then one transaction. */
export async function watchCluster(
  request: SignedInRequest,
  { cluster: written, ...clauses }: IntentOf<"watch">,
): Promise<Answer> {
  const wanted: AccessRequest = { written, action: actionOn };
  const closed = await deniedEverywhere(request, wanted);
  if (closed) return closed;
  const resolved = await resolveCluster(request, written);
  if (!resolved.ok) return policyBeforeAzure(request, wanted, resolved.answer);
  return sayUnnamed(await watchIt(request, resolved.cluster, clauses), resolved.cluster);
}

export async function watchIt(
  request: SignedInRequest,
  { id, name }: ClusterRef,
  clauses: WatchClauses,
): Promise<Answer> {
  const { services, asker, credential } = request;
  const cluster = { id, name };
  const authorized = await authorizeRequest(request, actionOn(cluster));
  if (!authorized.ok) return authorized.answer;
  // A resource id that was written out names a cluster that Azure was not asked about yet.
  const section = await services.reader.read(credential, cluster.id);
  if (section.status === "unavailable") {
    const answer = await clusterUnreadable(request, cluster, section);
    return recordAzureDenial(request, actionOn(cluster), authorized.decision, answer);
  }
  const conversation = services.places.channelOf(asker.conversation);
  const since = services.clock.now().toISOString();
  const planned = await readPlanned(request, section.data, since);
  const wished = wishedOf(clauses, asker.requester);
  const entry = decided(request, "watch.add", cluster, authorized.decision.rule, {
    ...(clauses.severity !== undefined && { severity: clauses.severity }),
    ...(clauses.quiet !== undefined && { quiet: clauses.quiet?.map(spanOf).join(", ") ?? "off" }),
  });
  const { outcome, now } = await services.store.addWatch(
    {
      ...{ cluster, conversation, by: asker.requester, since, region: section.data.location, ...wished },
      // What these rights do not show, others may have shown.
      ...(planned !== null && { planned: planned.configurations.length === 0 ? null : planned }),
    },
    entry,
  );
  const volunteer = (await services.store.volunteersIn(conversation.key, since)).get(idKey(cluster.id));
  const mute = muteOf(now, "Sev4", since);
  const { severity, quiet, planned: windows } = now;
  return {
    ...{ kind: "watch", cluster: cluster.name, id: cluster.id, outcome },
    ...(severity && { severity }),
    ...(quiet && { quiet }),
    ...(windows && { planned: windows }),
    ...(mute && { mute }),
    ...(planned === null && { plannedUnread: true }),
    ...(clauses.quiet === null && { quiet: null }),
    ...(volunteer && { volunteer }),
  };
}

/** Null: they do not show it. */
async function readPlanned(
  { services, asker, credential }: SignedInRequest,
  cluster: ManagedCluster,
  readAt: string,
): Promise<PlannedMaintenance | null> {
  const { items, missing } = await services.reader.planned(credential, cluster);
  return missing.length > 0 ? null : { by: asker.requester, readAt, configurations: items };
}

/** What a line does not name stays; a line that names nothing has every alert reach the channel. */
export const wishedOf = (
  { severity, quiet }: WatchClauses,
  by: Requester,
): Pick<WatchEdit, "severity" | "quiet"> => ({
  ...((severity !== undefined || quiet === undefined) && { severity: severity ?? null }),
  ...(quiet !== undefined && { quiet: quiet && { by, windows: quiet } }),
});

const spanOf = ({ days, from, to, timeZone }: Window): string =>
  `${days?.join(" ") ?? "daily"} ${from}-${to} ${timeZone}`;

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
async function unwatchNamed(request: SignedInRequest, name: string, shown: string): Promise<Answer> {
  const found = await followedCalled(request, name, shown);
  return "answer" in found ? found.answer : unwatchIt(request, found.watch);
}

export async function unwatchIt(request: SignedInRequest, watch: Watch): Promise<Answer> {
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
  const { mute: _, ...rest } = watch;
  const left = mute ?? muteOf(rest, "Sev4", now.toISOString());
  return {
    kind: "watch",
    cluster: watch.cluster.name,
    id: null,
    outcome,
    ...(left !== null && { mute: left }),
  };
}

const muteFor = (by: Requester, minutes: number, because: string | null, now: Date) => ({
  ...{ of: "person" as const, by },
  until: new Date(now.getTime() + Math.min(minutes, longestMuteMinutes) * 60_000).toISOString(),
  because: because === null ? null : redact(because).text,
});

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
  const [mayWatch, mayStand] = await Promise.all([
    visible(request, watches, ["watch"]),
    visible(request, watches, ["volunteer"]),
  ]);
  return {
    kind: "watches",
    watches: watches.map((watch) => {
      const { mute: _, ...rest } = watch;
      const mute = muteOf(watch, "Sev4", now);
      const volunteer = volunteers.get(idKey(watch.cluster.id));
      const isOwn = volunteer !== undefined && isSamePerson(volunteer.requester, asker.requester);
      const may = mayWatch.includes(watch);
      const muted: WatchOffer = mute?.of === "person" ? "unmute" : "mute";
      const stands: readonly WatchOffer[] = isOwn
        ? ["release"]
        : mayStand.includes(watch)
          ? ["volunteer"]
          : [];
      const offers: readonly WatchOffer[] = may ? [muted, "unwatch", ...stands] : stands;
      return { ...rest, ...(mute && { mute }), ...(volunteer && { volunteer }), offers };
    }),
  };
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
