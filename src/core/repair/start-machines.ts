// A machine on the way that does not run: an appliance, a DNS server with those that stand in for it, or what stands
// behind a load balancer.

import { type Target, target } from "../fix/write/action.ts";
import type { FixStep } from "../fix/write/actions.ts";
import { forResource } from "../fix/write/az.ts";
import { type Fix, joinFixes } from "../fix/write/fix.ts";
import { instanceOf, type ResourceId } from "../snapshot/resource-id.ts";
import { type Holder, type NetworkModel, readNetworksOf } from "../network/model.ts";
import type { DownState, Step } from "../network/step.ts";
import type { JumpHost } from "../snapshot/hosts.ts";
import { collected } from "../snapshot/section.ts";

import type { Mend } from "./repair.ts";

type Machine = Pick<JumpHost, "id" | "powerState">;

/** Azure refuses to start a machine that is still on its way down: that is waited for first. */
function waitUntilDown({ powerState }: Machine, at: Target): readonly FixStep[] {
  const state = powerState.status === "collected" ? powerState.data.toLowerCase() : "";
  if (state !== "deallocating" && state !== "stopping") return [];
  return [{ kind: "waitUntilMachineDown", at, end: state === "stopping" ? "stopped" : "deallocated" }];
}

/** An instance is started by its scale set. */
function startSteps(host: Machine, machine: ResourceId): readonly FixStep[] {
  const ofSet = instanceOf(host.id);
  if (ofSet !== null)
    return [{ kind: "startInstance", at: target(ofSet, ofSet.name), instance: ofSet.instance }];
  const at = target(machine, machine.name);
  return [...waitUntilDown(host, at), { kind: "startMachine", at }];
}

export const startMachine = (host: Machine): Fix | null =>
  forResource(host.id, (parts) => ({
    steps: startSteps(host, parts),
    risks: [{ is: "machineCosts" }],
    disruptive: false,
    roles: [{ role: "Virtual Machine Contributor", on: [instanceOf(host.id)?.name ?? parts.name] }],
  }));

/** A machine's is always a word of Azure's. */
const powerStateOf = (state: DownState) => collected(typeof state === "string" ? state : "");

const isDown = ({ kind, alive }: Holder): boolean => kind === "virtualMachine" && alive.state === "down";

/** The servers that the same networks ask: with one of them alone, names are gone when it fails. */
function standIns(model: NetworkModel, address: string): readonly Machine[] {
  const servers = readNetworksOf(model).flatMap(({ dnsServers }) =>
    dnsServers.includes(address) ? dnsServers : [],
  );
  return model.holders
    .filter((holder) => isDown(holder) && holder.addresses.some((each) => servers.includes(each)))
    .map(({ id, alive }) => ({ id, powerState: powerStateOf(alive.state === "down" ? alive.word : "") }));
}

/** What does not run: the machine itself, or all behind a load balancer. */
function machinesAt({ reason, component: { kind, id } }: Step, model: NetworkModel): readonly Machine[] {
  if (reason.is !== "hopDown" || id === null) return [];
  if (kind === "loadBalancer") return model.holders.find((each) => each.id === id)?.behind ?? [];
  if (kind !== "virtualMachine") return [];
  const others = standIns(model, reason.address).filter((each) => each.id !== id);
  return [{ id, powerState: powerStateOf(reason.state) }, ...others];
}

export const startMachines: Mend = (stop, model) => {
  const machines = machinesAt(stop, model);
  const fixes = machines.flatMap((machine) => startMachine(machine) ?? []);
  const fix = joinFixes(fixes);
  if (fix === undefined || fixes.length < machines.length) return null;
  const ids = [stop.component.id, ...machines.map(({ id }) => id)];
  return {
    fix,
    apply: (before) => ({
      ...before,
      holders: before.holders.map((each) =>
        ids.includes(each.id) ? { ...each, alive: { state: "running" } } : each,
      ),
    }),
  };
};
