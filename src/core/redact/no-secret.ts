// What stands under a telling name and is no secret all the same.
import { isHarmless, isReference, isSwitch } from "./harmless.ts";
import { isKnownWord } from "./known-words.ts";
import { isPassword, isTelling, isWeak, wordsOf } from "./names.ts";
import { looksRandom } from "./random.ts";

/** A value under a telling name that is none: a switch, a reference, a mounted file, a size, the name of a Secret. */
export function isNoSecret(name: string, value: string): boolean {
  const text = value.trim();
  if (text === "" || text.length > 300) return text === "";
  // `$(DB_PASSWORD` before a bracket that was taken for the sentence's
  if (/^\$\([\w.-]{1,80}$/.test(text)) return true;
  if (isReference(text) || isSwitch(text) || /^\d{1,9} bytes$/.test(text)) return true;
  if (mounted.test(text) || isComplaint(text)) return true;
  if (namesObject(name, text) || namesKey(name, text)) return true;
  if (isPassword(name)) return false;
  if (/^(?:\d{1,5}(?:\.\d{1,9})?|\d{1,9}[smhd])$/.test(text)) return true;
  return isWeak(name) && isTalk(text);
}

/** `secretKey: password`, `adminPasswordKey: root-password`: which key of a Secret is meant. */
const namesKey = (name: string, text: string): boolean =>
  /key$/i.test(name) &&
  (isPassword(name) ? /^[a-z]+(?:[._-][a-z]+){1,3}$/i : /^[a-z]+(?:[._-][a-z]+){0,2}$/i).test(text) &&
  isTelling(text);

const mounted =
  /^(?:file:\/\/)?\/(?:var|etc|run|mnt|tmp|opt|home|usr|secrets?|vault|certs?|config|keys)(?:\/[\w.-]+)+\/?$/;

/** `password: must not be empty`, `token: expired at 12:00` */
export const isComplaint = (text: string): boolean =>
  text.length <= 300 &&
  /\s/.test(text) &&
  /\b(?:must|not|cannot|invalid|incorrect|required|failed|expired|missing|denied|wrong|mismatch)\b/i.test(
    text,
  ) &&
  isTalk(text);

/** Words and numbers, as in `auth: 401 Unauthorized`. */
const isTalk = (text: string): boolean =>
  text
    .split(/\s+/)
    .every((word) => /^[("'[]*[A-Za-z][a-z]*[)\]"'.,:;!]*$/.test(word) || isHarmless(word, ""));

/** `tlsSecret: web-tls`, `passwordSecret: orders-db`: which object holds it. */
function namesObject(name: string, text: string): boolean {
  if (/kubernetes\.io\/[a-z-]*secret$/.test(name)) return /^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/.test(text);
  const words = wordsOf(name);
  const before = words.at(-2) ?? "";
  // An id may be the name of one, too; Vault's are GUIDs.
  if (before === "secret" && words.at(-1) === "id") return /^[a-z/]/.test(text) && isObjectName(text);
  if (!/^secrets?$/.test(words.at(-1) ?? "") || !isObjectName(text)) return false;
  return (
    ofObjects.has(before) || (holders.has(before) && /[A-Za-z]Secrets?$/.test(name) && text.includes("-"))
  );
}

const ofObjects: ReadonlySet<string> = new Set(
  "tls ssl cert certs certificate certificates ca connection pull image target source destination existing generated output config configs extra external env vars scripts bundle keystore jks truststore serving ini init users db".split(
    " ",
  ),
);
/** In camel case, as fields of objects are written. */
const holders: ReadonlySet<string> = new Set(
  "password passwords token key credentials id user db admin".split(" "),
);

/** As people and controllers name objects; `hunter2abc` and `0123456789abcdef` are names as well, and likelier none. */
export function isObjectName(text: string): boolean {
  if (text.length > 253 || looksRandom(text)) return false;
  const [first = "", ...more] = text.split(/[-./]/);
  return (
    isPlainPart(first) &&
    more.every(
      (part, at) =>
        isPlainPart(part) || /^\d{1,4}$/.test(part) || (at === more.length - 1 && made.test(part)),
    )
  );
}

const isPlainPart = (part: string): boolean => /^[a-z]{1,40}\d{0,2}$/.test(part) || isKnownWord(part);

/** What Kubernetes puts behind a name to make another. */
const made = /^[bcdfghjklmnpqrstvwxz2456789]{5}$/;
