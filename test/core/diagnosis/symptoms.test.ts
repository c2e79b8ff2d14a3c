// Error texts and what they point at.

import { diagnose as judged } from "../../../src/core/diagnosis/diagnose.ts";
import { hintFor, needsFor, suspectsFor } from "../../../src/core/diagnosis/symptoms.ts";
import { catalogue } from "../../../src/core/finding/catalogue.ts";
import { inClusterFindings } from "../../../src/core/in-cluster/findings/all.ts";
import hints from "../../../src/presenters/messages/en/hints.json" with { type: "json" };
import { diagnose } from "../../diagnosed.ts";
import { apiIp } from "../../fixtures/healthy-snapshot.ts";
import { changed, setClient, setHub, setRecord, setRules } from "../../fixtures/snapshot-changes.ts";

const lookup = "dial tcp: lookup prod-1.privatelink.westeurope.azmk8s.io on 192.168.1.254:53: no such host";
const privateTimeout = "dial tcp 10.10.0.4:443: i/o timeout";
const dialing = "Error from server: error dialing backend: dial tcp 10.20.0.5:10250: i/o timeout";
const unauthorized = "error: You must be logged in to the server (Unauthorized)";

/** Each text that people paste, and each finding that it has to lead to. */
const texts: readonly (readonly [text: string, findings: string])[] = [
  [
    lookup,
    "dns.link-client dns.link-resolver dns.onprem-forwarding dns.a-record-present dns.custom-servers cluster.power-state",
  ],
  ["** server can't find x.azmk8s.io: NXDOMAIN", "dns.link-client dns.onprem-forwarding"],
  ["*** UnKnown can't find x.azmk8s.io: Non-existent domain", "dns.link-client"],
  ["dial tcp: lookup x.azmk8s.io on 10.0.0.4:53: server misbehaving", "dns.custom-servers"],
  ["Resolve-DnsName : x.azmk8s.io : DNS name does not exist", "dns.link-client"],
  ["Operation returned an invalid status 'Not Found'", "invoke.schedulable-node"],
  ["curl: (6) Could not resolve host: x.azmk8s.io", "dns.link-client"],
  ["dial tcp 20.31.4.5:443: i/o timeout", "api.authorized-ip-client"],
  ["i/o timeout", "api.authorized-ip-client nsg.client-443"],
  [
    privateTimeout,
    "dns.a-record-match peering.both-sides peering.state peering.sync peering.forwarded-traffic peering.gateway-transit peering.vwan-hub route.api-path nsg.client-443 nsg.avnm-admin-rules vpn.route-to-spoke vpn.connection-status vpn.gateway-state er.circuit-provisioned er.private-peering er.gateway-connection pe.extra-endpoint firewall.network-rules",
  ],
  [
    "dial tcp 10.10.0.4:443: connect: connection refused",
    "dns.a-record-match dns.duplicate-zone peering.address-overlap",
  ],
  [
    "dial tcp 10.10.0.4:443: connectex: No connection could be made because the target machine actively refused it.",
    "dns.a-record-match",
  ],
  [
    "Unable to reach the api server 'https://x' or api server is too busy to respond.",
    "api.authorized-ip-client",
  ],
  ["x509: certificate signed by unknown authority", "cluster.credential-stale firewall.precedence"],
  [
    "tls: failed to verify certificate: x509: certificate has expired or is not yet valid",
    "cluster.api-certificate",
  ],
  [unauthorized, "entra.tenant entra.managed-aad cluster.credential-stale"],
  [
    "error: You must be logged in to the server (the server has asked for the client to provide credentials)",
    "entra.tenant",
  ],
  [
    'Error from server (Forbidden): nodes is forbidden: User "a" cannot list resource',
    "access.kubernetes-role",
  ],
  ["AuthorizationFailed: … listClusterUserCredential/action", "access.kubeconfig"],
  ["does not have authorization to perform '…/managedClusters/runcommand/action'", "invoke.permission"],
  [
    "Getting static credential is not allowed because this cluster is set to disable local accounts",
    "entra.local-accounts",
  ],
  [
    "KubernetesPerformanceError: command pod did not start within 30s",
    "invoke.schedulable-node pool.system-ready invoke.policy",
  ],
  ["0/3 nodes are available: 3 node(s) had untolerated taint", "invoke.schedulable-node"],
  ['admission webhook "validation.gatekeeper.sh" denied the request', "invoke.policy"],
  ["(RunCommandDisabled) Run command is disabled", "invoke.enabled"],
  [dialing, "nsg.intra-node route.kubenet-table api.vnetint-nsg"],
  ["error: error upgrading connection: error dialing backend: No agent available", "nsg.intra-node"],
  ["error dialing backend: EOF", "firewall.precedence"],
  ['Internal error occurred: failed calling webhook "validate.nginx"', "nsg.intra-node"],
  ["The target machine is taking too long to respond", "jump.power nsg.jump-inbound bastion.nsg-rules"],
  ["ssh: connect to host 10.0.1.4 port 22: Connection timed out", "jit.active-request"],
  [
    "(OperationNotAllowed) Operation is not allowed: Another operation (Updating) is in progress",
    "cluster.operation-in-progress",
  ],
  ["VMExtensionError_OutboundConnFail", "firewall.aks-fqdns route.default"],
  ["CSE failed: exit status=50", "route.default egress.nat-gateway"],
  ['Failed to pull image "mcr.microsoft.com/oss": ErrImagePull', "nsg.node-egress"],
  ["vmssCSE exit status=51", "api.authorized-ip-egress nsg.node-egress"],
  ["VMExtensionError_K8SAPIServerConnFail", "api.vnetint-nsg"],
  ["vmssCSE exit status=52", "dns.link-cluster dns.link-resolver dns.custom-servers"],
  ["Agents are unable to resolve Kubernetes API server name", "dns.custom-servers"],
  ["A virtual network cannot be linked to multiple zones with overlapping namespaces", "dns.duplicate-zone"],
  ["NodesNotReady: 3 nodes are NotReady", "api.vnetint-nsg api.vnetint-network api.authorized-ip-egress"],
  ["net/http: TLS handshake timeout", "cluster.resource-health firewall.precedence egress.lb-outbound"],
  ["AADSTS50020: User account does not exist in tenant", "entra.tenant"],
  ["AADSTS7000222: The provided client secret keys are expired", "identity.kind"],
  ["ServicePrincipalValidationClientError", "identity.kind"],
  ["CustomPrivateDNSZoneMissingPermissionError", "identity.dns-role"],
  ["LinkedAuthorizationFailed: … subnets/join/action", "identity.subnet-role"],
  ["CustomRouteTableMissingPermission", "identity.route-role"],
  [
    "SubnetIsFull: Subnet nodes with address prefix 10.1.0.0/28 does not have enough capacity",
    "pool.subnet-ip-free",
  ],
  ["InsufficientSubnetSize", "pool.subnet-ip-free"],
  ["KeyVaultDoesNotExist: the KMS key cannot be used", "cluster.kms-key"],
  ["Bastion Host SKU must be Standard or Premium", "bastion.sku-features"],
];

