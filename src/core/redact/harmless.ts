// What a value of `env`, `args` or `command` has to look like to be shown: plainly harmless, or it is masked.
import { isKnownWord } from "./known-words.ts";
import { isInnocent, meaningOf, wordsOf } from "./names.ts";
import { looksRandom } from "./random.ts";
import { mask } from "./span.ts";

/** Longer values are masked unread. */
const longestValue = 1_000;

/** Words that the output uses as names of its objects are shown anyway. */
export type OwnWords = ReadonlySet<string>;
const none: OwnWords = new Set();

/**
 * Numbers, switches, known words, addresses without credentials, images, paths, quantities, times, references, and
 * lists of them. `name` is the variable's or flag's; it decides whether an unknown word is what one expects there.
 */
export function isHarmless(value: string, name: string, own: OwnWords = none): boolean {
  const whole = unquoted(value.trim());
  if (whole === "" || isReference(whole)) return true;
  // What a reference stands for is not in the text: $(POD_NAMESPACE)/settings.
  const text =
    whole.length > longestValue
      ? whole
      : whole
          .replace(/(?<=:\/\/)[\w$(){}-]{0,80}:\$(?:\(\w{1,80}\)|\{\w{1,80}\})@/, "")
          .replace(/\$(?:\(\w{1,80}\)|\{\w{1,80}\})/g, "pod");
  if (text.length > longestValue) return false;
  if (isNumberLike(text) || isSwitch(text)) return true;
  if (isPlace(text, own)) return true;
  const pieces = text.split(/[\s,;|]+/).filter((piece) => piece !== "");
  return pieces.length > 1 || pieces[0] !== text
    ? pieces.every((piece) => isHarmless(piece, name, own) || namesSecret(piece))
    : isHarmlessPiece(text, name, own);
}

