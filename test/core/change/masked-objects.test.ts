// What looks like a secret in a change that others read is masked: by its name, and by itself.
import { maskedObjects } from "../../../src/core/change/masked-objects.ts";
import type { Touched } from "../../../src/core/change/proposed.ts";
import { isMasked } from "../../../src/core/redact/redact.ts";

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
  [
    "metadata.annotations[note]",
    "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r",
    true,
  ],
])("%s: %s masked: %s", (path, value, expected) => {
  const [masked] = maskedObjects([object(path, value)]);
  expect(isMasked(masked?.fields[0]?.after ?? "")).toBe(expected);
});
