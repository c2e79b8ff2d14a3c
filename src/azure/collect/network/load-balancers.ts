// Load balancers near the cluster: those of the groups that are listed anyway, and those of other groups that stand in
// one of the networks. A route or a network's DNS setting may lead to one of them.

import type { LoadBalancer } from "../../../core/snapshot/network.ts";
import { idKey } from "../../../core/snapshot/resource-id.ts";
import { groupKey, resourceGroupOf } from "../../arm/resource-id.ts";
import type { ArmReads } from "../kit/arm-reads.ts";
import {
  type KnownGroup,
  type KnownGroups,
  knownGroups,
  type ListingRead,
  listIn,
} from "../kit/group-reads.ts";
import { dataOf } from "../kit/read.ts";
import { groupsFor, type NetworkReads, networksIn } from "./networks.ts";
import { type Reference, toReferences } from "./references.ts";

/** A network may hold those of hundreds of applications. */
const maximumFurther = 4;

const isBalancer = (id: string): boolean => /\/Microsoft\.Network\/loadBalancers\/[^/]+$/i.test(id);

const standingIn = (networks: readonly NetworkReads[]): readonly Reference[] =>
  networksIn(networks).flatMap(({ network, level }) =>
    toReferences(
      network.subnets.flatMap(({ occupantIds = [] }) => occupantIds.filter(isBalancer)),
      level,
    ),
  );

/** One of another group that could not be read is no gap in the listing: its subnet still names it. */
export const readLoadBalancers = async (
  reads: ArmReads,
  networks: readonly NetworkReads[],
  near: KnownGroups,
  nodeGroup: KnownGroup,
): Promise<ListingRead<LoadBalancer>> => {
  const wanted = groupsFor("loadBalancers", near, networks);
  const known = knownGroups([...wanted.groups, nodeGroup], wanted.missing);
  const listed = new Set(known.groups.map(({ group }) => groupKey(group)));
  const elsewhere = standingIn(networks).filter(({ id }) => {
    const group = resourceGroupOf(id);
    return group !== null && !listed.has(groupKey(group));
  });
  const further = [...new Map(elsewhere.map((each) => [idKey(each.id), each])).values()];
  const [listing, ...single] = await Promise.all([
    listIn(reads.loadBalancers, known),
    ...further.slice(0, maximumFurther).map(({ id, level }) => reads.loadBalancer(level, id)),
  ]);
  const found = single.flatMap(({ section }) => dataOf(section) ?? []);
  return {
    listing: { items: [...listing.listing.items, ...found], missing: listing.listing.missing },
    level: Math.max(listing.level, ...single.map(({ level }) => level)),
  };
};
