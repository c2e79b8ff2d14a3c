// Rules that let some public addresses through before a later one denies the rest.

import type { NetworkSecurityGroup, SecurityRule } from "../snapshot/security.ts";
import { coverage, parseCidr, privateSpace } from "./cidr.ts";
import { concerns, type Flow } from "./nsg.ts";

const isPublicEntry = (entry: string): boolean =>
  parseCidr(entry) === null ? !/^VirtualNetwork$/i.test(entry) : coverage(privateSpace, entry) === "no";

/** On TCP 443. `priority` is that of the rule that denies. */
export const allowedBefore = (
  { rules }: NetworkSecurityGroup,
  priority: number,
  direction: Flow["direction"] = "Outbound",
): readonly SecurityRule[] =>
  rules.filter(
    (rule) =>
      rule.priority < priority &&
      /^allow$/i.test(rule.access) &&
      concerns(rule, { direction, protocol: "Tcp", port: 443 }) !== "no" &&
      rule.destinationAddressPrefixes.some(isPublicEntry),
  );
