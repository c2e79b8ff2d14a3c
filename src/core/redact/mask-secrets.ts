// All rules together: what is or looks like a secret in a text of any length, in linear time.
import { addressSpans } from "./addresses.ts";
import { assignmentSpans } from "./assignments.ts";
import { commandLineSpans } from "./command-lines.ts";
import { type OutputRequest, templateSpans } from "./custom-columns.ts";
import { encodedSpans, foldedSpans, percentSpans } from "./decode.ts";
import { describedDataSpans, isTestCount, privateKeySpans } from "./describe-data.ts";
import { dumpSpans } from "./dumps.ts";
import { headerSpans } from "./headers.ts";
import { placeSpans } from "./places.ts";
import { goMapSpans, jsonSpans } from "./scan-json.ts";
import { differenceSpans, lineSpans } from "./scan-lines.ts";
import { sentenceSpans } from "./sentences.ts";
import { asSeen, maskSpans, type Redacted, type Span, spannedTexts } from "./span.ts";
import { boundSpans, insertSpans, statementSpans } from "./sql.ts";
import { textTableSpans } from "./text-tables.ts";
import { randomSpans, tokenSpans } from "./token-forms.ts";

/** Each goes over the whole text once and knows nothing of the others. */
const rules: readonly ((text: string) => readonly Span[])[] = [
  privateKeySpans,
  objectLines,
  (text) => goMapSpans(text),
  describedDataSpans,
  differenceSpans,
  assignmentSpans,
  insertSpans,
  boundSpans,
  headerSpans,
  commandLineSpans,
  sentenceSpans,
  placeSpans,
  statementSpans,
  dumpSpans,
  textTableSpans,
  addressSpans,
  tokenSpans,
  randomSpans,
];

/** kubectl keeps JSON in an annotation (1), that may hold a ConfigMap (2) with a file of JSON (3) with a string (4). */
const deepestNesting = 4;

/** Without a request, any text; with one, the output of the command that it says. */
export function maskSecrets(text: string, request?: OutputRequest): Redacted {
  const found = inSeen(text, (seen) => {
    const ofTemplate = request === undefined ? [] : templateSpans(seen, request, spansOf);
    return [spansOf(seen), ofTemplate].flat();
  });
  return maskSpans(text, found);
}

/** Each secret that `maskSecrets` would take out of the text. */
export const secretsIn = (text: string): readonly string[] => spannedTexts(text, inSeen(text, spansOf));

/** Looks at what a reader will see, and gives the spans of the text as it came. */
function inSeen(text: string, find: (seen: string) => readonly Span[]): readonly Span[] {
  const seen = asSeen(text);
  return seen === null ? find(text) : encodedSpans(find(seen.text), seen);
}

/** What all rules find, also in strings of JSON and addresses, once their escapes are taken back. */
function spansOf(text: string, nesting = 0): readonly Span[] {
  const inner = (string: string) => (nesting < deepestNesting ? spansOf(string, nesting + 1) : []);
  return inSeen(text, (seen) =>
    [
      jsonSpans(seen, inner),
      percentSpans(seen, inner),
      foldedSpans(seen, inner),
      ...rules.map((rule) => rule(seen)),
    ]
      .flat()
      .filter((span) => !isTestCount(seen, span)),
  );
}

/** JSON is read as JSON only. */
function objectLines(text: string): readonly Span[] {
  return /^\s{0,100}[{[]/.test(text) ? [] : lineSpans(text);
}
