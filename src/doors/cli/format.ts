// Diagnoses, ways in and decisions as lines for a terminal: pure; colours come in at the very end.
import { placeDoubt } from "../../core/diagnosis/diagnosis.ts";
import { type Headline, headlineOf } from "../../core/diagnosis/headline.ts";
import { isByChoice } from "../../core/diagnosis/verdict.ts";
import type { CheckStatus } from "../../core/outcome/check.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import { linesOfTest, testHead } from "../../presenters/client-test.ts";
import { canWait } from "../../presenters/diagnosis-data.ts";
import { whatItDoes } from "../../presenters/messages/en/what-it-does.ts";
import { messages } from "../../presenters/messages/messages.ts";
import type { SaidCheck, SaidDiagnosis, SaidFix, SaidPath } from "../../presenters/said-diagnosis.ts";
import { isSaidIn } from "../../presenters/text.ts";
import type { Style } from "./io.ts";
import type { Line, Span } from "./line.ts";
import { wayLines } from "./way-lines.ts";

/** What Azure sent may hold anything: no control character of it reaches the terminal. */
export const clean = (text: string): string =>
  text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ");

export const render = (lines: readonly Line[], paint: (style: Style, text: string) => string): string =>
  lines
    .map((line) =>
      line.map((span) => (typeof span === "string" ? clean(span) : paint(span[0], clean(span[1])))).join(""),
    )
    .join("\n");

const verdictStyles: Readonly<Record<Exclude<Headline, "outside" | "cutOff">, Style>> = {
  stopped: "red",
  reachable: "green",
  well: "green",
  wrongInside: "yellow",
  degraded: "yellow",
  broken: "red",
  unknown: "cyan",
};

const states: Readonly<Record<SaidPath["state"], Span>> = {
  available: ["green", "available"],
  probable: ["yellow", "probable"],
  blocked: ["red", "blocked"],
  notConfigured: ["dim", "not configured"],
};

const words: Readonly<Record<CheckStatus, Span>> = {
  fail: ["red", "fail"],
  warn: ["yellow", "warn"],
  notAssessed: ["cyan", "not assessed"],
  pass: ["green", "pass"],
  notConfigured: "not configured",
  notApplicable: "not applicable",
};

const texts = messages();

const blank: Line = [];
const indented = (lines: readonly string[], by = 4): readonly Line[] =>
  lines.map((line) => [" ".repeat(by), line]);
const section = (title: string, lines: readonly Line[]): readonly Line[] =>
  lines.length === 0 ? [] : [blank, [["bold", title]], ...lines];

function fixLines(fix: SaidFix): readonly Line[] {
  const { commands, risk, disruptive, role } = fix;
  const about = texts.diagnosis.risk(risk, disruptive);
  const who: Line = [["dim", `  ${texts.diagnosis.who(role)}`]];
  return [["  ", whatItDoes(fix), " ", about], who, ...indented(commands)];
}

/** The fix, or where no command mends the cause, what somebody has to do. */
function mendingLines({ rootCause }: SaidDiagnosis): readonly Line[] {
  if (rootCause === null) return [];
  const { fix, check } = rootCause;
  if (fix !== undefined) return section(texts.diagnosis.fix, fixLines(fix));
  const remedy = texts.remedyOfFinding(check);
  return section(texts.diagnosis.remedy, remedy === undefined ? [] : indented([remedy], 2));
}

function causeLines({ rootCause, checks, summary }: SaidDiagnosis): readonly Line[] {
  if (rootCause === null) return [];
  const { changed, alsoChanged = [], page, source } = rootCause;
  const why = page ?? source;
  const changes = [...(changed === undefined ? [] : [changed]), ...alsoChanged];
  const check = checks.find(({ id }) => id === rootCause.check);
  const evidence = check !== undefined && "evidence" in check ? (check.evidence ?? []) : [];
  return [
    ["  ", rootCause.check, ["dim", `  ${rootCause.confidence}`]],
    ...(isSaidIn(rootCause.summary, summary) ? [] : indented([rootCause.summary], 2)),
    ...indented(rootCause.resourceId === undefined ? [] : [rootCause.resourceId], 2),
    ...indented(
      changes.map(({ time, what }) => `changed ${time}: ${what}`),
      2,
    ),
    ...indented(evidence),
    ...(why === undefined ? [] : [[["dim", `  Why: ${why}`]] satisfies Line]),
  ];
}

/** What would settle it, unless the sentence says so already. */
const unsaidNeeds = ({ summary, needs }: Extract<SaidCheck, { status: "notAssessed" }>): readonly string[] =>
  needs
    .filter(({ action, scope }) => !summary.includes(action) || !summary.includes(scope))
    .map(({ action, scope }) => `needs ${action} on ${scope}`);

