// Secrets in sentences, tables and settings files: a word that tells, and the value behind it without `=` or `:`.
import { type Announcement, announcedSpans } from "./announced.ts";
import { isHarmless, isSwitch } from "./harmless.ts";
import type { Span } from "./span.ts";

/** `password is incorrect`, `password authentication failed`. */
const isWord = (secret: string): boolean => /^[a-z]+[.,:;]?$/i.test(secret) || isHarmless(secret, "name");
/** Behind `password is` any word that no sentence holds: `hunter2`, not `changed`. */
const isPlainWord = (secret: string): boolean =>
  /^(?:[a-z]+(?:-[a-z]+)?|\w{1,20}-(?:encoded|encrypted|hashed))[.,:;]?$/i.test(secret) ||
  isHarmless(secret.replace(/[.,:;]$/, ""), "");
const hasNoDigit = (secret: string): boolean => !/\d/.test(secret) || isHarmless(secret, "");

/** Of a sentence about them; and `public`, which everybody knows. */
const isOfCommunities = (secret: string): boolean =>
  /^(?:public|strings?|names?|is|was|not|and|or)[.,:;]?$/i.test(secret);

const announcements: readonly Announcement[] = [
  {
    kind: "credential",
    pattern:
      /\b(?:secret|token|api key)s? (?:(?:for|of) [^\n:]{1,60} )?(?:is|was|=>|changed to|set to|reset to)[ :]{1,3}["']?(?<secret>[^\s"']{3,512})/dgi,
    unless: isWord,
  },
  {
    kind: "credential",
    pattern:
      /\b(?:password|passwd|passphrase)s? (?:(?:for|of) [^\n:]{1,60} )?(?:is|was|=>|changed to|set to|reset to)[ :]{1,3}(?<secret>[^\s"'`]{3,512})/dgi,
    unless: isPlainWord,
  },
  // password is "x": what is put in quotes is the password, whatever it looks like
  {
    kind: "credential",
    pattern:
      /\b(?:password|passwd|passphrase) (?:(?:for|of) [^\n:]{1,60} )?(?:is|was|=>|changed to|set to|reset to)[ :]{1,3}(?<quote>\\?["'`])(?<secret>[^"'`\\\n]{1,512})(?=\k<quote>)/dgi,
    unless: isSwitch,
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
  // snmp-server community x ro; rocommunity x; com2sec name source x; trap2sink host x
  {
    kind: "named",
    pattern:
      /(?<![\w-])snmp-server (?:community|host \S{1,100} (?:(?:traps|informs) )?version [12]c?)[ \t]{1,8}["']?(?<secret>[^\s"']{1,128})/dgi,
    unless: isOfCommunities,
  },
  {
    kind: "named",
    pattern:
      /(?<![\w-])(?:r[ow]community6?|com2sec6?[ \t]{1,8}[\w.-]{1,60}[ \t]{1,8}[\w.:/-]{1,80}|(?:trap2?|inform)sink[ \t]{1,8}[\w.:-]{1,80})[ \t]{1,8}["']?(?<secret>[^\s"']{1,128})/dgi,
    unless: isOfCommunities,
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
