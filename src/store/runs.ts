// Runs: created with their audit entry and their job, and moved on only from a state they are still in.
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { Store } from "../app/ports.ts";
import type { Run } from "../core/run/run.ts";
import { movableFrom } from "../core/run/transition.ts";
import { insertAudit } from "./audit.ts";
import type { Truth } from "./certain.ts";
import { jsonText } from "./json-text.ts";
import type { RunTable, Tables } from "./tables.ts";

/** `enqueue` adds the job of a run within the transaction it is given. */
export function runQueries(
  db: Kysely<Tables>,
  enqueue: (runId: string, transaction: Transaction<Tables>) => Promise<void>,
): Pick<Store, "createRun" | "moveRun" | "setRunMessage" | "run" | "runsOf"> {
  return {
    createRun: (run, audit) =>
      db.transaction().execute(async (transaction) => {
        await insertRun(transaction, run);
        await insertAudit(transaction, audit);
        await enqueue(run.id, transaction);
      }),
    moveRun: async (id, from, to, audit) => {
      const possible = movableFrom(from, to.state);
      return db.transaction().execute(async (transaction) => {
        const moved = await transaction
          .updateTable("runs")
          .set({ status: jsonText(to) })
          .where("id", "=", id)
          .where("state", "in", possible)
          .returning("id")
          .executeTakeFirst();
        if (moved && audit) await insertAudit(transaction, audit);
        return moved !== undefined;
      });
    },
    setRunMessage: async (id, messageId) => {
      await db.updateTable("runs").set({ message_id: messageId }).where("id", "=", id).execute();
    },
    run: async (id) => {
      const row = await db.selectFrom("runs").selectAll().where("id", "=", id).executeTakeFirst();
      return row ? toRun(row) : null;
    },
    runsOf: async (objectId, limit) => {
      const rows = await db
        .selectFrom("runs")
        .selectAll()
        .where("object_id", "=", objectId)
        .orderBy("created_at", "desc")
        .limit(limit)
        .execute();
      return rows.map(toRun);
    },
  };
}

/** For a move of which nobody knows whether it was made. jsonb is compared by what it says, not how it is written. */
export const truthOfRuns = (db: Kysely<Tables>): Pick<Truth, "stands"> => ({
  stands: async (id, state) => {
    const row = await db
      .selectFrom("runs")
      .select(sql<boolean>`status = ${jsonText(state)}::jsonb`.as("same"))
      .where("id", "=", id)
      .executeTakeFirst();
    return row?.same ?? false;
  },
});

async function insertRun(transaction: Transaction<Tables>, run: Run): Promise<void> {
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
      message_id: run.messageId,
      status: jsonText(run.status),
    })
    .execute();
}

const toRun = (row: Selectable<RunTable>): Run => ({
  id: row.id,
  requester: row.requester,
  cluster: row.cluster,
  task: row.task,
  show: row.show,
  rule: row.rule,
  createdAt: row.created_at.toISOString(),
  conversation: row.conversation,
  messageId: row.message_id,
  status: row.status,
});
