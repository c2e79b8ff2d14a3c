// From the words of a command line to the verb that is meant.

import { commit, version } from "../../composition/release.ts";
import type { Variables } from "../../config/config.ts";
import { nearest } from "../../core/text/nearest.ts";
import { cliHelp } from "../../presenters/messages/operator/cli-help.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import type { Io } from "./io.ts";
import { type ExitCode, exitCodes, tell, wrongUse } from "./stop.ts";
import { type CliVerb, cliVerbs } from "./verbs.ts";

const helpFlags = ["--help", "-h"];

/** Resolves to the exit code; only a bug rejects. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  const [first] = args;
  if (first === undefined) {
    io.err(generalHelp());
    return exitCodes.wrongUse;
  }
  if (first === "--version") return show(io, `${version} (${commit()})`);
  if (helpFlags.includes(first)) return show(io, generalHelp());
  if (first === "help") return args.length === 1 ? show(io, generalHelp()) : helpOn(args.slice(1), io);
  const verb = findVerb(args);
  if (verb === undefined && helpFlags.includes(args[1] ?? "")) return show(io, generalHelp());
  if (verb === undefined) return unknownVerb(args, io);
  const rest = args.slice(wordsOf(verb).length);
  const own = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
  if (own.some((word) => helpFlags.includes(word))) return show(io, verbHelp(verb));
  const run = await verb.load();
  return run(rest, io);
}

function show(io: Io, text: string): ExitCode {
  io.out(text);
  return exitCodes.good;
}

function helpOn(words: readonly string[], io: Io): ExitCode {
  const verb = findVerb(words);
  return verb === undefined ? unknownVerb(words, io) : show(io, verbHelp(verb));
}

const wordsOf = ({ name }: CliVerb): readonly string[] => name.split(" ");

const findVerb = (words: readonly string[]): CliVerb | undefined =>
  cliVerbs.find((verb) => wordsOf(verb).every((word, index) => words[index] === word));

function unknownVerb(words: readonly string[], io: Io): ExitCode {
  const [first = "", second = ""] = words.filter((word) => !word.startsWith("-"));
  const names = cliVerbs.map(({ name }) => name);
  const family = names.filter((name) => name.startsWith(`${first} `));
  const typed = `${first} ${family.length > 0 ? second : ""}`.trim() || (words[0] ?? "");
  const isHalf = typed === first && family.length > 0;
  const [near = null] = isHalf
    ? []
    : [...nearest(typed, names, 1), ...nearest(`${first} ${second}`, names, 1)];
  const accepted = family.length > 0 ? family : names;
  return tell(io, words.includes("--json"), wrongUse(cliStops.notAVerb(typed, near, accepted)));
}

// The help texts, made from the table of verbs.

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

/** `diagnose      says what is wrong`: two columns. */
function aligned(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return indent(rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`));
}

const exitLines = (): readonly string[] =>
  aligned(Object.entries(exitCodes).map(([says, code]) => [`${code}`, cliHelp.exits[says as Exit]]));

type Exit = keyof typeof exitCodes;

function generalHelp(): string {
  return [
    cliHelp.usage("VERB …"),
    "",
    ...aligned(cliVerbs.map(({ name }) => [name, cliHelp.does[name]])),
    "",
    cliHelp.rights,
    "",
    cliHelp.examples,
    ...indent(cliVerbs.flatMap(({ examples }) => examples.slice(0, 1))),
    "",
    cliHelp.exitCodes,
    ...exitLines(),
    "",
    cliHelp.more,
  ].join("\n");
}

function verbHelp({ name, usage, flags, examples }: CliVerb): string {
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

// The language that a shell is set to, as POSIX says: the first of these that says anything.
// https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html#tag_08_02

/** `de_DE.UTF-8`, `C`; empty where nothing is set. */
export const shellLocale = ({ LC_ALL, LC_MESSAGES, LANG }: Variables): string =>
  LC_ALL || LC_MESSAGES || LANG || "";
