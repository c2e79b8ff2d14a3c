// Session hosts of Azure Virtual Desktop. A host pool names no network, and may stand in any resource group of a
// subscription: it is looked for only where something near the cluster is called like a desktop.
// https://learn.microsoft.com/rest/api/desktopvirtualization/session-hosts
import { z } from "zod";
import { isCalledLikeDesktop } from "../../core/client/signs.ts";
import { parseResourceId } from "../../core/snapshot/resource-id.ts";
import { unavailable } from "../../core/snapshot/section.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { SessionHost } from "../../core/snapshot/ways-in.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import type { FoundHosts } from "./jump-hosts.ts";
import type { NetworkReads } from "./networks.ts";
import { itemsOf, type ListRead, readItems } from "./read-list.ts";
import { type ListingRead, listingOf } from "./surroundings.ts";

const poolType = "Microsoft.DesktopVirtualization/hostPools";
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

const readPools = (arm: ArmSession, after: number, subscription: string): Promise<ListRead<HostPool>> => {
  const scope = `/subscriptions/${subscription}`;
  return readItems(
    after,
    { what: subject("hostPools"), needs: { action: `${poolType}/read`, scope } },
    () => arm.json.list(`${scope}/providers/${poolType}`, apiVersion, z.unknown()),
    hostPool,
    ({ id, name, properties }) => ({ id, name, startsOnConnect: properties?.startVMOnConnect ?? false }),
  );
};

const readHosts = (arm: ArmSession, after: number, pool: HostPool): Promise<ListRead<SessionHost>> => {
  const { id: scope, name, startsOnConnect } = pool;
  return readItems(
    after,
    {
      what: subject("sessionHosts", name),
      needs: { action: `${poolType}/sessionHosts/read`, scope },
    },
    () => arm.json.list(`${scope}/sessionHosts`, apiVersion, z.unknown()),
    sessionHost,
    ({ id, properties }) => ({
      ...{ id, pool: name, startsOnConnect, machineId: properties.resourceId ?? "" },
      status: properties.status ?? "",
      allowNewSession: properties.allowNewSession ?? true,
    }),
  );
};

/** Subscriptions of what is called like a desktop, each with the round trip after which that was known. */
function signsIn({ found }: FoundHosts, networks: readonly NetworkReads[]): ReadonlyMap<string, number> {
  const machines =
    found.section.status === "unavailable"
      ? []
      : found.section.data.map(({ host, level }) => ({ id: host.id, name: host.name, level }));
  const subnets = networks.flatMap(({ network: { section, level } }) =>
    section.status === "unavailable"
      ? []
      : section.data.network.subnets.map(({ id, name }) => ({ id, name, level })),
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

export async function readSessionHosts(
  arm: ArmSession,
  hosts: FoundHosts,
  networks: readonly NetworkReads[],
): Promise<ListingRead<SessionHost>> {
  const signs = [...signsIn(hosts, networks)];
  const lists = await Promise.all(signs.map(([subscription, level]) => readPools(arm, level, subscription)));
  const pools = lists.flatMap((list) => itemsOf(list).map((pool) => ({ pool, level: list.level })));
  const read = await Promise.all(
    pools.slice(0, mostPools).map(({ pool, level }) => readHosts(arm, level, pool)),
  );
  const skipped = unavailable("notReached", {
    is: "poolsSkipped",
    pools: pools.length,
    read: mostPools,
  });
  const { missing } = listingOf(lists, []).listing;
  const { listing, level } = listingOf(read, [...missing, ...(pools.length > mostPools ? [skipped] : [])]);
  return { listing, level: Math.max(level, ...lists.map((list) => list.level)) };
}
