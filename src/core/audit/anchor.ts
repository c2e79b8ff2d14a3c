// Where the hash chain begins once old rows were removed: a signed entry of the trail itself says up to where, and the
// hash of the last row that went.
import { z } from "zod";
import type { AuditEntry, AuditEvent, TrailFault } from "./audit-event.ts";
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

type AnchorCheck = Readonly<
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

// Heads of the audit trail as lines of a book that the database's owner cannot reach: held against the trail later, they
// show that no row was cut off its end and no older copy of the database put in its place.

/** `append` takes one line without its end, and throws where it was not taken. `last`: the newest head, or null. */
export type HeadBook = Readonly<{ append(line: string): Promise<void>; last(): Promise<ChainHead | null> }>;

const headSchema = z.object({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) });

export const headLine = ({ seq, hash }: ChainHead, time: Date): string =>
  JSON.stringify({ time: time.toISOString(), seq, hash });

/** The heads in a book, oldest first; `oddLine`: the first line that is none. */
export function readHeads(text: string): Readonly<{ heads: readonly ChainHead[] } | { oddLine: number }> {
  const heads: ChainHead[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const head = headOf(line);
    if (!head) return { oddLine: index + 1 };
    heads.push(head);
  }
  return { heads };
}

/** The last head in the text, which may begin and end in the middle of a line. */
export const lastHead = (text: string): ChainHead | null => {
  for (const line of text.split("\n").reverse()) {
    const head = headOf(line);
    if (head) return head;
  }
  return null;
};

function headOf(line: string): ChainHead | null {
  try {
    return headSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
