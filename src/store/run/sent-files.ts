// Files that people sent: what they hold is sealed, and stands nowhere else. A change that names one gets a copy of its own,
// which goes when the change has ended.
import { randomUUID } from "node:crypto";
import { type Kysely, sql, type Transaction } from "kysely";
import { fileKeptMilliseconds, mostKept, type SentFileStore } from "../../app/ports/files.ts";
import type { SentFile } from "../../core/command/change/sent-file.ts";
import type { Run } from "../../core/run/run.ts";
import { canonicalJson } from "../../core/text/canonical-json.ts";
import { insertAudit } from "../audit/entries.ts";
import type { NewRow } from "../kit/new-row.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { openSealed, seal } from "./file-key.ts";

/** All that the policy and approvers go by: what is said of it is sealed with it. */
const belongsTo = (userId: string, file: SentFile): string => `${userId}|${canonicalJson(file)}`;

/** `key`: null where there is none. */
export const sentFileQueries = (db: Kysely<Tables>, key: Buffer | null): SentFileStore => ({
  keepsFiles: () => key !== null,
  keepFile: async ({ userId, file, text, at }, audit) => {
    if (key === null) throw new Error("No key is there to keep a file by.");
    const sealed = seal(key, belongsTo(userId, file), text);
    await db.transaction().execute(async (transaction) => {
      const kept = { file: jsonText(file), sealed, sent_at: at };
      await oneAtATime(transaction, userId);
      await transaction
        .insertInto("sent_files")
        .values({
          ...{ ...kept, id: randomUUID(), user_id: userId, name: file.name, run_id: null },
        } satisfies NewRow<"sent_files">)
        .onConflict((same) => same.columns(["user_id", "name"]).where("run_id", "is", null).doUpdateSet(kept))
        .execute();
      await removeTooMany(transaction, userId);
      await insertAudit(transaction, audit);
    });
  },
  sentFile: async (userId, name, notBefore) => {
    const row = await db
      .selectFrom("sent_files")
      .select("file")
      .where("user_id", "=", userId)
      .where("name", "=", name)
      .where("run_id", "is", null)
      .where("sent_at", ">=", sql<Date>`${notBefore}::timestamptz`)
      .executeTakeFirst();
    return row?.file ?? null;
  },
  fileOfRun: async (runId) => {
    const row = await db
      .selectFrom("sent_files")
      .select(["sealed", "file", "user_id"])
      .where("run_id", "=", runId)
      .executeTakeFirst();
    if (row === undefined || key === null) return null;
    return openSealed(key, belongsTo(row.user_id, row.file), row.sealed);
  },
});

/** Of one person: two that each remove what the other writes would wait for each other, or leave one too many. */
async function oneAtATime(db: Transaction<Tables>, userId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sent_files ${userId}`}, 0))`.execute(db);
}

/** The oldest go. */
async function removeTooMany(db: Transaction<Tables>, userId: string): Promise<void> {
  const tooMany = db
    .selectFrom("sent_files")
    .select("id")
    .where("user_id", "=", userId)
    .where("run_id", "is", null)
    .orderBy("sent_at", "desc")
    .offset(mostKept);
  await db.deleteFrom("sent_files").where("id", "in", tooMany).execute();
}

/** A copy for a run that names one; none where the file is gone meanwhile, which the run finds out. */
export async function copyFileFor(db: Transaction<Tables>, { id, task, conversation }: Run): Promise<void> {
  const file = task.kind === "change" ? task.request.file : undefined;
  if (file === undefined) return;
  await sql`
    insert into sent_files (id, user_id, name, file, sealed, sent_at, run_id)
    select ${randomUUID()}, user_id, name, file, sealed, sent_at, ${id} from sent_files
    where user_id = ${conversation.userId} and name = ${file.name} and run_id is null
      and file ->> 'sha256' = ${file.sha256}`.execute(db);
}

/** Of a run that has ended. */
export async function removeFileOf(db: Kysely<Tables>, runId: string): Promise<void> {
  await db.deleteFrom("sent_files").where("run_id", "=", runId).execute();
}

/** What nobody has named in time is not kept. */
export async function removeOldFiles(db: Kysely<Tables>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - fileKeptMilliseconds);
  await db.deleteFrom("sent_files").where("run_id", "is", null).where("sent_at", "<", before).execute();
}
