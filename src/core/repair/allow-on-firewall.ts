// An Azure Firewall of which no rule lets a connection through, or the one that does opens TLS: a group of rules of its
// own, no wider than what is needed.
// https://learn.microsoft.com/azure/aks/limit-egress-traffic

import { forResource } from "../fix/write/az.ts";
import type { Fix } from "../fix/write/fix.ts";
import type { NetworkModel } from "../network/model.ts";
import type { Reason } from "../network/step.ts";
import type {
  FirewallApplicationRule,
  FirewallGroup,
  FirewallNetworkRule,
  FirewallPolicy,
} from "../snapshot/firewall.ts";
import { idKey, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { freeName } from "./free-name.ts";
import type { Mend } from "./repair.ts";
import { withPolicy } from "./with-policy.ts";

type Allowing = FirewallNetworkRule | FirewallApplicationRule;

type Unmet = Extract<Reason, Readonly<{ is: "firewallNoRule" | "firewallOpensTls" }>>;

type Opens = Extract<Reason, Readonly<{ is: "firewallOpensTls" }>>;

/** What AKS keeps up to date itself: every name that its nodes need. */
const aksTag = "AzureKubernetesService";

const none = { sourceGroupIds: [], isOdd: false };

/** A public name is one of those that nodes need; what lies at an address is let through at that address. */
function ruleFor({ wanted }: Pick<Unmet, "wanted">): Allowing {
  const { name, source, destination, protocol, port } = wanted;
  const from = { ...none, name: "aks", sources: [source] };
  return name === null
    ? {
        ...{
          ...from,
          kind: "network",
          protocols: [protocol.toUpperCase()],
          destinations: [destination ?? ""],
        },
        ...{ destinationGroupIds: [], fqdns: [], ports: [String(port)] },
      }
    : {
        ...{ ...from, kind: "application", protocols: [{ type: "Https", port: 443 }], fqdns: [] },
        ...{ destinations: [], fqdnTags: [aksTag], others: [], terminatesTls: false },
      };
}

const inArm = (rule: Allowing) => {
  const { name, sources: sourceAddresses } = rule;
  if (rule.kind === "network")
    return {
      ...{ ruleType: "NetworkRule", name, sourceAddresses, ipProtocols: rule.protocols },
      ...{ destinationAddresses: rule.destinations, destinationPorts: rule.ports },
    };
  const protocols = rule.protocols.map(({ type: protocolType, port }) => ({ protocolType, port }));
  return { ruleType: "ApplicationRule", name, sourceAddresses, protocols, fqdnTags: rule.fqdnTags };
};

/** Groups take 100 to 65000; the first free hundred. */
function freePriority(groups: readonly FirewallGroup[]): number | undefined {
  const taken = new Set(groups.map(({ priority }) => priority));
  return Array.from({ length: 649 }, (_each, index) => (index + 1) * 100).find((each) => !taken.has(each));
}

/** Before the group of a rule that comes too early; undefined where that is a parent's, whose rules come before all others. */
function priorityBefore({ rule, collection }: Opens, groups: readonly FirewallGroup[]): number | undefined {
  const holding = groups.find(({ collections }) =>
    collections.some(({ name, rules }) => name === collection && rules.some((each) => each.name === rule)),
  );
  const taken = new Set(groups.map(({ priority }) => priority));
  const free = Array.from(
    { length: Math.max(0, (holding?.priority ?? 0) - 100) },
    (_each, index) => index + 100,
  );
  return free.find((each) => !taken.has(each));
}

function fixFor(policy: FirewallPolicy, group: FirewallGroup, rule: Allowing): Fix | null {
  const { name, priority } = group;
  const collection = {
    ...{ ruleCollectionType: "FirewallPolicyFilterRuleCollection", name, priority },
    ...{ action: { type: "Allow" }, rules: [inArm(rule)] },
  };
  const id = `${policy.id}/ruleCollectionGroups/${name}`;
  const { kind, sources } = rule;
  return forResource(policy.id, () => ({
    steps: [{ kind: "createRuleGroup", id, body: { priority, ruleCollections: [collection] } }],
    risks: [
      kind === "application"
        ? { is: "firewallLetsNames", tag: aksTag, sources }
        : { is: "firewallLetsConnection", sources },
    ],
    disruptive: false,
    roles: [{ role: "Network Contributor", on: [policy.name] }],
  }));
}

function withGroup(model: NetworkModel, policy: FirewallPolicy, group: FirewallGroup): NetworkModel {
  const groups = policy.groups.status === "collected" ? [...policy.groups.data, group] : [group];
  return withPolicy(model, { ...policy, groups: collected(groups) });
}

/** Classic rules are left to whoever runs them: a firewall holds all of them in one, and a line would write them all anew. */
export const allowOnFirewall: Mend = ({ reason, component: { id } }, model) => {
  if (reason.is !== "firewallNoRule" && reason.is !== "firewallOpensTls") return null;
  const policyId = model.firewalls.find((each) => sameId(each.id, id ?? undefined))?.policyId;
  const policy = policyId === undefined ? undefined : model.policies[idKey(policyId)];
  if (policy?.status !== "collected" || policy.data.groups.status !== "collected") return null;
  const groups = policy.data.groups.data;
  const priority = reason.is === "firewallNoRule" ? freePriority(groups) : priorityBefore(reason, groups);
  if (priority === undefined) return null;
  const rule = ruleFor(reason);
  const name = freeName(
    "allow-aks",
    groups.map((group) => group.name),
    "-",
  );
  const group = {
    ...{ name, priority },
    collections: [{ name, priority, action: "Allow", rules: [rule] }],
  };
  const fix = fixFor(policy.data, group, rule);
  return fix && { fix, apply: (before) => withGroup(before, policy.data, group) };
};
