// A machine that is to send packets on, and whose interface takes none that are not for itself.

import type { Fix } from "../outcome/fix.ts";
import { azIn, forResource } from "./az.ts";
import type { Mend } from "./repair.ts";

export const forwardOnInterface: Mend = ({ reason, component: { id } }, model) => {
  if (reason.is !== "hopNotForwarding") return null;
  const { address } = reason;
  const holder = model.holders.find((each) => each.id === id && each.addresses.includes(address));
  const fix = forResource<Fix>(holder?.interfaceId, (parts) => ({
    commands: [azIn(parts, "network nic update", "--name", parts.name, "--ip-forwarding", "true")],
    risks: [{ is: "interfaceForwards" }],
    disruptive: false,
    roles: [{ role: "Network Contributor", on: [parts.name] }],
  }));
  return (
    fix && {
      fix,
      apply: (before) => ({
        ...before,
        holders: before.holders.map((each) => (each === holder ? { ...each, forwards: true } : each)),
      }),
    }
  );
};
