// From the words of a command line to the verb that is meant.

import { commit, version } from "../../composition/release.ts";
import type { Variables } from "../../config/config.ts";
import { nearest } from "../../core/text/nearest.ts";
import { cliHelp } from "../../presenters/messages/operator/cli-help.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { type Io, type OutputStyle, outputs, type Terminal } from "./io.ts";
import { wrapped } from "./print.ts";
import { takeCommon } from "./read-args.ts";
import { type ExitCode, exitCodes, tell, wrongUse } from "./stop.ts";
import { type CliVerb, commonFlags, outputsOf, verbIn, wordsOfVerb } from "./verb.ts";
import { cliVerbs } from "./verbs.ts";

const anyVerb = "VERB …";
const helpFlags = ["--help", "-h"];

/** Resolves to the exit code; only a bug rejects. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { rest, output, color, problem } = takeCommon(args);
  const plain: Io = {
    ...terminal,
    ...(color ? {} : { paint: (_style: OutputStyle, text: string) => text }),
    ...{ output: outputs.find((each) => each === output) ?? "table", usage: "" },
  };
  const verb = verbIn(rest, cliVerbs);
  const io = verb === undefined ? plain : { ...plain, usage: verb.usage };
  if (problem !== null) return tell(io, wrongUse(problem));
  const accepted = outputsOf(verb);
  if (output !== null && verb !== undefined && !accepted.some((each) => each === output)) {
    return tell(
      io,
      wrongUse(accepted.length > 0 ? cliStops.noOutput(output, accepted) : cliStops.noOutputOf(verb.name)),
    );
  }
  return verb === undefined ? withoutVerb(rest, io) : runVerb(verb, rest, io);
}

/** Help, or what is no verb. */
async function withoutVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const [first] = args;
  if (first === undefined) {
    io.err(generalHelp(io.width));
    return exitCodes.wrongUse;
  }
  if (first === "--version") return show(io, `${version} (${commit()})`);
  if (helpFlags.includes(first) || helpFlags.includes(args[1] ?? "")) return show(io, generalHelp(io.width));
  if (first !== "help") return unknownVerb(args, io);
  return args.length === 1 ? show(io, generalHelp(io.width)) : helpOn(args.slice(1), io);
}

async function runVerb(verb: CliVerb, args: readonly string[], io: Io): Promise<ExitCode> {
  const rest = args.slice(wordsOfVerb(verb).length);
  const own = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
  if (own.some((word) => helpFlags.includes(word))) return show(io, verbHelp(verb, io.width));
  const run = await verb.load();
  return run(rest, io, cliVerbs);
}

function show(io: Io, text: string): ExitCode {
  io.out(text);
  return exitCodes.good;
}

function helpOn(words: readonly string[], io: Io): ExitCode {
  const verb = verbIn(words, cliVerbs);
  return verb === undefined ? unknownVerb(words, io) : show(io, verbHelp(verb, io.width));
}

function unknownVerb(words: readonly string[], io: Io): ExitCode {
  const [first = "", second = ""] = words.filter((word) => !word.startsWith("-"));
  const names = cliVerbs.map(({ name }) => name);
  const family = names.filter((name) => name.startsWith(`${first} `));
  const typed = `${first} ${family.length > 0 ? second : ""}`.trim() || (words[0] ?? "");
  const isHalf = typed === first && family.length > 0;
  const [near = null] = isHalf
    ? []
    : [...nearest(typed, names, 1), ...nearest(`${first} ${second}`, names, 1)];
  const meant = cliVerbs.find(({ name }) => name === near);
  const reason = cliStops.notAVerb(typed, near, family.length > 0 ? family : names);
  return tell({ ...io, usage: meant?.usage ?? anyVerb }, wrongUse(reason));
}

// The help texts, made from the table of verbs.

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

/** `diagnose      says what is wrong`: two columns, the second wrapped within itself. */
function aligned(rows: readonly (readonly [string, string])[], width: number): readonly string[] {
  const left = Math.max(...rows.map(([word]) => word.length));
  return rows.map(([word, says]) => wrapped(says, width, `  ${word.padEnd(left)}  `));
}

const exitLines = (width: number): readonly string[] =>
  aligned(
    Object.entries(exitCodes).map(([says, code]) => [`${code}`, cliHelp.exits[says as Exit]]),
    width,
  );

type Exit = keyof typeof exitCodes;

const flagLines = (flags: CliVerb["flags"], width: number): readonly string[] =>
  aligned(
    flags.map(([flag, says]) => [flag, cliHelp.flags[says]]),
    width,
  );

function generalHelp(width: number): string {
  return [
    `${cliHelp.usage}${anyVerb}`,
    "",
    ...aligned(
      cliVerbs.map(({ name }) => [name, cliHelp.does[name]]),
      width,
    ),
    "",
    cliHelp.everyVerb,
    ...flagLines(commonFlags("document"), width),
    "",
    wrapped(cliHelp.rights, width),
    "",
    cliHelp.examples,
    ...indent(cliVerbs.flatMap(({ examples }) => examples.slice(0, 1))),
    "",
    cliHelp.exitCodes,
    ...exitLines(width),
    "",
    wrapped(cliHelp.more, width),
  ].join("\n");
}

function verbHelp({ name, usage, flags, prints, examples }: CliVerb, width: number): string {
  return [
    wrapped(usage, width, cliHelp.usage),
    "",
    wrapped(cliHelp.sentence(cliHelp.does[name]), width),
    "",
    ...flagLines([...flags, ...commonFlags(prints)], width),
    "",
    cliHelp.examples,
    ...indent(examples),
    "",
    cliHelp.exitCodes,
    ...exitLines(width),
  ].join("\n");
}

// The language that a shell is set to, as POSIX says: the first of these that says anything.
// https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html#tag_08_02

/** `de_DE.UTF-8`, `C`; empty where nothing is set. */
export const shellLocale = ({ LC_ALL, LC_MESSAGES, LANG }: Variables): string =>
  LC_ALL || LC_MESSAGES || LANG || "";
