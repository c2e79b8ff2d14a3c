// `mode` and `forget me`, as people write them.
import { parseIntent } from "../../../src/core/conversation/grammar/parse-intent.ts";
import { misreadInWords } from "../../said.ts";

test.each<[string, object]>([
  ["mode", { kind: "mode", set: null }],
  ["Mode?", { kind: "mode", set: null }],
  ["mode full", { kind: "mode", set: { mode: "full", reason: null } }],
  ["please mode OFF.", { kind: "mode", set: { mode: "off", reason: null } }],
  ["/mode off please", { kind: "mode", set: { mode: "off", reason: null } }],
  [
    "mode diagnose because upgrade freeze",
    { kind: "mode", set: { mode: "diagnose", reason: "upgrade freeze" } },
  ],
  ["mode: off, because of Megan's tests!", { kind: "mode", set: { mode: "off", reason: "Megan's tests" } }],
  ["forget me", { kind: "forgetMe" }],
  ["Forget-me!", { kind: "forgetMe" }],
])("%s", (text, intent) => {
  expect(parseIntent(text)).toEqual({ ok: true, intent });
});

test.each([
  ["mode on", '"on" is no mode: write mode full, mode diagnose or mode off.'],
  ["mode offline", '"offline" is no mode: write mode full, mode diagnose or mode off.'],
  ["mode off because", 'Write the reason after "because", like: mode off because upgrade.'],
  ["mode off upgrade freeze", 'Write the reason after "because", like: mode off because upgrade.'],
  [`mode off because ${"x".repeat(201)}`, "The reason has 201 characters: write at most 200."],
  ["forget me not", 'Write "forget me" alone: "not" after it was not understood.'],
])("%s: refused", (text, reason) => {
  expect(misreadInWords(parseIntent(text))).toEqual({ ok: false, reason });
});

test("a slip is guessed", () => {
  expect(misreadInWords(parseIntent("froget me"))).toMatchObject({
    ok: false,
    reason: 'Did you mean "forget me"?',
  });
  expect(misreadInWords(parseIntent("mod off"))).toMatchObject({
    ok: false,
    reason: 'Did you mean "mode off"?',
  });
});
