// The help texts, made from the table of verbs.
import type { Messages } from "../../presenters/messages/messages.ts";
import { exitCodes } from "./exit-codes.ts";
import { type Verb, verbs } from "./verbs.ts";

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

/** `diagnose      says what is wrong`: two columns. */
function aligned(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return indent(rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`));
}

const exitLines = ({ cli }: Messages): readonly string[] =>
  aligned(Object.entries(exitCodes).map(([says, code]) => [`${code}`, cli.help.exits[says as Exit]]));

type Exit = keyof typeof exitCodes;

export function generalHelp(texts: Messages): string {
  const { help } = texts.cli;
  return [
    help.usage("VERB …"),
    "",
    ...aligned(verbs.map(({ name }) => [name, help.does[name]])),
    "",
    help.rights,
    "",
    help.examples,
    ...indent(verbs.flatMap(({ examples }) => examples.slice(0, 1))),
    "",
    help.exitCodes,
    ...exitLines(texts),
    "",
    help.more,
  ].join("\n");
}

export function verbHelp({ name, usage, flags, examples }: Verb, texts: Messages): string {
  const { help } = texts.cli;
  return [
    help.usage(usage),
    "",
    help.sentence(help.does[name]),
    ...(flags.length === 0 ? [] : ["", ...aligned(flags.map(([flag, says]) => [flag, help.flags[says]]))]),
    "",
    help.examples,
    ...indent(examples),
    "",
    help.exitCodes,
    ...exitLines(texts),
  ].join("\n");
}
