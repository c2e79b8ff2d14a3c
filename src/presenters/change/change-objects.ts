// What a change does to each object: its name, what happens to it, and its fields before and after.
import { cutAlike } from "../../core/change/masked-objects.ts";
import { type FieldChange, objectName, type Proposal, type Touched } from "../../core/run/proposed.ts";
import { briefly } from "../card/scope.ts";
import { clip, exact } from "../card/text.ts";
import type { Messages } from "../messages/messages.ts";

const OBJECTS = 20;

/** Most lines of fields on one card, and most characters of a path and a value. */
type Room = Readonly<{ fields: number; path: number; value: number }>;
/** More would push out what has to be read. */
const brief: Room = { fields: 30, path: 120, value: 160 };
/** All that is kept: for whoever decides on it. */
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
  const isSame = does === "change" && fields.length === 0 && proposal.preview === "server";
  // What Azure does besides writing a body, such as a restart, is in no field.
  const unchanged = type.includes("/") ? texts.actedOn : texts.nothingDiffers;
  const said = fields.slice(0, most).map((field) => sayField(field, room, texts.notSet));
  const left = fields.length + moreFields - said.length;
  return {
    what: texts.object(briefly(exact(objectName(type, name))), namespace),
    said: isSame && most > 0 ? unchanged : texts.does(does, pods),
    fields: said,
    rest: most > 0 && left > 0 ? texts.moreFields(left) : "",
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
      more > 0 ? moreObjects(more) : "",
      proposal.preview === "none" ? noPreview : "",
      hidesValues ? valuesHidden : "",
    ].filter((note) => note !== ""),
  };
}
