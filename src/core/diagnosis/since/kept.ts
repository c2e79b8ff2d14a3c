// What differs between a kept model of the network and the present one. Only what was read now, or is proved to be gone
// now, is told: what the earlier reader saw, this one may not be allowed to.
import { idKey } from "../../snapshot/resource-id.ts";
import { foldCase } from "../../text/text.ts";
import type { Digest } from "./digest.ts";
import type { ComparedPart, PartKind, PartSettings, PartsRead, PartValue, Setting } from "./part.ts";

export type Changed = Readonly<{ setting: Setting; before: PartValue; after: PartValue }>;

export type SnapshotDifference = Readonly<{ of: PartKind; id: string }> &
  Readonly<{ is: "added" } | { is: "gone" } | { is: "changed"; settings: readonly Changed[] }>;

/** In any order, and in any case, as Azure compares them. */
const plainOf = (value: PartValue): string =>
  JSON.stringify(
    typeof value === "object" ? [...new Set(value.map(foldCase))].toSorted() : value,
  ).toLowerCase();

/** A setting that one of them has not was not read there, or not kept. */
function changedIn(before: PartSettings, after: PartSettings): readonly Changed[] {
  const names = Object.keys(before) as Setting[];
  return names.flatMap((setting) => {
    const [was, is] = [before[setting], after[setting]];
    if (was === undefined || is === undefined || plainOf(was) === plainOf(is)) return [];
    return [{ setting, before: was, after: is }];
  });
}

const byKey = ({ parts }: PartsRead): ReadonlyMap<string, ComparedPart> =>
  new Map(parts.map((each) => [idKey(each.id), each]));

const isWhole = ({ lists }: ComparedPart, { whole }: Readonly<{ whole: ReadonlySet<string> }>): boolean =>
  lists.length > 0 && lists.every((list) => whole.has(list));

export function differences(before: PartsRead, now: PartsRead): readonly SnapshotDifference[] {
  const [then, present] = [byKey(before), byKey(now)];
  const wholeThen = { whole: new Set(before.whole) };
  const wholeNow = { whole: new Set(now.whole) };
  const kept = [...then.values()].flatMap((was): readonly SnapshotDifference[] => {
    const { of, id } = was;
    const is = present.get(idKey(id));
    if (is === undefined) return isWhole(was, wholeNow) ? [{ is: "gone", of, id }] : [];
    const settings = changedIn(was.settings, is.settings);
    return settings.length === 0 ? [] : [{ is: "changed", of, id: is.id, settings }];
  });
  const added = [...present.values()].flatMap((each): readonly SnapshotDifference[] =>
    !then.has(idKey(each.id)) && isWhole(each, wholeThen) ? [{ is: "added", of: each.of, id: each.id }] : [],
  );
  return [...kept, ...added];
}

// What is kept of a diagnosis for the next one of its cluster, and what the next one tells of it.

/** One of each verdict is kept of a cluster, the newest. What is not known is no model to compare with. */
type KeptVerdict = "healthy" | "degraded" | "broken";

/** `takenAt`: when Azure was read, ISO 8601. */
export type KeptDigest = Readonly<{
  runId: string;
  clusterId: string;
  verdict: KeptVerdict;
  takenAt: string;
  digest: Digest;
}>;

/** `better`: the cluster is better off now. `more`: how many differences are not among those that are told. */
export type Since = Readonly<{
  runId: string;
  verdict: KeptVerdict;
  at: string;
  better: boolean;
  differences: readonly SnapshotDifference[];
  more: number;
}>;
