// What a change does to each object: its name, what happens to it, and its fields before and after.
import template from "../../../cards/change.json" with { type: "json" };
import type { AgreedRun } from "../../core/change/agreed-task.ts";
import { cutAlike } from "../../core/change/masked-objects.ts";
import type { DrawnPath } from "../../core/path-diagram/drawn-path.ts";
import { type FieldChange, objectName, type Proposal, type Touched } from "../../core/run/proposed.ts";
import { arrange, type Button } from "../card/button.ts";
import type { CardFact, Style } from "../card/notice.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { runFooter } from "../card/run-texts.ts";
import { briefly } from "../card/scope.ts";
import { type Code, clip, exact, plain } from "../card/text.ts";
import { drawnPart } from "../diagnosis/path-diagram.ts";
import type { Messages } from "../messages/messages.ts";
import { wordsOf } from "./change-parts.ts";

const OBJECTS = 20;

/** Most lines of fields on one card, and most characters of a path and a value. */
type Room = Readonly<{ fields: number; path: number; value: number }>;
/** More would push out what has to be read. */
const brief: Room = { fields: 30, path: 120, value: 160 };
/** All that is kept, and names whole: for whoever decides on it. */
const whole: Room = { fields: Infinity, path: Infinity, value: Infinity };

/** `fields`: shown letter by letter. `rest`: what is not shown of them. */
export type SaidObject = Readonly<{
  what: string;
  said: string;
  fields: readonly string[];
  rest: string;
}>;

/** Letters that are read from right to left: without marks a reader would take `after` for `before`. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}]|[\u{1e800}-\u{1efff}]/u;
const isolated = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);

const oneLine = (text: string): string => exact(text).replaceAll("\n", "\\n").replaceAll("\t", "\\t");

/** Quoted where they could be taken for each other, or one of them for none. */
function seenApart(before: string | null, after: string | null, notSet: string): readonly [string, string] {
  const value = (text: string | null) => (text === null ? notSet : oneLine(text));
  const [was, will] = [value(before), value(after)];
  const isDoubtful = was === will || before === notSet || after === notSet;
  if (!isDoubtful) return [was, will];
  const quoted = (text: string | null) => (text === null ? notSet : exact(JSON.stringify(text)));
  return [quoted(before), quoted(after)];
}

/** What the first `most` characters that differ are made of: more is not looked at, however long the values are. */
const lookedAt = (before: string | null, after: string | null, most: number) =>
  before === null || after === null
    ? ([before?.slice(0, most * 20) ?? null, after?.slice(0, most * 20) ?? null] as const)
    : cutAlike(before, after, most * 20);

function sayField({ path, before, after }: FieldChange, room: Room, notSet: string): string {
  const [looked, lookedAfter] = lookedAt(before, after, room.value);
  const [was, will] = cutAlike(...seenApart(looked, lookedAfter, notSet), room.value).map(isolated);
  return `${clip(exact(clip(path, room.path)), room.path)}: ${was} → ${will}`;
}

function sayObject(
  touched: Touched,
  proposal: Proposal,
  most: number,
  room: Room,
  messages: Messages,
): SaidObject {
  const { type, name, namespace, does, pods = 0, fields, moreFields = 0 } = touched;
  const texts = messages.changeObjects;
  const named = exact(objectName(type, name));
  const isSame = does === "change" && fields.length === 0 && proposal.preview === "server";
  // What Azure does besides writing a body, such as a restart, is in no field.
  const unchanged = type.includes("/") ? texts.actedOn : texts.nothingDiffers;
  const said = fields.slice(0, most).map((field) => sayField(field, room, texts.notSet));
  const left = fields.length + moreFields - said.length;
  return {
    what: texts.object({ what: room === whole ? named : briefly(named), namespace }),
    said: isSame && most > 0 ? unchanged : texts.does({ does, pods }),
    fields: said,
    rest: most > 0 && left > 0 ? texts.moreFields({ count: left }) : "",
  };
}

type SaidObjects = Readonly<{ objects: readonly SaidObject[]; notes: readonly string[] }>;

/** `withValues`: whoever sees the card may see what stands in the fields. `isWhole`: all that is kept of them. */
export function sayObjects(
  proposal: Proposal,
  withValues: boolean,
  messages: Messages,
  isWhole = false,
): SaidObjects {
  const { moreObjects, noPreview, valuesHidden } = messages.changeObjects;
  const shown = proposal.objects.slice(0, OBJECTS);
  const more = proposal.objects.length - shown.length;
  const room = isWhole ? whole : brief;
  const most = withValues ? Math.max(1, Math.floor(room.fields / Math.max(1, shown.length))) : 0;
  const hidesValues = !withValues && proposal.objects.some(({ fields }) => fields.length > 0);
  return {
    objects: shown.map((touched) => sayObject(touched, proposal, most, room, messages)),
    notes: [
      more > 0 ? moreObjects({ count: more }) : "",
      proposal.preview === "none" ? noPreview : "",
      hidesValues ? valuesHidden : "",
    ].filter((note) => note !== ""),
  };
}

// The shape shared by every card about what others agree on: the band, the way, what is sent, which objects it changes and
// how, facts, buttons.

/** All texts as people write them; this is where they are escaped. */
export type ChangeCard = Readonly<{
  style: Style;
  title: string;
  /** Sentences below the title, each a line. */
  subtitles: readonly string[];
  warnings?: readonly string[];
  /** Ways drawn below each other, as they are or were. */
  ways?: readonly Readonly<{ head: string; way: DrawnPath | null }>[];
  /** Below the command. */
  codes?: readonly Readonly<{ label: string; code: Code }>[];
  texts?: readonly string[];
  objectsHead?: string;
  objects?: readonly SaidObject[];
  notes?: readonly string[];
  facts?: readonly CardFact[];
  buttons?: readonly Button[];
  /** A field for a word and its button, behind one that shows them. */
  reject?: Readonly<{ title: string; label: string; button: Button }>;
}>;

export const plainObject = (object: SaidObject) => ({
  what: plain(object.what),
  said: plain(object.said),
  fields: object.fields,
  rest: plain(object.rest),
});

/** Those with something to say. */
export const plainFacts = (facts: readonly CardFact[]) =>
  facts
    .filter(({ value }) => value !== "")
    .map(({ title, value }) => ({ title: plain(title), value: plain(value) }));

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
    objects: objects.map(plainObject),
    notes: said(card.notes),
    facts: plainFacts(facts),
    // Whoever decides finds both buttons on the first screen, above what stands there object by object.
    decides: reject === undefined ? [] : [{ reject: reject.title, buttons: arrange(buttons) }],
    rejects: reject === undefined ? [] : [{ label: reject.label, buttons: [reject.button] }],
    buttons: reject === undefined ? arrange(buttons) : [],
    footer: plain(runFooter(run, messages)),
  };
  const summary = messages.headed(card.title, messages.sentences(card.subtitles));
  const spoken = [ways.at(-1)?.waySaid ?? "", first ? spokenObject(first, messages) : ""];
  return renderCard(template, summary, data, messages.sentences(spoken));
}

/** The first object alone: whoever listens wants to know what it is about. */
const spokenObject = ({ what, said: does, fields: [first] }: SaidObject, { labelled }: Messages): string =>
  labelled(what, first ?? does);
