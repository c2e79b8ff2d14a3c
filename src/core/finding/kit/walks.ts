// What the cluster and the ways in need, walked once for all findings that tell of it.

import { type ClientSources, clientNetworksOf, nobodyFrom } from "../../client/client-networks.ts";
import { apiAddressOf, apiModeOf, isPrivate } from "../../network/address/api-server.ts";
import { networkOf } from "../../network/from-snapshot.ts";
import type { NetworkModel } from "../../network/model/model.ts";
import type { Step } from "../../network/model/step.ts";
import { evaluate } from "../../requirement/evaluate.ts";
import { type Asked, needsOf } from "../../requirement/needs-of.ts";
import type { Requirement, RequirementId } from "../../requirement/requirement.ts";
import type { RequirementResult, Walked } from "../../requirement/requirement-result.ts";
import type { Unavailable } from "../../snapshot/section.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import type { FindingId } from "./finding-id.ts";
import { findingOfStep, findingsOfStep, type Met, sendsOn } from "./finding-of-step.ts";
import { type Unwalked, unwalkedIn } from "./unwalked.ts";

/** One step, and where it was met. */
export type MetStep = Readonly<{ requirement: RequirementResult; walked: Walked; step: Step }>;

export type Walks = Readonly<{
  model: NetworkModel;
  needs: readonly Requirement[];
  requirements: readonly RequirementResult[];
  /** By the finding that tells them, in the order in which they were met. */
  told: ReadonlyMap<FindingId, readonly MetStep[]>;
  /** The API server stands in the network itself, behind a load balancer of its own. */
  inNetwork: boolean;
  /** Of the zone that the cluster was told of; null where it has none. */
  ownZoneId: string | null;
  /** Without it nothing can be walked. */
  missing: Unavailable | null;
  /** Why it is not known where the API server stands inside the network; null where it is, or stands in none. */
  noAddress: Pick<Unavailable, "message" | "needs"> | null;
  /** Why needs have no ways that others may have: what these start from was not read. */
  unwalked: Unwalked;
  /** Why nobody's way in starts in another network, or that this is not known; null where one does. */
  nobody: ReturnType<typeof nobodyFrom>;
}>;

/** Whoever asks a server that stands in some network; pods ask each other, which is a connection as any other. */
export const asksName = (need: RequirementId, { service }: Walked): boolean =>
  service === null || (need !== "pods.dns" && / 53$/.test(service));

const metIn = (
  need: RequirementId,
  walked: Walked,
  { inNetwork, ownZoneId }: Pick<Walks, "inNetwork" | "ownZoneId">,
): Met => ({
  ...{ need, inNetwork, ownZoneId, asksName: asksName(need, walked) },
  isDelivered: walked.trace.end === "delivered",
  byServers: walked.trace.steps.some(({ reason }) => /^asks(Own)?Servers$/.test(reason.is)),
});

/** The finding that tells a step of this walk; null for where it begins, and where it arrives. */
export const findingForStep = (
  walks: Pick<Walks, "inNetwork" | "ownZoneId">,
  { need, walked, step }: Readonly<{ need: RequirementId; walked: Walked; step: Step }>,
): FindingId | null => findingOfStep(step, metIn(need, walked, walks));

function toldIn(
  requirements: readonly RequirementResult[],
  cluster: Pick<Walks, "inNetwork" | "ownZoneId">,
): Walks["told"] {
  const told = new Map<FindingId, MetStep[]>();
  for (const requirement of requirements)
    for (const walked of requirement.walks) {
      const met = metIn(requirement.id, walked, cluster);
      const hop = walked.trace.steps.findIndex(sendsOn);
      for (const [index, step] of walked.trace.steps.entries()) {
        const isForwarded = hop >= 0 && index > hop;
        for (const { id, step: said } of findingsOfStep(step, { ...met, isForwarded })) {
          const others = told.get(id);
          if (others === undefined) told.set(id, [{ requirement, walked, step: said }]);
          else others.push({ requirement, walked, step: said });
        }
      }
    }
  return told;
}

function nobodyIn({ clusterNetwork, client, ...rest }: ClusterSnapshot): Walks["nobody"] {
  if (clusterNetwork.status === "unavailable") return null;
  const sources: ClientSources = { ...rest, clusterNetwork: clusterNetwork.data };
  return nobodyFrom(clientNetworksOf(client, sources));
}

function noAddressIn(snapshot: ClusterSnapshot): Walks["noAddress"] {
  const { managedCluster: cluster } = snapshot;
  if (cluster.status === "unavailable" || !isPrivate(cluster.data)) return null;
  const address = apiAddressOf(cluster.data, snapshot);
  return address.status === "unknown" ? address : null;
}

const missingIn = ({ managedCluster, clusterNetwork }: ClusterSnapshot): Unavailable | null =>
  [managedCluster, clusterNetwork].find((section) => section.status === "unavailable") ?? null;

export function walksOf(snapshot: ClusterSnapshot, asked: Asked = "verdict"): Walks {
  const model = networkOf(snapshot);
  const needs = needsOf(snapshot, model, asked);
  const requirements = needs.map((need) => evaluate(model, need));
  const { managedCluster } = snapshot;
  const inNetwork =
    managedCluster.status === "collected" && apiModeOf(managedCluster.data).startsWith("vnet-");
  const zone = snapshot.privateDnsZone;
  const ownZoneId = zone.status === "collected" ? (zone.data?.id ?? null) : null;
  const told = toldIn(requirements, { inNetwork, ownZoneId });
  return {
    ...{ model, needs, requirements, told, inNetwork, ownZoneId },
    ...{ missing: missingIn(snapshot), nobody: nobodyIn(snapshot), noAddress: noAddressIn(snapshot) },
    unwalked: unwalkedIn(snapshot, model),
  };
}
