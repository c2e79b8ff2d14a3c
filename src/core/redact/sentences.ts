// Secrets in sentences, tables and settings files: a word that tells, and the value behind it without `=` or `:`.
import { type Announcement, announcedSpans } from "./announced.ts";
import { isHarmless, isSwitch } from "./harmless.ts";
import type { Span } from "./span.ts";

/** `password is incorrect`, `password authentication failed`. */
const isWord = (secret: string): boolean => /^[a-z]+[.,:;]?$/i.test(secret) || isHarmless(secret, "name");
const hasNoDigit = (secret: string): boolean => !/\d/.test(secret) || isHarmless(secret, "");

const announcements: readonly Announcement[] = [
  {
    kind: "credential",
    pattern:
      /\b(?:password|passwd|passphrase|secret|token|api key)s? (?:(?:for|of) [^\n:]{1,60} )?(?:is|was|=>|changed to|set to|reset to)[ :]{1,3}["']?(?<secret>[^\s"']{3,512})/dgi,
    unless: isWord,
  },
  // Please use the following password to proceed to installation: x
  {
    kind: "credential",
    pattern:
      /\b(?:following (?:initial |admin |root ){0,2}(?:password|passphrase|token|secret|api key)|password for the \S{1,60} user)\b[^\n:]{0,100}:\s{1,12}(?<secret>\S{6,512})/dgi,
    unless: hasNoDigit,
  },
  // requirepass x; with password x
  {
    kind: "named",
    pattern:
      /(?<![\w-])(?:requirepass|masterauth|insecure-password|password|passwd|passphrase)[ \t]{1,4}["']?(?<secret>[^\s"']{4,512})/dgi,
    unless: hasNoDigit,
  },
  // HTTP_Passwd x, of Fluent Bit
  {
    kind: "named",
    pattern:
      /(?<=^|\n)[ \t]{0,20}(?:[A-Za-z]\w{0,40}_(?:passwd|password|token|secret|api_key|access_key)|shared_key)[ \t]{1,20}(?<secret>[^\s"']{4,512})/dgi,
    unless: hasNoDigit,
  },
  // DB_PASSWORD    x
  {
    kind: "named",
    pattern:
      /(?<=^|\n)[A-Z0-9_]{0,60}(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|CREDENTIALS?)(?: {2,}|\t{1,8})(?<secret>\S[^\n]{0,1000})/dg,
    unless: (secret) => /^[A-Z][A-Z0-9_-]*(?:\s|$)/.test(secret),
  },
  // password........x
  { kind: "named", pattern: /(?:password|secret|token)\.{3,80}(?<secret>[^\s.][^\s]{2,512})/dgi },
  // ~/.pgpass: host:port:database:user:password
  {
    kind: "credential",
    pattern:
      /(?<![\w.:*-])[\w.*-]{1,80}:\d{4,5}:[A-Za-z*][\w-]{0,60}:[A-Za-z*][\w.-]{0,60}:(?<secret>[^\s:]{3,200})(?!\S)/dg,
  },
  // password in (a, b), of a label selector
  {
    kind: "named",
    pattern:
      /(?<![\w./-])[\w./-]{0,200}(?:password|passwd|secret|token|api-?key|credentials?)\s{1,20}(?:not)?in\s{0,20}\((?<secret>[^()\n]{1,1000})(?=\))/dgi,
  },
  { kind: "credential", pattern: /\bidentified (?:with \S{1,60} )?by ["'](?<secret>[^"'\n]{1,512})/dgi },
  // <wsse:Password Type="…">x</wsse:Password>
  {
    kind: "named",
    pattern:
      /<[\w.:-]{0,60}(?:password|passwd|secret|token|apikey|api-key)(?:\s[^<>\n]{0,300})?>(?<secret>[^<\n]{1,4096})(?=<\/)/dgi,
    unless: isSwitch,
  },
  // name="Password" value="…" of XML
  {
    kind: "named",
    pattern:
      /(?:key|name)=["'][\w.:-]{0,60}(?:password|secret|token|apikey|api-key|connectionstring)["'][ \t]{1,8}value=["'](?<secret>[^"'\n]{1,2048})/dgi,
  },
];

export const sentenceSpans = (text: string): readonly Span[] => announcedSpans(text, announcements);
