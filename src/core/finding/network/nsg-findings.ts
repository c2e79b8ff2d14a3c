// Security groups and rules: every check of it. A new one is a file beside this and a line here.

import { defineStep } from "../kit/define-step.ts";
import { unlessPrivate, unlessPrivateLink } from "../kit/skips.ts";
import { nsgEffective } from "./nsg.effective.ts";
import { nsgSshInternet } from "./nsg.ssh-internet.ts";

// nsg.avnm-admin-rules: a network manager's rules come before every security group.

const nsgAvnmAdminRules = defineStep({
  id: "nsg.avnm-admin-rules",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins",
  of: ["nodes.api", "people.api"],
  after: ["vnet.cluster-subnet"],
});

// nsg.client-443: the client's own security groups must let TCP 443 out to the API server.

const nsgClient443 = defineStep({
  id: "nsg.client-443",
  severity: "critical",
  scope: "people",
  impact: "degrades",
  pathPlace: { on: "own", thing: "rules" },
  source: "https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works",
  of: ["people.api"],
  after: ["vnet.cluster-subnet", "pe.ip", "api.vnetint-ilb"],
  skip: unlessPrivate,
});

// nsg.intra-node: nodes and pods must reach each other, and the load balancer must be able to probe them.

const nsgIntraNode = defineStep({
  id: "nsg.intra-node",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/tunnel-connectivity-issues",
  of: ["nodes.nodes", "pods.dns"],
  after: ["vnet.cluster-subnet"],
});

// nsg.jump-inbound: whoever comes through Bastion, or some other way, must be let in to the jump host, over SSH or RDP.

const nsgJumpInbound = defineStep({
  id: "nsg.jump-inbound",
  severity: "high",
  scope: "people",
  impact: "degrades",
  pathPlace: { on: "entry", thing: "rules" },
  source: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
  of: ["bastion.jump", "jump.entry"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
});

// nsg.node-egress: nodes need the API server, and public addresses on TCP 443.

const nsgNodeEgress = defineStep({
  id: "nsg.node-egress",
  severity: "critical",
  scope: "nodes",
  impact: "cuts",
  pathPlace: { on: "out", thing: "rules" },
  source: "https://learn.microsoft.com/azure/aks/outbound-rules-control-egress",
  of: ["nodes.api", "nodes.egress"],
  after: ["vnet.cluster-subnet", "pe.ip"],
});

// nsg.pe-inbound: a security group on the endpoint's subnet counts only while the subnet's policies say so.

const nsgPeInbound = defineStep({
  id: "nsg.pe-inbound",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  pathPlace: { on: "own", thing: "rules" },
  source: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
  of: ["nodes.api", "people.api"],
  after: ["vnet.cluster-subnet", "pe.ip", "pe.subnet-policy"],
  skip: unlessPrivateLink,
});

export const nsgChecks = [
  nsgClient443,
  nsgPeInbound,
  nsgNodeEgress,
  nsgIntraNode,
  nsgJumpInbound,
  nsgAvnmAdminRules,
  nsgSshInternet,
  nsgEffective,
] as const;
