// Where the hash chain begins once old rows were removed: a signed entry of the trail itself says up to where, and the
// hash of the last row that went.
import { z } from "zod";
import { canonicalJson } from "../text/canonical-json.ts";
import type { AuditEntry, AuditEvent, TrailFault } from "./audit-event.ts";

// What is signed with the key of the audit trail. Each kind of text names its purpose, so that a signature over one
// is never good for another.

/** Signs with a key that is not in the database. Throws where the key cannot be used now. */
export type Signer = Readonly<{
  /** Id of the key: it is worked out of the public half, so it cannot name another key. */
  key: string;
  /** Base64url. */
  sign(text: string): Promise<string>;
}>;

/** `unknown`: the public half of this key was not given. */
export type CheckSignature = (key: string, text: string, signature: string) => "good" | "bad" | "unknown";

/** A row of the chain. Written down elsewhere, it also proves that the rows up to it were not cut off. */
export type ChainHead = Readonly<{ seq: number; hash: string }>;

/** Said of the last row of a batch; its hash stands for every row before. */
export const sealText = (key: string, { seq, hash }: ChainHead): string =>
  canonicalJson({ purpose: "aks-oncall/audit-seal/v1", key, seq, hash });

/** What retention removed: all rows up to `upTo`, whose hash this is, all of them from before `before`. */
export type Anchor = Readonly<{ upTo: number; hash: string; rows: number; before: string }>;

export const anchorText = (key: string, time: string, { upTo, hash, rows, before }: Anchor): string =>
  canonicalJson({ purpose: "aks-oncall/audit-anchor/v1", key, time, upTo, hash, rows, before });

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

// The report of an incident: its last line signs all that stands above, and the head that the trail had then.

const reportText = (key: string, text: string, head: ChainHead | null): string =>
  canonicalJson({
    purpose: "aks-oncall/report/v1",
    key,
    head: head && { seq: head.seq, hash: head.hash },
    text,
  });

/** Programs change how lines end, and how many stand empty at the end of a file; no word of it goes by that. */
const ended = (text: string): string => text.replaceAll("\r\n", "\n").trimEnd();

export async function signReport(text: string, head: ChainHead | null, signer: Signer): Promise<string> {
  const { key } = signer;
  const signature = await signer.sign(reportText(key, ended(text), head));
  const named = head === null ? "none" : `${head.seq}:${head.hash}`;
  return `${ended(text)}\n\n\`aks-oncall-report/v1 head=${named} key=${key} signature=${signature}\`\n`;
}

const reportLine =
  /^`aks-oncall-report\/v1 head=(?:none|(\d{1,15}):([0-9a-f]{64})) key=([0-9a-f]{32}) signature=([\w-]+)`$/m;

/** `head`: what it names; null where it was written before any row was sealed. */
export type ReportCheck = Readonly<
  | { state: "unsigned" | "changed" }
  | { state: "unknownKey"; key: string }
  | { state: "unchanged"; head: ChainHead | null }
>;

export function readReport(file: string, check: CheckSignature): ReportCheck {
  const text = ended(file);
  const found = reportLine.exec(text);
  if (found === null) return { state: "unsigned" };
  const [line, seq, hash, key = "", signature = ""] = found;
  // What stands below the signature nobody signed.
  if (found.index + line.length < text.length) return { state: "changed" };
  const head = seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
  const said = check(key, reportText(key, ended(text.slice(0, found.index)), head), signature);
  if (said === "unknown") return { state: "unknownKey", key };
  return said === "good" ? { state: "unchanged", head } : { state: "changed" };
}

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
