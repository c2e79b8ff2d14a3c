// One door for what reads and what changes: which of both a line is, and whose refusal is said.
import { writeVerbs } from "../../../src/core/command/change/change-verbs.ts";
import { verbs } from "../../../src/core/command/grammar/verbs.ts";
import { parseCommand } from "../../../src/core/command/parse-command.ts";

test.each([
  ["kubectl get pods", "read"],
  ["helm history api", "read"],
  ["kubectl rollout status deploy/api", "read"],
  ["kubectl rollout restart deploy/api", "change"],
  ["kubectl -n payments delete pod api-0", "change"],
  ["kubectl auth can-i delete pods", "read"],
  ["kubectl explain deployments.spec", "read"],
])("%s is a %s", (text, is) => {
  const parsed = parseCommand(text);
  expect(parsed).toMatchObject({ ok: true, is, request: { access: is === "read" ? "read" : "write" } });
});

test.each([
  // The grammar of changes knows better what is wrong.
  ["kubectl delete pods", "changeUnnamed"],
  ["kubectl scale deploy/api", "changeFlagMissing"],
  ["kubectl set volume deploy/api", "verbIncomplete"],
  ["helm rollback api 3", "knownAndRefused"],
  ["kubectl apply -f x.yaml", "fileUnknown"],
  // No grammar knows these.
  ["kubectl edit deploy/api", "knownAndRefused"],
  ["kubectl run x --image=x", "knownAndRefused"],
  ["helm upgrade api ./chart", "knownAndRefused"],
  ["kubectl get pods -w", "knownAndRefused"],
  ["kubectl get secret db -o yaml", "secretFormat"],
  ["kubectl gte pods", "verbUnknown"],
  // Before the verb is known at all.
  ["kubectl delete pod api-0; id", "metacharacter"],
  ["kubectl --as root delete pod api-0", "knownAndRefused"],
  ["", "empty"],
])("%s is refused: %s", (text, reason) => {
  expect(parseCommand(text)).toMatchObject({ ok: false, reason: { is: reason } });
});

test("no verb both reads and changes", () => {
  const reading = new Set(verbs.map(({ verb }) => verb));
  expect(writeVerbs.filter((verb) => reading.has(verb))).toEqual([]);
});

test.each([
  ["kubectl scael deploy/api", { is: "verbUnknown", near: ["scale"] }],
  ["kubectl gte pods", { is: "verbUnknown", near: ["get"] }],
  [
    "kubectl rollout restrat deploy/api",
    {
      is: "verbIncomplete",
      forms: ["status", "history", "restart", "undo", "pause", "resume"].map(
        (word) => `kubectl rollout ${word}`,
      ),
    },
  ],
  ["kubectl top deploy", { is: "verbIncomplete", forms: ["kubectl top pods", "kubectl top nodes"] }],
])("%s: verbs of both kinds may have been meant", (text, reason) => {
  expect(parseCommand(text)).toMatchObject({ ok: false, code: "verb-unknown", reason });
});
