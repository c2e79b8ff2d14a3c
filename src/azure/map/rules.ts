// A firewall's rules as ARM writes them → our data. One that is not understood stands for itself alone, as unreadable.
import { z } from "zod";
import type { FirewallCollection, FirewallGroup, FirewallRule } from "../../core/snapshot/firewall.ts";
import { nameOf } from "../../core/snapshot/resource-id.ts";
import type { AdminRule } from "../../core/snapshot/security.ts";

const texts = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);
const name = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

const networkRule = z.object({
  name,
  ipProtocols: texts,
  sourceAddresses: texts,
  sourceIpGroups: texts,
  destinationAddresses: texts,
  destinationIpGroups: texts,
  destinationFqdns: texts,
  destinationPorts: texts,
});

const protocol = z.object({ protocolType: z.string(), port: z.number().nullish() });
const applicationRule = z.object({
  name,
  sourceAddresses: texts,
  sourceIpGroups: texts,
  destinationAddresses: texts,
  protocols: z.array(protocol).nullish(),
  targetFqdns: texts,
  targetUrls: texts,
  fqdnTags: texts,
  webCategories: texts,
  terminateTLS: z.boolean().nullish(),
});

/** What a rule may say without matching less by it. */
const harmless = ["name", "description", "ruleType", "httpHeadersToInsert"];

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);

/** It says something that nobody here knows. */
const isOdd = (raw: object, known: object): boolean =>
  Object.entries(raw).some(([key, value]) => !(key in known) && !harmless.includes(key) && !isEmpty(value));

const unreadable = (raw: unknown): FirewallRule => ({
  kind: "unreadable",
  name: z.object({ name: z.string() }).safeParse(raw).data?.name ?? "",
});

const ports: Readonly<Record<string, number>> = { http: 80, https: 443, mssql: 1433 };

function mapNetworkRule(raw: object): FirewallRule {
  const rule = networkRule.safeParse(raw).data;
  if (rule === undefined) return unreadable(raw);
  return {
    kind: "network",
    name: rule.name,
    protocols: rule.ipProtocols,
    sources: rule.sourceAddresses,
    sourceGroupIds: rule.sourceIpGroups,
    destinations: rule.destinationAddresses,
    destinationGroupIds: rule.destinationIpGroups,
    fqdns: rule.destinationFqdns,
    ports: rule.destinationPorts,
    isOdd: isOdd(raw, networkRule.shape),
  };
}

function mapApplicationRule(raw: object): FirewallRule {
  const rule = applicationRule.safeParse(raw).data;
  if (rule === undefined) return unreadable(raw);
  return {
    kind: "application",
    name: rule.name,
    protocols: (rule.protocols ?? []).map(({ protocolType, port }) => ({
      type: protocolType,
      port: port ?? ports[protocolType.toLowerCase()] ?? 0,
    })),
    sources: rule.sourceAddresses,
    sourceGroupIds: rule.sourceIpGroups,
    destinations: rule.destinationAddresses,
    fqdns: rule.targetFqdns,
    fqdnTags: rule.fqdnTags,
    others: [...rule.targetUrls, ...rule.webCategories],
    terminatesTls: rule.terminateTLS ?? false,
    isOdd: isOdd(raw, applicationRule.shape),
  };
}

const kind = z.looseObject({ ruleType: z.string().nullish() });

/** `type`: where the rule does not say of which kind it is, as classic ones do not. */
export function mapFirewallRule(raw: unknown, type?: string): FirewallRule {
  const rule = kind.safeParse(raw).data;
  switch (type ?? rule?.ruleType) {
    case "NetworkRule":
      return rule === undefined ? unreadable(raw) : mapNetworkRule(rule);
    case "ApplicationRule":
      return rule === undefined ? unreadable(raw) : mapApplicationRule(rule);
    default:
      return unreadable(raw);
  }
}

