// A machine on the way that does not run: an appliance, or a DNS server, which is started with those that stand in for it.

import { type Holder, type NetworkModel, readNetworksOf } from "../network/model.ts";
import { collected } from "../snapshot/section.ts";
import { startMachine } from "./fixes.ts";
import type { Mend } from "./repair.ts";

type Down = Readonly<{ id: string; state: string }>;

const isDown = ({ kind, alive }: Holder): boolean => kind === "virtualMachine" && alive.state === "down";

/** The other servers that the same networks ask: with one of them alone, names are gone when it fails. */
function othersOf(model: NetworkModel, address: string): readonly Down[] {
  const servers = readNetworksOf(model).flatMap(({ dnsServers }) =>
    dnsServers.includes(address) ? dnsServers : [],
  );
  return model.holders
    .filter((holder) => isDown(holder) && holder.addresses.some((each) => servers.includes(each)))
    .map(({ id, alive }) => ({ id, state: alive.state === "down" ? alive.word : "" }));
}

export const startMachines: Mend = ({ reason, component: { kind, id } }, model) => {
  if (reason.is !== "hopDown" || kind !== "virtualMachine" || id === null) return null;
  const others = othersOf(model, reason.address).filter((each) => each.id !== id);
  const machines: readonly Down[] = [{ id, state: reason.state }, ...others];
  const fixes = machines.flatMap(
    (each) => startMachine({ id: each.id, powerState: collected(each.state) }) ?? [],
  );
  const [first] = fixes;
  if (first === undefined) return null;
  const ids = machines.map((each) => each.id);
  return {
    fix: {
      ...first,
      commands: fixes.flatMap(({ commands }) => commands),
      role: fixes.map(({ role }) => role).join("; "),
    },
    apply: (before) => ({
      ...before,
      holders: before.holders.map((each) =>
        ids.includes(each.id) ? { ...each, alive: { state: "running" } } : each,
      ),
    }),
  };
};
