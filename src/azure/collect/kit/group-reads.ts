// The resource groups around a cluster: every type that matters is listed in each, all at once, since waiting for an
// id that names one costs a round trip.
import type { Listing, Unavailable } from "../../../core/snapshot/section.ts";
import { groupKey, type ResourceGroupRef } from "../../arm/resource-id.ts";
import type { ArmReads } from "./arm-reads.ts";
import { type GroupList, gapsOf, itemsOf, type ListRead } from "./read-list.ts";

/** A resource group, and the round trip after which its name was known. */
export type KnownGroup = Readonly<{ group: ResourceGroupRef; after: number }>;

/** `missing` also says which groups could not be named at all. */
export type KnownGroups = Readonly<{ groups: readonly KnownGroup[]; missing: readonly Unavailable[] }>;

export type ListingRead<T> = Readonly<{ listing: Listing<T>; level: number }>;

/** Each group once, as early as it was known. */
export const knownGroups = (
  groups: readonly KnownGroup[],
  missing: readonly Unavailable[] = [],
): KnownGroups => {
  const earliestFirst = groups.toSorted((left, right) => right.after - left.after);
  return {
    groups: [...new Map(earliestFirst.map((each) => [groupKey(each.group), each])).values()],
    missing,
  };
};

export const listingOf = <T>(
  reads: readonly ListRead<T>[],
  missing: readonly Unavailable[],
): ListingRead<T> => ({
  listing: {
    items: reads.flatMap(itemsOf),
    missing: [...missing, ...reads.flatMap(gapsOf)],
  },
  level: Math.max(0, ...reads.map((read) => read.level)),
});

export const listIn = async <T>(
  list: GroupList<T>,
  { groups, missing }: KnownGroups,
): Promise<ListingRead<T>> =>
  listingOf(await Promise.all(groups.map(({ group, after }) => list(after, group))), missing);

/** Each item of a listing read further. */
export async function readFurther<A, T>(
  { listing, level }: ListingRead<A>,
  read: (item: A, after: number) => Promise<Readonly<{ item: T; level: number }>>,
): Promise<ListingRead<T>> {
  const found = await Promise.all(listing.items.map((each) => read(each, level)));
  return {
    listing: { items: found.map(({ item }) => item), missing: listing.missing },
    level: Math.max(level, ...found.map((each) => each.level)),
  };
}

/** Sent now, awaited by whoever asks for the same list by name: nothing waits for a list that it does not need. */
const startLists = (lists: readonly GroupList<unknown>[], { group, after }: KnownGroup): void => {
  for (const list of lists) list(after, group).catch(() => undefined);
};

/** What any network's resource group may hold; the rest is asked for where a network shows it (`parts.ts`). */
export const startNetworkGroup = (reads: ArmReads, known: KnownGroup): void =>
  startLists(
    [
      reads.networkInterfaces,
      reads.networkSecurityGroups,
      reads.routeTables,
      reads.bastionHosts,
      reads.recentChanges,
    ],
    known,
  );

/** The group on the nodes' interfaces is AKS's own and stands there too: to wait for its id would cost a round trip. */
export const startNodeGroup = (reads: ArmReads, known: KnownGroup): void =>
  startLists(
    [
      reads.loadBalancers,
      reads.publicIpAddresses,
      reads.recentChanges,
      reads.scaleSets,
      reads.networkSecurityGroups,
    ],
    known,
  );

export const startClusterGroup = (reads: ArmReads, known: KnownGroup): void =>
  startLists([reads.recentChanges], known);
