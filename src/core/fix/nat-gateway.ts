// How a NAT gateway gets a public address, and a subnet its NAT gateway.

import { networkHoldingSubnet, networkIn } from "../network/model/model.ts";
import { subnetById } from "../network/route/route.ts";
import type { NatGateway, Subnet, VirtualNetwork } from "../snapshot/network.ts";
import {
  idKey,
  nameOf,
  networkIdOf,
  parseResourceId,
  type ResourceId,
  sameId,
} from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { changeNetwork, type Mend, repairBy } from "./repair.ts";
import type { FixStep } from "./write/actions.ts";
import { forResource, target } from "./write/az.ts";
import { type Fix, fixAt, fixOf, networkRole } from "./write/fix.ts";

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
  return step && fixOf(step, { is: "leavesByNatGateway" }, networkRole(nameOf(networkIdOf(subnet.id) ?? "")));
}

/** In the network's own group. */
export function createNatGateway(subnet: Subnet, { id, name, location }: VirtualNetwork): Fix | null {
  const group = parseResourceId(id);
  if (group === null) return null;
  const gateway = `ng-${name}`;
  const address = `pip-${gateway}`;
  const gatewayId = id.replace(/\/virtualNetworks\/[^/]+\/?$/i, `/natGateways/${gateway}`);
  const attached = attach(subnet, gatewayId);
  return fixOf(
    [
      addAddress(group, address, location),
      { kind: "createNatGateway", at: target(group, gateway), location, address },
      ...(attached === null ? [] : [attached]),
    ],
    [{ is: "leavesByNatGateway" }, { is: "natGatewayCosts" }],
    networkRole(group.resourceGroup),
  );
}

export const giveAddress = ({ id, name }: NatGateway, location: string): Fix | null =>
  forResource(id, (parts) =>
    fixOf(
      [
        addAddress(parts, `pip-${name}`, location),
        { kind: "setNatAddress", at: target(parts, name), address: `pip-${name}` },
      ],
      { is: "natGatewayReaddressed" },
      networkRole(name),
    ),
  );

/** Writes the gateway again as it is, which Azure takes as another try. */
export const reapplyNatGateway = ({ id }: NatGateway): Fix | null =>
  fixAt(id, (at) => ({ kind: "reapplyNatGateway", at }), { is: "natGatewayReapplied" });

// A NAT gateway without a public address, before the subnet of an appliance or a firewall: it gets one.

export const addressNatGateway: Mend = ({ reason, component: { id } }, model) => {
  if (reason.is !== "natGatewayBare" || id === null) return null;
  const key = idKey(id);
  const gateway = model.natGateways[key];
  const network = networkHoldingSubnet(model, reason.subnetId);
  if (gateway?.status !== "collected" || network === undefined) return null;
  const fix = giveAddress(gateway.data, network.location);
  const addressed = collected({ ...gateway.data, publicIpAddressIds: [`pip-${gateway.data.name}`] });
  return repairBy(fix, (before) => ({
    ...before,
    natGateways: { ...before.natGateways, [key]: addressed },
  }));
};

// An appliance in a subnet that is lent no public address: a NAT gateway gives the subnet one.

export const leadApplianceOut: Mend = ({ reason }, model) => {
  if (reason.is !== "hopWithoutWayOut") return null;
  const network = networkIn(model, networkIdOf(reason.subnet) ?? "");
  const subnet = network.status === "unavailable" ? undefined : subnetById(network.data, reason.subnet);
  if (network.status === "unavailable" || subnet === undefined) return null;
  const { id } = network.data;
  return repairBy(createNatGateway(subnet, network.data), (before) =>
    changeNetwork(before, id, (data) => ({
      ...data,
      subnets: data.subnets.map((each) =>
        sameId(each.id, subnet.id) ? { ...each, natGatewayId: `${id}/new-gateway` } : each,
      ),
    })),
  );
};
