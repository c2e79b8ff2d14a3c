// What editors are told of a policy file: its shape. What has to fit together in it only `policy check` sees.
import { z } from "zod";
import { policySchema } from "../../src/core/policy/policy.ts";

export const policySchemaText = (): string =>
  `${JSON.stringify({ title: "AKS On-Call policy", ...z.toJSONSchema(policySchema, { io: "input" }) }, null, 2)}\n`;
