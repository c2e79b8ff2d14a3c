// `diagnose`: what is wrong with reaching a cluster, the same answer as in chat.
import { readDocsUrl } from "../../config/config.ts";
import { testLines, windowsLines } from "../../core/client/test-lines.ts";
import { keptPaste, longestPaste } from "../../core/conversation/grammar/parse-intent.ts";
import { parsePlace } from "../../core/conversation/parse-error.ts";
import type { Verdict } from "../../core/diagnosis/cause.ts";
import { type Diagnosis, headlineOf } from "../../core/diagnosis/diagnosis.ts";
import { factIds, isFact } from "../../core/diagnosis/read-fact.ts";
import { type Component, needsOf, type Reason, type Step } from "../../core/network/model/step.ts";
import { drawPath } from "../../core/path-diagram/draw-path.ts";
import { thingOf } from "../../core/path-diagram/part-of-step.ts";
import type { RequirementResult, Walked } from "../../core/requirement/requirement.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import {
  type SaidAlso,
  type SaidCause,
  type SaidDiagnosis,
  sayDiagnosis,
} from "../../presenters/diagnosis/localize-diagnosis.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { type Messages, messages } from "../../presenters/messages/messages.ts";
import { cliHelp } from "../../presenters/messages/operator/cli-help.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { askAzure } from "./ask-azure.ts";
import { diagnosisLines, headOf } from "./format.ts";
import type { Io } from "./io.ts";
import { answer, renderText } from "./print.ts";
import { onlyArgument, readArgs } from "./read-args.ts";
import { type CliStop, type ExitCode, exitCodes, settingsStop, tell, wrongUse } from "./stop.ts";

// `diagnose -o json`, described in docs/cli-json.md and docs/diagnosis.schema.json.

const diagnosisSchema = "aks-oncall/diagnosis/v1";

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
  const way = drawPath(diagnosis, client);
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
  const { found, way, said, failing } = inside;
  return { inside: { ...found, way, summary: said, ...(failing === undefined ? {} : { failing }) } };
}

