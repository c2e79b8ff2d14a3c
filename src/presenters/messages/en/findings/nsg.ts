// What findings about `nsg.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const nsgFindings: FindingWords<"nsg"> = {
  "nsg.avnm-admin-rules": {
    title: "No network manager's rule stops what is needed",
    why: "An admin rule that denies is asked before any security group, so opening the group changes nothing.",
    remediation: "Have whoever runs the network manager allow it, or leave these networks out.",
    facts: {},
  },
  "nsg.client-443": {
    title: "Security groups let you reach port 443",
    why: "The API server speaks only HTTPS on TCP 443.",
    remediation: "Allow TCP 443 to the API server's address before the rule that denies it.",
    facts: {},
  },
  "nsg.intra-node": {
    title: "Security groups let nodes reach each other",
    why: "Without TCP 10250 between nodes, logs, exec and webhooks fail; blocking traffic in the subnet is not supported.",
    remediation: "Allow traffic inside the network before the rule that denies it.",
    facts: {},
  },
  "nsg.jump-inbound": {
    title: "Jump host lets Bastion in",
    why: "Bastion opens SSH or RDP to the jump host from its own subnet; a rule that denies it cuts that way in.",
    remediation: "Allow SSH or RDP from the Bastion's subnet before the rule that denies it.",
    facts: {},
  },
  "nsg.node-egress": {
    title: "Security groups let nodes out",
    why: "Nodes that cannot reach the API server or Azure do not start, and those that run lose their pods' images.",
    remediation:
      "Remove the rule that denies it, or allow what nodes need before it; filter names in a firewall.",
    facts: {},
  },
  "nsg.pe-inbound": {
    title: "Endpoint's security group lets port 443 in",
    why: "Where the subnet's network policies are on, its security group also acts on the API server's endpoint.",
    remediation: "Allow TCP 443 to the endpoint before the rule that denies it.",
    facts: {},
  },
};
