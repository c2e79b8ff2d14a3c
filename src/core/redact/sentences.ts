// Secrets in sentences, tables and settings files: a word that tells, and the value behind it without `=` or `:`.
import { announcedSpans, credential, named } from "./addresses.ts";
import { isHarmless, isSwitch } from "./harmless.ts";
import { isPassword, isTelling } from "./names.ts";
import { isNoPair, isNoVariable, isObjectName, isPassphrase, isWordOfSentence } from "./no-secret.ts";
import { looksScrambled } from "./random.ts";
import type { Span } from "./span.ts";

/** `password is incorrect`, `password authentication failed`. */
const isWord = (secret: string): boolean =>
  (/^[a-z]+[.,:;!?]?$/i.test(secret) && !looksScrambled(secret)) || isHarmless(secret, "name");
/** Behind `password is` any word that no sentence holds: `hunter2`, not `changed`. */
const isPlainWord = (secret: string): boolean =>
  /^(?:[a-z]+(?:-[a-z]+)?|\w{1,20}-(?:encoded|encrypted|hashed))[.,:;]?$/i.test(secret) ||
  isHarmless(secret.replace(/[.,:;]$/, ""), "");
/** Behind the name of a password in a file of settings: no passphrase, and no capital letter behind a small one. */
const isPlainSetting = (secret: string, name: string): boolean =>
  isWordOfSentence(secret) && !(isPassword(name) && (isPassphrase(secret) || /[a-z][A-Z]/.test(secret)));
/** Of a sentence about them; and `public`, which everybody knows. */
const isOfCommunities = (secret: string): boolean =>
  /^(?:public|strings?|names?|is|was|not|and|or)[.,:;]?$/i.test(secret);