test.each(
  texts.flatMap(([text, findings]) => findings.split(" ").map((finding) => [text, finding] as const)),
)("%s → %s", (text, finding) => {
  expect(suspectsFor(text)).toContain(finding);
});

test("a private address does not point at the authorized ranges, nor a public one at the network", () => {
  expect(suspectsFor(privateTimeout)).not.toContain("api.authorized-ip-client");
  expect(suspectsFor("dial tcp 20.31.4.5:443: i/o timeout")).not.toContain("nsg.client-443");
});

/** Findings that texts may point at before the catalogue has them: an id that it lacks points at nothing. */
const later: readonly string[] = [
  ..."access.kubernetes-role api.vnetint-network cluster.api-certificate".split(" "),
  ..."cluster.credential-stale cluster.kms-key dns.onprem-forwarding".split(" "),
  ..."egress.lb-outbound entra.local-accounts entra.managed-aad er.bgp-routes".split(" "),
  ..."er.gateway-connection er.private-peering firewall.precedence".split(" "),
  ..."identity.dns-role identity.kind identity.route-role identity.subnet-role".split(" "),
  ..."invoke.policy peering.vwan-hub pool.subnet-ip-free vpn.bgp-peers".split(" "),
  ..."vpn.p2s-config".split(" "),
];

