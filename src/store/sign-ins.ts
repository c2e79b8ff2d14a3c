// Sign-ins that answered a challenge of Conditional Access. Each is sealed, bound to whose it is, so that whoever has the
// database alone has none of them; every process that has the key finds it.
import type { Kysely } from "kysely";
import type { Clock } from "../app/ports/services.ts";
import type { Store } from "../app/ports/store.ts";
import type { NewRow } from "./kit/new-row.ts";
import type { Tables } from "./kit/tables.ts";
import { openSealed, seal } from "./run/file-key.ts";

/** No sign-in of Entra's lives for longer. */
const keptMilliseconds = 24 * 60 * 60_000;

const belongsTo = (userId: string): string => `sign-in|${userId}`;

export function signInQueries(
  db: Kysely<Tables>,
  clock: Clock,
  key: Buffer,
): Pick<Store, "keepSignIn" | "keptSignIn" | "dropSignIn"> {
  const notBefore = () => new Date(clock.now().getTime() - keptMilliseconds);
  return {
    keepSignIn: async (userId, assertion) => {
      await db.deleteFrom("sign_ins").where("kept_at", "<", notBefore()).execute();
      const kept = { sealed: seal(key, belongsTo(userId), assertion), kept_at: clock.now().toISOString() };
      await db
        .insertInto("sign_ins")
        .values({ user_id: userId, ...kept } satisfies NewRow<"sign_ins">)
        .onConflict((same) => same.column("user_id").doUpdateSet(kept))
        .execute();
    },
    keptSignIn: async (userId) => {
      const row = await db
        .selectFrom("sign_ins")
        .select("sealed")
        .where("user_id", "=", userId)
        .where("kept_at", ">=", notBefore())
        .executeTakeFirst();
      return row === undefined ? null : openSealed(key, belongsTo(userId), row.sealed);
    },
    dropSignIn: async (userId) => {
      await db.deleteFrom("sign_ins").where("user_id", "=", userId).execute();
    },
  };
}
