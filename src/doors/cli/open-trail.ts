// The audit trail of the configured store, for the verbs that read it.
import { readStore } from "../../config/config.ts";
import { openAudit } from "../../store/audit/open-audit.ts";
import type { AuditTrail } from "../../store/audit/verify.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { type Stop, settingsStop, stop } from "./stop.ts";

/** Opens the trail, hands it to `use`, and closes it again, whatever happens. */
export async function withTrail<T>(
  io: Io,
  use: (audit: AuditTrail) => Promise<T>,
): Promise<Readonly<{ ok: true; value: T }> | Stop> {
  const store = readStore(io.variables);
  if (!store.ok) return settingsStop(store.problems);
  const log = (message: string, fields: Record<string, unknown>) =>
    io.err(`${message} ${JSON.stringify(fields)}`);
  const opened = await openAudit(store.settings, { warn: log, error: log });
  if (!opened.ok) return stop(exitCodes.failure, "storeNotOpened", opened.reason);
  try {
    return { ok: true, value: await use(opened.audit) };
  } catch (error) {
    // The connection is made by the first query.
    const why = opened.whyNotRead(error);
    return stop(exitCodes.failure, "storeNotRead", why);
  } finally {
    await opened.close();
  }
}