test("every suspect is a check", () => {
  const ids: readonly string[] = [...[...catalogue, ...inClusterFindings].map(({ id }) => id), ...later];
  const suspects = texts.flatMap(([text]) => [...suspectsFor(text)]);
  expect(suspects.filter((id) => !ids.includes(id))).toEqual([]);
});

test.each([undefined, "", "it does not work"])("%s points at nothing", (text) => {
  expect([suspectsFor(text).size, needsFor(text).size]).toEqual([0, 0]);
});

test.each([
  ["vmssCSE exit status=50", "nodes.egress"],
  ["vmssCSE exit status=51", "nodes.api"],
  ["vmssCSE exit status=52", "nodes.dns"],
  [dialing, "api.nodes"],
  ['failed calling webhook "validate.nginx"', "nodes.services"],
  ["The target machine is taking too long to respond", "bastion.jump"],
])("%s: that %s is not met is explained first", (text, need) => {
  expect(needsFor(text)).toContain(need);
});

test.each([
  "dial tcp 127.0.0.1:5432: connect: connection refused",
  "kubectl exec api -- curl localhost:9000 fails",
  "kubectl port-forward svc/web, then localhost:3000 hangs",
  "postgres: connection reset by peer",
])("%s: says nothing of kubectl's own way", (text) => {
  expect(hintFor(text)).toBeUndefined();
});

test("what of the cluster's own API services is out says nothing of too many requests", () => {
  expect(
    hintFor("the server is currently unable to handle the request (get nodes.metrics.k8s.io)"),
  ).toBeUndefined();
});

const rights = ["access.kubernetes-role", "k8s.can-i"];

/** Each says who else is refused, or whose way it is: none of the requester's rights, tokens or ways is pointed at. */
test.each<readonly [text: string, findings: readonly string[]]>([
  ...[
    'Error from server (Forbidden): error when creating "a.yaml": admission webhook "validation.gatekeeper.sh" denied the request: no',
    'Error from server (Forbidden): pods is forbidden: User "system:serviceaccount:a:b" cannot list resource "pods"',
    'Error from server (Forbidden): pods "a" is forbidden: exceeded quota: team, requested: pods=1',
  ].map((text) => [text, rights] as const),
  ["The connection to the server 127.0.0.1:6443 was refused: connection refused", ["dns.a-record-match"]],
  ["AADSTS50105: not assigned to a role", ["entra.tenant"]],
  ["Failed to pull image: 401 Unauthorized: ErrImagePull", ["entra.tenant", "access.kubernetes-role"]],
  ["dial tcp 10.20.0.5:10250: connect: connection refused", ["dns.a-record-match"]],
  [
    "dial tcp 127.0.0.1:8080: connect: connection refused\nerror: current-context is not set",
    ["dns.a-record-match"],
  ],
  ['failed calling webhook "a": dial tcp 10.100.3.4:443: i/o timeout', ["nsg.client-443", "peering.state"]],
])("%s: is somebody else's", (text, findings) => {
  const suspects = suspectsFor(text);
  expect(findings.filter((id) => suspects.has(id))).toEqual([]);
});

