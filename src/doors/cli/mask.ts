// `mask`: standard input as an output of a command would be kept and shown. Nothing is run and nobody is asked.
import type { OutputFilter } from "../../core/command/grammar/command-request.ts";
import { applyFilters } from "../../core/command/output-filter.ts";
import { parseCommand } from "../../core/command/parse-command.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { createTextWork, defaultTextWork } from "../../text-worker/text-work.ts";
import { fileHere } from "./file-here.ts";
import type { Io } from "./io.ts";
import { answer } from "./print.ts";
import { noArguments, readArgs, typedCommand } from "./read-args.ts";
import { type CliStop, type ExitCode, exitCodes, stop, tell } from "./stop.ts";

const english = messages("en");

type Asked = Readonly<{ ok: true; argv: readonly string[]; filters: readonly OutputFilter[] }>;

/** Without a command, any text: what a log prints. */
const anyText: Asked = { ok: true, argv: [], filters: [] };

const tooSlow = stop(exitCodes.failure, "tooSlow", cliStops.maskTooSlow);

/** In a thread with a deadline, as the bot does it. */
export async function maskVerb(
  args: readonly string[],
  io: Io,
  options = defaultTextWork,
): Promise<ExitCode> {
  const read = readArgs(args, {});
  if (!read.ok) return tell(io, read);
  const stopped = noArguments({ positionals: read.positionals, command: null });
  if (stopped !== null) return tell(io, stopped);
  const line = read.command === null ? null : typedCommand(read.command);
  const asked = line === null ? anyText : await commandOf(line);
  if (!asked.ok) return tell(io, asked);
  const lines: string[] = [];
  for await (const each of io.lines()) lines.push(each);
  const textWork = createTextWork(options);
  const done = await textWork.redact(lines.join("\n"), { argv: asked.argv });
  await textWork.close();
  if (!done.ok) return tell(io, tooSlow);
  const { text, masked, kinds, left } = done.redacted;
  const shown = applyFilters(text, asked);
  const document = { schema: "aks-oncall/mask/v1", command: line, text: shown, masked, kinds, leftOut: left };
  answer(io, document, () => shown.replace(/\n$/, ""));
  if (left > 0 && io.output === "table") io.err(english.commandResult.leftOut({ characters: left }));
  return exitCodes.good;
}

async function commandOf(line: string): Promise<Asked | CliStop> {
  const typed = parseCommand(line);
  const here = typed.ok ? null : await fileHere(typed);
  if (here?.ok === false) return here;
  const parsed = here === null ? typed : parseCommand(line, here.file);
  if (!parsed.ok) return stop(exitCodes.denied, parsed.code, say(english.refusals, parsed.reason));
  return { ok: true, argv: parsed.request.argv, filters: parsed.is === "read" ? parsed.request.filters : [] };
}
