// Error texts and what they point at.

import { hintFor, suspectsFor } from "../../../src/core/diagnosis/symptoms.ts";
import { catalogue } from "../../../src/core/finding/catalogue.ts";
import { hints } from "../../../src/presenters/messages/en/hints.ts";

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
  ["VMExtensionError_OutboundConnFail", "firewall.aks-fqdns"],
  ["CSE failed: exit status=50", "route.default"],
  ['Failed to pull image "mcr.microsoft.com/oss": ErrImagePull', "nsg.node-egress"],
  ["vmssCSE exit status=51", "api.authorized-ip-egress"],
  ["vmssCSE exit status=52", "dns.link-cluster"],
  ["Agents are unable to resolve Kubernetes API server name", "dns.custom-servers"],
  ["Error from server: error dialing backend: dial tcp 10.20.0.5:10250: i/o timeout", "nsg.intra-node"],
  ['Internal error occurred: failed calling webhook "validate.nginx"', "nsg.intra-node"],
  ["A virtual network cannot be linked to multiple zones with overlapping namespaces", "dns.duplicate-zone"],
  ["AADSTS50020: User account does not exist in tenant", "entra.tenant"],
  ["tls: x509: certificate signed by unknown authority", "cluster.credential-stale"],
  ["x509: certificate has expired or is not yet valid", "cluster.api-certificate"],
  ["(NodesNotReady) Internal server error", "api.vnetint-network"],
  ["Bastion Host SKU must be Standard or Premium", "bastion.sku-features"],
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

test.each([
  ["proxyconnect tcp: tls: first record does not look like a TLS handshake", "NO_PROXY"],
  ["net/http: TLS handshake timeout", "TLS"],
  ["exec: executable kubelogin not found", "kubelogin"],
  ["AADSTS7000222: The provided client secret keys are expired", "update-credentials"],
  ["AADSTS53003: Access has been blocked by Conditional Access policies", "Conditional Access"],
  ["CustomPrivateDNSZoneMissingPermissionError", "role"],
  ["SubnetIsFull", "no address left"],
  ['admission webhook "validation.gatekeeper.sh" denied the request', "Azure Policy"],
  ["x509: certificate signed by unknown authority", "get-credentials"],
  [
    "Getting static credential is not allowed because this cluster is set to disable local accounts",
    "--admin",
  ],
])("%s: says what the asker can do", (text, word) => {
  const hint = hintFor(text);
  expect(hint && hints[hint]).toContain(word);
});
