// What goes on by itself while the store is open: the trail is sealed and held against its heads, and this process
// says that it lives.
import type { Kysely } from "kysely";
import type { Clock } from "../app/ports/services.ts";
import type { HeadBook } from "../core/audit/anchor.ts";
import { sealAudit, sealMilliseconds } from "./audit/entries.ts";
import { lookMilliseconds, type TrailKey, trailWatch } from "./audit/trail-key.ts";
import type { BotPace } from "./delivery/bot-pace.ts";
import type { StoreLog } from "./kit/connection.ts";
import {
  heartbeat,
  heartbeatMilliseconds,
  type Process,
  registerProcess,
  unregisterProcess,
} from "./kit/processes.ts";
import type { Release } from "./kit/schema.ts";
import type { Tables } from "./kit/tables.ts";
import { repeat } from "./kit/timers.ts";
import { removeOldFiles } from "./run/sent-files.ts";

export type MaintenanceOptions = Readonly<{
  clock: Clock;
  log: StoreLog;
  /** What the audit trail is sealed with, and where its heads are written down; null: nowhere. */
  trail: Readonly<{ key: TrailKey; book: HeadBook | null }>;
  /** Called where this process was taken for gone and a newer release has changed the schema: it has to end. */
  overtaken?: (reason: string) => void;
}>;

const oldFilesMilliseconds = 60_000;

type Maintenance = Readonly<{
  /** Since when the newest head of the trail waits to be written down; null where none does. */
  headSince(): Date | null;
  /** Seals what is left, and takes this process off the list of those that are alive. */
  stop(): Promise<void>;
}>;

/** `pace` is told how many share it. */
export async function startMaintenance(
  db: Kysely<Tables>,
  me: Process & Readonly<{ release: Release }>,
  { clock, log, trail, overtaken }: MaintenanceOptions,
  pace: Pick<BotPace, "share">,
): Promise<Maintenance> {
  const watch = await trailWatch(db, trail.book, clock, log);
  const seal = () => sealAudit(db, trail.key.signer, watch.sealed);
  const live = async () => {
    const count = await heartbeat(db, me.id);
    if (count !== null) return pace.share(count);
    const newer = await registerProcess(db, me, me.release);
    if (newer !== null) overtaken?.(newer);
  };
  const works = [
    repeat("seal audit", sealMilliseconds, seal, log),
    repeat("audit heads", lookMilliseconds, watch.look, log),
    repeat("old files", oldFilesMilliseconds, () => removeOldFiles(db, clock.now()), log),
    repeat("sign of life", heartbeatMilliseconds, live, log),
  ];
  return {
    headSince: watch.waitsSince,
    stop: async () => {
      await Promise.all(works.map((work) => work.stop()));
      // A database that is gone must not keep the process from stopping: the tail is sealed by whoever comes next.
      await seal()
        .then(watch.look)
        .then(() => unregisterProcess(db, me.id))
        .catch((error: unknown) =>
          log.warn("store closed without its last writes", { error: String(error) }),
        );
    },
  };
}
