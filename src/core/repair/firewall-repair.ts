// How a deallocated Azure Firewall gets its place in the network back.
// https://learn.microsoft.com/azure/firewall/firewall-faq

import { target } from "../fix/write/action.ts";
import { idOf } from "../fix/write/arm-write.ts";
import { forResource } from "../fix/write/az.ts";
import type { Fix } from "../fix/write/fix.ts";
import { firewallSubnetOf } from "../network/firewall/deallocated.ts";
import type { Firewall } from "../snapshot/firewall.ts";
import type { VirtualNetwork } from "../snapshot/network.ts";

/** With a new public address: which one it had is nowhere written down. Null where the network has no place for it. */
export function allocate(firewall: Firewall, network: VirtualNetwork): Fix | null {
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
export const reapply = ({ id, name }: Firewall): Fix | null =>
  forResource(id, () => ({
    steps: [{ kind: "reapplyFirewall", id }],
    risks: [{ is: "firewallReapplied" }],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: [name] }],
  }));
