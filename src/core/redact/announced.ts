// Secrets that the words before them announce: one pattern for each way of writing.
import { isReference } from "./harmless.ts";
import type { SecretKind, Span } from "./span.ts";

/**
 * `holds`: a text without any of these is not searched. The group `secret` is what is masked, unless it is none or the group `name` before it tells of none. A pattern begins with a word that is rare, or
 * looks at a bounded stretch; flags `g` and `d`.
 */
export type Announcement = Readonly<{
  kind: SecretKind;
  holds?: readonly string[];
  pattern: RegExp;
  unless?: (secret: string, name: string) => boolean;
}>;

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
