// Diagnoses, access paths and decisions as lines for a terminal: pure; colours come in at the very end.
import type { Allowed } from "../../core/access/allowed.ts";
import { type Headline, headlineOf, placeDoubt } from "../../core/diagnosis/diagnosis.ts";
import { isDisabledOnPurpose } from "../../core/diagnosis/problem.ts";
import type { CheckStatus } from "../../core/outcome/check.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import { isSaidIn } from "../../presenters/card/text.ts";
import { changesSaid, linesOfTest, testHead } from "../../presenters/diagnosis/client-test.ts";
import { remedyIn } from "../../presenters/diagnosis/fix.ts";
import {
  canWait,
  type SaidCause,
  type SaidCheck,
  type SaidDiagnosis,
  type SaidPath,
} from "../../presenters/diagnosis/localize-diagnosis.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import type { Messages } from "../../presenters/messages/messages.ts";
import { type OutputLine, type OutputSpan, type OutputStyle, wayLines } from "./io.ts";

const verdictStyles: Readonly<Record<Exclude<Headline, "outside" | "cutOff">, OutputStyle>> = {
  stopped: "red",
  reachable: "green",
  well: "green",
  wrongInside: "yellow",
  degraded: "yellow",
  broken: "red",
  unknown: "cyan",
};

const pathStyles: Readonly<Record<SaidPath["state"], OutputStyle>> = {
  available: "green",
  probable: "yellow",
  blocked: "red",
  notConfigured: "dim",
};

const statusStyles: Partial<Readonly<Record<CheckStatus, OutputStyle>>> = {
  fail: "red",
  warn: "yellow",
  notAssessed: "cyan",
  pass: "green",
};

const statusOf = (status: CheckStatus, { cli }: Messages): OutputSpan => {
  const style = statusStyles[status];
  return style === undefined ? cli.statuses[status] : [style, cli.statuses[status]];
};

/** A sentence with some of its words in a style: each is looked for behind the one before. */
function styled(sentence: string, ...words: readonly (readonly [OutputStyle, string])[]): OutputLine {
  const spans: OutputSpan[] = [];
  let rest = sentence;
  for (const [style, word] of words) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    spans.push(rest.slice(0, at), [style, word]);
    rest = rest.slice(at + word.length);
  }
  return [...spans, rest];
}

const blank: OutputLine = [];
const indented = (lines: readonly string[], by = 4): readonly OutputLine[] =>
  lines.map((line) => [" ".repeat(by), line]);
/** For a shell: what is too long goes on in the next line as a shell reads it. */
const forShell = (lines: readonly string[]): readonly OutputLine[] =>
  lines.map((command) => ({ command, indent: 4 }));
const section = (title: string, lines: readonly OutputLine[]): readonly OutputLine[] =>
  lines.length === 0 ? [] : [blank, [["bold", title]], ...lines];

function fixLines(
  fix: NonNullable<SaidCause["fix"]>,
  { diagnosis, sentences }: Messages,
): readonly OutputLine[] {
  const { commands, what } = fix;
  const does = sentences([what, diagnosis.risk(fix)]);
  return [["  ", does], [["dim", `  ${diagnosis.who(fix)}`]], ...forShell(commands)];
}

/** The fix, or where no command mends the cause, what somebody has to do. */
function mendingLines(diagnosis: SaidDiagnosis, texts: Messages): readonly OutputLine[] {
  const fix = diagnosis.rootCause?.fix;
  if (fix !== undefined) return section(texts.diagnosis.fix, fixLines(fix, texts));
  const remedy = remedyIn(diagnosis, texts);
  return section(texts.diagnosis.remedy, remedy === "" ? [] : indented([remedy], 2));
}

