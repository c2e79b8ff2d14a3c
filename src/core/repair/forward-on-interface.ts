// Machines that are to send packets on, and whose interfaces take none that are not for themselves.

import type { Holder } from "../network/model.ts";
import { distinct } from "../outcome/distinct.ts";
import { type Fix, joinFixes } from "../outcome/fix.ts";
import { azIn, forResource } from "./az.ts";
import type { Mend } from "./repair.ts";

const forward = (interfaceId: string): Fix | null =>
  forResource<Fix>(interfaceId, (parts) => ({
    commands: [azIn(parts, "network nic update", "--name", parts.name, "--ip-forwarding", "true")],
    risks: [{ is: "interfaceForwards" }],
    disruptive: false,
    roles: [{ role: "Network Contributor", on: [parts.name] }],
  }));

/** Its own, or those of the machines behind a load balancer. */
const interfacesOf = ({ interfaceId, behind = [] }: Holder): readonly string[] =>
  distinct([
    ...(interfaceId === undefined ? [] : [interfaceId]),
    ...behind.filter(({ forwards }) => !forwards).map((each) => each.interfaceId),
  ]);

export const forwardOnInterface: Mend = ({ reason, component: { id } }, model) => {
  if (reason.is !== "hopNotForwarding") return null;
  const { address } = reason;
  const holder = model.holders.find((each) => each.id === id && each.addresses.includes(address));
  const fixes = holder === undefined ? [] : interfacesOf(holder).map(forward);
  const fix = joinFixes(fixes.flatMap((each) => each ?? []));
  return fix === undefined || fixes.includes(null)
    ? null
    : {
        fix,
        apply: (before) => ({
          ...before,
          holders: before.holders.map((each) => (each === holder ? { ...each, forwards: true } : each)),
        }),
      };
};
