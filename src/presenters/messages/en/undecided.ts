// Why nobody knows what a rule does, and what a state is called that Azure has no word for. What was kept as words,
// before it was data, is said as it stands.
import type { FirewallDoubt } from "../../../core/network/firewall/decide.ts";
import type { GroupDoubt } from "../../../core/network/nsg.ts";
import type { CircuitPart, DownState, Lack, RuleDoubt } from "../../../core/network/step.ts";
import { type Says, say } from "../says.ts";

export const groupDoubts: Says<GroupDoubt> = {
  ruleOpen: ({ rule, priority }) =>
    `rule ${rule} (priority ${priority}) names application security groups, a service tag or a range that its text alone does not settle`,
  ruleStrange: ({ rule, priority, kind, word }) =>
    `rule ${rule} (priority ${priority}) has the ${kind} "${word}", which is not known here`,
  accessStrange: ({ rule, word }) => `rule ${rule} has the unknown access "${word}"`,
  noRule: () => "no rule matches, so not all of its rules were read",
  tagOpen: () => "what the tag VirtualNetwork holds here, beside what was read, decides it",
  nothingAsked: () => "there is nothing to decide",
};

export const ruleDoubts: Says<RuleDoubt> = {
  ...groupDoubts,
  policiesStrange: ({ word }) => `the unknown network policies "${word}"`,
};

export const firewallDoubts: Says<FirewallDoubt> = {
  ruleOpen: ({ rule }) => `its rule ${rule} names tags, names or ranges that its text alone does not settle`,
  groupUnread: ({ rule, group }) => `its rule ${rule} names the IP group ${group}, which was not read`,
  kindStrange: ({ rule }) => `its rule ${rule || "without a name"} is of a kind that is not known`,
  actionStrange: ({ collection, word }) => `its collection ${collection} has the unknown action "${word}"`,
  opensTls: ({ rule }) =>
    `its rule ${rule} opens TLS, and whether its certificate is one that the nodes take is not read`,
};

/** All three inside a sentence. */
export const sayRuleDoubt = (doubt: RuleDoubt): string => say(ruleDoubts, doubt);
export const sayFirewallDoubt = (doubt: FirewallDoubt): string => say(firewallDoubts, doubt);

export const lacks: Says<Lack> = {
  deallocated: () => "deallocated",
  noMachineRuns: () => "no machine behind it runs",
  noInterface: () => "no network interface",
  noConnection: () => "no connection of it",
};

export const sayDownState = (state: DownState): string => say(lacks, state);

export const parts: Readonly<Record<string, string>> = {
  circuit: "the circuit",
  provider: "the provider's side",
  privatePeering: "the private peering",
} satisfies Record<CircuitPart, string>;

export const sayPart = (part: CircuitPart): string => parts[part] ?? part;

/** Null: there is no such part. */
export const sayPartState = (state: string | null): string => state ?? "missing";

export const undecidedTexts = { sayRuleDoubt, sayFirewallDoubt, sayDownState, sayPart, sayPartState };
