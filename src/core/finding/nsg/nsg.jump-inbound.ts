// nsg.jump-inbound: whoever comes through Bastion must be let in to the jump host, over SSH or RDP.

import { type ClientNetwork, clientNetworksOf, judgeClientNetworks } from "../../client/client-networks.ts";
import { type ClientPlace, placesIn } from "../../client/client-places.ts";
import { unlessStrangers } from "../../client/likely-hosts.ts";
import { prefixesOf } from "../../network/cluster-subnets.ts";
import { readNetworks } from "../../network/name-resolution.ts";
import { decideFlow, type VirtualNetworkTag } from "../../network/nsg.ts";
import { letsOutsideIn, portsOpened, takesOtherPorts } from "../../network/other-entries.ts";
import { subnetById } from "../../network/route.ts";
import { virtualNetworkTag } from "../../network/virtual-network-tag.ts";
import type { Outcome } from "../../outcome/check.ts";
import { advise, combine, notApplicable, notAssessed, pass, unread, warn } from "../../outcome/outcomes.ts";
import type { BastionHost, JumpHost } from "../../snapshot/hosts.ts";
import { type ById, findIn, type Listing } from "../../snapshot/listing.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { networkIdOf, sameId } from "../../snapshot/resource-id.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";
import { groupIn, judgeFlows, type Wanted } from "./nsg-groups.ts";

/** SSH and RDP: which of them the host speaks is not read. */
const ports = [22, 3389];
/** Rules that just-in-time access makes: they stay until somebody asks to be let in. */
const justInTime = /^(MicrosoftDefenderForCloud-JITRule|SecurityCenter-JITRule)/i;

type Entry = Readonly<{ bastion: BastionHost; prefix: string; tag: VirtualNetworkTag }>;

const wantedFrom = ({ bastion, prefix, tag }: Entry, place: ClientPlace, port: number): Wanted => ({
  flow: {
    direction: "Inbound",
    protocol: "Tcp",
    source: prefix,
    destination: place.address,
    port,
    virtualNetwork: tag,
  },
  from: `the Bastion host ${bastion.name}`,
  to: place.name,
  opening: {
    name: "allow-bastion",
    protocol: "Tcp",
    sources: [prefix],
    destinations: [place.address],
    ports: ports.map(String),
    risk: "Opens SSH and RDP on this host to the Bastion's subnet only.",
  },
});

function judgeGroup(group: NetworkSecurityGroup, entry: Entry, place: ClientPlace): Outcome {
  const outcomes = ports.map((port) => {
    const wanted = wantedFrom(entry, place, port);
    const decision = decideFlow(group, wanted.flow);
    if (decision.access === "deny" && justInTime.test(decision.rule.name))
      return warn(`${place.name} takes connections only after a request for just-in-time access.`, {
        resourceId: group.id,
        evidence: [`${group.name}  ${decision.rule.name}  priority ${decision.rule.priority}  Deny`],
      });
    return judgeFlows(group, [wanted], `${group.name} lets ${wanted.from} reach ${place.name}.`);
  });
  const order = ["pass", "notAssessed", "warn", "fail"];
  const [best] = outcomes.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const onOwn = best?.status === "fail" ? onOwnPort(group, entry, place) : null;
  return onOwn ?? best ?? notApplicable("There is no port to judge.");
}

/** Somebody opened another port to Bastion, and it may well be the one that the host is signed in to on. */
function onOwnPort(group: NetworkSecurityGroup, entry: Entry, place: ClientPlace): Outcome | null {
  const { flow, from } = wantedFrom(entry, place, ports[0] ?? 22);
  const opened = takesOtherPorts(entry.bastion) ? portsOpened(group, flow) : [];
  return opened.length === 0
    ? null
    : advise(
        `${group.name} lets ${from} reach ${place.name} on TCP ${opened.join(", ")} and neither on 22 nor on 3389: whether the host takes sign-ins there, Azure does not show.`,
        { resourceId: group.id },
      );
}

/** It is signed in to at an address of its own, by somebody outside whom a group lets in. */
const hasOwnEntry = (
  place: ClientPlace,
  hosts: readonly JumpHost[],
  groups: ById<NetworkSecurityGroup>,
): boolean =>
  hosts.some(({ name, hasPublicAddress }) => name === place.name && hasPublicAddress === true) &&
  place.securityGroupIds.every((id) => {
    const group = groupIn(groups, id);
    return group.status === "collected" && letsOutsideIn(group.data);
  });

