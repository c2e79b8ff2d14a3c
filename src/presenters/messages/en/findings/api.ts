// What findings about `api.*` say.
import type { Exit } from "../../../../core/finding/api/api.authorized-ip-egress.ts";
import type { RangesSkip } from "../../../../core/finding/api/authorized-ranges.ts";
import type { ApiMode } from "../../../../core/outcome/columns.ts";
import { english } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { counted, few } from "../words.ts";

const ownAddress = english.speech.ownAddress();

const rangesFacts: Says<RangesSkip> = {
  withoutEffect: () => "The cluster is private: authorized ranges have no effect on it.",
  openToAll: () => "The API server is open to every address.",
};

const askFrom = (cluster: string): string => `write "diagnose ${cluster} from ADDRESS" with ${ownAddress}`;

const exitKinds: Readonly<Record<Exit["by"], string>> = {
  loadBalancer: "load balancer",
  natGateway: "NAT gateway",
  firewall: "firewall",
};

const listed = (exits: readonly Exit[]): string =>
  exits.map(({ ip, by }) => `${ip} (${exitKinds[by]})`).join(", ");

const modes: Readonly<Record<ApiMode, string>> = {
  "public-open": "The API server is public and open to every address.",
  "public-ranges": "The API server is public and open to the authorized addresses only.",
  "private-link": "The API server is private, behind a private endpoint.",
  "vnet-public": "The API server is public; nodes reach it inside the virtual network.",
  "vnet-private": "The API server is private, inside the virtual network.",
};

const freeAddresses = counted("{it, plural, one {# free address} other {# free addresses}}");

const authorizedRanges = counted(
  "{it, plural, one {The one authorized range is} other {All # authorized ranges are}} well formed.",
);