const announcements = [
  credential(
    /\b(?:secret|token|api key)s? (?:(?:for|of) [^\n:]{1,60} )?(?:is|was|=>|changed to|set to|reset to)[ :]{1,3}["']?(?<secret>[^\s"']{3,512})/dgi,
    { unless: isWord },
  ),
  credential(
    /\b(?:password|passwd|passphrase)s? (?:(?:for|of) [^\n:]{1,60} )?(?:is|was|=>|changed to|set to|reset to)[ :]{1,3}(?<secret>[^\s"'`]{3,512})/dgi,
    { unless: (secret) => isPlainWord(secret) && !/[a-z][A-Z]/.test(secret) },
  ),
  // password is "x": what is put in quotes is the password, whatever it looks like
  credential(
    /\b(?:password|passwd|passphrase) (?:(?:for|of) [^\n:]{1,60} )?(?:is|was|=>|changed to|set to|reset to)[ :]{1,3}(?<quote>\\?["'`])(?<secret>[^"'`\\\n]{1,512})(?=\k<quote>)/dgi,
    { unless: isSwitch },
  ),
  // Please use the following password to proceed to installation: x
  credential(
    /\b(?:following (?:initial |admin |root ){0,2}(?:password|passphrase|token|secret|api key)|password for the \S{1,60} user)\b[^\n:]{0,100}:\s{1,12}(?<secret>\S{6,512})/dgi,
    { unless: isWordOfSentence },
  ),
  // Using passphrase "x": what is put in quotes is it, whatever it looks like
  credential(
    /\b(?:with|us(?:e|ing)) (?:the )?(?:password|passwd|passphrase) (?<quote>\\?["'`])(?<secret>[^"'`\\\n]{1,512})(?=\k<quote>)/dgi,
    { unless: isSwitch },
  ),
  // generated token x for node-1; names of objects are shown
  credential(
    /\b(?:generated|created|issued|received) (?:token|api key|password) ["']?(?<secret>[\w+/=.~-]{10,512})(?![\w/])/dgi,
    { unless: (secret) => isWordOfSentence(secret) || isObjectName(secret) },
  ),
  // Setting password for root: x; someone@example.com:x, but not git@example.com:shop/web
  credential(
    /(?:\bpassword (?:for|of) [^\n:]{1,60}: |(?<![\w.])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,10}:)["']?(?<secret>[^\s"',/]{6,512})(?![\w/])/dgi,
    { holds: ["@", "assword ", "ASSWORD "], unless: isWordOfSentence },
  ),
  // print webserver secret_key x: at the end of its line; could not parse DB_PASSWORD 'x'
  named(
    /(?<![\w.-])(?<name>[A-Za-z]{1,30}_\w{2,60})[ \t]{1,4}(?:(?<quote>["'`])(?=\S+\k<quote>))?(?<secret>[^\s"'`=]{6,512})(?:["'`]|[ \t]*\r?$)/dgm,
    { unless: (secret, name) => isNoPair(secret, name) || isWordOfSentence(secret) },
  ),
  // ENV DB_PASSWORD x; config set //registry/:_authToken x
  named(
    /(?<![\w-])(?:ENV|set)[ \t]{1,4}(?<name>[\w:./@-]{2,200})[ \t]{1,4}["']?(?<secret>[^\s"'=]{4,512})/dg,
    { unless: (secret, name) => !isTelling(name) || isWordOfSentence(secret) },
  ),
  // Two keys of Azure's services: "key1": "x"
  named(/"key[12]":[ \t]{0,4}"(?<secret>[0-9a-f]{32}|[A-Za-z0-9+/=]{40,128})"/dg),
  // invalid token 'x'; access key x rejected
  credential(
    /\b(?:(?:invalid|unknown|bad|expired|wrong) (?:token|api key|secret|password) (?<quote>["'`])|(?:access|api|account|license|refresh|auth) (?:key|token) )(?<secret>[\w+/=.~-]{10,512})(?=\k<quote>)/dgi,
    { unless: isWordOfSentence },
  ),
  // Authentication with token x failed; Invalid API key provided: x.
  credential(
    /\b(?:with (?:(?:access|auth|api|bearer) ?)?(?:token|key)|(?:invalid|incorrect|wrong|bad|expired|unknown) (?:(?:access|auth|api|license) ?)?(?:token|key|secret|password)s?(?: provided| given)?:) ["']?(?<secret>[\w+/=.:~-]{12,512}?)(?=[.,;]?["']?(?:\s|$))/dgi,
    { unless: isWordOfSentence },
  ),
  // A temporary password is provided for this session: x; PASSWORD elastic = x
  credential(
    /\b(?:(?:initial|temporary|generated|default|new|one-time) (?:admin |root |user ){0,2}(?:password|passphrase|token|secret|api key)\b[^\n:]{0,80}:[ \t]{1,8}|password [\w.-]{1,60} = )(?<secret>[^\s"']{6,512})/dgi,
    { unless: isWordOfSentence },
  ),
  // OTP code for alice is 123456
  credential(
    /\b(?:otp|one-time|verification|confirmation|security|login|2fa|mfa|sms) (?:code|pin|password|passcode)s?(?: (?:for|of) [^\n:]{1,60}?)?(?: is| was|:){1,2}[ :]{1,3}(?<secret>\d{4,10})(?![\w.])/dgi,
  ),
  // requirepass x; with password x
  named(
    /(?<![\w-])(?:requirepass|masterauth|insecure-password|psk|password|passwd|passphrase)[ \t]{1,4}["']?(?!\}\})(?<secret>[^\s"']{4,512})/dgi,
    {
      unless: (secret) =>
        /\d/.test(secret) ? /^(?:[\d.,:]+|(?:sha|md|v)\d.*)$/i.test(secret) : isWordOfSentence(secret),
    },
  ),
  // HTTP_Passwd x, of Fluent Bit
  named(
    /(?<=^|\n)[ \t]{0,20}(?<name>[A-Za-z]\w{0,40}_\w{2,40})[ \t]{1,20}["']?(?<secret>[^\s"']{4,512})/dgi,
    { unless: (secret, name) => !isTelling(name) || isPlainSetting(secret, name) },
  ),
  // bindpw x; secret_id    x, as Vault prints a table: alone on its line. Names of objects hold no underscore
  named(
    /(?<=^|\n)[ \t]{0,20}(?<name>[A-Za-z]\w{1,60})[ \t]{1,30}(?<secret>\S{4,512})[ \t]{0,20}(?=\r?\n|$)/dg,
    {
      unless: (secret, name) => isNoPair(secret, name) || isPlainSetting(secret, name),
    },
  ),
  // DB_PASSWORD    x
  named(/(?<=^|\n)(?<name>[A-Z][A-Z0-9_]{1,80})(?: {2,30}|\t{1,8})(?<secret>\S[^\n]{0,1000})/dg, {
    unless: (secret, name) => !isTelling(name) || /^[A-Z][A-Z0-9_-]*(?:\s|$)/.test(secret),
  }),
  // TOTP seed: x
  credential(
    /\b(?:totp|otp|mfa|2fa|authenticator)[ _-](?:seed|secret|key)s?(?: is| was)?[ :=]{1,4}["']?(?<secret>[A-Z2-7]{16,128})(?![\w])/dgi,
  ),
  // sentinel auth-pass master x
  named(/\bauth-pass[ \t]{1,4}[\w.-]{1,100}[ \t]{1,4}(?<secret>[^\s"']{3,512})/dg),
  // define('DB_PASSWORD', 'x'), setProperty("db.password", "x")
  named(
    /\([ \t]{0,4}(?<quote>\\?["'])(?<name>[\w.-]{2,80})\k<quote>,[ \t]{0,20}(?<mark>\\?["'])(?<secret>(?:(?!\k<mark>)[^\n]){1,512})(?=\k<mark>)/dg,
    { unless: isNoVariable },
  ),
  // password........x
  named(/(?:password|secret|token)\.{3,80}(?<secret>[^\s.][^\s]{2,512})/dgi),
  // password in (a, b), of a label selector
  named(
    /(?<![\w./-])(?<name>[\w./-]{2,200})\s{1,20}(?:not)?in\s{0,20}\((?<secret>[^()\n]{1,1000})(?=\))/dgi,
    { holds: ["in (", "in("], unless: (_, name) => !isTelling(name) },
  ),
  // snmp-server community x ro; rocommunity x; com2sec name source x; trap2sink host x
  named(
    /(?<![\w-])snmp-server (?:community|host \S{1,100} (?:(?:traps|informs) )?version [12]c?)[ \t]{1,8}["']?(?<secret>[^\s"']{1,128})/dgi,
    { unless: isOfCommunities },
  ),
  named(
    /(?<![\w-])(?:r[ow]community6?|com2sec6?[ \t]{1,8}[\w.-]{1,60}[ \t]{1,8}[\w.:/-]{1,80}|(?:trap2?|inform)sink[ \t]{1,8}[\w.:-]{1,80})[ \t]{1,8}["']?(?<secret>[^\s"']{1,128})/dgi,
    { unless: isOfCommunities },
  ),
  // <wsse:Password Type="…">x</wsse:Password>
  named(/<(?<name>[\w.:-]{2,80})(?:\s[^<>\n]{0,300})?>(?<secret>[^<\n]{1,4096})(?=<\/)/dgi, {
    unless: isNoPair,
  }),
  // name="Password" value="…" and name="password">…< of XML
  named(
    /(?:key|name)=["'](?<name>[\w.:-]{2,80})["'](?:[ \t]{1,8}value=["']|[^<>\n]{0,100}>)(?<secret>[^"'<>\n]{1,2048})/dgi,
    { unless: isNoVariable },
  ),
];

export const sentenceSpans = (text: string): readonly Span[] => announcedSpans(text, announcements);
