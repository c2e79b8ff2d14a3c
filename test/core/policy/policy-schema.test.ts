// The schema that editors read is made from the one that decides, and takes what that takes.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { policySchemaText } from "../../../scripts/policy-schema/schema-text.ts";

const published = readFileSync("policies/policy.schema.json", "utf8");
const example = readFileSync("policies/example.yaml", "utf8");

test("policies/policy.schema.json is current: npm run policy-schema", () => {
  expect(JSON.parse(published)).toEqual(JSON.parse(policySchemaText()));
});

const isValid = new Ajv2020({ strict: true, strictTypes: false }).compile(JSON.parse(published));

test("the example says where it is, and is what it asks for", () => {
  expect(example.split("\n")[0]).toBe("# yaml-language-server: $schema=policy.schema.json");
  isValid(parse(example));
  expect(isValid.errors).toBeNull();
});

test.each([
  ["a key that is not known", "    approval: requester", "    aproval: requester"],
  ["a verb that is not known", "verbs: [scale,", "verbs: [scael,"],
  ["a verb that changes, for reading", 'verbs: ["*"]', "verbs: [scale]"],
  ["no approvals", "count: 1", "count: 0"],
  ["a day that is none", "days: [mon,", "days: [monday,"],
  ["nobody who sees it", "    show: thread", ""],
])("it refuses %s", (_, before, after) => {
  const broken = example.replace(before, after);
  expect(broken).not.toBe(example);
  expect(isValid(parse(broken))).toBe(false);
});
