// Credentials in addresses: scheme://user:password@host, user:password@tcp(host), and signatures in a query.
import { isHarmless, isHarmlessUnnamed, isReference, looksMixed } from "./harmless.ts";
import { looksScrambled } from "./random.ts";
import type { SecretKind, Span } from "./span.ts";

// Secrets that the words before them announce: one pattern for each way of writing.

/**
 * `holds`: a text without any of these is not searched. The group `secret` is what is masked, unless it is none or the group `name` before it tells of none. A pattern begins with a word that is rare, or
 * looks at a bounded stretch; flags `g` and `d`.
 */
type Announcement = Readonly<{
  kind: SecretKind;
  holds?: readonly string[];
  pattern: RegExp;
  unless?: (secret: string, name: string) => boolean;
}>;

const announcing =
  (kind: SecretKind) =>
  (pattern: RegExp, more: Pick<Announcement, "holds" | "unless"> = {}): Announcement => ({
    ...{ kind, pattern },
    ...more,
  });
export const argument = announcing("argument");
export const credential = announcing("credential");
export const named = announcing("named");
export const token = announcing("token");

export function announcedSpans(text: string, announcements: readonly Announcement[]): readonly Span[] {
  const found: Span[] = [];
  for (const { kind, holds, pattern, unless } of announcements) {
    if (holds?.some((part) => text.includes(part)) === false) continue;
    for (const { groups, indices } of text.matchAll(pattern)) {
      const [start, end] = indices?.groups?.secret ?? [0, 0];
      const secret = groups?.secret ?? "";
      if (!isReference(secret) && unless?.(secret, groups?.name ?? "") !== true)
        found.push({ start, end, kind });
    }
  }
  return found;
}

/** Longer than any address with credentials that we know of. */
const longest = 1_024;

export function addressSpans(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf("://"); at !== -1; at = text.indexOf("://", at + 3)) {
    const span = userInformation(text, at + 3);
    if (span !== null) found.push(span);
  }
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const span = beforeHost(text, at);
    if (span !== null) found.push(span);
  }
  for (const span of announcedSpans(text, inQuery)) found.push(span);
  return found;
}

/** A key of an Azure function, a code of OAuth: names that elsewhere say nothing. A short word is what is looked for. */
const inQuery = [
  // u=shop&p=x
  credential(/(?<=[?&]u=[^&\s]{1,80}&p=)(?<secret>[^&\s"'<>\\]{1,512})/dg, { holds: ["&p="] }),
  credential(
    /(?:(?<=[?&;]|\\u0026)(?:code|key|pass|auth|access|sid|session|state_token|subscription-key|hash)|(?<=[?&])[ktp])=(?<secret>[^&\s"'<>\\#]{8,2048})/dgi,
    {
      unless: (secret) =>
        !looksScrambled(secret) &&
        (/^(?:[a-z]{1,12}|\d{1,6})(?:[-_.:/,+](?:[a-z]{1,12}|\d{1,6}))*$/i.test(secret) ||
          isHarmless(secret, "")),
    },
  ),
];

const endsAddress = /[\s"'`<>\\]|:\/\//g;

/** `user:password@` or `token@` right behind the scheme. A password may hold `/` and `@` that nobody encoded. */
function userInformation(text: string, start: number): Span | null {
  endsAddress.lastIndex = start;
  const stop = endsAddress.exec(text.slice(0, Math.min(text.length, start + longest)))?.index;
  const rest = text.slice(start, stop ?? start + longest);
  const slash = rest.search(/[/?#]/);
  const authority = slash === -1 ? rest : rest.slice(0, slash);
  const hasPassword =
    authority.includes(":") && !/^[^:]*:\d{1,5}$/.test(authority) && !authority.startsWith("[");
  const last = authority.includes("@") || !hasPassword ? authority.lastIndexOf("@") : rest.lastIndexOf("@");
  if (last === -1) return hasPassword ? cutPassword(text, start, authority) : null;
  const colon = rest.indexOf(":");
  if (colon !== -1 && colon < last) return notReference(text, start + colon + 1, start + last);
  // A host of numbers is none: `discord://token@1012345678901234567`.
  const toNumber = /^\d{12,}$/.test(authority.slice(last + 1));
  return toNumber || looksMixed(rest.slice(0, last)) || looksScrambled(rest.slice(0, last)) || last > 30
    ? { start, end: start + last, kind: "credential" }
    : null;
}

/** What ended the message before its host did: the end of the line, or of a cell. */
const cutHere = /(?:\.\.\.|…)?(?:\n|$| {2})/y;
/** `docker://sha256:…` */
const digest = /^sha\d{3}:/;
/** Schemes of images, containers and identities: what stands behind a colon there is a tag. */
const ofImages = /(?:^|[^\w+.-])(?:docker|docker-pullable|containerd|cri-o|oci|spiffe):\/\/$/i;
const tag = /^\w[\w.-]{0,127}$/;

/** `user:pass`, and nothing behind it: somebody kept a part of a message. A named port is a word that is known. */
function cutPassword(text: string, start: number, authority: string): Span | null {
  const shown = authority.replace(/(?:\.\.\.|…)$/, "");
  const [from, end] = [start + shown.indexOf(":") + 1, start + shown.length];
  cutHere.lastIndex = end;
  if (!cutHere.test(text) || digest.test(shown) || isHarmlessUnnamed(text.slice(from, end))) return null;
  const said = text.slice(from, end);
  if (ofImages.test(text.slice(Math.max(0, start - 20), start)) && tag.test(said) && !looksMixed(said))
    return null;
  return notReference(text, from, end);
}

function notReference(text: string, start: number, end: number): Span | null {
  return end > start && !isReference(text.slice(start, end)) ? { start, end, kind: "credential" } : null;
}

const host =
  /@(?:tcp\(|unix\(|[\w-]{1,63}(?:\.[\w-]{1,63}){0,10}(?::\d{2,5}|\.(?:local|svc|net|com|io|internal))\b|localhost\b)/y;
/** `user:a@b.example` names a person. */
const namesPerson =
  /(?:^|[^A-Za-z])(?:user(?:name)?|e?mail|mailto|to|from|cc|upn|name|account|sub|by|requester|owner|login|sip|acct|image)$/i;

/** `user:password@host:port`, without a scheme: Go's MySQL names, `thin:user/password@host` of Oracle, arguments. */
function beforeHost(text: string, at: number): Span | null {
  host.lastIndex = at;
  if (!host.test(text)) return null;
  let start = at;
  while (start > 0 && at - start < 200 && !/[\s"'`<>,;]/.test(text.charAt(start - 1))) start -= 1;
  // A field of a Go map: `map[dsn:user:password@tcp(host)]`
  const inMap = text.slice(start, at).lastIndexOf("map[");
  if (inMap !== -1) start += inMap + 4;
  // A password may hold an `@`, a user may be one of an address.
  const before = text.slice(start, at);
  if (before.includes("://")) return null;
  const oracle = /thin:[^/]{1,64}\//.exec(before);
  const colon = oracle === null ? before.indexOf(":") : oracle.index + oracle[0].length - 1;
  if (colon < 1 || (oracle === null && namesPerson.test(before.slice(0, colon)))) return null;
  const kind = before.slice(0, colon);
  return /^[\w.%+-]+$/.test(kind.slice(kind.lastIndexOf("=") + 1)) || oracle !== null
    ? notReference(text, start + colon + 1, at)
    : null;
}
