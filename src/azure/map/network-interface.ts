// Network interfaces as the SDK reads them → our data.
import type { NetworkInterface as ArmInterface } from "@azure/arm-network";
import { azureHost } from "../../core/network/nsg.ts";
import type { NetworkInterface } from "../../core/snapshot/network.ts";
import { present } from "./present.ts";

/** `AzureProvidedDNS` is Azure's own. Undefined where it has none, so that its network's count. */
const serversOf = ({ dnsSettings }: ArmInterface): readonly string[] | undefined => {
  const servers = (dnsSettings?.dnsServers ?? []).filter((server) => server !== "");
  if (servers.length === 0) return undefined;
  return servers.map((server) => (/^AzureProvidedDNS$/i.test(server) ? azureHost : server));
};

export const mapNetworkInterface = (nic: ArmInterface): NetworkInterface => ({
  id: nic.id ?? "",
  provisioningState: nic.provisioningState ?? "",
  enableIpForwarding: nic.enableIPForwarding ?? false,
  ipConfigurations: (nic.ipConfigurations ?? []).map((config) =>
    present({
      privateIpAddress: config.privateIPAddress,
      subnetId: config.subnet?.id,
      publicIpAddressId: config.publicIPAddress?.id,
      isBalanced: (config.loadBalancerBackendAddressPools ?? []).length > 0 || undefined,
    }),
  ),
  ...present({
    virtualMachineId: nic.virtualMachine?.id,
    networkSecurityGroupId: nic.networkSecurityGroup?.id,
    dnsServers: serversOf(nic),
  }),
});
