// A line of `watch` or `unwatch` that means several clusters at once: it is read as if one name stood there.
import { isPattern } from "../../text/glob.ts";
import { foldCase } from "../../text/text.ts";
import type { Intent } from "../intent.ts";
import { isKnown } from "../plain-words/is-ordered.ts";
import { setOf } from "../plain-words/languages/known-words.ts";
import { readSpoken, saysAbout } from "../plain-words/languages/languages.ts";
import type { Line } from "../plain-words/read-plain-words.ts";

/** `**prod-1**` is bold, and no pattern. */
const emphasized = /(?<![\w*-])(?<stars>\*{1,2})(?<word>[\w-]+)\k<stars>(?![\w*-])/g;
const standIn = "cluster-77";
const starred = /(?<![\w*/-])(?=[\w-]*\*)[\w*-]+(?![\w*/-])/;
const allOfThem =
  /\b(?:all|every|each)(?: of)?(?: (?:the|our|my|these))? (?:([a-z]\w*)[ -])?clusters?\b|\balle[nr]? (?:(?:unsere|meine|die)[nr]? )?(?:([a-z]\w*)[ -])?clustern?\b|(?:所有|全部)的?\s*([a-z]\w*)?\s*的?集群/i;

/** A severity, hours and their zone: `sev<=1`, `22:00-07:00`, `Europe/Berlin`. */
const ofClause = /^sev|^quiet$|^\d|^\w+\/\w+$/i;

/** Another cluster, place or clause: many would be followed, or not, of which the line says otherwise. */
function saysMore(left: string): boolean {
  const { language, line } = readSpoken(left);
  const and = setOf(`${language.sentence.and} or oder 或`);
  return (
    /[,;，；、]/.test(left) ||
    saysAbout("namesPlace", left) ||
    line.some(
      ({ word, raw }) => and.has(word) || (word !== "" && !ofClause.test(raw) && !isKnown(word, language)),
    )
  );
}

type Following = Extract<Intent, { kind: "watch" | "unwatch" }>;

/** What the line wants of the channel, as far as it names a cluster. */
function followingIn(read: Line): Following | null {
  const intent =
    read.is === "readings" ? read.readings[0]?.intent : read.is === "intent" ? read.intent : undefined;
  return intent?.kind === "watch" || intent?.kind === "unwatch" ? intent : null;
}

/** Where one name would stand, `prod-*` says the same of several, and all clusters in words are asked back as such a line. */
export function ofSeveral(typed: string, ofOne: (line: string) => Line): Line | null {
  const plain = typed.replace(emphasized, "$<word>");
  const ofPlain = plain === typed ? null : ofOne(plain);
  if (ofPlain !== null && followingIn(ofPlain) !== null) return ofPlain;
  const written = starred.exec(plain)?.[0];
  const [all = "", ...names] = written === undefined ? (allOfThem.exec(plain) ?? []) : [];
  const pattern = written ?? (all && `${names.find(Boolean) ?? ""}*`);
  const several = written ?? all;
  if (!isPattern(pattern) || saysMore(plain.replace(several, " "))) return null;
  const intent = followingIn(ofOne(plain.replace(several, ` ${standIn} `)));
  if (intent === null || intent.cluster !== standIn) return null;
  if (written !== undefined) return { is: "intent", intent: { ...intent, cluster: foldCase(pattern) } };
  const from = intent.kind === "watch" && intent.severity ? ` sev<=${intent.severity.slice(3)}` : "";
  const phrase = `${intent.kind} ${foldCase(pattern)}${from}`;
  return "quiet" in intent && intent.quiet
    ? null
    : { is: "misread", reason: { is: "didYouMean", phrase }, candidates: [] };
}