function causeLines(diagnosis: SaidDiagnosis, texts: Messages): readonly OutputLine[] {
  const { rootCause, checks, summary } = diagnosis;
  if (rootCause === null) return [];
  const { page, source } = rootCause;
  const why = page ?? source;
  const check = checks.find(({ id }) => id === rootCause.check);
  const evidence = check !== undefined && "evidence" in check ? (check.evidence ?? []) : [];
  return [
    ["  ", rootCause.check, ["dim", `  ${texts.diagnosis.confidence[rootCause.confidence]}`]],
    ...(isSaidIn(rootCause.summary, summary) ? [] : indented([rootCause.summary], 2)),
    ...indented(rootCause.resourceId === undefined ? [] : [rootCause.resourceId], 2),
    ...indented(changesSaid(diagnosis, texts), 2),
    ...indented(evidence),
    ...(why === undefined ? [] : [[["dim", `  ${texts.cli.why({ page: why })}`]] satisfies OutputLine]),
  ];
}

/** What would settle it, unless the sentence says so already. */
const unsaidNeeds = (
  { summary, needs }: Extract<SaidCheck, { status: "notAssessed" }>,
  { cli }: Messages,
): readonly string[] =>
  needs.filter(({ action, scope }) => !summary.includes(action) || !summary.includes(scope)).map(cli.needs);

function checkLines(check: SaidCheck, texts: Messages): readonly OutputLine[] {
  const needs = check.status === "notAssessed" ? unsaidNeeds(check, texts) : [];
  return [["  ", statusOf(check.status, texts), `  ${check.id}: ${check.summary}`], ...indented(needs)];
}

/** What a walk has met besides the cause, where no check says so already. */
const walkedLines = ({ thenAlso = [], checks }: SaidDiagnosis, texts: Messages): readonly OutputLine[] =>
  thenAlso
    .filter(
      ({ need, summary }) => need !== undefined && !checks.some((each) => each.summary.includes(summary)),
    )
    .map(({ check, summary }) => ["  ", statusOf("fail", texts), `  ${check}: ${summary}`]);

const withStatus = (diagnosis: SaidDiagnosis, ...statuses: readonly CheckStatus[]): readonly SaidCheck[] =>
  diagnosis.checks.filter(({ status }) => statuses.includes(status));

function countsOf(diagnosis: SaidDiagnosis, { cli }: Messages): string {
  const count = (...statuses: readonly CheckStatus[]) => withStatus(diagnosis, ...statuses).length;
  return cli.counts({
    pass: count("pass"),
    fail: count("fail"),
    warn: count("warn"),
    open: count("notAssessed"),
    off: count("notApplicable", "notConfigured"),
    ...diagnosis.arm,
  });
}

/** Usable ways first, best first; then the others as the catalogue has them. */
export const rankedPaths = (paths: readonly SaidPath[]): readonly SaidPath[] =>
  paths.toSorted((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));

function pathLines(path: SaidPath, { cli, diagnosis }: Messages): readonly OutputLine[] {
  const rank = path.rank === undefined ? "  " : `${path.rank}.`;
  const said = `  ${path.id} ${diagnosis.wayText(path)}`;
  return [[rank, " ", [pathStyles[path.state], cli.paths[path.state]], said], ...forShell(path.steps)];
}

function testLinesOf(diagnosis: SaidDiagnosis, texts: Messages): readonly OutputLine[] {
  const lines = linesOfTest(diagnosis, texts);
  return lines.length === 0 ? [] : [...indented([texts.clientTest.pasteCli], 2), ...forShell(lines)];
}

/** A fact about somebody's own way is said by the sentence behind it. */
function headWord(diagnosis: SaidDiagnosis): keyof typeof verdictStyles {
  const headline = headlineOf(diagnosis);
  if (headline !== "outside" && headline !== "cutOff") return headline;
  return diagnosis.verdict === "healthy" ? "reachable" : diagnosis.verdict;
}

export function headOf(diagnosis: SaidDiagnosis, { cli }: Messages): OutputLine {
  const { cluster, summary } = diagnosis;
  const word = headWord(diagnosis);
  const said = cli.verdicts[word];
  return styled(
    cli.diagnosis({ cluster: cluster.name, verdict: said, summary }),
    ["bold", cluster.name],
    [verdictStyles[word], said],
  );
}

