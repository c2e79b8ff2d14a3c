// `access`: the ways in, best first, for the place that was named.
import type { AccessPath } from "../../core/access/access-path.ts";
import { parsePlace } from "../../core/chat/client-place.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { say } from "../../presenters/messages/says.ts";
import { sayDiagnosis } from "../../presenters/said-diagnosis.ts";
import { askAzure } from "./ask-azure.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { accessLines, rankedPaths, render } from "./format.ts";
import type { Io } from "./io.ts";
import { onlyArgument, readArgs } from "./read-args.ts";
import { tell, wrongUse } from "./stop.ts";

/** A way that only may be open is no proof of one; nothing known is not the same as nothing open. */
function exitCodeOf(paths: readonly Pick<AccessPath, "state">[]): ExitCode {
  if (paths.some(({ state }) => state === "available")) return exitCodes.good;
  const unknown = paths.length === 0 || paths.some(({ state }) => state === "probable");
  return unknown ? exitCodes.unknown : exitCodes.broken;
}

export async function accessVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const json = args.includes("--json");
  const read = readArgs(args, { from: { type: "string" }, json: { type: "boolean" } });
  if (!read.ok) return tell(io, json, read);
  const cluster = onlyArgument(read, "CLUSTER");
  if (!cluster.ok) return tell(io, json, cluster);
  const { from } = read.values;
  const place = from === undefined ? { ok: true as const, client: {} } : parsePlace(from);
  if (!place.ok)
    return tell(
      io,
      json,
      wrongUse(({ misread }) => say(misread, place.reason)),
    );
  const answer = await askAzure(io, cluster.value, place.client);
  if (!answer.ok) return tell(io, json, answer);
  const texts = json ? messages("en") : io.texts;
  const diagnosis = sayDiagnosis(answer.diagnosis, texts);
  const { summary, arm } = diagnosis;
  const accessPaths = rankedPaths(diagnosis.accessPaths);
  const document = { schema: "aks-oncall/access/v1", cluster: diagnosis.cluster, summary, accessPaths, arm };
  io.out(json ? JSON.stringify(document, null, 2) : render(accessLines(diagnosis, texts), io.paint));
  return exitCodeOf(accessPaths);
}