/** Of a value whose name is not known, a GUID, a digest and a long number may be the secret itself. */
export const isHarmlessUnnamed = (value: string): boolean =>
  isHarmless(value, "") &&
  !/^(?:\d{4,}[1-9]\d?|[0-9a-f]{32,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i.test(
    value.trim(),
  );

function isHarmlessPiece(piece: string, name: string, own: OwnWords): boolean {
  if (/^-XX:[+-]\w{1,60}$/.test(piece)) return true;
  const assignment = /^(-{0,2}[A-Za-z][\w./-]*)[=:](.+)$/.exec(piece);
  if (assignment) {
    const [, key = "", value = ""] = assignment;
    if (meaningOf(key) !== "secret" && isHarmless(value, key, own)) return true;
  }
  if (isCommit.test(name) && /^[0-9a-f]{7,40}$/.test(piece)) return true;
  if (/^-{1,2}[A-Za-z][\w.-]*$/.test(piece)) return !looksMixed(piece.replace(/^-+/, ""));
  return isMadeOfWords(piece, name, own);
}

/** `password,secret,token`: in a list, what somebody else is to mask. */
const namesSecret = (piece: string): boolean => /^[a-z-]{4,20}$/.test(piece) && meaningOf(piece) === "secret";

const isCommit = /(?:commit|sha|revision|rev)$/i;

const unquoted = (text: string): string => /^(["'])([^"']*)\1$/.exec(text)?.[2] ?? text;

/** A mask, ours or another's, a reference or a place that somebody else fills, or kubectl's note in place of a value. */
export const isReference = (text: string): boolean =>
  text === mask ||
  /^[[<(]?(?:\*{2,}|[xX]{4,}|redacted|filtered)[\])>]?$/i.test(text) ||
  /^@Microsoft\.KeyVault\([^()\s]{1,300}\)?$/.test(text) ||
  /^\$\([\w.-]+\)$/.test(text) ||
  /^\$\{?[A-Za-z_]\w*\}?$/.test(text) ||
  /^\$__\w{1,20}\{[^{}\s]{1,200}\}?$|^\$[A-Za-z_]\w*(?:[.:][\w-]+)*[.:]\w*(?:secret|password|token|key)$/i.test(
    text,
  ) ||
  /^\$\{[\w.:-]+\}$/.test(text) ||
  /^(?:\$\d{1,3}|\?|%s|%\(\w{1,60}\)s)$/.test(text) ||
  /^\{\{[^{}]*\}\}$/.test(text) ||
  /\(v\d\w{0,10}:[\w.[\]'"/-]{1,200}\)$/.test(text) ||
  /^<(?:set to|none|unset|nil|unknown|no value|invalid|redacted|hidden|masked|omitted|REDACTED)\b[^<>]*>/.test(
    text,
  );

export const isSwitch = (text: string): boolean =>
  /^(?:true|false|yes|no|on|off|null|nil|none|undefined|enabled|disabled|unset|n\/a|-|~|\*+|x{3,}|redacted|<redacted>|\[redacted\]|\[filtered\]|\{\}|\[\])$/i.test(
    text,
  );

const unit =
  "(?:[numkKMGTPE]i?|[KMGTP]i?B|kb|mb|gb|ms|us|µs|ns|s|m|h|d|w|%|x|Hz|kHz|MHz|bytes?|days?|hours?)";
const isGuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const forms: readonly RegExp[] = [
  new RegExp(`^[+-]?\\d{1,20}(?:\\.\\d{1,20})?(?:e[+-]?\\d{1,3})?${unit}?$`, "i"),
  // 1h30m, 10m0s
  /^(?:\d{1,6}(?:ms|s|m|h|d))+$/,
  // addresses, with length or port
  /^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?::\d{1,5})?$/,
  /^\[?[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}\]?(?:\/\d{1,3})?(?::\d{1,5})?$/i,
  /^:\d{1,5}$/,
  // versions and dates
  /^v?\d{1,5}(?:\.\d{1,8}){1,3}(?:[-+.][a-z0-9]{1,12}){0,3}$/i,
  /^v\d{1,3}(?:(?:alpha|beta|rc)\d{0,3})?$/,
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/,
  /^\d\d:\d\d(?::\d\d)?$/,
  /^0x[0-9a-f]{1,16}$/,
  // ranges, user:group, several numbers
  /^\d{1,9}(?:[-:,/]\d{1,9}){1,8}$/,
  // how describe prints a limit of the container
  /^\d{1,20}[a-zA-Z]{0,2} \((?:limits|requests)\.[\w./-]{1,60}\)$/,
  // cron
  /^(?:[\d*,/-]{1,12}\s){4}[\d*,/-]{1,12}$/,
  // ids that are public by nature
  isGuid,
  /^sha(?:256|512):[0-9a-f]{8,128}$/,
  // languages and time zones
  /^[a-z]{2}[_-][A-Z]{2}(?:\.(?:UTF-?8|utf-?8))?$/,
  /^(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/[A-Za-z_/+\d-]{1,30}$/,
];

const isNumberLike = (text: string): boolean => forms.some((form) => form.test(text));

/** A path, an address without credentials, a host or an image. */
function isPlace(text: string, own: OwnWords): boolean {
  if (fileForm.test(text)) return isPlainSegment(text);
  if (/[\s"'`<>@|;]/.test(text.replace(/@sha256:[0-9a-f]{8,64}$/, ""))) return false;
  if (/^(?:[a-z][a-z0-9+.-]{1,15}:(?:[a-z0-9+.-]{1,15}:)?)\/\//i.test(text)) return isPlainAddress(text);
  if (/^(?:~|\.{1,2})?\/[^:=?&#$!%^*()]*$/.test(text) || /^[A-Za-z]:\\[\w .\\-]*$/.test(text)) {
    return segments(text).every(isPlainSegment);
  }
  // Search paths: /usr/bin:/bin
  if (/^(?:\/[\w./-]+:)+\/[\w./-]+$/.test(text)) return segments(text).every(isPlainSegment);
  return isHost(text) || isImage(text, own);
}

const fileForm =
  /^[A-Za-z][\w-]{0,60}\.(?:c?js|mjs|ts|py|sh|jar|war|dll|exe|json|ya?ml|toml|conf|cfg|ini|properties|xml|rb|php|go|lua|sql|pem|crt|key|txt|log|sock|pid|db|csv|html|css)$/;

const segments = (text: string): readonly string[] => text.split(/[/\\:@=&?]+/).filter((part) => part !== "");

/** A token in a path gives itself away by its look only. */
const isPlainSegment = (part: string): boolean =>
  !looksMixed(part) || isGuid.test(part) || /^sha256$|^[0-9a-f]{12,64}$/.test(part);

function isPlainAddress(text: string): boolean {
  const [place = "", query = ""] = text.split(/[?#]/, 2);
  const rest = place.slice(place.indexOf("://") + 3);
  const parameters = query.split("&").filter((part) => part !== "");
  return (
    segments(rest).every(isPlainSegment) &&
    parameters.every((part) => {
      const [key = "", ...value] = part.split("=");
      return meaningOf(key) !== "secret" && isHarmless(value.join("="), key);
    })
  );
}

const suffixes =
  "local|svc|internal|com|net|org|io|dev|app|cloud|example|test|localdomain|lan|corp|de|uk|fr|eu|us|ch|nl|it|es|se|no|jp|in|au|ca|br|cn|gov|edu|info|biz|ai|co|ms|azmk8s|invalid";
const hostForm = new RegExp(
  `^(?:[a-z0-9*_](?:[a-z0-9_-]{0,62}[a-z0-9])?\\.){1,10}(?:${suffixes})\\.?(?::\\d{1,5})?(?:/[\\w./-]*)?$`,
  "i",
);

const isHost = (text: string): boolean =>
  hostForm.test(text)
    ? segments(text).every((part) => part.split(".").every((label) => !looksRandom(label)))
    : // service:port, service.namespace:port
      /^\.[a-z][a-z0-9.-]{1,100}$|^[a-z][a-z-]*\d{0,2}(?:[.-][a-z][a-z-]*\d{0,2}){0,4}:\d{2,5}$/.test(text);

/** repository/name:tag@digest; without a slash and without a digest only names of known words with a version. */
export function isImage(text: string, own: OwnWords = none): boolean {
  const image =
    /^(?:[a-z0-9.-]{1,100}(?::\d{1,5})?\/)?[a-z0-9][a-z0-9._/-]{0,150}(?::([\w][\w.-]{0,60}))?(@sha256:[0-9a-f]{8,64})?$/.exec(
      text,
    );
  if (image === null) return false;
  const [, tag, digest] = image;
  if (digest !== undefined) return true;
  if (!text.includes("/") && tag === undefined) return false;
  if (tag !== undefined && !/^(?:v?\d[\w.-]*|latest|stable|main|master|[a-z]+(?:[-.][a-z0-9.]+)*)$/.test(tag))
    return false;
  const names = segments(tag === undefined ? text : text.slice(0, text.lastIndexOf(":")));
  return (
    names.every(isPlainSegment) && (text.includes("/") || names.every((name) => isMadeOfWords(name, "", own)))
  );
}

/** Known words and small numbers; where the name expects a word (`LOG_LEVEL`), any word that is not mixed with digits. */
function isMadeOfWords(text: string, name: string, own: OwnWords): boolean {
  if (text.length > 100 || !/^[A-Za-z0-9*][\w./:+*%=()[\]{}-]*$/.test(text)) return false;
  const words = wordsOf(text);
  if (words.length === 0) return true;
  if (
    words.every((word) => isKnownWord(word) || own.has(word) || isPlainNumber(word) || isNumbered(word, own))
  )
    return true;
  return isInnocent(name) && !/[:+%=(){}[\]]/.test(text) && text.length <= 63 && !looksMixed(text);
}

const isPlainNumber = (word: string): boolean => /^\d{1,6}$|^v\d{1,3}$|^\d{1,5}[a-z]{1,2}$/.test(word);

/** node1, pool02 */
function isNumbered(word: string, own: OwnWords): boolean {
  const [, stem] = /^([a-z]{2,})\d{1,2}$/.exec(word) ?? [];
  return stem !== undefined && (isKnownWord(stem) || own.has(stem));
}

/** Letters and digits mixed as in a password or a key; `node1` and `v1beta1` are not. */
export function looksMixed(text: string): boolean {
  if (looksRandom(text)) return true;
  return text.split(/[-_./\\]+/).some((part) => {
    if (isKnownWord(part.toLowerCase()) || isPlainNumber(part.toLowerCase())) return false;
    if (/^(?:[0-9a-f]{6,64})$/.test(part) && /\d/.test(part)) return false;
    const changes = part.match(/[a-zA-Z](?=\d)|\d(?=[a-zA-Z])/g)?.length ?? 0;
    return changes > 2 || (changes > 0 && /[A-Z]/.test(part) && /[a-z]/.test(part) && part.length >= 8);
  });
}
