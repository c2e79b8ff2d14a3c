// What the policy goes by: somebody's groups, and what rules may ask for besides (the hour, an open alert, the cluster's tags). Looked up for each decision; what cannot be found out opens nothing.

import { runCommandActions } from "../../core/authorization/action.ts";
import type { AgreedTask } from "../../core/change/agreed-task.ts";
import type { ClusterRef } from "../../core/cluster-name.ts";
import { permissionsOf } from "../../core/fix/write/permissions.ts";
import { groupsOf } from "../../core/policy/authorize.ts";
import type { Circumstances } from "../../core/policy/circumstances.ts";
import { matchesCluster } from "../../core/policy/match.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Membership } from "../../core/requester.ts";
import type { Run } from "../../core/run/run.ts";
import { type ActivatableRole, isAllowed, type Permission, roleKey } from "../../core/snapshot/rights.ts";
import type { WhyUnread } from "../../core/snapshot/section.ts";
import type { AzureReader, RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";

/** Which of the policy's groups somebody is in; cached by the directory only. */
export const membershipOf = (
  services: Pick<Services, "directory" | "policy">,
  credential: RequesterCredential,
): Promise<Membership> =>
  services.directory.membership(
    credential,
    groupsOf(services.policy()).map((group) => group.id),
  );

type Needs = Pick<Services, "policy" | "store" | "clock" | "reader" | "log">;

/** An alert that nobody resolved for so long is none to work in. */
const longestIncidentMilliseconds = 24 * 3_600_000;

export async function circumstancesOf(services: Needs, cluster: ClusterRef): Promise<Circumstances> {
  const now = services.clock.now();
  const asks = services
    .policy()
    .rules.some(
      (rule) => rule.effect === "allow" && rule.incidentOnly !== undefined && matchesCluster(rule, cluster),
    );
  return { now, incident: asks && cluster.id !== "" ? await worstAlert(services, cluster, now) : null };
}

async function worstAlert(
  { store, log }: Needs,
  { id }: ClusterRef,
  now: Date,
): Promise<Circumstances["incident"]> {
  try {
    const since = new Date(now.getTime() - longestIncidentMilliseconds).toISOString();
    return (await store.worstOpenAlert(id, since)) ?? "none";
  } catch (error) {
    log.warn("open alerts could not be read", { error: redact(String(error)).text });
    return null;
  }
}

/** The cluster with its tags, as whoever asks sees them: read where a rule that may be about it goes by them. */
export async function withTags(
  services: Needs,
  credential: AzureReader,
  cluster: ClusterRef,
): Promise<ClusterRef> {
  const asks = services
    .policy()
    .rules.some((rule) => rule.tags !== undefined && matchesCluster(rule, cluster));
  if (!asks || cluster.id === "" || cluster.tags !== undefined) return cluster;
  const read = await services.reader.read(credential, cluster.id);
  return read.status === "collected" ? { ...cluster, tags: read.data.tags } : cluster;
}

// What Azure lets somebody do of a fix or a change, before any of it is sent: one that could be made in part is neither
// offered nor begun.

/** What it takes in Azure. Of a change what it takes in Kubernetes is for Kubernetes to say. */
export const neededFor = (task: AgreedTask, cluster: Pick<ClusterRef, "id">): readonly Permission[] =>
  task.kind === "fix" ? task.writes.flatMap(permissionsOf) : sendingTo(cluster);

/** Any command of a cluster's. */
export const sendingTo = ({ id: scope }: Pick<ClusterRef, "id">): readonly Permission[] =>
  runCommandActions.map((action) => ({ action, scope }));

export type WriteRights = Readonly<
  { is: "held" } | { is: "missing"; needs: Permission } | { is: "unread"; said: WhyUnread }
>;

/** One right that is known to be missing decides, whatever could not be read besides. */
export async function writeRights(
  { reader }: Pick<Services, "reader">,
  as: RequesterCredential,
  needed: readonly Permission[],
): Promise<WriteRights> {
  const all = await Promise.all(
    needed.map(async (needs): Promise<WriteRights> => {
      const held = await reader.permissions(as, needs.scope);
      if (held.status === "unavailable") return { is: "unread", said: held.message };
      return isAllowed(held.data, needs.action) ? { is: "held" } : { is: "missing", needs };
    }),
  );
  return all.find(({ is }) => is === "missing") ?? all.find(({ is }) => is === "unread") ?? { is: "held" };
}

/** A role of theirs that would give them this right, once they have activated it; null where none is known. */
export const roleToActivate = (
  services: Pick<Services, "roleReader" | "timeouts" | "log">,
  as: RequesterCredential,
  run: Pick<Run, "id">,
  { action, scope }: Permission,
): Promise<ActivatableRole | null> =>
  inTime(services, run, "it could not be told whether a role could be activated", async () => {
    const { roleReader, timeouts } = services;
    const all = (await roleReader.activatable(as, scope, timeouts.names)) ?? [];
    const ids = all.map(({ definitionId }) => definitionId);
    const roles = all.length === 0 ? null : await roleReader.roles(as, scope, ids, timeouts.names);
    return all.find((each) => isAllowed(roles?.get(roleKey(each.definitionId)) ?? [], action)) ?? null;
  });

/**
 * Null where it takes longer than a card waits for names, or fails: `message` is logged. `isOver`: nobody waits any more.
 * A timer of its own: the clock of the services may be one that does not pass by itself.
 */
export async function inTime<Found>(
  { timeouts, log }: Pick<Services, "timeouts" | "log">,
  { id: runId }: Pick<Run, "id">,
  message: string,
  look: (isOver: () => boolean) => Promise<Found | null>,
): Promise<Found | null> {
  const end = AbortSignal.timeout(timeouts.names);
  const over = new Promise<null>((resolve) => end.addEventListener("abort", () => resolve(null)));
  return Promise.race([look(() => end.aborted), over]).catch((error: unknown) => {
    log.warn(message, { runId, error: redact(String(error)).text });
    return null;
  });
}
