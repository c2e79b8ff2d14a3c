// Ways to sign in to a machine other than the usual ports through Bastion: on a port of its own, or at a public address.

import type { BastionHost } from "../snapshot/hosts.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../snapshot/security.ts";
import { coverage, parseCidr, privateSpace } from "./cidr.ts";
import { decideFlow, type Flow } from "./nsg.ts";

/** What machines are not signed in to on. */
const others = [22, 53, 80, 443, 3389];
/** Default rules come after those of one's own. */
const lastOwn = 4096;

const letsIn = ({ priority, direction, access }: SecurityRule): boolean =>
  priority <= lastOwn && /^inbound$/i.test(direction) && /^allow$/i.test(access);

const single = (range: string): readonly number[] => (/^\d{1,5}$/.test(range) ? [Number(range)] : []);

/** https://learn.microsoft.com/azure/bastion/configuration-settings#ports */
export const takesOtherPorts = ({ sku }: BastionHost): boolean => /^(standard|premium)$/i.test(sku);

/** Ports that somebody opened one by one: whether sign-ins are taken there, Azure does not show. */
export function portsOpened(group: NetworkSecurityGroup, flow: Flow): readonly number[] {
  const named = group.rules.filter(letsIn).flatMap((rule) => rule.destinationPortRanges.flatMap(single));
  return [...new Set(named)].filter(
    (port) => !others.includes(port) && decideFlow(group, { ...flow, port }).access === "allow",
  );
}

const isOutside = (entry: string): boolean =>
  /^(\*|any|internet)$/i.test(entry) || (parseCidr(entry) !== null && coverage(privateSpace, entry) === "no");

/** Somebody outside is let in on SSH or RDP. */
export const letsOutsideIn = ({ rules }: NetworkSecurityGroup): boolean =>
  rules
    .filter(letsIn)
    .some(
      ({ destinationPortRanges, sourceAddressPrefixes }) =>
        destinationPortRanges.some((range) => ["22", "3389", "*"].includes(range)) &&
        sourceAddressPrefixes.some(isOutside),
    );
