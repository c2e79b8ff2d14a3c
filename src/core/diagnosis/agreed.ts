// A cluster one field of which nobody could read, diagnosed with each of the values that make a difference: what is the same
// in all of them is so whatever stands there, and the rest is as unknown as if the cluster had not been read.
import type { CheckResult } from "../outcome/check.ts";
import type { Diagnosis } from "./diagnosis.ts";

/** All but the checks, which are compared one by one, what the reading took, and which rules led there. */
const judgement = ({ checks: _checks, arm: _arm, decidedBy: _rules, ...rest }: Diagnosis) => rest;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const checkOf = ({ checks }: Diagnosis, id: string): CheckResult | undefined =>
  checks.find((check) => check.id === id);

/** `unread`: of the same snapshot, without the cluster. */
export function agreed([first, ...others]: readonly Diagnosis[], unread: Diagnosis): Diagnosis {
  if (first === undefined) return unread;
  const checks = first.checks.flatMap((check) =>
    others.every((other) => isSame(check, checkOf(other, check.id)))
      ? [check]
      : (checkOf(unread, check.id) ?? []),
  );
  const isOpen = checks.some((check) => check.status !== checkOf(first, check.id)?.status);
  const isJudged =
    others.every((other) => isSame(judgement(first), judgement(other))) &&
    !(first.verdict === "healthy" && isOpen);
  return { ...(isJudged ? first : unread), checks };
}
