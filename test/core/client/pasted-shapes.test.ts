// Shapes in which people paste: other languages, tools beside the usual ones, logs, broken lines, several tests in one text.
import { clientTestResultsIn } from "../../../src/core/client/judge.ts";
import { diagnose } from "../../diagnosed.ts";
import { recordName, zoneName } from "../../fixtures/healthy-snapshot.ts";
import { changed, setClient } from "../../fixtures/snapshot-changes.ts";

const name = `${recordName}.${zoneName}`;
const other = "dev-9-aaaa.hcp.westeurope.azmk8s.io";

/** Of a text: what it shows of a healthy private cluster, and the verdict with it. */
function seen(symptom: string) {
  const asked = changed(setClient({ ...changed().client, symptom }));
  const { verdict, summary } = diagnose(asked);
  return { shown: clientTestResultsIn(asked).map(({ is }) => is), verdict, summary };
}

const windows = (server: string, head: string, answer: string): string =>
  `${server}  UnKnown\nAddress:  192.168.1.53\n\n${head}\n${answer}`;
const linux = (answer: string, server = "192.168.1.53"): string =>
  `Server:\t\t${server}\nAddress:\t${server}#53\n\n${answer}`;
const right = linux(`Name:\t${name}\nAddress: 10.10.0.4`);
const psError = (words: string, id: string): string =>
  `Resolve-DnsName : ${name} : ${words}\nIn Zeile:1 Zeichen:1\n+ Resolve-DnsName ${name}\n    + FullyQualifiedErrorId : ${id},Microsoft.DnsClient.Commands.ResolveDnsName`;
const go = (words: string): string => `Unable to connect to the server: ${words}`;
const open = `*   Trying 10.10.0.4:443...\n* Connected to ${name} (10.10.0.4) port 443\n`;
const response = (host: string): string =>
  `I1125 09:01:52.861723    4242 round_trippers.go:632] "Response" verb="GET" url="https://${host}:443/version?timeout=32s" status="200 OK" milliseconds=91\nServer Version: v1.34.2`;

/** `shown: verdict` */
type Row = readonly [what: string, text: string, expected: string];

const names: readonly Row[] = [
  [
    "German",
    windows("Server:", "Nicht autorisierende Antwort:", `Name:    ${name}\nAddress:  10.10.0.4`),
    "nameRight: healthy",
  ],
  [
    "French",
    windows("Serveur :", "Réponse ne faisant pas autorité :", `Nom :    ${name}\nAddress:  10.10.0.4`),
    "nameRight: healthy",
  ],
  [
    "Italian",
    windows("Server:", "Risposta da un server non autorevole:", `Nome:    ${name}\nAddress:  10.10.0.4`),
    "nameRight: healthy",
  ],
  [
    "Dutch",
    windows("Server:", "Niet-bindend antwoord:", `Naam:    ${name}\nAddress:  10.10.0.4`),
    "nameRight: healthy",
  ],
  [
    "tabs that are lost",
    `Server:192.168.1.53\nAddress:192.168.1.53#53\n\nName:${name}\nAddress: 10.10.0.77`,
    "nameOther: degraded",
  ],
  ["a curly quote", linux(`** server can’t find ${name}: NXDOMAIN`), "noName: degraded"],
  ["dig +short, right", `$ dig +short ${name}\n10.10.0.4`, "nameRight: healthy"],
  ["dig +short, another", `$ dig ${name} @10.1.1.1 +short\n10.10.0.77`, "nameOther: degraded"],
  ["getent", `$ getent hosts ${name}\n10.10.0.77      ${name}`, "nameOther: degraded"],
  ["resolvectl", `${name}: 10.10.0.77             -- link: eth0`, "nameOther: degraded"],
  ["resolvectl, none", `${name}: resolve call failed: '${name}' not found`, "noName: degraded"],
  [
    "an error of PowerShell in German",
    psError("Der DNS-Name ist nicht vorhanden.", "DNS_ERROR_RCODE_NAME_ERROR"),
    "noName: degraded",
  ],
  [
    "an error of PowerShell over two lines",
    psError("DNS name does \nnot exist", "DNS_ERROR_RCODE_NAME_ERROR"),
    "noName: degraded",
  ],
  ["a French warning", `AVERTISSEMENT : Name resolution of ${name} failed`, "noName: degraded"],
  ["wget", `wget: unable to resolve host address ‘${name}’`, "noName: degraded"],
  [
    "Invoke-WebRequest",
    `Invoke-WebRequest : The remote name could not be resolved: '${name}'`,
    "noName: degraded",
  ],
  [
    "a DNS server with an IPv6 address",
    go(`dial tcp: lookup ${name} on [fe80::1%eth0]:53: no such host`),
    "noName: degraded",
  ],
  [
    "a pipeline's times",
    linux(`** server can't find ${name}: NXDOMAIN`)
      .split("\n")
      .map((line) => `2026-05-01T10:11:12.1234567Z ${line}`)
      .join("\n"),
    "noName: degraded",
  ],
];

