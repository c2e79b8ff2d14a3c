// An Azure Firewall that leaves the senders' private addresses in front of what goes to the Internet: without that
// setting it keeps them for private addresses only, as Azure does by itself.
// https://learn.microsoft.com/azure/firewall/snat-private-range
import { ruleSetOf } from "../network/firewall/rule-set.ts";
import type { NetworkModel } from "../network/model.ts";
import type { FirewallPolicy } from "../snapshot/firewall.ts";
import { idKey, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { az, forResource } from "./az.ts";
import type { Mend } from "./repair.ts";

function withPolicy(model: NetworkModel, { untranslated: _none, ...policy }: FirewallPolicy): NetworkModel {
  const policies = { ...model.policies, [idKey(policy.id)]: collected(policy) };
  const holders = model.holders.map((holder) => {
    const firewall = model.firewalls.find(({ id }) => sameId(id, holder.id));
    return firewall === undefined ? holder : { ...holder, rules: ruleSetOf(firewall, policies) };
  });
  return { ...model, policies, holders };
}

/** With classic rules the setting stands among others in the firewall itself: that is left to whoever runs it. */
export const translateAgain: Mend = ({ reason }, model) => {
  if (reason.is !== "sourceKept") return null;
  const policy = model.policies[idKey(reason.keptBy)];
  if (policy?.status !== "collected") return null;
  const { id, name } = policy.data;
  const fix = forResource(id, ({ subscriptionId }) => ({
    commands: [az(subscriptionId, "resource update", "--ids", id, "--remove", "properties.snat")],
    risks: [{ is: "sourcesTranslated" as const }],
    disruptive: true,
    roles: [{ role: "Network Contributor" as const, on: [name] }],
  }));
  return fix && { fix, apply: (before) => withPolicy(before, policy.data) };
};
