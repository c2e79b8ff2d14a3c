// A firewall that was deallocated, or whose last change failed.
// https://learn.microsoft.com/azure/firewall/firewall-faq

import { component, readNetworksOf, subnetHolding } from "../network/model/model.ts";
import { deallocatedNear, firewallSubnetOf } from "../network/walk/firewall-step.ts";
import type { Firewall } from "../snapshot/firewall.ts";
import type { VirtualNetwork } from "../snapshot/network.ts";
import { sameId } from "../snapshot/resource-id.ts";
import type { Mend } from "./repair.ts";
import { idOf } from "./write/arm-write.ts";
import { forResource, target } from "./write/az.ts";
import type { Fix } from "./write/fix.ts";

/** With a new public address: which one it had is nowhere written down. Null where the network has no place for it. */
function allocate(firewall: Firewall, network: VirtualNetwork): Fix | null {
  const subnet = firewallSubnetOf(network);
  return forResource(firewall.id, (parts) => {
    if (subnet === undefined) return null;
    const address = `pip-${firewall.name}`;
    const addressId = idOf(parts, "Microsoft.Network/publicIPAddresses", [address]);
    return {
      steps: [
        { kind: "createPublicAddress", at: target(parts, address), location: network.location },
        { kind: "placeFirewall", id: firewall.id, subnet: subnet.id, address: addressId },
      ],
      risks: [{ is: "firewallAllocated" }],
      disruptive: false,
      roles: [{ role: "Network Contributor", on: [firewall.name, network.name] }],
    };
  });
}

/** Writes the firewall again as it is, which Azure takes as another try. */
const reapply = ({ id, name }: Firewall): Fix | null =>
  forResource(id, () => ({
    steps: [{ kind: "reapplyFirewall", id }],
    risks: [{ is: "firewallReapplied" }],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: [name] }],
  }));

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
