// Rules that let flows through a security group: each before what denies it, at a free priority, under a free name.
import { azIn, forResource } from "./az.ts";
import { freeName } from "./free-name.ts";
import type { NetworkSecurityGroup } from "./snapshot.ts";

export type WantedRule = Readonly<{
  name: string;
  direction: "Inbound" | "Outbound";
  protocol: "Tcp" | "*";
  source: string;
  destination: string;
  ports: readonly string[];
  /** The priority of the rule that denies it. */
  before: number;
}>;

const lowestPriority = 100;
const highestOwnPriority = 4096;

/** The nearest free number before another one; null when none is left. */
function priorityBefore(number: number, taken: ReadonlySet<number>): number | null {
  for (let free = Math.min(number - 1, highestOwnPriority); free >= lowestPriority; free -= 1)
    if (!taken.has(free)) return free;
  return null;
}

const line = (group: NetworkSecurityGroup, rule: WantedRule, name: string, priority: number): string | null =>
  forResource(group.id, (parts) =>
    azIn(
      parts,
      "network nsg rule create",
      "--nsg-name",
      group.name,
      "--name",
      name,
      "--priority",
      String(priority),
      "--direction",
      rule.direction,
      "--access",
      "Allow",
      "--protocol",
      rule.protocol,
      "--source-address-prefixes",
      rule.source,
      "--destination-address-prefixes",
      rule.destination,
      "--destination-port-ranges",
      ...rule.ports,
    ),
  );

/** One line a rule. Null where not all of them can be made: half of a repair repairs nothing. */
export function allowRules(
  group: NetworkSecurityGroup,
  wanted: readonly WantedRule[],
): readonly string[] | null {
  const names = group.rules.map(({ name }) => name);
  const taken = { Inbound: new Set<number>(), Outbound: new Set<number>() };
  for (const { direction, priority } of group.rules)
    taken[/^inbound$/i.test(direction) ? "Inbound" : "Outbound"].add(priority);
  const lines: string[] = [];
  for (const rule of wanted) {
    const name = freeName(rule.name, names, "-");
    const priority = priorityBefore(rule.before, taken[rule.direction]);
    const text = priority === null ? null : line(group, rule, name, priority);
    if (priority === null || text === null) return null;
    names.push(name);
    taken[rule.direction].add(priority);
    lines.push(text);
  }
  return lines;
}
