// The lines of a fix, read back: whoever tells, weighs or makes what they do reads them here and nowhere else.
import { splitShellWords } from "../command/shell-words.ts";

/** One command of a line. */
export type LineCommand = Readonly<{
  /** `az`, `network`, `nic`, `update`; of a tool without long flags, the whole command. */
  words: readonly string[];
  /** By name, without the dashes; a flag that stands alone has no values. */
  flags: ReadonlyMap<string, readonly string[]>;
}>;

/** In the place of what only another command knows, such as `"$(az … --query location)"`. */
export const fromCommand = "$(…)";

/** In characters: Windows takes no longer command, and nothing is read of half of one. */
const longest = 32_000;

const substitution = /"\$\([^"]*\)"/g;
const isFlag = (word: string): boolean => /^--[a-z]/.test(word);

function commandOf(words: readonly string[]): LineCommand {
  const first = words.findIndex(isFlag);
  const at = first < 0 ? words.length : first;
  const flags = new Map<string, readonly string[]>();
  let name = "";
  for (const word of words.slice(at)) {
    if (isFlag(word)) name = word.slice(2);
    flags.set(name, [...(flags.get(name) ?? []), ...(isFlag(word) ? [] : [word])]);
  }
  return { words: words.slice(0, at), flags };
}

/** What stands between pipes, each as a command; none where a shell would read it another way than we do. */
function piped(line: string): readonly LineCommand[] {
  if (line.length > longest) return [];
  const split = splitShellWords(line.replace(substitution, `'${fromCommand}'`), longest);
  if (!split.ok) return [];
  // `… | xargs -r -n 1 az …`: the command behind it takes what the one before it finds.
  return split.parts.map((words) => commandOf(words.slice(words[0] === "xargs" ? words.indexOf("az") : 0)));
}

/** A line for every version is two, of which a shell runs the second where it does not know the first. */
export const versionsOf = (line: string): readonly (readonly LineCommand[])[] =>
  line.split(" || ").map(piped);
