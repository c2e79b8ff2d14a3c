// Every check of a diagnosis, folded away on the card: status, evidence and fix, worst first.
import type { CheckResult } from "../core/diagnosis/check.ts";
import type { Diagnosis } from "../core/diagnosis/diagnosis.ts";
import { byWeight } from "./diagnosis-data.ts";
import type { Messages } from "./messages/messages.ts";
import { type Plain, plain, visible } from "./text.ts";

const SENTENCE = 1_000;
/** More than the catalogue has: a card shows every check, and is made in time whatever it is given. */
const DETAILS = 400;

/** Whose evidence is shown, from most to least: a card takes the first with which it fits a message. */
export const EVIDENCE = ["all", "problems", "none"] as const;
export type Evidence = (typeof EVIDENCE)[number];

export type Detail = Readonly<{ word: Plain; text: Plain; lines: readonly string[] }>;

function evidenceOf(check: CheckResult, evidence: Evidence): readonly string[] {
  const isShown = evidence === "all" || (evidence === "problems" && check.status !== "pass");
  return isShown && "evidence" in check ? (check.evidence ?? []) : [];
}

/** `ids`: the checks that say exactly this. The lines of a fix are whole: a cut command would be a wrong command. */
function toDetail(
  check: CheckResult,
  ids: readonly string[],
  evidence: Evidence,
  messages: Messages,
): Detail {
  const needs = "needs" in check ? check.needs.map(({ action, scope }) => `${action} ${scope}`) : [];
  const fix = "fix" in check ? (check.fix?.commands ?? []) : [];
  const fixes = fix.map((command) => `${messages.diagnosis.fixLine}: ${command}`);
  return {
    word: plain(messages.checkStatus[check.status]),
    text: plain(`${ids.join(", ")}: ${check.summary}`, SENTENCE),
    lines: [...evidenceOf(check, evidence), ...needs, ...fixes].map(visible),
  };
}

/** What was not assessed waits for the same reading as often as not; everything else speaks for itself. */
const sayingOf = (check: CheckResult): string =>
  check.status === "notAssessed" ? JSON.stringify([check.summary, check.needs]) : check.id;

/** Checks that do not apply are left out, and those that wait for the same thing stand together. */
export function detailsOf(diagnosis: Diagnosis, evidence: Evidence, messages: Messages): readonly Detail[] {
  const checks = diagnosis.checks.filter(({ status }) => status !== "notApplicable").toSorted(byWeight);
  const sayings = [...Map.groupBy(checks, sayingOf).values()].slice(0, DETAILS);
  return sayings.flatMap((same) => {
    const [first] = same;
    const ids = same.map(({ id }) => id);
    return first === undefined ? [] : [toDetail(first, ids, evidence, messages)];
  });
}
