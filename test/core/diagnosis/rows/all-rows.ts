// Every check's table in one, so that a test can prove that none is missing.
import { accessRows } from "./access.ts";
import { clientRows } from "./client.ts";
import { clusterRows } from "./cluster.ts";
import { entryRows } from "./entry.ts";
import { networkRows } from "./network.ts";
import { privateRows } from "./private.ts";
import type { Rows } from "./row.ts";

export const allRows: Rows = {
  ...clusterRows,
  ...accessRows,
  ...clientRows,
  ...privateRows,
  ...networkRows,
  ...entryRows,
};
