// Splits a command into words by POSIX quoting, and refuses what only a shell could carry out: none is ever started.

export type Words = { ok: true; words: string[] } | { ok: false; reason: string };

const live = new Set("|&;<>()$`*?[]{}\n\r");
const liveAtWordStart = new Set("#~");
const escapableInDoubleQuotes = new Set('$`"\\');

type Step = { text: string; next: number } | { reason: string };

/** Words of a command: single quotes, double quotes and backslash. Unquoted metacharacters are refused by name. */
export function splitWords(command: string): Words {
  if (command.includes("\0")) return { ok: false, reason: "a NUL character cannot be part of a command" };
  const words: string[] = [];
  let word: string | null = null;
  let position = 0;
  while (position < command.length) {
    const character = command.charAt(position);
    if (character === " " || character === "\t") {
      if (word !== null) words.push(word);
      word = null;
      position += 1;
      continue;
    }
    const step = readPart(command, position, word === null);
    if ("reason" in step) return { ok: false, reason: step.reason };
    word = (word ?? "") + step.text;
    position = step.next;
  }
  if (word !== null) words.push(word);
  return { ok: true, words };
}

function readPart(command: string, position: number, wordStart: boolean): Step {
  const character = command.charAt(position);
  if (character === "'") return readSingleQuoted(command, position + 1);
  if (character === '"') return readDoubleQuoted(command, position + 1);
  if (character === "\\") return readEscaped(command, position + 1);
  if (live.has(character) || (wordStart && liveAtWordStart.has(character))) return refusal(character);
  return { text: character, next: position + 1 };
}

function readSingleQuoted(command: string, start: number): Step {
  const end = command.indexOf("'", start);
  if (end < 0) return { reason: "a single quote is not closed" };
  return { text: command.slice(start, end), next: end + 1 };
}

function readDoubleQuoted(command: string, start: number): Step {
  let text = "";
  for (let position = start; position < command.length; position += 1) {
    const character = command.charAt(position);
    if (character === '"') return { text, next: position + 1 };
    if (character === "$" || character === "`") return refusal(character);
    const next = command.charAt(position + 1);
    if (character === "\\" && escapableInDoubleQuotes.has(next)) {
      text += next;
      position += 1;
    } else {
      text += character;
    }
  }
  return { reason: "a double quote is not closed" };
}

function readEscaped(command: string, position: number): Step {
  if (position >= command.length) return { reason: "the command ends in a backslash" };
  const character = command.charAt(position);
  return character === "\n" ? refusal(character) : { text: character, next: position + 1 };
}

function refusal(character: string): { reason: string } {
  return { reason: `${JSON.stringify(character)} would need a shell; put it in single quotes` };
}
