// What is signed and where the chain begins, letter by letter: a trail that was sealed yesterday must verify tomorrow.

import { anchorText, readReport, sealText, signReport } from "../../../src/core/audit/anchor.ts";
import { chainFrom, chainStart, endChain, followChain, linkEvent } from "../../../src/core/audit/chain.ts";

const hash = "a".repeat(64);

test("a seal", () => {
  expect(sealText("key-1", { seq: 7, hash })).toBe(
    `{"hash":"${hash}","key":"key-1","purpose":"aks-oncall/audit-seal/v1","seq":7}`,
  );
});

test("an anchor", () => {
  const anchor = { upTo: 7, hash, rows: 3, before: "2026-01-01T00:00:00.000Z" };
  expect(anchorText("key-1", "2026-11-25T10:00:00.000Z", anchor)).toBe(
    `{"before":"2026-01-01T00:00:00.000Z","hash":"${hash}","key":"key-1","purpose":"aks-oncall/audit-anchor/v1","rows":3,"time":"2026-11-25T10:00:00.000Z","upTo":7}`,
  );
});

test("a report", async () => {
  const signer = { key: "b".repeat(32), sign: async (text: string) => `SIGNED-${text.length}` };
  const signed = await signReport("# One\n", { seq: 7, hash }, signer);
  expect(signed).toBe(
    `# One\n\n\`aks-oncall-report/v1 head=7:${hash} key=${"b".repeat(32)} signature=SIGNED-181\`\n`,
  );
  const texts: string[] = [];
  readReport(signed, (_key, text) => {
    texts.push(text);
    return "good";
  });
  expect(texts).toEqual([
    `{"head":{"hash":"${hash}","seq":7},"key":"${"b".repeat(32)}","purpose":"aks-oncall/report/v1","text":"# One"}`,
  ]);
});

test("a row, and the hash that the first continues", () => {
  const entry = {
    id: "event-1",
    rowId: 1,
    time: "2026-11-25T10:00:00.000Z",
    actor: "oid",
    tenant: "tenant",
    action: "command.submit",
    outcome: "allowed" as const,
    cluster: "/subscriptions/s/cluster",
    runId: "R-0000000000",
    rule: "on-call",
    detail: { verb: "get" },
  };
  expect(chainStart).toEqual({ seq: 0, hash: "0".repeat(64) });
  // The text itself stands in for its hash.
  expect(linkEvent(entry, chainStart, "key-1", (text) => text).hash).toBe(
    `{"action":"command.submit","actor":"oid","cluster":"/subscriptions/s/cluster","detail":{"verb":"get"},"id":"event-1","key":"key-1","outcome":"allowed","previousHash":"${"0".repeat(64)}","rowId":1,"rule":"on-call","runId":"R-0000000000","seq":1,"tenant":"tenant","time":"2026-11-25T10:00:00.000Z"}`,
  );
});

const proof = { sha256: (text: string) => text, check: () => "good" as const };

test("several rows that were written down elsewhere are gone: the first of them is named", () => {
  const outside = new Map([9, 7, 8].map((seq) => [seq, hash]));
  expect(endChain(chainFrom({ seq: 6, hash }), { ...proof, outside })).toEqual({
    ok: false,
    atSeq: 6,
    reason: { is: "endCutOff", row: 7, head: 6 },
  });
});

test("a row without a key is bad, also with a signature", () => {
  const entry = {
    ...{ id: "event-1", rowId: 1, time: "", actor: "oid", tenant: null, action: "x", cluster: null },
    ...{ outcome: "allowed" as const, runId: null, rule: null, detail: {} },
  };
  const row = { ...linkEvent(entry, chainStart, "", proof.sha256), key: null, signature: "any" };
  expect(followChain([row], { ...proof, outside: new Map() }, chainFrom(chainStart))).toMatchObject({
    ok: false,
    atSeq: 1,
  });
});
