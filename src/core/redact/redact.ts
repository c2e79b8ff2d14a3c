// Masks what is or looks like a secret before it reaches the store, the log or a card. Redact before filtering: what
// makes a value a secret may stand on another line.
import { addressSpans } from "./addresses.ts";
import { assignmentSpans } from "./assignments.ts";
import { describedDataSpans } from "./describe-data.ts";
import { headerSpans } from "./headers.ts";
import { privateKeySpans } from "./private-keys.ts";
import { goMapSpans } from "./scan-go-map.ts";
import { jsonSpans } from "./scan-json.ts";
import { lineSpans } from "./scan-lines.ts";
import { mask, maskSpans, type Redacted, type Span } from "./span.ts";
import { type OutputRequest, templateSpans } from "./template-values.ts";
import { randomSpans, tokenSpans } from "./token-forms.ts";

export type { Redacted, SecretKind } from "./span.ts";

/** Each goes over the whole text in linear time and knows nothing of the others. */
const rules: readonly ((text: string) => readonly Span[])[] = [
  privateKeySpans,
  objectLines,
  (text) => goMapSpans(text),
  describedDataSpans,
  assignmentSpans,
  headerSpans,
  addressSpans,
  tokenSpans,
  randomSpans,
];

/** kubectl keeps JSON in an annotation (1), that may hold a ConfigMap (2) with a file of JSON (3) with a string (4). */
const deepestNesting = 4;

/** What all rules find, also in the strings of JSON, once their escapes are taken back. */
function spansOf(text: string, nesting = 0): readonly Span[] {
  const inner = (string: string) => (nesting < deepestNesting ? spansOf(string, nesting + 1) : []);
  return [jsonSpans(text, inner), ...rules.map((rule) => rule(text))].flat();
}

/** Whether something in the text was masked before. */
export const isMasked = (text: string): boolean => text.includes(mask);

/** Any text: what somebody typed, a log line, an error. Masking twice changes nothing more. */
export const redact = (text: string): Redacted => maskSpans(text, spansOf(text));

/** The output of a command, of which we know what it was asked to print. */
export const redactOutput = (text: string, request: OutputRequest): Redacted =>
  maskSpans(text, [spansOf(text), templateSpans(text, request, spansOf)].flat());

/** JSON is read as JSON only. */
function objectLines(text: string): readonly Span[] {
  return /^\s{0,100}[{[]/.test(text) ? [] : lineSpans(text);
}
