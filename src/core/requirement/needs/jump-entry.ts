// Where no Bastion leads to a jump host, somebody has to be let in to it all the same: from behind a gateway, or from a
// network near it.
// https://learn.microsoft.com/azure/architecture/guide/security/access-azure-kubernetes-service-cluster-api-server
import { hostsBehindEntry } from "../../client/hosts-on-way.ts";
import { withoutIpv6 } from "../../network/cidr.ts";
import type { Place } from "../../network/flow.ts";
import { type NetworkModel, networkIn } from "../../network/model.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { idKey } from "../../snapshot/resource-id.ts";
import type { Context } from "../context.ts";
import { ask } from "../evaluate.ts";
import type { Need } from "../need.ts";
import { gatewayPlaces } from "../over-gateways.ts";
import { hasOwnEntry, isOff, portsOf } from "./bastion-jump.ts";

const subnetsOf = ({ id: networkId, subnets }: VirtualNetwork): readonly Place[] =>
  subnets.flatMap(({ id: subnetId, name, addressPrefixes }) =>
    withoutIpv6(addressPrefixes)
      .slice(0, 1)
      .map((address) => ({ name, address, networkId, subnetId, groupIds: [] })),
  );

/** Null where somebody may come from a network that was not read. */
function placesNear(model: NetworkModel, host: JumpHost): readonly Place[] | null {
  const own = networkIn(model, host.virtualNetworkId);
  if (own.status === "unavailable") return null;
  const near = own.data.peerings.map(({ remoteVirtualNetworkId }) =>
    networkIn(model, remoteVirtualNetworkId),
  );
  const read = near.flatMap((each) => (each.status === "collected" ? [each.data] : []));
  return read.length < near.length ? null : [own.data, ...read].flatMap(subnetsOf);
}

const distinctHosts = (hosts: readonly JumpHost[]): readonly JumpHost[] => [
  ...new Map(hosts.map((host) => [idKey(host.id), host])).values(),
];

/**
 * Only where everything is shut: who else may come, and from where, Azure does not show. Of Bastion its own need says it;
 * nor is anything known of machines behind addresses of their own.
 */
export function jumpEntry({ snapshot, network, mode, model }: Context): Need | null {
  const { bastionHosts, client } = snapshot;
  if (mode !== "private-link" && mode !== "vnet-private") return null;
  if (bastionHosts.items.length > 0 || bastionHosts.missing.length > 0) return null;
  const sources = { ...snapshot, clusterNetwork: network };
  const hosts = distinctHosts(hostsBehindEntry(client, sources)).filter((host) => !isOff(host));
  if (hosts.some((host) => hasOwnEntry(host, model))) return null;
  const overGateways = gatewayPlaces(model, client, network).map(({ place }) => place);
  const ways: Need["ways"][number][] = [];
  for (const host of hosts) {
    const { privateIpAddress: to } = host;
    const near = placesNear(model, host);
    if (near === null || to === undefined) return null;
    for (const from of [...overGateways, ...near])
      for (const port of portsOf(host))
        ways.push([{ ask: "connection", flow: { from, to, protocol: "Tcp", port } }]);
  }
  const isShut = ways.every((way) => way.every((question) => ask(model, question).trace.end === "stopped"));
  return ways.length > 0 && isShut ? { id: "jump.entry", for: "people", enough: "one", ways } : null;
}
