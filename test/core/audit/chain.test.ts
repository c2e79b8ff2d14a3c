// The hash chain: an honest trail passes, and every way to tamper with it is found at its row.
import { createHash, createHmac } from "node:crypto";
import { anchorEntry, type CheckSignature, readAnchor, type Signer } from "../../../src/core/audit/anchor.ts";
import type { AuditEvent } from "../../../src/core/audit/audit-event.ts";
import {
  chainFrom,
  chainStart,
  endChain,
  followChain,
  linkEvent,
  type Proof,
  type SealedEvent,
  sealEvents,
} from "../../../src/core/audit/chain.ts";
import { trailInWords } from "../../said.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const signed = (key: string, text: string) => createHmac("sha256", key).update(text).digest("hex");
const signer = (key: string): Signer => ({ key, sign: async (text) => signed(key, text) });
const check: CheckSignature = (key, text, signature) =>
  key === "theirs" ? "unknown" : signature === signed(key, text) ? "good" : "bad";
const proof: Proof = { sha256, check, outside: new Map() };
const ours = signer("ours");

const entry = (rowId: number) => ({
  id: `event-${rowId}`,
  rowId,
  time: `2026-11-25T10:00:0${rowId}.000Z`,
  actor: "8f0a-oid",
  tenant: "tenant",
  action: "command.submit",
  outcome: "allowed" as const,
  cluster: "/subscriptions/s/cluster",
  runId: "R-0000000000",
  rule: "on-call",
  detail: { verb: "get", count: 2 },
});
const entries = (...rowIds: number[]) => rowIds.map(entry);

/** Rows 1 to 6, in batches of three. */
async function trail(key: Signer = ours): Promise<SealedEvent[]> {
  const first = await sealEvents(entries(1, 2, 3), chainStart, key, sha256);
  const second = await sealEvents(entries(4, 5, 6), first.at(-1) ?? chainStart, key, sha256);
  return [...first, ...second];
}

const unsealed = (rowId: number): AuditEvent => ({
  ...entry(rowId),
  ...{ seq: null, previousHash: null, hash: null, key: null, signature: null },
});

/** As whoever knows the algorithm and not the key: changes rows, and works all hashes out anew. */
function relink(events: readonly AuditEvent[]): AuditEvent[] {
  let head = chainStart;
  return events.map((event) => {
    const linked = linkEvent(event, head, event.key ?? "", sha256);
    head = linked;
    return { ...linked, key: event.key, signature: event.signature };
  });
}

function verify(events: readonly AuditEvent[], against: Proof = proof) {
  const followed = followChain(events, against, chainFrom(chainStart));
  return followed.ok ? endChain(followed, against) : followed;
}

describe("an honest trail", () => {
  test("is empty, sealed, or has an unsealed tail whose age is known", async () => {
    const events = await trail();
    const head = { seq: 6, hash: events[5]?.hash };
    expect(verify([])).toMatchObject({ ok: true, head: chainStart, unsealed: 0, oldestUnsealed: null });
    expect(verify(events)).toMatchObject({ ok: true, head, signedUpTo: 6, unsealed: 0, unknownKeys: null });
    expect(verify([...events, unsealed(9), unsealed(8)])).toMatchObject({
      ...{ ok: true, head, unsealed: 2 },
      oldestUnsealed: "2026-11-25T10:00:08.000Z",
    });
  });

  test("can be followed in pages, also of half a batch", async () => {
    const events = await trail();
    const first = followChain(events.slice(0, 4), proof, chainFrom(chainStart));
    if (!first.ok) throw new Error(first.reason.is);
    const rest = followChain(events.slice(4), proof, first);
    expect(rest).toMatchObject({ ok: true, head: { seq: 6 }, signedUpTo: 6 });
  });

  test("has the same hash whatever the order of the keys", () => {
    const reordered = { ...entry(1), detail: { count: 2, verb: "get" } };
    expect(linkEvent(reordered, chainStart, "ours", sha256)).toEqual(
      linkEvent(entry(1), chainStart, "ours", sha256),
    );
  });

  test("an empty batch needs no signature", async () => {
    const refusing: Signer = { key: "ours", sign: () => Promise.reject(new Error("not asked")) };
    expect(await sealEvents([], chainStart, refusing, sha256)).toEqual([]);
  });
});

