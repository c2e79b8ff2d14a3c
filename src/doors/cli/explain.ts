// `explain`: what the guard makes of a command. Nothing is run and Azure is not asked.
import type { ParsedCommand } from "../../core/command/command-request.ts";
import { parseKubectl } from "../../core/command/parse-kubectl.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { say } from "../../presenters/messages/says.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { readArgs } from "./read-args.ts";
import { stop, tell } from "./stop.ts";
import { typedCommand } from "./typed-command.ts";

const { refusals, risks: riskWords } = messages();

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
    const reason = "Write the command after --, as in: explain -- kubectl get pods; or use --stdin alone.";
    return tell(io, false, stop(exitCodes.wrongUse, "wrongUse", reason));
  }
  let refused = false;
  for await (const line of fromStdin ? io.lines() : [typedCommand(command ?? [])]) {
    const parsed = parseKubectl(line);
    refused ||= !parsed.ok;
    io.out(JSON.stringify(explanation(line, parsed)));
  }
  return refused ? exitCodes.denied : exitCodes.good;
}
