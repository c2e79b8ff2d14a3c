// All that is kept of one person, removed in one transaction. Audit entries stay until their own time has come.
import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { Forgotten, Person, Store } from "../app/ports/store.ts";
import { shownOfRun } from "../core/delivery/message.ts";
import { personKey } from "../core/requester.ts";
import { openStates } from "../core/run/run.ts";
import { insertAudit } from "./audit/entries.ts";
import { isOfNoRun } from "./delivery/outbox-settle.ts";
import { jsonText } from "./kit/stored-text.ts";
import type { Tables } from "./kit/tables.ts";
import { namingColumns, rowOwners } from "./person-columns.ts";

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
  for (const [table, owner] of Object.entries(rowOwners)) {
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
  const count = (table: keyof typeof rowOwners) => gone.get(table) ?? 0;
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
  { column, kind }: (typeof rowOwners)[keyof typeof rowOwners],
  person: Person,
  chats: readonly string[],
): RawBuilder<boolean> {
  const { userId } = person;
  const held = sql.ref(column);
  if (kind === "person") return sql`${held} = ${personKey(person)}`;
  if (kind === "user") return sql`${held} = ${userId}`;
  if (kind === "talk") return sql`${held} ->> 'userId' = ${userId}`;
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

/** What stands in the place of their ids and name. */
const nobody = {
  objectId: "00000000-0000-0000-0000-000000000000",
  displayName: "somebody who was forgotten",
};

/** By which an object says who it is. */
const identity: readonly string[] = ["objectId", "tenantId", "displayName"];

/**
 * Anything that is kept, without one person's ids and name. An object that is somebody else by its ids keeps these and its name, whatever they are called; one that is the person by its
 * ids loses the name it bears, also one that they had earlier.
 */
export function withoutPerson(value: unknown, person: Person): unknown {
  if (typeof value === "string") return withoutWords(value, person);
  if (Array.isArray(value)) return value.map((each) => withoutPerson(each, person));
  if (typeof value !== "object" || value === null) return value;
  const own = isAnother({ ...value }, person) ? identity : [];
  const left = Object.entries(value).map(([key, each]) => [
    key,
    own.includes(key) ? each : withoutPerson(each, person),
  ]);
  if (own.length > 0) return Object.fromEntries(left);
  const isThem = "objectId" in value && "displayName" in value;
  return { ...Object.fromEntries(left), ...(isThem && { displayName: nobody.displayName }) };
}

function isAnother(fields: Readonly<Record<string, unknown>>, person: Person): boolean {
  const { objectId, tenantId = person.tenantId } = fields;
  return typeof objectId === "string" && (objectId !== person.objectId || tenantId !== person.tenantId);
}

/** The id of Teams may hold that of Entra. */
function withoutWords(text: string, { userId, objectId, displayName }: Person): string {
  const without = userId === "" ? text : text.replaceAll(userId, "");
  const nameless = displayName === "" ? without : without.replaceAll(displayName, nobody.displayName);
  return nameless.replaceAll(objectId, nobody.objectId);
}
