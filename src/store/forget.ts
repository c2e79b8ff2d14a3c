// All that is kept of one person, removed in one transaction. Audit entries stay until their own time has come.
import { type Kysely, sql, type Transaction } from "kysely";
import type { Forgotten, Person, Store } from "../app/ports.ts";
import { shownOfRun } from "../core/outbox/message.ts";
import { personKey } from "../core/requester.ts";
import { openStates } from "../core/run/transition.ts";
import { insertAudit } from "./audit.ts";
import { jsonText } from "./json-text.ts";
import { isOfNoRun } from "./outbox-settle.ts";
import { namingColumns } from "./people-columns.ts";
import type { Tables } from "./tables.ts";
import { withoutPerson } from "./without-person.ts";

export const forgetQueries = (db: Kysely<Tables>): Pick<Store, "forget"> => ({
  forget: (person, audit) =>
    db.transaction().execute(async (transaction) => {
      const forgotten = await removePerson(transaction, person);
      await insertAudit(transaction, audit(forgotten));
      return forgotten;
    }),
});

async function removePerson(db: Transaction<Tables>, person: Person): Promise<Forgotten> {
  const { userId } = person;
  const key = personKey(person);
  const feedback = await db.deleteFrom("feedback").where("person", "=", key).returning("run_id").execute();
  // One that goes on is still worked with; it ends, is shown, and goes with the next wish or by retention.
  const requests = await db
    .deleteFrom("runs")
    .where("person", "=", key)
    .where("state", "not in", [...openStates])
    .returning("id")
    .execute();
  const running = await db.selectFrom("runs").select("id").where("person", "=", key).execute();
  const conversations = await db
    .deleteFrom("conversations")
    .where("user_id", "=", userId)
    .returning(["key", "personal"])
    .execute();
  const chats = conversations.filter(({ personal }) => personal).map(({ key }) => key);
  await removeTraces(db, userId, chats);
  await db.deleteFrom("said_places").where("person", "=", key).execute();
  await db.deleteFrom("sent_files").where("user_id", "=", userId).where("run_id", "is", null).execute();
  const watches = await db.selectFrom("watches").select("place").where(watchesOf(person)).execute();
  const questions = await removeQuestions(db, userId);
  await removeFromIncidentCards(db, userId);
  await removeFromFixes(db, person);
  await removeNames(db, person);
  return {
    requests: requests.length,
    feedback: feedback.length,
    conversations: conversations.length,
    questions,
    watches: watches.length,
    running: running.length,
  };
}

/** A channel goes on following its cluster: that is the channel's matter, whoever asked for it. */
const watchesOf = ({ objectId, tenantId }: Person) =>
  sql<boolean>`(watched_by ->> 'objectId' = ${objectId} and watched_by ->> 'tenantId' = ${tenantId})`;

/** The card of an alert is its channel's, whoever had the channel follow the cluster. */
async function removeFromIncidentCards(db: Transaction<Tables>, userId: string): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ user_id: "", conversation: sql`jsonb_set(conversation, '{userId}', '""')` })
    .where("user_id", "=", userId)
    .where(sql`content ->> 'show'`, "=", "incident")
    .execute();
}

/** Nobody asks somebody who was forgotten. */
async function removeFromFixes(db: Transaction<Tables>, { objectId, tenantId }: Person): Promise<void> {
  await db
    .updateTable("runs")
    .set({ status: sql`status - 'whoMay'` })
    .where(sql`status #>> '{whoMay,objectId}'`, "=", objectId)
    // Whoever is named is of the tenant in which it was asked.
    .where(sql`requester ->> 'tenantId'`, "=", tenantId)
    .execute();
}

/**
 * Their ids and name taken out of what is somebody else's, wherever they stand in it. A run that goes on needs to know who
 * agreed to it: it is left until it has ended.
 */
async function removeNames(db: Transaction<Tables>, person: Person): Promise<void> {
  const { objectId, userId, displayName } = person;
  const words = [userId, objectId, JSON.stringify(displayName).slice(1, -1)].filter((word) => word !== "");
  for (const [table, column] of namingColumns) {
    const held = sql`${sql.ref(column)}::text`;
    const names = sql.join(
      words.map((word) => sql`strpos(${held}, ${word}) > 0`),
      sql` or `,
    );
    const ended = table === "runs" ? sql`not state = any(${[...openStates]}::text[])` : sql`true`;
    const { rows } = await sql<{ row: string; value: unknown }>`
      select ctid::text as row, to_jsonb(${sql.ref(column)}) as value from ${sql.table(table)}
      where (${names}) and ${ended} for update`.execute(db);
    for (const { row, value } of rows) {
      const left = withoutPerson(value, person);
      const written = typeof left === "string" ? sql`${left}` : sql`${jsonText(left)}::jsonb`;
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${written} where ctid = ${row}::tid`.execute(
        db,
      );
    }
  }
}

/** Those that wait for something, and those that are kept so that none is answered twice; not one that goes on. */
async function removeQuestions(db: Transaction<Tables>, userId: string): Promise<number> {
  const waiting = await db.deleteFrom("pending").where("user_id", "=", userId).returning("id").execute();
  const asked = await db
    .deleteFrom("questions")
    .where("closed_at", "is not", null)
    .where(sql`conversation ->> 'userId'`, "=", userId)
    .returning("key")
    .execute();
  return waiting.length + asked.length;
}

/** `chats`: keys of the person's own chats. What a channel spoke of last is not about one person. */
async function removeTraces(
  db: Transaction<Tables>,
  userId: string,
  chats: readonly string[],
): Promise<void> {
  await db
    .deleteFrom("first_times")
    .where(sql`starts_with(key, ${`exchange|${userId}|`})`, "=", true)
    .execute();
  // What is on its way to them, but for what is said of a run and has not got its last version: that ends first.
  await db
    .deleteFrom("outbox")
    .where("user_id", "=", userId)
    .where(isOfNoRun)
    .where((where) =>
      where.or([
        where(sql`content ->> 'show'`, "not in", [...shownOfRun]),
        where("state", "in", ["resting", "refused"]),
      ]),
    )
    .execute();
  if (chats.length === 0) return;
  const welcomes = chats.map((key) => `welcome|${key}`);
  await db.deleteFrom("first_times").where("key", "in", welcomes).execute();
  await db.deleteFrom("last_clusters").where("conversation_key", "in", chats).execute();
}
