// The hash chain of the audit trail: every sealed row carries the hash of the row before it, so that a change,
// a removal or an insertion anywhere breaks every row after it.
import type { AuditEntry, AuditEvent } from "./audit-event.ts";
import { canonicalJson } from "./canonical-json.ts";

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export type Sha256 = (text: string) => string;

export type StoredEntry = AuditEntry & Readonly<{ id: string }>;
export type SealedEvent = StoredEntry & Readonly<{ seq: number; previousHash: string; hash: string }>;

/** The last sealed row. Written down elsewhere, it also proves that the newest rows were not cut off. */
export type ChainHead = Readonly<{ seq: number; hash: string }>;

export type ChainCheck = Readonly<
  | { ok: true; sealed: number; unsealed: number; head: ChainHead }
  /** `atSeq`: the row where the chain breaks. */
  | { ok: false; atSeq: number; reason: string }
>;

export const chainStart: ChainHead = { seq: 0, hash: "0".repeat(64) };

/** Gives an entry its place in the chain. The hash covers every field, the place and the hash before it. */
export function sealEvent(
  entry: StoredEntry,
  previousHash: string,
  seq: number,
  sha256: Sha256,
): SealedEvent {
  const content = {
    id: entry.id,
    time: entry.time,
    actor: entry.actor,
    tenant: entry.tenant,
    action: entry.action,
    outcome: entry.outcome,
    cluster: entry.cluster,
    runId: entry.runId,
    rule: entry.rule,
    detail: entry.detail,
    seq,
    previousHash,
  };
  return { ...content, hash: sha256(canonicalJson(content)) };
}

/** Checks events in order, sealed rows first. `from` continues behind rows that were checked before. */
export function verifyChain(
  events: Iterable<AuditEvent>,
  sha256: Sha256,
  from: ChainHead = chainStart,
): ChainCheck {
  let head = from;
  let unsealed = 0;
  for (const event of events) {
    if (event.seq === null) {
      unsealed += 1;
      continue;
    }
    const reason = whyBroken(event, event.seq, head, sha256);
    if (reason !== null) return { ok: false, atSeq: event.seq, reason };
    head = { seq: event.seq, hash: event.hash ?? "" };
  }
  return { ok: true, sealed: head.seq - from.seq, unsealed, head };
}

function whyBroken(event: AuditEvent, seq: number, head: ChainHead, sha256: Sha256): string | null {
  const expected = head.seq + 1;
  if (seq > expected) return `Row ${expected} is missing: row ${seq} follows row ${head.seq}.`;
  if (seq < expected) return `Row ${seq} stands after row ${head.seq}: it is out of order or there twice.`;
  if (event.previousHash !== head.hash) {
    return `Row ${seq} does not continue row ${head.seq}: its previousHash is not that row's hash.`;
  }
  if (sealEvent(event, head.hash, seq, sha256).hash !== event.hash) {
    return `Row ${seq} was changed after it was sealed: its hash does not match its content.`;
  }
  return null;
}
