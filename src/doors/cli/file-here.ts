// A file that a command names, as kubectl finds it: in the folder one stands in.
import { readFile } from "node:fs/promises";
import { fileOf } from "../../app/run/sent-file.ts";
import { readSentFile } from "../../core/command/change/read-sent-file.ts";
import type { SentFile } from "../../core/command/change/sent-file.ts";
import type { CommandRefusal } from "../../core/command/grammar/refusal.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { type CliStop, exitCodes, stop, wrongUse } from "./stop.ts";

const english = messages("en");

/** The one whose lack is all that keeps a command from being understood; null where something else does. */
export async function fileHere(
  refusal: CommandRefusal,
): Promise<Readonly<{ ok: true; file: SentFile }> | CliStop | null> {
  if (refusal.reason.is !== "fileUnknown") return null;
  const { name } = refusal.reason;
  const given = await readFile(name, "utf8").catch(() => null);
  if (given === null) return wrongUse(cliStops.noFileHere(name), refusal.code);
  const read = fileOf(name, readSentFile(given));
  if (read.ok) return { ok: true, file: read.sent.file };
  return stop(exitCodes.denied, "file-refused", `${name}: ${say(english.fileProblems, read.why)}`);
}
