// Whoever comes over a gateway has their names answered in its network, as far as Azure shows: their own DNS asks there.
import { clientNetworksOf } from "../client/client-networks.ts";
import { withoutIpv6 } from "../network/address/cidr.ts";
import { gatewaySubnetOf } from "../network/gateway/gateways.ts";
import type { Context } from "./context.ts";
import type { Requirement } from "./requirement.ts";

export function gatewayName({ snapshot, network, apiName, apiAddress: wanted }: Context): Requirement | null {
  if (apiName === null || wanted === null) return null;
  const found = clientNetworksOf(snapshot.client, { ...snapshot, clusterNetwork: network });
  const networks = found.status === "known" ? found.networks : [];
  const ways = networks.flatMap(({ id: networkId, network: section }) => {
    const subnet = section.status === "collected" ? gatewaySubnetOf(section.data) : undefined;
    const [address] = withoutIpv6(subnet?.addressPrefixes ?? []);
    if (subnet === undefined || address === undefined) return [];
    const from = { name: subnet.name, address, networkId, subnetId: subnet.id, groupIds: [] };
    return [[{ ask: "name", from, name: apiName, wanted } as const]];
  });
  return ways.length === 0 ? null : { id: "gateway.name", for: "people", enough: "one", ways };
}
