// The private endpoint of the API server as read.

export type PrivateEndpointConnection = Readonly<{
  id: string;
  privateEndpointId?: string;
  status: string;
  description?: string;
}>;

export type PrivateEndpoint = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  subnetId?: string;
  /** Absent where Azure does not list them. */
  networkInterfaceIds?: readonly string[];
  customDnsConfigs: readonly Readonly<{ fqdn?: string; ipAddresses: readonly string[] }>[];
}>;
