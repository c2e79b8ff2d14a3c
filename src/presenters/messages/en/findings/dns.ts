// What findings about `dns.*` say.
import type { GoneZone } from "../../../../core/finding/private-link/gone-zone.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";

const goneZone: Says<GoneZone> = { zoneGone: () => "There is no private DNS zone." };

const sayTo = (servers: readonly string[]): string =>
  servers.length === 0 ? "" : `, where ${servers.join(", ")} would know it`;

export const dnsFindings: FindingWords<"dns"> = {
  "dns.a-record-extra": {
    title: "Record holds no other address",
    why: "Whoever asks takes one of the addresses: with a dead one beside it, some connections time out.",
    remediation: "Remove the addresses where no API server is.",
    facts: {
      ...goneZone,
      noRecord: () => "There is no record.",
      ofMachine: ({ record }) => `The record ${record} was registered by a virtual machine of that name.`,
      oneAddress: () => "The record holds one address.",
      noneRight: () => "None of the record's addresses is the API server's.",
      deadBeside: ({ ip }) => `Beside ${ip} the record holds addresses where no API server is.`,
    },
  },
  "dns.a-record-match": {
    title: "Record leads to the API server",
    why: "Starting the cluster again or a new endpoint may move the address; clients then time out.",
    remediation: "Replace the address in the record, then flush the clients' DNS caches.",
    facts: {},
  },
  "dns.a-record-present": {
    title: "Zone has the API server's record",
    why: "Without the record, every linked network answers that there is no such host.",
    remediation: "Add the A record with the API server's address.",
    facts: {},
  },
  "dns.custom-servers": {
    title: "DNS servers of your own answer",
    why: "When a network's own DNS servers are down, nothing resolves: nodes fail, and so do all jump hosts in it.",
    remediation: "Start the DNS servers, let UDP 53 through to them, and have two of them.",
    facts: {},
  },
  "dns.duplicate-zone": {
    title: "No other zone of that name answers",
    why: "Azure lets a network be linked to one zone of a name: whatever that says is the answer there, and AKS keeps up only its own.",
    remediation:
      "Link the network to the cluster's own zone instead, or put the record right in the other one.",
    facts: {},
  },
  "dns.link-client": {
    title: "Zone is linked to the network you come from",
    why: "Without a link the API server's name does not resolve there, although the peering works.",
    remediation: "Link the zone to the network that you come from.",
    facts: {},
  },
  "dns.link-cluster": {
    title: "Zone is linked to the cluster's network",
    why: "Nodes resolve the API server's name through this link.",
    remediation: "Link the zone to the cluster's network.",
    facts: {},
  },
  "dns.link-registration": {
    title: "No network registers its machines in the zone",
    why: "Registration fills the zone with machines' names, one of which may take the API server's, and a network can register in one zone only.",
    remediation: "Switch registration off on the links of the API server's zone.",
    facts: {
      ...goneZone,
      noneRegisters: () => "No network registers its machines in the zone.",
      registers: ({ links }) => `Registration is on: ${links.join(", ")}.`,
    },
  },
  "dns.link-resolver": {
    title: "Zone is linked where the DNS servers stand",
    why: "With DNS servers of one's own, the name is resolved from the servers' network, not from the client's.",
    remediation: "Link the zone to the servers' network and let them forward it to 168.63.129.16.",
    facts: {},
  },
  "dns.link-state": {
    title: "Links of the zone are complete",
    why: "A link works only when its state is Completed.",
    remediation: "Wait while it is in progress; delete and make again a link that failed.",
    facts: {},
  },
  "dns.onprem-forwarding": {
    title: "DNS servers on premises pass the name on",
    why: "Servers outside Azure know the private name only where they pass the zone on to one inside.",
    remediation:
      "Have the server's owner forward the zone to a DNS resolver's inbound endpoint, or to a server in a network that the zone is linked to.",
    facts: {
      noLookupPasted: ({ name }) =>
        `What DNS servers outside Azure answer, it does not show: paste what nslookup ${name} says.`,
      otherNamePasted: ({ name }) => `What was pasted is about another name: look up ${name}.`,
      serverInAzure: ({ server }) => `${server} was asked, which stands in Azure.`,
      serverPublic: ({ server }) =>
        `${server} is a public DNS server, which no private name is passed on to.`,
      serverForwards: ({ server, ip }) => `${server} answers ${ip}, where the API server stands.`,
      serverForwardsNot: ({ server, name, to }) =>
        `${server} does not know ${name}: it does not pass the zone on to Azure${sayTo(to)}.`,
      serverAnswersElse: ({ server, addresses, to }) =>
        `${server} answers ${addresses.join(", ")}, where the API server does not stand: it has the zone from somewhere else than Azure${sayTo(to)}.`,
    },
  },
  "dns.private-resolver": {
    title: "Forwarding rules lead to servers that know the name",
    why: "In a network that is linked to a forwarding ruleset, a rule with a longer name than any linked zone decides who is asked.",
    remediation:
      "Lead the rule to a resolver whose network is linked to the cluster's zone, or remove it and link the zone.",
    facts: {},
  },
  "dns.zone-exists": {
    title: "Private DNS zone exists",
    why: "Without the zone, nodes and people cannot resolve the API server's name.",
    remediation: "Make the zone again under the same name, with its record and links.",
    facts: {
      absent: () => "The private DNS zone of the API server does not exist.",
      changeFailed: ({ zone }) => `The last change of the private DNS zone ${zone} failed.`,
      exists: ({ zone }) => `The private DNS zone ${zone} exists.`,
    },
  },
  "dns.zone-name": {
    title: "Private DNS zone has the right name",
    why: "A zone with another name, or of another region, is never asked for this name.",
    remediation: "Make a zone with the right name, with the record and the links.",
    facts: {
      ...goneZone,
      fqdnUnknown: () => "The cluster names no private name of its API server to compare the zone with.",
      fits: ({ zone }) => `The zone ${zone} can hold the API server's name.`,
      answeredBeside: ({ zone, fqdn, by }) =>
        `The zone ${zone} is never asked for ${fqdn}; ${by} answers for it, and AKS does not keep its record.`,
      neverAsked: ({ zone, fqdn, expected }) =>
        `The zone ${zone} is never asked for ${fqdn}: it would have to be ${expected}.`,
    },
  },
};
