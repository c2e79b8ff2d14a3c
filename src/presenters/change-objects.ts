// What a change does to each object: its name, what happens to it, and its fields before and after.
import { cutAlike } from "../core/change/cut-alike.ts";
import { objectName } from "../core/change/object-name.ts";
import type { FieldChange, Proposal, Touched } from "../core/change/proposed.ts";
import type { Messages } from "./messages/messages.ts";
import { briefly } from "./scope.ts";
import { clip, visible } from "./text.ts";

/** Most objects and most lines of fields on one card: more would push out what has to be read. */
const OBJECTS = 20;
const FIELDS = 30;
const PATH = 120;
const VALUE = 160;

/** `fields`: shown letter by letter. `rest`: what is not shown of them. */
export type SaidObject = Readonly<{ what: string; said: string; fields: readonly string[]; rest: string }>;

/** Letters that are read from right to left: without marks a reader would take `after` for `before`. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}]|[\u{1e800}-\u{1efff}]/u;
const isolated = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);

function sayField({ path, before, after }: FieldChange, notSet: string): string {
  const value = (text: string | null) => (text === null ? notSet : visible(text).replaceAll("\n", "\\n"));
  const [was, will] = cutAlike(value(before), value(after), VALUE).map(isolated);
  return `${clip(visible(path), PATH)}: ${was} → ${will}`;
}

function sayObject(touched: Touched, proposal: Proposal, most: number, messages: Messages): SaidObject {
  const { type, name, namespace, does, pods = 0, fields, moreFields = 0 } = touched;
  const texts = messages.changeObjects;
  const isSame = does === "change" && fields.length === 0 && proposal.preview === "server";
  // What Azure does besides writing a body, such as a restart, is in no field.
  const unchanged = type.includes("/") ? texts.actedOn : texts.nothingDiffers;
  const left = fields.length + moreFields - Math.min(most, fields.length);
  return {
    what: texts.object(briefly(objectName(type, name)), namespace),
    said: isSame && most > 0 ? unchanged : texts.does(does, pods),
    fields: fields.slice(0, most).map((field) => sayField(field, texts.notSet)),
    rest: most > 0 && left > 0 ? texts.moreFields(left) : "",
  };
}

export type SaidObjects = Readonly<{ objects: readonly SaidObject[]; notes: readonly string[] }>;

/** `withValues`: whoever sees the card may see what stands in the fields. */
export function sayObjects(proposal: Proposal, withValues: boolean, messages: Messages): SaidObjects {
  const { moreObjects, noPreview, valuesHidden } = messages.changeObjects;
  const shown = proposal.objects.slice(0, OBJECTS);
  const more = proposal.objects.length - shown.length;
  const most = withValues ? Math.max(1, Math.floor(FIELDS / Math.max(1, shown.length))) : 0;
  const hidesValues = !withValues && proposal.objects.some(({ fields }) => fields.length > 0);
  return {
    objects: shown.map((touched) => sayObject(touched, proposal, most, messages)),
    notes: [
      more > 0 ? moreObjects(more) : "",
      proposal.preview === "none" ? noPreview : "",
      hidesValues ? valuesHidden : "",
    ].filter((note) => note !== ""),
  };
}
