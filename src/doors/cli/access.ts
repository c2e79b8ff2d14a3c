// `access`: the access paths, best first, for the place that was named.
import type { AccessPath } from "../../core/access/access-path.ts";
import type { Allowed } from "../../core/access/allowed.ts";
import { parseAsked, parsePlace, seenFrom } from "../../core/conversation/parse-error.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import { sayDiagnosis } from "../../presenters/diagnosis/localize-diagnosis.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { type Messages, messages } from "../../presenters/messages/messages.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { askAzure } from "./ask-azure.ts";
import { accessLines, rankedPaths } from "./format.ts";
import type { Io } from "./io.ts";
import { answer, renderText } from "./print.ts";
import { onlyArgument, readArgs } from "./read-args.ts";
import { type CliStop, type ExitCode, exitCodes, tell, wrongUse } from "./stop.ts";

const english = messages("en");

/** A way that only may be open is no proof of one; nothing known is not the same as nothing open. */
function exitCodeOf(paths: readonly Pick<AccessPath, "state">[], allowed: Allowed | undefined): ExitCode {
  if (allowed !== undefined) return ofAnswer[allowed.is];
  if (paths.some(({ state }) => state === "available")) return exitCodes.good;
  const unknown = paths.length === 0 || paths.some(({ state }) => state === "probable");
  return unknown ? exitCodes.unknown : exitCodes.broken;
}

const ofAnswer: Readonly<Record<Allowed["is"], ExitCode>> = {
  yes: exitCodes.good,
  partly: exitCodes.broken,
  no: exitCodes.broken,
  unknown: exitCodes.unknown,
};

type Asked = Readonly<{ ok: true; client: Client; asksOf?: string }> | CliStop;

/** Where somebody is, or what they ask about; from an address that is asked about the ways are seen. */
function readAsked(from: string | undefined, about: string | undefined): Asked {
  if (from !== undefined && about !== undefined) return wrongUse(cliStops.fromAndFor);
  if (about !== undefined) {
    const asksOf = parseAsked(about);
    if (asksOf === null) return wrongUse(cliStops.noAddressOrRange(about));
    return { ok: true, client: seenFrom(asksOf), asksOf };
  }
  const place = from === undefined ? { ok: true as const, client: {} } : parsePlace(from);
  return place.ok ? place : wrongUse(say(english.misread, place.reason));
}

/** `allowed` for a document: what it stands on as fields, and in a sentence. */
function allowedField({ of, is, fact }: Allowed, cluster: string, { whyAllowed }: Messages) {
  const { is: why, ...values } = fact;
  return { of, is, why, ...values, summary: say(whyAllowed, { ...fact, cluster }) };
}

export async function accessVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, {
    from: { type: "string" },
    for: { type: "string" },
  });
  if (!read.ok) return tell(io, read);
  const cluster = onlyArgument(read, "CLUSTER");
  if (!cluster.ok) return tell(io, cluster);
  const asked = readAsked(read.values.from, read.values.for);
  if (!asked.ok) return tell(io, asked);
  const found = await askAzure(io, cluster.value, asked.client, { asksOf: asked.asksOf });
  if (!found.ok) return tell(io, found);
  const texts = io.output === "table" ? io.texts : english;
  const diagnosis = sayDiagnosis(found.diagnosis, texts);
  const { summary, arm, allowed } = diagnosis;
  const accessPaths = rankedPaths(diagnosis.accessPaths);
  const document = {
    ...{ schema: "aks-oncall/access/v1", cluster: diagnosis.cluster },
    ...(allowed === undefined ? {} : { allowed: allowedField(allowed, diagnosis.cluster.name, texts) }),
    ...{ summary, accessPaths, arm },
  };
  answer(io, document, () => renderText(accessLines(diagnosis, texts), io));
  return exitCodeOf(accessPaths, allowed);
}
