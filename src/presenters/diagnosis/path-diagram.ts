// The way drawn: boxes beside each other where there is room, lines on a phone, a sentence for whoever listens.
// A shape and a word say the state; the colour of a box only repeats them.

import { drawPath } from "../../core/path-diagram/draw-path.ts";
import type { DiagramPart, DrawnPath, PartState } from "../../core/path-diagram/drawn-path.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import { lookUp } from "../../core/text/look-up.ts";
import type { Style } from "../card/notice.ts";
import { type Plain, plain } from "../card/text.ts";
import type { Messages } from "../messages/messages.ts";
import type { SaidDiagnosis } from "./localize-diagnosis.ts";

const styles: Readonly<Record<PartState, Style>> = {
  // A box costs room for its border, and one that stands out is enough.
  passes: "default",
  stops: "attention",
  unknown: "warning",
  notReached: "default",
};

/** Names may have 80 characters; a box has room for a dozen a line. */
const NAME = 48;

/** `width`: what does not pass has more to say. */
type Column = Readonly<{
  width: number | "auto";
  style: Style;
  titles: readonly Plain[];
  texts: readonly Plain[];
}>;

const words = (part: DiagramPart, { way }: Messages) => ({
  mark: lookUp(way.marks, part.state) ?? "",
  title: lookUp(way.things, part.thing) ?? part.thing,
  name: way.called({ names: part.names }),
  why: way.why(part.state, part.reason, part.check),
});

const texts = (...lines: readonly string[]): readonly Plain[] =>
  lines.filter((line) => line !== "").map((line) => plain(line, NAME));

/** More boxes would be too narrow for a word. */
const BOXES = 5;

/** What passes on the way shares a box where there are too many; the first and the last thing stand alone. */
function boxes(parts: readonly DiagramPart[]): readonly (readonly DiagramPart[])[] {
  const alone = parts.map((part) => [part]);
  const canJoin = (index: number): boolean =>
    index > 0 && index < alone.length - 2 && [index, index + 1].every((at) => isPassed(alone[at]));
  const isPassed = (box: readonly DiagramPart[] | undefined): boolean =>
    box?.every(({ state }) => state === "passes") ?? false;
  while (alone.length > BOXES) {
    const index = alone.findIndex((_, at) => canJoin(at));
    if (index < 0) break;
    alone.splice(index, 2, [...(alone[index] ?? []), ...(alone[index + 1] ?? [])]);
  }
  return alone;
}

/** The two sides of a peering on a line each: a box tears them apart wherever it ends. */
const bySide = (name: string): readonly string[] => name.split(/(?<= ↔) /);

const isMet = ({ state }: DiagramPart): boolean => state === "stops" || state === "unknown";

function box(parts: readonly DiagramPart[], messages: Messages): readonly Column[] {
  const [first] = parts;
  if (first === undefined) return [];
  const { mark, why } = words(first, messages);
  const title = messages.diagnosis.listed({ names: parts.map((part) => words(part, messages).title) });
  return [
    {
      width: isMet(first) ? 3 : 2,
      style: styles[first.state],
      titles: texts(`${mark} ${title}`),
      texts: texts(...parts.flatMap((part) => bySide(words(part, messages).name)), why),
    },
  ];
}

/** Dashed behind what does not pass: nobody comes that far. */
const arrow = (isPassed: boolean): Column => ({
  width: "auto",
  style: "default",
  titles: [],
  texts: texts(isPassed ? "→" : "⇢"),
});

function columns({ parts }: DrawnPath, messages: Messages): readonly Column[] {
  const all = boxes(parts);
  const stop = all.findIndex((each) => each.some(({ state }) => state !== "passes"));
  return all.flatMap((each, index) => [
    ...(index === 0 ? [] : [arrow(stop < 0 || index <= stop)]),
    ...box(each, messages),
  ]);
}

const lineOf = (part: DiagramPart, messages: Messages): string => {
  const { title, name } = words(part, messages);
  return name === "" ? plain(title, NAME) : `${plain(title, NAME)} **${plain(name, NAME)}**`;
};

/** Neighbours in one state share a line; what does not pass stands alone, in its colour. */
function lines({ parts }: DrawnPath, messages: Messages) {
  const runs: DiagramPart[][] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.[0]?.state === part.state && part.state === "passes") last.push(part);
    else runs.push([part]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (first === undefined) return [];
    const { mark, why } = words(first, messages);
    const said = run.map((part) => lineOf(part, messages)).join(" → ");
    const text = `${mark} ${why === "" ? said : messages.labelled(said, plain(why, 2 * NAME))}`;
    return [{ style: isMet(first) ? styles[first.state] : "default", text }];
  });
}

function saidOf({ parts }: DrawnPath, messages: Messages): string {
  const { way } = messages;
  return way.said(
    parts.map((part) => {
      const { title, name, why } = words(part, messages);
      const thing = [title, name].filter(Boolean).join(" ");
      const state = way.states[part.state];
      return way.saidPart({ thing, state, why: why === state ? "" : why });
    }),
  );
}

export const noPath = { wayHead: "", wayColumns: [], wayLines: [], waySaid: "" };

/** For templates that draw it. */
export const wayPart = (diagnosis: SaidDiagnosis, client: Client, messages: Messages) =>
  drawnPart(drawPath(diagnosis, client), messages);

/** `waySaid` is for whoever does not see it. */
export function drawnPart(way: DrawnPath | null, messages: Messages) {
  if (way === null) return noPath;
  return {
    wayHead: way.decides ? "" : plain(messages.way.own),
    wayColumns: columns(way, messages),
    wayLines: lines(way, messages),
    waySaid: saidOf(way, messages),
  };
}
