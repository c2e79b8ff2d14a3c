// Alerts: taken by one insert that waits for nobody, and joined to their incidents afterwards, one at a time.
import { type Kysely, sql, type Transaction } from "kysely";
import type { IncidentStore, Joining, TakenAlert } from "../app/ports-incidents.ts";
import { endOf } from "../core/alert/alert.ts";
import { idKey } from "../core/snapshot/resource-id.ts";
import { insertAudit } from "./audit.ts";
import { endFirings, statusOf } from "./incident-ends.ts";
import { jsonText } from "./json-text.ts";
import type { Tables } from "./tables.ts";
import { allWatches } from "./watches.ts";

type Opened = Joining["incidents"][number];
type Enqueue = (incidentId: string, transaction: Transaction<Tables>, afterSeconds: number) => Promise<void>;

/** Any fixed number will do, as long as nothing else in this database locks it. */
const joinLock = 7_265_110;
/** From the first alert on a card until the last one that joins it. */
const sharedMilliseconds = 60_000;
/** A card that stands there is edited this long after something new is known, with all that is known by then. */
const editAfterSeconds = 3;
/** One that cannot be joined keeps nobody behind it waiting. */
const asideMilliseconds = 5_000;

/** `enqueue` adds the job that shows an incident, within the transaction it is given. */
export function alertQueries(
  db: Kysely<Tables>,
  enqueue: Enqueue,
): Pick<IncidentStore, "takeAlert" | "joinAlert"> {
  const aside = new Map<string, number>();
  return {
    takeAlert: async (taken) => {
      const { key, id, condition, origin } = taken.alert;
      const kept = { received_at: taken.receivedAt, resolved_at: endOf(taken.alert, taken.receivedAt) };
      await db
        .insertInto("alerts")
        .values({ key, alert_id: id, condition, origin, ...kept, taken: jsonText(taken) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    joinAlert: async (join) => {
      for (const [number, until] of aside) if (until < performance.now()) aside.delete(number);
      let number: string | null = null;
      try {
        return await db.transaction().execute(async (transaction) => {
          const next = await oldest(transaction, [...aside.keys()]);
          if (next === null) return false;
          ({ number } = next);
          await joinTo(transaction, next.taken, join(next.taken, await allWatches(transaction)), enqueue);
          await transaction.updateTable("alerts").set({ taken: null }).where("number", "=", number).execute();
          return true;
        });
      } catch (error) {
        if (number !== null) aside.set(number, performance.now() + asideMilliseconds);
        throw error;
      }
    },
  };
}

/** Null where nothing waits, or another process is at it: two that join at once would open two cards for one minute. */
async function oldest(db: Transaction<Tables>, aside: readonly string[]) {
  const lock = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${joinLock}) as mine`.execute(
    db,
  );
  if (!lock.rows[0]?.mine) return null;
  const row = await db
    .selectFrom("alerts")
    .select(["number", "taken"])
    .where("taken", "is not", null)
    .where(sql<boolean>`not number = any(${[...aside]}::bigint[])`)
    .orderBy("number")
    .limit(1)
    .executeTakeFirst();
  return row?.taken ? { number: String(row.number), taken: row.taken } : null;
}

async function joinTo(
  db: Transaction<Tables>,
  taken: TakenAlert,
  { incidents, audit }: Joining,
  enqueue: Enqueue,
): Promise<void> {
  const resolvedAt = endOf(taken.alert, taken.receivedAt);
  if (resolvedAt !== null)
    for (const id of await endFirings(db, taken.alert, resolvedAt)) await editSoon(db, id, enqueue);
  for (const opened of incidents) await open(db, taken, opened, enqueue);
  for (const entry of audit) await insertAudit(db, entry);
}

/** On the card of the minute, or on a new one. */
async function open(
  db: Transaction<Tables>,
  { alert, receivedAt }: TakenAlert,
  opened: Opened,
  enqueue: Enqueue,
): Promise<void> {
  const card = await cardOf(db, opened, new Date(receivedAt));
  await db
    .insertInto("incidents")
    .values({
      id: opened.id,
      alert_key: alert.key,
      alert_id: alert.id,
      origin: alert.origin,
      cluster_key: idKey(opened.cluster.id),
      place: opened.conversation.key,
      cluster: jsonText(opened.cluster),
      alert: jsonText(opened.alert),
      conversation: jsonText(opened.conversation),
      opened_at: receivedAt,
      status: jsonText(await statusOf(db, alert, opened.alert.firedAt)),
      post: jsonText(card === undefined ? { state: "waiting" } : { state: "joined", card }),
    })
    .execute();
  if (card === undefined) await enqueue(opened.id, db, 0);
  else await editSoon(db, card, enqueue);
}

/** A card that Teams refused for good shows nothing. */
async function cardOf(db: Transaction<Tables>, { cluster, conversation }: Opened, now: Date) {
  const row = await db
    .selectFrom("incidents")
    .select("id")
    .where("cluster_key", "=", idKey(cluster.id))
    .where("place", "=", conversation.key)
    .where("opened_at", ">", new Date(now.getTime() - sharedMilliseconds))
    .where("post_state", "not in", ["joined", "failed"])
    .orderBy("opened_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** One job for all that becomes known until it runs. */
async function editSoon(db: Transaction<Tables>, id: string, enqueue: Enqueue): Promise<void> {
  const asked = await db
    .updateTable("incidents")
    .set({ edit_due: true })
    .where("id", "=", id)
    .where("edit_due", "=", false)
    .returning("id")
    .executeTakeFirst();
  if (asked) await enqueue(id, db, editAfterSeconds);
}
