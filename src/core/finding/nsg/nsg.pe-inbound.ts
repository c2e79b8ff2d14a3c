// nsg.pe-inbound: a security group on the endpoint's subnet counts only while the subnet's policies say so.
import { defineStep } from "../define-step.ts";
import { unlessPrivateLink } from "../skips.ts";

export const nsgPeInbound = defineStep({
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
