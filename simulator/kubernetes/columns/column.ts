// One column of a kubectl table, and the columns and texts that several kinds share.

import { since } from "../age.ts";
import { fieldsAt, type KubeObject, list, text } from "../kube-object.ts";

type Cell = string | number;
export type Column = {
  name: string;
  /** Shown with `-o wide` only. */
  wide: boolean;
  cell: (object: KubeObject, now: Date) => Cell;
};

export const none = "<none>";

export function column(name: string, cell: Column["cell"]): Column {
  return { name, wide: false, cell };
}

export function wideColumn(name: string, cell: Column["cell"]): Column {
  return { name, wide: true, cell };
}

/** A column that shows one field as it is. */
export function field(name: string, path: string, fallback = ""): Column {
  return column(name, (object) => text(object, path, fallback));
}

export const nameColumn = field("Name", "metadata.name");
export const ageColumn = column("Age", (object, now) =>
  since(text(object, "metadata.creationTimestamp"), now),
);
export const createdAtColumn = field("Created At", "metadata.creationTimestamp", "<unknown>");

/** Container names and images of a pod template at a path such as `spec.template.spec`. */
export function containerColumns(path: string): Column[] {
  const join = (object: KubeObject, key: string) =>
    list(object, `${path}.containers`)
      .map((container) => text(container, key))
      .join(",");
  return [
    wideColumn("Containers", (object) => join(object, "name")),
    wideColumn("Images", (object) => join(object, "image")),
  ];
}

export function selectorColumn(path: string): Column {
  return wideColumn("Selector", (object) => labelSelectorText(fieldsAt(object, path)));
}

/** `app=web,tier=front`, `<none>` for none. */
export function labelsText(labels: unknown): string {
  const pairs = Object.entries(fieldsAt({ labels }, "labels")).map(
    ([key, value]) => `${key}=${String(value)}`,
  );
  return pairs.sort().join(",") || none;
}

/** A LabelSelector with matchLabels and matchExpressions in selector syntax. */
export function labelSelectorText(selector: unknown): string {
  const labels = labelsText(fieldsAt(selector, "matchLabels"));
  const expressions = list(selector, "matchExpressions").map(expressionText);
  return [...(labels === none ? [] : [labels]), ...expressions].join(",") || none;
}

function expressionText(expression: unknown): string {
  const key = text(expression, "key");
  const values = list(expression, "values").join(",");
  const forms = new Map([
    ["Exists", key],
    ["DoesNotExist", `!${key}`],
    ["In", `${key} in (${values})`],
    ["NotIn", `${key} notin (${values})`],
  ]);
  return forms.get(text(expression, "operator")) ?? "<invalid>";
}

/** The first `limit` items, then ` + N more...`. */
export function shortened(items: readonly string[], limit: number): string {
  const shown = items.slice(0, limit).join(",");
  return items.length > limit ? `${shown} + ${items.length - limit} more...` : shown;
}
