// Outputs of tests as people paste them: what each shows, and how it moves the verdict on from the same snapshot without it.

import { clientTestResultsIn } from "../../../src/core/client/judge.ts";
import type { Observation } from "../../../src/core/client/observation.ts";
import { readClientTest } from "../../../src/core/client/read-client-test.ts";
import { keptPaste } from "../../../src/core/conversation/grammar/parse-intent.ts";
import { redact } from "../../../src/core/redact/redact.ts";
import { diagnose } from "../../diagnosed.ts";
import { pastedTest, pastedTests } from "../../fixtures/client-tests.ts";
import { apiIp, ids, linkTo, recordName, zoneName } from "../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  changed,
  setClient,
  setData,
  setRecord,
  setRules,
} from "../../fixtures/snapshot-changes.ts";
import { publicRanges } from "../../fixtures/snapshot-variants.ts";

const name = `${recordName}.${zoneName}`;
const publicName = "prod-1-x1y2.hcp.westeurope.azmk8s.io";

/** A name's answer. */
const answer = (
  server: string | null,
  answered: Extract<Observation, { is: "name" }>["answer"],
  ...addresses: readonly string[]
): Partial<Observation> => ({ is: "name", server, answer: answered, addresses });

const connection = (
  end: Extract<Observation, { is: "connection" }>["end"],
  address: string | null = apiIp,
): Partial<Observation> => ({ is: "connection", address, end });

const http = (status: number): Partial<Observation> => ({ is: "http", status, by: "apiServer" });

type Row = readonly [
  file: string,
  observed: Partial<Observation>,
  /** What it shows, and the verdict without the test and with it. */
  expected: string,
  says: RegExp,
  changes?: readonly Change[],
];

const ranges: readonly Change[] = [publicRanges];

const right = "Where you are, .* with 10\\.10\\.0\\.4, and that is the API server\\.";