test("a connection to the API server's address inside the cluster is a pod's path", () => {
  const inside = 'Get "https://10.100.0.1:443/api": dial tcp 10.100.0.1:443: i/o timeout';
  const causeOf = (symptom: string) =>
    diagnose(changed(setRules({}), setRecord("10.10.0.77"), setClient({ symptom }))).rootCause;
  expect(diagnose(changed(setClient({ symptom: inside }))).summary).toContain("a pod's path, not yours");
  expect(causeOf(inside)?.need).toBe("nodes.api");
});

test("of two things that are broken, the one that the error is about is explained first", () => {
  const both = [setRules({}), setRecord("10.10.0.77")];
  const causeOf = (symptom: string) => diagnose(changed(...both, setClient({ symptom }))).rootCause?.check;
  expect(causeOf("vmssCSE exit status=52")).toBe("dns.a-record-match");
  expect(causeOf(`dial tcp ${apiIp}:443: i/o timeout`)).toBe("nsg.client-443");
});

test.each([
  ["proxyconnect tcp: tls: first record does not look like a TLS handshake", "NO_PROXY"],
  ["net/http: TLS handshake timeout", "TLS"],
  ["getting credentials: exec: executable kubelogin not found", "kubelogin"],
  ["exec: executable kubelogin failed with exit code 1", "convert-kubeconfig"],
  ["AADSTS7000222: The provided client secret keys are expired", "update-credentials"],
  ["AADSTS53003: Access has been blocked by Conditional Access policies", "Conditional Access"],
  ["AADSTS50079: you must enroll in multi-factor authentication", "Conditional Access"],
  ["AADSTS700082: The refresh token has expired due to inactivity", "az login"],
  ["AADSTS90072: User account from identity provider does not exist in tenant", "--tenant"],
  ["AADSTS50105: The signed in user is not assigned to a role for the application", "not assigned"],
  ["AADSTS65001: The user or administrator has not consented to use the application", "consent"],
  ["AADSTS50057: The user account is disabled", "disabled"],
  ["AADSTS50126: Error validating credentials due to invalid username or password", "password"],
  ["AADSTS50034: The user account does not exist in the directory", "--tenant"],
  ["AADSTS700016: Application was not found in the directory", "--tenant"],
  ["AADSTS50173: The provided grant has expired due to it being revoked", "az login"],
  ["AADSTS53000: Device is not in required device state: compliant", "a device that it accepts"],
  ["AADSTS7000215: Invalid client secret is provided", "wrong"],
  ["Please run 'az login' to setup account.", "az login"],
  ["connection refused on 127.0.0.1:6443?? i was on prod-1 an hour ago", "get-contexts"],
  [
    "The connection to the server 127.0.0.1:6443 was refused - did you specify the right host",
    "get-contexts",
  ],
  ['Get "https://127.0.0.1:51234/api?timeout=32s": dial tcp 127.0.0.1:51234: connect: refused', "tunnel"],
  ["my kubeconfig points at localhost all of a sudden", "get-contexts"],
  ["kubectl geht plötzlich auf localhost", "get-contexts"],
  ["kubectl 一直去连 localhost", "get-contexts"],
  ["getting 403 from a proxy when i kubectl anything, the page is zscaler html", "NO_PROXY"],
  ["407 Proxy Authentication Required", "NO_PROXY"],
  ["Proxy liefert 403 bei jedem kubectl", "NO_PROXY"],
  ["公司代理返回 403", "NO_PROXY"],
  ["x509: certificate signed by Zscaler Intermediate Root CA", "inspection"],
  ["invalid character '<' looking for beginning of value", "answers in its place"],
  ["read tcp 10.1.0.4:50001->10.10.0.4:443: read: connection reset by peer", "cut a connection"],
  [unauthorized, "sign in"],
  ["CustomPrivateDNSZoneMissingPermissionError", "role"],
  ["SubnetIsFull", "no address left"],
  ['admission webhook "validation.gatekeeper.sh" denied the request', "Azure Policy"],
  [
    "ValidatingAdmissionPolicy 'azurepolicy-x' with binding 'azurepolicy-x' denied request: no",
    "Azure Policy",
  ],
  [
    'endpoints is forbidden: User "system:serviceaccount:web:nginx" cannot list resource "endpoints" in API group ""',
    "not you",
  ],
  ['nodes "a" is forbidden: User "system:node:b" cannot get resource "nodes" in API group ""', "not you"],
  [
    'Error from server (Forbidden): pods is forbidden: User "alexw@contoso.example" cannot list resource "pods"',
    "refuses what you ask",
  ],
  ['Error from server (Forbidden): pods "a" is forbidden: exceeded quota: team, requested: pods=1', "quota"],
  ['Error from server (Forbidden): pods "a" is forbidden: violates PodSecurity "restricted:latest"', "level"],
  [
    "The connection to the server localhost:8080 was refused - did you specify the right host or port?",
    "get-credentials",
  ],
  ["error: current-context must exist in order to minify", "get-credentials"],
  ['error: context "prod-1" does not exist', "get-credentials"],
  ["the server has received too many requests and has asked us to try again later", "too many"],
  ["the server is currently unable to handle the request (get pods)", "too many"],
  ["Error from server: etcdserver: mvcc: database space exceeded", "etcd"],
  [
    'failed calling webhook "a.b": proxy error from localhost:9443 while dialing 10.244.1.7:8443, code 504: 504 Gateway Timeout',
    "webhook",
  ],
  ["tls: client offered only unsupported versions: [302 301]", "version of TLS"],
  [
    'Get "https://10.20.0.5:10250/containerLogs/a/b/c": dial tcp 10.20.0.5:10250: i/o timeout',
    "no path of yours",
  ],
  ["x509: certificate signed by unknown authority", "get-credentials"],
  ["Failed to connect to MSI. Please make sure MSI is configured correctly.", "Cloud Shell"],
  [dialing, "konnectivity"],
  [
    "Getting static credential is not allowed because this cluster is set to disable local accounts",
    "--admin",
  ],
])("%s: says what the requester can do", (text, word) => {
  const hint = hintFor(text);
  expect(hint && hints[hint]).toContain(word);
});

