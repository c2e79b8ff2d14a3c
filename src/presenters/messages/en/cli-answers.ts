// Answers of the command line: small words, since a mark or a colour stands beside none of them.
import { counted, list, message } from "./words.ts";

const waysIn = counted("{it, plural, =0 {no way in} one {one way in} other {# ways in, best first}}");
const counts = message<Record<"pass" | "fail" | "warn" | "open" | "off", number>>(
  "{pass} passed, {fail} failed, {warn} warned, {open} not assessed, {off} do not apply",
);
const size = message<Record<"groups" | "rules" | "tests", number>>(
  "{groups} groups, {rules} rules, {tests} tests passed",
);
const heads = counted("{it, plural, one {One head that was} other {# heads that were}}");

const rowsOf = counted("{it, plural, one {# row} other {# rows}} on the audit trail");
const standing = message<Record<"proven" | "unproven" | "unsealed", number>>(
  "Of these rows {proven} are proven, {unproven} sealed and not proven, {unsealed} not yet sealed.",
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

  schemaReady: "The schema is up to date.",

  policy: {
    valid: "is valid",
    notValid: "is not valid",
    isValid: (file: string, valid: string, holds: Parameters<typeof size>[0]) =>
      `${file} ${valid}: ${size(holds)}.`,
    isNotValid: (file: string, notValid: string) => `${file} ${notValid} and would not take effect:`,
    allowed: "Allowed",
    denied: "Denied",
    asked: (what: string, cluster: string) => `${what} on ${cluster}`,
    /** `alone`: the output is for whoever asks. */
    isAllowed: (allowed: string, rules: readonly string[], asked: string, alone: boolean) =>
      `${allowed} by ${rules.length > 1 ? "the rules" : "the rule"} ${list(rules)}: ${asked}. The output is seen by ${alone ? "the requester alone" : "everyone in the thread"}.`,
    isDenied: (denied: string, rule: string | null, asked: string) =>
      `${denied} ${rule === null ? "because no rule allows it" : `by the rule ${rule}`}: ${asked}.`,
    hasToBeApproved: (approval: string) => `Has to be approved by ${approval}.`,
    asEmergency: "As an emergency alone: whoever asks has to say so, with the reason.",
    wouldAllow: (groups: readonly string[]) =>
      groups.length === 0 ? "No group would be allowed." : `Would be allowed: ${list(groups)}.`,
  },

  trail: {
    changed: "was changed",
    intact: "is intact",
    unproven: "is not proven to its beginning",
    isChanged: (changed: string, why: string) => `The audit trail ${changed}. ${why}`,
    verdict: (verdict: string, sealed: number, tail: string) =>
      `The audit trail ${verdict}: ${sealed} rows sealed, ${tail}.`,
    noneWaits: "none waits to be sealed",
    /** `oldest`: how long it has waited; null where its time is none. */
    waits: (unsealed: number, oldest: string | null) =>
      `${unsealed} not yet sealed, and so not proven, the oldest ${oldest === null ? "since a time that is none" : `for ${oldest}`}`,
    seconds: counted("{it} s"),
    minutes: counted("{it} minutes"),
    hours: counted("{it} hours"),
    last: (seq: number, hash: string) =>
      `Last sealed row: --head ${seq}:${hash}. Kept elsewhere, it proves later that no row was cut off.`,
    removed: (seq: number, before: string | null, hash: string) =>
      `Retention removed the rows up to ${seq}, ${before === null ? "before a key was in use" : `all of them from before ${before}`}; the check begins behind it, at hash ${hash}.`,
    keyless: (upTo: number) =>
      `Rows up to ${upTo} were sealed before a key was in use: what was changed in them until then, nobody can tell.`,
    unknownKeys: (upTo: number, keys: readonly string[]) =>
      `Rows up to ${upTo} are signed with ${list(keys)}, of which no public half was given: give it with --key FILE to know who sealed them.`,
    noHeads: "No head from elsewhere was compared: that no row was cut off the end, this check cannot tell.",
    heads: (count: number) => `${heads(count)} written down elsewhere: each stands in the trail.`,
  },

  timeline: {
    /** `runs`: those of others that belong to it. */
    head: (id: string, rows: number, runs: readonly string[]) =>
      `${id}: ${rowsOf(rows)}${runs.length === 0 ? "" : `, with those of ${list(runs)}`}`,
    outcomes: {
      allowed: "allowed",
      denied: "denied",
      refused: "refused",
      succeeded: "succeeded",
      failed: "failed",
      lost: "lost",
      recorded: "recorded",
    },
    /** In the place of a person. */
    product: "the product itself",
    rule: (rule: string) => `rule ${rule}`,
    policy: (version: string) => `policy ${version}`,
    standings: {
      proven: (row: number) => `row ${row}`,
      unproven: (row: number) => `row ${row}, not proven`,
      unsealed: (_row: number) => "not yet sealed",
    },
    standing: (proven: number, unproven: number, unsealed: number) =>
      standing({ proven, unproven, unsealed }),
  },
};
