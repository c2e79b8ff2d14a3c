// The way drawn as lines for a terminal: mark, thing, name and why, aligned, in 80 columns.

import type { Client } from "../../core/snapshot/snapshot.ts";
import { drawWay } from "../../core/way/draw-way.ts";
import type { PartState } from "../../core/way/drawn-way.ts";
import { messages } from "../../presenters/messages/messages.ts";
import type { SaidDiagnosis } from "../../presenters/said-diagnosis.ts";
import type { Style } from "./io.ts";
import type { Line } from "./line.ts";

const styles: Readonly<Record<PartState, Style>> = {
  passes: "green",
  stops: "red",
  unknown: "cyan",
  notReached: "dim",
};

const WIDTH = 80;

const fitted = (text: string, room: number): string =>
  text.length <= room ? text : `${text.slice(0, room - 1)}…`;

export function wayLines(diagnosis: SaidDiagnosis, client: Client): readonly Line[] {
  const { way } = messages(undefined);
  const parts = drawWay(diagnosis, client)?.parts ?? [];
  const longest = Math.max(0, ...parts.map(({ thing }) => way.things[thing].length));
  return parts.map(({ thing, names, state, reason, check }) => {
    const why = way.why(state, reason, check);
    const title = `${way.things[thing].padEnd(longest)}  `;
    const said = [way.called(names), why].filter((text) => text !== "").join(": ");
    const rest = `${title}${fitted(said, WIDTH - title.length - 4)}`.trimEnd();
    return ["  ", [styles[state], way.marks[state]], " ", rest];
  });
}
