// From whatever somebody pasted to what it shows. Any text may come: what is no output of a known tool shows nothing.

import type { Observation, Reader, TlsEnd } from "./observation.ts";
import { readAnswers } from "./read-answers.ts";
import { readLookups } from "./read-lookups.ts";
import { addressOnly, askedHosts, endOf, linesOf, nameOnly, readConnections } from "./shapes.ts";

// What was answered over HTTP, and by whom: the API server, or a proxy on the way.

/** Nothing but an API server, or kubectl talking to one, writes these. */
const ofApiServer =
  /^audit-id:|"kind": ?"Status"|"gitVersion":|^Server Version:|^Error from server \(|You must be logged in to the server|^x-kubernetes-pf-/i;

/** kubectl -v=6 and up; older releases write the first, newer ones the second. */
const kubectl: readonly RegExp[] = [
  /\b(?:GET|POST) https:\/\/[\w.-]{1,253}\S{0,300} (\d{3}) [A-Z]/,
  /url="https:\/\/[\w.-]{1,253}[^"]{0,300}" status="(\d{3}) /,
  /Response Status: (\d{3}) /,
];

const words: readonly (readonly [RegExp, number])[] = [
  [/You must be logged in to the server|asked for the client to provide credentials/i, 401],
  [/^Error from server \(Forbidden\)/i, 403],
  [/^Server Version: v?\d/i, 200],
];

function statusIn(line: string, isKubernetes: boolean, host: string | null): Observation | null {
  const said = words.find(([text]) => text.test(line))?.[1];
  if (said !== undefined) return { is: "http", status: said, by: "apiServer", host };
  const status = kubectl.map((text) => text.exec(line)?.[1]).find((each) => each !== undefined);
  if (status !== undefined) return { is: "http", status: Number(status), by: "apiServer", host };
  const [, answered, phrase = ""] = /^HTTP\/[\d.]{1,3} (\d{3})\b(.{0,60})/.exec(line) ?? [];
  if (answered === undefined || isOfProxy(Number(answered), phrase)) return null;
  return { is: "http", status: Number(answered), by: isKubernetes ? "apiServer" : "unknown", host };
}

const isOfProxy = (status: number, phrase: string): boolean =>
  status === 407 || /connection established|tunnel|proxy/i.test(phrase);

/** The body alone, as `curl -k` without `-v` prints it. */
function bodyIn(lines: readonly string[], hosts: readonly (string | null)[]): readonly Observation[] {
  const read = (text: RegExp, status: (line: string) => number): readonly Observation[] => {
    const at = lines.findIndex((line) => text.test(line));
    const line = lines[at];
    return line === undefined
      ? []
      : [{ is: "http", status: status(line), by: "apiServer", host: hosts[at] ?? null }];
  };
  const code = /"code": ?(\d{3})\b/;
  return lines.some((line) => /"kind": ?"Status"/.test(line))
    ? read(code, (line) => Number(code.exec(line)?.[1]))
    : read(/"gitVersion":/, () => 200);
}

/** curl also says which hosts it asks without one: that is none. */
const usedProxy = /Uses proxy env variable (?!no_proxy)\w{1,20} == '([^']{1,200})'/i;

