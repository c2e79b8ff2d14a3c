// peering.sync: a range that was added to a network is routed only once its peerings were synced.

import { crossedNetworksOf, judgeClientNetworks } from "../../client/client-networks.ts";
import { placesIn } from "../../client/client-places.ts";
import { addressSections, apiAddressOf } from "../../network/api-address.ts";
import { coverage } from "../../network/cidr.ts";
import type { Fix, Outcome } from "../../outcome/check.ts";
import { combine, fail, notApplicable, pass, unread, warn } from "../../outcome/outcomes.ts";
import { strangeWord } from "../../outcome/state-word.ts";
import { azIn, forResource } from "../../repair/az.ts";
import { type PeeringSides, readSides, sidesOf } from "../../repair/peering-sides.ts";
import type { Peering } from "../../snapshot/network.ts";
import { nameOf, sameId } from "../../snapshot/resource-id.ts";
import { lookUp } from "../../text/look-up.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

type Side = Readonly<{ networkId: string; remoteId: string; peering: Peering }>;

const levels: Readonly<Record<string, "in" | "out">> = {
  fullyinsync: "in",
  remotenotinsync: "out",
  localnotinsync: "out",
  localandremotenotinsync: "out",
};

const levelOf = ({ peering }: Side): string => peering.peeringSyncLevel ?? "";

/** Both halves at once: one that knows an old range has another that was not told of it. */
function syncFix(sides: readonly Side[]): Fix {
  const networks = sides.filter((side) => lookUp(levels, levelOf(side).toLowerCase()) === "out");
  const commands = networks.flatMap(
    ({ networkId, peering }) =>
      forResource(networkId, (network) =>
        azIn(network, "network vnet peering sync", "--vnet-name", network.name, "--name", peering.name),
      ) ?? [],
  );
  return {
    commands,
    risk: "Lets each network route to the other's new ranges; what is routed now stays.",
    disruptive: false,
    role: `Network Contributor on ${networks.map(({ networkId }) => nameOf(networkId)).join(" and ")}`,
  };
}

/** `targets`: addresses beyond this half that people need to reach, or be answered at. */
function judgeSide(side: Side, targets: readonly string[], fix: Fix): Outcome {
  const { networkId, remoteId, peering } = side;
  const level = levelOf(side);
  const known = lookUp(levels, level.toLowerCase());
  const what = `the peering ${peering.name} of ${nameOf(networkId)}`;
  const name = `T${what.slice(1)}`;
  const missed = targets.filter((target) => coverage(peering.remoteAddressPrefixes, target) === "no");
  const evidence = [`${peering.name}  ${level}  routes to ${peering.remoteAddressPrefixes.join(", ")}`];
  const more = { resourceId: peering.id, evidence };
  const lack = `does not lead to ${missed.join(", ")} in ${nameOf(remoteId)}`;
  // Older peerings say no level: then what they lead to has to do.
  if (level === "")
    return missed.length === 0
      ? pass(`${name} leads where it has to.`, evidence)
      : warn(`${name} does not say whether it is in sync, and ${lack}.`, more);
  if (known === undefined) return strangeWord(what, "sync level", level);
  if (known === "in") return pass(`${name} is in sync.`, evidence);
  return missed.length === 0
    ? warn(`${name} is not in sync: a new range of ${nameOf(remoteId)} is not routed yet.`, { ...more, fix })
    : fail(`${name} is not in sync and ${lack}.`, { ...more, fix });
}

function judge(
  sides: PeeringSides,
  { apiIp, places }: Readonly<{ apiIp: string | undefined; places: readonly string[] }>,
): Outcome {
  const targets = apiIp === undefined ? [] : [apiIp];
  const read = readSides(sides);
  const fix = syncFix(read);
  const outcomes = read.map((side) =>
    judgeSide(side, sameId(side.networkId, sides.cluster.id) ? places : targets, fix),
  );
  const { network } = sides.client;
  if (network.status === "unavailable" && sides.here !== undefined) outcomes.push(unread(network));
  return outcomes.length === 0
    ? notApplicable(`There is no peering with ${sides.client.name}.`)
    : combine(outcomes, true);
}

export const peeringSync = defineCheck({
  id: "peering.sync",
  title: "Peering knows every range of both networks",
  severity: "high",
  why: "A range that was added to a network is not routed before its peerings are synced, so what lies in it is not reached.",
  remediation: "Sync the peering on both sides.",
  source: "https://learn.microsoft.com/azure/virtual-network/update-virtual-network-peering-address-space",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["peerNetworks", "jumpHosts", "privateDnsLinks", ...addressSections],
  after: ["peering.state"],
  skip: unlessPrivate,
  evaluate: (data, { client }) => {
    const address = apiAddressOf(data.managedCluster, data);
    const apiIp = address.status === "known" ? address.ip : undefined;
    return judgeClientNetworks(crossedNetworksOf(client, data), (found) => {
      const { network } = found;
      const places = network.status === "collected" ? placesIn(network.data, found, client) : [];
      return judge(sidesOf(data.clusterNetwork, found), {
        apiIp,
        places: places.map((place) => place.address),
      });
    });
  },
});
