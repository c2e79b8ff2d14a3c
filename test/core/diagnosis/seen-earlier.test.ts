// What somebody pasted with an earlier question: it still says what to explain first, and proves nothing any more.

import { diagnose } from "../../diagnosed.ts";
import { pastedTest } from "../../fixtures/client-tests.ts";
import { ids, linkTo, recordName, zoneName } from "../../fixtures/healthy-snapshot.ts";
import { type Change, changed, setClient, setData, setRules } from "../../fixtures/snapshot-changes.ts";

const hubNotLinked = setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]);

const seeing = (symptom: string, ...changes: readonly Change[]) => ({
  now: diagnose(changed(...changes, setClient({ symptom }))),
  earlier: diagnose(changed(...changes, setClient({ symptom, symptomIsOld: true }))),
});

test.each([
  ["an answer of an old address", pastedTest("nslookup-windows-old")],
  ["a connection that timed out", pastedTest("curl-mac-timed-out")],
  ["an old kubeconfig", pastedTest("kubectl-recreated")],
  ["a certificate that nobody knows", "x509: certificate has expired or is not yet valid"],
  ["what became of a command", "(KubernetesPerformanceError) Failed to run command"],
  [
    "a webhook",
    '(KubernetesOperationError) Failed to run command due to kubernetes failure. details: admission webhook "validation.gatekeeper.sh" denied the request',
  ],
])("%s is shown now, and was shown before the fix: only the first counts", (_what, symptom) => {
  const { now, earlier } = seeing(symptom);
  const without = diagnose(changed());
  expect({ shown: now.shown, checks: now.checks }).not.toEqual({ checks: without.checks });
  expect({ shown: earlier.shown, checks: earlier.checks }).toEqual({ checks: without.checks });
});

test("a test that came through then lets nobody in now", () => {
  const { now, earlier } = seeing(pastedTest("curl-linux-401"), setRules({}));
  expect(now.summary).toMatch(/by your test: The API server answers you/);
  expect(earlier.summary).not.toMatch(/by your test/);
});

test("of two faults it still chooses the one that it is about", () => {
  const faults = [hubNotLinked, setRules({})];
  const causes = [
    `dial tcp: lookup ${recordName}.${zoneName}: no such host`,
    pastedTest("kubectl-timed-out-private"),
  ].map((symptom) => seeing(symptom, ...faults).earlier.rootCause?.check);
  expect(causes).toEqual(["dns.link-client", "nsg.client-443"]);
});
