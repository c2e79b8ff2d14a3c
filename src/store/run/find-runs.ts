// Runs as they are looked up, and the open request of a fix that is like another.
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { Store } from "../../app/ports/store.ts";
import { writesKey } from "../../core/fix/write/actions.ts";
import { personKey } from "../../core/requester.ts";
import { openStates, type Run } from "../../core/run/run.ts";
import type { CommitCheck } from "../kit/commit-check.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { RunTable, Tables } from "../kit/tables.ts";

type Lookups = Pick<Store, "run" | "runsOf" | "undecidedRuns" | "waitingIn" | "openFix" | "followedBy">;

export function runLookups(db: Kysely<Tables>): Lookups {
  return {
    openFix: (asked) => openFixOf(db, asked),
    followedBy: (id) => doneOf(db, id),
    undecidedRuns: async (limit, of) => {
      const rows = await db
        .selectFrom("runs")
        .selectAll()
        .where("state", "in", ["pendingApproval", "approved"])
        .$if(of !== undefined, (query) => query.where("person", "=", of ? personKey(of) : ""))
        .orderBy("created_at")
        .limit(limit)
        .execute();
      return rows.map(toRun);
    },
    waitingIn: async (place, limit) => {
      const rows = await db
        .selectFrom("runs")
        .selectAll()
        .where("state", "=", "pendingApproval")
        .where(sql`split_part(conversation ->> 'key', ';', 1)`, "=", place)
        .where(sql`status -> 'approval' ->> 'by'`, "=", "others")
        .orderBy(sql`(task ->> 'breakGlass') is null`)
        .orderBy("created_at", "desc")
        .limit(limit)
        .execute();
      return rows.map(toRun);
    },
    run: async (id) => {
      const row = await db.selectFrom("runs").selectAll().where("id", "=", id).executeTakeFirst();
      return row ? toRun(row) : null;
    },
    runsOf: async (of, limit) => {
      const rows = await db
        .selectFrom("runs")
        .selectAll()
        .where("person", "=", personKey(of))
        .orderBy("created_at", "desc")
        .limit(limit)
        .execute();
      return rows.map(toRun);
    },
  };
}

/** A row in which the identity that only reads did anything else is none of ours. */
export function toRun(row: Selectable<RunTable>): Run {
  const { requester, task } = row;
  if (requester.isReader !== true) return { ...factsOf(row), requester, task };
  if (task.kind !== "diagnose" || row.incident === null)
    throw new Error(`The read-only identity has no such run: ${row.id}`);
  return { ...factsOf(row), requester, task, incident: row.incident };
}

const factsOf = (row: Selectable<RunTable>): Omit<Run, "requester" | "task"> => ({
  id: row.id,
  cluster: row.cluster,
  show: row.show,
  rule: row.rule,
  createdAt: row.created_at.toISOString(),
  conversation: row.conversation,
  ...(row.incident !== null && { incident: row.incident }),
  status: row.status,
});

async function doneOf(db: Kysely<Tables>, id: string): Promise<Run | null> {
  const row = await db
    .selectFrom("runs")
    .selectAll()
    .where(sql`task ->> 'of'`, "=", id)
    .where("state", "=", "succeeded")
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? toRun(row) : null;
}

type Asked = Parameters<Store["openFix"]>[0];

/**
 * One request of a fix at a time: two of them could both be agreed on, and what has no version would be made twice. Gives the
 * other one, that has not ended. Until this transaction ends nobody else writes one of the same.
 */
export async function openDuplicateOf(db: Transaction<Tables>, { id, task }: Run): Promise<Run | null> {
  if (task.kind !== "fix") return null;
  // In this order everywhere, so that no two wait for each other.
  for (const same of [task.of, writesKey(task.writes)])
    await sql`select pg_advisory_xact_lock(hashtextextended(${`fix ${same}`}, 0))`.execute(db);
  const other = await openFixOf(db, task);
  // It is itself where the answer to its COMMIT was lost, and it is written again.
  return other === null || other.id === id ? null : other;
}

/** Few are open at a time: those of as many writes are compared here. */
async function openFixOf(db: Kysely<Tables>, { of, undoes, writes }: Asked): Promise<Run | null> {
  const rows = await db
    .selectFrom("runs")
    .selectAll()
    .where("state", "in", openStates)
    .where(sql`task ->> 'kind'`, "=", "fix")
    .where(sql<boolean>`(task ->> 'of' = ${of} or jsonb_array_length(task -> 'writes') = ${writes.length})`)
    .where(sql<boolean>`(task -> 'undoes' is not null) = ${undoes === true}::boolean`)
    .execute();
  const effect = writesKey(writes);
  return (
    rows
      .map(toRun)
      .find(({ task }) => task.kind === "fix" && (task.of === of || writesKey(task.writes) === effect)) ??
    null
  );
}

/** For a move of which nobody knows whether it was made. jsonb is compared by what it says, not how it is written. */
export const findRunChecks = (db: Kysely<Tables>): Pick<CommitCheck, "isInState"> => ({
  isInState: async (id, state) => {
    const row = await db
      .selectFrom("runs")
      .select(sql<boolean>`status = ${jsonText(state)}::jsonb`.as("same"))
      .where("id", "=", id)
      .executeTakeFirst();
    return row?.same ?? false;
  },
});
