// The hash chain of the audit trail: every sealed row carries the hash of the row before it, and the last row of each
// batch a signature, so that a change, a removal or an insertion anywhere breaks every row after it, and nobody
// without the key can mend the break.
import { canonicalJson } from "../text/canonical-json.ts";
import { type ChainHead, type CheckSignature, readAnchor, type Signer, sealText } from "./anchor.ts";
import { type AuditEvent, type Broken, broken, type StoredEntry, type TrailFault } from "./audit-event.ts";

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export type Sha256 = (text: string) => string;

export type SealedEvent = StoredEntry &
  Readonly<{ seq: number; previousHash: string; hash: string; key: string; signature: string | null }>;

export const chainStart: ChainHead = { seq: 0, hash: "0".repeat(64) };

/** Gives an entry its place in the chain. The hash covers every field, the place, the key and the hash before it. */
export function linkEvent(
  entry: StoredEntry,
  { seq: before, hash: previousHash }: ChainHead,
  key: string,
  sha256: Sha256,
): SealedEvent {
  const fields = {
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
  };
  const seq = before + 1;
  const hash = sha256(canonicalJson({ ...fields, rowId: entry.rowId, seq, previousHash, key }));
  return { ...fields, rowId: entry.rowId, seq, previousHash, hash, key, signature: null };
}

/** Links a batch behind `head` and signs its last row. */
export async function sealEvents(
  entries: readonly StoredEntry[],
  head: ChainHead,
  signer: Signer,
  sha256: Sha256,
): Promise<readonly SealedEvent[]> {
  const sealed: SealedEvent[] = [];
  for (const entry of entries) sealed.push(linkEvent(entry, sealed.at(-1) ?? head, signer.key, sha256));
  const last = sealed.pop();
  if (!last) return [];
  return [...sealed, { ...last, signature: await signer.sign(sealText(signer.key, last)) }];
}

/** What a chain is held against. `outside`: hashes by row, as they were written down elsewhere. */
export type Proof = Readonly<{
  sha256: Sha256;
  check: CheckSignature;
  outside: ReadonlyMap<number, string>;
}>;

/** How far a chain was followed. */
export type Followed = Readonly<{
  ok: true;
  /** The row before the first that was looked at. */
  from: ChainHead;
  head: ChainHead;
  /** The last row with a signature, by a key that is known or by another; 0: none. */
  signedUpTo: number;
  /** Keys that signed and are not known here, and the last row with such a signature. */
  unknownKeys: Readonly<{ keys: readonly string[]; upTo: number }> | null;
  unsealed: number;
  /** When the first row that waits to be sealed was written; null: none waits. */
  oldestUnsealed: string | null;
}>;

export const chainFrom = (from: ChainHead): Followed => ({
  ok: true,
  from,
  head: from,
  signedUpTo: 0,
  unknownKeys: null,
  unsealed: 0,
  oldestUnsealed: null,
});

/** Follows the chain over events in order, sealed rows first; stops at the first that does not fit. */
export function followChain(events: Iterable<AuditEvent>, proof: Proof, so: Followed): Followed | Broken {
  let followed = so;
  for (const event of events) {
    const next =
      event.seq === null ? unsealed(event, followed, proof) : sealed(event, event.seq, followed, proof);
    if (!next.ok) return next;
    followed = next;
  }
  return followed;
}

function unsealed(event: AuditEvent, followed: Followed, proof: Proof): Followed | Broken {
  const anchor = readAnchor(event, proof.check);
  if (anchor && !anchor.removed) return broken(0, anchor.reason);
  const { unsealed: count, oldestUnsealed } = followed;
  const oldest = oldestUnsealed === null || event.time < oldestUnsealed ? event.time : oldestUnsealed;
  return { ...followed, unsealed: count + 1, oldestUnsealed: oldest };
}

function sealed(event: AuditEvent, seq: number, followed: Followed, proof: Proof): Followed | Broken {
  const { key, signature, hash } = event;
  if (key === null) return broken(seq, { is: "withoutKey", row: seq });
  const reason = whyBroken({ ...event, key }, seq, followed, proof);
  if (reason !== null) return broken(seq, reason);
  const head = { seq, hash: hash ?? "" };
  const next = { ...followed, head };
  const anchor = readAnchor(event, proof.check);
  if (anchor && !anchor.removed) return broken(seq, anchor.reason);
  const unknown = anchor?.unknownKey ?? null;
  const signed = signatureOf(key, signature, head, proof);
  if (signed === "bad") return broken(seq, { is: "forged", row: seq, signed: followed.signedUpTo });
  return {
    ...next,
    signedUpTo: signed === "none" ? next.signedUpTo : seq,
    unknownKeys: [unknown, signed === "unknown" ? key : null].reduce(
      (keys, each) => (each === null ? keys : withKey(keys, each, seq)),
      next.unknownKeys,
    ),
  };
}

