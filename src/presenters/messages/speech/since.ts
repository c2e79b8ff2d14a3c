// What differs from an earlier diagnosis of the same cluster: parts that came or went, and settings.
import type { Changed, Since, SnapshotDifference } from "../../../core/diagnosis/since/kept.ts";
import type { PartKind, PartValue } from "../../../core/diagnosis/since/part.ts";
import type { ChangedType } from "../../../core/finding/kit/operation.ts";
import { nameOf } from "../../../core/snapshot/resource-id.ts";
import { type Says, say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

type Told = Readonly<{ is: SnapshotDifference["is"]; thing: string; changes: readonly string[] }>;

/** Resources by their names. */
const shown = (value: string): string => (/^\/subscriptions\//i.test(value) ? nameOf(value) : value);

export function sinceSpeech(
  { since: texts }: Catalogue,
  sayChanged: (kind: ChangedType | null, resourceId: string) => string,
) {
  const textOf = (value: PartValue): string => {
    if (typeof value === "boolean") return value ? texts.on : texts.off;
    const items = typeof value === "string" ? [value] : value;
    return texts.value({ items: items.filter((each) => each !== "").map(shown) });
  };
  const changeOf = ({ setting, before, after }: Changed): string =>
    texts.changed({ setting, before: textOf(before), after: textOf(after) });
  const thingOf = (of: PartKind, id: string): string =>
    of === "firewallRule" ? texts.firewallRule({ name: nameOf(id) }) : sayChanged(of, id);

  function sayDifference(difference: SnapshotDifference): string {
    const differences: Says<Told> = texts.difference;
    const { is, of, id } = difference;
    const settings = is === "changed" ? difference.settings.slice(0, 2) : [];
    return say(differences, { is, thing: thingOf(of, id), changes: settings.map(changeOf) });
  }

  return {
    saySince: ({ differences, ...it }: Since): string =>
      texts.since({ ...it, told: differences.map(sayDifference) }),
  };
}
