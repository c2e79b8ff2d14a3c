// A line of several commands, as far as it needs no shell: `;`, `2>&1` behind a command, `"$?"` as its last word.

import { splitWords } from "./shell-words.ts";

/** `asksExit`: the exit code of the command before it is its last word. */
export type Step = { words: string[]; asksExit: boolean };
export type Line = { ok: true; steps: Step[] } | { ok: false; reason: string };

/** What stands between two semicolons that no quote holds. */
const piece = /(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^'"\\;])+/gs;

/** Every other thing that only a shell could do is refused by name. */
export function splitLine(line: string): Line {
  const pieces = line.match(piece) ?? [];
  // A quote that is not closed, or a semicolon with nothing before it: the words say what is wrong.
  if (line === "" || pieces.join(";") !== line) return refusal(line);
  const steps: Step[] = [];
  for (const each of pieces) {
    const bare = each.trim().replace(/ 2>&1$/, "");
    const command = bare.replace(/ "\$\?"$/, "");
    const split = splitWords(command);
    if (!split.ok) return split;
    steps.push({ words: split.words, asksExit: command !== bare });
  }
  return { ok: true, steps };
}

function refusal(line: string): Line {
  const split = splitWords(line);
  return split.ok ? { ok: false, reason: "it is no command" } : split;
}
