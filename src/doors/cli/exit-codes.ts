// What the exit code of every verb says. Documented in the help and in docs/cli.md; 1 is left to Node for our own bugs.

export const exitCodes = {
  /** Healthy, allowed, valid. */
  good: 0,
  /** The command line was not understood, or a setting or file is missing. */
  wrongUse: 2,
  /** Broken or degraded, no way in, not valid, chain broken. */
  broken: 3,
  /** What would settle it could not be read. */
  unknown: 4,
  /** Denied by the policy, or refused by the guard. */
  denied: 5,
  /** Sign-in, Azure or the store failed. */
  failure: 6,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
