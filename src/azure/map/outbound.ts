// What traffic leaves through, as the SDK reads it → our data: NAT gateways, firewalls, public IP addresses.
import type {
  NatGateway as ArmNatGateway,
  PublicIPPrefix as ArmPrefix,
  PublicIPAddress as ArmPublicIp,
  AzureFirewall,
} from "@azure/arm-network";
import type { Firewall, NatGateway, PublicIpAddress } from "../../core/diagnosis/snapshot.ts";
import { present } from "./present.ts";

const idsOf = (items: readonly Readonly<{ id?: string }>[] | undefined): readonly string[] =>
  (items ?? []).flatMap(({ id }) => id ?? []);

export const mapNatGateway = (gateway: ArmNatGateway): NatGateway => ({
  id: gateway.id ?? "",
  name: gateway.name ?? "",
  provisioningState: gateway.provisioningState ?? "",
  publicIpAddressIds: idsOf(gateway.publicIpAddresses),
  publicIpPrefixIds: idsOf(gateway.publicIpPrefixes),
});

export const mapPublicIpAddress = (address: ArmPublicIp): PublicIpAddress => ({
  id: address.id ?? "",
  name: address.name ?? "",
  provisioningState: address.provisioningState ?? "",
  ...present({ ipAddress: address.ipAddress }),
});

/** Its range stands where a single address has its own. */
export const mapPublicIpPrefix = (prefix: ArmPrefix): PublicIpAddress => ({
  id: prefix.id ?? "",
  name: prefix.name ?? "",
  provisioningState: prefix.provisioningState ?? "",
  ...present({ ipAddress: prefix.ipPrefix }),
});

export const mapFirewall = (firewall: AzureFirewall): Firewall => ({
  id: firewall.id ?? "",
  name: firewall.name ?? "",
  provisioningState: firewall.provisioningState ?? "",
  inVirtualHub: Boolean(firewall.virtualHub?.id),
  ipConfigurations: (firewall.ipConfigurations ?? []).map((config) =>
    present({
      privateIpAddress: config.privateIPAddress,
      subnetId: config.subnet?.id,
      publicIpAddressId: config.publicIPAddress?.id,
    }),
  ),
});
