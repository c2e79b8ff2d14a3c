// The revisions of a release of Helm's, as `helm history` lists them: what a rollback goes back from and to.
import { fieldChange } from "./field-changes.ts";
import type { Named } from "./named-objects.ts";
import { isFields } from "./printed-objects.ts";
import type { FieldChange } from "./proposed.ts";

export const releaseHistoryArgv = ({ name, namespace }: Named): readonly string[] => [
  ...["helm", "history", name, `--namespace=${namespace ?? ""}`, "--output=json"],
];

function revisionsIn(output: string): readonly unknown[] | null {
  try {
    const json: unknown = JSON.parse(output.slice(output.indexOf("[{")));
    return Array.isArray(json) ? json : null;
  } catch {
    return null;
  }
}

/** `wanted`: 0 for the one before the last, as Helm takes it. Null for what Helm does not print. */
export function releaseChanges(
  output: string,
  wanted: number,
): readonly FieldChange[] | "noSuchRevision" | null {
  const all = revisionsIn(output)?.filter(isFields) ?? [];
  const last = all.at(-1);
  if (last === undefined || typeof last.revision !== "number") return null;
  const number = wanted === 0 ? last.revision - 1 : wanted;
  const target = all.find(({ revision }) => revision === number);
  if (target === undefined) return "noSuchRevision";
  return ["revision", "chart", "app_version"]
    .filter((field) => last[field] !== target[field])
    .map((field) => fieldChange(field, last[field], target[field]));
}
