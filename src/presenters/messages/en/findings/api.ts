// What findings about `api.*` say.
import type { Exit } from "../../../../core/finding/api/api.authorized-ip-egress.ts";
import type { RangesSkip } from "../../../../core/finding/api/authorized-ranges.ts";
import type { ApiMode } from "../../../../core/network/api-server.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { counted } from "../words.ts";

const rangesFacts: Says<RangesSkip> = {
  withoutEffect: () => "The cluster is private: authorized ranges have no effect on it.",
  openToAll: () => "The API server is open to every address.",
};

const askFrom = (cluster: string): string =>
  `say "diagnose ${cluster} from 20.50.0.9" with your public address`;

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

export const apiFindings: FindingWords<"api"> = {
  "api.authorized-ip-client": {
    title: "Your public address is authorized",
    why: "A connection from an address that is not authorized times out, which looks like an outage.",
    remediation: "Add your address to the authorized ranges, or use a way in that needs none.",
    facts: {
      ...rangesFacts,
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
