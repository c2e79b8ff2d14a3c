// What it takes to decide on somebody's rights: the mode in force, their groups, and what rules may ask for besides (the hour,
// an open alert, the cluster's tags). Looked up for each decision; what cannot be found out opens nothing.
import type { ModeInForce } from "../../core/mode/mode.ts";
import { groupsOf } from "../../core/policy/authorize.ts";
import type { Circumstances } from "../../core/policy/circumstances.ts";
import type { ClusterRef } from "../../core/policy/decision.ts";
import { matchesCluster } from "../../core/policy/match.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Membership } from "../../core/requester.ts";
import type { RequesterCredential, Store } from "../ports.ts";
import type { Log, Services } from "../services.ts";

type ModeServices = Readonly<{ store: Pick<Store, "mode">; log: Log }>;

/** Null where the database cannot tell: nothing is allowed then. */
export async function modeInForce({ store, log }: ModeServices): Promise<ModeInForce | null> {
  try {
    return await store.mode();
  } catch (error) {
    log.error("mode could not be read", { error: String(error) });
    return null;
  }
}

/** Milliseconds. A database that is busy or away for a moment is no reason to refuse anybody. */
const pauses = [300, 1_000, 2_000];

/** The same, asked again before anybody is told that it is not known. */
export async function modeAfterAll(
  services: ModeServices & Pick<Services, "clock">,
): Promise<ModeInForce | null> {
  for (const pause of pauses) {
    const mode = await modeInForce(services);
    if (mode !== null) return mode;
    await services.clock.sleep(pause);
  }
  return modeInForce(services);
}

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
