// What people work from near a cluster: virtual machines, and Bastion in front of them.

import type { VirtualNetworkLink } from "./network.ts";
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

// What people may work from beside virtual machines: containers, Cloud Shell in a network, desktops.

/** A group of containers in a subnet. Those outside of networks reach no private API server and are not read. */
export type ContainerGroup = Readonly<{
  id: string;
  name: string;
  subnetId: string;
  ipAddress?: string;
  /** Ports that it takes connections on, such as `2222`. */
  ports: readonly string[];
  /** `Running`, `Stopped`, `Succeeded`, … Asked only of those that take SSH. */
  containerState: Section<string>;
}>;

/** By which Cloud Shell, and containers of older kind, get an address in a subnet. */
export type NetworkProfile = Readonly<{ id: string; name: string; subnetIds: readonly string[] }>;

/** `state`: `Registered`, `NotRegistered`, `Registering`, … */
export type ProviderState = Readonly<{ subscriptionId: string; namespace: string; state: string }>;

/** A private endpoint's connection to something, as that sees it. `status`: `Approved`, `Pending`, … */
type EndpointConnection = Readonly<{ id: string; name: string; status: string }>;

/** By which a browser talks to a container of Cloud Shell. */
export type RelayNamespace = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  endpoints: readonly EndpointConnection[];
}>;

/** A zone of the names of relays with private endpoints. `records`: their labels. */
export type RelayZone = Readonly<{
  id: string;
  name: string;
  links: Section<readonly VirtualNetworkLink[]>;
  records: Section<readonly string[]>;
}>;

/** Where Cloud Shell may keep its file share. */
export type StorageAccount = Readonly<{
  id: string;
  name: string;
  /** Who may come by its public name: `Enabled`, `Disabled`, …; empty where Azure does not say. */
  publicNetworkAccess: string;
  /** For whom no rule is: `Allow` or `Deny`. */
  defaultAction: string;
  /** From which it lets in. */
  subnetIds: readonly string[];
  /** A file share is mounted by the account's key. */
  takesKeys: boolean;
  endpoints: readonly EndpointConnection[];
}>;

/** A role of an application. `scope`: where it was assigned, at what was asked about or above it. */
export type ServiceRole = Readonly<{ principalId: string; roleDefinitionId: string; scope: string }>;

/** A group of a host pool that gives whole desktops. `permissions`: of the requester, on it. */
export type DesktopGroup = Readonly<{
  id: string;
  name: string;
  /** The host pool's id. */
  poolId: string;
  permissions: Section<readonly PermissionEntry[]>;
}>;

/** A virtual machine of a host pool of Azure Virtual Desktop. */
export type SessionHost = Readonly<{
  id: string;
  /** The host pool's name. */
  pool: string;
  machineId: string;
  /** `Available`, `Shutdown`, `NeedsAssistance`, … */
  status: string;
  /** False while it is drained. */
  allowNewSession: boolean;
  /** Whether somebody who connects starts it. */
  startsOnConnect: boolean;
}>;
