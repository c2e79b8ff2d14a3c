// peering.vwan-hub: networks that a hub of Virtual WAN joins meet only while each has a connection that works.

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
import type { VirtualNetwork, VirtualNetworkLink } from "../../snapshot/network.ts";
import { idsOnce, nameOf, sameId } from "../../snapshot/resource-id.ts";
import { type Section, unavailable } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type HubFact = Readonly<
  | { is: "noVirtualHub" }
  | { is: "hubJoins"; hub: string; network: string }
  | { is: "hubLacks"; hub: string; network: string }
  | { is: "hubConnectionFailed"; hub: string; network: string; state: string }
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
  const word = stateWordOf(state);
  if (word === "done") return pass({ is: "hubJoins", hub, network }, evidence);
  return word === "failed"
    ? fail({ is: "hubConnectionFailed", hub, network, state }, { resourceId: own.id, evidence })
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
 * Networks that people come from: the one that the asker names, else those that the zone is linked to. Beside one that a hub
 * joins, others may hold nothing but DNS servers.
 */
function peoplesNetworks(
  { id: own, peerings }: VirtualNetwork,
  named: string | undefined,
  links: Section<readonly VirtualNetworkLink[]>,
  hubs: readonly VirtualHub[],
): readonly string[] {
  if (named?.startsWith("/")) return [named];
  const linked =
    links.status === "collected" ? links.data.map(({ virtualNetworkId }) => virtualNetworkId) : [];
  const apart = linked.filter(
    (id) =>
      !sameId(id, own) && !peerings.some(({ remoteVirtualNetworkId }) => sameId(remoteVirtualNetworkId, id)),
  );
  const joined = apart.filter((id) =>
    hubs.some(
      ({ connections }) =>
        connections.status === "collected" &&
        connections.data.some(({ remoteNetworkId }) => sameId(remoteNetworkId, id)),
    ),
  );
  return joined.length > 0 ? joined : apart;
}

export const peeringVwanHub = defineCheck({
  id: "peering.vwan-hub",
  severity: "high",
  scope: "people",
  impact: "degrades",
  shownBy: "azure",
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
