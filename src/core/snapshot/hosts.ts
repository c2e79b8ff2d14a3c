// What people work from near a cluster: virtual machines, and Bastion in front of them.

import type { PermissionEntry } from "./rights.ts";
import type { Section } from "./section.ts";

/** A virtual machine in a network peered with the cluster's, or in that network itself outside the node resource group. */
export type JumpHost = Readonly<{
  id: string;
  name: string;
  virtualNetworkId: string;
  subnetId: string;
  privateIpAddress?: string;
  networkSecurityGroupId?: string;
  interfaces: readonly HostInterface[];
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

export type HostInterface = Readonly<{
  id: string;
  privateIpAddresses: readonly string[];
  /** Whether it takes packets for other addresses, as an appliance's has to. */
  enableIpForwarding: boolean;
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
}>;
