// The published schema is the contract of the tests, and takes what the engine says of every fault. `UPDATE_GOLDEN=1` writes it.
import { readFileSync, writeFileSync } from "node:fs";
import { diagnosisDocument as documentOf } from "../../../src/doors/cli/diagnose.ts";
import { faults } from "../../core/diagnosis/faults.ts";
import { diagnose } from "../../diagnosed.ts";
import { changed, setClient } from "../../fixtures/snapshot-changes.ts";
import { clusterDenied, hubDenied, stop } from "../../fixtures/snapshot-variants.ts";
import { madeSchema, objectionsTo, schemaFile } from "./diagnosis-schema.ts";
import { diagnosisDocument } from "./documents.ts";

test("docs/diagnosis.schema.json is made from the contract", () => {
  const made = madeSchema();
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(schemaFile, `${JSON.stringify(made, null, 2)}\n`);
  expect(JSON.parse(readFileSync(schemaFile, "utf8"))).toEqual(JSON.parse(JSON.stringify(made)));
});

const printed = (snapshot: ReturnType<typeof changed>): unknown =>
  JSON.parse(JSON.stringify(documentOf(diagnose(snapshot), snapshot.client)));

test.each<readonly [string, ReturnType<typeof changed>]>([
  ["healthy", changed()],
  ["stopped", changed(stop)],
  ["the hub denied", changed(hubDenied)],
  ["the cluster denied", changed(clusterDenied)],
  ["an address outside", changed(setClient({ ip: "20.50.0.9", symptom: "i/o timeout" }))],
  ...faults.map(([name, snapshot]) => [name, snapshot] as const),
])("%s", (_name, snapshot) => {
  const document = printed(snapshot);
  expect(objectionsTo(document)).toEqual([]);
  expect(diagnosisDocument.safeParse(document).error).toBeUndefined();
});

test.each([
  ["another version", { schema: "aks-oncall/diagnosis/v2" }],
  ["a verdict that nobody knows", { verdict: "fine" }],
  ["no requirements", { requirements: undefined }],
  ["a way without parts", { way: { decides: true } }],
  ["a cause of which nobody knows how sure it is", { rootCause: { check: "x", summary: "x" } }],
])("the schema refuses %s", (_what, change) => {
  const document = JSON.parse(JSON.stringify({ ...(printed(changed(stop)) as object), ...change }));
  expect(objectionsTo(document)).not.toEqual([]);
});

test("a field that is added later is no objection", () => {
  expect(objectionsTo({ ...(printed(changed()) as object), later: 1 })).toEqual([]);
});
