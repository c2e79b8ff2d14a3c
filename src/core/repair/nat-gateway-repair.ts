// How a NAT gateway gets a public address, and a subnet its NAT gateway.

import type { Fix } from "../outcome/check.ts";
import type { Subnet, VirtualNetwork } from "../snapshot/network.ts";
import type { NatGateway } from "../snapshot/outbound.ts";
import { nameOf, networkIdOf, parseResourceId, type ResourceId } from "../snapshot/resource-id.ts";
import { azIn, forResource } from "./az.ts";

const risk =
  "Nodes leave by this gateway from now on; open connections are cut and the public address changes.";

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
        risk,
        disruptive: true,
        role: `Network Contributor on ${nameOf(networkIdOf(subnet.id) ?? "")}`,
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
    risk: `${risk} It costs money by the hour.`,
    disruptive: true,
    role: `Network Contributor on ${group.resourceGroup}`,
  };
}

export const giveAddress = ({ id, name }: NatGateway, location: string): Fix | null =>
  forResource(id, (parts) => ({
    commands: [
      addressLine(parts, `pip-${name}`, location),
      azIn(parts, "network nat gateway update", "--name", name, "--public-ip-addresses", `pip-${name}`),
    ],
    risk: "Gives the gateway a new public address; whoever lists the cluster's address has to add it.",
    disruptive: false,
    role: `Network Contributor on ${name}`,
  }));

/** Writes the gateway again as it is, which Azure takes as another try. */
export const reapplyNatGateway = ({ id, name }: NatGateway): Fix | null =>
  forResource(id, (parts) => ({
    commands: [azIn(parts, "network nat gateway update", "--name", name)],
    risk: "Applies the gateway's own settings again; open connections may be cut.",
    disruptive: true,
    role: `Network Contributor on ${name}`,
  }));
