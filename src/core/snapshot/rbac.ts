// Azure's rule for role assignments: which of a person's permissions allow an action.
import type { PermissionEntry } from "./rights.ts";

const matches = (pattern: string, action: string): boolean => {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i").test(action);
};

/**
 * True when some entry has a matching action and no matching exclusion of its own; entries are OR-ed, `*` matches
 * any characters. https://learn.microsoft.com/azure/role-based-access-control/role-definitions
 */
export const isAllowed = (entries: readonly PermissionEntry[], action: string): boolean =>
  entries.some(
    ({ actions, notActions }) =>
      actions.some((pattern) => matches(pattern, action)) &&
      !notActions.some((pattern) => matches(pattern, action)),
  );

/** The same of what is inside of a resource: data actions. */
export const isDataAllowed = (entries: readonly PermissionEntry[], dataAction: string): boolean =>
  isAllowed(
    entries.map(({ dataActions, notDataActions }) => ({
      ...{ actions: dataActions, notActions: notDataActions },
      ...{ dataActions: [], notDataActions: [] },
    })),
    dataAction,
  );
