// A run, as its row.
import type { Selectable, Transaction } from "kysely";
import type { Run } from "../core/run/run.ts";
import { jsonText } from "./json-text.ts";
import type { RunTable, Tables } from "./tables.ts";

export async function insertRun(transaction: Transaction<Tables>, run: Run): Promise<void> {
  await transaction
    .insertInto("runs")
    .values({
      id: run.id,
      requester: jsonText(run.requester),
      cluster: jsonText(run.cluster),
      task: jsonText(run.task),
      show: run.show,
      rule: run.rule,
      created_at: run.createdAt,
      conversation: jsonText(run.conversation),
      status: jsonText(run.status),
    })
    .execute();
}

export const toRun = (row: Selectable<RunTable>): Run => ({
  id: row.id,
  requester: row.requester,
  cluster: row.cluster,
  task: row.task,
  show: row.show,
  rule: row.rule,
  createdAt: row.created_at.toISOString(),
  conversation: row.conversation,
  status: row.status,
});
