// The network model with a changed firewall policy: its firewalls follow the new rules.
import { ruleSetOf } from "../network/firewall/rule-set.ts";
import type { Holder, NetworkModel } from "../network/model.ts";
import type { FirewallPolicy } from "../snapshot/firewall.ts";
import { idKey, sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";

/** Whether nodes take a firewall's own certificates is the cluster's setting, which no policy changes. */
const isTrusted = ({ rules }: Holder): boolean =>
  rules?.status === "collected" && rules.data.isTrusted === true;

export function withPolicy(model: NetworkModel, policy: FirewallPolicy): NetworkModel {
  const policies = { ...model.policies, [idKey(policy.id)]: collected(policy) };
  const holders = model.holders.map((holder) => {
    const firewall = model.firewalls.find(({ id }) => sameId(id, holder.id));
    return firewall === undefined
      ? holder
      : { ...holder, rules: ruleSetOf(firewall, policies, isTrusted(holder)) };
  });
  return { ...model, policies, holders };
}
