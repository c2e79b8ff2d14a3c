// What each DNS forwarding ruleset passes on, and for which networks.
import { z } from "zod";
import type { ForwardingRule, ForwardingRuleset } from "../../core/snapshot/network.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import type { ArmReads } from "./arm-reads.ts";
import { dnsResolverApiVersion, type Ruleset, rulesetType } from "./dns-resolvers.ts";
import { readItems } from "./read-list.ts";
import { type KnownGroups, type ListingRead, listIn } from "./surroundings.ts";

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

async function readOne(arm: ArmSession, after: number, { id, name }: Ruleset) {
  const list = (part: string) => () => arm.json.list(`${id}/${part}`, dnsResolverApiVersion, z.unknown());
  const query = (kind: "rulesetLinks" | "rulesetRules", part: string) => ({
    what: subject(kind, name),
    needs: { action: `${rulesetType}/${part}/read`, scope: id },
  });
  const [links, rules] = await Promise.all([
    readItems(
      after,
      query("rulesetLinks", "virtualNetworkLinks"),
      list("virtualNetworkLinks"),
      link,
      ({ properties }) => properties.virtualNetwork.id,
    ),
    readItems(after, query("rulesetRules", "forwardingRules"), list("forwardingRules"), rule, mapRule),
  ]);
  return {
    ruleset: { id, name, linkedNetworkIds: links.section, rules: rules.section },
    level: Math.max(links.level, rules.level),
  };
}

export async function readForwardingRulesets(
  arm: ArmSession,
  reads: ArmReads,
  groups: KnownGroups,
): Promise<ListingRead<ForwardingRuleset>> {
  const { listing, level } = await listIn(reads.dnsRulesets, groups);
  const read = await Promise.all(listing.items.map((each) => readOne(arm, level, each)));
  return {
    listing: { items: read.map(({ ruleset }) => ruleset), missing: listing.missing },
    level: Math.max(level, ...read.map((each) => each.level)),
  };
}
