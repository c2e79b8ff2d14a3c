// Network security groups as read.

export type SecurityRule = Readonly<{
  name: string;
  priority: number;
  direction: string;
  access: string;
  protocol: string;
  sourceAddressPrefixes: readonly string[];
  destinationAddressPrefixes: readonly string[];
  sourcePortRanges: readonly string[];
  destinationPortRanges: readonly string[];
  /** True when source or destination names application security groups, which the static engine does not resolve. */
  usesApplicationSecurityGroups: boolean;
}>;

/** `rules` holds the group's own and its default rules. */
export type NetworkSecurityGroup = Readonly<{ id: string; name: string; rules: readonly SecurityRule[] }>;

// Rules that a network manager applies to a network, before any security group is asked.

/** `access`: `Deny` and `AlwaysAllow` are the last word, `Allow` leaves it to the groups. */
export type AdminRule = SecurityRule &
  Readonly<{
    id: string;
    /** The network manager, by the rule's id. */
    manager: string;
  }>;

// Just-in-time access as read: Defender for Cloud keeps ports of a machine shut until somebody asks for a window.
// https://learn.microsoft.com/azure/defender-for-cloud/just-in-time-access-overview

export type JitPolicy = Readonly<{
  id: string;
  machines: readonly JitMachine[];
  windows: readonly JitWindow[];
}>;

type JitMachine = Readonly<{
  machineId: string;
  /** What may be asked for. `longest`: an ISO 8601 duration. */
  openings: readonly Readonly<{ port: number; longest?: string }>[];
}>;

/** Asked for by somebody, over or not. */
export type JitWindow = Readonly<{
  machineId: string;
  port: number;
  sources: readonly string[];
  /** ISO 8601. */
  endTime: string;
  /** `Initiated`, `Revoked`. */
  status: string;
  caller?: string;
}>;
