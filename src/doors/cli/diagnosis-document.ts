// `diagnose --json`, described in docs/cli.md and docs/diagnosis.schema.json.
import { testLines, windowsLines } from "../../core/client/test-lines.ts";
import { headlineOf } from "../../core/diagnosis/headline.ts";
import { drawWay } from "../../core/path-diagram/draw-way.ts";
import type { RequirementResult, Walked } from "../../core/requirement/requirement-result.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import type { SaidAlso, SaidCause, SaidDiagnosis } from "../../presenters/diagnosis/localize-diagnosis.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { stepOf } from "./step-document.ts";

export const diagnosisSchema = "aks-oncall/diagnosis/v1";

const texts = messages("en");
const titles = texts.diagnosis.needs;

function walkOf({ from, to, service, trace }: Walked) {
  const port = /\d+$/.exec(service ?? "")?.[0];
  return {
    from: texts.sayCalled(from),
    to,
    service,
    port: port === undefined ? null : Number(port),
    state: trace.end,
    steps: trace.steps.map(stepOf),
  };
}

const requirementOf = ({ id, for: whose, end, walks }: RequirementResult) => ({
  id,
  title: titles[id],
  for: whose,
  state: end,
  walks: walks.map(walkOf),
});

/** A need is called a requirement outside. */
function named<T extends Readonly<{ need?: string }>>({ need, ...rest }: T) {
  return { ...rest, ...(need === undefined ? {} : { requirement: need }) };
}

/** How a gap counts is the engine's own matter. */
function unmarked<T extends object>(check: T): Omit<T, "limit"> {
  const { limit: _limit, ...rest } = check as T & Readonly<{ limit?: true }>;
  return rest;
}

/** What the fix does, its repairs say one by one. */
function fixOnly<T extends Pick<SaidCause, "fix">>(cause: T) {
  if (cause.fix === undefined) return cause;
  const { what: _what, ...fix } = cause.fix;
  return { ...cause, fix };
}

/** `thenAlso`: what has to be mended besides, in the order in which it is met. */
const causeOf = ({ repairs = [], ...cause }: SaidCause, thenAlso: readonly SaidAlso[]) => ({
  ...named(fixOnly(cause)),
  repairs,
  thenAlso: thenAlso.map(named),
});

function wayOf(diagnosis: SaidDiagnosis, client: Client) {
  const way = drawWay(diagnosis, client);
  if (way === null) return null;
  const { decides, parts } = way;
  return {
    decides,
    parts: parts.map(({ thing, names, state }) => ({ thing, name: texts.way.called({ names }), state })),
  };
}

/** What stands inside, as far as it was looked at; `way`: the verdict without it. */
function insideOf({ inside }: SaidDiagnosis) {
  if (inside === undefined) return {};
  const { found, way, said } = inside;
  return { inside: { ...found, way, summary: said } };
}

export function diagnosisDocument(diagnosis: SaidDiagnosis, client: Client) {
  const { cluster, verdict, summary, rootCause, outside, thenAlso = [], requirements, limits } = diagnosis;
  const { clientTest, shown } = diagnosis;
  return {
    schema: diagnosisSchema,
    cluster,
    verdict,
    headline: headlineOf(diagnosis),
    decidedBy: diagnosis.decidedBy,
    summary,
    ...insideOf(diagnosis),
    rootCause: rootCause === null ? null : causeOf(rootCause, thenAlso),
    ...(outside === undefined ? {} : { outside }),
    ...(clientTest === undefined
      ? {}
      : { clientTest: { lines: testLines(clientTest), windows: windowsLines(clientTest) } }),
    ...(shown === undefined ? {} : { shown }),
    way: wayOf(diagnosis, client),
    requirements: requirements.map(requirementOf),
    limits,
    checks: diagnosis.checks.map((check) => unmarked("need" in check ? named(check) : check)),
    accessPaths: diagnosis.accessPaths,
    arm: diagnosis.arm,
  };
}
