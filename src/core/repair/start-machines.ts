// A machine on the way that does not run: an appliance, or a DNS server.

import { collected } from "../snapshot/section.ts";
import { startMachine } from "./fixes.ts";
import type { Mend } from "./repair.ts";

export const startMachines: Mend = ({ reason, component: { kind, id } }) => {
  if (reason.is !== "hopDown" || kind !== "virtualMachine" || id === null) return null;
  const fix = startMachine({ id, powerState: collected(reason.state) });
  return (
    fix && {
      fix,
      apply: (model) => ({
        ...model,
        holders: model.holders.map((each) =>
          each.id === id ? { ...each, alive: { state: "running" } } : each,
        ),
      }),
    }
  );
};
