// The help texts, made from the table of verbs.
import { cliHelp } from "../../presenters/messages/operator/cli-help.ts";
import { exitCodes } from "./exit-codes.ts";
import { type Verb, verbs } from "./verbs.ts";

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

/** `diagnose      says what is wrong`: two columns. */
function aligned(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return indent(rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`));
}

const exitLines = (): readonly string[] =>
  aligned(Object.entries(exitCodes).map(([says, code]) => [`${code}`, cliHelp.exits[says as Exit]]));

type Exit = keyof typeof exitCodes;

export function generalHelp(): string {
  return [
    cliHelp.usage("VERB …"),
    "",
    ...aligned(verbs.map(({ name }) => [name, cliHelp.does[name]])),
    "",
    cliHelp.rights,
    "",
    cliHelp.examples,
    ...indent(verbs.flatMap(({ examples }) => examples.slice(0, 1))),
    "",
    cliHelp.exitCodes,
    ...exitLines(),
    "",
    cliHelp.more,
  ].join("\n");
}

export function verbHelp({ name, usage, flags, examples }: Verb): string {
  return [
    cliHelp.usage(usage),
    "",
    cliHelp.sentence(cliHelp.does[name]),
    ...(flags.length === 0 ? [] : ["", ...aligned(flags.map(([flag, says]) => [flag, cliHelp.flags[says]]))]),
    "",
    cliHelp.examples,
    ...indent(examples),
    "",
    cliHelp.exitCodes,
    ...exitLines(),
  ].join("\n");
}
