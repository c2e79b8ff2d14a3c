// The policy out of its file, with the version that names exactly this text.
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { PolicyRead } from "../app/identity/policy-in-force.ts";
import { type ParsedPolicy, parsePolicy } from "../core/policy/parse-policy.ts";
import { say } from "../presenters/messages/catalogue/says.ts";
import { policyFaults } from "../presenters/messages/operator/policy-faults.ts";

/** Never throws: what is wrong, also with the file itself, is a list of sentences. */
export async function readPolicyFile(file: string): Promise<PolicyRead> {
  try {
    const text = await readFile(file, "utf8");
    const parsed = parsePolicy(text);
    if (parsed.ok) return { ok: true, policy: parsed.policy, version: versionOf(text) };
    return { ok: false, problems: sentencesOf(file, parsed) };
  } catch (error) {
    return { ok: false, problems: [`It cannot be read: ${error instanceof Error ? error.message : error}`] };
  }
}

/** Empty where the text is a policy. */
export function policyProblems(file: string, text: string): readonly string[] {
  const parsed = parsePolicy(text);
  return parsed.ok ? [] : sentencesOf(file, parsed);
}

const sentencesOf = (file: string, { problems }: Extract<ParsedPolicy, { ok: false }>): readonly string[] =>
  problems.map(({ line, column, fault }) => `${file}:${line}:${column} ${say(policyFaults, fault)}`);

/** Another text for each state of the file; also where a rename has put another in its place, as editors do. */
export async function lookAtPolicyFile(file: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(file);
    return [ino, size, mtimeMs].join(" ");
  } catch (error) {
    return String(error);
  }
}

const versionOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);
