// The hash chain: an honest trail passes, and every way to tamper with it is found at its row.
import { createHash } from "node:crypto";
import type { AuditEvent } from "../../../src/core/audit/audit-event.ts";
import { chainStart, type SealedEvent, sealEvent, verifyChain } from "../../../src/core/audit/chain.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const entry = (id: string) => ({
  id,
  time: "2026-11-25T10:00:00.000Z",
  actor: "8f0a-oid",
  tenant: "tenant",
  action: "command.submit",
  outcome: "allowed" as const,
  cluster: "/subscriptions/s/cluster",
  runId: "R-0000000000",
  rule: "on-call",
  detail: { verb: "get", count: 2 },
});

function sealed(count: number): SealedEvent[] {
  const events: SealedEvent[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    events.push(sealEvent(entry(`event-${seq}`), events.at(-1)?.hash ?? chainStart.hash, seq, sha256));
  }
  return events;
}

const unsealed = (id: string): AuditEvent => ({ ...entry(id), seq: null, previousHash: null, hash: null });

describe("an honest trail", () => {
  test("is empty, sealed, or has an unsealed tail", () => {
    const events = sealed(3);
    const head = { seq: 3, hash: events[2]?.hash };
    expect(verifyChain([], sha256)).toEqual({ ok: true, sealed: 0, unsealed: 0, head: chainStart });
    expect(verifyChain(events, sha256)).toEqual({ ok: true, sealed: 3, unsealed: 0, head });
    expect(verifyChain([...events, unsealed("a"), unsealed("b")], sha256)).toEqual({
      ok: true,
      sealed: 3,
      unsealed: 2,
      head,
    });
  });

  test("can be checked in pages", () => {
    const events = sealed(5);
    const first = verifyChain(events.slice(0, 2), sha256);
    expect(first).toMatchObject({ ok: true, sealed: 2 });
    if (!first.ok) return;
    expect(verifyChain(events.slice(2), sha256, first.head)).toMatchObject({
      ok: true,
      sealed: 3,
      head: { seq: 5 },
    });
  });

  test("has the same hash whatever the order of the keys", () => {
    const reordered = { ...entry("x"), detail: { count: 2, verb: "get" } };
    expect(sealEvent(reordered, chainStart.hash, 1, sha256)).toEqual(
      sealEvent(entry("x"), chainStart.hash, 1, sha256),
    );
  });
});

type Tamper = (events: SealedEvent[]) => AuditEvent[];
const change =
  (fields: Partial<SealedEvent>): Tamper =>
  (events) =>
    events.map((event) => (event.seq === 2 ? { ...event, ...fields } : event));

describe("a trail that was tampered with", () => {
  test.each<[string, Tamper, number, string]>([
    ["who acted", change({ actor: "somebody else" }), 2, "Row 2 was changed"],
    ["what was decided", change({ outcome: "denied" }), 2, "Row 2 was changed"],
    ["a small fact", change({ detail: { verb: "delete", count: 2 } }), 2, "Row 2 was changed"],
    ["the id", change({ id: "other" }), 2, "Row 2 was changed"],
    ["its hash", change({ hash: "f".repeat(64) }), 2, "Row 2 was changed"],
    ["its previous hash", change({ previousHash: "f".repeat(64) }), 2, "Row 2 does not continue row 1"],
    [
      "removed",
      (events) => events.filter((event) => event.seq !== 2),
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
    ["resealed alone", (events) => resealed(events), 3, "Row 3 does not continue row 2"],
    [
      "cut out and renumbered",
      (events) =>
        events.filter((event) => event.seq !== 2).map((event, index) => ({ ...event, seq: index + 1 })),
      2,
      "Row 2 does not continue row 1",
    ],
  ])("%s", (_name, tamper, atSeq, reason) => {
    const check = verifyChain(tamper(sealed(4)), sha256);
    expect(check).toEqual({ ok: false, atSeq, reason: expect.stringContaining(reason) });
  });
});

/** Somebody who knows the algorithm rewrites one row and its hash. */
function resealed(events: SealedEvent[]): AuditEvent[] {
  return events.map((event) =>
    event.seq === 2 ? sealEvent({ ...event, actor: "forged" }, event.previousHash, 2, sha256) : event,
  );
}
