// Objects as kubectl prints them for a look: whole, or of some only the fields that count.
import type { ChangeRequest } from "../command/change/change-request.ts";

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value at a dotted path; undefined where the path ends early. */
export const at = (value: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (inner, key) => (isFields(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
      value,
    );

/** What is printed of an object; null: all of it. Of a Secret its labels alone; a node's status is long. */
function fieldsOf({ verb, resources }: ChangeRequest): readonly string[] | null {
  if (verb === "delete")
    return [
      ...["spec.replicas", "status.replicas", "status.currentNumberScheduled", "status.active"],
      "spec.persistentVolumeClaimRetentionPolicy",
    ];
  if (resources.includes("secrets")) return ["metadata.labels"];
  const isOfNodes = resources.every((resource) => resource === "nodes");
  return isOfNodes
    ? [
        ...["labels", "annotations", "finalizers", "ownerReferences"].map((name) => `metadata.${name}`),
        "spec",
      ]
    : null;
}

/** The flag by which kubectl prints them. */
export function outputOf(request: ChangeRequest): string {
  const fields = fieldsOf(request);
  if (fields === null) return "--output=json";
  const cells = ["kind", "metadata.name", ...fields].map((path) => `{.${path}}`).join(String.raw`{"\t"}`);
  return String.raw`--output=jsonpath=${cells}{"\n"}`;
}

/** What kubectl says of its own on the way: of APIs that are away, of deprecations and what admission warns of. */
const aside = /^(?:[IWEF]\d{4} \d\d:\d\d:\d\d\.|Warning: )/;

export const withoutAsides = (output: string): readonly string[] =>
  output.split("\n").filter((line) => !aside.test(line));

/** Deeper than any object of Kubernetes' own, and shallow enough to walk. */
const deepest = 80;

function isShallow(value: unknown): boolean {
  let layer: readonly unknown[] = [value];
  for (let depth = 0; depth < deepest && layer.length > 0; depth += 1)
    layer = layer.flatMap((each) => (typeof each === "object" && each !== null ? Object.values(each) : []));
  return layer.length === 0;
}

function jsonIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isShallow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** One after the other; null for what kubectl does not print. */
export function objectsIn(request: ChangeRequest, output: string): readonly Fields[] | null {
  const fields = fieldsOf(request);
  const lines = withoutAsides(output);
  const objects =
    fields === null
      ? documentsIn(lines).flatMap(itemsOf)
      : lines.filter((line) => line !== "").map((line) => rowOf(line, fields));
  return objects.every(isFields) ? objects : null;
}

/** What is made of a file of several objects is printed as one List. */
const itemsOf = (document: unknown): readonly unknown[] =>
  isFields(document) && document.kind === "List" && Array.isArray(document.items)
    ? document.items
    : [document];

/** Each document begins and ends with a brace on a line of its own, and no text in it holds a line break. */
function documentsIn(lines: readonly string[]): readonly unknown[] {
  const documents: unknown[] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    if (open !== null) open.push(line);
    else if (line === "{") open = [line];
    else if (line !== "") return [undefined];
    if (line !== "}" || open === null) continue;
    documents.push(jsonIn(open.join("\n")));
    open = null;
  }
  return open === null ? documents : [undefined];
}

/** `KIND<tab>NAME<tab>JSON<tab>JSON`; a cell is empty where there is no such field. */
function rowOf(line: string, fields: readonly string[]): unknown {
  const [kind = "", name = "", ...cells] = line.split("\t");
  if (cells.length !== fields.length) return undefined;
  const row = new Map<string, Map<string, unknown>>([["metadata", new Map([["name", name]])]]);
  for (const [index, path] of fields.entries()) {
    const cell = cells[index] ?? "";
    if (cell === "") continue;
    const value = jsonIn(cell);
    if (value === undefined) return undefined;
    const [top = "", field] = path.split(".");
    if (field === undefined) row.set(top, new Map(Object.entries(isFields(value) ? value : {})));
    else row.set(top, new Map([...(row.get(top) ?? []), [field, value]]));
  }
  return { kind, ...Object.fromEntries([...row].map(([top, inner]) => [top, Object.fromEntries(inner)])) };
}
