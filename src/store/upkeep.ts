// What goes on by itself while the store is open: the trail is sealed and held against its heads, and this process
// says that it lives.
import type { Kysely } from "kysely";
import type { Clock } from "../app/ports/services.ts";
import type { HeadBook } from "../core/audit/heads.ts";
import type { TrailKey } from "./audit-key.ts";
import type { BotPace } from "./bot-pace.ts";
import { enter, leave, type Process, signOfLife, signOfLifeMilliseconds } from "./processes.ts";
import type { Release } from "./release.ts";
import { repeat } from "./repeat.ts";
import { sealAudit, sealMilliseconds } from "./seal-audit.ts";
import { removeOldFiles } from "./sent-files.ts";
import type { StoreLog } from "./store-log.ts";
import type { Tables } from "./tables.ts";
import { lookMilliseconds, trailWatch } from "./trail-watch.ts";

export type UpkeepOptions = Readonly<{
  clock: Clock;
  log: StoreLog;
  /** What the audit trail is sealed with, and where its heads are written down; null: nowhere. */
  trail: Readonly<{ key: TrailKey; book: HeadBook | null }>;
  /** Called where this process was taken for gone and a newer release has changed the schema: it has to end. */
  overtaken?: (reason: string) => void;
}>;

const oldFilesMilliseconds = 60_000;

type Upkeep = Readonly<{
  /** Seals what is left, and takes this process off the list of those that are alive. */
  stop(): Promise<void>;
}>;

/** `pace` is told how many share it. */
export async function startUpkeep(
  db: Kysely<Tables>,
  me: Process & Readonly<{ release: Release }>,
  { clock, log, trail, overtaken }: UpkeepOptions,
  pace: Pick<BotPace, "share">,
): Promise<Upkeep> {
  const watch = await trailWatch(db, trail.book, clock, log);
  const seal = () => sealAudit(db, trail.key.signer, watch.sealed);
  const live = async () => {
    const count = await signOfLife(db, me.id);
    if (count !== null) return pace.share(count);
    const newer = await enter(db, me, me.release);
    if (newer !== null) overtaken?.(newer);
  };
  const works = [
    repeat("seal audit", sealMilliseconds, seal, log),
    repeat("audit heads", lookMilliseconds, watch.look, log),
    repeat("old files", oldFilesMilliseconds, () => removeOldFiles(db, clock.now()), log),
    repeat("sign of life", signOfLifeMilliseconds, live, log),
  ];
  return {
    stop: async () => {
      await Promise.all(works.map((work) => work.stop()));
      // A database that is gone must not keep the process from stopping: the tail is sealed by whoever comes next.
      await seal()
        .then(watch.look)
        .then(() => leave(db, me.id))
        .catch((error: unknown) =>
          log.warn("store closed without its last writes", { error: String(error) }),
        );
    },
  };
}
