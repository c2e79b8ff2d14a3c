// Where the hash chain begins once old rows were removed: a signed entry of the trail itself says up to where, and the
// hash of the last row that went.
import { z } from "zod";
import type { AuditEntry, AuditEvent } from "./audit-event.ts";
import type { TrailFault } from "./broken.ts";
import { type Anchor, anchorText, type ChainHead, type CheckSignature, type Signer } from "./signature.ts";

export const anchorAction = "audit.prune";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const detailSchema = z.object({
  upTo: z.int().min(1),
  hash,
  rows: z.int(),
  before: z.iso.datetime(),
  key: z.string(),
  signature: z.string(),
});
/** What an entry names that nobody signed. */
const unsignedSchema = detailSchema.pick({ upTo: true, hash: true });

/** The entry for the removal of every row up to `anchor.upTo`; `rows` are removed with it, older ones went before. */
export async function anchorEntry(time: string, anchor: Anchor, signer: Signer): Promise<AuditEntry> {
  const { key } = signer;
  const signature = await signer.sign(anchorText(key, time, anchor));
  return {
    time,
    actor: "system",
    tenant: null,
    action: anchorAction,
    outcome: "recorded",
    cluster: null,
    runId: null,
    rule: null,
    detail: { ...anchor, key, signature },
  };
}

/** The last row that went. */
export type Removed = ChainHead & Readonly<{ before: string }>;

export type AnchorCheck = Readonly<
  | { removed: Removed; unknownKey: string | null }
  | { removed: null; reason: Extract<TrailFault, { is: "anchorUnreadable" | "anchorUnsigned" }> }
>;

/** What an anchor says was removed, and why it is not believed; null for any other entry. */
export function readAnchor(
  event: Pick<AuditEvent, "action" | "detail" | "time">,
  check: CheckSignature,
): AnchorCheck | null {
  if (event.action !== anchorAction) return null;
  const { data } = detailSchema.safeParse(event.detail);
  if (!data)
    return { removed: null, reason: unsignedSchema.safeParse(event.detail).success ? unsigned : unreadable };
  const { key, signature, ...anchor } = data;
  const said = check(key, anchorText(key, event.time, anchor), signature);
  if (said === "bad") return { removed: null, reason: unsigned };
  const removed = { seq: anchor.upTo, hash: anchor.hash, before: anchor.before };
  return { removed, unknownKey: said === "unknown" ? key : null };
}

const unreadable = { is: "anchorUnreadable" } as const;
const unsigned = { is: "anchorUnsigned" } as const;
