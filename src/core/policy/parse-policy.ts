// Reads a policy file whole: its YAML, its shape, its meaning and its own tests. Every problem comes with its line.
import { checkMeaning } from "./check-meaning.ts";
import { describeIssue } from "./describe-issue.ts";
import { type Policy, policySchema } from "./policy.ts";
import { runPolicyTests } from "./policy-tests.ts";
import { type Problem, readYaml } from "./yaml-text.ts";

export type ParsedPolicy = Readonly<
  { ok: true; policy: Policy } | { ok: false; problems: readonly Problem[] }
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
