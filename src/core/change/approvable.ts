// Whether people may agree to a change: they see all of what it writes, before and after, or nobody agrees to it. Decided
// by what was computed and is kept to be shown, never by the line that was typed.
import { linesOf } from "../fix/write/fix.ts";
import { type FieldChange, objectName, type Proposal, type Touched, type Unseen } from "../run/proposed.ts";
import type { Run } from "../run/run.ts";

type Agreed = Readonly<{ task: Run["task"]; objects: Proposal["objects"] }>;

/** In UTF-16 code units: what a card holds beside its facts, its buttons and the way that it draws. */
const longest = 18_000;
/** What the element of a line costs besides. */
const perLine = 130;

/** Empty where all of it is seen. `objects`: masked, as they are kept. */
export function unseenOf({ task, objects }: Agreed): readonly Unseen[] {
  const unseen = objects.flatMap(unseenIn);
  return unseen.length > 0 || fitsCard({ task, objects }) ? unseen : [{ is: "tooLong" }];
}

function unseenIn({ type, name, fields, moreFields = 0 }: Touched): readonly Unseen[] {
  const object = objectName(type, name);
  return [
    ...fields.flatMap(({ path, hidden }): readonly Unseen[] =>
      hidden === undefined ? [] : [{ is: "hidden", why: hidden, object, path }],
    ),
    ...(moreFields === 0 ? [] : [{ is: "leftOut", object, fields: moreFields } as const]),
  ];
}

/** Added up part by part, and no further than there is room: all of it at once could be longer than any text may be. */
export function fitsCard({ task, objects }: Agreed): boolean {
  const lines = task.kind === "change" ? task.request.argv : task.kind === "fix" ? linesOf(task.fix) : [];
  let room = longest - perLine * objects.length;
  for (const line of lines) {
    room -= lengthOf(line);
    if (room < 0) return false;
  }
  for (const { fields } of objects)
    for (const field of fields) {
      room -= perLine + lengthOf(field);
      if (room < 0) return false;
    }
  return room >= 0;
}

/** As it is written into a card; of what is too long as it stands, no more is asked. */
function lengthOf(part: string | FieldChange): number {
  const texts = typeof part === "string" ? [part] : [part.path, part.before ?? "", part.after ?? ""];
  const plain = texts.reduce((sum, text) => sum + text.length, 0);
  return plain > longest ? plain : JSON.stringify(part).length;
}
