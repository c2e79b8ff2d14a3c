// `explain`: what the guard makes of a command. Nothing is run and Azure is not asked.
import type { Write } from "../../core/command/change/change-request.ts";
import { type AnyCommand, parseCommand } from "../../core/command/parse-command.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { fileHere } from "./file-here.ts";
import type { Io } from "./io.ts";
import { answerLine } from "./print.ts";
import { readArgs, typedCommand } from "./read-args.ts";
import { type ExitCode, exitCodes, tell, wrongUse } from "./stop.ts";

/** Always JSON, and so English. */
const { refusals, risks, changeRisks } = messages("en");

/** The JSON object of one command; the texts that a card would show are left out. */
export function explanation(line: string, parsed: AnyCommand) {
  if (!parsed.ok) return { line, ok: false, code: parsed.code, reason: say(refusals, parsed.reason) };
  const { tool, verb, resources, subresource, scope, access } = parsed.request;
  return {
    line,
    ok: true,
    tool,
    verb,
    resources,
    ...(subresource === undefined ? {} : { subresource }),
    ...placeOf(scope),
    access,
    ...(parsed.is === "read"
      ? { risks: parsed.request.risks.map((risk) => risks[risk]) }
      : {
          risks: parsed.request.risks.map((risk) => changeRisks[risk]),
          writes: parsed.request.writes.map(writeOf),
        }),
  };
}

const placeOf = (scope: Write["scope"]) => ({
  namespace: scope.kind === "namespace" ? scope.name : null,
  allNamespaces: scope.kind === "allNamespaces",
});

const writeOf = ({ verb, resource, scope, names }: Write) => ({ verb, resource, ...placeOf(scope), names });

async function explain(line: string) {
  const typed = parseCommand(line);
  const here = typed.ok ? null : await fileHere(typed);
  if (here?.ok === false) return { line, ok: false, code: here.code, reason: here.reason } as const;
  return explanation(line, here === null ? typed : parseCommand(line, here.file));
}

export async function explainVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, { stdin: { type: "boolean" } });
  if (!read.ok) return tell(io, read);
  const { values, positionals, command } = read;
  const fromStdin = values.stdin === true;
  if (positionals.length > 0 || fromStdin === (command !== null && command.length > 0)) {
    return tell(io, wrongUse(cliStops.commandOrStdin));
  }
  let refused = false;
  for await (const line of fromStdin ? io.lines() : [typedCommand(command ?? [])]) {
    const explained = await explain(line);
    refused ||= !explained.ok;
    answerLine(io, explained);
  }
  return refused ? exitCodes.denied : exitCodes.good;
}
