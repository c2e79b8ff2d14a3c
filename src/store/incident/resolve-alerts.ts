// Which firings a resolved alert ends: its own, or, of a firing that nobody has heard of, those that it may mean.
import { type Expression, type ExpressionBuilder, type SqlBool, sql, type Transaction } from "kysely";
import type { Alert, AlertStatus } from "../../core/alert/alert.ts";
import type { Message } from "../../core/delivery/message.ts";
import { afterResolving } from "../../core/incident/incident.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { changeIncident, ringOfEnd } from "./incidents.ts";

type Received = Pick<Alert, "key" | "id" | "origin">;

/** Azure Monitor promises no order: what was resolved before it was heard of is opened as what it is. */
export async function statusOf(
  db: Transaction<Tables>,
  { key, id, origin }: Received,
  firedAt: string,
): Promise<AlertStatus> {
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

/**
 * Ids of the incidents whose cards show what was ended, of those of them that are over by that, and what tells people so. An origin, and a rule's
 * id, may have fired again since.
 */
export async function resolveAlerts(
  db: Transaction<Tables>,
  { key, id, origin }: Received,
  resolvedAt: string,
): Promise<Readonly<{ ids: readonly string[]; over: readonly string[]; messages: readonly Message[] }>> {
  const rows = await db
    .updateTable("incident_alerts")
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
    .returning("incident_id")
    .execute();
  const ids = [...new Set(rows.map(({ incident_id }) => incident_id))];
  const [over, messages]: [string[], Message[]] = [[], []];
  for (const each of ids) {
    const ring = await resolveIncident(db, each, resolvedAt);
    if (ring === null) continue;
    over.push(each);
    messages.push(...ring);
  }
  return { ids, over, messages };
}

/** Null where it goes on, or was over before. */
async function resolveIncident(
  db: Transaction<Tables>,
  id: string,
  at: string,
): Promise<readonly Message[] | null> {
  const row = await db
    .selectFrom("incidents")
    .select(["status", "owner", "severity", "declared", "reopened"])
    .select(({ selectFrom, fn }) =>
      selectFrom("incident_alerts")
        .select(fn.countAll<string>().as("open"))
        .where("incident_id", "=", id)
        .where("state", "=", "fired")
        .as("open"),
    )
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  const status = row && afterResolving(row, Number(row.open), at);
  if (!row || !status || status === row.status) return null;
  await changeIncident(db, id, { ...row, status });
  return ringOfEnd(db, id, row, { status });
}

const firedAtOf = sql<Date>`(alert ->> 'firedAt')::timestamptz`;

function hasFired<Table extends "alerts" | "incident_alerts">(
  { exists }: ExpressionBuilder<Tables, Table>,
  key: Expression<string>,
): Expression<SqlBool> {
  return exists(sql`(select from alerts as fired where fired.condition = 'fired' and fired.key = ${key})`);
}
