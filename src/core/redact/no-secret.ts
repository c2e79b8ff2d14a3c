// What stands under a telling name and is no secret all the same.
import { isHarmless, isHarmlessUnnamed, isReference, isSwitch, looksMixed } from "./harmless.ts";
import { isKnownWord } from "./known-words.ts";
import { isPassword, isTelling, isTellingVariable, isWeakName, wordsOf } from "./names.ts";
import { looksRandom, looksScrambled } from "./random.ts";

/** A value under a telling name that is none: a switch, a reference, a mounted file, a size, the name of a Secret. */
export function isNoSecret(name: string, value: string): boolean {
  const text = value.trim();
  if (text === "" || (classOfCredential.test(name) && isReport(text))) return true;
  if (text.length > 300) return false;
  // `$(DB_PASSWORD` before a bracket that was taken for the sentence's
  if (/^\$[({][\w.-]{1,80}:?$/.test(text)) return true;
  // What the reference stands for where nothing else is set.
  const byDefault = /^\$\{[\w.]{1,80}:-?(.+)\}$/.exec(text)?.[1];
  if (byDefault !== undefined) return isNoSecret(name, byDefault) || isHarmless(byDefault, "");
  if (isReference(text) || isSwitch(text) || /^\d{1,9} bytes$/.test(text)) return true;
  if (mounted.test(text) || isComplaint(text) || progress.test(text)) return true;
  if (namesObject(name, text) || namesKey(name, text) || hidden.test(text)) return true;
  // Of a shell: the directory it stands in.
  if (/^(?:OLD)?PWD$/.test(name) && /^\/[\w./-]*$/.test(text)) return true;
  if (counted.test(name) && /^\d{1,12}$/.test(text)) return true;
  // The version that a package is held to.
  if (/(?:^|[^a-z])pin$/i.test(name) && /^v?\d{1,5}(?:\.\d{1,5}){1,3}$/.test(text)) return true;
  if (isPassword(name)) return false;
  if (/cred(?:ential)?s$/i.test(name) && waysToSignIn.test(text)) return true;
  if (/^(?:\d{1,5}(?:\.\d{1,20})?|\d{1,3}(?:\.\d{1,3}){2}|\d{1,9}[smhd])$/.test(text)) return true;
  // A variable that is only called some key: `result_key: name`, `binding_key: "#"`.
  if (!isTelling(name) && /^(?:[a-z]{1,16}|\W{1,4})$/.test(text)) return true;
  if (/(?:^|_)AUTH$/.test(name) && /^[A-Za-z][\w.-]*[/:](?!\/)\S+$/.test(text)) return false;
  return isWeakName(name) && (isTalk(text) || isSentence(text) || isColumn(name, text));
}

/** Of a pair: its name tells of none, or what stands under it is none all the same. */
export const isNoPair = (secret: string, name: string): boolean =>
  !isTelling(name) || isNoSecret(name, secret);

/** The same of a variable, a flag, or a key of settings. */
export const isNoVariable = (secret: string, name: string): boolean =>
  !isTellingVariable(name) || isNoSecret(name, secret);

/** `credentials: default` */
const waysToSignIn =
  /^(?:default|include|omit|same-origin|inherit(?:ed)?|auto|automatic|anonymous|environment)$/;

/** `ManagedIdentityCredential: no response from the IMDS endpoint`: what each of Azure's ways to sign in says of itself. */
const classOfCredential = /^[A-Z]\w{2,60}Credential$/;
const isReport = (text: string): boolean => {
  const words = text.slice(0, 1_000).split(/\s+/);
  return words.length > 2 && !words.some((word) => looksMixed(word));
};

/** `max_tokens`, `x-ratelimit-remaining-tokens` */
const counted = /(?:tokens|keys|secrets|credentials)$/i;

/** Somebody has masked it already, or whoever reads is to put theirs there. */
const hidden =
  /^[[<(*_"]{0,4}(?:redacted|masked|hidden|filtered|removed|sensitive|your[-_ ][\w -]{1,60}|\w{1,60}_here)[\])>*_"]{0,4}$/i;

/** `primary key: orders.id`, `routing_key=orders.created` */
const isColumn = (name: string, text: string): boolean =>
  /key$/i.test(name) && /^[a-z*#]+(?:[._-][a-z*#]+)*$/.test(text);

/** Below a weak name: several words, of which none looks like a secret. */
const isSentence = (text: string): boolean =>
  text.split(/\s+/).length > 3 && !/[=;]/.test(text) && !text.split(/\s+/).some((word) => looksMixed(word));

/** Below a name that only ends in `key`, which may be that of a row: drawn at random. */
export const looksLikeKey = (value: string): boolean =>
  (/^[A-Za-z\d+/_-]{12,512}={0,2}$/.test(value) && looksMixed(value) && !isHarmless(value, "")) ||
  /^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{32,64}$/.test(value);

/** `secretKey: password`, `adminPasswordKey: root-password`: which key of a Secret is meant. */
const namesKey = (name: string, text: string): boolean =>
  /key$/i.test(name) &&
  (isPassword(name) ? /^[a-z]+(?:[._-][a-z]+){1,3}$/i : /^[a-z]+(?:[._-][a-z]+){0,2}$/i).test(text) &&
  endsTelling(text);

/** `root-password`, `api-key`, `servicebus-connection`; of a passphrase, `salt-garden`, any word may tell. */
const endsTelling = (text: string): boolean => {
  const last = wordsOf(text).at(-1) ?? "";
  return (
    isTelling(last) || (/^keys?$/.test(last) && isTelling(text)) || /^(?:connection|conn|dsn)$/.test(last)
  );
};

/** Without a digit or a sign, and not of letters drawn at random. */
export const isWordOfSentence = (text: string): boolean =>
  (!/\d|[!#$%&*+=?^~]./.test(text) && !looksScrambled(text)) || isHarmlessUnnamed(text);

/** Three words and more, joined as no sentence joins them. */
export const isPassphrase = (text: string): boolean => /^[a-z]+(?:[-_.][a-z]+){2,}$/.test(text);

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

/** `random_password.db: Creation complete after 0s [id=none]` */
const progress =
  /^(?:[A-Z][a-z]{3,20} complete after \d|(?:Still )?(?:creating|reading|refreshing|modifying|destroying)\b[^.]{0,80}\.\.\.)/i;

/** Words and numbers, as in `auth: 401 Unauthorized`. */
const isTalk = (text: string): boolean =>
  text.split(/\s+/).every((word) => plainWord.test(word) || isHarmless(word, ""));

const plainWord = /^[("'[]*(?:[A-Z]?[a-z]+(?:[-_/][A-Z]?[a-z]+)*|[A-Z]{1,8}\d?)[)\]"'.,:;!]*$/;

/** `tlsSecret: web-tls`, `passwordSecret: orders-db`: which object holds it. */
function namesObject(name: string, text: string): boolean {
  // projects/123/secrets/db of Google
  if (/^(?:[\w.-]{1,80}\/){1,8}secrets\/[\w./-]+(?: \w+)?$/.test(text)) return true;
  if (/kubernetes\.io\/[a-z-]*secret$/.test(name)) return /^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/.test(text);
  // secret/data/shop/db, database/creds/shop: where Vault keeps it
  if (/^[a-z][a-z-]*\/(?:data|creds|static-creds|issue)\//.test(text))
    return isObjectName(text.replaceAll("/", "-"));
  // The Secrets of a service account, as `describe` lists them.
  if (/-token-[bcdfghjklmnpqrstvwxz2456789]{5}$/.test(text)) return text.split(/\s+/).every(isObjectName);
  // `secret=orders-db` of a log, `Secret:  web-tls`: words that everybody uses.
  if (/^[Ss]ecret$/.test(name) && text.includes("-") && isObjectName(text)) return isHarmlessUnnamed(text);
  // namespace/name
  if (/secret$/i.test(name) && /^[a-z-]+\/[a-z-]+$/.test(text) && isObjectName(text)) return true;
  const words = wordsOf(name);
  const before = words.at(-2) ?? "";
  // An id may be the name of one, too; Vault's are GUIDs.
  if (before === "secret" && words.at(-1) === "id") return /^[a-z/]/.test(text) && isObjectName(text);
  if (!/^secrets?$/.test(words.at(-1) ?? "") || !isObjectName(text)) return false;
  return (
    ofObjects.has(before) ||
    (holders.has(before) && text.includes("-") && (/[A-Za-z]Secrets?$/.test(name) || endsTelling(text)))
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
