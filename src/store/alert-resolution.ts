// Which firings a resolved alert ends: its own, or, of a firing that nobody has heard of, those that it may mean.
import { type Expression, type ExpressionBuilder, type SqlBool, sql, type Transaction } from "kysely";
import type { Alert } from "../core/alert/alert.ts";
import type { IncidentState } from "../core/alert/incident.ts";
import { jsonText } from "./kit/stored-text.ts";
import type { Tables } from "./kit/tables.ts";

type Received = Pick<Alert, "key" | "id" | "origin">;

/** Azure Monitor promises no order: what was resolved before it was heard of is opened as what it is. */
export async function statusOf(
  db: Transaction<Tables>,
  { key, id, origin }: Received,
  firedAt: string,
): Promise<IncidentState> {
  const row = await db
    .selectFrom("alerts")
    .select("resolved_at")
    .where("condition", "=", "resolved")
    .where((where) =>
      where.or([
        where("key", "=", key),
        where.and([
          where.or([where("alert_id", "=", id), where("origin", "=", origin)]),
          where("resolved_at", ">=", new Date(firedAt)),
          where.not(hasFired(where, where.ref("alerts.key"))),
        ]),
      ]),
    )
    .orderBy("resolved_at")
    .limit(1)
    .executeTakeFirst();
  return row?.resolved_at
    ? { state: "resolved", resolvedAt: row.resolved_at.toISOString() }
    : { state: "fired" };
}

/** Ids of the incidents whose cards show what was ended. An origin, and a rule's id, may have fired again since. */
export async function resolveIncidents(
  db: Transaction<Tables>,
  { key, id, origin }: Received,
  resolvedAt: string,
): Promise<readonly string[]> {
  const rows = await db
    .updateTable("incidents")
    .set({ status: jsonText({ state: "resolved", resolvedAt }) })
    .where("state", "=", "fired")
    .where((where) =>
      where.or([
        where("alert_key", "=", key),
        where.and([
          where.or([where("alert_id", "=", id), where("origin", "=", origin)]),
          where(firedAtOf, "<=", new Date(resolvedAt)),
          where.not(hasFired(where, where.val(key))),
        ]),
      ]),
    )
    .returning(["id", "card"])
    .execute();
  return [...new Set(rows.map((row) => row.card ?? row.id))];
}

const firedAtOf = sql<Date>`(alert ->> 'firedAt')::timestamptz`;

function hasFired<Table extends "alerts" | "incidents">(
  { exists }: ExpressionBuilder<Tables, Table>,
  key: Expression<string>,
): Expression<SqlBool> {
  return exists(sql`(select from alerts as fired where fired.condition = 'fired' and fired.key = ${key})`);
}
