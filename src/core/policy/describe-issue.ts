// What the schema found wrong, as sentences for the person who writes the policy.
import type { z } from "zod";
import { didYouMean } from "../command/did-you-mean.ts";
import { allowSchema, denySchema, policySchema, runSchema, testSchema } from "./policy.ts";
import type { Fault, Path } from "./yaml-text.ts";

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a mapping",
  record: "a mapping",
  string: "text",
  number: "a number",
  boolean: "true or false",
};

/** One fault for each thing that is wrong. */
export function describeIssue(issue: Issue): readonly Fault[] {
  const { path } = issue;
  const name = showPath(path);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(path, key));
  if (issue.code !== "too_small" && issue.code !== "custom" && issue.input === undefined) {
    return [{ path, message: `${name} is missing.` }];
  }
  return [{ path, message: `${name} ${complaint(issue)}` }];
}

function complaint(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${kinds[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      return `must be ${issue.values.map(String).join(" or ")}.`;
    case "invalid_union":
      return "must be allow or deny.";
    case "too_small":
      return "must not be empty.";
    default:
      return `(\`${String(issue.input)}\`) ${issue.message}${/[.?]$/.test(issue.message) ? "" : "."}`;
  }
}

function unknownKey(path: Path, key: string): Fault {
  const known = keysAt(path);
  if (known.includes(key))
    return {
      path,
      key,
      message: `\`${key}\` belongs to rules that allow: leave it out of ${showPath(path)}.`,
    };
  const instead = didYouMean(key, known) || ` These are known: ${known.join(", ")}.`;
  const where = path.length === 0 ? "the policy" : showPath(path);
  return { path, key, message: `\`${key}\` is not known in ${where}.${instead}` };
}

/** The keys of the mapping at a path. A rule's are those of both effects. */
function keysAt(path: Path): readonly string[] {
  if (path.length === 0) return Object.keys(policySchema.shape);
  if (path[0] === "tests") return Object.keys(testSchema.shape);
  if (path.length > 2) return Object.keys(runSchema.shape);
  return Object.keys({ ...allowSchema.shape, ...denySchema.shape });
}

/** `rules[0].run.verbs[1]` */
export function showPath(path: Path): string {
  const shown = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return path.length === 0 ? "The policy" : `\`${shown.replace(/^\./, "")}\``;
}
