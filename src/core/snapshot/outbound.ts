// What packets are handed on by, and the public addresses that they leave with.

export type LoadBalancer = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  frontends: readonly Readonly<{
    privateIpAddress?: string;
    subnetId?: string;
    publicIpAddressId?: string;
  }>[];
  backends: readonly Backend[];
  /** Its pool leaves by it: an outbound rule, or a rule for what comes in that translates answers and more. */
  leadsOut: boolean;
  /** Of the rules by which it leads out, as far as they keep a number of ports for each machine. */
  portRules?: readonly OutboundPorts[];
}>;

/** Ports that are kept for each machine behind it, and how many public addresses they are of. */
export type OutboundPorts = Readonly<{ name: string; portsEach: number; addressCount: number }>;

/** What a load balancer sends to: an interface, or an address where its pool names that. */
export type Backend = Readonly<{ interfaceId: string } | { ipAddress: string }>;

export type NatGateway = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  publicIpAddressIds: readonly string[];
  publicIpPrefixIds: readonly string[];
}>;

/** A prefix of public addresses stands among them: its `ipAddress` is a range, such as `20.50.3.0/30`. */
export type PublicIpAddress = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  ipAddress?: string;
  /** `Basic`, `Standard`. */
  sku?: string;
  /** `Static`, `Dynamic`. */
  allocation?: string;
  /** `Enabled`, `VirtualNetworkInherited`, `Disabled`. */
  ddosMode?: string;
}>;
