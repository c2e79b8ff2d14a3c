// How a NAT gateway gets a public address, and a subnet its NAT gateway.

import { target } from "../fix/write/action.ts";
import type { FixStep } from "../fix/write/actions.ts";
import { forResource } from "../fix/write/az.ts";
import type { Fix } from "../fix/write/fix.ts";
import type { Subnet, VirtualNetwork } from "../snapshot/network.ts";
import type { NatGateway } from "../snapshot/outbound.ts";
import { nameOf, networkIdOf, parseResourceId, type ResourceId } from "../snapshot/resource-id.ts";

const attach = (subnet: Subnet, gateway: string): FixStep | null =>
  forResource(networkIdOf(subnet.id) ?? undefined, (network) => ({
    kind: "setNatGateway",
    at: target(network, network.name, subnet.name),
    gateway,
  }));

const addAddress = (group: ResourceId, name: string, location: string): FixStep => ({
  kind: "createPublicAddress",
  at: target(group, name),
  location,
});

export function attachNatGateway(subnet: Subnet, gatewayId: string): Fix | null {
  const step = attach(subnet, gatewayId);
  return step === null
    ? null
    : {
        steps: [step],
        risks: [{ is: "leavesByNatGateway" }],
        disruptive: true,
        roles: [{ role: "Network Contributor", on: [nameOf(networkIdOf(subnet.id) ?? "")] }],
      };
}

/** In the network's own group. */
export function createNatGateway(subnet: Subnet, { id, name, location }: VirtualNetwork): Fix | null {
  const group = parseResourceId(id);
  if (group === null) return null;
  const gateway = `ng-${name}`;
  const address = `pip-${gateway}`;
  const gatewayId = id.replace(/\/virtualNetworks\/[^/]+\/?$/i, `/natGateways/${gateway}`);
  const attached = attach(subnet, gatewayId);
  return {
    steps: [
      addAddress(group, address, location),
      { kind: "createNatGateway", at: target(group, gateway), location, address },
      ...(attached === null ? [] : [attached]),
    ],
    risks: [{ is: "leavesByNatGateway" }, { is: "natGatewayCosts" }],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: [group.resourceGroup] }],
  };
}

export const giveAddress = ({ id, name }: NatGateway, location: string): Fix | null =>
  forResource(id, (parts) => ({
    steps: [
      addAddress(parts, `pip-${name}`, location),
      { kind: "setNatAddress", at: target(parts, name), address: `pip-${name}` },
    ],
    risks: [{ is: "natGatewayReaddressed" }],
    disruptive: false,
    roles: [{ role: "Network Contributor", on: [name] }],
  }));

/** Writes the gateway again as it is, which Azure takes as another try. */
export const reapplyNatGateway = ({ id, name }: NatGateway): Fix | null =>
  forResource(id, (parts) => ({
    steps: [{ kind: "reapplyNatGateway", at: target(parts, name) }],
    risks: [{ is: "natGatewayReapplied" }],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: [name] }],
  }));
