// What the schema found wrong, as faults of the policy.
import type { z } from "zod";
import { findResource } from "../command/grammar/resources.ts";
import { readVerbs } from "../command/grammar/verbs.ts";
import { nearWords } from "../command/near-words.ts";
import type { PolicyFault } from "./fault.ts";
import { allowSchema, denySchema, policyResources, policySchema, runSchema, testSchema } from "./policy.ts";
import { unfitOf } from "./unfit.ts";
import type { Fault, Path } from "./yaml-text.ts";

type Issue = z.core.$ZodIssue;

/** One fault for each thing that is wrong. */
export function describeIssue(issue: Issue): readonly Fault[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(path, key));
  if (issue.code !== "too_small" && issue.code !== "custom" && issue.input === undefined) {
    return [{ path, fault: { is: "missing", at: showPath(path) } }];
  }
  return [{ path, fault: faultOf(issue, showPath(path)) }];
}

function faultOf(issue: Issue, at: string): PolicyFault {
  switch (issue.code) {
    case "invalid_type":
      return { is: "wrongType", at, expected: issue.expected };
    case "invalid_value":
      return { is: "wrongValue", at, accepted: issue.values.map(String) };
    case "invalid_union":
      return { is: "wrongEffect", at };
    case "too_small":
      return { is: "isEmpty", at };
    default:
      return unfit(issue, at, String(issue.input));
  }
}

function unfit(issue: Issue, at: string, given: string): PolicyFault {
  const what = unfitOf(issue);
  if (what === null) return { is: "otherwise", at, given, said: issue.message };
  if (what === "verb") return { is: "unfit", at, given, unfit: what, near: nearWords(given, readVerbs) };
  if (what !== "resource") return { is: "unfit", at, given, unfit: what, near: [] };
  const full = findResource(given)?.name;
  return full === undefined
    ? { is: "unfit", at, given, unfit: what, near: nearWords(given, policyResources) }
    : { is: "unfit", at, given, unfit: what, near: [], full };
}

function unknownKey(path: Path, key: string): Fault {
  const [known, at] = [keysAt(path), showPath(path)];
  return known.includes(key)
    ? { path, key, fault: { is: "keyOfAllow", at, key } }
    : { path, key, fault: { is: "keyUnknown", at, key, near: nearWords(key, known), known } };
}

/** The keys of the mapping at a path. A rule's are those of both effects. */
function keysAt(path: Path): readonly string[] {
  if (path.length === 0) return Object.keys(policySchema.shape);
  if (path[0] === "tests") return Object.keys(testSchema.shape);
  if (path.length > 2) return Object.keys(runSchema.shape);
  return Object.keys({ ...allowSchema.shape, ...denySchema.shape });
}

/** `rules[0].run.verbs[1]` */
function showPath(path: Path): string {
  const shown = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return shown.replace(/^\./, "");
}
