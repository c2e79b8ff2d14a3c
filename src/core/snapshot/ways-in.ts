// What people may work from beside virtual machines: containers, Cloud Shell in a network, desktops.
import type { PermissionEntry } from "./rights.ts";
import type { Section } from "./section.ts";
import type { VirtualNetworkLink } from "./zones.ts";

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
export type EndpointConnection = Readonly<{ id: string; name: string; status: string }>;

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

/** A group of a host pool that gives whole desktops. `permissions`: of the asker, on it. */
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
