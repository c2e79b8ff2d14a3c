// Why an access path is as it is, where no finding and no walk says so; and what is to be done on it that is no command.
import type { Called } from "../outcome/called.ts";
import type { LockedBy } from "../snapshot/cluster.ts";
import type { PathId } from "./path-order.ts";

/** Why it does not exist. */
type MissingFact = Readonly<
  /** A public API server is reached without. */
  | { is: "notNeeded"; what: "bastion" | "jumpHost" | PathId }
  | { is: "apiPrivate" }
  | { is: "shellNotNear" }
  | { is: "authorizedOnly" }
  | { is: "noneAuthorized" }
  | { is: "noHostBeside" }
  | { is: "noHostInPeers" }
  | { is: "noFurtherEndpoint" }
  /** A Developer host. */
  | { is: "browserOnly"; bastion: string }
  | { is: "usesNoGateway"; network: string }
  | { is: "noContainer" }
  | { is: "noShell" }
  | { is: "noDesktop" }
>;

/** What makes it lead in. */
type LeadingFact = Readonly<
  | { is: "openToAll" }
  | { is: "openToShell" }
  | { is: "addressAuthorized" }
  | { is: "overHostBeside" }
  | { is: "overHostInPeer" }
  | { is: "overBastion" }
  | { is: "overBastionSsh" }
  | { is: "overBastionTunnel" }
  | { is: "overContainer" }
  /** `from`: what is behind the gateway, as its walk calls it. */
  | { is: "overGateway"; from: Called; to: string }
  | { is: "overShell"; subnet: string }
  | { is: "overDesktop"; pool: string }
  | { is: "runByAzure" }
>;

/** What is left to judge. */
type OpenFact = Readonly<
  | { is: "hostUnknown" }
  /** `name`: where tokens are asked for. */
  | { is: "hostWithoutSignIn"; host: Called; name: string }
  | { is: "notWalked" }
  | { is: "shellAddressChanges" }
  | { is: "endpointUnjudged" }
  | { is: "previewUnjudged" }
  | { is: "bastionAddressUnknown"; bastion: string }
  | { is: "containerUnknown" }
  | { is: "vpnUnjudged" }
  | { is: "circuitUnjudged" }
  | { is: "shellUnjudged" }
  | { is: "desktopUnjudged" }
>;

/** What stops it. */
type StopFact = Readonly<
  /** AKS Automatic, or a locked node resource group: the way is not made for such a cluster. */
  | { is: "clusterLocked"; by: LockedBy }
  | { is: "containerOff"; container: string }
  | { is: "subnetNotDelegated"; subnet: string }
  | { is: "bastionNotAuthorized"; bastion: string; ip: string }
  | { is: "desktopsClosed"; machine: string; status: string }
>;

export type WayFact = MissingFact | LeadingFact | OpenFact | StopFact;

export type Instruction = Readonly<
  | { is: "leaveOpen" }
  | { is: "openShell" }
  | { is: "openShellWith"; resourceGroup: string; profile: string }
  | { is: "connectInPortal"; host: string }
  /** In place of the tunnel and of ssh through it. */
  | { is: "orSsh"; host: string; line: string }
  | { is: "inTunnelShell" }
  | { is: "inContainer" }
  | { is: "connectVpn"; gateway: string }
  | { is: "fromBehind"; gateway: string }
  | { is: "openDesktop"; pool: string }
>;
