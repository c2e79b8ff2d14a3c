// What takes a write back, from the body that was seen before it.
import { sameId } from "../../snapshot/resource-id.ts";
import { canonicalJson, type Json } from "../../text/canonical-json.ts";
import {
  type ArmType,
  type ArmWrite,
  applyWrite,
  asJson,
  type Body,
  type Edit,
  isItem,
  type JsonBody,
  type Path,
  valueAt,
} from "./arm-write.ts";
import { writtenByPeople } from "./written-fields.ts";

/** AKS keeps what a body leaves out: a field that was not there is written as what that means. */
const clusterWithout: Readonly<Record<string, Json>> = { authorizedIPRanges: [], allocatedOutboundPorts: 0 };

function withoutField(type: ArmType, path: Path): Edit {
  const field = String(path.at(-1));
  const none = type === "Microsoft.ContainerService/managedClusters" ? clusterWithout[field] : undefined;
  return none === undefined ? { is: "drop", path } : { is: "put", path, value: none };
}

function inverseEdit(type: ArmType, before: Body, edit: Edit): readonly Edit[] {
  const { path } = edit;
  const value = valueAt(before, path);
  if (edit.is === "put" || edit.is === "drop")
    return [
      value === undefined || value === null
        ? withoutField(type, path)
        : { is: "put", path, value: asJson(value) },
    ];
  // Of a list, what others wrote into it since stays.
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const found = list.find((item) => isItem(edit.item, item));
  if (edit.is === "add") return found === undefined ? [{ is: "take", path, item: edit.item }] : [];
  return found === undefined ? [] : [{ is: "add", path, item: asJson(found) }];
}

/** What was written as it stood changed nothing that could be put back. */
const changesNothing = (write: ArmWrite, before: Body): boolean =>
  canonicalJson(asJson(applyWrite(before, write))) === canonicalJson(asJson(before));

/** `before`: null where it was not there. Null where nothing takes it back: the write says why. */
export function inverseOf(write: ArmWrite, before: Body | null): ArmWrite | null {
  const { id, type, what, noWayBack } = write;
  if (noWayBack !== undefined || what.do === "act") return null;
  if (before === null) return what.do === "delete" ? null : { id, type, what: { do: "delete" } };
  if (what.do === "change") {
    const edits = what.edits.flatMap((edit) => inverseEdit(type, before, edit));
    return changesNothing(write, before) ? null : { id, type, what: { do: "change", edits } };
  }
  const body = asJson(writtenByPeople(type, before)) as JsonBody;
  return { id, type, what: { do: "create", body } };
}

/** What is deleted to be made anew was of no use, and would be of none again. */
const isMadeAnew = (writes: readonly ArmWrite[]): boolean =>
  writes.some(
    ({ id, what }, at) =>
      what.do === "create" &&
      writes.slice(0, at).some((earlier) => earlier.what.do === "delete" && sameId(earlier.id, id)),
  );

/** All of a fix, the last one first; `befores`: of each write. Null where one of them is not taken back and may not stay. */
export function undoOf(
  writes: readonly ArmWrite[],
  befores: readonly (Body | null)[],
): readonly ArmWrite[] | null {
  const coming = writes.flatMap((write, at) =>
    write.noWayBack === "stays" ? [] : [inverseOf(write, befores[at] ?? null)],
  );
  const whole = coming.flatMap((each) => each ?? []);
  return isMadeAnew(writes) || whole.length === 0 || whole.length < coming.length ? null : whole.toReversed();
}
