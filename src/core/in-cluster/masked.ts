// What is found inside a cluster holds names and words that somebody there chose: none leaves as it stands.
import { linesOf } from "../fix/write/fix.ts";
import type { CheckResult } from "../outcome/check.ts";
import { redact } from "../redact/redact.ts";

/** Every text in what was found and seen, masked; the id that says what was found is ours. */
export const masked = (result: CheckResult): CheckResult => ({
  ...withoutSecretFix(result),
  facts: result.facts.map((fact) => ({ ...maskedIn(fact), is: fact.is })),
  ...("evidence" in result && result.evidence !== undefined ? { evidence: maskedIn(result.evidence) } : {}),
});

/** A line that names what has to be masked would be a wrong one. */
function withoutSecretFix(result: CheckResult): CheckResult {
  if (!("fix" in result) || result.fix === undefined) return result;
  const { fix, ...rest } = result;
  const shown = { ...fix, steps: linesOf(fix) };
  return JSON.stringify(maskedIn(shown)) === JSON.stringify(shown) ? result : rest;
}

/** The cast: what it makes has the shape of what it was given. */
function maskedIn<T>(value: T): T {
  return maskedValue(value) as T;
}

function maskedValue(value: unknown): unknown {
  if (typeof value === "string") return redact(value).text;
  if (Array.isArray(value)) return value.map(maskedValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskedValue(inner)]));
}