const signatureOf = (key: string, signature: string | null, head: ChainHead, { check }: Proof) =>
  signature === null ? "none" : check(key, sealText(key, head), signature);

function withKey(keys: Followed["unknownKeys"], key: string, upTo: number): Followed["unknownKeys"] {
  return { keys: [...new Set([...(keys?.keys ?? []), key])], upTo };
}

function whyBroken(
  event: AuditEvent & Readonly<{ key: string }>,
  seq: number,
  { head }: Followed,
  proof: Proof,
): TrailFault | null {
  const expected = head.seq + 1;
  if (seq > expected) return { is: "rowMissing", row: expected, next: seq, head: head.seq };
  if (seq < expected) return { is: "rowOutOfOrder", row: seq, head: head.seq };
  if (event.previousHash !== head.hash) {
    return { is: "notContinued", row: seq, head: head.seq };
  }
  if (linkEvent(event, head, event.key, proof.sha256).hash !== event.hash) {
    return { is: "changed", row: seq };
  }
  return whyNotOutside({ seq, hash: event.hash }, proof);
}

function whyNotOutside(
  { seq, hash }: Readonly<{ seq: number; hash: string | null }>,
  { outside }: Proof,
): TrailFault | null {
  const known = outside.get(seq);
  if (known === undefined || known === hash) return null;
  return { is: "otherRow", row: seq, hash: known };
}

/** What a whole chain proves: that it ends with a signature, and reaches every row that was written down elsewhere. */
export function endChain(followed: Followed, proof: Proof): Followed | Broken {
  const { head, from, signedUpTo } = followed;
  const cut = [...proof.outside.keys()].filter((seq) => seq > head.seq).sort((a, b) => a - b)[0];
  if (cut !== undefined) {
    return broken(head.seq, { is: "endCutOff", row: cut, head: head.seq });
  }
  const atStart = whyNotOutside(from, proof);
  if (atStart !== null) return broken(from.seq, atStart);
  if (head.seq > from.seq && signedUpTo < head.seq) {
    return broken(head.seq, unsignedEnd(signedUpTo, head));
  }
  return followed;
}

const unsignedEnd = (signed: number, { seq }: ChainHead): TrailFault =>
  signed === 0 ? { is: "noneSigned" } : { is: "endUnsigned", signed, head: seq };

// Which rows of the audit trail are about one run or one incident, and how sure it is that they stand as they were written.

/** `runs`: those whose rows belong to it; of a run itself, it alone. */
type About = Readonly<{ id: string; runs: ReadonlySet<string> }>;

/** As cards show it, and in capitals; null for what is no id of ours. */
export const readTrailId = (written: string): string | null =>
  /^[A-Z]-[0-9A-HJKMNP-TV-Z]{10}$/i.test(written) ? written.toUpperCase() : null;

/** Whether a row that is not the run's own says its id, or the incident's. */
export const names = ({ detail }: Pick<AuditEvent, "detail">, id: string): boolean =>
  Object.values(detail).includes(id);

export const isAbout = (event: Pick<AuditEvent, "runId" | "detail">, { id, runs }: About): boolean =>
  (event.runId !== null && runs.has(event.runId)) || names(event, id);

export const inTime = (events: readonly AuditEvent[]): readonly AuditEvent[] =>
  events.toSorted((a, b) => a.time.localeCompare(b.time) || a.rowId - b.rowId);

/** `unproven`: it is sealed, and nobody can say whether it was changed. */
export type ProofState = "proven" | "unproven" | "unsealed";

type Checked = Pick<Followed, "ok" | "head" | "unknownKeys"> | Broken;

/** Of a chain that is broken nothing is proven: the signature of a row may lie behind the break. */
export function standingOf({ seq }: Pick<AuditEvent, "seq">, check: Checked): ProofState {
  if (seq === null) return "unsealed";
  if (!check.ok || seq > check.head.seq) return "unproven";
  return seq > (check.unknownKeys?.upTo ?? 0) ? "proven" : "unproven";
}
