// Lets one flow through a network security group: with a rule before the one that denies it.
import { azIn, forResource } from "./az.ts";
import type { Fix } from "./check.ts";
import { freeName } from "./free-name.ts";
import type { Flow } from "./nsg.ts";
import type { NetworkSecurityGroup, SecurityRule } from "./snapshot.ts";

const highestOwnPriority = 4096;

/** The nearest free number before the rule; null when none is left. */
function priorityBefore(group: NetworkSecurityGroup, rule: SecurityRule): number | null {
  const direction = rule.direction.toLowerCase();
  const taken = new Set(
    group.rules.filter((each) => each.direction.toLowerCase() === direction).map(({ priority }) => priority),
  );
  for (let number = Math.min(rule.priority - 1, highestOwnPriority); number >= 100; number -= 1)
    if (!taken.has(number)) return number;
  return null;
}

/** `what` says whose address is opened. Null when no number before the rule is free. */
export function allowBefore(
  group: NetworkSecurityGroup,
  rule: SecurityRule,
  flow: Flow,
  { name, what }: Readonly<{ name: string; what: string }>,
): Fix | null {
  const priority = priorityBefore(group, rule);
  if (priority === null) return null;
  const protocol = flow.protocol ?? "Tcp";
  // A rule of that name may let people through elsewhere: it has to stay.
  const names = group.rules.map((each) => each.name);
  const argv = {
    "--nsg-name": group.name,
    "--name": freeName(name, names, "-"),
    "--priority": String(priority),
    "--direction": flow.direction,
    "--access": "Allow",
    "--protocol": protocol,
    "--source-address-prefixes": "VirtualNetwork",
    "--destination-address-prefixes": flow.destination,
    "--destination-port-ranges": String(flow.port),
  };
  return forResource(group.id, (parts) => ({
    commands: [azIn(parts, "network nsg rule create", ...Object.entries(argv).flat())],
    risk: `Opens ${protocol.toUpperCase()} ${flow.port} to ${what} only.`,
    disruptive: false,
    role: `Network Contributor on ${group.name}`,
  }));
}
