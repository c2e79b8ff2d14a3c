// From the words of a command line to the verb that is meant.
import packageJson from "../../../package.json" with { type: "json" };
import { nearest } from "../../core/text/nearest.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { generalHelp, verbHelp } from "./help.ts";
import type { Io } from "./io.ts";
import { tell, wrongUse } from "./stop.ts";
import { type Verb, verbs } from "./verbs.ts";

const helpFlags = ["--help", "-h"];

/** Resolves to the exit code; only a bug rejects. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  const [first] = args;
  if (first === undefined) {
    io.err(generalHelp());
    return exitCodes.wrongUse;
  }
  if (first === "--version") return show(io, packageJson.version);
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

const wordsOf = ({ name }: Verb): readonly string[] => name.split(" ");

const findVerb = (words: readonly string[]): Verb | undefined =>
  verbs.find((verb) => wordsOf(verb).every((word, index) => words[index] === word));

function unknownVerb(words: readonly string[], io: Io): ExitCode {
  const [first = "", second = ""] = words.filter((word) => !word.startsWith("-"));
  const names = verbs.map(({ name }) => name);
  const family = names.filter((name) => name.startsWith(`${first} `));
  const typed = `${first} ${family.length > 0 ? second : ""}`.trim() || (words[0] ?? "");
  const isHalf = typed === first && family.length > 0;
  const [near = null] = isHalf
    ? []
    : [...nearest(typed, names, 1), ...nearest(`${first} ${second}`, names, 1)];
  const accepted = family.length > 0 ? family : names;
  return tell(io, words.includes("--json"), wrongUse(cliStops.notAVerb(typed, near, accepted)));
}
