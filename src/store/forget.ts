// All that is kept of one person, removed in one transaction. Audit entries stay until their own time has come.
import { type Kysely, sql, type Transaction } from "kysely";
import type { Forgotten, Person, Store } from "../app/ports.ts";
import { shownOfRun } from "../core/outbox/message.ts";
import { openStates } from "../core/run/transition.ts";
import { insertAudit } from "./audit.ts";
import { jsonText } from "./json-text.ts";
import { isOfNoRun } from "./outbox-settle.ts";
import type { Tables } from "./tables.ts";

export const forgetQueries = (db: Kysely<Tables>): Pick<Store, "forget"> => ({
  forget: (person, audit) =>
    db.transaction().execute(async (transaction) => {
      const forgotten = await removePerson(transaction, person);
      await insertAudit(transaction, audit(forgotten));
      return forgotten;
    }),
});

async function removePerson(db: Transaction<Tables>, { objectId, userId }: Person): Promise<Forgotten> {
  const feedback = await db
    .deleteFrom("feedback")
    .where("object_id", "=", objectId)
    .returning("run_id")
    .execute();
  // One that goes on is still worked with; it ends, is shown, and goes with the next wish or by retention.
  const requests = await db
    .deleteFrom("runs")
    .where("object_id", "=", objectId)
    .where("state", "not in", [...openStates])
    .returning("id")
    .execute();
  const running = await db.selectFrom("runs").select("id").where("object_id", "=", objectId).execute();
  const conversations = await db
    .deleteFrom("conversations")
    .where("user_id", "=", userId)
    .returning(["key", "personal"])
    .execute();
  const chats = conversations.filter(({ personal }) => personal).map(({ key }) => key);
  await removeTraces(db, userId, chats);
  await removeFromMode(db, objectId);
  await db.deleteFrom("said_places").where("object_id", "=", objectId).execute();
  await removeFromFixes(db, objectId);
  await db.deleteFrom("sent_files").where("user_id", "=", userId).where("run_id", "is", null).execute();
  return {
    requests: requests.length,
    feedback: feedback.length,
    conversations: conversations.length,
    questions: await removeQuestions(db, userId),
    watches: await removeFromWatches(db, { objectId, userId }),
    running: running.length,
  };
}

/** What nobody is known by any more. */
const nobody = {
  objectId: "00000000-0000-0000-0000-000000000000",
  tenantId: "00000000-0000-0000-0000-000000000000",
  displayName: "somebody who was forgotten",
};

/** A channel goes on following its cluster: that is the channel's matter, whoever asked for it. */
async function removeFromWatches(db: Transaction<Tables>, { objectId, userId }: Person): Promise<number> {
  const theirs = await db
    .updateTable("watches")
    .set({ watched_by: jsonText(nobody) })
    .where(sql`watched_by ->> 'objectId'`, "=", objectId)
    .returning("place")
    .execute();
  for (const table of ["watches", "incidents"] as const)
    await db
      .updateTable(table)
      .set({ conversation: sql`jsonb_set(conversation, '{userId}', '""')` })
      .where(sql`conversation ->> 'userId'`, "=", userId)
      .execute();
  return theirs.length;
}

/** The mode stays as it was set; who set it is on the trail, for its time. */
async function removeFromMode(db: Transaction<Tables>, objectId: string): Promise<void> {
  await db
    .updateTable("mode")
    .set({ set_by: jsonText(nobody) })
    .where(sql`set_by ->> 'objectId'`, "=", objectId)
    .execute();
}

/** Others' diagnoses name nobody who was forgotten. */
async function removeFromFixes(db: Transaction<Tables>, objectId: string): Promise<void> {
  await db
    .updateTable("runs")
    .set({ status: sql`status - 'whoMay'` })
    .where(sql`status #>> '{whoMay,objectId}'`, "=", objectId)
    .execute();
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
