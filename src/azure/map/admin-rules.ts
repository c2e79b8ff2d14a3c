// A network manager's effective rules as ARM writes them → our data. One that is not understood may match anything.
import { z } from "zod";
import type { AdminRule } from "../../core/snapshot/admin-rules.ts";
import { nameOf } from "../../core/snapshot/resource-id.ts";

const texts = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);
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
const unreadable = (raw: unknown): readonly AdminRule[] => {
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
  if (found === undefined) return unreadable(raw);
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
