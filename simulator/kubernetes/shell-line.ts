// A line of several commands, as far as it needs no shell: `;`, `&&`, `2>&1` or `2>/dev/null` behind a command, `"$?"` as its
// last word, and `test "$(COMMAND)" = WORD`.

import { splitWords } from "./shell-words.ts";

/** `asksExit`: the exit code of what ran before it is its last word. `isQuiet`: what it says of errors is dropped. */
export type Command = { words: string[]; asksExit: boolean; isQuiet: boolean };
/** Whether what these print is that word. */
export type Guard = { prints: Command[]; equals: string };
export type Step = Command | Guard;
/** Chains one after the other; in each a step runs where the one before it went well. */
export type Line = { ok: true; chains: Step[][] } | { ok: false; reason: string };

/** What stands up to the next `;` or `&&` that no quote holds; in a substitution also up to its end. */
const piece = /(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^'"\\;&]|&(?!&))+/gsy;
const pieceInside = /(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^'"\\;&)]|&(?!&))+/gsy;
const opening = 'test "$(';
const closing = ')"';

/** A reader of the line; throws a sentence for what only a shell could do. */
class Refused extends Error {}

type Place = { line: string; at: number };

/** Every other thing that only a shell could do is refused by name. */
export function splitLine(line: string): Line {
  const place = { line, at: 0 };
  try {
    const chains = [chain(place, step)];
    while (taken(place, ";")) chains.push(chain(place, step));
    if (place.at < line.length) refuse(line.slice(place.at));
    return { ok: true, chains };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.message };
    throw error;
  }
}

function chain<T>(place: Place, read: (place: Place) => T): T[] {
  const steps = [read(place)];
  while (taken(place, "&&")) steps.push(read(place));
  return steps;
}

function step(place: Place): Step {
  while (taken(place, " "));
  if (!taken(place, opening)) return command(place, piece);
  const prints = chain(place, (inner) => command(inner, pieceInside));
  if (!taken(place, closing)) refuse(place.line.slice(place.at));
  const [operator, equals, ...rest] = words(text(place, piece));
  if (operator !== "=" || equals === undefined || rest.length > 0) refuse(opening);
  return { prints, equals };
}

function command(place: Place, pattern: RegExp): Command {
  const whole = text(place, pattern).trim();
  const loud = whole.replace(/ 2>\/dev\/null$/, "");
  const bare = loud.replace(/ 2>&1$/, "");
  const said = bare.replace(/ "\$\?"$/, "");
  return { words: words(said), asksExit: said !== bare, isQuiet: loud !== whole };
}

function taken(place: Place, sign: string): boolean {
  const isThere = place.line.startsWith(sign, place.at);
  if (isThere) place.at += sign.length;
  return isThere;
}

function text(place: Place, pattern: RegExp): string {
  pattern.lastIndex = place.at;
  const [found = ""] = pattern.exec(place.line) ?? [];
  if (found.trim() === "") refuse(place.line.slice(place.at));
  place.at += found.length;
  return found;
}

function words(said: string): string[] {
  const split = splitWords(said);
  if (!split.ok) throw new Refused(split.reason);
  return split.words;
}

/** A quote that is not closed, or a sign with nothing before it: the words say what is wrong. */
function refuse(rest: string): never {
  const split = splitWords(rest);
  throw new Refused(split.ok ? "it is no command" : split.reason);
}
