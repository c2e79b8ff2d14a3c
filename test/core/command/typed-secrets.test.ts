// A command that holds a secret is refused, since what is asked is kept; what only speaks of secrets is not.
import { parseKubectl } from "../../../src/core/command/parse-command.ts";

test.each([
  ["a label with a password", "kubectl get pods -l password=hunter2"],
  ["one of several labels", "kubectl get pods -l app=api,token=9f8a7b6c5d"],
  ["a set of labels", "kubectl get pods -l 'api-key in (hunter2, hunter3)'"],
  ["a token as a label", `kubectl get pods -l owner=ghp_${"a1".repeat(18)}`],
  [
    "a filter of a template",
    `kubectl get pods -o jsonpath='{.items[?(@.spec.password=="hunter2")].metadata.name}'`,
  ],
  ["what grep looks for", "kubectl logs api-0 | grep password=hunter2"],
  ["an address with a password, sought by grep", "kubectl logs api-0 | grep postgres://app:hunter2@db"],
])("refuses %s", (_, command) => {
  const parsed = parseKubectl(command);
  expect(parsed).toMatchObject({ ok: false, code: "typed-secret" });
  expect(JSON.stringify(parsed)).not.toMatch(/hunter|9f8a|ghp_/);
});

test.each([
  "kubectl get pods -l app=token-service",
  "kubectl get pods -l 'app in (secret-store, token-refresher)'",
  "kubectl get pods -l password",
  "kubectl describe secret db-password",
  "kubectl get externalsecrets.external-secrets.io db",
  "kubectl logs api-0 -c token-refresher | grep -i password",
  "kubectl logs api-0 | grep 'invalid token'",
  "kubectl get pods --field-selector spec.serviceAccountName=token-reader",
  "kubectl get deploy -o custom-columns=NAME:.metadata.name,TOKEN:.spec.template.spec.automountServiceAccountToken",
  `kubectl get pods -o jsonpath='{.spec.containers[*].env[?(@.name=="DB_PASSWORD")].valueFrom}'`,
  `kubectl get cm -o jsonpath='{"password: "}{.data.password}{"\\n"}'`,
  "kubectl get pods --sort-by=.metadata.creationTimestamp",
])("takes %s", (command) => {
  const parsed = parseKubectl(command);
  expect(parsed.ok ? "taken" : parsed.code).toMatch(/^(?:taken|resource-unknown|type-unknown)$/);
});
