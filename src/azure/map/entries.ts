// What people come in through, as the SDK reads it → our data: Bastion hosts, gateways, profiles of Cloud Shell.
import type {
  BastionHost as ArmBastion,
  VirtualNetworkGateway as ArmGateway,
  NetworkProfile as ArmProfile,
} from "@azure/arm-network";
import type { VirtualNetworkGateway } from "../../core/snapshot/gateway-parts.ts";
import type { BastionHost } from "../../core/snapshot/hosts.ts";
import { networkIdOf } from "../../core/snapshot/resource-id.ts";
import type { NetworkProfile } from "../../core/snapshot/ways-in.ts";
import { present } from "./present.ts";

/** Without a SKU a Bastion host is Basic: that is the API's default. */
export const mapBastionHost = (host: ArmBastion): BastionHost => {
  const subnetId = host.ipConfigurations?.[0]?.subnet?.id;
  return {
    id: host.id ?? "",
    name: host.name ?? "",
    provisioningState: host.provisioningState ?? "",
    sku: host.sku?.name ?? "Basic",
    enableTunneling: host.enableTunneling ?? false,
    privateOnly: host.enablePrivateOnlyBastion ?? false,
    ...present({
      subnetId,
      virtualNetworkId: networkIdOf(subnetId ?? "") ?? host.virtualNetwork?.id,
      publicIpAddressId: host.ipConfigurations?.[0]?.publicIPAddress?.id,
    }),
  };
};

const clientsOf = (clients: ArmGateway["vpnClientConfiguration"]) => ({
  clientAddressPools: clients?.vpnClientAddressPool?.addressPrefixes,
  clientProtocols: clients?.vpnClientProtocols,
  clientAuthentication: clients?.vpnAuthenticationTypes,
  clientTenant: clients?.aadTenant,
  clientRootCertificates: clients?.vpnClientRootCertificates?.flatMap(({ name }) => name ?? []),
});

export const mapVirtualNetworkGateway = (gateway: ArmGateway): VirtualNetworkGateway => ({
  id: gateway.id ?? "",
  name: gateway.name ?? "",
  gatewayType: gateway.gatewayType ?? "",
  provisioningState: gateway.provisioningState ?? "",
  ...present({
    sku: gateway.sku?.name,
    virtualNetworkId: networkIdOf(gateway.ipConfigurations?.[0]?.subnet?.id ?? ""),
    activeActive: gateway.active,
    enableBgp: gateway.enableBgp,
    usesPrivateAddress: gateway.enablePrivateIpAddress,
    ...clientsOf(gateway.vpnClientConfiguration),
    defaultSiteId: gateway.gatewayDefaultSite?.id,
  }),
});

export const mapNetworkProfile = (profile: ArmProfile): NetworkProfile => ({
  id: profile.id ?? "",
  name: profile.name ?? "",
  subnetIds: (profile.containerNetworkInterfaceConfigurations ?? []).flatMap((each) =>
    (each.ipConfigurations ?? []).flatMap(({ subnet }) => subnet?.id ?? []),
  ),
});
