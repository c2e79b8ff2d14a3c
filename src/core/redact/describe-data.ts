// The values of a ConfigMap as `kubectl describe` prints them: key, a line of dashes, and below it the value, unindented.
import { isTellingVariable } from "./names.ts";
import { isNoSecret } from "./no-secret.ts";
import { linesOf } from "./scan-lines.ts";
import type { Span } from "./span.ts";

/**
 * Data
 * ====
 * key:
 * ----
 * value
 */
export function describedDataSpans(text: string): readonly Span[] {
  if (!text.includes(":\n----")) return [];
  const lines = linesOf(text);
  const lineAt = (at: number) =>
    text.slice(lines[at]?.start, Math.min(lines[at]?.end ?? 0, (lines[at]?.start ?? 0) + 300));
  const found: Span[] = [];
  let key = "";
  let start = -1;
  const endValue = (end: number) => {
    if (start !== -1 && end > start && isTellingVariable(key) && !isNoSecret(key, text.slice(start, end))) {
      found.push({ start, end, kind: "named" });
    }
    start = -1;
  };
  for (let at = 0; at < lines.length; at += 1) {
    const isKey = lineAt(at + 1) === "----" && /^[\w.-]{1,253}:$/.test(lineAt(at));
    if (isKey || lineAt(at + 1) === "====" || /^Events:(?: {2,}|$)/.test(lineAt(at)))
      endValue((lines[at]?.start ?? 1) - 1);
    if (!isKey) continue;
    key = lineAt(at).slice(0, -1);
    start = lines[at + 2]?.start ?? -1;
    at += 1;
  }
  endValue(text.length);
  return found;
}
