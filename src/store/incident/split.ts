// Alerts of one rule become those of a new incident.
import { type Kysely, sql, type Transaction } from "kysely";
import type { IncidentStore, SplitMove, SplitStep } from "../../app/ports/incidents.ts";
import { incidentKey, messageWith } from "../../core/delivery/message.ts";
import type { Incident } from "../../core/incident/incident.ts";
import type { RuleAlerts } from "../../core/incident/split.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { insertAudit } from "../audit/entries.ts";
import { postCard, showCardsAnew, writeMessages } from "../delivery/outbox.ts";
import { jsonOrNull } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { incidentOf } from "./find-incidents.ts";
import { changeIncident, insertIncident, ringOfEnd } from "./incidents.ts";
import { namedWith } from "./linked-incidents.ts";
import { lockJoining } from "./watches.ts";

export const splitQueries = (
  db: Kysely<Tables>,
  written: () => void,
): Pick<IncidentStore, "splitIncident"> => ({
  splitIncident: async (id, step) => {
    const said = await db.transaction().execute((transaction) => split(transaction, id, step));
    if (said !== null) written();
    return said;
  },
});

async function split<Said>(db: Transaction<Tables>, id: string, step: SplitStep<Said>): Promise<Said | null> {
  // An alert that joins it, or is resolved, at this moment waits, or has come before.
  await lockJoining(db);
  await db.selectFrom("incidents").select("id").where("id", "=", id).forUpdate().execute();
  const source = await incidentOf(db, id);
  if (source === null) return null;
  const { said, split: wanted } = step(source, {
    rules: await rulesOf(db, id),
    splits: await splitFrom(db, source),
  });
  if (wanted !== null) await splitInto(db, source, wanted);
  return said;
}

async function splitInto(
  db: Transaction<Tables>,
  source: Incident,
  { id, rule, by, at, source: status, own, audit }: NonNullable<SplitMove<unknown>["split"]>,
): Promise<void> {
  const { cluster, conversation } = source;
  // Its card is posted at once, also where the cluster is muted: somebody asked for it.
  await insertIncident(db, {
    ...{ id, cluster, conversation, openedAt: at, status: own, owner: null, severity: null },
    ...{ declared: null, reopened: 0, split: { from: source.id, rules: [rule], by } },
  });
  await db
    .updateTable("incident_alerts")
    .set({ incident_id: id })
    .where("incident_id", "=", source.id)
    .where(sql`alert ->> 'rule'`, "=", rule)
    .execute();
  await changeIncident(db, source.id, { ...source, status });
  if (source.split !== undefined) await leaveRule(db, source.id, source.split, rule);
  for (const entry of audit) await insertAudit(db, entry);
  await showCardsAnew(db, [source.id], "now", await namedWith(db, [source.id]));
  // Its new card names it.
  if (source.messageId === null && status.state !== "resolved") await postCard(db, source, at);
  await writeMessages(db, [
    messageWith(incidentKey(id), conversation, { show: "incident", incidentId: id }),
    ...(await ringOfEnd(db, source.id, source, { status })),
  ]);
}

/** It was split from another one itself. */
async function leaveRule(
  db: Transaction<Tables>,
  id: string,
  own: NonNullable<Incident["split"]>,
  rule: string,
): Promise<void> {
  const rules = own.rules.filter((each) => each !== rule);
  await db
    .updateTable("incidents")
    .set({ split: jsonOrNull({ ...own, rules }) })
    .where("id", "=", id)
    .execute();
}

async function rulesOf(db: Transaction<Tables>, id: string): Promise<readonly RuleAlerts[]> {
  const { rows } = await sql<RuleAlerts>`
    select alert ->> 'rule' as rule, count(*) filter (where state = 'fired')::integer as open,
      count(*) filter (where state = 'resolved')::integer as resolved,
      max(status ->> 'resolvedAt') as "lastResolvedAt"
    from incident_alerts where incident_id = ${id}
    group by 1 order by count(*) filter (where state = 'fired') desc, 1`.execute(db);
  return rows;
}

async function splitFrom(db: Transaction<Tables>, { id, cluster, conversation }: Incident) {
  const { rows } = await sql<{ id: string; rules: readonly string[] }>`
    select id, split -> 'rules' as rules from incidents
    where cluster_key = ${idKey(cluster.id)} and place = ${conversation.key}
      and split ->> 'from' = ${id} and merged_into is null
    order by opened_at desc`.execute(db);
  return rows;
}
