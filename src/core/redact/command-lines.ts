// Passwords on command lines: what follows the flag that takes it, tool by tool where the flag is short.
import { type Announcement, announcedSpans } from "./addresses.ts";
import { isTellingVariable } from "./names.ts";
import { isNoSecret } from "./no-secret.ts";
import type { Span } from "./span.ts";

const isUserId = (secret: string): boolean => /^\d{1,10}$/.test(secret);

/** Also where a sentence speaks of the flag. */
function isNoFlagValue(secret: string, name: string): boolean {
  const isSentence =
    /^(?:to|is|was|are|and|or|for|in|of|with|flags?|options?|arguments?|must|values?|cannot|has|instead|via|from|using|strings?|stringArray)[:,.;]?$/i;
  return !isTellingVariable(name) || isNoSecret(name, secret) || isSentence.test(secret);
}

const snmpTool = String.raw`(?<![\w-])snmp[a-z]{2,10}\b[^\n|;]{0,200}?\s`;

const announcements: readonly Announcement[] = [
  // curl -u user:password, -uuser:password and its relatives; `-u 1000:1000` is a user and a group
  {
    kind: "credential",
    pattern:
      /(?<![\w-])(?:-u ?|--(?:[\w.-]{0,40}user(?:name)?|creds)[ =]{1,4})["']?[^\s:"']{1,128}:(?!\/\/)(?<secret>[^\s"']{1,512})/dg,
    unless: isUserId,
  },
  {
    kind: "argument",
    pattern:
      /(?<![\w-])(?:mysql|mysqldump|mysqladmin|mariadb|sshpass|7z[ar]?)\b[^\n|;]{0,120}?\s["']?-p(?<secret>[^\s"',\]]{1,128}|["'][^"'\n]{1,128})/dg,
  },
  {
    kind: "argument",
    pattern:
      /(?<![\w-])(?:sshpass|login|mongo(?:sh|dump|restore|export|import)?)\b[^\n|;]{0,120}?\s-p[ =]["']?(?<secret>[^\s"']{1,4096})/dg,
  },
  {
    kind: "argument",
    pattern: /(?<![\w-])redis-cli\b[^\n|;]{0,120}?\s-a["']?,?[ =]?["']?(?<secret>[^\s"']{1,512})/dg,
  },
  {
    kind: "argument",
    pattern: /(?<![\w-])ldap[a-z]{3,10}\b[^\n|;]{0,200}?\s-w[ =]?["']?(?<secret>[^\s"']{1,512})/dg,
  },
  {
    kind: "argument",
    pattern:
      /(?<![\w-])(?:htpasswd|mosquitto_passwd)\b[^\n|;]{0,80}?-[a-zA-Z]*b[a-zA-Z]*\s[^\n|;\s]{1,200}\s[^\s]{1,100}\s["']?(?<secret>[^\s"']{1,200})/dg,
  },
  {
    kind: "argument",
    pattern:
      /(?<![\w-])echo(?: -n)? ["']?(?<secret>[^\s"'|]{3,4096})["']? ?\|[^\n|]{0,120}--password-stdin/dg,
  },
  { kind: "argument", pattern: /(?<![\w-])-pass(?:in|out)?[ =](?:pass:)?["']?(?<secret>[^\s"']{1,512})/dg },
  {
    kind: "argument",
    pattern:
      /ConvertTo-SecureString[ \t]{1,4}(?:-String[ \t]{1,4})?["']?(?![-$(])(?<secret>[^\s"']{1,512})/dgi,
  },
  {
    kind: "argument",
    pattern: /(?<![\w-])echo ["']?[\w.-]{1,64}:(?<secret>[^\s"'|]{1,512})["']? ?\| ?chpasswd/dg,
  },
  // user default on >password, of Redis' ACL
  { kind: "argument", pattern: /(?<![\w-])user [\w.-]{1,64} on [^\n>]{0,100}>(?<secret>[^\s"'\\]{1,512})/dg },
  // --db-password x, --db-password "x y"
  {
    kind: "argument",
    pattern:
      /(?<![\w-])--?(?<name>[A-Za-z][\w.-]{1,60})["']?,?[ \t]{1,8}(?:(?<quote>["'])(?<secret>[^"'\n]{1,4096})(?=\k<quote>))/dgi,
    unless: isNoFlagValue,
  },
  {
    kind: "argument",
    pattern:
      /(?<![\w-])--?(?<name>[A-Za-z][\w.-]{1,60})(?:["'],["']|["']?,?[ \t]{1,8}["']?|["']?\r?\n[ \t]{0,40}- ["']?)(?!-|\[masked\])(?<secret>[^\s"',]{1,4096})/dgi,
    unless: isNoFlagValue,
  },
  // snmpwalk -v2c -c x; -A x -X y of SNMPv3
  ...["c", "A", "X"].map(
    (flag): Announcement => ({
      kind: "argument",
      pattern: new RegExp(`${snmpTool}-${flag} ?["']?(?<secret>[^\\s"']{1,128})`, "dg"),
    }),
  ),
  {
    kind: "argument",
    pattern: /(?<![\w-])(?:sqlcmd|bcp|zip)\b[^\n|;]{0,120}?\s-P ?["']?(?<secret>[^\s"']{1,128})/dg,
  },
  {
    kind: "argument",
    pattern: /--(?:with-token|password-stdin)[^\n<]{0,80}<<<[ \t]{0,4}["']?(?<secret>[^\s"']{4,4096})/dg,
  },
  // vault login -method=token x
  {
    kind: "argument",
    pattern: /(?<![\w-])vault login(?: -[\w=-]{1,60}){0,4} (?<secret>[^\s=-][^\s=]{5,512})/dg,
  },
  { kind: "argument", pattern: /--from-literal[= ]["']?[\w.-]{1,253}=(?<secret>[^\s"']{1,4096})/dg },
  // rabbitmqctl add_user a x; mc alias set a https://… key x; rclone obscure x
  {
    kind: "argument",
    pattern:
      /(?<![\w-])(?:(?:add_user|change_password|authenticate_user|mc (?:alias set|config host add) \S{1,80} \S{1,200}) \S{1,100}|rclone obscure) ["']?(?!-)(?<secret>[^\s"'\])]{1,512})/dg,
  },
  // sqlplus user/password@//host
  {
    kind: "credential",
    holds: ["@//"],
    pattern: /(?<![\w/])[A-Za-z]\w{0,30}\/(?<secret>[^\s/@]{3,64})@\/\//dg,
  },
];

export const commandLineSpans = (text: string): readonly Span[] => announcedSpans(text, announcements);