type Tamper = (events: SealedEvent[]) => AuditEvent[];
const change =
  (fields: Partial<AuditEvent>): Tamper =>
  (events) =>
    events.map((event) => (event.seq === 2 ? { ...event, ...fields } : event));
const relinked =
  (tamper: Tamper): Tamper =>
  (events) =>
    relink(tamper(events));
const unsigned = (events: readonly AuditEvent[]) => events.map((event) => ({ ...event, signature: null }));
const keyless = (events: readonly AuditEvent[]) => unsigned(events).map((event) => ({ ...event, key: null }));

describe("a trail that was tampered with", () => {
  test.each<[string, Tamper, number, string]>([
    ["its hash", change({ hash: "f".repeat(64) }), 2, "Row 2 was changed"],
    ["its previous hash", change({ previousHash: "f".repeat(64) }), 2, "Row 2 does not continue row 1"],
    [
      "a signature where there was none",
      change({ signature: "x" }),
      2,
      "The signature of row 2 does not fit",
    ],
    [
      "removed",
      (events) => events.filter(({ seq }) => seq !== 2),
      3,
      "Row 2 is missing: row 3 follows row 1.",
    ],
    ["the first is gone", (events) => events.slice(1), 2, "Row 1 is missing: row 2 follows row 0."],
    [
      "twice",
      (events) => events.flatMap((event) => (event.seq === 2 ? [event, event] : [event])),
      2,
      "there twice",
    ],
    [
      "changed, all hashes worked out anew",
      relinked(change({ actor: "x" })),
      3,
      "The signature of row 3 does not fit",
    ],
    [
      "and the signatures taken away",
      (events) => relink(unsigned(change({ actor: "x" })(events))),
      6,
      "No row is signed",
    ],
    [
      "and the keys too",
      (events) => relink(keyless(change({ actor: "x" })(events))),
      1,
      "Row 1 was sealed without a key.",
    ],
    [
      "only the end, without its signature",
      (events) => relink([...events.slice(0, 3), ...unsigned(events.slice(3))]),
      6,
      "The rows behind 3 are not signed, up to the last, 6",
    ],
    [
      "only the end, as if there had been no key",
      (events) => relink([...events.slice(0, 3), ...keyless(events.slice(3))]),
      4,
      "Row 4 was sealed without a key.",
    ],
    [
      "removed, all that follows moved up",
      (events) => relink(events.filter(({ seq }) => seq !== 2)),
      2,
      "The signature of row 2 does not fit",
    ],
  ])("%s", async (_name, tamper, atSeq, reason) => {
    expect(trailInWords(verify(tamper(await trail())))).toEqual({
      ok: false,
      atSeq,
      reason: expect.stringContaining(reason),
    });
  });

  test.each(Object.keys(entry(1)))("%s of a sealed row", async (field) => {
    const other = field === "detail" ? { verb: "delete", count: 2 } : field === "rowId" ? 9 : "other";
    expect(verify(change({ [field]: other })(await trail()))).toMatchObject({
      ...{ ok: false, atSeq: 2 },
      reason: { is: "changed", row: 2 },
    });
  });

  test("one key's signature is no other's, and a seal's no anchor's", async () => {
    const [, , third] = await trail(signer("theirs"));
    expect(
      verify(
        (await trail()).map((event) =>
          event.seq === 3 ? { ...event, signature: third?.signature ?? "" } : event,
        ),
      ),
    ).toMatchObject({ ok: false, atSeq: 3 });
    const anchor = await anchorEntry("t", { upTo: 3, hash: third?.hash ?? "", rows: 3, before: "b" }, ours);
    const stolen = { ...anchor.detail, signature: third?.signature ?? "" };
    expect(readAnchor({ ...anchor, detail: stolen }, check)).toEqual({
      removed: null,
      reason: { is: "anchorUnsigned" },
    });
  });

  test("signed by somebody whose key is not known: never proven, and named", async () => {
    expect(verify(await trail(signer("theirs")))).toMatchObject({
      ok: true,
      unknownKeys: { keys: ["theirs"], upTo: 6 },
    });
  });
});

