// Answers of the command line: small words, since a mark or a colour stands beside none of them.
import type { cliAnswers as en } from "../en/cli-answers.ts";
import { counted, list, message } from "./words.ts";

const waysIn = counted("{it, plural, =0 {kein Zugang} one {ein Zugang} other {# Zugänge, der beste zuerst}}");
const counts = message<Record<"pass" | "fail" | "warn" | "open" | "off", number>>(
  "{pass} in Ordnung, {fail} Fehler, {warn, plural, one {# Warnung} other {# Warnungen}}, {open} nicht bewertet, {off, plural, one {# entfällt} other {# entfallen}}",
);
const arm = message<Record<"requests" | "levels" | "ms", number>>(
  "{requests, plural, one {# Anfrage} other {# Anfragen}} an Azure in {levels, plural, one {# Runde} other {# Runden}}, {ms} ms",
);
const size = message<Record<"groups" | "rules" | "tests", number>>(
  "{groups, plural, one {# Gruppe} other {# Gruppen}}, {rules, plural, one {# Regel} other {# Regeln}}, {tests, plural, one {# Test} other {# Tests}} bestanden",
);
const byRules = message<{ count: number; rules: string }>(
  "{count, plural, one {durch die Regel} other {durch die Regeln}} {rules}",
);
const sealed = counted("{it, plural, one {# Zeile} other {# Zeilen}} versiegelt");
const heads = counted(
  "{it, plural, one {Ein anderswo festgehaltener Kopf wurde verglichen: Er} other {# anderswo festgehaltene Köpfe wurden verglichen: Jeder}} steht im Trail.",
);

const rowsOf = counted("{it, plural, one {# Zeile} other {# Zeilen}} im Audit-Trail");
const standing = message<Record<"proven" | "unproven" | "unsealed", number>>(
  "Von diesen Zeilen {proven, plural, one {ist # belegt} other {sind # belegt}}, {unproven} versiegelt und nicht belegt, {unsealed} noch nicht versiegelt.",
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

  schemaReady: "Das Schema ist auf dem neuesten Stand.",

  policy: {
    valid: "ist gültig",
    notValid: "ist nicht gültig",
    isValid: (file, valid, holds) => `${file} ${valid}: ${size(holds)}.`,
    isNotValid: (file, notValid) => `${file} ${notValid} und würde nicht in Kraft treten:`,
    allowed: "Erlaubt",
    denied: "Verweigert",
    asked: (what, cluster) => `${what} auf ${cluster}`,
    /** `alone`: the output is for whoever asks. */
    isAllowed: (allowed, rules, asked, alone) =>
      `${allowed} ${byRules({ count: rules.length, rules: list(rules) })}: ${asked}. Die Ausgabe ${alone ? "sieht nur, wer fragt" : "sehen alle im Thread"}.`,
    isDenied: (denied, rule, asked) =>
      `${denied}${rule === null ? ", weil keine Regel es erlaubt" : ` durch die Regel ${rule}`}: ${asked}.`,
    hasToBeApproved: (approval) => `Freizugeben durch: ${approval}.`,
    asEmergency: "Nur als Notfall: Wer fragt, muss das sagen und begründen.",
    wouldAllow: (groups) =>
      groups.length === 0 ? "Keine Gruppe dürfte das." : `Das dürften diese Gruppen: ${list(groups)}.`,
  },

  trail: {
    changed: "wurde verändert",
    intact: "ist unversehrt",
    unproven: "ist nicht bis zu seinem Anfang belegt",
    isChanged: (changed, why) => `Der Audit-Trail ${changed}. ${why}`,
    verdict: (verdict, rows, tail) => `Der Audit-Trail ${verdict}: ${sealed(rows)}, ${tail}.`,
    noneWaits: "keine wartet auf ihr Siegel",
    /** `oldest`: how long it has waited; null where its time is none. */
    waits: (unsealed, oldest) =>
      `${unsealed} noch nicht versiegelt und damit nicht belegt, die älteste seit ${oldest ?? "einer Zeit, die keine ist"}`,
    seconds: counted("{it} s"),
    minutes: counted("{it, plural, one {# Minute} other {# Minuten}}"),
    hours: counted("{it, plural, one {# Stunde} other {# Stunden}}"),
    last: (seq, hash) =>
      `Letzte versiegelte Zeile: --head ${seq}:${hash}. Anderswo aufbewahrt, belegt sie später, dass keine Zeile abgeschnitten wurde.`,
    removed: (seq, before, hash) =>
      `Die Aufbewahrungsfrist hat die Zeilen bis ${seq} entfernt, ${before === null ? "bevor ein Schlüssel in Gebrauch war" : `alle von vor ${before}`}; die Prüfung beginnt dahinter, bei Hash ${hash}.`,
    keyless: (upTo) =>
      `Die Zeilen bis ${upTo} wurden versiegelt, bevor ein Schlüssel in Gebrauch war: Was bis dahin an ihnen verändert wurde, kann niemand sagen.`,
    unknownKeys: (upTo, keys) =>
      `Die Zeilen bis ${upTo} sind mit ${list(keys)} signiert, und die öffentliche Hälfte davon fehlt: Gib sie mit --key FILE an, um zu wissen, wer sie versiegelt hat.`,
    noHeads:
      "Kein anderswo festgehaltener Kopf wurde verglichen: Ob am Ende eine Zeile abgeschnitten wurde, kann diese Prüfung nicht sagen.",
    heads,
  },

  timeline: {
    head: (id, rows, runs) =>
      `${id}: ${rowsOf(rows)}${runs.length === 0 ? "" : `, mit denen von ${list(runs)}`}`,
    outcomes: {
      allowed: "erlaubt",
      denied: "verweigert",
      refused: "abgelehnt",
      succeeded: "gelungen",
      failed: "fehlgeschlagen",
      lost: "verloren",
      recorded: "festgehalten",
    },
    /** In the place of a person. */
    product: "das Produkt selbst",
    rule: (rule) => `Regel ${rule}`,
    policy: (version) => `Richtlinie ${version}`,
    standings: {
      proven: (row) => `Zeile ${row}`,
      unproven: (row) => `Zeile ${row}, nicht belegt`,
      unsealed: (_row) => "noch nicht versiegelt",
    },
    standing: (proven, unproven, unsealed) => standing({ proven, unproven, unsealed }),
  },
};
