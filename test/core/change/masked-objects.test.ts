// What looks like a secret in a change that others read is masked: by its name, and by itself.
import { maskedObjects } from "../../../src/core/change/masked-objects.ts";
import { isMasked } from "../../../src/core/redact/redact.ts";
import type { Touched } from "../../../src/core/run/proposed.ts";

const object = (path: string, after: string): Touched => ({
  ...{ type: "deployments", name: "api", namespace: "payments", version: "1", does: "change" },
  fields: [{ path, before: null, after }],
});

test.each<readonly [string, string, boolean]>([
  ["spec.replicas", "3", false],
  ["spec.template.spec.containers[api].image", "contoso.azurecr.io/api:1.4.2", false],
  ["spec.template.spec.containers[api].env[LOG_LEVEL].value", "debug", false],
  ["spec.template.spec.containers[api].env[DB_PASSWORD].value", "correct-horse-battery", true],
  ["data.password", "correct-horse-battery", true],
  ["data[password.txt]", "correct-horse-battery", true],
  ["metadata.annotations[example.com/token]", "correct-horse-battery", true],
  [
    "metadata.annotations[note]",
    "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r",
    true,
  ],
])("%s: %s masked: %s", (path, value, expected) => {
  const [masked] = maskedObjects([object(path, value)]);
  expect(isMasked(masked?.fields[0]?.after ?? "")).toBe(expected);
});

const field = (path: string, before: string | null, after: string | null) => ({ path, before, after });

const valuesOf = (before: string, after: string) => {
  const [masked] = maskedObjects([
    { ...object("spec.x", after), fields: [{ path: "spec.x", before, after }] },
  ]);
  return [masked?.fields[0]?.before ?? "", masked?.fields[0]?.after ?? ""];
};

test.each<readonly [string, Touched["fields"]]>([
  [
    "a variable under another name",
    [
      { path: "spec.containers[api].env[DB_PASSWORD].value", before: "hunter2", after: null },
      { path: "spec.containers[api].env[LEVEL].value", before: null, after: "hunter2" },
    ],
  ],
  [
    "an argument without its flag",
    [{ path: "spec.containers[api].args", before: '["--password","hunter2"]', after: '["hunter2"]' }],
  ],
  [
    "a setting that stands elsewhere",
    [
      { path: "metadata.annotations.note", before: null, after: "hunter2" },
      { path: "data.password", before: "hunter2", after: null },
    ],
  ],
])("what is a secret in one place of an object is none to be shown in another: %s", (_, fields) => {
  const [masked] = maskedObjects([{ ...object("a", "b"), fields }]);
  expect(JSON.stringify(masked)).not.toContain("hunter2");
});

test("a secret that is longer than what is shown is masked before it is cut", () => {
  const [, after] = valuesOf(
    "x",
    `postgres://api:${"correct-horse-battery".repeat(20)}@db.contoso.example/api`,
  );
  expect(after).toBe("postgres://api:[masked]@db.contoso.example/api");
});

test("a secret that differs far behind its name is masked", () => {
  const told = `${"a ".repeat(5_000)}password=${"correct-horse-".repeat(5)}`;
  expect(valuesOf(`${told}staple`, `${told}battery`).join(" ")).not.toMatch(/horse|staple|battery/);
});

test.each([
  ["their ends", "a ".repeat(100)],
  ["what stands far behind", "a ".repeat(20_000)],
])("long values that differ in %s are told apart", (_, shared) => {
  const [before = "", after = ""] = valuesOf(`${shared}safe`, `${shared}open`);
  expect(before).toMatch(/^….*a safe$/);
  expect(after).toMatch(/^….*a open$/);
  expect(before.length).toBeLessThanOrEqual(60);
});

const keptOf = (before: string | null, after: string) => {
  const [masked] = maskedObjects([
    { ...object("data.script", after), fields: [{ path: "data.script", before, after }] },
  ]);
  return masked?.fields[0];
};

test.each<readonly [string, string | null, string, boolean]>([
  ["a new one that is kept whole", null, "a ".repeat(2_900), false],
  ["a new one that is longer than what is kept", null, "a ".repeat(3_100), true],
  [
    "a line in the middle of a long one",
    `${"a ".repeat(9_000)}x${" b".repeat(9_000)}`,
    `${"a ".repeat(9_000)}y${" b".repeat(9_000)}`,
    false,
  ],
  ["two lines far apart", `x${" a".repeat(9_000)}x`, `y${" a".repeat(9_000)}y`, true],
])("what is not kept of a value is told: %s", (_, before, after, isCut) => {
  const kept = keptOf(before, after);
  expect(kept?.hidden === "cut").toBe(isCut);
  if (before !== null && !isCut)
    expect(kept).toMatchObject({
      before: expect.stringMatching(/^….*x.*…$/),
      after: expect.stringMatching(/^….*y.*…$/),
    });
});

/** `hidden`: of the last of its fields. */
test.each<readonly [string, Touched["fields"], "masked" | undefined]>([
  ["a new value", [field("spec.command", null, '["sh","-c","curl -u admin:hunter2 example.com"]')], "masked"],
  ["another secret in its place", [field("data.password", "correct-horse", "battery-staple")], "masked"],
  ["one that goes", [field("data.password", "correct-horse", null)], undefined],
  ["one of a longer text that goes", [field("data.x", "a password=hunter2 b", "a b")], undefined],
  [
    "one that stays beside what differs",
    [field("data.x", "password=hunter2 level=1", "password=hunter2 level=2")],
    undefined,
  ],
  [
    "another one beside what differs",
    [field("data.x", "password=hunter2 level=1", "password=hunter3 level=2")],
    "masked",
  ],
  [
    "the second of two that takes the place of the first",
    [field("data.x", "password=hunter2 password=hunter3", "password=hunter3")],
    "masked",
  ],
  [
    "one that is moved under another name",
    [field("data.password", "hunter2", null), field("data.note", null, "hunter2")],
    "masked",
  ],
  ["none", [field("spec.replicas", "2", "3")], undefined],
  ["what only says that it was masked before", [field("data.x", "a", "see [masked]")], undefined],
  ["the word for a mask as a password", [field("data.password", null, "[masked]")], "masked"],
  ["the word for a mask in place of a secret", [field("data.x", "pw=hunter2", "pw=[masked]")], "masked"],
])("whether a mask hides what would be written: %s", (_, fields, hidden) => {
  const [masked] = maskedObjects([{ ...object("a", "b"), fields }]);
  expect(masked?.fields.at(-1)?.hidden).toBe(hidden);
});

test("a long value is cut between characters", () => {
  const [, after = ""] = valuesOf("b", `${"a ".repeat(2_999)}😀y and more`);
  expect(after).toHaveLength(6_000);
  expect(after.isWellFormed()).toBe(true);
});
