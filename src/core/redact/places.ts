// Secrets that nothing names but where they stand: behind who logs in, behind a question, in the third field of a line.
import { announcedSpans, argument, credential, named } from "./addresses.ts";
import { isHarmless, isReference, isSwitch } from "./harmless.ts";
import { isNoPair, isObjectName, isPassphrase, isWordOfSentence } from "./no-secret.ts";
import { isPublicForm } from "./random.ts";
import type { Span } from "./span.ts";

/** Not a passphrase, and nothing but a word. */
const isNeither = (secret: string): boolean => isWordOfSentence(secret) && !isPassphrase(secret);

const announcements = [
  // What is said to a mail or file server: C: PASS x; *cmd* 'PASS x'; a1 LOGIN user x; AUTH PLAIN x
  credential(
    /(?:(?<=^|\n|[ >])[A-Z]: PASS|(?<=\*cmd\* ')PASS) (?<secret>[^\s']{1,200})(?='?[ \t]*(?:\r?\n|$))/dg,
    { holds: ["PASS "] },
  ),
  credential(/\bAUTH (?:PLAIN|LOGIN|XOAUTH2) (?<secret>[A-Za-z0-9+/]{8,4096}={0,2})/dg, { holds: ["AUTH "] }),
  // {100 mysql db.shop.svc 3306 shop x …}: fields of Go without their names; a password stands behind who has it
  credential(
    /\{(?:[^{}\n]{0,100} )?[a-z][\w.-]{1,200} \d{4,5} [a-z][\w.@-]{0,60} (?<secret>[^\s{}]{4,200})(?= )/dg,
    { unless: isSwitch },
  ),
  // ==> /mnt/secrets-store/db-password <==, and below it what stands in the file
  named(/==> (?:\S{0,200}\/)?(?<name>[^\s/]{2,100}) <==\r?\n(?<secret>[^\n]{1,4096})/dg, {
    holds: [" <=="],
    unless: isNoPair,
  }),
  credential(/(?:(?<=^|\n|[ >])\w{1,8} LOGIN \S{1,100}) (?<secret>[^\s']{4,200})(?='?[ \t]*(?:\r?\n|$))/dg, {
    holds: [" LOGIN "],
    unless: isWordOfSentence,
  }),
  // What is said behind the question of AUTH LOGIN
  credential(
    /(?<![\w.])334 [^\n]{1,200}\n[^\n]{0,40}?(?<secret>[A-Za-z0-9+/]{4,512}={0,2})(?=[ \t]*(?:\r?\n|$))/dg,
  ),
  // AUTH x of Redis; -u shop -p x of any tool, but not -p 3306
  credential(/(?<![\w"-])AUTH (?:[a-z][\w.-]{0,60} )?(?<secret>[^\s"']{6,512})(?=[ \t]*(?:\r?\n|$))/dg, {
    unless: isWordOfSentence,
  }),
  argument(/(?<![\w-])-u[ =]?[^\s-]\S{0,100} -p[ =]?["']?(?!-)(?<secret>[^\s"']{1,512})/dg, {
    unless: (secret) => isReference(secret) || /^\d{1,5}$/.test(secret),
  }),
  // user * x *, of PPP
  credential(/^[ \t]{0,20}[A-Za-z][\w.@-]{0,80}[ \t]{1,8}\*[ \t]{1,8}(?<secret>\S{4,200})[ \t]{1,8}\*/dgm, {
    holds: ["* "],
    unless: isWordOfSentence,
  }),
  // logged in as admin using x; logging in with admin/x
  credential(
    /\blog(?:ged|ging)?[ -]?in (?:as \S{1,80} )?(?:with|using) (?:(?:token|key|code) |[\w.@-]{1,80} ?\/ ?)?["']?(?<secret>[^\s"'/]{6,200})/dgi,
    { unless: isNeither },
  ),
  // login admin / x; auth admin:x; "admin" "x" and [host]:25 user:x alone on their lines
  credential(
    /\b(?:(?:log ?in|credentials?|created):?(?: is| are| with| as)? [\w.@-]{1,80} ?\/ ?|auth[ \t]{1,4}[A-Za-z][\w.@-]{0,80}:(?=\S{4,200}\s))(?<secret>[^\s"'/]{4,200})/dgi,
    { unless: isNeither },
  ),
  credential(
    /^[ \t]{0,20}(?:"[A-Za-z][\w.-]{0,80}"[ \t]{1,20}"|\[[\w.-]{1,200}\](?::\d{2,5})?[ \t]{1,8}[\w.@+-]{1,100}:)(?<secret>[^\s"]{4,512})(?="?[ \t]{0,20}(?:\r?\n|$))/dgm,
    { unless: (secret) => isNeither(secret) && !secret.includes("!") },
  ),
  // ~/.pgpass: host:port:database:user:password
  credential(
    /(?<![\w.:*-])[\w.*-]{1,80}:\d{4,5}:[A-Za-z*][\w-]{0,60}:[A-Za-z*][\w.-]{0,60}:(?<secret>[^\s:]{3,200})(?!\S)/dg,
  ),
  // user|a|password|x; │ DB_PASSWORD │ x │; but not password | varchar(255)
  named(
    /(?<=^|\n|[|│])[ \t]{0,20}(?<name>[A-Za-z][\w.-]{1,60})[ \t]{0,40}(?=[|│][ \t]{0,20}(?<secret>[^|│\s]{3,512})[ \t]{0,80}(?:[|│]|\r?\n|$))/dg,
    {
      holds: ["|", "│"],
      unless: (secret, name) =>
        isNoPair(secret, name) || isWordOfSentence(secret) || /^[a-z]+\(\d+\)$/i.test(secret),
    },
  ),
  // admin / x, alone on its line
  credential(/^[ \t]{0,20}[A-Za-z][\w.@-]{1,80} \/ (?<secret>[^\s/]{6,200})[ \t]*\r?$/dgm, {
    holds: [" / "],
    unless: isNeither,
  }),
  // user:x:1001:100:upload, of a server for files
  credential(
    /^[ \t]{0,40}(?:- )?["']?[A-Za-z][\w.-]{0,60}:(?<secret>[^\s:"']{3,200}):(?:e:)?\d{3,6}:\d{1,6}(?::[\w,./-]{0,200})?["']?[ \t]*\r?$/dgm,
  ),
  // from value 'x@redis:6379': an address whose beginning was taken off
  credential(/(?<=["'])(?<secret>[^\s"'@:/]{6,128})(?=@[\w.-]{1,100}:\d{2,5}["'])/dg, {
    holds: ["@"],
    unless: isWordOfSentence,
  }),
  // + [[ x =~ ^(.{8,})$ ]]: what a shell compares, when it says each step
  credential(/^\+{1,4} (?:'?\[\[?'?|test|echo) (?:-[nz] )?["']?(?<secret>[^\s"']{6,512})/dgm, {
    unless: (secret) => isWordOfSentence(secret) || isObjectName(secret) || isPublicForm(secret),
  }),
  // auth=('admin', 'x'), HTTPBasicAuth('admin', 'x')
  credential(
    /(?:auth|credentials?|login)["']?[ \t]{0,2}[=:]?[ \t]{0,2}\((?<quote>["'])[^"'\n]{0,100}\k<quote>, ?(?<mark>["'])(?<secret>(?:(?!\k<mark>)[^\n]){1,512})(?=\k<mark>)/dgi,
    { unless: isSwitch },
  ),
  // invalid argument "x" for "--db-password" flag
  named(
    /\binvalid (?:value|argument) (?<quote>["'])(?<secret>[^"'\n]{1,512})\k<quote> for (?:the )?(?:flag |option )?["']?-{0,2}(?=(?<name>[\w.-]{2,80}))/dgi,
    { unless: isNoPair },
  ),
  // parsing "x": letters of both kinds and digits, as no number, time or size has them
  credential(
    /\b(?:parsing|invalid literal[^\n:]{0,60}:|invalid (?:input )?syntax for (?:type )?\w{1,30}:) (?<quote>["'])(?<secret>[^"'\s/\\.]{8,200}[^"'\s/\\]{0,200})(?=\k<quote>)/dgi,
    {
      unless: (secret) =>
        !(/[a-z]/.test(secret) && /[A-Z]/.test(secret) && /\d/.test(secret)) || isHarmless(secret, ""),
    },
  ),
];

export const placeSpans = (text: string): readonly Span[] => announcedSpans(text, announcements);
