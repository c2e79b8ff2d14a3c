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

test("keeps the names of Secrets that a template asks for, and masks what stands in them", () => {
  const of = (path: string, text: string) =>
    redactOutput(text, { argv: ["kubectl", "get", "pods", `-o=jsonpath=${path}`] }).text;
  expect(of("{.items[*].spec.volumes[*].secret.secretName}", "db-credentials web-tls")).toBe(
    "db-credentials web-tls",
  );
  expect(of("{.data.password}{.spec.secretName}", "hunter2web-tls")).toBe("[masked]");
});

test("masks words of a script in JSON, and keeps the rest of it readable", () => {
  const script = (password: string) =>
    `{"command":["sh","-c","set -e\\necho \\"waiting for token\\"\\n./migrate --dsn ${password} --timeout 30s"]}`;
  expect(redact(script("x9Kq2LmW8sT1")).text).toBe(script("[masked]"));
});

test("keeps a reference behind a flag in one argument", () => {
  const args = "spec:\n  args:\n  - --requirepass $(REDIS_PASSWORD)\n";
  expect(redact(args).text).toBe(args);
});
