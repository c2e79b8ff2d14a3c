// dns.custom-servers: when a network's own DNS servers are down or cut off, nothing resolves there, whatever the zone says.

import { type ClientNetwork, clientNetworksOf, judgeClientNetworks } from "../../client/client-networks.ts";
import { type ClientPlace, placesIn } from "../../client/client-places.ts";
import { isPrivate } from "../../network/api-server.ts";
import { withoutIpv6 } from "../../network/cidr.ts";
import { nodeSubnetsOf } from "../../network/cluster-subnets.ts";
import {
  customDnsServers,
  type DnsSources,
  locateDnsServers,
  readNetworks,
} from "../../network/name-resolution.ts";
import type { Fix, Outcome } from "../../outcome/check.ts";
import { combine, fail, notApplicable, notAssessed, pass, unread, warn } from "../../outcome/outcomes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { ById } from "../../snapshot/listing.ts";
import type { RouteTable, Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import { defineCheck } from "../define-check.ts";
import { type DnsServerState, dnsServerState } from "./dns-server-state.ts";

const list = (states: readonly DnsServerState[]): string => states.map(({ text }) => text).join("; ");

/** All that can be done for the servers that are down; the first of them is the one to name. */
function repair(down: readonly DnsServerState[]): Readonly<{ resourceId?: string; fix?: Fix }> {
  const known = down.flatMap((state) => (state.state === "down" ? [state] : []));
  const fixes = known.flatMap(({ fix }) => fix ?? []);
  const [first] = fixes;
  const [named] = known;
  const roles = [...new Set(fixes.map(({ role }) => role))].join("; ");
  const commands = fixes.flatMap((fix) => fix.commands);
  return {
    ...(named === undefined ? {} : { resourceId: named.resourceId }),
    ...(first === undefined ? {} : { fix: { ...first, commands, role: roles } }),
  };
}

/** Whoever asks goes on to the next server when one is silent, so one that answers is enough, but only just. */
function judgeServers(states: readonly DnsServerState[], { name }: VirtualNetwork): Outcome {
  const having = (state: DnsServerState["state"]) => states.filter((each) => each.state === state);
  const [down, unknown, answering] = [having("down"), having("unknown"), having("answers")];
  const more = { evidence: states.map(({ text }) => `${name}  ${text}`), ...repair(down) };
  const [only] = answering;
  const needs = unknown.flatMap((state) => (state.state === "unknown" ? state.needs : []));
  if (only === undefined) {
    return unknown.length > 0
      ? notAssessed(`Whether any DNS server answers is open: ${list(states)}.`, needs)
      : fail(`No name resolves, because no DNS server answers: ${list(down)}.`, more);
  }
  if (down.length > 0) return warn(`A DNS server does not answer: ${list(down)}.`, more);
  const isManaged = only.state === "answers" && only.isManaged;
  if (answering.length > 1 || isManaged) return pass(`The DNS servers of ${name} answer.`, more.evidence);
  return unknown.length > 0
    ? notAssessed(`One DNS server of ${name} answers; whether another does is open: ${list(unknown)}.`, needs)
    : warn(`${name} has a single DNS server: when it is down, no name resolves there.`, more);
}

type Around = Readonly<{
  sources: DnsSources;
  groups: ById<NetworkSecurityGroup>;
  tables: ById<RouteTable>;
}>;

function judgeNetwork(
  from: VirtualNetwork,
  places: readonly ClientPlace[],
  { sources, groups, tables }: Around,
  strict: boolean,
): Outcome {
  if (customDnsServers(from).length === 0) return notApplicable(`${from.name} uses Azure's DNS.`);
  const outcomes = places.map((place) => {
    const asking = { place, from, groups, tables, ...sources };
    const servers = locateDnsServers(from, sources);
    return judgeServers(
      servers.map((server) => dnsServerState(server, asking)),
      from,
    );
  });
  return outcomes.length === 0
    ? notApplicable(`${from.name} has no subnet that anything asks from.`)
    : combine(outcomes, strict);
}

const toPlace = ({ name, addressPrefixes, ...subnet }: Subnet): readonly ClientPlace[] => {
  const [address] = withoutIpv6(addressPrefixes);
  const groups = subnet.networkSecurityGroupId === undefined ? [] : [subnet.networkSecurityGroupId];
  return address === undefined
    ? []
    : [{ name, address, subnet: { name, addressPrefixes, ...subnet }, securityGroupIds: groups }];
};

/** Subnets of the nodes; where none of them is there, all. */
function nodePlaces(network: VirtualNetwork, cluster: ManagedCluster): readonly ClientPlace[] {
  const own = nodeSubnetsOf(cluster, network);
  return (own.length > 0 ? own : network.subnets).flatMap(toPlace);
}

export const dnsCustomServers = defineCheck({
  id: "dns.custom-servers",
  title: "DNS servers of your own answer",
  severity: "critical",
  why: "When a network's own DNS servers are down, nothing resolves: nodes fail, and so do all jump hosts in it.",
  remediation: "Start the DNS servers, let UDP 53 through to them, and have two of them.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [
    "peerNetworks",
    "privateDnsLinks",
    "jumpHosts",
    "firewalls",
    "loadBalancers",
    "dnsInboundEndpoints",
    "networkSecurityGroups",
    "routeTables",
  ],
  after: ["vnet.cluster-subnet"],
  evaluate: (data, { client }) => {
    const { managedCluster: cluster, clusterNetwork, peerNetworks } = data;
    const peers = peerNetworks.status === "collected" ? peerNetworks.data : [];
    const sources = { ...data, networks: readNetworks(clusterNetwork, peers) };
    const around = { sources, groups: data.networkSecurityGroups, tables: data.routeTables };
    const own = judgeNetwork(clusterNetwork, nodePlaces(clusterNetwork, cluster), around, true);
    if (!isPrivate(cluster)) return own;
    const judgeClient = (found: ClientNetwork): Outcome =>
      found.network.status === "unavailable"
        ? unread(found.network)
        : judgeNetwork(found.network.data, placesIn(found.network.data, found, client), around, false);
    return combine([own, judgeClientNetworks(clientNetworksOf(client, data), judgeClient)], true);
  },
});
