// Which keys a mapping of the policy file knows.
import { changeSchema, othersSchema } from "./change-schema.ts";
import { allowSchema, denySchema, policySchema, runSchema, testSchema } from "./policy.ts";
import { windowSchema } from "./window.ts";
import type { Path } from "./yaml-text.ts";

/** By the key that leads to it. */
const inner: Readonly<Record<string, readonly string[]>> = {
  run: Object.keys(runSchema.shape),
  change: Object.keys(changeSchema.shape),
  approval: Object.keys(othersSchema.shape),
  escalate: ["after", "groups"],
  when: Object.keys(windowSchema.shape),
};

/** The keys of the mapping at a path. A rule's are those of both effects. */
export function keysAt(path: Path): readonly string[] {
  if (path.length === 0) return Object.keys(policySchema.shape);
  const known = path.length > 2 ? inner[String(path.at(-1))] : undefined;
  if (known !== undefined) return known;
  if (path[0] === "tests") return Object.keys(testSchema.shape);
  return Object.keys({ ...allowSchema.shape, ...denySchema.shape });
}