/** Where Bastion gets to one of them, another that is meant to be reached otherwise is no gap in that way. */
function withoutOwnEntries(
  places: readonly ClientPlace[],
  judge: (place: ClientPlace) => Outcome,
  isOwn: (place: ClientPlace) => boolean,
): readonly Outcome[] {
  const judged = places.map((place) => ({ place, outcome: judge(place) }));
  const works = judged.some(({ outcome }) => outcome.status === "pass");
  return judged.flatMap(({ place, outcome }) =>
    works && outcome.status === "fail" && isOwn(place) ? [] : [outcome],
  );
}

function judgePlace(place: ClientPlace, entry: Entry, groups: ById<NetworkSecurityGroup>): Outcome {
  if (place.securityGroupIds.length === 0) return pass(`No security group stands before ${place.name}.`);
  return combine(
    place.securityGroupIds.map((id) => {
      const group = groupIn(groups, id);
      return group.status === "unavailable" ? unread(group) : judgeGroup(group.data, entry, place);
    }),
    true,
  );
}

const homeOf = ({ virtualNetworkId, subnetId }: BastionHost): string | undefined =>
  virtualNetworkId ?? networkIdOf(subnetId ?? "") ?? undefined;

/** Bastion reaches its own network and those peered with it; the Developer kind stands in no subnet. */
const serves = (bastion: BastionHost, network: VirtualNetwork): boolean =>
  bastion.subnetId !== undefined &&
  (sameId(homeOf(bastion), network.id) ||
    network.peerings.some(({ remoteVirtualNetworkId }) => sameId(remoteVirtualNetworkId, homeOf(bastion))));

const bastionFor = (network: VirtualNetwork, bastions: Listing<BastionHost>) => {
  const own = bastions.items.find(
    (bastion) => sameId(homeOf(bastion), network.id) && serves(bastion, network),
  );
  return own === undefined
    ? findIn(bastions, (bastion) => serves(bastion, network))
    : ({ status: "found", item: own } as const);
};

type Sources = Readonly<{
  networks: readonly VirtualNetwork[];
  bastions: Listing<BastionHost>;
  tagOf: (network: VirtualNetwork) => VirtualNetworkTag;
}>;

type FoundEntry = Readonly<{ entry: Entry } | { outcome: Outcome }>;

function entryTo(network: VirtualNetwork, { networks, bastions, tagOf }: Sources): FoundEntry {
  const found = bastionFor(network, bastions);
  if (found.status === "unknown") return { outcome: unread(found.cause) };
  if (found.status === "absent")
    return { outcome: notApplicable(`No Bastion host in a subnet of its own serves ${network.name}.`) };
  const bastion = found.item;
  const home = networks.find(({ id }) => sameId(id, homeOf(bastion)));
  const subnet = home && subnetById(home, bastion.subnetId);
  const [prefix] = subnet === undefined ? [] : prefixesOf([subnet]);
  return prefix === undefined
    ? { outcome: notAssessed(`The subnet of the Bastion host ${bastion.name} was not read.`) }
    : { entry: { bastion, prefix, tag: tagOf(network) } };
}

export const nsgJumpInbound = defineCheck({
  id: "nsg.jump-inbound",
  title: "Jump host lets Bastion in",
  severity: "high",
  about: "people",
  why: "Bastion opens SSH or RDP to the jump host from its own subnet; a rule that denies it cuts that way in.",
  remediation: "Allow SSH or RDP from the Bastion's subnet before the rule that denies it.",
  source: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks", "privateDnsLinks", "bastionHosts", "networkSecurityGroups", "routeTables"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, jumpHosts, ...data }, { client }) => {
    const sources = { ...data, clusterNetwork, jumpHosts: { status: "collected", data: jumpHosts } } as const;
    const peers = data.peerNetworks.status === "collected" ? data.peerNetworks.data : [];
    const networks = readNetworks(clusterNetwork, peers);
    const tagOf = (network: VirtualNetwork) => virtualNetworkTag(network, networks, data.routeTables);
    const judge = (found: ClientNetwork): Outcome => {
      if (found.network.status === "unavailable") return unread(found.network);
      if (found.jumpHosts.length === 0) return notApplicable(`No jump host stands in ${found.name}.`);
      const network = found.network.data;
      const way = entryTo(network, { networks, bastions: data.bastionHosts, tagOf });
      if ("outcome" in way) return way.outcome;
      const places = placesIn(network, found, {});
      return combine(
        withoutOwnEntries(
          places,
          (place) => judgePlace(place, way.entry, data.networkSecurityGroups),
          (place) => hasOwnEntry(place, found.jumpHosts, data.networkSecurityGroups),
        ),
        false,
      );
    };
    return unlessStrangers(sources, judgeClientNetworks(clientNetworksOf(client, sources), judge));
  },
});
