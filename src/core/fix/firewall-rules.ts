// The rules of an Azure Firewall, and whether it translates the addresses of senders.
import { type RuleSettings, ruleSetOf } from "../network/filter/firewall-rules.ts";
import type { Holder, NetworkModel } from "../network/model/model.ts";
import type { Reason } from "../network/model/step.ts";
import type {
  FirewallApplicationRule,
  FirewallGroup,
  FirewallNetworkRule,
  FirewallPolicy,
} from "../snapshot/firewall.ts";
import { idKey, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { freeName } from "./free-name.ts";
import { type Mend, repairBy } from "./repair.ts";
import { type Fix, fixAt } from "./write/fix.ts";

/** Whether nodes take a firewall's own certificates, and what IP groups hold, no policy changes. */
function settingsOf({ rules }: Holder): RuleSettings {
  if (rules?.status !== "collected") return {};
  const { isTrusted, ipGroups } = rules.data;
  return { ...(isTrusted !== undefined && { isTrusted }), ...(ipGroups !== undefined && { ipGroups }) };
}

/** The network model with a changed firewall policy: its firewalls follow the new rules. */
export function withPolicy(model: NetworkModel, policy: FirewallPolicy): NetworkModel {
  const policies = { ...model.policies, [idKey(policy.id)]: collected(policy) };
  const holders = model.holders.map((holder) => {
    const firewall = model.firewalls.find(({ id }) => sameId(id, holder.id));
    return firewall === undefined
      ? holder
      : { ...holder, rules: ruleSetOf(firewall, policies, settingsOf(holder)) };
  });
  return { ...model, policies, holders };
}

// An Azure Firewall of which no rule lets a connection through, or the one that does opens TLS: a group of rules of its
// own, no wider than what is needed.
// https://learn.microsoft.com/azure/aks/limit-egress-traffic

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
  return fixAt(
    policy.id,
    () => ({ kind: "createRuleGroup", id, body: { priority, ruleCollections: [collection] } }),
    kind === "application"
      ? { is: "firewallLetsNames", tag: aksTag, sources }
      : { is: "firewallLetsConnection", sources },
  );
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
  return repairBy(fixFor(policy.data, group, rule), (before) => withGroup(before, policy.data, group));
};

// An Azure Firewall that leaves the senders' private addresses in front of what goes to the Internet: without that
// setting it keeps them for private addresses only, as Azure does by itself.
// https://learn.microsoft.com/azure/firewall/snat-private-range

/** With classic rules the setting stands among others in the firewall itself: that is left to whoever runs it. */
export const translateAgain: Mend = ({ reason }, model) => {
  if (reason.is !== "sourceKept") return null;
  const policy = model.policies[idKey(reason.keptBy)];
  if (policy?.status !== "collected") return null;
  const { untranslated: _none, ...translated } = policy.data;
  const { id } = translated;
  const fix = fixAt(id, () => ({ kind: "resetTranslation", id }), { is: "sourcesTranslated" });
  return repairBy(fix, (before) => withPolicy(before, translated));
};
