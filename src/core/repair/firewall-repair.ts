// How a deallocated Azure Firewall gets its place in the network back.
// https://learn.microsoft.com/azure/firewall/firewall-faq

import { firewallSubnetOf } from "../network/firewall/deallocated.ts";
import type { Fix } from "../outcome/fix.ts";
import type { Firewall } from "../snapshot/firewall.ts";
import type { VirtualNetwork } from "../snapshot/network.ts";
import { az, azIn, forResource } from "./az.ts";

/** With a new public address: which one it had is nowhere written down. Null where the network has no place for it. */
export function allocate(firewall: Firewall, network: VirtualNetwork): Fix | null {
  const subnet = firewallSubnetOf(network);
  return forResource(firewall.id, (parts) => {
    if (subnet === undefined) return null;
    const address = `pip-${firewall.name}`;
    const addressId = `/subscriptions/${parts.subscriptionId}/resourceGroups/${parts.resourceGroup}/providers/Microsoft.Network/publicIPAddresses/${address}`;
    const properties = { subnet: { id: subnet.id }, publicIPAddress: { id: addressId } };
    const configurations = JSON.stringify([{ name: "ipconfig", properties }]);
    const set = `properties.ipConfigurations=${configurations}`;
    return {
      commands: [
        azIn(
          parts,
          "network public-ip create",
          ...["--name", address, "--location", network.location, "--sku", "Standard"],
        ),
        az(parts.subscriptionId, "resource update", "--ids", firewall.id, "--set", set),
      ],
      risks: [{ is: "firewallAllocated" }],
      disruptive: false,
      roles: [{ role: "Network Contributor", on: [firewall.name, network.name] }],
    };
  });
}

/** Writes the firewall again as it is, which Azure takes as another try. */
export const reapply = ({ id, name }: Firewall): Fix | null =>
  forResource(id, (parts) => ({
    commands: [az(parts.subscriptionId, "resource update", "--ids", id)],
    risks: [{ is: "firewallReapplied" }],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: [name] }],
  }));
