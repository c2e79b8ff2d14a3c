// peering.sync: a range that was added to a network is routed only once its peerings were synced.

import { apiAddressOf } from "../../api-address.ts";
import type { Fix, Outcome } from "../../check.ts";
import { coverage } from "../../cidr.ts";
import { crossedNetworksOf, judgeClientNetworks } from "../../client-networks.ts";
import { placesIn } from "../../client-places.ts";
import { defineCheck } from "../../define-check.ts";
import { combine, fail, notApplicable, pass, unread, warn } from "../../outcomes.ts";
import { type PeeringSides, readSides, sidesOf } from "../../peering-sides.ts";
import { nameOf, sameId } from "../../resource-id.ts";
import { unlessPrivate } from "../../skips.ts";
import type { Peering } from "../../snapshot-network.ts";
import { strangeWord } from "../../state-word.ts";
import { syncFix, syncOf } from "../../sync-peerings.ts";
import { waySections } from "../../way-to-api.ts";

type Side = Readonly<{ networkId: string; remoteId: string; peering: Peering }>;

const levelOf = ({ peering }: Side): string => peering.peeringSyncLevel ?? "";

/** `targets`: addresses beyond this half that people need to reach, or be answered at. */
function judgeSide(side: Side, targets: readonly string[], fix: Fix): Outcome {
  const { networkId, remoteId, peering } = side;
  const level = levelOf(side);
  const known = syncOf(peering);
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
  looksAt: waySections,
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
