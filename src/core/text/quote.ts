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
