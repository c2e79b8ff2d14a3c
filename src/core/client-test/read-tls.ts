// Handshakes and certificates, as curl, Go and Windows tell of them.
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
    /(?:SSL_connect|SSL_ERROR_SYSCALL|gnutls_handshake|TLS connect error|schannel: failed to receive handshake).{0,120}/i,
    "cut",
  ],
  [/first record does not look like a TLS handshake|wrong version number/i, "noTls"],
];

function endIn(line: string): Observation | null {
  // With -k curl says that it does not know the cluster's own authority, which nobody's machine does.
  if (/continuing anyway/.test(line)) return null;
  const end = ends.find(([text]) => text.test(line))?.[1];
  const [, host] = /"https:\/\/([\w.-]{1,253})[:/"]/.exec(line) ?? [];
  return end === undefined ? null : { is: "tls", end, host: host?.toLowerCase() ?? null };
}

/** What curl -v says of the certificate that it was shown; a proxy's own comes before it. */
function certificateIn(lines: readonly string[]): readonly Observation[] {
  const last = (label: RegExp): string | null =>
    lines.flatMap((line) => label.exec(line)?.[1] ?? []).at(-1) ?? null;
  const subject = last(/^subject: (.{1,300})$/i);
  const issuer = last(/^issuer: (.{1,300})$/i);
  const expires = last(/^expire date: (.{1,40})$/i);
  return subject === null && issuer === null ? [] : [{ is: "certificate", subject, issuer, expires }];
}

export const readTls: Reader = (lines) => [
  ...certificateIn(lines),
  ...lines.flatMap((line) => endIn(line) ?? []),
];
