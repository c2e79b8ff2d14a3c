// The rules of a security group: some are added just before the one that denies a flow, which moves back where no number is
// left before it, or the one that denies is removed.

import { isTag } from "../network/address/public-ranges.ts";
import { isJitRule } from "../network/filter/jit.ts";
import { azureHost, decideFlow, type NsgFlow } from "../network/filter/nsg.ts";
import { isKept, type NetworkModel } from "../network/model/model.ts";
import type { Step } from "../network/model/step.ts";
import { networkTagOf } from "../network/walk/guard.ts";
import { isNodePort, nodePorts } from "../network/walk/platform.ts";
import { idKey } from "../snapshot/resource-id.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../snapshot/security.ts";
import { distinct } from "../text/distinct.ts";
import { freeName } from "./free-name.ts";
import { type Mend, withGroup } from "./repair.ts";
import type { FixStep } from "./write/actions.ts";
import { forResource, target } from "./write/az.ts";
import { type Fix, fixOf, networkRole } from "./write/fix.ts";
import type { FixRisk } from "./write/risk.ts";

/** What a rule to be added opens, no wider than said here. */
export type Opening = Readonly<{
  name: string;
  protocol: "Tcp" | "Udp" | "*";
  sources: readonly string[];
  destinations: readonly string[];
  ports: readonly string[];
  risk: FixRisk;
}>;

export type Blocked = Readonly<{ flow: NsgFlow; opening: Opening }>;

const highestOwnPriority = 4096;
const lowestOwnPriority = 100;

/** Rules of both directions may have the same number. */
const beside = ({ rules }: NetworkSecurityGroup, { direction }: SecurityRule): readonly SecurityRule[] =>
  rules.filter((rule) => rule.direction.toLowerCase() === direction.toLowerCase());

/** The nearest free number before the rule; null when none is left. */
function priorityBefore(group: NetworkSecurityGroup, rule: SecurityRule): number | null {
  const taken = new Set(beside(group, rule).map(({ priority }) => priority));
  for (let number = Math.min(rule.priority - 1, highestOwnPriority); number >= lowestOwnPriority; number -= 1)
    if (!taken.has(number)) return number;
  return null;
}

/** The nearest free number behind it; null where a rule in between would then let through what it denies. */
function priorityBehind(group: NetworkSecurityGroup, rule: SecurityRule): number | null {
  const others = beside(group, rule);
  for (let number = rule.priority + 1; number <= highestOwnPriority; number += 1) {
    const other = others.find(({ priority }) => priority === number);
    if (other === undefined) return number;
    if (!/^deny$/i.test(other.access)) return null;
  }
  return null;
}

function allowAt(priority: number, { rules }: NetworkSecurityGroup, { flow, opening }: Blocked): Allowing {
  // A rule of that name may let people reach something else: it has to stay.
  const names = rules.map(({ name }) => name);
  return {
    name: freeName(opening.name, names, "-"),
    priority,
    direction: flow.direction,
    access: "Allow",
    protocol: opening.protocol,
    sourceAddressPrefixes: opening.sources,
    destinationAddressPrefixes: opening.destinations,
    sourcePortRanges: ["*"],
    destinationPortRanges: opening.ports,
    usesApplicationSecurityGroups: false,
  };
}

/** The rule that lets it through, and, where no number is left before the one that denies, the number to which that moves. */
function allowBefore(
  group: NetworkSecurityGroup,
  deny: SecurityRule,
  blocked: Blocked,
): Readonly<{ rule: Allowing; behind: number | null }> | null {
  const before = priorityBefore(group, deny);
  if (before !== null) return { rule: allowAt(before, group, blocked), behind: null };
  const behind = priorityBehind(group, deny);
  return behind === null ? null : { rule: allowAt(deny.priority, group, blocked), behind };
}

type Allowing = SecurityRule & Pick<NsgFlow, "direction">;

const createRule = (group: NetworkSecurityGroup, rule: Allowing): FixStep | null =>
  forResource(group.id, (parts) => ({
    kind: "createRule",
    at: target(parts, group.name, rule.name),
    ...{ priority: rule.priority, direction: rule.direction, protocol: rule.protocol },
    ...{ sources: rule.sourceAddressPrefixes, destinations: rule.destinationAddressPrefixes },
    ports: rule.destinationPortRanges,
  }));

/** Of a tag, all of it has to get through: to mend a part of what is denied mends nothing. */
const asWhole = ({ destination, tags, ...flow }: NsgFlow): NsgFlow => ({
  ...flow,
  destination,
  tags: tags ?? (isTag(destination) ? { holds: [destination.toLowerCase()], perhaps: [] } : undefined),
});

/** The rule that denies it, or a part of it. */
function denialOf(group: NetworkSecurityGroup, flow: NsgFlow): SecurityRule | null {
  const decision = decideFlow(group, asWhole(flow));
  const isDenied =
    decision.access === "deny" || (decision.access === "undecided" && decision.partly === true);
  return isDenied ? decision.rule : null;
}

const isDenied = (group: NetworkSecurityGroup, { flow }: Blocked): boolean =>
  decideFlow(group, flow).access === "deny";

const moveRule = (group: NetworkSecurityGroup, name: string, priority: number): FixStep | null =>
  forResource(group.id, (parts) => ({ kind: "moveRule", at: target(parts, group.name, name), priority }));

const withRule = (group: NetworkSecurityGroup, rule: SecurityRule): NetworkSecurityGroup => ({
  ...group,
  rules: [...group.rules.filter(({ name }) => name !== rule.name), rule],
});