const collection = z.object({
  name,
  priority: z.number(),
  ruleCollectionType: z.string().nullish(),
  action: z.object({ type: z.string() }).nullish(),
  rules: z.array(z.unknown()).nullish(),
});

const unreadableCollection = (raw: unknown): FirewallCollection => {
  const rule = unreadable(raw);
  return { name: rule.name, priority: 0, action: "", rules: [rule] };
};

/** Without those that only translate addresses. */
function mapCollection(raw: unknown): readonly FirewallCollection[] {
  const found = collection.safeParse(raw).data;
  if (found === undefined) return [unreadableCollection(raw)];
  const { name: called, priority, action, ruleCollectionType: type, rules } = found;
  if (/^FirewallPolicyNatRuleCollection$/i.test(type ?? "")) return [];
  if (!/^FirewallPolicyFilterRuleCollection$/i.test(type ?? "")) return [unreadableCollection(raw)];
  return [
    {
      name: called,
      priority,
      action: action?.type ?? "",
      rules: (rules ?? []).map((rule) => mapFirewallRule(rule)),
    },
  ];
}

const group = z.object({
  name,
  properties: z.object({ priority: z.number(), ruleCollections: z.array(z.unknown()).nullish() }),
});

export function mapFirewallGroup(raw: unknown): FirewallGroup {
  const found = group.safeParse(raw).data;
  if (found === undefined)
    return { name: unreadable(raw).name, priority: 0, collections: [unreadableCollection(raw)] };
  const { priority, ruleCollections } = found.properties;
  return { name: found.name, priority, collections: (ruleCollections ?? []).flatMap(mapCollection) };
}

/** A group of networks is known by its id only, which is no prefix and so settles nothing. */
const prefixes = z
  .array(z.object({ addressPrefix: z.string() }))
  .nullish()
  .transform((value) => (value ?? []).map(({ addressPrefix }) => addressPrefix));

const effectiveRule = z.object({
  id: z.string(),
  properties: z.object({
    access: z.string(),
    direction: z.string(),
    priority: z.number(),
    protocol: z.string(),
    sources: prefixes,
    destinations: prefixes,
    sourcePortRanges: texts,
    destinationPortRanges: texts,
  }),
});

const managerOf = (id: string): string => /\/networkManagers\/([^/]+)/i.exec(id)?.[1] ?? "";

const anywhere = { sourcePortRanges: ["*"], sourceAddressPrefixes: [], destinationAddressPrefixes: [] };

/** It may come first, in either direction, and say anything. */
const unreadableAdminRules = (raw: unknown): readonly AdminRule[] => {
  const id = z.object({ id: z.string() }).safeParse(raw).data?.id ?? "";
  return ["Inbound", "Outbound"].map((direction) => ({
    ...anywhere,
    id,
    name: nameOf(id),
    manager: managerOf(id),
    priority: 0,
    direction,
    access: "",
    protocol: "*",
    destinationPortRanges: ["*"],
    usesApplicationSecurityGroups: false,
  }));
};

/** All ports are written out, or not at all. */
const portsOf = (ranges: readonly string[]): readonly string[] =>
  ranges.length === 0 ? ["*"] : ranges.map((range) => (range === "0-65535" ? "*" : range));

export function mapAdminRule(raw: unknown): readonly AdminRule[] {
  const found = effectiveRule.safeParse(raw).data;
  if (found === undefined) return unreadableAdminRules(raw);
  const { id, properties: rule } = found;
  return [
    {
      id,
      name: nameOf(id),
      manager: managerOf(id),
      priority: rule.priority,
      direction: rule.direction,
      access: rule.access,
      protocol: /^any$/i.test(rule.protocol) ? "*" : rule.protocol,
      sourceAddressPrefixes: rule.sources,
      destinationAddressPrefixes: rule.destinations,
      sourcePortRanges: portsOf(rule.sourcePortRanges),
      destinationPortRanges: portsOf(rule.destinationPortRanges),
      usesApplicationSecurityGroups: false,
    },
  ];
}
