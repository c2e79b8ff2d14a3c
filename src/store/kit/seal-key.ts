// The key that seals, where a key elsewhere wraps it: made once, and kept in the database as only that key can open it. All
// processes have the same.
import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { KeyWrap, WrappedKey } from "../../app/ports/store.ts";
import { errorMessageOf } from "./database-errors.ts";
import type { NewRow } from "./new-row.ts";
import type { KeyResult } from "./secret-file.ts";
import type { Tables } from "./tables.ts";

const length = 32;

export async function openSealKey(
  db: Kysely<Tables>,
  key: Buffer | KeyWrap | null,
): Promise<KeyResult<Buffer | null>> {
  if (key === null || Buffer.isBuffer(key)) return { ok: true, key };
  try {
    const opened = await key.unwrap((await keptFor(db, key)) ?? (await keptFirst(db, key)));
    if (opened.length === length) return { ok: true, key: opened };
    return refused(`it is not ${length} bytes`);
  } catch (error) {
    return refused(errorMessageOf(error));
  }
}

const refused = (why: string) =>
  ({
    ok: false,
    reason: `The key of sent files cannot be used (${why}). Give the app registration the role Key Vault Crypto Service Encryption User on the key that FILES_KEY_VAULT_KEY names, an RSA key, or name another: files that wait are then lost.`,
  }) as const;

/** Null where none was kept, or another key wrapped it: the settings name a new one. */
async function keptFor(db: Kysely<Tables>, key: KeyWrap): Promise<WrappedKey | null> {
  const row = await db.selectFrom("seal_key").selectAll().executeTakeFirst();
  return row !== undefined && key.isOf(row.wrapped_by) ? { by: row.wrapped_by, wrapped: row.wrapped } : null;
}

/** Of several processes that start together, what one of them kept is everybody's. */
async function keptFirst(db: Kysely<Tables>, key: KeyWrap): Promise<WrappedKey> {
  const { by, wrapped } = await key.wrap(randomBytes(length));
  return db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("seal_key")
      .values({ single: true, wrapped_by: "", wrapped: "" } satisfies NewRow<"seal_key">)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await transaction.selectFrom("seal_key").selectAll().forUpdate().executeTakeFirstOrThrow();
    if (key.isOf(row.wrapped_by)) return { by: row.wrapped_by, wrapped: row.wrapped };
    await transaction.updateTable("seal_key").set({ wrapped_by: by, wrapped }).execute();
    return { by, wrapped };
  });
}
