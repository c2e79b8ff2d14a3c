// Passwords in the statements of databases: what stands in quotes behind PASSWORD is one, whatever it looks like.
import { type Announcement, announcedSpans } from "./announced.ts";
import { isSwitch } from "./harmless.ts";
import { isComplaint } from "./no-secret.ts";
import type { Span } from "./span.ts";

const isNone = (secret: string): boolean => isSwitch(secret) || isComplaint(secret);

const announcements: readonly Announcement[] = [
  { kind: "credential", pattern: /\bidentified (?:with \S{1,60} )?by ["'](?<secret>[^"'\n]{1,512})/dgi },
  // ALTER USER a WITH PASSWORD 'x'; SET PASSWORD FOR 'a' = 'x'; CREATE LOGIN a WITH PASSWORD = N'x'
  {
    kind: "credential",
    pattern:
      /(?<![\w-])password[ \t]{1,4}(?:for[ \t]{1,4}[^\s=]{1,100}[ \t]{0,4}=[ \t]{0,4})?(?:=[ \t]{0,4})?N?'(?<secret>[^'\n]{1,512})(?=')/dgi,
    unless: isNone,
  },
  // PASSWORD('x') of MySQL; sp_addlogin 'a', 'x'
  {
    kind: "credential",
    pattern: /(?<![\w-])(?:password\(|sp_addlogin N?'[^'\n]{1,128}', ?)N?'(?<secret>[^'\n]{1,512})(?=')/dgi,
  },
  // ACL SETUSER a on >x
  {
    kind: "credential",
    pattern: /\bsetuser[ \t]{1,4}[\w.-]{1,80}[ \t][^\n>]{0,200}>(?<secret>[^\s"'\\]{1,512})/dgi,
  },
  // "AUTH" "x", "AUTH" "a" "x": what MONITOR of Redis shows
  {
    kind: "credential",
    pattern: /"AUTH"(?: "[^"\n]{1,80}")? "(?<secret>[^"\n]{1,512})"(?=[ \t]*(?:\n|$))/dgi,
  },
];

export const statementSpans = (text: string): readonly Span[] => announcedSpans(text, announcements);
