// Azure DNS Private Resolvers in a resource group.
// https://learn.microsoft.com/rest/api/dns-resolver
import { z } from "zod";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { type ResourceGroupRef, resourceGroupId } from "../../arm/resource-id.ts";
import { present } from "../../map/fields.ts";
import { type ListRead, readJson } from "./read-list.ts";

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
): Promise<ListRead<DnsResolver>> =>
  readJson(arm, after, {
    what: subject("dnsResolvers", group.resourceGroup),
    scope: resourceGroupId(group),
    type: dnsResolverType,
    apiVersion: dnsResolverApiVersion,
    item: resolver,
    map: ({ id, properties }) => ({ id, ...present({ virtualNetworkId: properties?.virtualNetwork?.id }) }),
  });

// DNS forwarding rulesets in a resource group: to whom Azure's own DNS passes on what it is asked, in linked networks.
// https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets

export const rulesetType = "Microsoft.Network/dnsForwardingRulesets";

const named = z.object({ id: z.string(), name: z.string() });
export type Ruleset = z.infer<typeof named>;

export const readRulesets = (
  arm: ArmSession,
  after: number,
  group: ResourceGroupRef,
): Promise<ListRead<Ruleset>> =>
  readJson(arm, after, {
    what: subject("dnsRulesets", group.resourceGroup),
    scope: resourceGroupId(group),
    type: rulesetType,
    apiVersion: dnsResolverApiVersion,
    item: named,
    map: (ruleset) => ruleset,
  });
