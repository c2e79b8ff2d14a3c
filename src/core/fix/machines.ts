// Machines on the path, and their interfaces: one that does not run is started, and one that forwards nothing is told to.

import {
  type Holder,
  holderOf,
  type NetworkModel,
  networkIn,
  readNetworksOf,
} from "../network/model/model.ts";
import type { DownState, Step } from "../network/model/step.ts";
import type { JumpHost } from "../snapshot/hosts.ts";
import { instanceOf, nameOf, type ResourceId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { distinct } from "../text/distinct.ts";
import { changeHolders, type Mend, repairBy } from "./repair.ts";
import type { FixStep } from "./write/actions.ts";
import { type AzTarget, forResource, target } from "./write/az.ts";
import { type Fix, fixAt, fixOf, joinFixes, type RoleOn } from "./write/fix.ts";

type Machine = Pick<JumpHost, "id" | "powerState">;

/** Azure refuses to start a machine that is still on its way down: that is waited for first. */
function waitUntilDown({ powerState }: Machine, at: AzTarget): readonly FixStep[] {
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
  forResource(host.id, (parts) =>
    fixOf(startSteps(host, parts), { is: "machineCosts" }, machineRole(host.id)),
  );

/** An instance belongs to its scale set. */
export const machineRole = (id: string): RoleOn => ({
  role: "Virtual Machine Contributor",
  on: [instanceOf(id)?.name ?? nameOf(id)],
});

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

/** An appliance, a DNS server with those that stand in for it, or what stands behind a load balancer. */
export const startMachines: Mend = (stop, model) => {
  const machines = machinesAt(stop, model);
  const fixes = machines.flatMap((machine) => startMachine(machine) ?? []);
  const fix = joinFixes(fixes);
  if (fix === undefined || fixes.length < machines.length) return null;
  const ids = [stop.component.id, ...machines.map(({ id }) => id)];
  return repairBy(fix, (before) =>
    changeHolders(before, (each) =>
      ids.includes(each.id) ? { ...each, alive: { state: "running" } } : each,
    ),
  );
};

// Machines that are to send packets on, and whose interfaces take none that are not for themselves.

const forward = (interfaceId: string): Fix | null =>
  fixAt(interfaceId, (at) => ({ kind: "enableForwarding", at }), { is: "interfaceForwards" });

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
  return repairBy(fixes.includes(null) ? null : fix, (before) =>
    changeHolders(before, (each) => (each === holder ? { ...each, forwards: true } : each)),
  );
};

// A machine whose own interface names servers that lack the private zone, while its network's know it.

const holderAt = (model: NetworkModel, address: string, networkId: string) => {
  const network = networkIn(model, networkId);
  return network.status === "unavailable" ? undefined : holderOf(model, address, network.data);
};

export const askAsNetwork: Mend = ({ reason }, model) => {
  if (reason.is !== "ownServersLack") return null;
  const holder = holderAt(model, reason.address, reason.network);
  const fix = fixAt(holder?.interfaceId, (at) => ({ kind: "clearDnsServers", at }), {
    is: "serversOfNetwork",
  });
  return repairBy(fix, (before) =>
    changeHolders(before, (each) => {
      const { dnsServers: _own, ...rest } = each;
      return each === holder ? rest : each;
    }),
  );
};
