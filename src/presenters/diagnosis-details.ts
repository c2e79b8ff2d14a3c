// Every check of a diagnosis as text, folded away on the card: status, evidence and fix, worst first.
import type { CheckResult } from "../core/diagnosis/check.ts";
import type { Diagnosis } from "../core/diagnosis/diagnosis.ts";
import { byWeight } from "./diagnosis-data.ts";
import type { Messages } from "./messages/messages.ts";
import { paginate } from "./pages.ts";

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `    ${line}`);

function describe(check: CheckResult, messages: Messages): readonly string[] {
  const head = `${messages.checkStatus[check.status]}  ${check.id}: ${check.summary}`;
  const evidence = "evidence" in check ? (check.evidence ?? []) : [];
  const fix = "fix" in check ? (check.fix?.commands ?? []) : [];
  const needs = "needs" in check ? check.needs.map(({ action, scope }) => `${action} ${scope}`) : [];
  const fixes = fix.map((command) => `${messages.diagnosis.fixLine}: ${command}`);
  return [head, ...indent(evidence), ...indent(needs), ...indent(fixes)];
}

/** Lines of one block, cut to what a page of output may hold; checks that do not apply are left out. */
export function detailLines(diagnosis: Diagnosis, messages: Messages): readonly string[] {
  const text = diagnosis.checks
    .filter(({ status }) => status !== "notApplicable")
    .toSorted(byWeight)
    .flatMap((check) => describe(check, messages))
    .join("\n");
  return paginate(text, 120).pages[0]?.lines ?? [];
}
