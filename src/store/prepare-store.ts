// Brings the schema up to date and does nothing else: for a database whose owner is not the product itself.
import { connect, whyNotOpened } from "./connect.ts";
import type { Place } from "./connection.ts";
import { startBoss } from "./jobs.ts";
import { thisRelease } from "./release.ts";
import { bringUpToDate, schemaPatience } from "./schema.ts";
import type { StoreLog } from "./store-log.ts";

type Prepared = Readonly<{ ok: true } | { ok: false; reason: string }>;

/** Twice changes nothing more. `reason` is one sentence; it never holds a password. */
export async function prepareStore(place: Place, log: StoreLog): Promise<Prepared> {
  try {
    const connected = await connect(place, log);
    if (!connected.ok) return connected;
    const { patient, boss, alone, close } = connected.connection;
    try {
      const starting = { alone, release: thisRelease, patience: schemaPatience, log };
      const refused = await bringUpToDate(patient, starting);
      if (refused !== null) return { ok: false, reason: refused };
      await startBoss(boss, log);
      return { ok: true };
    } finally {
      await boss.stop({ graceful: false }).catch(() => {});
      await close();
    }
  } catch (error) {
    return { ok: false, reason: whyNotOpened(place, error) };
  }
}
