// Secrets in the forms of everyday, of which none can be read, and lines that people look for at night, of which none is touched.
import { redact, redactOutput } from "../../../src/core/redact/redact.ts";
import { ordinaryLines, secretLines } from "./everyday-lines.ts";

test.each(secretLines)("masks %j", (line) => {
  const secrets = [...line.matchAll(/«([^»]+)»/g)].map(({ 1: secret = "" }) => secret);
  const { text } = redact(line.replace(/[«»]/g, ""));
  expect(secrets.filter((secret) => text.includes(secret) || text.includes(secret.slice(2)))).toEqual([]);
});

test.each(ordinaryLines)("keeps %j", (line) => {
  expect(redact(line).text).toBe(line);
});

test("keeps the messages that a template asks for at any depth", () => {
  const text = 'Back-off pulling image "contoso.azurecr.io/shop/orders:1.2.3"';
  expect(redactOutput(text, { argv: ["kubectl", "get", "pods", "-o=jsonpath={..message}"] }).text).toBe(text);
});
