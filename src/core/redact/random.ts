// The last net: does a run of characters look drawn at random, as keys are? And what looks so and is no secret.

/**
 * Letters and digits mixed without pattern. Words, even many in camel case, change between capitals, small letters and
 * digits rarely; of 24 random characters two thirds differ in kind from the one before.
 */
export function looksRandom(run: string): boolean {
  if (run.length < 20) return false;
  const text = run.length > sample ? run.slice(0, sample) : run;
  if (isPublicForm(run) || wordsAndNumbers.test(run)) return false;
  const seen = count(text);
  if (seen.digits === 0 || seen.letters === 0) return false;
  const mixedCase = seen.upper > 0 && seen.lower > 0;
  if (!mixedCase && text.length < 24) return false;
  if (seen.changes / (text.length - 1) < (mixedCase ? 0.3 : 0.25) || distinct(text) < 10) return false;
  return spokenLetters(text) < text.length * 0.55;
}

/** `claude-3-5-sonnet-20241022`; `+Intel+Mac+OS+X+10_9_4` of IIS */
const wordsAndNumbers =
  /^(?:[a-z]{1,20}|\d{1,8})(?:[-_.](?:[a-z]{1,20}|\d{1,8}))*$|^\+?(?:[A-Z]?[a-z]{1,20}|[A-Z]{1,4}|[\d_]{1,8})(?:\+(?:[A-Z]?[a-z]{1,20}|[A-Z]{1,4}|[\d_]{1,8})){2,}$/;

/** As passwords are generated, of twelve characters and more: three kinds, that change as no word and no version does. */
export function looksDrawn(word: string): boolean {
  const seen = count(word);
  if (seen.upper < 2 || seen.lower < 2 || seen.digits === 0) return false;
  return seen.changes / (word.length - 1) >= 0.4 && spokenLetters(word) < word.length * 0.4;
}

/** Letters in parts that can be spoken, as names of programs have them: `SampleActivityLogAlertRule1`. */
const spokenLetters = (text: string): number =>
  (text.match(/[A-Z]?[a-z]{3,}/g) ?? []).filter((part) => /[aeiouy]/i.test(part)).join("").length;

/** Letters alone that change between capital and small as no words do: `bmDnAqwMgRONGqyq`. */
export function looksScrambled(text: string): boolean {
  if (text.length < 10 || !/^[A-Za-z]+$/.test(text.slice(0, sample))) return false;
  const start = text.slice(0, sample);
  return count(start).changes / (start.length - 1) >= 0.25 && spokenLetters(start) < start.length * 0.55;
}

/** Enough of a long run to know. */
const sample = 256;

function count(text: string) {
  const seen = { upper: 0, lower: 0, digits: 0, letters: 0, changes: 0 };
  let before = "";
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === "upper") seen.upper += 1;
    if (kind === "lower") seen.lower += 1;
    if (kind === "digit") seen.digits += 1;
    if (before !== "" && kind !== before) seen.changes += 1;
    before = kind;
  }
  seen.letters = seen.upper + seen.lower;
  return seen;
}

function kindOf(code: number): "upper" | "lower" | "digit" | "other" {
  if (code >= 48 && code <= 57) return "digit";
  if (code >= 65 && code <= 90) return "upper";
  return code >= 97 && code <= 122 ? "lower" : "other";
}

const distinct = (text: string): number => new Set(text).size;

/**
 * Random by nature and public: hexadecimal digests, shas and trace ids; GUIDs; certificates and public keys in base64
 * (`MII…CC`, where a private key goes on otherwise; `LS0tLS1CRUdJTiBDRVJU…`, `AAAA…` of ssh), and what Kubernetes makes of names (`pvc-GUID`, `shop-6d4cf56db6-x7k2p`).
 */
export function isPublicForm(run: string): boolean {
  return (
    /^(?:sha\d{1,3}[:-])?[0-9a-f]{7,128}$/i.test(run) ||
    isGuid.test(run) ||
    madeOfNames.test(run) ||
    /^(?:LS0tLS1CRUdJTiBDRVJU|LS0tLS1CRUdJTiBQVUJM|MII[\w+/]{3}(?:CC|AN)|AAAA(?:[BCE]3Nza|E2Vj)|sha(?:256|384|512)-)/.test(
      run,
    )
  );
}

/** A Pod of a Deployment, a certificate request of a node, the lease of an API server. */
const madeOfNames =
  /^(?:[a-z0-9-]{0,63}\/){0,2}(?:[a-z][a-z0-9]{0,30}-){1,10}(?:[bcdfghjklmnpqrstvwxz2456789]{6,10}|\d{8})-[bcdfghjklmnpqrstvwxz2456789]{5}(?:_[a-z0-9-]{1,63})?$|(?:^|\/)(?:node-csr-[\w-]{43}|apiserver-[a-z0-9]{26}(?:_[0-9a-f-]{36})?)$/;

const isGuid =
  /^(?:[a-z]{1,20}[-_])?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:[-._][a-z0-9]{1,20})?$/i;
