// What people work from near a cluster: virtual machines, and Bastion in front of them.

import type { PermissionEntry } from "./rights.ts";
import type { Section } from "./section.ts";

/**
 * A virtual machine in a network peered with the cluster's, or in that network itself outside the node resource group; or
 * an instance of a scale set that is called like a jump host.
 */
export type JumpHost = Readonly<{
  id: string;
  name: string;
  virtualNetworkId: string;
  subnetId: string;
  privateIpAddress?: string;
  networkSecurityGroupId?: string;
  interfaces: readonly HostInterface[];
  /** The scale set that it is an instance of. */
  scaleSetId?: string;
  /** Availability zones that it stands in. */
  zones?: readonly string[];
  availabilitySetId?: string;
  /** Linux: whether it takes a password; absent where Azure does not say, as of Windows. */
  takesPasswords?: boolean;
  /** Whoever is let in may sign in from outside; absent where it has none. */
  hasPublicAddress?: boolean;
  /** `running`, `deallocated`, `stopped`, … from the instance view's `PowerState/…`. */
  powerState: Section<string>;
  /** `ubuntu`, `Windows Server 2022 Datacenter`, … as its agent says. */
  osName?: string;
  /** `Ready`, `Not Ready`, … as the instance view says; absent while the agent says nothing. */
  vmAgentState?: string;
  /** Permissions of the requester on the virtual machine. */
  permissions: Section<readonly PermissionEntry[]>;
}>;

/** A scale set, outside the node resource group, that is called or tagged like a jump host. */
export type JumpScaleSet = Readonly<{
  id: string;
  name: string;
  /** How many instances it is to have. */
  capacity: number;
  virtualNetworkId: string;
  subnetId: string;
}>;

export type HostInterface = Readonly<{
  id: string;
  privateIpAddresses: readonly string[];
  /** Whether it takes packets for other addresses, as an appliance's has to. */
  enableIpForwarding: boolean;
  /** A load balancer sends to it, and may take it out as well. */
  isBalanced?: boolean;
  /** Set on it: names are asked there, and not at the servers of its network. */
  dnsServers?: readonly string[];
}>;

export type BastionHost = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  /** `Developer`, `Basic`, `Standard`, `Premium`. */
  sku: string;
  enableTunneling: boolean;
  /** Takes sessions from private addresses only (Premium). */
  privateOnly: boolean;
  /** Absent for Developer, which stands in no subnet. */
  subnetId?: string;
  virtualNetworkId?: string;
  publicIpAddressId?: string;
}>;
