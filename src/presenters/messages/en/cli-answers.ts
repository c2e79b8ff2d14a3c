// What `diagnose` and `access` print on a terminal: small words, since a mark or a colour stands beside none of them.
import { counted, message } from "./words.ts";

const waysIn = counted("{it, plural, =0 {no way in} one {one way in} other {# ways in, best first}}");
const counts = message<Record<"pass" | "fail" | "warn" | "open" | "off", number>>(
  "{pass} passed, {fail} failed, {warn} warned, {open} not assessed, {off} do not apply",
);

export const cliAnswers = {
  verdicts: {
    stopped: "stopped",
    reachable: "reachable",
    well: "reachable and well",
    wrongInside: "reachable, something is wrong inside",
    degraded: "degraded",
    broken: "broken",
    unknown: "unknown",
  },
  paths: {
    available: "available",
    probable: "probable",
    blocked: "blocked",
    notConfigured: "not configured",
  },
  statuses: {
    fail: "fail",
    warn: "warn",
    notAssessed: "not assessed",
    pass: "pass",
    notConfigured: "not configured",
    notApplicable: "not applicable",
  },
  diagnosis: (cluster: string, verdict: string, summary: string) => `${cluster}: ${verdict}. ${summary}`,
  cause: "Cause",
  why: (page: string) => `Why: ${page}`,
  needs: (action: string, scope: string) => `needs ${action} on ${scope}`,
  counts: (checks: Parameters<typeof counts>[0], arm: Record<"requests" | "levels" | "ms", number>) =>
    `${counts(checks)}. ${arm.requests} requests to Azure in ${arm.levels} round trips, ${arm.ms} ms.`,
  access: (cluster: string, usable: number, isStopped: boolean) =>
    `${cluster}: ${waysIn(usable)}${isStopped && usable === 0 ? `, since ${cluster} is stopped` : ""}.`,
  /** Of an address or a range. */
  allowed: {
    yes: "let in",
    partly: "let in in part",
    no: "not let in",
    unknown: "perhaps let in",
  },
  isAllowed: (cluster: string, of: string, said: string, why: string) =>
    `${cluster}: ${of} is ${said}. ${why}`,
  /** Where no way was judged. */
  accessUnjudged: (cluster: string, summary: string) => `${cluster}: ${summary}`,
};