type Openings = Readonly<{ amended: NetworkSecurityGroup; fix: Fix }>;

/** One rule after the other until nothing is denied any more; null when a group has no number left, or nothing is denied. */
function openings(group: NetworkSecurityGroup, blocked: readonly Blocked[]): Openings | null {
  const steps: FixStep[] = [];
  const risks: FixRisk[] = [];
  let amended = group;
  for (const each of blocked) {
    const denial = isDenied(group, each) ? denialOf(amended, each.flow) : null;
    if (denial === null) continue;
    const allowed = allowBefore(amended, denial, each);
    if (allowed === null) return null;
    const { rule, behind } = allowed;
    if (behind !== null) {
      steps.push(...[moveRule(group, denial.name, behind) ?? []].flat());
      risks.push({
        is: "ruleMoved",
        rule: denial.name,
        group: group.name,
        from: denial.priority,
        to: behind,
      });
      amended = withRule(amended, { ...denial, priority: behind });
    }
    steps.push(...[createRule(group, rule) ?? []].flat());
    risks.push(each.opening.risk);
    amended = withRule(amended, rule);
  }
  return steps.length === 0 ? null : { amended, fix: fixOf(steps, distinct(risks), networkRole(group.name)) };
}

export const openFlows = (group: NetworkSecurityGroup, blocked: readonly Blocked[]): Fix | null =>
  openings(group, blocked)?.fix ?? null;

type Removal = Readonly<{ removed: readonly string[]; fix: Fix }>;

const deleteRule = (group: NetworkSecurityGroup, name: string): FixStep | null =>
  forResource(group.id, (parts) => ({ kind: "deleteRule", at: target(parts, group.name, name) }));

/** Names of the rules that deny something of it, each after the one before it was taken away; null for a default rule. */
function denials(group: NetworkSecurityGroup, blocked: readonly Blocked[]): readonly string[] | null {
  const removed: string[] = [];
  for (const { flow } of blocked.filter((each) => isDenied(group, each))) {
    for (;;) {
      const rules = group.rules.filter(({ name }) => !removed.includes(name));
      const denial = denialOf({ ...group, rules }, flow);
      if (denial === null) break;
      if (denial.priority > highestOwnPriority) return null;
      removed.push(denial.name);
    }
  }
  return removed;
}

/** In a group that AKS manages, what somebody added goes: AKS knows nothing of a further rule, and may undo it. */
function removals(group: NetworkSecurityGroup, blocked: readonly Blocked[]): Removal | null {
  const removed = denials(group, blocked) ?? [];
  const steps = removed.flatMap((name) => deleteRule(group, name) ?? []);
  const risk = { is: "rulesRemoved", rules: removed, group: group.name } as const;
  return steps.length === 0 ? null : { removed, fix: fixOf(steps, risk, networkRole(group.name)) };
}

export type GroupMend = (group: NetworkSecurityGroup, blocked: readonly Blocked[]) => Fix | null;

// A security group that stops a connection: one rule before the one that denies, no wider than the connection.

/** The group that stops it, and what it has to let through; null where it is no group that stops it, or one that is meant to. */
function blockedBy(
  { reason, component }: Step,
  model: NetworkModel,
): Readonly<{ group: NetworkSecurityGroup; flow: Blocked }> | null {
  if (reason.is !== "ruleDenies" || component.id === null) return null;
  // What just-in-time access keeps shut is opened by it, for a while: a rule beside it would keep it open for good.
  if (isJitRule(reason.rule)) return null;
  const group = model.securityGroups[idKey(component.id)];
  const network = model.networks[idKey(reason.network)];
  if (group?.status !== "collected" || network?.status !== "collected") return null;
  const { packet, direction } = reason;
  const { protocol, port, source, destination } = packet;
  // The walk knew from which subnet: what is opened here is walked again.
  const leavesByNat = packet.tags !== undefined && network.data.subnets.some((each) => each.natGatewayId);
  const virtualNetwork = networkTagOf(model, network.data, leavesByNat);
  const opening = {
    name: `allow-aks-${protocol.toLowerCase()}-${port}`,
    protocol,
    sources: [source === azureHost ? "AzureLoadBalancer" : source],
    destinations: [destination],
    // A service may be probed on any of them.
    ports: [source === azureHost && isNodePort(port) ? nodePorts : String(port)],
    risk: { is: "flowOpened", protocol, port, source, destination } as const,
  };
  return { group: group.data, flow: { flow: { ...packet, direction, virtualNetwork }, opening } };
}

export const openGroup: Mend = (stop, model) => {
  const blocked = blockedBy(stop, model);
  const opened = blocked === null ? null : openings(blocked.group, [blocked.flow]);
  if (blocked === null || opened === null) return null;
  const { fix, amended } = opened;
  return { fix, apply: (before) => withGroup(before, amended) };
};

// A rule that somebody added to a security group which its owner keeps, as AKS does the one of its nodes.

export const removeRule: Mend = (stop, model) => {
  const blocked = blockedBy(stop, model);
  if (blocked === null || !isKept(model, blocked.group.id)) return null;
  const { group, flow } = blocked;
  const removal = removals(group, [flow]);
  if (removal === null) return null;
  const rules = group.rules.filter(({ name }) => !removal.removed.includes(name));
  return { fix: removal.fix, apply: (before) => withGroup(before, { ...group, rules }) };
};
