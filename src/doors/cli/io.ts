// Everything that a verb may touch of the terminal that it runs in.
import type { Variables } from "../../config/config.ts";
import { drawPath } from "../../core/path-diagram/draw-path.ts";
import type { PartState } from "../../core/path-diagram/drawn-path.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import type { SaidDiagnosis } from "../../presenters/diagnosis/localize-diagnosis.ts";
import type { Messages } from "../../presenters/messages/messages.ts";

export type OutputStyle = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

export type Io = Readonly<{
  /** Writes one line, or several, to standard output. */
  out(text: string): void;
  err(text: string): void;
  /** Standard input, line by line. */
  lines(): AsyncIterable<string>;
  /** Leaves the text as it is where colours are not wanted. */
  paint(style: OutputStyle, text: string): string;
  variables: Variables;
  /** In the language of the shell: of what `diagnose` and `access` find. All else on the command line is English. */
  texts: Messages;
}>;

// What is printed, before anybody knows whether the terminal has colours.

/** A text, or a text with a style. */
export type OutputSpan = string | readonly [OutputStyle, string];
export type OutputLine = readonly OutputSpan[];

// The way drawn as lines for a terminal: mark, thing, name and why, aligned, in 80 columns.

const styles: Readonly<Record<PartState, OutputStyle>> = {
  passes: "green",
  stops: "red",
  unknown: "cyan",
  notReached: "dim",
};

const WIDTH = 80;

/** Han and full-width letters take two columns of a terminal. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0);

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)));

function fitted(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  const kept = [...text];
  while (widthOf(kept.join("")) > room - 1) kept.pop();
  return `${kept.join("")}…`;
}

export function wayLines(
  diagnosis: SaidDiagnosis,
  client: Client,
  { way, labelled }: Messages,
): readonly OutputLine[] {
  const parts = drawPath(diagnosis, client)?.parts ?? [];
  const longest = Math.max(0, ...parts.map(({ thing }) => widthOf(way.things[thing])));
  return parts.map(({ thing, names, state, reason, check }) => {
    const why = way.why(state, reason, check);
    const title = `${padded(way.things[thing], longest)}  `;
    const called = way.called({ names });
    const said = called === "" || why === "" ? `${called}${why}` : labelled(called, why);
    const rest = `${title}${fitted(said, WIDTH - longest - 6)}`.trimEnd();
    return ["  ", [styles[state], way.marks[state]], " ", rest];
  });
}
