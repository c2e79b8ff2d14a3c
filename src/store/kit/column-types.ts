// What columns hold, as it is written and as it is read.
import type { ColumnType } from "kysely";

/** Written as JSON text (see `json-text.ts`), read as a value. */
export type Json<T> = ColumnType<T, string, string>;
/** Written as ISO text, read as a date. */
export type Timestamp = ColumnType<Date, string, string>;
