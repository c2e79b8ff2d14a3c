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

type Graph = Parameters<typeof ancestorsOf>[1];

/** Of those in `among` that come before it, the first that none of them comes before: it explains all that follows. */
export function furthestUp(id: string, among: ReadonlySet<string>, checks: Graph): string | undefined {
  const before = (each: string): readonly string[] =>
    [...ancestorsOf(each, checks)].filter((ancestor) => among.has(ancestor));
  return before(id).find((ancestor) => before(ancestor).length === 0);
}
