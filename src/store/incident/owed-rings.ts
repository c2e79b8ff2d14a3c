// Rings that a mute holds back, whatever mutes, or that wait whether an incident flaps: the incident owes them, and they are posted
// once nothing holds them back any more.
import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { IncidentStore } from "../../app/ports/incidents.ts";
import type { AlertFacts } from "../../core/alert/alert.ts";
import { incidentKey, ringMessage } from "../../core/delivery/message.ts";
import {
  type IncidentStatus,
  isOwedStill,
  mayRing,
  type OwedRing,
  owedRing,
} from "../../core/incident/incident.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import { writeMessages } from "../delivery/outbox.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { severityNow } from "./find-incidents.ts";
import { isMutedAt, type MutedRow, mutingOfWatch } from "./watches.ts";

/** `written`: there is a message to show. */
export const owedRingQueries = (
  db: Kysely<Tables>,
  written: () => void,
): Pick<IncidentStore, "ringOwed"> => ({
  ringOwed: async (now) => {
    const due = (await owing(db, sql`true`)).filter((row) => isDue(row, now));
    for (const { id } of due) await db.transaction().execute((transaction) => ringFor(transaction, id, now));
    if (due.length > 0) written();
  },
});

type Owing = MutedRow &
  Readonly<{
    id: string;
    state: IncidentStatus["state"];
    reopened: number;
    conversation: ConversationRef;
    owed: OwedRing;
    worst: Pick<AlertFacts, "severity" | "rule"> | null;
  }>;

const isDue = (row: Owing, now: string): boolean => mayRing(row.owed, now) && !isMutedAt(row, now);

/** Those that somebody can hear of: they are open, their card stands there, and the channel follows the cluster. */
async function owing(db: Kysely<Tables>, which: RawBuilder<unknown>): Promise<readonly Owing[]> {
  const { rows } = await sql<Owing>`
    select incidents.id, incidents.state, incidents.reopened, incidents.conversation, incidents.ring_owed as owed, ${severityNow} as severity,
      incidents.declared, worst.alert as worst, ${mutingOfWatch} from incidents
    join outbox on outbox.key = ${incidentKey("")} || incidents.id and outbox.message_id is not null
    join watches on watches.cluster_key = incidents.cluster_key and watches.place = incidents.place
    left join lateral (
      select alert from incident_alerts where incident_id = incidents.id and state = 'fired'
      order by alert ->> 'severity', received_at limit 1
    ) worst on true
    where incidents.ring_owed is not null and incidents.state in ('open', 'acknowledged') and ${which}
    order by incidents.id`.execute(db);
  return rows;
}

/** Another process may have been first, or something mutes it again. */
async function ringFor(db: Transaction<Tables>, id: string, now: string): Promise<void> {
  await db.selectFrom("incidents").select("id").where("id", "=", id).forUpdate().execute();
  for (const row of await owing(db, sql`incidents.id = ${id}`)) {
    if (!isDue(row, now)) continue;
    await payRing(db, id, now);
    if (row.worst === null || !isOwedStill(row.owed, row.worst.severity, row)) continue;
    const { severity, rule } = row.worst;
    const { why, at: heldSince, flap } = row.owed;
    const held = flap === undefined ? { heldSince } : {};
    await writeMessages(db, [ringMessage(id, row.conversation, { why, at: now, severity, rule, ...held })]);
  }
}

/** Its row is locked by whoever says so. */
export async function oweRing(db: Transaction<Tables>, id: string, ring: OwedRing): Promise<void> {
  const owed = owedRing(await ringOwedBy(db, id), ring);
  await db
    .updateTable("incidents")
    .set({ ring_owed: jsonText(owed) })
    .where("id", "=", id)
    .execute();
}

export async function ringOwedBy(db: Transaction<Tables>, id: string): Promise<OwedRing | null> {
  const { ring_owed: owed } = await db
    .selectFrom("incidents")
    .select("ring_owed")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return owed;
}

/** It rings now. Where that was owed, those on call are called as late after it as after any other post. */
export async function payRing(db: Transaction<Tables>, id: string, at: string): Promise<void> {
  await db
    .updateTable("incidents")
    .set({ ring_owed: null, untaken_since: at })
    .where("id", "=", id)
    .where("ring_owed", "is not", null)
    .execute();
}
