// A firewall on the way, as one step.
import type { Permission } from "../../snapshot/permission.ts";
import type { Section } from "../../snapshot/section.ts";
import { titleOf } from "../flow.ts";
import { type Component, open, passes, type Step, stops, unread } from "../step.ts";
import { decide } from "./decide.ts";
import type { Wanted } from "./match.ts";
import type { RuleSet } from "./rule-set.ts";

const soughtIn = ({ source, destination, name, protocol, port }: Wanted) => ({
  source,
  destination,
  name,
  protocol,
  port,
});

const needsOf = (groupIds: readonly string[]): readonly Permission[] =>
  groupIds.map((scope) => ({ action: "Microsoft.Network/ipGroups/read", scope }));

export function askFirewall(at: Component, rules: Section<RuleSet>, wanted: Wanted): Step {
  if (rules.status === "unavailable") return unread(at, rules);
  const decision = decide(rules.data, wanted);
  const { keepsSource = false, isTrusted = false } = rules.data;
  const firewall = at.name;
  switch (decision.access) {
    case "allow": {
      const { rule, collection, byNetworkRule } = decision;
      const isKept = keepsSource && byNetworkRule && wanted.destination === null;
      return passes(at, {
        is: "firewallAllows",
        firewall,
        rule,
        collection,
        ...(isKept && { keepsSource: true }),
      });
    }
    case "deny": {
      const { rule, collection, before } = decision;
      return stops(at, {
        is: "firewallDenies",
        firewall,
        rule,
        collection,
        ...(before !== null && { before }),
      });
    }
    case "opened": {
      const { rule, collection } = decision;
      return isTrusted
        ? open(at, { is: "firewallUndecided", firewall, because: { is: "opensTls", rule } })
        : stops(at, { is: "firewallOpensTls", firewall, rule, collection, wanted: soughtIn(wanted) });
    }
    case "none": {
      const to = wanted.name ?? wanted.destination ?? "";
      return stops(at, {
        is: "firewallNoRule",
        firewall,
        to,
        service: titleOf(wanted),
        wanted: soughtIn(wanted),
      });
    }
    case "undecided":
      return open(
        at,
        { is: "firewallUndecided", firewall, because: decision.because },
        needsOf(decision.groupIds),
      );
  }
}