export function diagnosisDocument(diagnosis: SaidDiagnosis, client: Client) {
  const { cluster, verdict, summary, rootCause, outside, thenAlso = [], requirements, limits } = diagnosis;
  const { clientTest, shown, fact } = diagnosis;
  return {
    schema: diagnosisSchema,
    cluster,
    ...(fact === undefined ? {} : { fact: { ...fact, summary: texts.sayFact(fact) } }),
    verdict,
    headline: headlineOf(diagnosis),
    decidedBy: diagnosis.decidedBy,
    summary,
    ...insideOf(diagnosis),
    impact: diagnosis.impact,
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

// One step of a walk in the answer of `diagnose -o json`. Whoever reads it has no catalogue: what is data in a reason is
// words there.

const componentOf = (component: Component) => {
  const { kind, id } = component;
  return { kind, name: texts.sayComponent(component), id };
};

/** What is data in a reason, in words; the rest as it is. */
function reasonOf(reason: Reason): object {
  switch (reason.is) {
    case "zoneLinked":
    case "zoneNotLinked":
    case "linkUnfinished":
    case "recordMissing": {
      const { group, ...rest } = reason;
      return { ...rest, zone: texts.inGroup(reason.zone, group) };
    }
    case "ruleUndecided":
      return { ...reason, because: texts.sayRuleDoubt(reason.because) };
    case "firewallUndecided":
      return { ...reason, because: texts.sayFirewallDoubt(reason.because) };
    case "circuitWorks":
      return { ...reason, part: texts.sayPart(reason.part) };
    case "circuitDown":
    case "circuitUnsure":
      return { ...reason, part: texts.sayPart(reason.part), state: texts.sayPartState(reason.state) };
    case "hopDown":
      return { ...reason, state: texts.sayDownState(reason.state) };
    case "hopOpen":
      return { ...reason, because: texts.sayUnread(reason.because) };
    case "unread":
      return { ...reason, message: texts.sayUnread(reason.message) };
    default:
      return reason;
  }
}

function stepOf(step: Step) {
  const { component, state, reason } = step;
  const rule = "rule" in reason ? reason.rule : null;
  return {
    component: componentOf(component),
    does: thingOf(step),
    state,
    ...(rule === null ? {} : { rule }),
    why: texts.sayStep(step),
    readFrom: component.id,
    reason: reasonOf(reason),
    ...(step.state === "unknown" ? { because: step.because } : {}),
    needs: needsOf(step),
  };
}

const english = messages("en");

const options = {
  "client-ip": { type: "string" },
  where: { type: "string" },
  symptom: { type: "string" },
  "no-inside": { type: "boolean" },
  fact: { type: "string" },
} as const;

const codes: Readonly<Record<Verdict, ExitCode>> = {
  healthy: exitCodes.good,
  degraded: exitCodes.broken,
  broken: exitCodes.broken,
  unknown: exitCodes.unknown,
};

export async function diagnoseVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, options);
  if (!read.ok) return tell(io, read);
  const cluster = onlyArgument(read, "CLUSTER");
  if (!cluster.ok) return tell(io, cluster);
  const place = readPlace(read.values["client-ip"], read.values.where);
  if (!place.ok) return tell(io, place);
  const said = read.values.symptom === "-" ? await standardInput(io) : read.values.symptom;
  const symptom = said === undefined ? undefined : keptPaste(said);
  if (symptom === "") return tell(io, wrongUse(cliStops.symptomEmpty));
  const docsUrl = readDocsUrl(io.variables);
  if (!docsUrl.ok) return tell(io, settingsStop(docsUrl.problems));
  const client = { ...place.client, ...(symptom === undefined ? {} : { symptom }) };
  const texts = { ...(io.output === "table" ? io.texts : english), docsUrl: docsUrl.settings };
  const { fact: question } = read.values;
  if (question !== undefined && !isFact(question))
    return tell(io, wrongUse(cliStops.noFact(question, factIds)));
  // Azure tells a fact, and nobody has to look inside for it.
  const inside = read.values["no-inside"] !== true && question === undefined;
  const more = { inside, question, meanwhile: firstLook(io, texts) };
  const found = await askAzure(io, cluster.value, client, more);
  if (!found.ok) return tell(io, found);
  const diagnosis = sayDiagnosis(found.diagnosis, texts);
  answer(io, diagnosisDocument(diagnosis, client), () =>
    renderText(diagnosisLines(diagnosis, texts, client, io.width), io),
  );
  return codes[diagnosis.verdict];
}

/** On a terminal, who waits for the look inside reads meanwhile what is known without it. */
const firstLook = (io: Io, texts: Messages) => (way: Diagnosis) => {
  if (io.output !== "table" || !Number.isFinite(io.width)) return;
  io.err(renderText([headOf(sayDiagnosis(way, texts), texts)], { ...io, paint: (_style, text) => text }));
  io.err(cliHelp.looking);
};

/** What a test printed, up to what is read of it. */
async function standardInput(io: Io): Promise<string> {
  const lines: string[] = [];
  let length = 0;
  for await (const line of io.lines()) {
    lines.push(line.slice(0, longestPaste));
    length += line.length + 1;
    if (length > longestPaste) break;
  }
  return lines.join("\n");
}

type ClientPlace = Readonly<{ ok: true; client: Client }> | CliStop;

function readPlace(ip: string | undefined, network: string | undefined): ClientPlace {
  const address = ip === undefined ? null : parsePlace(ip);
  if (address !== null && !address.ok) return wrongUse(say(english.misread, address.reason));
  if (ip !== undefined && address?.client.virtualNetwork !== undefined)
    return wrongUse(cliStops.ipIsNetwork(ip));
  const where = network === undefined ? null : parsePlace(network);
  if (where !== null && !where.ok) return wrongUse(say(english.misread, where.reason));
  if (network !== undefined && where?.client.ip !== undefined)
    return wrongUse(cliStops.whereIsAddress(network));
  return { ok: true, client: { ...address?.client, ...where?.client } };
}
