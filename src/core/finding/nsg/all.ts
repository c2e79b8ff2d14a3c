// Security groups and rules: every check of it. A new one is a file beside this and a line here.
import { nsgAvnmAdminRules } from "./nsg.avnm-admin-rules.ts";
import { nsgClient443 } from "./nsg.client-443.ts";
import { nsgEffective } from "./nsg.effective.ts";
import { nsgIntraNode } from "./nsg.intra-node.ts";
import { nsgJumpInbound } from "./nsg.jump-inbound.ts";
import { nsgNodeEgress } from "./nsg.node-egress.ts";
import { nsgPeInbound } from "./nsg.pe-inbound.ts";
import { nsgSshInternet } from "./nsg.ssh-internet.ts";

export const nsgChecks = [
  nsgClient443,
  nsgPeInbound,
  nsgNodeEgress,
  nsgIntraNode,
  nsgJumpInbound,
  nsgAvnmAdminRules,
  nsgSshInternet,
  nsgEffective,
] as const;
