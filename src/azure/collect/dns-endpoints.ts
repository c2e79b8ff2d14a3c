// The inbound endpoints under which Azure DNS Private Resolvers answer.
import { z } from "zod";
import type { DnsInboundEndpoint } from "../../core/snapshot/network.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { present } from "../map/fields.ts";
import type { ArmReads } from "./arm-reads.ts";
import { type DnsResolver, dnsResolverApiVersion, dnsResolverType } from "./dns-resolvers.ts";
import { type ListRead, readItems } from "./read-list.ts";
import { type KnownGroups, type ListingRead, listIn, listingOf } from "./surroundings.ts";

const endpoint = z.object({
  id: z.string(),
  properties: z
    .object({
      provisioningState: z.string().nullish(),
      ipConfigurations: z.array(z.object({ privateIpAddress: z.string().nullish() })).nullish(),
    })
    .nullish(),
});

const readEndpoints = (
  arm: ArmSession,
  after: number,
  { id, virtualNetworkId }: DnsResolver,
): Promise<ListRead<DnsInboundEndpoint>> =>
  readItems(
    after,
    {
      what: subject("inboundEndpoints"),
      needs: { action: `${dnsResolverType}/inboundEndpoints/read`, scope: id },
    },
    () => arm.json.list(`${id}/inboundEndpoints`, dnsResolverApiVersion, z.unknown()),
    endpoint,
    ({ id: endpointId, properties }) => ({
      id: endpointId,
      provisioningState: properties?.provisioningState ?? "",
      addresses: (properties?.ipConfigurations ?? []).flatMap(
        ({ privateIpAddress }) => privateIpAddress ?? [],
      ),
      ...present({ virtualNetworkId }),
    }),
  );

export const readInboundEndpoints = async (
  arm: ArmSession,
  reads: ArmReads,
  groups: KnownGroups,
): Promise<ListingRead<DnsInboundEndpoint>> => {
  const { listing, level } = await listIn(reads.dnsResolvers, groups);
  const endpoints = await Promise.all(listing.items.map((each) => readEndpoints(arm, level, each)));
  const found = listingOf(endpoints, listing.missing);
  return { listing: found.listing, level: Math.max(level, found.level) };
};
