// What differs from an earlier diagnosis of the same cluster: parts that came or went, and settings.
import type { Verdict } from "../../../core/diagnosis/cause.ts";
import type { Changed, Since, SnapshotDifference } from "../../../core/diagnosis/since/kept.ts";
import type { PartKind, PartValue, Setting } from "../../../core/diagnosis/since/part.ts";
import type { ChangedType } from "../../../core/finding/kit/operation.ts";
import { nameOf } from "../../../core/snapshot/resource-id.ts";

type Told = Readonly<{ verdict: string; better: boolean; at: string; told: readonly string[]; more: number }>;

export type SinceWords = Readonly<{
  settings: Readonly<Record<Setting, string>>;
  verdicts: Readonly<Record<Verdict, string>>;
  /** A switch. */
  on: string;
  off: string;
  /** A list with nothing in it. */
  none: string;
  few: (names: readonly string[]) => string;
  firewallRule: (name: string) => string;
  /** `access Allow → Deny` */
  changed: (setting: string, before: string, after: string) => string;
  added: (thing: string) => string;
  gone: (thing: string) => string;
  has: (thing: string, changes: readonly string[]) => string;
  /** `at`: the time of the earlier one, as people read it. `better`: it ended better than this one. */
  since: (it: Told) => string;
}>;

/** Resources by their names. */
const shown = (value: string): string => (/^\/subscriptions\//i.test(value) ? nameOf(value) : value);

export function sinceSpeech(
  words: SinceWords,
  sayChanged: (kind: ChangedType | null, resourceId: string) => string,
) {
  const textOf = (value: PartValue): string => {
    if (typeof value === "boolean") return value ? words.on : words.off;
    const items = typeof value === "string" ? [value] : value;
    return words.few(items.filter((each) => each !== "").map(shown)) || words.none;
  };
  const settingOf = ({ setting, before, after }: Changed): string =>
    words.changed(words.settings[setting] ?? setting, textOf(before), textOf(after));
  const thingOf = (of: PartKind, id: string): string =>
    of === "firewallRule" ? words.firewallRule(nameOf(id)) : sayChanged(of, id);

  function sayDifference(difference: SnapshotDifference): string {
    const thing = thingOf(difference.of, difference.id);
    if (difference.is === "added") return words.added(thing);
    if (difference.is === "gone") return words.gone(thing);
    return words.has(thing, difference.settings.slice(0, 2).map(settingOf));
  }

  return ({ verdict, better, differences, more }: Since, at: string): string =>
    words.since({
      verdict: words.verdicts[verdict],
      better,
      at,
      told: differences.map(sayDifference),
      more,
    });
}
