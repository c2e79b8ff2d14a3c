// What findings about `nsg.*` say.
import type { ClientGroupFact } from "../../../../core/finding/network/client-groups.ts";
import type { AskedFlow } from "../../../../core/finding/network/nsg-groups.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { sayRuleDoubt } from "../undecided.ts";
import { and } from "../words.ts";

const sayFlow = ({ protocol, port, from, to }: AskedFlow): string =>
  `${protocol.toUpperCase()} ${port} from ${from} to ${to}`;

/** A sentence is read on a phone: what goes beyond is only counted. */
const mostFlows = 3;

function listed(all: readonly AskedFlow[]): string {
  const flows = [...new Set(all.map(sayFlow))];
  const further = flows.length - mostFlows;
  return [...flows.slice(0, mostFlows), ...(further > 0 ? [`${further} more`] : [])].join(" and ");
}

/** Of the groups before a place that people connect from. */
export const clientGroupFacts: Says<ClientGroupFact> = {
  groupDenies: ({ group, rule, priority, flows }) =>
    `Rule ${rule} (priority ${priority}) of ${group} denies ${listed(flows)}.`,
  groupOpen: ({ group, flow, because }) =>
    `Whether ${group} lets ${sayFlow(flow)} through is open: ${sayRuleDoubt(because)}.`,
  groupLetsReach: ({ group, place, address }) => `${group} lets ${place} reach ${address}:443.`,
  noGroup: ({ place }) => `No security group stands before ${place}.`,
};

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
  "nsg.effective": {
    title: "How to prove what groups do",
    why: "Verdicts about security groups come from their rules as written; Azure tells which ones act on an interface, tags and application groups resolved.",
    remediation: "Run the line while the machine runs, and compare it with what is said here.",
    facts: {
      noHost: () => "No security group stands before a jump host.",
      provable: ({ host, groups }) =>
        `What ${and(groups)} ${groups.length === 1 ? "does" : "do"} is judged from the rules as written; the line shows which act on ${host}.`,
      hostOff: ({ host }) =>
        `Verdicts about groups come from their rules as written. Azure shows which act on ${host} only while it runs.`,
    },
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
  "nsg.ssh-internet": {
    title: "SSH and RDP are shut to the Internet",
    why: "Sign-in ports that anybody may try are tried all day; one weak password, or one unpatched service, is enough.",
    remediation:
      "Allow your own addresses only, or just-in-time access, or come in by Bastion and remove the rule.",
    facts: {
      shut: () => "No group lets the Internet in to SSH or RDP of a jump host or a node.",
      open: ({ group, rule, priority, port, place }) =>
        `Rule ${rule} (priority ${priority}) of ${group} lets the Internet in to TCP ${port} of ${place}.`,
      reached: ({ group, rule, priority, port, place }) =>
        `Rule ${rule} (priority ${priority}) of ${group} lets the Internet in to TCP ${port} of ${place}, which has a public address.`,
    },
  },
};
