// Writes the JSON schema of policy files, by which editors complete and check them: `npm run policy-schema`.
import { writeFile } from "node:fs/promises";
import { policySchemaText } from "./policy-schema/schema-text.ts";

const file = new URL("../policies/policy.schema.json", import.meta.url);
await writeFile(file, policySchemaText());
console.log("policies/policy.schema.json");
