// All that is kept of one person, removed in one transaction. Audit entries stay until their own time has come.
import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { Forgotten, Person, Store } from "../app/ports/store.ts";
import { shownOfRun } from "../core/outbox/message.ts";
import { personKey } from "../core/requester.ts";
import { openStates } from "../core/run/transition.ts";
import { insertAudit } from "./audit.ts";
import { jsonText } from "./json-text.ts";
import { isOfNoRun } from "./outbox-settle.ts";
import { namingColumns, owners } from "./people-columns.ts";
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
  const chats = await ownChats(db, person);
  const gone = new Map<string, number>();
  for (const [table, owner] of Object.entries(owners)) {
    const { numAffectedRows = 0n } = await sql`
      delete from ${sql.table(table)}
      where ${isTheirs(owner, person, chats)} and ${hasEnded(table)}`.execute(db);
    gone.set(table, Number(numAffectedRows));
  }
  await releaseIncidentCards(db, person);
  const running = await db.selectFrom("runs").select("id").where("person", "=", personKey(person)).execute();
  const watches = await db.selectFrom("watches").select("place").where(watchesOf(person)).execute();
  await removeFromFixes(db, person);
  await removeNames(db, person);
  const count = (table: keyof typeof owners) => gone.get(table) ?? 0;
  return {
    requests: count("runs"),
    feedback: count("feedback"),
    conversations: count("conversations"),
    questions: count("pending") + count("questions"),
    watches: watches.length,
    running: running.length,
  };
}

/** What a channel spoke of last is not about one person. */
async function ownChats(db: Transaction<Tables>, { userId }: Person): Promise<readonly string[]> {
  const chats = await db
    .selectFrom("conversations")
    .select("key")
    .where("user_id", "=", userId)
    .where("personal", "=", true)
    .execute();
  return chats.map(({ key }) => key);
}

function isTheirs(
  { column, is }: (typeof owners)[keyof typeof owners],
  person: Person,
  chats: readonly string[],
): RawBuilder<boolean> {
  const { userId } = person;
  const held = sql.ref(column);
  if (is === "person") return sql`${held} = ${personKey(person)}`;
  if (is === "user") return sql`${held} = ${userId}`;
  if (is === "talk") return sql`${held} ->> 'userId' = ${userId}`;
  const welcomes = chats.map((key) => `welcome|${key}`);
  return sql`(starts_with(${held}, ${`exchange|${userId}|`}) or ${held} = any(${[...chats, ...welcomes]}::text[]))`;
}

const notOpen = sql<boolean>`not state = any(${[...openStates]}::text[])`;

/**
 * What goes on is still worked with: it ends, is shown, and goes with the next wish or by retention. Of what is on its way to
 * them, that is what is said of a run and has not got its last version.
 */
const ended: Readonly<Partial<Record<keyof Tables, RawBuilder<boolean>>>> = {
  runs: notOpen,
  questions: sql`closed_at is not null`,
  sent_files: sql`run_id is null`,
  outbox: sql`(${isOfNoRun} and (not content ->> 'show' = any(${[...shownOfRun]}::text[])
    or state in ('resting', 'refused')))`,
};
const hasEnded = (table: string): RawBuilder<boolean> =>
  new Map(Object.entries(ended)).get(table) ?? sql`true`;

/** A channel goes on following its cluster: that is the channel's matter, whoever asked for it. */
const watchesOf = ({ objectId, tenantId }: Person) =>
  sql<boolean>`(watched_by ->> 'objectId' = ${objectId} and watched_by ->> 'tenantId' = ${tenantId})`;

/** The card of an alert is its channel's, whoever had the channel follow the cluster. */
async function releaseIncidentCards(db: Transaction<Tables>, { userId }: Person): Promise<void> {
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
    const mayGo = table === "runs" ? notOpen : sql`true`;
    const { rows } = await sql<{ row: string; value: unknown }>`
      select ctid::text as row, to_jsonb(${sql.ref(column)}) as value from ${sql.table(table)}
      where (${names}) and ${mayGo} for update`.execute(db);
    for (const { row, value } of rows) {
      const left = withoutPerson(value, person);
      const written = typeof left === "string" ? sql`${left}` : sql`${jsonText(left)}::jsonb`;
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${written} where ctid = ${row}::tid`.execute(
        db,
      );
    }
  }
}
