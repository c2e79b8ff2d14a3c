// What the policy goes by: somebody's groups, and what rules may ask for besides (the hour, an open alert, the cluster's tags). Looked up for each decision; what cannot be found out opens nothing.

import type { ClusterRef } from "../../core/cluster-name.ts";
import { groupsOf } from "../../core/policy/authorize.ts";
import type { Circumstances } from "../../core/policy/circumstances.ts";
import { matchesCluster } from "../../core/policy/match.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Membership } from "../../core/requester.ts";
import type { RequesterCredential } from "../ports/azure.ts";
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
  credential: RequesterCredential,
  cluster: ClusterRef,
): Promise<ClusterRef> {
  const asks = services
    .policy()
    .rules.some((rule) => rule.tags !== undefined && matchesCluster(rule, cluster));
  if (!asks || cluster.id === "" || cluster.tags !== undefined) return cluster;
  const read = await services.reader.read(credential, cluster.id);
  return read.status === "collected" ? { ...cluster, tags: read.data.tags } : cluster;
}
