// Just-in-time access as read: Defender for Cloud keeps ports of a machine shut until somebody asks for a window.
// https://learn.microsoft.com/azure/defender-for-cloud/just-in-time-access-overview

export type JitPolicy = Readonly<{
  id: string;
  machines: readonly JitMachine[];
  windows: readonly JitWindow[];
}>;

export type JitMachine = Readonly<{
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
