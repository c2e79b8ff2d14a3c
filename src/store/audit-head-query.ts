// The head of the trail as it stands, and how many rows wait behind it.
import type { Kysely } from "kysely";
import type { Store } from "../app/ports/store.ts";
import { chainHead } from "./seal-audit.ts";
import type { Tables } from "./tables.ts";

export const auditHeadQueries = (db: Kysely<Tables>): Pick<Store, "auditHead"> => ({
  auditHead: async () => {
    const { seq, hash } = await chainHead(db);
    if (seq === 0) return null;
    const { waiting } = await db
      .selectFrom("audit")
      .select(({ fn }) => fn.countAll().as("waiting"))
      .where("seq", "is", null)
      .executeTakeFirstOrThrow();
    return { seq, hash, unsealed: Number(waiting) };
  },
});
