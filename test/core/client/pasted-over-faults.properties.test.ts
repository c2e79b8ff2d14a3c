// Whatever was pasted, nothing that is broken looks better for it.
import { diagnose } from "../../diagnosed.ts";
import { pastedTest } from "../../fixtures/client-tests.ts";
import { sampleOf } from "../../prove/sample.ts";
import { faults } from "../diagnosis/faults.ts";

const pasted = ["curl-linux-401", "kubectl-v6-200", "nc-open", "nslookup-linux-right", "az-other-tenant"];

test.each(faults)("%s", (fault, snapshot) => {
  const { symptom: _old, ...client } = snapshot.client;
  const { verdict, rootCause } = diagnose({ ...snapshot, client });
  for (const file of sampleOf(pasted, fault)) {
    const tested = diagnose({ ...snapshot, client: { ...client, symptom: pastedTest(file) } });
    if (verdict === "broken" && rootCause !== null) expect(tested.verdict).toBe("broken");
    if (verdict === "degraded" && rootCause !== null)
      expect(["degraded", "broken"]).toContain(tested.verdict);
  }
});
