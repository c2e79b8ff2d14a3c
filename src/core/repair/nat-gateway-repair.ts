// How a NAT gateway gets a public address, and a subnet its NAT gateway.

import type { Fix } from "../outcome/fix.ts";
import type { Subnet, VirtualNetwork } from "../snapshot/network.ts";
import type { NatGateway } from "../snapshot/outbound.ts";
import { nameOf, networkIdOf, parseResourceId, type ResourceId } from "../snapshot/resource-id.ts";
import { azIn, forResource } from "./az.ts";

const attachLine = (subnet: Subnet, gatewayId: string): string | null =>
  forResource(networkIdOf(subnet.id) ?? undefined, (network) =>
    azIn(
      network,
      "network vnet subnet update",
      ...["--vnet-name", network.name, "--name", subnet.name, "--nat-gateway", gatewayId],
    ),
  );

const addressLine = (group: ResourceId, name: string, location: string): string =>
  azIn(group, "network public-ip create", "--name", name, "--location", location, "--sku", "Standard");

export function attachNatGateway(subnet: Subnet, gatewayId: string): Fix | null {
  const line = attachLine(subnet, gatewayId);
  return line === null
    ? null
    : {
        commands: [line],
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
  const line = attachLine(subnet, gatewayId);
  const create = ["--name", gateway, "--location", location, "--public-ip-addresses", address];
  return {
    commands: [
      addressLine(group, address, location),
      azIn(group, "network nat gateway create", ...create),
      ...(line === null ? [] : [line]),
    ],
    risks: [{ is: "leavesByNatGateway" }, { is: "natGatewayCosts" }],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: [group.resourceGroup] }],
  };
}

export const giveAddress = ({ id, name }: NatGateway, location: string): Fix | null =>
  forResource(id, (parts) => ({
    commands: [
      addressLine(parts, `pip-${name}`, location),
      azIn(parts, "network nat gateway update", "--name", name, "--public-ip-addresses", `pip-${name}`),
    ],
    risks: [{ is: "natGatewayReaddressed" }],
    disruptive: false,
    roles: [{ role: "Network Contributor", on: [name] }],
  }));

/** Writes the gateway again as it is, which Azure takes as another try. */
export const reapplyNatGateway = ({ id, name }: NatGateway): Fix | null =>
  forResource(id, (parts) => ({
    commands: [azIn(parts, "network nat gateway update", "--name", name)],
    risks: [{ is: "natGatewayReapplied" }],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: [name] }],
  }));
