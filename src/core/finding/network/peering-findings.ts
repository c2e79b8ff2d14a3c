// Between networks: every check of it. A new one goes here or beside this, and into the list.

import { hubNamesOf } from "../../network/gateway/gateways.ts";
import {
  combine,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import { stateWordOf } from "../../outcome/state-word.ts";
import type { HubConnection, VirtualHub } from "../../snapshot/gateways.ts";
import { peeringTo, type VirtualNetwork, type VirtualNetworkLink } from "../../snapshot/network.ts";
import { idsOnce, nameOf, sameId } from "../../snapshot/resource-id.ts";
import { dataOf, type Section, unavailable } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { peeringAddressOverlap } from "./peering.address-overlap.ts";

// peering.vwan-hub: networks that a hub of Virtual WAN joins meet only while each has a connection that works.

type HubFact = Readonly<
  | { is: "noVirtualHub" }
  | { is: "hubJoins"; hub: string; network: string }
  | { is: "hubLacks"; hub: string; network: string }
  | { is: "hubConnectionUnsure"; hub: string; network: string; state: string }
  | { is: "hubRoutesFailed"; hub: string; state: string }
  | { is: "hubRoutesUnsure"; hub: string; state: string }
>;

type HubOutcome = Outcome<HubFact | SharedFact>;

function judgeRouting({ id, name: hub, routingState: state = "" }: VirtualHub): readonly HubOutcome[] {
  const evidence = [columns(hub, state)];
  if (/^provisioned$/i.test(state)) return [];
  return /^failed$/i.test(state)
    ? [fail({ is: "hubRoutesFailed", hub, state }, { resourceId: id, evidence })]
    : [notAssessed({ is: "hubRoutesUnsure", hub, state })];
}

const described = ({ name, remoteNetworkId, provisioningState }: HubConnection): Columns =>
  columns(name, nameOf(remoteNetworkId), provisioningState);

function judgeNetwork(
  { id, name: hub }: VirtualHub,
  connections: readonly HubConnection[],
  networkId: string,
): HubOutcome {
  const network = nameOf(networkId);
  const own = connections.find(({ remoteNetworkId }) => sameId(remoteNetworkId, networkId));
  if (own === undefined)
    return fail({ is: "hubLacks", hub, network }, { resourceId: id, evidence: connections.map(described) });
  const { provisioningState: state } = own;
  const evidence = [described(own)];
  return stateWordOf(state) === "done"
    ? pass({ is: "hubJoins", hub, network }, evidence)
    : notAssessed({ is: "hubConnectionUnsure", hub, network, state });
}

function judge(hub: VirtualHub, networkIds: readonly string[]): HubOutcome {
  const { connections } = hub;
  if (connections.status === "unavailable") return unread(connections);
  return combine(
    [...judgeRouting(hub), ...networkIds.map((id) => judgeNetwork(hub, connections.data, id))],
    true,
  );
}

/**
 * Networks that people come from: the one that the requester names, else those that the zone is linked to. Beside one that a hub
 * joins, others may hold nothing but DNS servers.
 */
function peoplesNetworks(
  own: VirtualNetwork,
  named: string | undefined,
  links: Section<readonly VirtualNetworkLink[]>,
  hubs: readonly VirtualHub[],
): readonly string[] {
  if (named?.startsWith("/")) return [named];
  const linked = (dataOf(links) ?? []).map(({ virtualNetworkId }) => virtualNetworkId);
  const apart = linked.filter((id) => !sameId(id, own.id) && peeringTo(own, id) === undefined);
  const joined = apart.filter((id) =>
    hubs.some(
      ({ connections }) =>
        connections.status === "collected" &&
        connections.data.some(({ remoteNetworkId }) => sameId(remoteNetworkId, id)),
    ),
  );
  return joined.length > 0 ? joined : apart;
}

const peeringVwanHub = defineCheck({
  id: "peering.vwan-hub",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-about",
  needs: ["clusterNetwork"],
  looksAt: ["virtualHubs", "privateDnsLinks"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, virtualHubs, privateDnsLinks }, { client }): HubOutcome => {
    const names = hubNamesOf(clusterNetwork);
    if (names.length === 0) return notApplicable({ is: "noVirtualHub" });
    const hubs = virtualHubs.items.filter(({ name }) => names.includes(name.toLowerCase()));
    const [cause = unavailable("notReached", { is: "overVirtualHub" })] = virtualHubs.missing;
    if (hubs.length === 0) return unread(cause);
    const people = peoplesNetworks(clusterNetwork, client.virtualNetwork, privateDnsLinks, hubs);
    const networkIds = idsOnce([clusterNetwork.id, ...people]);
    const joined = combine(
      hubs.map((hub) => judge(hub, networkIds)),
      false,
    );
    // Networks that were not named are no networks that are joined.
    const isHidden = privateDnsLinks.status === "unavailable" && privateDnsLinks.reason !== "notReached";
    return isHidden && client.virtualNetwork === undefined
      ? combine([joined, unread(privateDnsLinks)], true)
      : joined;
  },
});

export const peeringChecks = [
  // A peering that one network lacks carries nothing.
  defineStep({
    id: "peering.both-sides",
    severity: "critical",
    scope: "cluster",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
    of: ["people.api", "bastion.jump"],
    after: ["vnet.cluster-subnet"],
    skip: unlessPrivate,
  }),
  // Only a peering that is Connected on both sides installs routes.
  defineStep({
    id: "peering.state",
    severity: "critical",
    scope: "cluster",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
    of: ["people.api", "bastion.jump"],
    after: ["peering.both-sides"],
    skip: unlessPrivate,
  }),
  // With access off, a Connected peering still lets nothing through.
  defineStep({
    id: "peering.vnet-access",
    severity: "critical",
    scope: "cluster",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
    of: ["people.api", "bastion.jump"],
    after: ["peering.state"],
    skip: unlessPrivate,
  }),
  // A range that was added to a network is routed only once its peerings were synced.
  defineStep({
    id: "peering.sync",
    severity: "high",
    scope: "cluster",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/virtual-network/update-virtual-network-peering-address-space",
    of: ["people.api"],
    after: ["peering.state"],
  }),
  // What an appliance passes on comes from a third network, and a peering drops that unless told.
  defineStep({
    id: "peering.forwarded-traffic",
    severity: "high",
    scope: "cluster",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
    of: ["people.api"],
    after: ["peering.state"],
    skip: unlessPrivate,
  }),
  // A network uses its peer's gateway only where both halves say so.
  defineStep({
    id: "peering.gateway-transit",
    severity: "high",
    scope: "people",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit",
    of: ["gateway.api"],
    after: ["peering.state"],
    skip: unlessPrivate,
  }),
  peeringAddressOverlap,
  peeringVwanHub,
] as const;
