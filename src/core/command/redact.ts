// Masks what looks like a secret in the output of a command, before it reaches the store, the log or a card.
// Redact before filtering: what makes a value a secret may stand on another line.
import { maskSecretObjects } from "./redact-objects.ts";

export type Redacted = Readonly<{ text: string; masked: number }>;

const mask = "[masked]";

const passwordName = "(?:password|passwd|passphrase)";
const secretName = `(?:${passwordName}|secret|token|credentials?|connection[_-]?string|${[
  "api",
  "access",
  "account",
  "sas",
  "private",
  "signing",
  "encryption",
  "subscription",
  "shared[_-]?access",
]
  .map((kind) => `${kind}[_-]?key`)
  .join("|")})`;
/** `"`, `'`, or `\"` as in JSON inside a string. */
const quote = String.raw`\\*["']`;
/** Up to the quote named `open`, unless that is escaped, or to the end of the line. */
const quoted = String.raw`(?:(?!(?<!\\)\k<open>)[^\n])+`;
/** Not a secret: our own mask, a reference, a size, a switch, the beginning of a structure. */
const isValue = String.raw`(?!\[masked\]|<|\$\(|[{[]|(?:true|false|null|none)\b|\d+ bytes)`;

/**
 * What follows the group `before` is the secret. Each rule takes what it looks at, or looks at a bounded stretch: the
 * output of a command may be written by an attacker, and 512 kB of it must not take long.
 */
const rules: readonly RegExp[] = [
  // A private key, with real line ends or those of a JSON string.
  /(?<before>-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)(?!\[masked\])(?:(?!-----)[\s\S]){1,16384}/g,
  // JSON Web Tokens, and keys whose form alone tells: Azure storage, Entra client secrets, GitHub, Slack.
  /(?<before>)\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g,
  /(?<before>)(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/g,
  /(?<before>)(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/g,
  /(?<before>)\b(?:gh[pousr]_[A-Za-z0-9]{36,}|xox[abprs]-[A-Za-z0-9-]{10,})/g,
  // `Authorization: Basic …`, and a bearer token without its header.
  /(?<before>\bauthorization\\{0,4}["']?[ \t]{0,8}[:=][ \t]{0,8}\\{0,4}["']?(?![A-Za-z]{0,20}[ \t]{0,8}\[masked\])(?:[A-Za-z]{1,20}[ \t]{1,8})?)[^\s"'\\,;]+/gi,
  /(?<before>\bbearer[ \t]+)[A-Za-z0-9._~+/-]{16,}=*/gi,
  // scheme://user:password@host
  /(?<before>\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/"']{0,128}:)(?!\[masked\]@)[^\s@/"']{1,512}(?=@)/gi,
  // A shared access signature; in JSON, `&` before it is written `\u0026`.
  /(?<before>(?<![A-Za-z])sig=)[A-Za-z0-9%+/_-]{16,}=*/gi,
  // "name":"value", name: 'value', NAME="value"
  new RegExp(
    `(?<before>${secretName}(?:${quote})?[ \\t]*[:=][ \\t]*(?<open>${quote}))${isValue}${quoted}`,
    "gi",
  ),
  // name=value in arguments, connection strings and query strings; --name value
  new RegExp(`(?<before>(?:${secretName}|pwd)=)${isValue}[^\\s"'\\\\;&,]+`, "gi"),
  new RegExp(`(?<before>--[a-z-]{0,40}${secretName} +)${isValue}[^\\s"'\\\\-][^\\s"'\\\\]*`, "gi"),
  // `NAME: value` to the end of a line that begins with the name, and `password: value` in a sentence.
  new RegExp(`(?<before>^[ \\t]*(?:- )?[\\w.-]*${secretName}:[ \\t]+)${isValue}[^\\s"'|>][^\\n]*`, "gim"),
  new RegExp(`(?<before>${passwordName}:[ \\t]+)${isValue}[^\\s"'|>]+`, "gi"),
  // A variable with such a name and its value, as environments are written in YAML and in JSON.
  new RegExp(
    `(?<before>\\bname: ["']?[\\w.-]*${secretName}["']?\\n[ \\t]*value:[ \\t]+)${isValue}\\S[^\\n]*`,
    "gi",
  ),
  new RegExp(
    `(?<before>name${quote}:\\s*${quote}[\\w.-]*${secretName}${quote},\\s*${quote}value${quote}:\\s*(?<open>${quote}))${isValue}${quoted}`,
    "gi",
  ),
];

/** Whether something in the text was masked before. */
export const isMasked = (text: string): boolean => text.includes(mask);

/** The text with secrets replaced by `[masked]`, and how many there were. Masking twice changes nothing more. */
export function redact(text: string): Redacted {
  let { text: redacted, masked } = maskSecretObjects(text, mask);
  for (const rule of rules) {
    redacted = redacted.replace(rule, (_, before: string) => {
      masked++;
      return before + mask;
    });
  }
  return { text: redacted, masked };
}
