// What the cluster and the access paths need, walked once for all findings that tell of it.
import {
  type ClientSources,
  clientNetworksOf,
  type NobodyFact,
  nobodyFrom,
} from "../../client/client-networks.ts";
import { apiAddressOf, apiModeOf, isPrivate } from "../../network/address/api-server.ts";
import { networkOf } from "../../network/from-snapshot.ts";
import type { NetworkModel } from "../../network/model/model.ts";
import type { Step } from "../../network/model/step.ts";
import { notAssessed, type Outcome, type SharedFact, unread } from "../../outcome/check.ts";
import { isDeveloper } from "../../requirement/bastion-on-path.ts";
import { placeOfBastion } from "../../requirement/jump-host-needs.ts";
import { type Asked, requirementsOf } from "../../requirement/needs-of.ts";
import {
  evaluate,
  type Requirement,
  type RequirementId,
  type RequirementResult,
  type Stop,
  type Walked,
} from "../../requirement/requirement.ts";
import type { BastionHost } from "../../snapshot/hosts.ts";
import { idKey, networkIdOf } from "../../snapshot/resource-id.ts";
import type { Unavailable } from "../../snapshot/section.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import type { FindingId } from "./finding-id.ts";
import { findingOfStep, findingsOfStep, type Met, sendsOn } from "./finding-of-step.ts";

// What a finding says that is told by a walk.

export type StepFact = Readonly<
  | NobodyFact
  | { is: "step"; step: Step }
  | ({ is: "stop" } & Stop)
  /** What is missing is said besides, where the sentence does not say it. */
  | { is: "openStep"; step: Step }
  | ({ is: "openStop" } & Stop)
  | { is: "endsBefore"; step: Step }
  | { is: "noneOnTheWay" }
  | { is: "noStart" }
  /** Azure lists no such subnet, in which a Bastion host is said to stand. */
  | { is: "startUnlisted"; bastion: string; network: string }
>;

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
  /** Why nobody's access path starts in another network, or that this is not known; null where one does. */
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
  const needs = requirementsOf(snapshot, model, asked);
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

// Access paths that nobody could walk, because what they start from was not read: they are open, and never absent.

type Gap = Outcome<StepFact | SharedFact>;

/** Of needs that have no ways: why. */
type Unwalked = Readonly<{ [K in RequirementId]?: Gap }>;

/** A host of the Developer kind stands in no subnet, and from a network that nothing here names nobody comes. */
function startUnread(model: NetworkModel, bastion: BastionHost): readonly Gap[] {
  const { name, subnetId = "", virtualNetworkId = "" } = bastion;
  const networkId = networkIdOf(subnetId) ?? virtualNetworkId;
  const network = model.networks[idKey(networkId)];
  if (network === undefined || isDeveloper(bastion) || placeOfBastion(model, bastion) !== null) return [];
  if (network.status === "unavailable") return [unread(network)];
  return [notAssessed({ is: "startUnlisted", bastion: name, network: network.data.name })];
}

function overBastion({ bastionHosts, jumpHosts }: ClusterSnapshot, model: NetworkModel): Gap | undefined {
  const { items, missing } = bastionHosts;
  const [gap] = [
    ...missing.map(unread),
    ...(items.length > 0 && jumpHosts.status === "unavailable" ? [unread(jumpHosts)] : []),
    ...items.flatMap((bastion) => startUnread(model, bastion)),
  ];
  return gap;
}

function unwalkedIn(snapshot: ClusterSnapshot, model: NetworkModel): Unwalked {
  const bastion = overBastion(snapshot, model);
  const [gateway] = snapshot.virtualNetworkGateways.missing;
  return {
    ...(bastion === undefined ? {} : { "bastion.jump": bastion }),
    ...(gateway === undefined ? {} : { "gateway.api": unread(gateway) }),
  };
}
