// A firewall on the way, as one step.
import type { Section } from "../../snapshot/section.ts";
import { titleOf } from "../flow.ts";
import { type Component, open, passes, type Step, stops, unread } from "../step.ts";
import { decide } from "./decide.ts";
import type { Wanted } from "./match.ts";
import type { RuleSet } from "./rule-set.ts";

export function askFirewall(at: Component, rules: Section<RuleSet>, wanted: Wanted): Step {
  if (rules.status === "unavailable") return unread(at, rules);
  const decision = decide(rules.data, wanted);
  const firewall = at.name;
  switch (decision.access) {
    case "allow":
    case "deny": {
      const { access, rule, collection } = decision;
      return access === "allow"
        ? passes(at, { is: "firewallAllows", firewall, rule, collection })
        : stops(at, { is: "firewallDenies", firewall, rule, collection });
    }
    case "none": {
      const to = wanted.name ?? wanted.destination ?? "";
      const { source, destination, name, protocol, port } = wanted;
      const sought = { source, destination, name, protocol, port };
      return stops(at, { is: "firewallNoRule", firewall, to, service: titleOf(wanted), wanted: sought });
    }
    case "undecided":
      return open(at, { is: "firewallUndecided", firewall, because: decision.because });
  }
}
