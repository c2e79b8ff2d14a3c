// What people may work from beside virtual machines: containers, Cloud Shell in a network, desktops.
import type { Section } from "./section.ts";

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