export const apiFindings: FindingWords<"api"> = {
  "api.authorized-ip-client": {
    title: "Your public address is authorized",
    why: "A connection from an address that is not authorized times out, which looks like an outage.",
    remediation: "Add your address to the authorized ranges, or use a way in that needs none.",
    facts: {
      ...rangesFacts,
      letIn: () =>
        "Your test got through to the API server, so the address that you come from is authorized.",
      addressUnsaid: () => "You did not say your public address, so it is not compared with the ranges.",
      notIpv4: ({ ip, cluster }) =>
        `"${ip}" is not an IPv4 address, so it cannot be compared: ${askFrom(cluster)}.`,
      privateAddress: ({ ip, cluster }) =>
        `${ip} is a private address; the API server sees another one: ${askFrom(cluster)}.`,
      authorized: ({ ip }) => `${ip} is in the authorized ranges.`,
      notAuthorized: ({ ip, cluster }) =>
        `${ip} is not in the authorized ranges of ${cluster}, so its connections time out.`,
      perhapsInTag: ({ ip }) =>
        `${ip} is in none of the authorized ranges that are addresses; whether a service tag among them holds it is not known.`,
      ownOutbound: ({ ip }) => `${ip} is the cluster's own outbound address, which AKS lets in.`,
      perhapsOwnOutbound: ({ ip }) =>
        `${ip} is in none of the authorized ranges; whether it is an outbound address of the cluster, which AKS lets in, is not known.`,
    },
  },
  "api.authorized-ip-egress": {
    title: "Nodes' public addresses are authorized",
    why: "Nodes reach a public API server from the address they leave by; without it they go NotReady and commands stop.",
    remediation: "Add the addresses that the nodes leave by to the authorized ranges.",
    facts: {
      ...rangesFacts,
      inNetwork: () => "Nodes reach the API server inside the network.",
      noExit: () => "Nodes have no public address to leave by.",
      exitUnknown: () => "No public address that nodes leave by is known.",
      notAuthorized: ({ exits, losesApi }) =>
        `Nodes leave by ${listed(exits)}, which is not in the authorized ranges${losesApi ? ", so they lose the API server" : ""}.`,
      perhapsInTag: ({ exits }) =>
        `Nodes leave by ${listed(exits)}; whether a service tag among the authorized ranges holds that is not known.`,
      authorized: ({ exits }) => `The nodes' own addresses may reach the API server: ${listed(exits)}.`,
    },
  },
  "api.authorized-ip-hygiene": {
    title: "Authorized ranges are well formed",
    why: "Entries that do nothing, or not what they seem to, surprise whoever adds the next one.",
    remediation: "Send the list again without what does nothing.",
    facts: {
      noRanges: () => "The cluster authorizes no particular addresses.",
      wellFormed: ({ count }) => authorizedRanges(count),
      withoutEffect: () => "The cluster is private, so its authorized ranges have no effect.",
      privateRanges: ({ ranges }) =>
        `Private addresses among the authorized ranges let nobody in: ${few(ranges)}.`,
      hostBits: ({ ranges }) => `Authorized ranges with host bits are not what they seem: ${few(ranges)}.`,
      nearlyFull: ({ count, most }) => `The authorized ranges are ${count} of at most ${most}.`,
      notStandard: ({ sku }) =>
        `Authorized ranges need a standard load balancer, and the cluster's is ${sku}.`,
      loosePublicIps: ({ pools }) =>
        `Nodes of ${few(pools)} have public addresses out of no prefix, so each new node has one that is not authorized.`,
    },
  },
  "api.mode": {
    title: "Exposure of the API server is known",
    why: "It decides which checks and which ways in apply, and one pair of settings leaves no name at all.",
    remediation: "Switch the public name on, or use a private DNS zone.",
    facts: {
      noName: () =>
        "The cluster has neither a private DNS zone nor a public name, so nothing resolves to it.",
      exposed: ({ mode }) => modes[mode],
    },
  },
  "api.public-exposure": {
    title: "Public API server is restricted",
    why: "Whoever is let in by nothing but a token can be tried by everyone; a private API server, or authorized ranges, are a second lock.",
    remediation:
      "Authorize only the addresses that need it, the nodes' own with them, or make the cluster private.",
    facts: {
      isPrivate: () => "The API server is private.",
      openToAll: () => "The API server is public and open to every address.",
      wide: ({ ranges }) => `Authorized ranges are as wide as ${few(ranges)}.`,
      restricted: () => "Only authorized addresses reach the API server.",
    },
  },
  "api.public-fqdn": {
    title: "Private API server has no public name",
    why: "A public name tells everyone the private address, and some resolvers drop such an answer.",
    remediation: "Switch the public name off once no kubeconfig uses it.",
    facts: {
      none: () => "The private API server has no name in public DNS.",
      needed: () => "The cluster has no private DNS zone, so it needs its public name.",
      published: ({ name }) =>
        `The private API server has a name in public DNS as well${name === null ? "" : `: ${name}`}.`,
    },
  },
  "api.vnetint-network": {
    title: "Network takes VNet integration",
    why: "With VNet integration, nodes that encrypt their traffic in an encrypted network do not get to the API server.",
    remediation: "Turn the network's encryption off, or use nodes of a size that does not encrypt.",
    facts: {
      fits: ({ network }) => `${network} is a network in which VNet integration works.`,
      dualStack: () =>
        "The cluster uses IPv6 as well, which API Server VNet Integration is not documented to take.",
      encryptedInVain: ({ network }) =>
        `${network} is encrypted, and no node is of a size that encrypts: the next pool of a newer size does not get to the API server.`,
      sizeUnknown: ({ network, pools }) =>
        `${network} is encrypted; whether nodes of ${pools.length === 0 ? "this cluster" : few(pools)} encrypt what they send is not known.`,
      encrypted: ({ network, pools, failed }) =>
        `${network} is encrypted, which API Server VNet Integration does not take: nodes of ${few(pools)} ${failed ? "do" : "may"} not get to the API server${failed ? "" : " once they are made anew"}.`,
    },
  },
  "api.vnetint-ilb": {
    title: "Load balancer of the API server is there",
    why: "With VNet integration, nodes and clients reach the API server at this load balancer's address.",
    remediation:
      "Let AKS reconcile the cluster; after VNet integration was switched on, stop and start it once.",
    facts: {
      absent: ({ resourceGroup, balancer }) =>
        `The node resource group ${resourceGroup} has no load balancer ${balancer}, so nothing leads to the API server.`,
      failed: ({ balancer }) => `The load balancer ${balancer} of the API server is in state Failed.`,
      noAddress: ({ balancer }) => `The load balancer ${balancer} of the API server has no private address.`,
      outside: ({ ip, subnet }) => `The API server's address ${ip} lies outside its subnet ${subnet}.`,
      standsAt: ({ ip, balancer }) => `The API server stands at ${ip}, behind the load balancer ${balancer}.`,
    },
  },
  "api.vnetint-nsg": {
    title: "Security groups let nodes reach the API server",
    why: "With VNet integration nodes need TCP 443 and 4443 to the API server's subnet, and the load balancer TCP 9988.",
    remediation: "Allow these ports before the rule that denies them.",
    facts: {},
  },
  "api.vnetint-subnet": {
    title: "Subnet of the API server has room",
    why: "With VNet integration the API server takes addresses in this subnet; without a free one it cannot start anew.",
    remediation:
      "Azure changes no range of a subnet in use: have addresses freed in it (other clusters, old nodes), or move to a cluster with a larger one.",
    facts: {
      absent: ({ network, wanted }) =>
        `The network ${network} has ${wanted === null ? "no subnet that is delegated to AKS" : `no subnet ${wanted}`}, which the API server needs.`,
      notDelegated: ({ subnet }) => `The API server's subnet ${subnet} is not delegated to AKS.`,
      tooSmall: ({ subnet, prefixes, leastBits }) =>
        `The API server's subnet ${subnet} (${prefixes.join(", ")}) is smaller than /${leastBits}.`,
      useUnsaid: ({ subnet }) => `Azure does not say how many addresses of ${subnet} are in use.`,
      full: ({ subnet }) => `The API server's subnet ${subnet} has no free address left.`,
      nearlyFull: ({ subnet, free }) =>
        `The API server's subnet ${subnet} has only ${freeAddresses(free)} left.`,
      hasRoom: ({ subnet, free }) =>
        `The API server's subnet ${subnet} is delegated and has ${freeAddresses(free)}.`,
    },
  },
};
