// A line of `watch` or `unwatch` that means several clusters at once: it is read as if one name stood there.
import { isPattern } from "../../text/glob.ts";
import { foldCase } from "../../text/text.ts";
import type { Line } from "../plain-words/read-plain-words.ts";

const standIn = "cluster-77";
const starred = /(?<![\w*/-])(?=[\w-]*\*)[\w*-]+(?![\w*/-])/;
const allOfThem =
  /\b(?:all|every|each)(?: of)?(?: (?:the|our|my|these))? (?:([a-z]\w*)[ -])?clusters?\b|\balle[nr]? (?:(?:unsere|meine|die)[nr]? )?(?:([a-z]\w*)[ -])?clustern?\b|(?:所有|全部)的?\s*([a-z]\w*)?\s*的?集群/i;

/** Where one name would stand, `prod-*` says the same of several, and all clusters in words are asked back as such a line. */
export function ofSeveral(typed: string, ofOne: (line: string) => Line): Line | null {
  const written = starred.exec(typed)?.[0];
  const [all = "", ...names] = written === undefined ? (allOfThem.exec(typed) ?? []) : [];
  const pattern = written ?? (all && `${names.find(Boolean) ?? ""}*`);
  if (!isPattern(pattern)) return null;
  const line = ofOne(typed.replace(written ?? all, ` ${standIn} `));
  const intent =
    line.is === "readings" ? line.readings[0]?.intent : line.is === "intent" ? line.intent : null;
  if ((intent?.kind !== "watch" && intent?.kind !== "unwatch") || intent.cluster !== standIn) return null;
  if (written !== undefined) return { is: "intent", intent: { ...intent, cluster: foldCase(pattern) } };
  const from = intent.kind === "watch" && intent.severity ? ` sev<=${intent.severity.slice(3)}` : "";
  const phrase = `${intent.kind} ${foldCase(pattern)}${from}`;
  return { is: "misread", reason: { is: "didYouMean", phrase }, candidates: [] };
}
