// What is signed, character by character: whoever verifies with tools of their own relies on it.
import { anchorText, sealText } from "../../../src/core/audit/signature.ts";

test("a seal", () => {
  expect(sealText("k", { seq: 7, hash: "abc" })).toBe(
    '{"hash":"abc","key":"k","purpose":"aks-oncall/audit-seal/v1","seq":7}',
  );
});

test("an anchor", () => {
  const anchor = { upTo: 7, hash: "abc", rows: 3, before: "b" };
  expect(anchorText("k", "t", anchor)).toBe(
    '{"before":"b","hash":"abc","key":"k","purpose":"aks-oncall/audit-anchor/v1","rows":3,"time":"t","upTo":7}',
  );
});