function checkLines(check: SaidCheck): readonly Line[] {
  const needs = check.status === "notAssessed" ? unsaidNeeds(check) : [];
  return [["  ", words[check.status], `  ${check.id}: ${check.summary}`], ...indented(needs)];
}

/** What a walk has met besides the cause, where no check says so already. */
const walkedLines = ({ thenAlso = [], checks }: SaidDiagnosis): readonly Line[] =>
  thenAlso
    .filter(
      ({ need, summary }) => need !== undefined && !checks.some((each) => each.summary.includes(summary)),
    )
    .map(({ check, summary }) => ["  ", words.fail, `  ${check}: ${summary}`]);

const withStatus = (diagnosis: SaidDiagnosis, ...statuses: readonly CheckStatus[]): readonly SaidCheck[] =>
  diagnosis.checks.filter(({ status }) => statuses.includes(status));

function countsOf(diagnosis: SaidDiagnosis): string {
  const count = (status: CheckStatus) => withStatus(diagnosis, status).length;
  const { requests, levels, ms } = diagnosis.arm;
  const checks = `${count("pass")} passed, ${count("fail")} failed, ${count("warn")} warned, ${count("notAssessed")} not assessed, ${count("notApplicable") + count("notConfigured")} do not apply`;
  return `${checks}. ${requests} requests to Azure in ${levels} round trips, ${ms} ms.`;
}

/** Usable ways first, best first; then the others as the catalogue has them. */
export const rankedPaths = (paths: readonly SaidPath[]): readonly SaidPath[] =>
  paths.toSorted((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));

function pathLines(path: SaidPath): readonly Line[] {
  const rank = path.rank === undefined ? "  " : `${path.rank}.`;
  return [
    [rank, " ", states[path.state], `  ${path.id} ${path.title}: ${path.reason}`],
    ...indented(path.steps),
  ];
}

function testLinesOf(diagnosis: SaidDiagnosis): readonly Line[] {
  const lines = linesOfTest(diagnosis, texts);
  return lines.length === 0 ? [] : [...indented([texts.clientTest.pasteCli], 2), ...indented(lines)];
}

/** Without the shape that a card sets before it. */
const wordOf = (word: keyof typeof verdictStyles): string =>
  texts.verdict[word].replace(/^\S+ /, "").toLowerCase();

/** A fact about somebody's own way is said by the sentence behind it. */
function headWord(diagnosis: SaidDiagnosis): keyof typeof verdictStyles {
  const headline = headlineOf(diagnosis);
  if (headline !== "outside" && headline !== "cutOff") return headline;
  return diagnosis.verdict === "healthy" ? "reachable" : diagnosis.verdict;
}

/** The cause first, then the way that ends there, the evidence, the fix, and everything else. */
export function diagnosisLines(diagnosis: SaidDiagnosis, client: Client = {}): readonly Line[] {
  const { cluster, summary, rootCause, accessPaths } = diagnosis;
  const further = withStatus(diagnosis, "fail", "warn").filter(
    (check) => check.id !== rootCause?.check && !isByChoice(check) && !canWait(check),
  );
  // Of a reminder nothing is to be read.
  const open = withStatus(diagnosis, "notAssessed").filter(({ severity }) => severity !== "info");
  const word = headWord(diagnosis);
  return [
    [["bold", cluster.name], ": ", [verdictStyles[word], wordOf(word)], `. ${summary}`],
    ...(diagnosis.inside === undefined ? [] : [[diagnosis.inside.said]]),
    ...section("The way", wayLines(diagnosis, client)),
    ...section("Cause", causeLines(diagnosis)),
    ...mendingLines(diagnosis),
    ...section("Also found", [...further.flatMap(checkLines), ...walkedLines(diagnosis)]),
    ...section("Ways in", rankedPaths(accessPaths).flatMap(pathLines)),
    ...section(testHead(client, texts), testLinesOf(diagnosis)),
    ...section("Could not be assessed", open.flatMap(checkLines)),
    blank,
    [["dim", countsOf(diagnosis)]],
  ];
}

export function accessLines(diagnosis: SaidDiagnosis): readonly Line[] {
  const { cluster, accessPaths, summary } = diagnosis;
  if (accessPaths.length === 0) return [[["bold", cluster.name], `: ${summary}`]];
  const usable = accessPaths.filter(({ rank }) => rank !== undefined).length;
  const stopped = headlineOf(diagnosis) === "stopped" ? `, since ${cluster.name} is stopped` : "";
  const head =
    usable === 0 ? `no way in${stopped}` : usable === 1 ? "one way in" : `${usable} ways in, best first`;
  const doubt = placeDoubt(diagnosis)?.summary ?? "";
  return [
    [["bold", cluster.name], `: ${head}.${doubt && ` ${doubt}`}`],
    blank,
    ...rankedPaths(accessPaths).flatMap(pathLines),
  ];
}