const proxies: readonly RegExp[] = [
  usedProxy,
  /Unable to connect to the proxy|Could not resolve proxy|proxyconnect tcp: |ProxyError\(|Proxy Authentication Required/i,
  /CONNECT tunnel (?:failed|established), response (?:\d{3})/,
  /Received HTTP code \d{3} from proxy after CONNECT/,
];

/** Of all lines that tell of one: which it is, and how it answered. */
function proxyIn(lines: readonly string[]): readonly Observation[] {
  const told = lines.filter((line) => proxies.some((each) => each.test(line)));
  if (told.length === 0) return [];
  const first = (text: RegExp): string | null =>
    lines.map((line) => text.exec(line)?.[1]).find((each) => each !== undefined) ?? null;
  const address = first(/proxyconnect tcp: dial tcp (\S{1,60}): /);
  const unresolved = first(/Could not resolve proxy:? ([\w.-]{1,253})/i);
  const proxy = first(usedProxy) ?? address ?? unresolved;
  // A proxy's address may hold a password.
  const named = proxy?.replace(/^(\w{1,10}:\/\/)?[^/@]{0,200}@/, "$1") ?? null;
  const status =
    first(/(?:response|HTTP code|Tunnel connection failed:) (\d{3})/) ??
    (told.some((line) => /Proxy Authentication Required/.test(line)) ? "407" : null);
  const failed = first(/proxyconnect tcp: (.{1,200})/);
  return [
    {
      is: "proxy",
      proxy: named,
      status: status === null ? null : Number(status),
      end: failed === null ? (unresolved === null ? null : "failed") : endOf(failed),
    },
  ];
}

export const readHttp: Reader = (lines) => {
  const isKubernetes = lines.some((line) => ofApiServer.test(line));
  const hosts = askedHosts(lines);
  return [
    ...proxyIn(lines),
    ...lines.flatMap((line, at) => statusIn(line, isKubernetes, hosts[at] ?? null) ?? []),
    ...bodyIn(lines, hosts),
  ];
};

// Test-NetConnection: a list of properties, of which the last says whether the port opened.

const property = /^([A-Za-z()]{3,30})\s{0,30}:\s{1,3}(\S{1,253})$/;

export function readNetConnections(lines: readonly string[]): readonly Observation[] {
  const observations: Observation[] = [];
  let read = new Map<string, string>();
  for (const line of lines) {
    const [, key = "", value = ""] = property.exec(line) ?? [];
    if (/^ComputerName$/i.test(key)) read = new Map();
    if (key !== "") read.set(key.toLowerCase(), value);
    if (/^TcpTestSucceeded$/i.test(key)) observations.push(...told(read));
  }
  return observations;
}

function told(read: ReadonlyMap<string, string>): readonly Observation[] {
  const name = nameOnly(read.get("computername"));
  const address = addressOnly(read.get("remoteaddress"));
  const port = Number(read.get("remoteport") ?? Number.NaN);
  const isOpen = /^true$/i.test(read.get("tcptestsucceeded") ?? "");
  const connection: Observation = {
    is: "connection",
    host: name,
    address,
    port: Number.isNaN(port) ? null : port,
    end: isOpen ? "open" : "failed",
    ...(name === null && address !== null ? { direct: true as const } : {}),
  };
  return name === null || address === null
    ? [connection]
    : [{ is: "name", names: [name], server: null, answer: "addresses", addresses: [address] }, connection];
}

// Who the tools are signed in as, and what Entra ID refuses.

const guid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const tenant = new RegExp(`"tenantId": ?"(${guid})"`, "i");
const alone = new RegExp(`^"?(${guid})"?$`, "i");
/** Only the answer to `az account show` says who is signed in: accounts are listed, and clusters have tenants, too. */
const isAccount = (lines: readonly string[]): boolean => {
  const count = (text: RegExp): number => lines.filter((line) => text.test(line)).length;
  return count(/"homeTenantId":|"environmentName":|"cloudName":/) > 0 && count(/"tenantId":/) === 1;
};
const asked = /az account show\b.{0,200}tenantId/;

/** The line behind the question, where the answer is the id alone. */
function tenantIn(lines: readonly string[], at: number, ofAccount: boolean): Observation | null {
  const line = lines[at] ?? "";
  const shown = ofAccount ? tenant.exec(line)?.[1] : undefined;
  const id = shown ?? (asked.test(lines[at - 1] ?? "") ? alone.exec(line)?.[1] : undefined);
  return id === undefined ? null : { is: "tenant", id: id.toLowerCase() };
}

export const readSignIn: Reader = (lines) => {
  const ofAccount = isAccount(lines);
  return lines.flatMap((line, at): readonly Observation[] => {
    const code = /\bAADSTS\d{5,7}\b/.exec(line)?.[0];
    return [
      ...(code === undefined ? [] : [{ is: "signIn" as const, code }]),
      ...[tenantIn(lines, at, ofAccount)].filter((each) => each !== null),
    ];
  });
};

// Handshakes and certificates, as curl, Go and Windows tell of them.

const ends: readonly (readonly [RegExp, TlsEnd])[] = [
  [
    /x509: certificate signed by unknown authority|SEC_E_UNTRUSTED_ROOT|self[- ]signed certificate in certificate chain/i,
    "unknownAuthority",
  ],
  [
    /x509: certificate has expired or is not yet valid|SSL certificate problem: certificate has expired|SEC_E_CERT_EXPIRED/i,
    "expired",
  ],
  [
    /x509: certificate is (?:valid for|not valid for)|no alternative certificate subject name|SEC_E_WRONG_PRINCIPAL/i,
    "otherName",
  ],
  [/TLS handshake timeout|SSL connection timeout/i, "silent"],
  [
    /(?:SSL_connect|SSL_ERROR_SYSCALL|gnutls_handshake|TLS connect error|schannel: failed to receive handshake|^curl: \(35\) Recv failure).{0,120}/i,
    "cut",
  ],
  [/first record does not look like a TLS handshake|wrong version number/i, "noTls"],
];

function endIn(line: string, asked: string | null): Observation | null {
  // With -k curl says that it does not know the cluster's own authority, which nobody's machine does.
  if (/continuing anyway/.test(line)) return null;
  const end = ends.find(([text]) => text.test(line))?.[1];
  const [, host] = /"https:\/\/([\w.-]{1,253})[:/"]/.exec(line) ?? [];
  return end === undefined ? null : { is: "tls", end, host: host?.toLowerCase() ?? asked };
}

