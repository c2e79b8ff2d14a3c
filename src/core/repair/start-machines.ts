// A machine on the way that does not run: an appliance, a DNS server, or what stands behind a load balancer.

import type { NetworkModel } from "../network/model.ts";
import type { Step } from "../network/step.ts";
import type { JumpHost } from "../snapshot/hosts.ts";
import { collected } from "../snapshot/section.ts";
import { startMachine } from "./fixes.ts";
import type { Mend } from "./repair.ts";

type Machine = Pick<JumpHost, "id" | "powerState">;

/** What does not run: the machine itself, or all behind a load balancer. */
const machinesAt = (
  { reason, component: { kind, id } }: Step,
  { holders }: NetworkModel,
): readonly Machine[] => {
  if (reason.is !== "hopDown" || id === null) return [];
  if (kind === "virtualMachine") return [{ id, powerState: collected(reason.state) }];
  return kind === "loadBalancer" ? (holders.find((each) => each.id === id)?.behind ?? []) : [];
};

export const startMachines: Mend = (stop, model) => {
  const machines = machinesAt(stop, model);
  const fixes = machines.flatMap((machine) => startMachine(machine) ?? []);
  const [first] = fixes;
  const { id } = stop.component;
  if (first === undefined || fixes.length < machines.length) return null;
  return {
    fix: { ...first, commands: fixes.flatMap(({ commands }) => commands) },
    apply: (before) => ({
      ...before,
      holders: before.holders.map((each) =>
        each.id === id ? { ...each, alive: { state: "running" } } : each,
      ),
    }),
  };
};
