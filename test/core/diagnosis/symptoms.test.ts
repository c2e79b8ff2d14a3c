// Error texts and what they point at.

import { suspectsFor } from "../../../src/core/diagnosis/symptoms.ts";
import { catalogue } from "../../../src/core/finding/catalogue.ts";

const texts: readonly (readonly [string, string])[] = [
  ["dial tcp: lookup prod-1.privatelink.westeurope.azmk8s.io: no such host", "dns.link-client"],
  ["dial tcp 20.31.4.5:443: i/o timeout", "api.authorized-ip-client"],
  ["dial tcp 10.10.0.4:443: i/o timeout", "nsg.client-443"],
  ["i/o timeout", "api.authorized-ip-client"],
  ["dial tcp 10.10.0.4:443: connect: connection refused", "dns.a-record-match"],
  ["dial tcp 10.10.0.4:443: connect: connection refused", "peering.address-overlap"],
  ["dial tcp: lookup prod-1.privatelink.westeurope.azmk8s.io: no such host", "dns.custom-servers"],
  ["dial tcp 10.10.0.4:443: i/o timeout", "peering.sync"],
  ["error: You must be logged in to the server (Unauthorized)", "entra.tenant"],
  ["AuthorizationFailed: … listClusterUserCredential/action", "access.kubeconfig"],
  [
    "does not have authorization to perform action '…/managedClusters/runCommand/action'",
    "invoke.permission",
  ],
  ["KubernetesPerformanceError: command pod did not start within 30s", "invoke.schedulable-node"],
  ["The target machine is taking too long to respond", "jump.power"],
];

test.each(texts)("%s → %s", (text, check) => {
  expect(suspectsFor(text)).toContain(check);
});

test("a private address does not point at the authorized ranges, nor a public one at the network", () => {
  expect(suspectsFor("dial tcp 10.10.0.4:443: i/o timeout")).not.toContain("api.authorized-ip-client");
  expect(suspectsFor("dial tcp 20.31.4.5:443: i/o timeout")).not.toContain("nsg.client-443");
});

test("every suspect is a check", () => {
  const ids = catalogue.map(({ id }) => id);
  const suspects = texts.flatMap(([text]) => [...suspectsFor(text)]);
  expect(suspects.filter((id) => !ids.includes(id))).toEqual([]);
});

test.each([undefined, "", "it does not work"])("%s points at nothing", (text) => {
  expect(suspectsFor(text).size).toBe(0);
});