/** What curl says where the connection opened and nothing came back, whatever stage it had reached. */
const nothingCame = /^Operation timed out after \d{1,9} milliseconds with 0 (?:out of 0 )?bytes received/;

/** Silence before the handshake was done. */
function silenceIn(lines: readonly string[], hosts: readonly (string | null)[]): readonly Observation[] {
  const at = lines.findIndex((line) => nothingCame.test(line));
  const has = (text: RegExp): boolean => lines.slice(0, at).some((line) => text.test(line));
  return at !== -1 && has(/^Connected to \S{1,253} \(/) && !has(/^(?:SSL connection using|CONNECT)\b/)
    ? [{ is: "tls", end: "silent", host: hosts[at] ?? null }]
    : [];
}

/** What curl -v says of the certificate that it was shown; a proxy's own comes before it. */
function certificateIn(lines: readonly string[], hosts: readonly (string | null)[]): readonly Observation[] {
  const last = (label: RegExp): string | null =>
    lines.flatMap((line) => label.exec(line)?.[1] ?? []).at(-1) ?? null;
  const subject = last(/^subject: (.{1,300})$/i);
  const issuer = last(/^issuer: (.{1,300})$/i);
  const expires = last(/^expire date: (.{1,40})$/i);
  const host = hosts[lines.findLastIndex((line) => /^(?:subject|issuer): ./i.test(line))] ?? null;
  return subject === null && issuer === null ? [] : [{ is: "certificate", subject, issuer, expires, host }];
}

export const readTls: Reader = (lines) => {
  const hosts = askedHosts(lines);
  return [
    ...certificateIn(lines, hosts),
    ...silenceIn(lines, hosts),
    ...lines.flatMap((line, at) => endIn(line, hosts[at] ?? null) ?? []),
  ];
};

const readers: readonly Reader[] = [
  readAnswers,
  readLookups,
  readConnections,
  readNetConnections,
  readTls,
  readHttp,
  readSignIn,
];

/** More than any test prints; kubectl tells the same failure once for each attempt. */
const most = 40;

/** Each once, in the order in which the tools stand in a way: names, connections, TLS, HTTP, sign-in. */
export function readClientTest(text: string): readonly Observation[] {
  const lines = linesOf(text);
  const all = readers.flatMap((read) => read(lines));
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()].slice(0, most);
}
