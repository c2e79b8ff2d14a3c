// `explain`: what the guard makes of a command. Nothing is run and Azure is not asked.
import type { ParsedCommand } from "../../core/command/command-request.ts";
import { parseKubectl } from "../../core/command/parse-kubectl.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { say } from "../../presenters/messages/says.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { readArgs } from "./read-args.ts";
import { tell, wrongUse } from "./stop.ts";
import { typedCommand } from "./typed-command.ts";

/** Always JSON, and so English. */
const { refusals, risks: riskWords } = messages("en");

/** The JSON object of one command; the texts that a card would show are left out. */
export function explanation(line: string, parsed: ParsedCommand) {
  if (!parsed.ok) return { line, ok: false, code: parsed.code, reason: say(refusals, parsed.reason) };
  const { tool, verb, resources, subresource, scope, access, risks } = parsed.request;
  return {
    line,
    ok: true,
    tool,
    verb,
    resources,
    ...(subresource === undefined ? {} : { subresource }),
    namespace: scope.kind === "namespace" ? scope.name : null,
    allNamespaces: scope.kind === "allNamespaces",
    access,
    risks: risks.map((risk) => riskWords[risk]),
  };
}

export async function explainVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, { stdin: { type: "boolean" }, json: { type: "boolean" } });
  if (!read.ok) return tell(io, false, read);
  const { values, positionals, command } = read;
  const fromStdin = values.stdin === true;
  if (positionals.length > 0 || fromStdin === (command !== null && command.length > 0)) {
    return tell(
      io,
      false,
      wrongUse(({ cli }) => cli.stops.commandOrStdin),
    );
  }
  let refused = false;
  for await (const line of fromStdin ? io.lines() : [typedCommand(command ?? [])]) {
    const parsed = parseKubectl(line);
    refused ||= !parsed.ok;
    io.out(JSON.stringify(explanation(line, parsed)));
  }
  return refused ? exitCodes.denied : exitCodes.good;
}
