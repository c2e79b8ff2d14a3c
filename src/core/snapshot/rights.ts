// What the requester may do, as Azure says it.

/** One entry of ARM's permissions answer; entries are OR-ed, `notActions` act inside one entry. */
export type PermissionEntry = Readonly<{
  actions: readonly string[];
  notActions: readonly string[];
  dataActions: readonly string[];
  notDataActions: readonly string[];
}>;
