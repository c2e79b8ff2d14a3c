// What `diagnose` and `access` print on a terminal: small words, since a mark or a colour stands beside none of them.
import type { cliAnswers as en } from "../en/cli-answers.ts";
import { counted, message } from "./words.ts";

const waysIn = counted("{it, plural, =0 {kein Zugang} one {ein Zugang} other {# Zugänge, der beste zuerst}}");
const counts = message<Record<"pass" | "fail" | "warn" | "open" | "off", number>>(
  "{pass} in Ordnung, {fail} Fehler, {warn, plural, one {# Warnung} other {# Warnungen}}, {open} nicht bewertet, {off, plural, one {# entfällt} other {# entfallen}}",
);
const arm = message<Record<"requests" | "levels" | "ms", number>>(
  "{requests, plural, one {# Anfrage} other {# Anfragen}} an Azure in {levels, plural, one {# Runde} other {# Runden}}, {ms} ms",
);

export const cliAnswers: typeof en = {
  verdicts: {
    stopped: "gestoppt",
    reachable: "erreichbar",
    well: "erreichbar und in Ordnung",
    wrongInside: "erreichbar, aber innen stimmt etwas nicht",
    degraded: "beeinträchtigt",
    broken: "gestört",
    unknown: "unbekannt",
  },
  paths: {
    available: "verfügbar",
    probable: "wahrscheinlich",
    blocked: "gesperrt",
    notConfigured: "nicht eingerichtet",
  },
  statuses: {
    fail: "Fehler",
    warn: "Warnung",
    notAssessed: "nicht bewertet",
    pass: "in Ordnung",
    notConfigured: "nicht eingerichtet",
    notApplicable: "entfällt",
  },
  diagnosis: (cluster, verdict, summary) => `${cluster}: ${verdict}. ${summary}`,
  cause: "Ursache",
  why: (page) => `Warum: ${page}`,
  needs: (action, scope) => `nötig ist ${action} auf ${scope}`,
  counts: (checks, asked) => `${counts(checks)}. ${arm(asked)}.`,
  access: (cluster, usable, isStopped) =>
    `${cluster}: ${waysIn(usable)}${isStopped && usable === 0 ? `, solange ${cluster} gestoppt ist` : ""}.`,
  allowed: {
    yes: "eingelassen",
    partly: "zum Teil eingelassen",
    no: "nicht eingelassen",
    unknown: "vielleicht eingelassen",
  },
  isAllowed: (cluster, of, said, why) => `${cluster}: ${of} wird ${said}. ${why}`,
  /** Where no way was judged. */
  accessUnjudged: (cluster, summary) => `${cluster}: ${summary}`,
};
