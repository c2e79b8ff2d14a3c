// `diagnose`: what is wrong with reaching a cluster, the same answer as in chat.
import { readDocsUrl } from "../../config/config.ts";
import { parsePlace } from "../../core/conversation/client-address.ts";
import { keptPaste, longestPaste } from "../../core/conversation/grammar/pasted-test.ts";
import type { Verdict } from "../../core/diagnosis/cause.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import { sayDiagnosis } from "../../presenters/diagnosis/localize-diagnosis.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { say } from "../../presenters/messages/says.ts";
import { askAzure } from "./ask-azure.ts";
import { diagnosisDocument } from "./diagnosis-document.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { diagnosisLines, render } from "./format.ts";
import type { Io } from "./io.ts";
import { jsonText } from "./json-text.ts";
import { onlyArgument, readArgs } from "./read-args.ts";
import { type Stop, settingsStop, tell, wrongUse } from "./stop.ts";

const english = messages("en");

const options = {
  "client-ip": { type: "string" },
  where: { type: "string" },
  symptom: { type: "string" },
  deep: { type: "boolean" },
  "no-inside": { type: "boolean" },
  json: { type: "boolean" },
} as const;

const codes: Readonly<Record<Verdict, ExitCode>> = {
  healthy: exitCodes.good,
  degraded: exitCodes.broken,
  broken: exitCodes.broken,
  unknown: exitCodes.unknown,
};

export async function diagnoseVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const json = args.includes("--json");
  const read = readArgs(args, options);
  if (!read.ok) return tell(io, json, read);
  const cluster = onlyArgument(read, "CLUSTER");
  if (!cluster.ok) return tell(io, json, cluster);
  const { deep = false, "no-inside": leftOut = false } = read.values;
  if (deep && leftOut) return tell(io, json, wrongUse(cliStops.deepAndNot));
  const place = readPlace(read.values["client-ip"], read.values.where);
  if (!place.ok) return tell(io, json, place);
  const said = read.values.symptom === "-" ? await standardInput(io) : read.values.symptom;
  const symptom = said === undefined ? undefined : keptPaste(said);
  if (symptom === "") return tell(io, json, wrongUse(cliStops.symptomEmpty));
  const docsUrl = readDocsUrl(io.variables);
  if (!docsUrl.ok) return tell(io, json, settingsStop(docsUrl.problems));
  const client = { ...place.client, ...(symptom === undefined ? {} : { symptom }) };
  const answer = await askAzure(io, cluster.value, client, { deep });
  if (!answer.ok) return tell(io, json, answer);
  const texts = { ...(json ? messages("en") : io.texts), docsUrl: docsUrl.settings };
  const diagnosis = sayDiagnosis(answer.diagnosis, texts);
  io.out(
    json
      ? jsonText(diagnosisDocument(diagnosis, client), 2)
      : render(diagnosisLines(diagnosis, texts, client), io.paint),
  );
  return codes[diagnosis.verdict];
}

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

type ClientPlace = Readonly<{ ok: true; client: Client }> | Stop;

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
