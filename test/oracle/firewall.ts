// What an Azure Firewall lets through.
// https://learn.microsoft.com/azure/firewall/rule-processing
// https://learn.microsoft.com/azure/aks/limit-egress-traffic
import { holds, isRange, somewherePublic } from "./addresses.ts";
import { type Answer, broken, cannotTell, works } from "./answer.ts";
import { at, type Estate, type Holder, listAt, type Resource, same, textAt, textsAt } from "./estate.ts";
import type { Packet } from "./security-groups.ts";

type Collection = Readonly<{ allows: boolean; kind: "Network" | "Application"; rules: readonly unknown[] }>;

/** https://learn.microsoft.com/azure/aks/outbound-rules-control-egress#azure-global-required-fqdn--application-rules */
const neededNames = [
  "mcr.microsoft.com",
  "eastus.data.mcr.microsoft.com",
  "management.azure.com",
  "login.microsoftonline.com",
  "packages.microsoft.com",
];

const byPriority = (resources: readonly unknown[], path: string): readonly unknown[] =>
  resources.toSorted((left, right) => Number(at(left, path)) - Number(at(right, path)));

/** A parent's groups come before the child's: https://learn.microsoft.com/azure/firewall/policy-rule-sets */
function collectionsOf(estate: Estate, policy: Resource | undefined): readonly Collection[] {
  if (policy === undefined) return [];
  const parent = estate.get(textAt(policy, "properties.basePolicy.id"));
  const groups = byPriority(estate.childrenOf(policy.id, "ruleCollectionGroups"), "properties.priority");
  const collections = groups.flatMap((group) =>
    byPriority(listAt(group, "properties.ruleCollections"), "priority"),
  );
  return [
    ...collectionsOf(estate, parent),
    ...collections.map((each) => {
      const rules = listAt(each, "rules");
      const kind =
        textAt(rules[0], "ruleType") === "NetworkRule" ? ("Network" as const) : ("Application" as const);
      return { allows: textAt(each, "action.type") === "Allow", kind, rules };
    }),
  ];
}

const namesRange = (estate: Estate, rule: unknown, side: "source" | "destination", address: string) => {
  const groups = textsAt(rule, `${side}IpGroups`).flatMap((id) =>
    textsAt(estate.get(id), "properties.ipAddresses"),
  );
  const ranges = [...textsAt(rule, `${side}Addresses`), ...groups];
  return ranges.some((each) => each === "*" || (isRange(each) && holds(each, address) === true));
};

const matchesNetwork = (estate: Estate, rule: unknown, packet: Packet): boolean =>
  textsAt(rule, "ipProtocols").some((each) => each === "Any" || same(each, packet.protocol)) &&
  textsAt(rule, "destinationPorts").some((each) => each === "*" || each === String(packet.port)) &&
  namesRange(estate, rule, "source", packet.from) &&
  namesRange(estate, rule, "destination", packet.to);

/** A tag or a range that may hold the address. */
const mayMatch = (estate: Estate, rule: unknown, packet: Packet): boolean =>
  textsAt(rule, "destinationPorts").some((each) => each.includes(String(packet.port)) || each === "*") &&
  namesRange(estate, rule, "source", packet.from) &&
  packet.to === somewherePublic &&
  textsAt(rule, "destinationAddresses").some((each) => !isRange(each) || holds(each, packet.to) === null);

const fits = (pattern: string, name: string): boolean =>
  pattern === "*" || same(pattern, name) || (pattern.startsWith("*.") && name.endsWith(pattern.slice(1)));

const matchesName = (estate: Estate, rule: unknown, packet: Packet, name: string): boolean =>
  namesRange(estate, rule, "source", packet.from) &&
  listAt(rule, "protocols").some(
    (each) => textAt(each, "protocolType") === "Https" && Number(at(each, "port")) === packet.port,
  ) &&
  (textsAt(rule, "fqdnTags").includes("AzureKubernetesService") ||
    textsAt(rule, "targetFqdns").some((each) => fits(each, name)));

/** Network rules first; then, for names, application rules; what no rule lets through is denied. */
export function passesFirewall(estate: Estate, firewall: Holder, packet: Packet): Answer {
  const resource = estate.get(firewall.id);
  const policy = estate.get(textAt(resource, "properties.firewallPolicy.id"));
  const collections = collectionsOf(estate, policy);
  const blame = [firewall.id, ...(policy === undefined ? [] : [policy.id])];
  const denied = broken("the firewall denies it", ...blame);
  if (textAt(resource, "properties.provisioningState") === "Failed") return cannotTell("the firewall failed");
  if (policy !== undefined && textAt(policy, "properties.threatIntelMode") === "Deny")
    return cannotTell("threat intelligence may deny it");
  const network = collections.filter(({ kind }) => kind === "Network");
  for (const { allows, rules } of network) {
    if (rules.some((rule) => matchesNetwork(estate, rule, packet))) return allows ? works : denied;
    if (rules.some((rule) => mayMatch(estate, rule, packet))) return cannotTell("a tag may hold the address");
  }
  if (packet.to !== somewherePublic || packet.protocol !== "Tcp") return denied;
  const names = collections.filter(({ kind }) => kind === "Application");
  const passes = neededNames.every(
    (name) =>
      names.find(({ rules }) => rules.some((rule) => matchesName(estate, rule, packet, name)))?.allows ===
      true,
  );
  return passes ? works : denied;
}
