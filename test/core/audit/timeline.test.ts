// Which ids are ours, and when a row is proven.
import { readTrailId, standingOf } from "../../../src/core/audit/chain.ts";

test.each([
  ["R-7K3QX2M9AB", "R-7K3QX2M9AB"],
  ["i-7k3qx2m9ab", "I-7K3QX2M9AB"],
  ["R-7K3QX2M9A", null],
  ["R-7K3QX2M9ABC", null],
  // Letters that our ids never hold.
  ["R-7K3QX2M9AU", null],
  ["prod-1", null],
  ["", null],
])("%s is read as %s", (written, id) => {
  expect(readTrailId(written)).toBe(id);
});

const whole = { ok: true, head: { seq: 9, hash: "" }, unknownKeys: null } as const;
const byUnknown = { ...whole, unknownKeys: { keys: ["k"], upTo: 4 } };

test.each([
  ["a row within a whole chain", 9, whole, "proven"],
  ["one that waits", null, whole, "unsealed"],
  ["one that was sealed since the check", 10, whole, "unproven"],
  ["one that a key signed that was not given", 4, byUnknown, "unproven"],
  ["the one behind it", 5, byUnknown, "proven"],
  ["one before a break", 1, { ok: false, atSeq: 5, reason: { is: "changed", row: 5 } }, "unproven"],
] as const)("%s", (_what, seq, check, standing) => {
  expect(standingOf({ seq }, check)).toBe(standing);
});
