// From what was written to one cluster that this person may see in Azure.

import { smallestRole } from "../core/access/roles.ts";
import type { Answer, ClusterSummary } from "../core/chat/answer.ts";
import { findCluster } from "../core/chat/find-cluster.ts";
import { writtenCluster } from "../core/chat/written-cluster.ts";
import type { Unavailable } from "../core/diagnosis/section.ts";
import type { ClusterRef } from "../core/policy/decision.ts";
import type { Requester } from "../core/requester.ts";
import type { Pending, RequesterCredential } from "./ports.ts";
import { unavailableFailure } from "./say.ts";
import type { Asker, Services } from "./services.ts";

export type Resolved = Readonly<{ ok: true; cluster: ClusterRef } | { ok: false; answer: Answer }>;

export async function resolveCluster(
  services: Services,
  asker: Asker,
  credential: RequesterCredential,
  asked: string,
  written: string | null,
): Promise<Resolved> {
  if (written === null) return lastSpokenOf(services, asker, asked);
  const cluster = writtenCluster(written);
  if (cluster.id !== "") return { ok: true, cluster };
  const listed = await services.reader.list(credential);
  if (listed.status === "unavailable") {
    return { ok: false, answer: { kind: "failure", asked, failure: unavailableFailure(listed), id: null } };
  }
  const match = findCluster(written, listed.data.clusters);
  if ("found" in match) return { ok: true, cluster: { id: match.found.id, name: match.found.name } };
  if ("ambiguous" in match) return pick(services, asker, asked, written, match.ambiguous);
  if (listed.data.clusters.length === 0)
    return { ok: false, answer: nothingVisible(asked, written, asker.requester) };
  return { ok: false, answer: { kind: "clusterUnknown", wanted: written, closest: match.unknown } };
}

async function lastSpokenOf(services: Services, asker: Asker, asked: string): Promise<Resolved> {
  const last = await services.store.lastCluster(asker.conversation.key);
  if (last) return { ok: true, cluster: last };
  return { ok: false, answer: { kind: "clusterNeeded", asked, example: "diagnose prod-1" } };
}

async function pick(
  services: Services,
  asker: Asker,
  asked: string,
  wanted: string,
  matches: readonly ClusterSummary[],
): Promise<Resolved> {
  const pending: Pending = {
    id: services.newId("Q"),
    userId: asker.userId,
    reason: "pickCluster",
    text: asked,
    conversation: asker.conversation,
    createdAt: services.clock.now().toISOString(),
  };
  await services.store.savePending(pending);
  return { ok: false, answer: { kind: "pickCluster", wanted, matches, pendingId: pending.id } };
}

/** Azure does not let this person read the cluster itself. */
export function clusterUnreadable(
  asked: string,
  cluster: ClusterRef,
  { requester }: RequesterCredential,
  section: Unavailable,
): Answer {
  const failure = unavailableFailure(section);
  const [needs] = section.needs;
  if (section.reason !== "denied" || !needs) return { kind: "failure", asked, failure, id: null };
  const role = failure.needs?.role ?? "Reader";
  return { kind: "azureDenied", asked, cluster: cluster.name, needs, role, requester };
}

/** Azure shows this person no cluster at all: their lock is Azure's, and a role on the cluster opens it. */
const nothingVisible = (asked: string, wanted: string, requester: Requester): Answer => {
  const action = "Microsoft.ContainerService/managedClusters/read";
  return {
    kind: "azureDenied",
    asked,
    cluster: wanted,
    needs: { action, scope: `the cluster ${wanted} or its subscription (Azure shows you no cluster)` },
    role: smallestRole(action),
    requester,
  };
};
