// How a NAT gateway gets a public address, and a subnet its NAT gateway.

import { networkHoldingSubnet, networkIn } from "../network/model/model.ts";
import { subnetById } from "../network/route/route.ts";
import type { NatGateway, Subnet, VirtualNetwork } from "../snapshot/network.ts";
import { idKey, nameOf, networkIdOf, parseResourceId, type ResourceId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import type { Mend } from "./repair.ts";
import type { FixStep } from "./write/actions.ts";
import { forResource, target } from "./write/az.ts";
import type { Fix } from "./write/fix.ts";

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

// A NAT gateway without a public address, before the subnet of an appliance or a firewall: it gets one.

export const addressNatGateway: Mend = ({ reason, component: { id } }, model) => {
  if (reason.is !== "natGatewayBare" || id === null) return null;
  const key = idKey(id);
  const gateway = model.natGateways[key];
  const network = networkHoldingSubnet(model, reason.subnetId);
  if (gateway?.status !== "collected" || network === undefined) return null;
  const fix = giveAddress(gateway.data, network.location);
  const addressed = collected({ ...gateway.data, publicIpAddressIds: [`pip-${gateway.data.name}`] });
  return (
    fix && {
      fix,
      apply: (before) => ({ ...before, natGateways: { ...before.natGateways, [key]: addressed } }),
    }
  );
};

// An appliance in a subnet that is lent no public address: a NAT gateway gives the subnet one.

export const leadApplianceOut: Mend = ({ reason }, model) => {
  if (reason.is !== "hopWithoutWayOut") return null;
  const network = networkIn(model, networkIdOf(reason.subnet) ?? "");
  const subnet = network.status === "unavailable" ? undefined : subnetById(network.data, reason.subnet);
  if (network.status === "unavailable" || subnet === undefined) return null;
  const { id, subnets } = network.data;
  const fix = createNatGateway(subnet, network.data);
  const led = subnets.map((each) =>
    each === subnet ? { ...each, natGatewayId: `${id}/new-gateway` } : each,
  );
  return (
    fix && {
      fix,
      apply: (before) => ({
        ...before,
        networks: { ...before.networks, [idKey(id)]: collected({ ...network.data, subnets: led }) },
      }),
    }
  );
};
