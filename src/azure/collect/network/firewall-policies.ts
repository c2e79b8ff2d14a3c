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
import { idKey, nameOf } from "../../../core/snapshot/resource-id.ts";
import { collected } from "../../../core/snapshot/section.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { parseResourceId } from "../../arm/resource-id.ts";
import { present } from "../../map/fields.ts";
import { mapFirewallGroup } from "../../map/rules.ts";
import type { ListingRead } from "../kit/arm-reads.ts";
import { notReached, type Read, readOne } from "../kit/read.ts";
import type { ReferencesRead } from "./references.ts";

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
  const found = new Map<string, Read<FirewallPolicy>>();
  let wanted = policiesOf(listing.items);
  let deepest = level;
  while (wanted.length > 0 && found.size < maximumPolicies) {
    const after = deepest;
    const unique = new Map(wanted.map((id) => [idKey(id), id]));
    const chosen = [...unique].filter(([key]) => !found.has(key)).slice(0, maximumPolicies - found.size);
    const reads = await Promise.all(
      chosen.map(async ([key, id]) => [key, await readPolicy(arm, after, id)] as const),
    );
    for (const [key, read] of reads) found.set(key, read);
    deepest = Math.max(deepest, ...reads.map(([, read]) => read.level));
    wanted = reads.flatMap(([, { section }]) =>
      section.status === "collected" ? (section.data.basePolicyId ?? []) : [],
    );
  }
  return {
    sections: Object.fromEntries([...found].map(([key, read]) => [key, read.section])),
    level: found.size === 0 ? 0 : deepest,
  };
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
  const ofPolicies = Object.values(policies.sections).flatMap((section) =>
    section.status === "collected" && section.data.groups.status === "collected"
      ? section.data.groups.data.flatMap(({ collections }) => namedIn(collections))
      : [],
  );
  const ofFirewalls = firewalls.listing.items.flatMap(({ collections }) => namedIn(collections));
  const unique = new Map([...ofPolicies, ...ofFirewalls].map((id) => [idKey(id), id]));
  const after = Math.max(firewalls.level, policies.level);
  const found = await Promise.all(
    [...unique]
      .slice(0, maximumGroups)
      .map(async ([key, id]) => [key, await readGroup(arm, after, id)] as const),
  );
  return {
    sections: Object.fromEntries(found.map(([key, read]) => [key, read.section])),
    level: Math.max(0, ...found.map(([, read]) => read.level)),
  };
};
