// Azure DNS Private Resolvers in a resource group.
// https://learn.microsoft.com/rest/api/dns-resolver
import { z } from "zod";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { type ResourceGroupRef, resourceGroupId } from "../arm/resource-id.ts";
import { present } from "../map/present.ts";
import { type ListRead, readItems } from "./read-list.ts";

export const dnsResolverType = "Microsoft.Network/dnsResolvers";
export const dnsResolverApiVersion = "2022-07-01";

const resolver = z.object({
  id: z.string(),
  properties: z.object({ virtualNetwork: z.object({ id: z.string().nullish() }).nullish() }).nullish(),
});

export type DnsResolver = Readonly<{ id: string; virtualNetworkId?: string }>;

export const readDnsResolvers = (
  arm: ArmSession,
  after: number,
  group: ResourceGroupRef,
): Promise<ListRead<DnsResolver>> => {
  const scope = resourceGroupId(group);
  return readItems(
    after,
    {
      what: subject("dnsResolvers", group.resourceGroup),
      needs: { action: `${dnsResolverType}/read`, scope },
    },
    () => arm.json.list(`${scope}/providers/${dnsResolverType}`, dnsResolverApiVersion, z.unknown()),
    resolver,
    ({ id, properties }) => ({ id, ...present({ virtualNetworkId: properties?.virtualNetwork?.id }) }),
  );
};
