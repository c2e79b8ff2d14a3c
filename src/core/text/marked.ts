// Several commands as one line for a shell, and their outputs apart again.

// The only way from an argv to the text that a shell will read.

/** These mean themselves in every POSIX shell; all else goes into single quotes. */
const plain = /^[A-Za-z0-9@%+=:,./_-]+$/;

/**
 * One shell line that yields exactly `argv`, quoted by the rules of POSIX XCU 2.2.2.
 * Throws on NUL and line breaks: no accepted command holds them, so that would be a bug.
 */
export function quoteArgv(argv: readonly string[]): string {
  return argv.map(quoteWord).join(" ");
}

function quoteWord(word: string): string {
  if (/[\0\n\r]/.test(word))
    throw new Error("An argument holds NUL or a line break and must not reach a shell.");
  return plain.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Letters and digits that nobody in the cluster can guess, new for each line. */
const noncePattern = /^[a-z0-9]{24,64}$/;

/** `command`: for the shell already, out of `quoteArgv` and nothing else. */
export type Marked = Readonly<{ id: string; command: string }>;

const edgeMark = (nonce: string, edge: "begin" | "end", id: string): string => `@@${nonce} ${edge} ${id}`;

/** A command that prints a line. */
export const printLine = (line: string): string => quoteArgv(["printf", String.raw`%s\n`, line]);

/**
 * Each output stands between two lines with the nonce and the command's id; the second has the exit code too. Throws for
 * a nonce that could be guessed.
 */
export function markedLine(commands: readonly Marked[], nonce: string): string {
  if (!noncePattern.test(nonce)) throw new Error("A nonce is 24 to 64 small letters and digits.");
  return commands
    .flatMap(({ id, command }) => [
      printLine(edgeMark(nonce, "begin", id)),
      command,
      `${quoteArgv(["printf", String.raw`\n%s %s\n`, edgeMark(nonce, "end", id)])} "$?"`,
    ])
    .join("; ");
}

/** Both streams are one, so that an error stands where it belongs. */
export const withErrors = (argv: readonly string[]): string => `${quoteArgv(argv)} 2>&1`;

/** What one command printed. */
export type Chunk = Readonly<{ exitCode: number; output: string }>;

/**
 * By the command's id, those that are whole. An output that is cut anywhere lacks one of the two lines; one that repeats
 * them did not come from us.
 */
export function chunksIn(output: string, nonce: string): ReadonlyMap<string, Chunk> {
  const edge = new RegExp(`^@@${nonce} (begin|end) (\\S{1,600})(?: (\\d{1,3}))?$`);
  const chunks = new Map<string, Chunk>();
  const seen = new Set<string>();
  const repeated = new Set<string>();
  let open = "";
  let lines: string[] = [];
  for (const line of output.split("\n")) {
    const [, what, id = "", code] = line.startsWith("@@") ? (edge.exec(line) ?? []) : [];
    if (what === undefined) lines.push(line);
    else if (seen.has(`${what} ${id}`)) repeated.add(id);
    else {
      if (what === "end" && open === id && code !== undefined)
        chunks.set(id, { exitCode: Number(code), output: lines.join("\n") });
      open = what === "begin" ? id : "";
      lines = [];
      seen.add(`${what} ${id}`);
    }
  }
  for (const id of repeated) chunks.delete(id);
  return chunks;
}
