// A firewall on the way that was deallocated, or whose last change failed.

import { deallocatedNear } from "../network/firewall/deallocated.ts";
import { component, readNetworksOf, subnetHolding } from "../network/model.ts";
import { sameId } from "../snapshot/resource-id.ts";
import { allocate, reapply } from "./firewall-repair.ts";
import type { Mend } from "./repair.ts";

export const restartFirewall: Mend = ({ reason, component: { kind, id } }, model) => {
  if (reason.is !== "hopDown" || kind !== "firewall") return null;
  const firewall = model.firewalls.find((each) => sameId(each.id, id ?? undefined));
  if (firewall === undefined) return null;
  const { address } = reason;
  const network = readNetworksOf(model).find((each) => subnetHolding(each, address) !== undefined);
  const isAway = network !== undefined && deallocatedNear(network, [firewall]) !== undefined;
  const fix = isAway ? allocate(firewall, network) : reapply(firewall);
  const known = model.holders.find((each) => sameId(each.id, firewall.id));
  const back = {
    ...known,
    ...({ kind: "firewall", id: firewall.id, name: component("firewall", firewall.id).name } as const),
    ...{ addresses: [address], subnetId: network && subnetHolding(network, address)?.id },
    ...{ groupIds: [], alive: { state: "running" } as const, forwards: true },
    rulesUnread: known?.rules === undefined,
  };
  return (
    fix && {
      fix,
      apply: (before) => ({
        ...before,
        holders: isAway
          ? [...before.holders.filter((each) => each !== known), back]
          : before.holders.map((each) =>
              sameId(each.id, firewall.id) ? { ...each, alive: { state: "running" } } : each,
            ),
      }),
    }
  );
};
