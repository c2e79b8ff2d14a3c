// Which networks learn the ranges behind a gateway, and over which gateway an address is reached.
// https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit

import type { Subnet, VirtualNetwork } from "../snapshot/network.ts";
import { sameId } from "../snapshot/resource-id.ts";
import { type NetworkModel, networkIn } from "./model.ts";
import { type Gateway, holdsBehind, rangesOf } from "./way.ts";

export const gatewaySubnetOf = ({ subnets }: VirtualNetwork): Subnet | undefined =>
  subnets.find(({ name }) => /^GatewaySubnet$/i.test(name));

/** Those that teach a network the ranges behind them: its own, and the one of a peer that offers it to this network. */
export function gatewaysFor(model: NetworkModel, network: VirtualNetwork): readonly Gateway[] {
  const used = network.peerings.filter(({ useRemoteGateways, remoteVirtualNetworkId }) => {
    const remote = networkIn(model, remoteVirtualNetworkId);
    return useRemoteGateways && remote.status === "collected" && offersTo(remote.data, network);
  });
  return model.gateways.filter(
    ({ networkId }) =>
      sameId(networkId, network.id) ||
      used.some(({ remoteVirtualNetworkId }) => sameId(remoteVirtualNetworkId, networkId)),
  );
}

const offersTo = ({ peerings }: VirtualNetwork, { id }: VirtualNetwork): boolean =>
  peerings.some(
    ({ remoteVirtualNetworkId, allowGatewayTransit }) =>
      allowGatewayTransit && sameId(remoteVirtualNetworkId, id),
  );

export const rangesLearnedBy = (model: NetworkModel, network: VirtualNetwork): readonly string[] =>
  gatewaysFor(model, network).flatMap(({ ways }) => ways.flatMap(rangesOf));

/** The gateway that leads on to an address; where none is told to hold it, any may have learned it. */
export function gatewayTo(
  model: NetworkModel,
  network: VirtualNetwork,
  address: string,
): Gateway | undefined {
  const all = gatewaysFor(model, network);
  return all.find(({ ways }) => ways.some((way) => holdsBehind(way, address))) ?? all[0];
}
