// What is written of a new row. Kysely lets a column out that may be null, and then nobody notices that it is never written:
// here it is asked for.
import type { InsertType } from "kysely";
import type { Tables } from "./tables.ts";

type Columns<Name extends keyof Tables> = {
  [Column in keyof Tables[Name]]: InsertType<Tables[Name][Column]>;
};
type FilledIn<Row> = { [Column in keyof Row]: undefined extends Row[Column] ? Column : never }[keyof Row];
type Written<Row> = { [Column in keyof Row]: [Row[Column]] extends [never] ? never : Column }[keyof Row];

/** Only what the database fills in by itself may be left out. */
export type NewRow<Name extends keyof Tables, Row = Columns<Name>> = Readonly<
  Pick<Row, Exclude<Written<Row>, FilledIn<Row>>> & Partial<Pick<Row, FilledIn<Row>>>
>;
