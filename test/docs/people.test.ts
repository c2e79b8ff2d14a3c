// What is promised of people in the documents is what forgetting and retention do.
import { readFileSync } from "node:fs";
import { lifetimes, personColumns, rowOwners } from "../../src/store/person-columns.ts";

const page = readFileSync("docs/records.md", "utf8");

const afters = {
  outputDays: "`RETENTION_OUTPUT_DAYS`",
  auditDays: "`RETENTION_AUDIT_DAYS`",
  placeHours: "twelve hours",
  aDay: "a day",
  anHour: "an hour, or with its request",
  tenMinutes: "ten minutes",
  itsProcess: "its process",
};
const stays = { one: "one row", untilUnwatched: "`unwatch`", untilOff: "`weekly off`" };

const columns = new Map<string, Readonly<Record<string, string>>>(Object.entries(personColumns));
const ofKind = (table: string, kind: string): string =>
  Object.entries(columns.get(table) ?? {})
    .flatMap(([column, holds]) => (holds === kind ? [`\`${column}\``] : []))
    .join(", ");

function row(table: string, end: (typeof lifetimes)[keyof typeof lifetimes]): string {
  const goes = "with" in end ? `with \`${end.with}\`` : "after" in end ? afters[end.after] : stays[end.stays];
  const isTheirs = table in rowOwners ? "the row goes" : "";
  const names = ofKind(table, "names");
  const kept = [ofKind(table, "trail"), ofKind(table, "azure")].filter((each) => each !== "").join(", ");
  return `| \`${table}\` | ${isTheirs} | ${names} | ${kept} | ${goes} |`;
}

test("the table of what is kept of people is that of the columns", () => {
  const rows = Object.entries(lifetimes).map(([table, end]) => row(table, end));
  const written = page.split("\n").filter((line) => /^\| `[a-z_]+` \|(?:[^|]*\|){4}$/.test(line));
  expect(written.filter((line) => rows.includes(line) || columns.has(line.split("`")[1] ?? ""))).toEqual(
    rows,
  );
});
