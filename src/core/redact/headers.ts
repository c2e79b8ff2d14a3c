// Credentials that a header, a command line or a sentence announces.
import { isHarmless, isReference } from "./harmless.ts";
import type { SecretKind, Span } from "./span.ts";

/** The group `secret` is the secret. Each pattern begins with a word that is rare, or looks at a bounded stretch. */
const rules: readonly (readonly [SecretKind, RegExp])[] = [
  // Authorization: Basic …; also Proxy-Authorization, in quotes, in Go's and Python's writing
  [
    "credential",
    /(?<![A-Za-z])authorization\\{0,4}["']?[\])]?[ \t]{0,8}(?:[:=,]|=>|->|(?=\\{0,4}["']))[ \t]{0,8}[[(]?\\{0,4}["']?(?:(?:Bearer|Basic|Digest|Token|ApiKey|Api-Key|Key|Negotiate|SharedKey|SharedAccessSignature|AWS4-HMAC-SHA256|GenieKey|Splunk|JWT|OAuth|NTLM|Snowflake Token=)[ \t]{1,8})?(?<secret>[^\s"'\\\])]{3,8000})/gi,
  ],
  ["credential", /(?<![A-Za-z-])(?:bearer|basic)[ \t]{1,8}(?<secret>[A-Za-z0-9._~+/-]{12,8000}={0,2})/gi],
  [
    "credential",
    /(?<![A-Za-z-])(?:set-)?cookie\\{0,4}["']?[ \t]{0,8}:[ \t]{0,8}\[?\\{0,4}["']?(?<secret>[^\n"'\\\]]{3,8000})/gi,
  ],
  [
    "credential",
    /(?<![A-Za-z])x-[a-z-]{0,40}(?:token|key|secret|signature|auth)\\{0,4}["']?[ \t]{0,8}[:=][ \t]{0,8}\[?\\{0,4}["']?(?<secret>[^\s"'\\\]]{3,8000})/gi,
  ],
  // curl -u user:password and its relatives
  [
    "credential",
    /(?<![\w-])(?:-u|--user|--proxy-user|--creds)[ =]{1,4}["']?[^\s:"']{1,128}:(?!\/\/)(?<secret>[^\s"']{1,512})/g,
  ],
  [
    "argument",
    /(?<![\w-])(?:mysql|mysqldump|mysqladmin|mariadb|sshpass)\b[^\n|;]{0,120}?\s-p(?<secret>[^\s"',\]]{1,128}|["'][^"'\n]{1,128})/g,
  ],
  ["argument", /(?<![\w-])(?:sshpass|login)\b[^\n|;]{0,120}?\s-p[ =]["']?(?<secret>[^\s"']{1,4096})/g],
  ["argument", /(?<![\w-])redis-cli\b[^\n|;]{0,120}?\s-a[ =]?["']?(?<secret>[^\s"']{1,512})/g],
  ["argument", /(?<![\w-])ldap[a-z]{3,10}\b[^\n|;]{0,200}?\s-w[ =]?["']?(?<secret>[^\s"']{1,512})/g],
  [
    "argument",
    /(?<![\w-])htpasswd\b[^\n|;]{0,80}?-[a-zA-Z]*b[a-zA-Z]*\s[^\n|;\s]{1,200}\s[^\s]{1,100}\s["']?(?<secret>[^\s"']{1,200})/g,
  ],
  [
    "argument",
    /(?<![\w-])echo(?: -n)? ["']?(?<secret>[^\s"'|]{3,4096})["']? ?\|[^\n|]{0,120}--password-stdin/g,
  ],
  ["argument", /(?<![\w-])-pass(?:in|out)?[ =](?:pass:)?["']?(?<secret>[^\s"']{1,512})/g],
  // --password x, --from-literal=a=x, IDENTIFIED BY 'x'
  [
    "argument",
    /(?<![\w-])--?(?:[a-z0-9]{1,20}[-_.]){0,4}(?:password|passwd|passphrase|pass|pwd|secret|token|credentials?|(?:api|access|account|private|storage|signing|encryption|license|master|secret|shared|client|auth)[-_.]?key|apikey|connection-?string|dsn)["']?,?[ \t]{1,8}["']?(?!-|\[masked\])(?<secret>[^\s"',]{1,4096})/gi,
  ],
  ["argument", /--from-literal[= ]["']?[\w.-]{1,253}=(?<secret>[^\s"']{1,4096})/g],
  ["credential", /\bidentified (?:with \S{1,60} )?by ["'](?<secret>[^"'\n]{1,512})/gi],
  [
    "credential",
    /\b(?:password|passwd|passphrase|secret|token|api key)s? (?:is|was|=>|changed to|set to|reset to)[ :]{1,3}["']?(?<secret>[^\s"']{3,512})/gi,
  ],
  // password in (a, b) of a label selector
  [
    "named",
    /(?<![\w./-])[\w./-]{0,200}(?:password|passwd|secret|token|api-?key|credentials?)\s{1,20}(?:not)?in\s{0,20}\((?<secret>[^()\n]{1,1000})(?=\))/gi,
  ],
  // name="Password" value="…" of XML
  [
    "named",
    /(?:key|name)=["'][\w.:-]{0,60}(?:password|secret|token|apikey|api-key|connectionstring)["'][ \t]{1,8}value=["'](?<secret>[^"'\n]{1,2048})/gi,
  ],
  // a shared access signature; in JSON, `&` before it is written \u0026
  ["credential", /(?<![A-Za-z])sig=(?<secret>[A-Za-z0-9%+/_-]{16,512}={0,2})/gi],
];

const sentence = /^(?:is|was|=>|changed|set|reset)/;

export function headerSpans(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const [kind, rule] of rules) {
    for (const match of text.matchAll(rule)) {
      const secret = match.groups?.secret ?? "";
      if (isReference(secret) || isTalk(match[0], secret)) continue;
      const end = match.index + match[0].length;
      const start = match[0].endsWith(secret)
        ? end - secret.length
        : match.index + match[0].lastIndexOf(secret);
      found.push({ start, end: start + secret.length, kind });
    }
  }
  return found;
}

/** `password is incorrect`, `basic authentication`, `-u 1000:1000`: said about a secret, or none. */
function isTalk(whole: string, secret: string): boolean {
  if (/^authorization/i.test(whole))
    return /^(?:failed|required|denied|error|missing|header|is|not|none|mode)$/i.test(secret);
  if (/^-u/.test(whole) || /^--user/.test(whole)) return /^\d{1,10}$/.test(secret);
  if (/^(?:bearer|basic)/i.test(whole))
    return !/[\dA-Z+/=]/.test(secret.slice(1)) || /^[A-Z]?[a-z]+(?:[-_.][a-z]+)*[.,:]?$/.test(secret);
  const words = /^[a-z]+ ?[a-z]*s? ([a-z=>]+)/i.exec(whole)?.[1];
  if (words !== undefined && sentence.test(words)) {
    return /^[a-z]+[.,:;]?$/i.test(secret) || isHarmless(secret, "name");
  }
  return false;
}
