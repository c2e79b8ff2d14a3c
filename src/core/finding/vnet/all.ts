// Virtual networks: every check of it. A new one is a file beside this and a line here.
import { vnetClusterSubnet } from "./vnet.cluster-subnet.ts";
import { vnetPeerState } from "./vnet.peer-state.ts";

export const vnetChecks = [vnetClusterSubnet, vnetPeerState] as const;
