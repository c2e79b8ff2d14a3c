// Handshakes and certificates, as curl, Go and Windows tell of them.
import { askedHosts } from "./asked-hosts.ts";
import type { Observation, Reader, TlsEnd } from "./observation.ts";

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