/** Who is hurt; that a cluster is stopped, its head says. */
function hurtLines(diagnosis: SaidDiagnosis, { sayImpact }: Messages): readonly OutputLine[] {
  const { impact, cluster } = diagnosis;
  if (impact === null || headlineOf(diagnosis) === "stopped") return [];
  return [[["bold", sayImpact(impact, { cluster: cluster.name, person: null })]]];
}

/** The cause first, then the way that ends there, the evidence, the fix, and everything else. */
/** What fails inside, then what stands inside as a whole. */
const insideLines = ({ inside }: SaidDiagnosis): readonly OutputLine[] => {
  if (inside === undefined) return [];
  const { failing, said } = inside;
  const pod = failing === undefined ? [] : [`${failing.namespace}/${failing.pod} – ${failing.summary}`];
  return [...pod, said].map((line): OutputLine => [line]);
};

export function diagnosisLines(
  diagnosis: SaidDiagnosis,
  texts: Messages,
  client: Client = {},
  width = Number.POSITIVE_INFINITY,
): readonly OutputLine[] {
  const { rootCause, accessPaths, fact } = diagnosis;
  const { alsoProblems, waysHealthy, unknown } = texts.diagnosis;
  const checks = (all: readonly SaidCheck[]) => all.flatMap((check) => checkLines(check, texts));
  const further = withStatus(diagnosis, "fail", "warn").filter(
    (check) => check.id !== rootCause?.check && !isDisabledOnPurpose(check) && !canWait(check),
  );
  // Of a reminder nothing is to be read.
  const open = withStatus(diagnosis, "notAssessed").filter(({ severity }) => severity !== "info");
  return [
    ...hurtLines(diagnosis, texts),
    ...(fact === undefined ? [] : [[texts.sayFact(fact)], blank]),
    headOf(diagnosis, texts),
    ...insideLines(diagnosis),
    ...(rootCause === null ? changesSaid(diagnosis, texts).map((line): OutputLine => [line]) : []),
    ...section(texts.way.head, wayLines(diagnosis, client, texts, width)),
    ...section(texts.cli.cause, causeLines(diagnosis, texts)),
    ...mendingLines(diagnosis, texts),
    ...section(alsoProblems, [...checks(further), ...walkedLines(diagnosis, texts)]),
    ...section(
      waysHealthy,
      rankedPaths(accessPaths).flatMap((path) => pathLines(path, texts)),
    ),
    ...section(testHead(client, texts), testLinesOf(diagnosis, texts)),
    ...section(unknown, checks(open)),
    blank,
    [["dim", countsOf(diagnosis, texts)]],
  ];
}

const allowedStyles: Readonly<Record<Allowed["is"], OutputStyle>> = {
  yes: "green",
  partly: "yellow",
  no: "red",
  unknown: "cyan",
};

function allowedLine({ of, is, fact }: Allowed, cluster: string, { cli, whyAllowed }: Messages): OutputLine {
  const said = cli.allowed[is];
  const line = cli.isAllowed({ cluster, of, said, why: say(whyAllowed, { ...fact, cluster }) });
  return styled(line, ["bold", cluster], [allowedStyles[is], said]);
}

export function accessLines(diagnosis: SaidDiagnosis, texts: Messages): readonly OutputLine[] {
  const { cluster, accessPaths, summary, allowed } = diagnosis;
  const { access, accessUnjudged } = texts.cli;
  const named = ["bold", cluster.name] as const;
  if (accessPaths.length === 0) return [styled(accessUnjudged({ cluster: cluster.name, summary }), named)];
  const usable = accessPaths.filter(({ rank }) => rank !== undefined).length;
  const isStopped = headlineOf(diagnosis) === "stopped";
  const doubt = placeDoubt(diagnosis)?.summary ?? "";
  return [
    ...(allowed === undefined ? [] : [allowedLine(allowed, cluster.name, texts)]),
    styled(texts.sentences([access({ cluster: cluster.name, usable, isStopped }), doubt]), named),
    blank,
    ...rankedPaths(accessPaths).flatMap((path) => pathLines(path, texts)),
  ];
}
