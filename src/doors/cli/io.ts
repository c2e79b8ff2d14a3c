// Everything that a verb may touch of the terminal that it runs in.
import stringWidth from "string-width";
import type { Variables } from "../../config/config.ts";
import { drawPath } from "../../core/path-diagram/draw-path.ts";
import type { PartState } from "../../core/path-diagram/drawn-path.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import type { SaidDiagnosis } from "../../presenters/diagnosis/localize-diagnosis.ts";
import type { Messages } from "../../presenters/messages/messages.ts";

export type OutputStyle = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** What the process that runs the command line is given by its shell. */
export type Terminal = Readonly<{
  /** Writes one line, or several, to standard output. */
  out(text: string): void;
  err(text: string): void;
  /** Standard input, line by line. */
  lines(): AsyncIterable<string>;
  /** Ctrl-C: says the last sentence that was given, and ends. */
  onInterrupt(sentence: () => string): void;
  /** Standard input is a terminal: a person types there. */
  isTyped: boolean;
  /** Leaves the text as it is where colours are not wanted. */
  paint(style: OutputStyle, text: string): string;
  /** Columns of the terminal that standard output goes to. Without an end in a pipe, where a line stays a line. */
  width: number;
  variables: Variables;
  /** In the language of the shell: of what `diagnose` and `access` find. All else on the command line is English. */
  texts: Messages;
}>;

/** `table` is text for people. */
export const outputs = ["table", "json", "yaml"] as const;

/** `usage` is that of the verb. */
export type Io = Terminal & Readonly<{ output: (typeof outputs)[number]; usage: string }>;

// What is printed, before anybody knows whether the terminal has colours.

/** A text, or a text with a style. */
export type OutputSpan = string | readonly [OutputStyle, string];
/** Or a line for a shell, which has to stay one. */
export type OutputLine = readonly OutputSpan[] | Readonly<{ command: string; indent: number }>;

// The way drawn as lines for a terminal: mark, thing, name and why, aligned, each within the width.

const styles: Readonly<Record<PartState, OutputStyle>> = {
  passes: "green",
  stops: "red",
  unknown: "cyan",
  notReached: "dim",
};

/** Han and full-width letters take two columns. */
export const padded = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - stringWidth(text)));

function fitted(text: string, room: number): string {
  if (stringWidth(text) <= room) return text;
  const kept = [...text];
  while (stringWidth(kept.join("")) > room - 1) kept.pop();
  return `${kept.join("")}…`;
}

export function wayLines(
  diagnosis: SaidDiagnosis,
  client: Client,
  { way, labelled }: Messages,
  width: number,
): readonly OutputLine[] {
  const parts = drawPath(diagnosis, client)?.parts ?? [];
  const longest = Math.max(0, ...parts.map(({ thing }) => stringWidth(way.things[thing])));
  return parts.map(({ thing, names, state, reason, check }) => {
    const why = way.why(state, reason, check);
    const title = `${padded(way.things[thing], longest)}  `;
    const called = way.called({ names });
    const said = called === "" || why === "" ? `${called}${why}` : labelled(called, why);
    const rest = `${title}${fitted(said, width - longest - 6)}`.trimEnd();
    return ["  ", [styles[state], way.marks[state]], " ", rest];
  });
}
