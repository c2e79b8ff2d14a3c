// Where anybody on the Internet is let in to sign in: each group before a place has to allow it.

import type { ById } from "../snapshot/listing.ts";
import type { VirtualNetwork } from "../snapshot/network.ts";
import { idKey, nameOf } from "../snapshot/resource-id.ts";
import { collected, type Section, unavailable } from "../snapshot/section.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../snapshot/security.ts";
import { subject } from "../snapshot/subject.ts";
import { decideFlow } from "./nsg.ts";

/** The first rule that lets it in, and whose it is. */
export type InternetDoor = Readonly<{ group: NetworkSecurityGroup; rule: SecurityRule; port: number }>;

export type Guarded = Readonly<{ network: VirtualNetwork; address: string; groupIds: readonly string[] }>;

/** SSH and RDP. */
export const signInPorts = [22, 3389] as const;

/** What each group's rules do with the first packet of somebody on the Internet. */
const decisionsAt = (
  { network, address }: Guarded,
  groups: readonly NetworkSecurityGroup[],
  port: number,
): readonly ReturnType<typeof decideFlow>[] =>
  groups.map((group) =>
    decideFlow(group, {
      ...{ direction: "Inbound", protocol: "Tcp", source: "Internet", destination: address, port },
      virtualNetwork: { holds: network.addressPrefixes, mayHold: [] },
    }),
  );

/** Null where nobody is let in, as before a place without any group: an address of Azure's is shut by itself. */
export function internetDoor(
  guarded: Guarded,
  all: ById<NetworkSecurityGroup>,
): Section<InternetDoor | null> {
  const sections = guarded.groupIds.map((id) => {
    const needs = [{ action: "Microsoft.Network/networkSecurityGroups/read", scope: id }];
    const why = { is: "notRead", what: subject("networkSecurityGroup", nameOf(id)) } as const;
    return all[idKey(id)] ?? unavailable("notReached", why, needs);
  });
  const hidden = sections.find((section) => section.status === "unavailable");
  const groups = sections.flatMap((section) => (section.status === "collected" ? [section.data] : []));
  for (const port of signInPorts) {
    const decisions = decisionsAt(guarded, groups, port);
    const [group] = groups;
    const rule = decisions[0]?.rule ?? null;
    if (group === undefined || rule === null || decisions.some(({ access }) => access !== "allow")) continue;
    return hidden ?? collected({ group, rule, port });
  }
  const isShut = signInPorts.every((port) =>
    decisionsAt(guarded, groups, port).some(({ access }) => access === "deny"),
  );
  return hidden !== undefined && !isShut ? hidden : collected(null);
}
