// What the requester may do, as Azure says it.

/** One entry of ARM's permissions answer; entries are OR-ed, `notActions` act inside one entry. */
export type PermissionEntry = Readonly<{
  actions: readonly string[];
  notActions: readonly string[];
  dataActions: readonly string[];
  notDataActions: readonly string[];
}>;

/** A role that the requester could activate in Privileged Identity Management, by its name. */
export type EligibleRole = Readonly<{ role: string; scope: string }>;
