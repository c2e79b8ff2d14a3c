// Tables as kubectl prints them: three blanks at least between columns, as wide as the widest cell.

/** `lines`: the header first, cells apart by `|`. */
export function printed(...lines: readonly string[]): string {
  const cells = lines.map((line) => line.split("|").map((cell) => cell.trim()));
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => Array.from(row[column] ?? "").length)),
  );
  const padded = (cell: string, column: number, row: readonly string[]) =>
    column === row.length - 1 ? cell : cell + " ".repeat((widths[column] ?? 0) + 3 - Array.from(cell).length);
  return cells.map((row) => `${row.map(padded).join("")}\n`).join("");
}

/** The request of `kubectl get RESOURCE`, or of another verb. */
export const asks = (resource: string, verb = "get", ...flags: readonly string[]) => ({
  verb,
  resources: [resource],
  argv: ["kubectl", verb, resource, ...flags],
});