const failing: readonly Row[] = (
  [
    ["SERVFAIL", linux(`** server can't find ${name}: SERVFAIL`)],
    ["a refusal", `Server:  dc01\nAddress:  10.1.1.1\n\n*** dc01 can't find ${name}: Query refused`],
    ["Go", go(`dial tcp: lookup ${name} on 10.1.1.1:53: server misbehaving`)],
    ["PowerShell", psError("DNS-Serverfehler.", "DNS_ERROR_RCODE_SERVER_FAILURE")],
  ] as const
).map(([what, text]) => [`a DNS server that fails: ${what}`, text, "serverFails: degraded"]);

const connections: readonly Row[] = [
  [
    "refused in German",
    go(
      "dial tcp 10.10.0.4:443: connectex: Es konnte keine Verbindung hergestellt werden, da der Zielcomputer die Verbindung verweigerte.",
    ),
    "refused: degraded",
  ],
  [
    "refused in French",
    go(
      "dial tcp 10.10.0.4:443: connectex: Aucune connexion n’a pu être établie car l’ordinateur cible l’a expressément refusée.",
    ),
    "refused: degraded",
  ],
  [
    "cut in German",
    go(
      "read tcp 10.50.1.5:5555->10.10.0.4:443: wsarecv: Eine vorhandene Verbindung wurde vom Remotehost geschlossen.",
    ),
    "reset: degraded",
  ],
  [
    "cut before an answer",
    `E1125 09:01:52.861723 4242 memcache.go:265] "Unhandled Error" err="couldn't get current server API group list: Get \\"https://${name}:443/api?timeout=32s\\": EOF"`,
    "reset: degraded",
  ],
  ["an older Test-NetConnection", "WARNING: TCP connect to 10.10.0.4:443 failed", "timedOut: degraded"],
  ["busybox", `nc: ${name} (10.10.0.4:443): Connection timed out`, "timedOut: degraded"],
  ["bash", "bash: /dev/tcp/10.10.0.4/443: Connection timed out", "timedOut: degraded"],
  [
    "wget",
    `Resolving ${name} (${name})... 10.10.0.4\nConnecting to ${name} (${name})|10.10.0.4|:443... failed: Connection timed out.`,
    "timedOut nameRight: degraded",
  ],
  [
    "curl with times",
    "09:10:11.123456 *   Trying 10.10.0.4:443...\n09:10:19.123456 * Connection timed out after 8001 milliseconds",
    "timedOut: degraded",
  ],
  [
    "a handshake that is cut",
    `${open}* TLSv1.3 (OUT), TLS handshake, Client hello (1):\ncurl: (35) Recv failure: Connection reset by peer`,
    "tlsSilent nameRight: degraded",
  ],
  [
    "nothing behind an open connection",
    `${open}* Operation timed out after 8001 milliseconds with 0 bytes received`,
    "tlsSilent nameRight: degraded",
  ],
  ["a proxy that nobody finds", "curl: (5) Could not resolve proxy: proxy.corp", "proxied: degraded"],
];

