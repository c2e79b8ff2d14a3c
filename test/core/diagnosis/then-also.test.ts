// What is left to mend besides the cause: met on a walk once everything before it is mended, and told once.
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { changed, healthy, setClient, setRecord, setRules, setSpoke } from "../../fixtures/snapshots.ts";

const toldOf = (snapshot: ClusterSnapshot) => {
  const { rootCause, thenAlso = [] } = diagnose(snapshot);
  return [rootCause?.check ?? null, thenAlso.map(({ check }) => check)] as const;
};

test("a healthy network has nothing to tell", () => {
  expect(toldOf(healthy)).toEqual([null, []]);
});

test.each<[string, ClusterSnapshot, string, readonly string[]]>([
  ["one fault alone: not told again by the walk that meets it", changed(setRules({})), "nsg.client-443", []],
  [
    "two that checks find",
    changed(setRules({}), setRecord("10.10.0.77")),
    "dns.a-record-match",
    ["nsg.client-443"],
  ],
  [
    "what the cluster itself lacks comes first, though no check finds it",
    changed(setRules({}), setSpoke({ dnsServers: ["10.9.9.9"] })),
    "walk.nodes.dns",
    ["nsg.client-443"],
  ],
  [
    "unless the asker's own error points at the other",
    changed(
      setRules({}),
      setSpoke({ dnsServers: ["10.9.9.9"] }),
      setClient({ symptom: "dial tcp 10.10.0.4:443: i/o timeout" }),
    ),
    "nsg.client-443",
    ["walk.nodes.dns"],
  ],
])("%s", (_name, snapshot, cause, also) => {
  expect(toldOf(snapshot)).toEqual([cause, also]);
});
