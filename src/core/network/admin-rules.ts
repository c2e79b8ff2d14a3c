// A network manager's rules, which come before security groups.
// https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins

import type { AdminRule } from "../snapshot/admin-rules.ts";
import { idKey } from "../snapshot/resource-id.ts";
import { component, type NetworkModel } from "./model.ts";
import { type Flow, matchesRule } from "./nsg.ts";
import { open, passes, type Step, stops } from "./step.ts";

/** `skipsGroups`: no group is asked any more, or it is open whether one is. */
export type AdminAnswer = Readonly<{ steps: readonly Step[]; skipsGroups: boolean }>;

const silent: AdminAnswer = { steps: [], skipsGroups: false };

/** Azure's own services, to whose subnets these rules do not apply. */
const spared =
  /^(AzureFirewallSubnet|AzureFirewallManagementSubnet|AzureBastionSubnet|GatewaySubnet|RouteServerSubnet)$/i;

export const isSpared = (subnetName: string | undefined): boolean => spared.test(subnetName ?? "");

type Access = "deny" | "alwaysallow" | "allow" | "unknown";

function accessOf({ access }: AdminRule): Access {
  const word = access.toLowerCase();
  return word === "deny" || word === "alwaysallow" || word === "allow" ? word : "unknown";
}

const at = ({ id, name }: AdminRule) => component("adminRule", id, name);

function doubt(rule: AdminRule, others: readonly AdminRule[]): AdminAnswer {
  const { name, manager } = rule;
  const mayEnd = others.some((each) => ["alwaysallow", "unknown"].includes(accessOf(each)));
  return { steps: [open(at(rule), { is: "adminUndecided", rule: name, manager })], skipsGroups: mayEnd };
}

function matched(rule: AdminRule): AdminAnswer {
  const { name, manager, priority } = rule;
  switch (accessOf(rule)) {
    case "deny":
      return {
        steps: [stops(at(rule), { is: "adminDenies", rule: name, manager, priority })],
        skipsGroups: true,
      };
    case "alwaysallow":
      return {
        steps: [passes(at(rule), { is: "adminAllows", rule: name, manager, priority })],
        skipsGroups: true,
      };
    case "allow":
      return silent;
    case "unknown":
      return doubt(rule, [rule]);
  }
}

/** The first match decides; one that comes first and may match leaves it open where it would change the answer. */
export function decideAdmin(rules: readonly AdminRule[], flow: Flow): AdminAnswer {
  const inOrder = rules.toSorted((one, other) => one.priority - other.priority);
  const unsettled: AdminRule[] = [];
  for (const rule of inOrder) {
    const answer = matchesRule(rule, flow);
    if (answer === "undecidable") unsettled.push(rule);
    if (answer !== "yes") continue;
    const other = unsettled.find((each) => accessOf(each) !== accessOf(rule));
    return other === undefined ? matched(rule) : doubt(other, [...unsettled, rule]);
  }
  const other = unsettled.find((each) => accessOf(each) !== "allow");
  return other === undefined ? silent : doubt(other, unsettled);
}

/** What was not read says nothing: most networks have no manager, and nothing on a network tells. */
export function askManager({ adminRules }: NetworkModel, networkId: string, flow: Flow): AdminAnswer {
  const rules = adminRules[idKey(networkId)];
  return rules?.status === "collected" ? decideAdmin(rules.data, flow) : silent;
}
