// Which Bastion host counts: one near the jump host or the cluster, the one that serves best if there are several.

import { type ClientSources, hostsBehindEntry, runningOf } from "../client/client-networks.ts";
import type { Absence } from "../client/gateways-near.ts";
import { isCarrying, sidesOf } from "../fix/make-peering.ts";
import { type Fact, notApplicable, type Outcome, type SharedFact, unread } from "../outcome/check.ts";
import type { BastionHost, JumpHost } from "../snapshot/hosts.ts";
import type { VirtualNetwork } from "../snapshot/network.ts";
import { idKey, nameOf, sameId } from "../snapshot/resource-id.ts";
import {
  collected,
  dataOf,
  type Listing,
  type Section,
  type Unavailable,
  unavailable,
} from "../snapshot/section.ts";
import type { Client } from "../snapshot/snapshot.ts";

/** Beside the cluster's network, what a check looks at that judges a Bastion host. */
export const bastionSections = ["peerNetworks", "jumpHosts", "privateDnsLinks", "bastionHosts"] as const;

export type BastionSources = ClientSources & Readonly<{ bastionHosts: Listing<BastionHost> }>;

export type FoundBastion = Readonly<{
  bastion: BastionHost;
  /** Where it stands. */
  network: Section<VirtualNetwork>;
  /** The jump host that it is to reach; null when none is known. */
  host: JumpHost | null;
}>;

export type BastionOnPath = Readonly<
  | ({ status: "found" } & FoundBastion)
  | { status: "absent"; absence: Absence }
  | { status: "unknown"; cause: Pick<Unavailable, "message" | "needs"> }
>;

export const isDeveloper = ({ sku }: BastionHost): boolean => /^developer$/i.test(sku);

/** Tools of one's own instead of the browser. https://learn.microsoft.com/azure/bastion/native-client */
export const takesNativeClients = ({ sku, enableTunneling }: BastionHost): boolean =>
  /^(standard|premium)$/i.test(sku) && enableTunneling;

/** A network by its id, where it is the cluster's or peered with that. */
export function networkOf(
  id: string,
  { clusterNetwork, peerNetworks }: ClientSources,
): Section<VirtualNetwork> {
  if (sameId(id, clusterNetwork.id)) return collected(clusterNetwork);
  if (peerNetworks.status === "unavailable") return peerNetworks;
  return (
    peerNetworks.data.find((peer) => sameId(peer.id, id))?.network ??
    unavailable("notReached", { is: "networkNotPeered", network: nameOf(id) })
  );
}

/** A network and everything peered with it directly. */
const withPeers = (id: string, sources: ClientSources): readonly string[] => {
  const network = networkOf(id, sources);
  const peerings = network.status === "collected" ? network.data.peerings : [];
  return [id, ...peerings.map(({ remoteVirtualNetworkId }) => remoteVirtualNetworkId)].map(idKey);
};

/** Bastion serves its own and directly peered networks; a Developer host its own only. */
const serves = (bastion: BastionHost, networkId: string, sources: ClientSources): boolean =>
  isDeveloper(bastion)
    ? sameId(bastion.virtualNetworkId, networkId)
    : withPeers(networkId, sources).includes(idKey(bastion.virtualNetworkId ?? ""));

/** Whether it surely gets there: both networks were read, and a peering between them works. */
function reaches(bastion: BastionHost, { virtualNetworkId: id }: JumpHost, sources: ClientSources): boolean {
  const home = bastion.virtualNetworkId;
  if (home === undefined || sameId(home, id)) return home !== undefined;
  const near = networkOf(id, sources);
  const network = networkOf(home, sources);
  return (
    !isDeveloper(bastion) &&
    near.status === "collected" &&
    isCarrying(sidesOf(near.data, { id: home, name: nameOf(home), network, jumpHosts: [] }))
  );
}

/** The hosts to sign in to: those that a Bastion host surely reaches, where there are any, and of them those that run. */
export function hostsBehindBastion(client: Client, sources: BastionSources): readonly JumpHost[] {
  const hosts = hostsBehindEntry(client, sources);
  const { items } = sources.bastionHosts;
  const reached = hosts.filter((host) => items.some((each) => reaches(each, host, sources)));
  return runningOf(reached.length > 0 ? reached : hosts);
}

function candidatesOf(sources: BastionSources, host: JumpHost | null): readonly BastionHost[] {
  const { clusterNetwork, bastionHosts } = sources;
  const targets = host === null ? [clusterNetwork.id] : [host.virtualNetworkId];
  const nearby = [...targets, clusterNetwork.id];
  const weight = (bastion: BastionHost): number =>
    (host !== null && reaches(bastion, host, sources) ? 8 : 0) +
    (targets.some((id) => serves(bastion, id, sources)) ? 4 : 0) +
    (/^succeeded$/i.test(bastion.provisioningState) ? 2 : 0) +
    (takesNativeClients(bastion) ? 1 : 0);
  return bastionHosts.items
    .filter((bastion) => (isDeveloper(bastion) ? targets : nearby).some((id) => serves(bastion, id, sources)))
    .toSorted((left, right) => weight(right) - weight(left));
}

const bastionSubnet = /^AzureBastionSubnet$/i;

/** A network whose subnet for Bastion may hold a host that is not among those that were listed: it shows what stands in it. */
function networkMadeReady({ clusterNetwork, peerNetworks }: ClientSources): VirtualNetwork | undefined {
  const peers = dataOf(peerNetworks) ?? [];
  return [clusterNetwork, ...peers.flatMap(({ network }) => dataOf(network) ?? [])].find(({ subnets }) =>
    subnets.some(({ name, occupantIds }) => bastionSubnet.test(name) && occupantIds?.length !== 0),
  );
}

function noneFound(sources: BastionSources): BastionOnPath {
  const [cause] = sources.bastionHosts.missing;
  if (cause !== undefined) return { status: "unknown", cause };
  const [elsewhere] = sources.bastionHosts.items;
  if (elsewhere !== undefined) {
    const { name: bastion, virtualNetworkId: id } = elsewhere;
    const network = id === undefined ? null : nameOf(id);
    const developer = isDeveloper(elsewhere);
    return { status: "absent", absence: { is: "bastionElsewhere", bastion, network, developer } };
  }
  const ready = networkMadeReady(sources);
  if (ready === undefined) return { status: "absent", absence: { is: "noBastion" } };
  return { status: "unknown", cause: { message: { is: "bastionNotHeld", network: ready.name }, needs: [] } };
}

export function bastionOnPath(client: Client, sources: BastionSources): BastionOnPath {
  const [host = null] = hostsBehindBastion(client, sources);
  const [bastion] = candidatesOf(sources, host);
  if (bastion === undefined) return noneFound(sources);
  const { virtualNetworkId } = bastion;
  const network =
    virtualNetworkId === undefined
      ? unavailable("failed", { is: "bastionNowhere", bastion: bastion.name })
      : networkOf(virtualNetworkId, sources);
  return { status: "found", bastion, network, host };
}

/** For every check but the one that says whether there is a host at all. */
export function judgeBastion<F extends Fact>(
  found: BastionOnPath,
  judge: (found: FoundBastion) => Outcome<F>,
): Outcome<F | Absence | SharedFact> {
  if (found.status === "unknown") return unread(found.cause);
  return found.status === "absent" ? notApplicable(found.absence) : judge(found);
}
