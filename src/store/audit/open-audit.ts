// Opens the audit trail alone, to read it: no schema is changed, nothing is sealed, no job is started.
import { join } from "node:path";
import { connect, whyNotOpened } from "../kit/connect.ts";
import type { DatabaseLocation, StoreLog } from "../kit/connection.ts";
import { exists } from "../kit/private-folder.ts";
import { type AuditTrail, auditTrail } from "./verify.ts";

export type OpenedAudit = Readonly<
  | {
      ok: true;
      audit: AuditTrail;
      /** The sentence for what a query threw: a server is reached by the first of them. */
      whyNotRead(error: unknown): string;
      close(): Promise<void>;
    }
  | { ok: false; reason: string }
>;

/** `reason` is one sentence: who uses the folder, that there is none, or what the database said. */
export async function openAudit(place: DatabaseLocation, log: StoreLog): Promise<OpenedAudit> {
  if ("dataDir" in place && !(await exists(join(place.dataDir, "pg"))))
    return {
      ok: false,
      reason: `There is no database in the folder ${place.dataDir}: set DATA_DIR or DATABASE_URL as for the bot.`,
    };
  try {
    const connected = await connect(place, log);
    if (!connected.ok) return connected;
    const { maintenance, close } = connected.connection;
    return {
      ok: true,
      audit: auditTrail(maintenance),
      whyNotRead: (error) => whyNotOpened(place, error),
      close,
    };
  } catch (error) {
    return { ok: false, reason: whyNotOpened(place, error) };
  }
}
