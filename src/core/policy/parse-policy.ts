// Reads a policy file whole: its YAML, its shape, its meaning and its own tests. Every problem comes with its line.

import type { z } from "zod";
import { writeVerbs } from "../command/change/change-verbs.ts";
import { nearWords } from "../command/grammar/near-words.ts";
import { findResource } from "../command/grammar/resources.ts";
import { readVerbs } from "../command/grammar/verbs.ts";
import { changeSchema, othersSchema } from "./change-schema.ts";
import { checkMeaning } from "./check-meaning.ts";
import {
  type Fault,
  type FaultPath,
  type PolicyFault,
  type PolicyProblem,
  readYaml,
  type Unfit,
} from "./fault.ts";
import { icalSchema, onCallSchema, shiftsSchema } from "./on-call-schema.ts";
import {
  allowSchema,
  denySchema,
  escalationSchema,
  incidentsSchema,
  type Policy,
  policySchema,
  runSchema,
  testSchema,
} from "./policy.ts";
import { runPolicyTests } from "./policy-tests.ts";
import { policyResources, unfitOf } from "./policy-words.ts";
import { windowSchema } from "./window.ts";

// What the schema found wrong, as faults of the policy.

// Which keys a mapping of the policy file knows.

/** By the key that leads to it. */
const inner: Readonly<Record<string, readonly string[]>> = {
  run: Object.keys(runSchema.shape),
  change: Object.keys(changeSchema.shape),
  approval: Object.keys(othersSchema.shape),
  escalate: ["after", "groups"],
  when: Object.keys(windowSchema.shape),
  shifts: Object.keys(shiftsSchema.shape),
  ical: Object.keys(icalSchema.shape),
};

/** The keys of the mapping at a path. A rule's are those of both effects. */
function keysAt(path: FaultPath): readonly string[] {
  if (path.length === 0) return Object.keys(policySchema.shape);
  if (path[0] === "incidents")
    return Object.keys((path.length === 1 ? incidentsSchema : escalationSchema).shape);
  const known = path.length > 2 ? inner[String(path.at(-1))] : undefined;
  if (known !== undefined) return known;
  if (path[0] === "onCall") return Object.keys(onCallSchema.shape);
  if (path[0] === "tests") return Object.keys(testSchema.shape);
  return Object.keys({ ...allowSchema.shape, ...denySchema.shape });
}

type Issue = z.core.$ZodIssue;

/** One fault for each thing that is wrong. */
function describeIssue(issue: Issue): readonly Fault[] {
  const { path } = issue;
  const within = withinApproval(issue);
  if (within !== null) return within.flatMap(describeIssue);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(path, key));
  if (issue.code !== "too_small" && issue.code !== "custom" && issue.input === undefined) {
    return [{ path, fault: { is: "missing", at: showPath(path) } }];
  }
  return [{ path, fault: faultOf(issue, showPath(path)) }];
}

const isApproval = (path: FaultPath): boolean => path.at(-1) === "approval";

/** A mapping is meant for who has to agree: what is wrong is in it. */
function withinApproval(issue: Issue): readonly Issue[] | null {
  if (issue.code !== "invalid_union" || !isApproval(issue.path)) return null;
  if (typeof issue.input !== "object" || issue.input === null || Array.isArray(issue.input)) return null;
  const inMapping = issue.errors.at(-1) ?? [];
  return inMapping.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
}

function faultOf(issue: Issue, at: string): PolicyFault {
  switch (issue.code) {
    case "invalid_type":
      return { is: "wrongType", at, expected: issue.expected };
    case "invalid_value":
      return { is: "wrongValue", at, accepted: issue.values.map(String) };
    case "invalid_union":
      return { is: isApproval(issue.path) ? "wrongApproval" : "wrongEffect", at };
    case "too_small":
      return { is: "isEmpty", at };
    default:
      return unfit(issue, at, String(issue.input));
  }
}

function unfit(issue: Issue, at: string, given: string): PolicyFault {
  const what = unfitOf(issue);
  if (what === null) return { is: "otherwise", at, given, said: issue.message };
  const full = what === "resource" ? findResource(given)?.name : undefined;
  const near = full === undefined ? nearWords(given, fitting[what] ?? []) : [];
  return { is: "unfit", at, given, unfit: what, near, ...(full !== undefined && { full }) };
}

/** What would fit, where that is a list of words. */
const fitting: Readonly<Partial<Record<Unfit, readonly string[]>>> = {
  verb: readVerbs,
  changeVerb: writeVerbs,
  resource: policyResources,
};

function unknownKey(path: FaultPath, key: string): Fault {
  const [known, at] = [keysAt(path), showPath(path)];
  return known.includes(key)
    ? { path, key, fault: { is: "keyOfAllow", at, key } }
    : { path, key, fault: { is: "keyUnknown", at, key, near: nearWords(key, known), known } };
}

/** `rules[0].run.verbs[1]` */
function showPath(path: FaultPath): string {
  const shown = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return shown.replace(/^\./, "");
}

export type ParsedPolicy = Readonly<
  { ok: true; policy: Policy } | { ok: false; problems: readonly PolicyProblem[] }
>;

/** The policy, or everything that is wrong with the file. A policy with a problem must never take effect. */
export function parsePolicy(text: string): ParsedPolicy {
  const read = readYaml(text);
  if (!read.ok) return read;
  const { value, locate } = read.yaml;
  const parsed = policySchema.safeParse(value, { reportInput: true });
  const shape = parsed.success ? [] : parsed.error.issues.flatMap(describeIssue);
  const meaning = checkMeaning(value);
  const faults = [...shape, ...meaning];
  if (parsed.success && faults.length === 0) faults.push(...runPolicyTests(parsed.data));
  if (parsed.success && faults.length === 0) return { ok: true, policy: parsed.data };
  const problems = faults.map(locate);
  return { ok: false, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}
