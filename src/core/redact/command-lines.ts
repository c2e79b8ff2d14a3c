// Passwords on command lines: what follows the flag that takes it, tool by tool where the flag is short.
import { announcedSpans, argument, credential } from "./addresses.ts";
import { isNoVariable } from "./no-secret.ts";
import type { Span } from "./span.ts";

const isUserId = (secret: string): boolean => /^\d{1,10}$/.test(secret);

/** Also where a sentence speaks of the flag. */
function isNoFlagValue(secret: string, name: string): boolean {
  const isSentence =
    /^(?:to|is|was|are|and|or|for|in|of|with|flags?|options?|arguments?|must|values?|cannot|has|instead|via|from|using|strings?|stringArray)[:,.;]?$/i;
  return isNoVariable(secret, name) || isSentence.test(secret);
}

const snmpTool = String.raw`(?<![\w-])snmp[a-z]{2,10}\b[^\n|;]{0,200}?\s`;

const announcements = [
  // curl -u user:password, -uuser:password and its relatives; `-u 1000:1000` is a user and a group
  credential(
    /(?<![\w-])(?:-u ?|--(?:[\w.-]{0,40}user(?:name)?|creds)[ =]{1,4})["']?[^\s:"']{1,128}:(?!\/\/)(?<secret>[^\s"']{1,512})/dg,
    { unless: isUserId },
  ),
  argument(
    /(?<![\w-])(?:mysql|mysqldump|mysqladmin|mariadb|sshpass|7z[ar]?)\b[^\n|;]{0,120}?\s["']?-p(?<secret>[^\s"',\]]{1,128}|["'][^"'\n]{1,128})/dg,
  ),
  argument(
    /(?<![\w-])(?:sshpass|login|mongo(?:sh|dump|restore|export|import)?)\b[^\n|;]{0,120}?\s-p[ =]["']?(?<secret>[^\s"']{1,4096})/dg,
  ),
  argument(/(?<![\w-])redis-cli\b[^\n|;]{0,120}?\s-a["']?,?[ =]?["']?(?<secret>[^\s"']{1,512})/dg),
  argument(/(?<![\w-])ldap[a-z]{3,10}\b[^\n|;]{0,200}?\s-w[ =]?["']?(?<secret>[^\s"']{1,512})/dg),
  argument(
    /(?<![\w-])(?:htpasswd|mosquitto_passwd)\b[^\n|;]{0,80}?-[a-zA-Z]*b[a-zA-Z]*\s[^\n|;\s]{1,200}\s[^\s]{1,100}\s["']?(?<secret>[^\s"']{1,200})/dg,
  ),
  argument(/(?<![\w-])echo(?: -n)? ["']?(?<secret>[^\s"'|]{3,4096})["']? ?\|[^\n|]{0,120}--password-stdin/dg),
  argument(/(?<![\w-])-pass(?:in|out)?[ =](?:pass:)?["']?(?<secret>[^\s"']{1,512})/dg),
  argument(
    /ConvertTo-SecureString[ \t]{1,4}(?:-String[ \t]{1,4})?["']?(?![-$(])(?<secret>[^\s"']{1,512})/dgi,
  ),
  argument(/(?<![\w-])echo ["']?[\w.-]{1,64}:(?<secret>[^\s"'|]{1,512})["']? ?\| ?chpasswd/dg),
  // user default on >password, of Redis' ACL
  argument(/(?<![\w-])user [\w.-]{1,64} on [^\n>]{0,100}>(?<secret>[^\s"'\\]{1,512})/dg),
  // --db-password x, --db-password "x y"
  argument(
    /(?<![\w-])--?(?<name>[A-Za-z][\w.-]{1,60})["']?,?[ \t]{1,8}(?:(?<quote>["'])(?<secret>[^"'\n]{1,4096})(?=\k<quote>))/dgi,
    { unless: isNoFlagValue },
  ),
  argument(
    /(?<![\w-])--?(?<name>[A-Za-z][\w.-]{1,60})(?:["'],["']|["']?,?[ \t]{1,8}["']?|["']?\r?\n[ \t]{0,40}- ["']?)(?!-|\[masked\])(?<secret>[^\s"',]{1,4096})/dgi,
    { unless: isNoFlagValue },
  ),
  // snmpwalk -v2c -c x; -A x -X y of SNMPv3
  ...["c", "A", "X"].map((flag) =>
    argument(new RegExp(`${snmpTool}-${flag} ?["']?(?<secret>[^\\s"']{1,128})`, "dg")),
  ),
  argument(/(?<![\w-])(?:sqlcmd|bcp|zip)\b[^\n|;]{0,120}?\s-P ?["']?(?<secret>[^\s"']{1,128})/dg),
  argument(/--(?:with-token|password-stdin)[^\n<]{0,80}<<<[ \t]{0,4}["']?(?<secret>[^\s"']{4,4096})/dg),
  // vault login -method=token x
  argument(/(?<![\w-])vault login(?: -[\w=-]{1,60}){0,4} (?<secret>[^\s=-][^\s=]{5,512})/dg),
  argument(/--from-literal[= ]["']?[\w.-]{1,253}=(?<secret>[^\s"']{1,4096})/dg),
  // rabbitmqctl add_user a x; mc alias set a https://… key x; rclone obscure x
  argument(
    /(?<![\w-])(?:(?:add_user|change_password|authenticate_user|mc (?:alias set|config host add) \S{1,80} \S{1,200}) \S{1,100}|rclone obscure) ["']?(?!-)(?<secret>[^\s"'\])]{1,512})/dg,
  ),
  // sqlplus user/password@//host
  credential(/(?<![\w/])[A-Za-z]\w{0,30}\/(?<secret>[^\s/@]{3,64})@\/\//dg, { holds: ["@//"] }),
];

export const commandLineSpans = (text: string): readonly Span[] => announcedSpans(text, announcements);
