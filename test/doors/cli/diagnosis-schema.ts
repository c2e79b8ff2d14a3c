// The published schema of `diagnose -o json`, made from the contract that tests hold strictly: readers may meet more fields.
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { z } from "zod";
import { diagnosisDocument } from "./documents.ts";

export const schemaFile = new URL("../../../docs/diagnosis.schema.json", import.meta.url);

/** What zod adds and no reader needs: formats of its own, beside the pattern that says the same, and limits of numbers. */
const isNoise = (key: string, value: unknown): boolean =>
  (key === "format" && ["starts_with", "includes", "regex"].includes(String(value))) ||
  (/^(minimum|maximum)$/.test(key) && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER);

/** Within a version fields may be added, so a reader that validates must not refuse them. */
function open(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(open);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, each]) => !isNoise(key, each) && !(key === "additionalProperties" && each === false),
  );
  return Object.fromEntries(entries.map(([key, each]) => [key, open(each)]));
}

export const madeSchema = (): unknown => open(z.toJSONSchema(diagnosisDocument));

let published: ValidateFunction | undefined;

/** Every objection that the published schema has to a document. */
export function objectionsTo(document: unknown): readonly string[] {
  published ??= new Ajv2020({ allErrors: true, strict: true }).compile(
    JSON.parse(readFileSync(schemaFile, "utf8")),
  );
  const validate = published;
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
