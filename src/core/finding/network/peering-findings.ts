// Between networks: every check of it. A new one is a file beside this and a line here.

import { defineStep } from "../kit/define-step.ts";
import { unlessPrivate } from "../kit/skips.ts";
import { peeringAddressOverlap } from "./peering.address-overlap.ts";
import { peeringVwanHub } from "./peering.vwan-hub.ts";

// peering.both-sides: a peering that one network lacks carries nothing.

const peeringBothSides = defineStep({
  id: "peering.both-sides",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  of: ["people.api", "bastion.jump"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
});

// peering.forwarded-traffic: what an appliance passes on comes from a third network, and a peering drops that unless told.

const peeringForwardedTraffic = defineStep({
  id: "peering.forwarded-traffic",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  of: ["people.api"],
  after: ["peering.state"],
  skip: unlessPrivate,
});

// peering.gateway-transit: a network uses its peer's gateway only where both halves say so.

const peeringGatewayTransit = defineStep({
  id: "peering.gateway-transit",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit",
  of: ["gateway.api"],
  after: ["peering.state"],
  skip: unlessPrivate,
});

// peering.state: only a peering that is Connected on both sides installs routes.

const peeringState = defineStep({
  id: "peering.state",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  of: ["people.api", "bastion.jump"],
  after: ["peering.both-sides"],
  skip: unlessPrivate,
});

// peering.sync: a range that was added to a network is routed only once its peerings were synced.

const peeringSync = defineStep({
  id: "peering.sync",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network/update-virtual-network-peering-address-space",
  of: ["people.api"],
  after: ["peering.state"],
});

// peering.vnet-access: with access off, a Connected peering still lets nothing through.

const peeringVnetAccess = defineStep({
  id: "peering.vnet-access",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  of: ["people.api", "bastion.jump"],
  after: ["peering.state"],
  skip: unlessPrivate,
});

export const peeringChecks = [
  peeringBothSides,
  peeringState,
  peeringVnetAccess,
  peeringSync,
  peeringForwardedTraffic,
  peeringGatewayTransit,
  peeringAddressOverlap,
  peeringVwanHub,
] as const;