test.each([
  ["a node", dialing, "peering.state"],
  ["a jump host", "ssh: connect to host 10.0.1.4 port 22: Connection timed out", "route.api-path"],
  [
    "a DNS server",
    "lookup x on 10.0.0.4:53: read udp 10.1.0.4:5000->10.0.0.4:53: i/o timeout",
    "nsg.client-443",
  ],
])("a timeout on the port of %s says nothing of the way to the API server", (_of, text, finding) => {
  expect([...suspectsFor(text)]).not.toContain(finding);
});

test.each<readonly [symptom: string, hint: string | undefined]>([
  [unauthorized, "tokenRefused"],
  ["x509: certificate signed by unknown authority", "olderCertificate"],
  ["ImagePullBackOff of web", "imageNotPulled"],
  ["0/9 nodes are available: 9 Insufficient memory.", "noNodeForPod"],
  ["Warning Unhealthy Readiness probe failed: HTTP probe failed", "probeFails"],
  ["CrashLoopBackOff", "restartLoop"],
  ["OOMKilled", "outOfMemory"],
  ["dial tcp 10.10.0.4:443: i/o timeout", undefined],
  ["it does not work", undefined],
])("beside a cause at which it does not point, it is said what %j means", (symptom, hint) => {
  const broken = changed(setHub({ peerings: [] }), setClient({ symptom }));
  expect(judged(broken).rootCause).not.toBeNull();
  expect(judged(broken).pasted).toBe(hint);
  const old = changed(setHub({ peerings: [] }), setClient({ symptom, symptomIsOld: true }));
  expect(judged(old).pasted).toBeUndefined();
  // The first sentence says it where nothing is wrong.
  expect(judged(changed(setClient({ symptom }))).pasted).toBeUndefined();
});
