// The shape shared by every card about what others agree on: the band, the way, what is sent, which objects it changes and
// how, facts, buttons.
import template from "../../../cards/change.json" with { type: "json" };
import type { AgreedRun } from "../../core/change/agreed-task.ts";
import type { DrawnWay } from "../../core/path-diagram/drawn-way.ts";
import { arrange, type Button } from "../card/button.ts";
import type { Fact, Style } from "../card/notice.ts";
import { type Presented, render } from "../card/presented.ts";
import { runFooter } from "../card/run-texts.ts";
import { type Code, plain } from "../card/text.ts";
import { drawnPart } from "../diagnosis/path-diagram.ts";
import type { Messages } from "../messages/messages.ts";
import type { SaidObject } from "./change-objects.ts";
import { wordsOf } from "./change-parts.ts";

/** All texts as people write them; this is where they are escaped. */
export type ChangeCard = Readonly<{
  style: Style;
  title: string;
  /** Sentences below the title, each a line. */
  subtitles: readonly string[];
  warnings?: readonly string[];
  /** Ways drawn below each other, as they are or were. */
  ways?: readonly Readonly<{ head: string; way: DrawnWay | null }>[];
  /** Below the command. */
  codes?: readonly Readonly<{ label: string; code: Code }>[];
  texts?: readonly string[];
  objectsHead?: string;
  objects?: readonly SaidObject[];
  notes?: readonly string[];
  facts?: readonly Fact[];
  buttons?: readonly Button[];
  /** A field for a word and its button, behind one that shows them. */
  reject?: Readonly<{ title: string; label: string; button: Button }>;
}>;

const said = (texts: readonly string[] = []) =>
  texts.filter((text) => text !== "").map((text) => plain(text));

const drawn = ({ ways = [] }: ChangeCard, messages: Messages) =>
  ways.flatMap(({ head, way }) =>
    way === null ? [] : [{ ...drawnPart(way, messages), wayHead: plain(head) }],
  );

export function presentChangeCard(run: AgreedRun, card: ChangeCard, messages: Messages): Presented {
  const { objects = [], facts = [], buttons = [], reject } = card;
  const [first] = objects;
  const ways = drawn(card, messages);
  const { lines, showLines } = wordsOf(run, messages);
  const data = {
    style: card.style,
    title: plain(card.title),
    subtitles: said(card.subtitles),
    warnings: said(card.warnings),
    ways,
    command: lines,
    showCommand: lines.length === 0 ? "" : showLines,
    codes: (card.codes ?? []).map(({ label, code }) => ({ label: plain(label), ...code })),
    texts: said(card.texts),
    objectsHead: plain(card.objectsHead ?? ""),
    objects: objects.map((object) => ({
      what: plain(object.what),
      said: plain(object.said),
      fields: object.fields,
      rest: plain(object.rest),
    })),
    notes: said(card.notes),
    facts: facts
      .filter(({ value }) => value !== "")
      .map(({ title, value }) => ({ title: plain(title), value: plain(value) })),
    rejects:
      reject === undefined ? [] : [{ title: reject.title, label: reject.label, buttons: [reject.button] }],
    buttons: arrange(buttons),
    footer: plain(runFooter(run, messages)),
  };
  const summary = messages.headed(card.title, messages.sentences(card.subtitles));
  const spoken = [ways.at(-1)?.waySaid ?? "", first ? spokenObject(first, messages) : ""];
  return render(template, summary, data, messages.sentences(spoken));
}

/** The first object alone: whoever listens wants to know what it is about. */
const spokenObject = ({ what, said: does, fields: [first] }: SaidObject, { labelled }: Messages): string =>
  labelled(what, first ?? does);