const several: readonly Row[] = [
  [
    "one's own server is right, and a public one is asked to compare",
    `${right}\n\n${linux(`** server can't find ${name}: NXDOMAIN`, "8.8.8.8")}`,
    "nameRight: healthy",
  ],
  [
    "the same the other way round",
    `${linux(`** server can't find ${name}: NXDOMAIN`, "8.8.8.8")}\n\n${right}`,
    "nameRight: healthy",
  ],
  [
    "one's own server does not know it, and one in Azure does",
    `${linux(`** server can't find ${name}: NXDOMAIN`)}\n\n${linux(`Name:\t${name}\nAddress: 10.10.0.4`, "10.0.0.4")}`,
    "noName nameRight: degraded",
  ],
];

const others: readonly Row[] = [
  ["kubectl asks another cluster", response(other), "otherCluster: healthy"],
  ["kubectl asks this machine", response("127.0.0.1"), "-: healthy"],
  [
    "another site's certificate and answer",
    "* Connected to login.microsoftonline.com (20.190.160.17) port 443\n*  subject: CN=login.microsoftonline.com\n*  issuer: C=US; O=DigiCert Inc; CN=DigiCert SHA2\n< HTTP/1.1 401 Unauthorized",
    "-: healthy",
  ],
  [
    "another site's handshake",
    'Post "https://login.microsoftonline.com/x": net/http: TLS handshake timeout',
    "-: healthy",
  ],
  ["an address that somebody typed", "Connection to 10.20.0.9 443 port [tcp/https] succeeded!", "-: healthy"],
  [
    "the tenants of a list of accounts",
    '[{\n"homeTenantId": "11111111-1111-4111-8111-111111111111",\n"tenantId": "11111111-1111-4111-8111-111111111111"\n},\n{\n"homeTenantId": "3c5e7a91-2b4d-4f68-8a0c-1e2d3f4a5b6c",\n"tenantId": "3c5e7a91-2b4d-4f68-8a0c-1e2d3f4a5b6c"\n}]',
    "-: healthy",
  ],
  [
    "the tenant of an identity",
    '"identity": {\n"principalId": "x",\n"tenantId": "22222222-2222-4222-8222-222222222222"\n}',
    "-: healthy",
  ],
];

test.each([...names, ...failing, ...connections, ...several, ...others])("%s", (_what, text, expected) => {
  const { shown, verdict } = seen(text);
  expect(`${shown.join(" ") || "-"}: ${verdict}`).toBe(expected);
});

test("curl also says which hosts it asks without a proxy: that is none", () => {
  const direct = `* Uses proxy env variable no_proxy == 'localhost,.azmk8s.io'\n${open}< HTTP/2 401\n< audit-id: x`;
  expect(seen(direct)).toMatchObject({ shown: ["answers", "nameRight"], verdict: "healthy" });
  const through =
    "* Uses proxy env variable no_proxy == 'localhost'\n* Uses proxy env variable https_proxy == 'http://proxy.corp:8080'\n* CONNECT tunnel failed, response 403";
  expect(seen(through).summary).toMatch(/^A proxy, http:\/\/proxy\.corp:8080, /);
});

test("behind a proxy that lets it through, the API server's answer is its own", () => {
  const through = `* Uses proxy env variable https_proxy == 'http://proxy.corp:443'\n* Connected to proxy.corp (10.200.1.8) port 443\n> CONNECT ${name}:443 HTTP/1.1\n< HTTP/1.1 200 Connection established\n*  issuer: CN=ca\n< HTTP/2 401\n< audit-id: x`;
  expect(seen(through).shown).toEqual(["answers"]);
});