const rows: readonly Row[] = [
  // Names.
  [
    "nslookup-linux-right",
    answer("127.0.0.53", "addresses", apiIp),
    "nameRight: healthy → healthy",
    /^Where you are, the name is answered with 10\.10\.0\.4, and that is the API server\. Nothing on Azure's side/,
  ],
  [
    "nslookup-windows-public-name",
    answer("192.168.178.1", "addresses", apiIp),
    "nameRight: healthy → healthy",
    /^Where you are, the DNS server 192\.168\.178\.1 answers/,
  ],
  [
    "dig-right",
    answer("10.0.0.4", "addresses", apiIp),
    "nameRight: healthy → healthy",
    /10\.10\.0\.4, and that is the API server/,
  ],
  [
    "host-right",
    answer(null, "addresses", apiIp),
    "nameRight: healthy → healthy",
    /10\.10\.0\.4, and that is the API server/,
  ],
  [
    "nslookup-windows-old",
    answer("10.200.0.10", "addresses", "10.10.0.77"),
    "nameOther: healthy → degraded",
    /^10\.200\.0\.10 answers 10\.10\.0\.77, where the API server does not stand.*Correct what 10\.200\.0\.10 answers/,
  ],
  [
    "resolve-dnsname-old",
    answer(null, "addresses", "10.10.0.77"),
    "nameOther: healthy → degraded",
    /10\.10\.0\.77, and the API server stands at 10\.10\.0\.4\. .*Clear the DNS cache/,
  ],
  [
    "tracert-old",
    answer(null, "addresses", "10.10.0.77"),
    "nameOther: healthy → degraded",
    /the API server stands at 10\.10\.0\.4/,
  ],
  [
    "nslookup-windows-old",
    answer("10.200.0.10", "addresses", "10.10.0.77"),
    "nameOther: broken → broken",
    /^The nodes in nodes cannot resolve .* 10\.10\.0\.77, .*\. Your test shows the same: /,
    [setRecord("10.10.0.77")],
  ],
  [
    "nslookup-windows-old",
    answer("10.200.0.10", "addresses", "10.10.0.77"),
    "nameOther: broken → broken",
    /^10\.200\.0\.10 answers 10\.10\.0\.77, where the API server does not stand/,
    [setRules({})],
  ],
  [
    "nslookup-windows-no-such-name",
    answer("192.168.10.5", "noSuchName"),
    "noName: healthy → degraded",
    /^192\.168\.10\.5 does not know .*forward this zone to Azure/,
  ],
  [
    "dig-no-such-name",
    answer("10.200.0.10", "noSuchName"),
    "noName: healthy → degraded",
    /10\.200\.0\.10 does not know .*private resolver's inbound endpoint/,
  ],
  [
    "kubectl-lookup-home-router",
    answer("192.168.1.254", "noSuchName"),
    "noName: healthy → degraded",
    /192\.168\.1\.254 stands in your office or at home/,
  ],
  [
    "nslookup-linux-azure-no-such-name",
    answer("168.63.129.16", "noSuchName"),
    "noName: healthy → degraded",
    /^Where you are, Azure's own DNS does not know .*The network that you sit in is not linked to the zone/,
  ],
  [
    "nslookup-linux-azure-no-such-name",
    answer("168.63.129.16", "noSuchName"),
    "noName: broken → broken",
    /Your test shows the same: Where you are, Azure's own DNS/,
    [setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")])],
  ],
  [
    "host-not-found",
    answer(null, "noSuchName"),
    "noName: healthy → degraded",
    /^Where you are, DNS does not know the name/,
  ],
  [
    "resolve-dnsname-no-such-name",
    answer(null, "noSuchName"),
    "noName: healthy → degraded",
    /DNS does not know the name .*Run nslookup with the name and paste all of it/,
  ],
  [
    "curl-could-not-resolve",
    answer(null, "noSuchName"),
    "noName: healthy → degraded",
    /DNS does not know the name/,
  ],
  ["nc-no-name", answer(null, "noSuchName"), "noName: healthy → degraded", /DNS does not know the name/],
  [
    "test-netconnection-no-name",
    answer(null, "noSuchName"),
    "noName: healthy → degraded",
    /DNS does not know the name/,
  ],
  [
    "nslookup-mac-no-answer",
    answer("192.168.1.254", "empty"),
    "answerDropped: healthy → degraded",
    /192\.168\.1\.254 answers the name with no address: home routers and some resolvers drop private ones/,
  ],
  [
    "dig-empty",
    answer("192.168.1.254", "empty"),
    "answerDropped: healthy → degraded",
    /answers the name with no address/,
  ],
  [
    "nslookup-windows-timed-out",
    answer("10.20.0.4", "noAnswer"),
    "noServer: healthy → degraded",
    /^The DNS server 10\.20\.0\.4 does not answer you\..*port 53/,
  ],
  [
    "private-public-answer",
    answer("8.8.8.8", "addresses", "20.31.4.5"),
    "namePublic: healthy → degraded",
    /the public address 20\.31\.4\.5, and prod-1 is private\./,
  ],
  [
    "public-no-such-name",
    answer("192.168.1.254", "noSuchName"),
    "noName: unknown → unknown",
    /^Where you are, the DNS server 192\.168\.1\.254 does not know/,
    ranges,
  ],
  [
    "kubectl-recreated",
    answer("168.63.129.16", "noSuchName"),
    "otherCluster: healthy → degraded",
    /prod-1-0a1b2c3d\.hcp\.westeurope\.azmk8s\.io, .*get-credentials --overwrite-existing/,
  ],
  // Connections.
  [
    "curl-mac-timed-out",
    connection("timedOut"),
    "timedOut: healthy → degraded",
    /^Your connection to 10\.10\.0\.4:443 gets no answer\. .*Look at your VPN/,
  ],
  ["nc-timed-out", connection("timedOut"), "timedOut: healthy → degraded", /10\.10\.0\.4:443 gets no answer/],
  [
    "kubectl-timed-out-private",
    connection("timedOut"),
    "timedOut: broken → broken",
    /^jump-1 cannot reach .* Your test shows the same: Your connection to 10\.10\.0\.4:443/,
    [setRules({})],
  ],
  [
    "kubectl-windows-timed-out-private",
    connection("timedOut"),
    "timedOut: healthy → degraded",
    /gets no answer/,
  ],
  [
    "test-netconnection-failed",
    connection("failed"),
    "timedOut nameRight: healthy → degraded",
    new RegExp(`^${right} Your connection to 10\\.10\\.0\\.4:443 gets no answer`),
  ],
  [
    "telnet-windows-failed",
    connection("failed", null),
    "timedOut: healthy → degraded",
    /^Your connection to the API server gets no answer/,
  ],
  [
    "whole-block-linux",
    connection("timedOut"),
    "timedOut nameRight: healthy → degraded",
    new RegExp(`^${right} Your connection`),
  ],
  [
    "curl-windows-timed-out-old",
    connection("timedOut", "10.10.0.77"),
    "nameOther: healthy → degraded",
    /10\.10\.0\.77, and the API server stands at 10\.10\.0\.4/,
  ],
  [
    "kubectl-timed-out-old",
    connection("timedOut", "10.10.0.77"),
    "nameOther: broken → broken",
    /Your test shows the same/,
    [setRecord("10.10.0.77")],
  ],
  [
    "curl-refused",
    connection("refused"),
    "refused: healthy → degraded",
    /10\.10\.0\.4:443 is refused, which an API server does not do/,
  ],
  ["ncat-refused", connection("refused", null), "refused: healthy → degraded", /is refused/],
  [
    "nc-open",
    connection("open"),
    "opens: healthy → healthy",
    /^A connection to 10\.10\.0\.4:443 opens from where you are; .*curl line/,
  ],
  ["nc-mac-open", connection("open", null), "opens: healthy → healthy", /opens from where you are/],
  ["test-netconnection-open", connection("open"), "opens: healthy → healthy", /opens from where you are/],
  // The API server of a public cluster has no private address: another machine answered.
  [
    "test-netconnection-open",
    connection("open"),
    "-: unknown → unknown",
    /whether your own address is authorized is not known/,
    ranges,
  ],
  [
    "public-timed-out",
    connection("timedOut", "20.31.4.5"),
    "timedOut: unknown → unknown",
    /^Your connection to 20\.31\.4\.5:443 gets no answer\. .*whether your own address is authorized/,
    ranges,
  ],
  // TLS, proxies.
  [
    "curl-handshake-cut",
    { is: "tls", end: "cut" },
    "tlsSilent nameRight: healthy → degraded",
    /The connection opens, and the TLS handshake is not answered/,
  ],
  [
    "kubectl-tls-timeout",
    { is: "tls", end: "silent" },
    "tlsSilent: healthy → degraded",
    /TLS handshake is not answered/,
  ],
  [
    "curl-inspected",
    { is: "certificate", subject: `CN=${name}` },
    "inspected answers nameRight: healthy → degraded",
    /issued by .*Zscaler.*, not by the cluster: something inspects TLS/,
  ],
  [
    "curl-expired",
    { is: "certificate", issuer: "CN=ca" },
    "expired answers nameRight: healthy → broken",
    /certificate expired on Feb 12 10:00:00 2026 GMT\. Its owner has to rotate/,
  ],
  [
    "curl-proxy-refuses",
    { is: "proxy", status: 403 },
    "proxied: healthy → degraded",
    /^A proxy, http:\/\/proxy\.corp\.example:8080, stands between .*NO_PROXY/,
  ],
  [
    "kubectl-proxyconnect",
    { is: "proxy", end: "timedOut" },
    "proxied: healthy → degraded",
    /^A proxy, 10\.200\.1\.8:8080,/,
  ],
  // The API server answers.
  [
    "curl-linux-401",
    http(401),
    "answers nameRight: healthy → healthy",
    /^The API server answers you with HTTP 401, so the network is fine from where you are\. .*look at your sign-in/,
  ],
  [
    "curl-linux-401",
    http(401),
    "answers nameRight: degraded → healthy",
    /Azure shows no network with 192\.168\.1\.5 that leads to prod-1, so you have a path/,
    [setClient({ ip: "192.168.1.5" })],
  ],
  [
    "curl-linux-401",
    http(401),
    "answers nameRight: broken → broken",
    /^jump-1 cannot reach .* And yet, by your test: The API server answers you/,
    [setRules({})],
  ],
  [
    "public-curl-401",
    http(401),
    "answers: unknown → healthy",
    /^The API server answers you with HTTP 401/,
    ranges,
  ],
  [
    "kubectl-v6-401",
    http(401),
    "answers: healthy → healthy",
    /the network is fine, and the API server takes none of your tokens/,
  ],
  [
    "kubectl-v6-200",
    http(200),
    "answers: healthy → healthy",
    /^The API server answers you, so the network is fine/,
  ],
  ["kubectl-v9-403", http(403), "answers: healthy → healthy", /the network is fine, and Kubernetes refuses/],
  // Sign-in.
  ["kubelogin-aadsts", { is: "signIn", code: "AADSTS50079" }, "-: healthy → healthy", /Conditional Access/],
  [
    "az-other-tenant",
    { is: "tenant" },
    "otherTenant: healthy → healthy",
    /^Your Azure CLI is signed in to the tenant …db47, .*az login --tenant 3c5e7a91/,
  ],
  [
    "az-account-show",
    { is: "tenant" },
    "otherTenant: healthy → healthy",
    /^Your Azure CLI is signed in to the tenant …db47/,
  ],
];

const titled = rows.map(
  (row) => [row[0], row[4] === undefined ? "a healthy cluster" : "another", row] as const,
);

test.each(titled)("%s, of %s", (file, _of, [, observed, expected, says, changes = []]) => {
  const pasted = pastedTest(file);
  expect(readClientTest(pasted)).toContainEqual(expect.objectContaining(observed));

  const asked = changed(...changes, setClient({ ...changed(...changes).client, symptom: pasted }));
  const shown = clientTestResultsIn(asked).map(({ is }) => is);
  const diagnosis = diagnose(asked);
  expect(`${shown.join(" ") || "-"}: ${diagnose(changed(...changes)).verdict} → ${diagnosis.verdict}`).toBe(
    expected,
  );
  expect(diagnosis.summary).toMatch(says);
});

test("every output that is kept has its row", () => {
  expect(pastedTests().filter((file) => !rows.some(([of]) => of === file))).toEqual([]);
});

test.each(pastedTests())(
  "%s: quoted, indented, and with the line ends of Windows, it shows the same",
  (file) => {
    const pasted = pastedTest(file);
    const quoted = pasted
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\r\n");
    expect(readClientTest(quoted)).toEqual(readClientTest(pasted));
    expect(readClientTest(`\`\`\`\n${pasted}\n\`\`\``)).toEqual(readClientTest(pasted));
  },
);

test.each(pastedTests())("%s: masked, as it is kept, it shows the same", (file) => {
  const pasted = pastedTest(file);
  expect(readClientTest(redact(keptPaste(pasted)).text)).toEqual(readClientTest(pasted));
});

test("a password in a proxy's address goes no further", () => {
  const pasted = pastedTest("curl-proxy-refuses").replace("http://", "http://sam:hunter2@");
  expect(JSON.stringify(readClientTest(pasted))).not.toContain("hunter2");
  expect(readClientTest(pasted)).toContainEqual(
    expect.objectContaining({ is: "proxy", proxy: "http://proxy.corp.example:8080" }),
  );
});

test.each([
  [
    "German",
    `Server:  fritz.box\nAddress:  192.168.178.1\n\n*** ${name} wurde von fritz.box nicht gefunden: Non-existent domain.`,
  ],
  [
    "French",
    `Serveur :   UnKnown\nAddress:  192.168.178.1\n\n*** UnKnown ne parvient pas à trouver ${name} : Non-existent domain`,
  ],
  [
    "Spanish",
    `Servidor:  UnKnown\nAddress:  192.168.178.1\n\n*** UnKnown no encuentra ${name}: Non-existent domain`,
  ],
])("Windows in %s", (_language, pasted) => {
  expect(readClientTest(pasted)).toEqual([{ names: [name], ...answer("192.168.178.1", "noSuchName") }]);
});

test("what is about another name says nothing of this cluster", () => {
  const symptom = pastedTest("nslookup-linux-azure-no-such-name").replaceAll(name, "www.example.com");
  expect(clientTestResultsIn(changed(setClient({ symptom })))).toEqual([]);
});

test.each([
  [
    "Entra ID",
    'Post "https://login.microsoftonline.com/x/oauth2/token": dial tcp 20.190.160.17:443: i/o timeout',
  ],
  [
    "an image",
    'Head "https://mcr.microsoft.com/v2/oss/manifests/1": dial tcp 204.79.197.219:443: i/o timeout',
  ],
  ["a node", "error dialing backend: dial tcp 10.10.1.5:10250: i/o timeout"],
])("a connection to %s is none to the API server", (_what, symptom) => {
  expect(clientTestResultsIn(changed(setClient({ symptom })))).toEqual([]);
});

test("a connection to the cluster's own service is a pod's, and no way of the requester's", () => {
  const symptom = 'Get "https://10.100.0.1:443/api": dial tcp 10.100.0.1:443: i/o timeout';
  expect(clientTestResultsIn(changed(setClient({ symptom })))).toEqual([
    { is: "insideOnly", address: "10.100.0.1" },
  ]);
});

test("a public answer for the public name of a private cluster is not called right", () => {
  const symptom = pastedTest("private-public-answer");
  expect(symptom).toContain(publicName);
  expect(clientTestResultsIn(changed(setClient({ symptom })))).toMatchObject([{ is: "namePublic" }]);
});

test.each(["", "it does not work", "a: b", "Server:", "Name:", "HTTP/1.1 200 OK"])(
  "%j shows nothing",
  (text) => {
    expect(clientTestResultsIn(changed(setClient({ symptom: text })))).toEqual([]);
  },
);
