// What lines to paste make of the network, read from the lines themselves: a fix that no walk proposed is proved like any
// other, by walking what it leaves.

import type { NetworkModel } from "../network/model.ts";
import { parseResourceId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../snapshot/security.ts";

type Flags = ReadonlyMap<string, readonly string[]>;

const words = (line: string): readonly string[] =>
  (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'|'$/g, ""));

function flagsOf(line: string): Flags {
  const flags = new Map<string, string[]>();
  let last: string[] = [];
  for (const word of words(line)) {
    if (!word.startsWith("--")) last.push(word);
    else {
      last = [];
      flags.set(word.slice(2), last);
    }
  }
  return flags;
}

const one = (flags: Flags, name: string): string => flags.get(name)?.[0] ?? "";

function ruleOf(flags: Flags): SecurityRule {
  return {
    name: one(flags, "name"),
    priority: Number(one(flags, "priority")),
    direction: one(flags, "direction"),
    access: one(flags, "access"),
    protocol: one(flags, "protocol"),
    sourceAddressPrefixes: flags.get("source-address-prefixes") ?? [],
    destinationAddressPrefixes: flags.get("destination-address-prefixes") ?? [],
    sourcePortRanges: ["*"],
    destinationPortRanges: flags.get("destination-port-ranges") ?? [],
    usesApplicationSecurityGroups: false,
  };
}

const isMeant = ({ id }: NetworkSecurityGroup, flags: Flags): boolean => {
  const parts = parseResourceId(id);
  const told = [one(flags, "subscription"), one(flags, "resource-group"), one(flags, "nsg-name")];
  const own = [parts?.subscriptionId, parts?.resourceGroup, parts?.name];
  return told.join("/").toLowerCase() === own.join("/").toLowerCase();
};

function afterLine(model: NetworkModel, line: string): NetworkModel | null {
  if (!line.startsWith("az network nsg rule create ")) return null;
  const flags = flagsOf(line);
  for (const [key, group] of Object.entries(model.securityGroups)) {
    if (group?.status !== "collected" || !isMeant(group.data, flags)) continue;
    const changed = collected({ ...group.data, rules: [...group.data.rules, ruleOf(flags)] });
    return { ...model, securityGroups: { ...model.securityGroups, [key]: changed } };
  }
  return null;
}

/** Null where a line is of a kind whose effect is not known here, or about something that was not read. */
export const madeByLines = (model: NetworkModel, lines: readonly string[]): NetworkModel | null =>
  lines.reduce<NetworkModel | null>(
    (made, line) => (made === null ? null : afterLine(made, line)),
    lines.length === 0 ? null : model,
  );
