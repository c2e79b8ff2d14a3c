// Which checks come before which: a failure of the earlier one explains a failure of the later one.
import type { CheckMeta } from "./check-meta.ts";
import type { FindingId } from "./finding-id.ts";

/** Everything that a check comes after, near and far, by id. */
export function ancestorsOf(
  id: string,
  checks: readonly Pick<CheckMeta, "id" | "after">[],
): ReadonlySet<string> {
  const after = new Map<string, readonly FindingId[]>(checks.map((check) => [check.id, check.after]));
  const found = new Set<string>();
  const visit = (each: string): void => {
    for (const parent of after.get(each) ?? []) {
      if (found.has(parent)) continue;
      found.add(parent);
      visit(parent);
    }
  };
  visit(id);
  return found;
}
