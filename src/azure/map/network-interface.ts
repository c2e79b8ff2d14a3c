// Network interfaces as the SDK reads them → our data.
import type { NetworkInterface as ArmInterface } from "@azure/arm-network";
import type { NetworkInterface } from "../../core/snapshot/network.ts";
import { present } from "./present.ts";

export const mapNetworkInterface = (nic: ArmInterface): NetworkInterface => ({
  id: nic.id ?? "",
  provisioningState: nic.provisioningState ?? "",
  enableIpForwarding: nic.enableIPForwarding ?? false,
  ipConfigurations: (nic.ipConfigurations ?? []).map((config) =>
    present({
      privateIpAddress: config.privateIPAddress,
      subnetId: config.subnet?.id,
      publicIpAddressId: config.publicIPAddress?.id,
    }),
  ),
  ...present({
    virtualMachineId: nic.virtualMachine?.id,
    networkSecurityGroupId: nic.networkSecurityGroup?.id,
  }),
});
