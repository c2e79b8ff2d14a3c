// What `kubectl diff` prints: YAML behind a sign at the margin, where the name and the two values of a pair stand together.
import { lineSpans } from "./scan-lines.ts";
import type { Span } from "./span.ts";

/** Without the signs, and each letter where it was. */
export const differenceSpans = (text: string): readonly Span[] =>
  /^@@ -\d/m.test(text) ? lineSpans(text.replace(/^[+-](?=[ +-])/gm, " ")) : [];
