// Session hosts of Azure Virtual Desktop. A host pool names no network, and may stand in any resource group of a
// subscription: it is looked for only where something near the cluster is called like a desktop.
// https://learn.microsoft.com/rest/api/desktopvirtualization/session-hosts
import { z } from "zod";
import { isCalledLikeDesktop } from "../../../core/client/likely-hosts.ts";
import type { DesktopGroup, SessionHost } from "../../../core/snapshot/hosts.ts";
import { parseResourceId, sameId } from "../../../core/snapshot/resource-id.ts";
import { unavailable } from "../../../core/snapshot/section.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { readPermissions } from "../kit/cluster.ts";
import { type ListingRead, listingOf, readFurther } from "../kit/group-reads.ts";
import { dataOf } from "../kit/read.ts";
import { gapsOf, itemsOf, type ListRead, readJson } from "../kit/read-list.ts";
import { type NetworkReads, networksIn } from "../network/networks.ts";
import type { FoundHosts } from "./jump-hosts.ts";

const poolType = "Microsoft.DesktopVirtualization/hostPools";
const groupType = "Microsoft.DesktopVirtualization/applicationGroups";
const apiVersion = "2024-04-03";

const hostPool = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({ startVMOnConnect: z.boolean().nullish() }).nullish(),
});
type HostPool = Readonly<{ id: string; name: string; startsOnConnect: boolean }>;

const sessionHost = z.object({
  id: z.string(),
  properties: z.object({
    resourceId: z.string().nullish(),
    status: z.string().nullish(),
    allowNewSession: z.boolean().nullish(),
  }),
});

const readPools = (arm: ArmSession, after: number, subscription: string): Promise<ListRead<HostPool>> =>
  readJson(arm, after, {
    what: subject("hostPools"),
    scope: `/subscriptions/${subscription}`,
    type: poolType,
    apiVersion,
    item: hostPool,
    map: ({ id, name, properties }) => ({ id, name, startsOnConnect: properties?.startVMOnConnect ?? false }),
  });

const readHosts = (arm: ArmSession, after: number, pool: HostPool): Promise<ListRead<SessionHost>> => {
  const { id: scope, name, startsOnConnect } = pool;
  return readJson(arm, after, {
    what: subject("sessionHosts", name),
    scope,
    type: `${poolType}/sessionHosts`,
    path: `${scope}/sessionHosts`,
    apiVersion,
    item: sessionHost,
    map: ({ id, properties }) => ({
      ...{ id, pool: name, startsOnConnect, machineId: properties.resourceId ?? "" },
      status: properties.status ?? "",
      allowNewSession: properties.allowNewSession ?? true,
    }),
  });
};

/** Subscriptions of what is called like a desktop, each with the round trip after which that was known. */
function signsIn({ found }: FoundHosts, networks: readonly NetworkReads[]): ReadonlyMap<string, number> {
  const machines = (dataOf(found.section) ?? []).map(({ host: { id, name }, level }) => ({
    id,
    name,
    level,
  }));
  const subnets = networksIn(networks).flatMap(({ network, level }) =>
    network.subnets.map(({ id, name }) => ({ id, name, level })),
  );
  const signs = [...machines, ...subnets].filter(isCalledLikeDesktop);
  return new Map(
    signs.flatMap(({ id, level }) => {
      const subscription = parseResourceId(id)?.subscriptionId;
      return subscription === undefined ? [] : [[subscription.toLowerCase(), level] as const];
    }),
  );
}

/** A company may have a pool for each department. */
const mostPools = 4;

const appGroup = z.object({
  ...{ id: z.string(), name: z.string() },
  properties: z.object({
    hostPoolArmPath: z.string().nullish(),
    applicationGroupType: z.string().nullish(),
  }),
});

/** Those that give whole desktops of these pools. */
async function readGroups(
  arm: ArmSession,
  after: number,
  subscription: string,
  pools: readonly HostPool[],
): Promise<ListingRead<DesktopGroup>> {
  const list = await readJson(arm, after, {
    what: subject("desktopGroups"),
    scope: `/subscriptions/${subscription}`,
    type: groupType,
    apiVersion,
    item: appGroup,
    map: ({ id, name, properties: { hostPoolArmPath, applicationGroupType } }) => ({
      ...{ id, name, poolId: hostPoolArmPath ?? "" },
      kind: applicationGroupType ?? "",
    }),
  });
  const near = itemsOf(list)
    .filter(({ kind, poolId }) => /^desktop$/i.test(kind) && pools.some((pool) => sameId(pool.id, poolId)))
    .slice(0, mostPools);
  const listing = { items: near, missing: gapsOf(list) };
  return readFurther({ listing, level: list.level }, async ({ id, name, poolId }, level) => {
    const permissions = await readPermissions(arm, id, level);
    return { item: { id, name, poolId, permissions: permissions.section }, level: permissions.level };
  });
}

type PoolRead = Readonly<{ pool: HostPool; subscription: string; level: number }>;

/** Only where there is a pool of which somebody may want a desktop. */
async function groupsOf(arm: ArmSession, pools: readonly PoolRead[]): Promise<ListingRead<DesktopGroup>> {
  const reads = await Promise.all(
    [...Map.groupBy(pools, ({ subscription }) => subscription)].map(([subscription, own]) =>
      readGroups(
        arm,
        Math.max(...own.map(({ level }) => level)),
        subscription,
        own.map(({ pool }) => pool),
      ),
    ),
  );
  return {
    listing: {
      items: reads.flatMap(({ listing }) => listing.items),
      missing: reads.flatMap(({ listing }) => listing.missing),
    },
    level: Math.max(0, ...reads.map(({ level }) => level)),
  };
}

type Desktops = Readonly<{ hosts: ListingRead<SessionHost>; groups: ListingRead<DesktopGroup> }>;

export async function readSessionHosts(
  arm: ArmSession,
  hosts: FoundHosts,
  networks: readonly NetworkReads[],
): Promise<Desktops> {
  const signs = [...signsIn(hosts, networks)];
  const lists = await Promise.all(signs.map(([subscription, level]) => readPools(arm, level, subscription)));
  const pools = lists.flatMap((list, index) =>
    itemsOf(list).map((pool) => ({ pool, subscription: signs[index]?.[0] ?? "", level: list.level })),
  );
  const near = pools.slice(0, mostPools);
  const [read, groups] = await Promise.all([
    Promise.all(near.map(({ pool, level }) => readHosts(arm, level, pool))),
    groupsOf(arm, near),
  ]);
  const skipped = unavailable("notReached", {
    is: "poolsSkipped",
    pools: pools.length,
    read: mostPools,
  });
  const { missing } = listingOf(lists, []).listing;
  const { listing, level } = listingOf(read, [...missing, ...(pools.length > mostPools ? [skipped] : [])]);
  return { hosts: { listing, level: Math.max(level, ...lists.map((list) => list.level)) }, groups };
}
