// A verb of the command line, and what every verb has.
import type { cliHelp } from "../../presenters/messages/operator/cli-help.ts";
import { type Io, outputs } from "./io.ts";
import type { ExitCode } from "./stop.ts";

/** `verbs`: all that there are. */
type CliRun = (args: readonly string[], io: Io, verbs: readonly CliVerb[]) => Promise<ExitCode>;

type Help = typeof cliHelp;

/** As it is typed, and the text that says what it is. */
type Flag = readonly [flag: string, says: keyof Help["flags"]];

export type CliVerb = Readonly<{
  /** As it is typed, for example `policy check`. */
  name: keyof Help["does"];
  usage: string;
  flags: readonly Flag[];
  /** One document or a text, objects one after the other, or a text that no program reads. */
  prints: "document" | "lines" | "text";
  examples: readonly string[];
  load(): Promise<CliRun>;
}>;

/** The flags that every verb has, for one that prints so. */
export const commonFlags = (prints: CliVerb["prints"]): readonly Flag[] => [
  ...outputFlags[prints],
  ["--no-color", "noColor"],
];

const outputFlags: Readonly<Record<CliVerb["prints"], readonly Flag[]>> = {
  document: [["-o, --output table|json|yaml", "output"]],
  lines: [["-o, --output json|yaml", "lineOutput"]],
  text: [],
};

/** What `-o` may say. */
export function outputsOf(verb: CliVerb | undefined): readonly Io["output"][] {
  if (verb?.prints === "text") return [];
  return verb?.prints === "lines" ? outputs.filter((each) => each !== "table") : outputs;
}

export const wordsOfVerb = ({ name }: Pick<CliVerb, "name">): readonly string[] => name.split(" ");

export const verbIn = (words: readonly string[], verbs: readonly CliVerb[]): CliVerb | undefined =>
  verbs.find((verb) => wordsOfVerb(verb).every((word, index) => words[index] === word));
