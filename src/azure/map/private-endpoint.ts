// Private endpoints and their connections as the SDKs read them → our data.
import type { PrivateEndpointConnection as ArmConnection } from "@azure/arm-containerservice";
import type { PrivateEndpoint as ArmEndpoint } from "@azure/arm-network";
import type { PrivateEndpoint, PrivateEndpointConnection } from "../../core/snapshot/endpoint.ts";
import { masked } from "./masked.ts";
import { present } from "./present.ts";

export const mapPrivateEndpointConnection = (connection: ArmConnection): PrivateEndpointConnection => ({
  id: connection.id ?? "",
  status: connection.privateLinkServiceConnectionState?.status ?? "",
  ...present({
    privateEndpointId: connection.privateEndpoint?.id,
    description: masked(connection.privateLinkServiceConnectionState?.description),
  }),
});

export const mapPrivateEndpoint = (endpoint: ArmEndpoint): PrivateEndpoint => ({
  id: endpoint.id ?? "",
  name: endpoint.name ?? "",
  provisioningState: endpoint.provisioningState ?? "",
  customDnsConfigs: (endpoint.customDnsConfigs ?? []).map((config) => ({
    ipAddresses: config.ipAddresses ?? [],
    ...present({ fqdn: config.fqdn }),
  })),
  ...present({
    subnetId: endpoint.subnet?.id,
    networkInterfaceIds: endpoint.networkInterfaces?.flatMap((each) => each.id ?? []),
  }),
});
