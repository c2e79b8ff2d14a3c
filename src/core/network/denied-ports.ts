// Services that somebody denied by a rule of their own: one port of each, for what may need them.
import type { NetworkSecurityGroup } from "../snapshot/security.ts";
import { coverage, parseCidr } from "./cidr.ts";
import type { Service } from "./flow.ts";

/** Those above are Azure's. */
const highestOwnPriority = 4096;

/** SSH and RDP: nothing that runs on nodes signs in to others, and many owners deny it. */
const signIns = [22, 3389];

const firstPort = (range: string): number => Number(/^\d+/.exec(range)?.[0] ?? Number.NaN);

/** Tags may mean it. */
const mayMean = (prefixes: readonly string[], addresses: readonly string[]): boolean =>
  prefixes.some(
    (prefix) => parseCidr(prefix) === null || addresses.some((each) => coverage([prefix], each) !== "no"),
  );

/** To any of the addresses. */
export const servicesDenied = (
  { rules }: NetworkSecurityGroup,
  addresses: readonly string[],
): readonly Service[] =>
  rules
    .filter(({ access, priority }) => /^deny$/i.test(access) && priority <= highestOwnPriority)
    .filter(({ destinationAddressPrefixes: prefixes }) => mayMean(prefixes, addresses))
    .flatMap(({ protocol, destinationPortRanges }) =>
      destinationPortRanges
        .map(firstPort)
        .filter((port) => port > 0 && !signIns.includes(port))
        .map((port) => ({ protocol: /^udp$/i.test(protocol) ? ("Udp" as const) : ("Tcp" as const), port })),
    );
