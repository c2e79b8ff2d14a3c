// Azure Firewall: every check of it. A new one is a file beside this and a line here.
import { firewallAksFqdns } from "./firewall.aks-fqdns.ts";
import { firewallNetworkRules } from "./firewall.network-rules.ts";
import { firewallPrecedence } from "./firewall.precedence.ts";
import { firewallState } from "./firewall.state.ts";

export const firewallChecks = [
  firewallState,
  firewallAksFqdns,
  firewallNetworkRules,
  firewallPrecedence,
] as const;