describe("heads that were written down elsewhere", () => {
  const against = (seq: number, hash: string): Proof => ({ ...proof, outside: new Map([[seq, hash]]) });

  test("each is the row that stands there", async () => {
    const events = await trail();
    expect(verify(events, against(4, events[3]?.hash ?? ""))).toMatchObject({ ok: true });
    expect(verify(events, against(4, "f".repeat(64)))).toMatchObject({
      ...{ ok: false, atSeq: 4 },
      reason: { is: "otherRow", row: 4 },
    });
  });

  test("a cut tail is seen by them alone", async () => {
    const events = await trail();
    const cut = events.slice(0, 3);
    expect(verify(cut)).toMatchObject({ ok: true });
    for (const gone of [4, 6])
      expect(verify(cut, against(gone, events[gone - 1]?.hash ?? ""))).toEqual({
        ...{ ok: false, atSeq: 3 },
        reason: { is: "endCutOff", row: gone, head: 3 },
      });
  });

  test("the row before the first that is kept is one of them", async () => {
    const from = chainFrom({ seq: 3, hash: "a".repeat(64) });
    expect(endChain(from, against(3, "a".repeat(64)))).toMatchObject({ ok: true });
    expect(endChain(from, against(3, "b".repeat(64)))).toMatchObject({ ok: false, atSeq: 3 });
  });
});

describe("an anchor", () => {
  const anchor = { upTo: 3, hash: "a".repeat(64), rows: 2, before: "2026-01-01T00:00:00.000Z" };
  const time = "2026-11-25T10:00:00.000Z";
  const read = (fields: Partial<AuditEvent>) => readAnchor({ ...unsealed(7), time, ...fields }, check);

  test("says what was removed", async () => {
    const event = await anchorEntry(time, anchor, ours);
    const removed = { seq: 3, hash: anchor.hash, before: anchor.before };
    expect(read(event)).toEqual({ removed, unknownKey: null });
    expect(read(await anchorEntry(time, anchor, signer("theirs")))).toEqual({
      removed,
      unknownKey: "theirs",
    });
    expect(read({ action: "diagnose.submit" })).toBeNull();
  });

  test.each([
    ["another row", { upTo: 4 }],
    ["another hash", { hash: "b".repeat(64) }],
    ["another count", { rows: 3 }],
    ["another cutoff", { before: "2026-06-01T00:00:00.000Z" }],
    ["another key", { key: "mine" }],
    ["another signature", { signature: "" }],
  ])("is signed in all of its parts: %s", async (_part, change) => {
    const event = await anchorEntry(time, anchor, ours);
    expect(read({ ...event, detail: { ...event.detail, ...change } })).toMatchObject({ removed: null });
  });

  test("and for its time", async () => {
    expect(
      read({ ...(await anchorEntry(time, anchor, ours)), time: "2026-11-26T10:00:00.000Z" }),
    ).toMatchObject({ removed: null });
  });

  test("without a signature it is not believed", () => {
    const detail = { upTo: 3, hash: anchor.hash, rows: 2 };
    const reasonOf = (of: AuditEvent["detail"]) => read({ action: "audit.prune", detail: of });
    expect(reasonOf(detail)).toEqual({ removed: null, reason: { is: "anchorUnsigned" } });
    expect(reasonOf({})).toEqual({ removed: null, reason: { is: "anchorUnreadable" } });
  });

  test.each([
    ["sealed", (event: AuditEvent) => [event], 1],
    ["not yet sealed", (event: AuditEvent) => [{ ...event, seq: null, key: null }], 0],
  ])("that nobody signed breaks the trail, %s", async (_when, place, atSeq) => {
    const forged = { ...unsealed(1), action: "audit.prune", detail: { upTo: 3, hash: anchor.hash } };
    const [event] = await sealEvents([forged], chainStart, ours, sha256);
    if (!event) throw new Error("not sealed");
    expect(verify(place(event))).toMatchObject({
      ok: false,
      atSeq,
      reason: { is: "anchorUnsigned" },
    });
  });
});
