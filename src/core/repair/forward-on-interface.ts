// Machines that are to send packets on, and whose interfaces take none that are not for themselves.

import { target } from "../fix/write/action.ts";
import { forResource } from "../fix/write/az.ts";
import { type Fix, joinFixes } from "../fix/write/fix.ts";
import type { Holder } from "../network/model.ts";
import { distinct } from "../text/distinct.ts";
import type { Mend } from "./repair.ts";

const forward = (interfaceId: string): Fix | null =>
  forResource<Fix>(interfaceId, (parts) => ({
    steps: [{ kind: "enableForwarding", at: target(parts, parts.name) }],
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
