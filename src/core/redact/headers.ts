// Credentials in headers, as HTTP, nginx, Go, Python and curl write them.
import { type Announcement, announcedSpans } from "./addresses.ts";
import { isHarmless } from "./harmless.ts";
import { isComplaint } from "./no-secret.ts";
import type { Span } from "./span.ts";

const schemes =
  "Bearer|Basic|Digest|Token|ApiKey|Api-Key|Key|Negotiate|SharedKey|SharedAccessSignature|AWS4-HMAC-SHA256|GenieKey|Splunk|JWT|OAuth|NTLM";
/** In quotes, escaped or not, and in Go's brackets. */
const opening = String.raw`[[(]?\\{0,4}["']?`;
const value = String.raw`(?<secret>[^\s"'\\\])]{3,8000})`;

/** Not within a word; the letter of an escape (`\\r\\nAuthorization:`) is none. */
const from = String.raw`(?:(?<![A-Za-z])|(?<=\\[nrt]))`;

const plainWord = /^[A-Z]?[a-z]+(?:[-_.][a-z]+)*[.,:]?$/;

/** In a list of headers. */
const nameOfHeader = /^(?:[A-Z][A-Za-z]{0,30}-)+[A-Z][A-Za-z]{1,30},?$/;

const announcements: readonly Announcement[] = [
  {
    kind: "credential",
    pattern: new RegExp(
      String.raw`${from}authorization\\{0,4}["']?[\])]?[ \t]{0,8}(?:[:=,]|=>|->|(?=\\{0,4}["']))[ \t]{0,8}${opening}(?:(?:${schemes})[ \t]{1,8})?${value}`,
      "gid",
    ),
    unless: (secret) =>
      nameOfHeader.test(secret) ||
      /^(?:failed|required|denied|error|missing|header|is|not|none|null|true|false|mode|server|using|for|from|to|was|has|have|could|cannot|invalid|unauthorized|forbidden)\b/i.test(
        secret,
      ),
  },
  {
    kind: "credential",
    pattern: /(?<![A-Za-z-])(?:bearer|basic)[ \t]{1,8}(?<secret>[A-Za-z0-9._~+/-]{12,8000}={0,2})/dgi,
    unless: (secret) => plainWord.test(secret) || !/[\dA-Z+/=]/.test(secret.slice(1)),
  },
  {
    kind: "credential",
    pattern:
      /(?<![A-Za-z-])(?:set-)?cookie\\{0,4}["']?[ \t]{0,8}:[ \t]{0,8}(?:\[\s{0,12})?\\{0,4}["']?(?<secret>[^\n"'\\\]]{3,8000})/dgi,
    unless: isComplaint,
  },
  // Cookies: {'sessionid': 'x'} of Python
  {
    kind: "credential",
    pattern: /(?<![A-Za-z-])cookies?[ \t]{0,4}[:=][ \t]{0,4}\{(?<secret>[^{}\n]{3,4000})\}/dgi,
  },
  {
    kind: "credential",
    pattern: new RegExp(
      String.raw`${from}x-[a-z-]{0,40}(?:token|key|secret|signature|auth)\\{0,4}["']?[ \t]{0,8}[:=][ \t]{0,8}${opening}${value}`,
      "gid",
    ),
  },
  // How a web page sends a token to Kubernetes
  { kind: "token", pattern: /base64url\.bearer\.authorization\.k8s\.io\.(?<secret>[\w-]{8,8000})/dg },
  // session_id=x; Path=/: what follows says that it is a cookie
  {
    kind: "credential",
    pattern:
      /(?<![\w.-])[\w.-]{1,80}=(?<secret>[^\s;"'=]{8,4000}={0,2});[ ]?(?:path|httponly|secure|samesite|domain|expires|max-age)\b/dgi,
    unless: (secret) => plainWord.test(secret) || isHarmless(secret, ""),
  },
  // proxy_set_header X-Api-Key x;
  {
    kind: "credential",
    pattern:
      /(?:set_header|add_header|set-header|add-header)[ \t]{1,8}[\w-]{0,60}(?:token|key|secret|auth|authorization)[ \t]{1,8}["']?(?<secret>[^\s"';]{3,8000})/dgi,
    unless: (secret) => secret.startsWith("$") || plainWord.test(secret),
  },
  // A shared access signature; in JSON, `&` before it is written \u0026.
  { kind: "credential", pattern: /(?<![A-Za-z])sig=(?<secret>[A-Za-z0-9%+/_-]{16,512}={0,2})/dgi },
];

export const headerSpans = (text: string): readonly Span[] => announcedSpans(text, announcements);
