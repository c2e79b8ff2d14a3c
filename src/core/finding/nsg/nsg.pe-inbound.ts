// nsg.pe-inbound: a security group on the endpoint's subnet counts only while the subnet's policies say so.
import { defineStep } from "../define-step.ts";
import { unlessPrivateLink } from "../skips.ts";

export const nsgPeInbound = defineStep({
  id: "nsg.pe-inbound",
  title: "Endpoint's security group lets port 443 in",
  severity: "critical",
  why: "Where the subnet's network policies are on, its security group also acts on the API server's endpoint.",
  remediation: "Allow TCP 443 to the endpoint before the rule that denies it.",
  source: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
  of: ["nodes.api", "people.api"],
  after: ["vnet.cluster-subnet", "pe.ip", "pe.subnet-policy"],
  skip: unlessPrivateLink,
});
