// The policies that firewalls name, with their rules, and the parents of these.
// https://learn.microsoft.com/rest/api/firewall/firewall-policy-rule-collection-groups/list
import { z } from "zod";
import type {
  Firewall,
  FirewallCollection,
  FirewallGroup,
  FirewallPolicy,
  IpGroup,
} from "../../../core/snapshot/firewall.ts";
import { idKey, idsOnce, nameOf } from "../../../core/snapshot/resource-id.ts";
import { collected, type Section } from "../../../core/snapshot/section.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { parseResourceId } from "../../arm/resource-id.ts";
import { present } from "../../map/fields.ts";
import { mapFirewallGroup } from "../../map/rules.ts";
import type { ListingRead } from "../kit/group-reads.ts";
import { dataOf, notReached, type Read, type ReferencesRead, readIds, readOne } from "../kit/read.ts";

const policyType = "Microsoft.Network/firewallPolicies";
const apiVersion = "2025-05-01";

/** Azure allows a policy one parent, which has none; a network has one firewall or two. */
const maximumPolicies = 6;

const policySchema = z.object({
  id: z.string(),
  properties: z
    .object({
      basePolicy: z.object({ id: z.string().nullish() }).nullish(),
      dnsSettings: z
        .object({ enableProxy: z.boolean().nullish(), servers: z.array(z.string()).nullish() })
        .nullish(),
      threatIntelMode: z.string().nullish(),
      intrusionDetection: z.object({ mode: z.string().nullish() }).nullish(),
      snat: z.object({ privateRanges: z.array(z.string()).nullish() }).nullish(),
    })
    .nullish(),
});

type ArmSettings = NonNullable<z.infer<typeof policySchema>["properties"]>;

const mapSettings = ({
  basePolicy,
  dnsSettings,
  snat,
  ...settings
}: ArmSettings): Omit<FirewallPolicy, "id" | "name" | "groups"> => ({
  dnsProxy: dnsSettings?.enableProxy ?? false,
  ...present({
    basePolicyId: basePolicy?.id,
    proxyServers: dnsSettings?.servers,
    threatIntelligence: settings.threatIntelMode,
    intrusionDetection: settings.intrusionDetection?.mode,
    untranslated: snat?.privateRanges,
  }),
});

const readGroups = (arm: ArmSession, after: number, id: string): Promise<Read<readonly FirewallGroup[]>> =>
  readOne(
    after,
    {
      what: subject("firewallRules", nameOf(id)),
      needs: { action: `${policyType}/ruleCollectionGroups/read`, scope: id },
    },
    () => arm.json.list(`${id}/ruleCollectionGroups`, apiVersion, z.unknown()),
    (groups) => groups.map(mapFirewallGroup),
  );

const readPolicy = async (arm: ArmSession, after: number, id: string): Promise<Read<FirewallPolicy>> => {
  if (parseResourceId(id, policyType) === null)
    return notReached({ is: "notAnId", of: "firewallPolicy", id });
  const query = {
    what: subject("firewallPolicy", nameOf(id)),
    needs: { action: `${policyType}/read`, scope: id },
  };
  const [policy, groups] = await Promise.all([
    readOne(
      after,
      query,
      () => arm.json.get(id, apiVersion, policySchema),
      ({ properties }) => mapSettings(properties ?? {}),
    ),
    readGroups(arm, after, id),
  ]);
  const level = Math.max(policy.level, groups.level);
  if (policy.section.status === "unavailable") return { section: policy.section, level };
  return {
    section: collected({ id, name: nameOf(id), groups: groups.section, ...policy.section.data }),
    level,
  };
};

/** One in a virtual hub is never the next hop of a route that was read. */
const policiesOf = (firewalls: readonly Firewall[]): readonly string[] =>
  firewalls.flatMap(({ inVirtualHub, policyId }) => (inVirtualHub ? [] : (policyId ?? [])));

export const readFirewallPolicies = async (
  arm: ArmSession,
  { listing, level }: ListingRead<Firewall>,
): Promise<ReferencesRead<FirewallPolicy>> => {
  const sections: Record<string, Section<FirewallPolicy>> = {};
  let wanted = policiesOf(listing.items);
  let deepest = level;
  for (
    let left = maximumPolicies;
    wanted.length > 0 && left > 0;
    left = maximumPolicies - Object.keys(sections).length
  ) {
    const after = deepest;
    const chosen = idsOnce(wanted)
      .filter((id) => !(idKey(id) in sections))
      .slice(0, left);
    const found = await readIds(chosen, (id) => readPolicy(arm, after, id));
    Object.assign(sections, found.sections);
    deepest = Math.max(deepest, found.level);
    wanted = Object.values(found.sections).flatMap((section) => dataOf(section)?.basePolicyId ?? []);
  }
  return { sections, level: Object.keys(sections).length === 0 ? 0 : deepest };
};

// Groups of addresses that the rules of firewalls name; none is asked for where no rule names one.
// https://learn.microsoft.com/azure/firewall/ip-groups

const groupType = "Microsoft.Network/ipGroups";

/** Azure lets a policy name hundreds; those that come first in the rules decide most. */
const maximumGroups = 12;

const schema = z.object({ properties: z.object({ ipAddresses: z.array(z.string()).nullish() }).nullish() });

const readGroup = async (arm: ArmSession, after: number, id: string): Promise<Read<IpGroup>> => {
  if (parseResourceId(id, groupType) === null) return notReached({ is: "notAnId", of: "ipGroup", id });
  const query = { what: subject("ipGroup", nameOf(id)), needs: { action: `${groupType}/read`, scope: id } };
  return readOne(
    after,
    query,
    () => arm.json.get(id, apiVersion, schema),
    ({ properties }) => ({ id, name: nameOf(id), addresses: properties?.ipAddresses ?? [] }),
  );
};

const namedIn = (collections: readonly FirewallCollection[]): readonly string[] =>
  collections.flatMap(({ rules }) =>
    rules.flatMap((rule) => {
      if (rule.kind === "unreadable") return [];
      return rule.kind === "network"
        ? [...rule.sourceGroupIds, ...rule.destinationGroupIds]
        : rule.sourceGroupIds;
    }),
  );

export const readIpGroups = async (
  arm: ArmSession,
  firewalls: ListingRead<Firewall>,
  policies: ReferencesRead<FirewallPolicy>,
): Promise<ReferencesRead<IpGroup>> => {
  const ofPolicies = Object.values(policies.sections)
    .flatMap((section) => dataOf(dataOf(section)?.groups) ?? [])
    .flatMap(({ collections }) => namedIn(collections));
  const ofFirewalls = firewalls.listing.items.flatMap(({ collections }) => namedIn(collections));
  const ids = idsOnce([...ofPolicies, ...ofFirewalls]).slice(0, maximumGroups);
  return readIds(ids, (id) => readGroup(arm, Math.max(firewalls.level, policies.level), id));
};
