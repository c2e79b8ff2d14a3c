// Where the hash chain begins once old rows were removed: an entry of the trail itself says up to where, and the
// hash of the last row that went.
import { z } from "zod";
import type { AuditEntry } from "./audit-event.ts";
import type { ChainHead } from "./chain.ts";

export const anchorAction = "audit.prune";

const anchorSchema = z.object({ upTo: z.int().min(1), hash: z.string().length(64) });

/** The entry for the removal of every row up to `last`; `rows` are removed with it, older ones went before. */
export const anchorEntry = (time: string, last: ChainHead, rows: number): AuditEntry => ({
  time,
  actor: "system",
  tenant: null,
  action: anchorAction,
  outcome: "recorded",
  cluster: null,
  runId: null,
  rule: null,
  detail: { upTo: last.seq, hash: last.hash, rows },
});

/** The last removed row as an anchor names it; null when the entry is none, or not as it was written. */
export function anchorOf({ action, detail }: Pick<AuditEntry, "action" | "detail">): ChainHead | null {
  const anchor = anchorSchema.safeParse(detail).data;
  return action === anchorAction && anchor ? { seq: anchor.upTo, hash: anchor.hash } : null;
}
