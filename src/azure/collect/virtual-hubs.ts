// Hubs of Virtual WAN. A peering names only the network that Microsoft keeps for the hub, so the hub itself is looked for by
// its name, in the subscriptions of the networks that it may join.
// https://learn.microsoft.com/rest/api/virtualwan/hub-virtual-network-connections/list
import { hubNamesOf } from "../../core/network/virtual-hub.ts";
import type { VirtualNetwork } from "../../core/snapshot/network.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { HubConnection, VirtualHub } from "../../core/snapshot/virtual-hubs.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { parseResourceId, resourceGroupOf } from "../arm/resource-id.ts";
import { mapHubConnection, mapVirtualHub } from "../map/virtual-hubs.ts";
import { notReached, type Read } from "./read.ts";
import { itemsOf, type ListRead, readAll } from "./read-list.ts";
import { type ListingRead, listingOf } from "./surroundings.ts";

/** Networks of a company may lie in many. */
const maximumSubscriptions = 4;

type Listed = Omit<VirtualHub, "connections">;

const listHubs = (arm: ArmSession, after: number, subscriptionId: string): Promise<ListRead<Listed>> =>
  readAll(
    after,
    {
      what: subject("virtualHubs", subscriptionId),
      needs: { action: "Microsoft.Network/virtualHubs/read", scope: `/subscriptions/${subscriptionId}` },
    },
    (options) => arm.networks(subscriptionId).virtualHubs.list(options),
    mapVirtualHub,
  );

const listConnections = async (
  arm: ArmSession,
  after: number,
  { id, name }: Listed,
): Promise<Read<readonly HubConnection[]>> => {
  const ref = parseResourceId(id, "Microsoft.Network/virtualHubs");
  if (ref === null) return notReached({ is: "resourceNotRead", name });
  return readAll(
    after,
    {
      what: subject("hubConnections", name),
      needs: { action: "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections/read", scope: id },
    },
    (options) =>
      arm
        .networks(ref.subscriptionId)
        .hubVirtualNetworkConnections.list(ref.resourceGroup, ref.name, options),
    mapHubConnection,
  );
};

/** None where the cluster's network joins no hub. `networkIds`: of networks that people may come from. */
export const readVirtualHubs = async (
  arm: ArmSession,
  after: number,
  own: VirtualNetwork | null,
  networkIds: readonly string[],
): Promise<ListingRead<VirtualHub>> => {
  const names = own === null ? [] : hubNamesOf(own);
  if (own === null || names.length === 0) return { listing: { items: [], missing: [] }, level: 0 };
  const groups = [own.id, ...networkIds].flatMap((id) => resourceGroupOf(id) ?? []);
  const subscriptions = [...new Set(groups.map(({ subscriptionId }) => subscriptionId.toLowerCase()))];
  const lists = await Promise.all(
    subscriptions.slice(0, maximumSubscriptions).map((each) => listHubs(arm, after, each)),
  );
  const { listing, level } = listingOf(lists, []);
  const joined = lists.flatMap(itemsOf).filter(({ name }) => names.includes(name.toLowerCase()));
  const connections = await Promise.all(joined.map((hub) => listConnections(arm, level, hub)));
  return {
    listing: {
      items: joined.map((hub, index) => ({
        ...hub,
        connections:
          connections[index]?.section ?? notReached({ is: "resourceNotRead", name: hub.name }).section,
      })),
      missing: listing.missing,
    },
    level: Math.max(level, ...connections.map((each) => each.level)),
  };
};
