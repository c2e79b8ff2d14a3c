// The inbound endpoints under which Azure DNS Private Resolvers answer.
import { z } from "zod";
import type {
  DnsInboundEndpoint,
  ForwardingRule,
  ForwardingRuleset,
} from "../../../core/snapshot/network.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { present } from "../../map/fields.ts";
import type { ArmReads } from "../kit/arm-reads.ts";
import {
  type DnsResolver,
  dnsResolverApiVersion,
  dnsResolverType,
  type Ruleset,
  rulesetType,
} from "../kit/dns-resolvers.ts";
import { type KnownGroups, type ListingRead, listIn, listingOf, readFurther } from "../kit/group-reads.ts";
import { type ListRead, readJson } from "../kit/read-list.ts";

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
  readJson(arm, after, {
    what: subject("inboundEndpoints"),
    scope: id,
    type: `${dnsResolverType}/inboundEndpoints`,
    path: `${id}/inboundEndpoints`,
    apiVersion: dnsResolverApiVersion,
    item: endpoint,
    map: ({ id: endpointId, properties }) => ({
      id: endpointId,
      provisioningState: properties?.provisioningState ?? "",
      addresses: (properties?.ipConfigurations ?? []).flatMap(
        ({ privateIpAddress }) => privateIpAddress ?? [],
      ),
      ...present({ virtualNetworkId }),
    }),
  });

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

// What each DNS forwarding ruleset passes on, and for which networks.

const link = z.object({ properties: z.object({ virtualNetwork: z.object({ id: z.string() }) }) });
const rule = z.object({
  name: z.string(),
  properties: z.object({
    domainName: z.string(),
    forwardingRuleState: z.string().nullish(),
    targetDnsServers: z.array(z.object({ ipAddress: z.string() })),
  }),
});

const mapRule = ({ name, properties }: z.infer<typeof rule>): ForwardingRule => ({
  name,
  domainName: properties.domainName,
  ruleState: properties.forwardingRuleState ?? "",
  servers: properties.targetDnsServers.map(({ ipAddress }) => ipAddress),
});

async function readRuleset(arm: ArmSession, after: number, { id, name }: Ruleset) {
  const part = { scope: id, apiVersion: dnsResolverApiVersion };
  const [links, rules] = await Promise.all([
    readJson(arm, after, {
      ...part,
      what: subject("rulesetLinks", name),
      type: `${rulesetType}/virtualNetworkLinks`,
      path: `${id}/virtualNetworkLinks`,
      item: link,
      map: ({ properties }) => properties.virtualNetwork.id,
    }),
    readJson(arm, after, {
      ...part,
      what: subject("rulesetRules", name),
      type: `${rulesetType}/forwardingRules`,
      path: `${id}/forwardingRules`,
      item: rule,
      map: mapRule,
    }),
  ]);
  return {
    item: { id, name, linkedNetworkIds: links.section, rules: rules.section },
    level: Math.max(links.level, rules.level),
  };
}

export const readForwardingRulesets = async (
  arm: ArmSession,
  reads: ArmReads,
  groups: KnownGroups,
): Promise<ListingRead<ForwardingRuleset>> =>
  readFurther(await listIn(reads.dnsRulesets, groups), (each, level) => readRuleset(arm, level, each));
