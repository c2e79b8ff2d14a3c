// Whether a write was made, told by what stands there: for an answer that never came.
import { holds, isItem, valueAt } from "./apply-write.ts";
import type { ArmAction, Body, Edit, What } from "./arm-write.ts";

const runs = (body: Body): boolean => {
  const statuses = valueAt(body, ["instanceView", "statuses"]);
  const codes = Array.isArray(statuses) ? statuses.map((status) => String(valueAt(status, ["code"]))) : [];
  return (
    codes.some((code) => /^PowerState\/running$/i.test(code)) ||
    valueAt(body, ["powerState", "code"]) === "Running"
  );
};

/** What an action leaves behind; the others leave nothing that was not there before. */
const traces: Readonly<Partial<Record<ArmAction, (body: Body) => boolean>>> = {
  start: runs,
  sync: ({ peeringSyncLevel }) =>
    peeringSyncLevel === "FullyInSync" || peeringSyncLevel === "RemoteNotInSync",
};

function isEdited(body: Body, edit: Edit): boolean {
  const found = valueAt(body, edit.path);
  if (edit.is === "put") return holds(found, edit.value);
  if (edit.is === "drop") return found === undefined || found === null;
  const isThere = Array.isArray(found) && found.some((item) => isItem(edit.item, item));
  return edit.is === "add" ? isThere : !isThere;
}

/** Null where the body cannot tell. Somebody else may have made the same change: then it is made as well. */
export function isMade(body: Body | null, what: What): boolean | null {
  if (what.do === "delete") return body === null;
  if (body === null) return false;
  if (what.do === "create") return holds(body, what.body);
  if (what.do === "act") return traces[what.action]?.(body) ?? null;
  return what.edits.every((edit) => isEdited(body, edit));
}
