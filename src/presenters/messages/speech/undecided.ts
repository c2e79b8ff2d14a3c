// Why nobody knows what a rule does, and what a state is called that Azure has no word for. What was kept as words,
// before it was data, is said as it stands.
import type { FirewallDoubt } from "../../../core/network/filter/firewall-decision.ts";
import type { CircuitPart, DownState, RuleDoubt } from "../../../core/network/model/step.ts";
import { say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

export function undecidedSpeech({ undecided }: Catalogue) {
  const parts: Readonly<Record<CircuitPart, string>> = undecided.part;
  return {
    sayRuleDoubt: (doubt: RuleDoubt): string => say(undecided.ruleDoubt, doubt),
    sayFirewallDoubt: (doubt: FirewallDoubt): string => say(undecided.firewallDoubt, doubt),
    sayDownState: (state: DownState): string => say(undecided.down, state),
    sayPart: (part: CircuitPart): string => parts[part] ?? part,
    /** Null: there is no such part. */
    sayPartState: (state: string | null): string => state ?? undecided.noPart,
  };
}
