// Two incidents become one.
import { type Kysely, sql, type Transaction } from "kysely";
import type { IncidentStore } from "../../app/ports/incidents.ts";
import { afterMerge, type Incident, mergedOwed } from "../../core/incident/incident.ts";
import { insertAudit } from "../audit/entries.ts";
import { postCard, showCardsAnew } from "../delivery/outbox.ts";
import { jsonOrNull, jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { incidentOf } from "./find-incidents.ts";
import { beginAnew, changeIncident } from "./incidents.ts";
import { namedWith } from "./linked-incidents.ts";
import { ringOwedBy } from "./owed-rings.ts";
import { lockJoining } from "./watches.ts";

export const mergeQueries = (
  db: Kysely<Tables>,
  written: () => void,
): Pick<IncidentStore, "mergeIncidents"> => ({
  mergeIncidents: async (...asked) => {
    const isMerged = await db.transaction().execute((transaction) => merge(transaction, ...asked));
    if (isMerged) written();
    return isMerged;
  },
});

async function merge(
  db: Transaction<Tables>,
  ...[{ from, into }, { person, at }, audit]: Parameters<IncidentStore["mergeIncidents"]>
): Promise<boolean> {
  await lock(db, from, into);
  const [source, target] = [await incidentOf(db, from), await incidentOf(db, into)];
  if (!isThere(source) || !isThere(target)) return false;
  const named = await namedWith(db, [from, into]);
  await moveTo(db, from, into);
  const { declared, split, ...to } = afterMerge(target, source);
  await changeIncident(db, into, to);
  await db
    .updateTable("incidents")
    .set({ declared: jsonOrNull(declared), split: jsonOrNull(split ?? null) })
    .where("id", "=", into)
    .execute();
  if (to.reopened !== target.reopened) await beginAnew(db, into, at);
  // What nobody has heard of the first is open in the second now; a card that is posted tells it.
  if (target.messageId !== null && source.status.state !== "resolved")
    await moveOwed(db, { ...target, reopened: to.reopened }, source);
  const over = { state: "resolved", at, by: person, because: null } as const;
  await db
    .updateTable("incidents")
    .set({ status: jsonText(over), merged_into: into })
    .where("id", "=", from)
    .execute();
  await insertAudit(db, audit);
  await showCardsAnew(db, [from, into], "now", [...named, ...(await namedWith(db, [into]))]);
  // The other card names it.
  if (target.messageId === null && to.status.state !== "resolved") await postCard(db, target, at);
  return true;
}

async function moveOwed(db: Transaction<Tables>, target: Incident, source: Incident): Promise<void> {
  const owed = mergedOwed(
    { ...target, owed: await ringOwedBy(db, target.id) },
    { ...source, owed: await ringOwedBy(db, source.id) },
  );
  await db
    .updateTable("incidents")
    .set({ ring_owed: jsonOrNull(owed) })
    .where("id", "=", target.id)
    .execute();
}

async function lock(db: Transaction<Tables>, from: string, into: string): Promise<void> {
  // An alert that joins one of them at this moment waits, or has joined before.
  await lockJoining(db);
  // Before the incidents: whoever moves a run on has locked that, and waits for its incident.
  await db.selectFrom("runs").select("id").where("incident", "=", from).orderBy("id").forUpdate().execute();
  await db
    .selectFrom("incidents")
    .select("id")
    .where("id", "in", [from, into])
    .orderBy("id")
    .forUpdate()
    .execute();
}

const isThere = (incident: Incident | null): incident is Incident =>
  incident !== null && incident.mergedInto === undefined;

/** Its alerts, its runs, what was merged into it before, and what was split from it. A firing that both have counts once. */
async function moveTo(db: Transaction<Tables>, from: string, into: string): Promise<void> {
  await sql`
    delete from incident_alerts as own where incident_id = ${from}
      and exists (select from incident_alerts where incident_id = ${into} and alert_key = own.alert_key)`.execute(
    db,
  );
  await db
    .updateTable("incident_alerts")
    .set({ incident_id: into })
    .where("incident_id", "=", from)
    .execute();
  await db.updateTable("runs").set({ incident: into }).where("incident", "=", from).execute();
  await db.updateTable("incidents").set({ merged_into: into }).where("merged_into", "=", from).execute();
  await sql`
    update incidents set split = jsonb_set(split, '{from}', ${jsonText(into)}::jsonb)
    where split ->> 'from' = ${from} and id <> ${into}`.execute(db);
}
