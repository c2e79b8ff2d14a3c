// What differs from an earlier diagnosis of the same cluster that ended otherwise: the first hint at a cause, and at
// what has mended it.

import { networkOf } from "../network/from-snapshot.ts";
import { idKey, isWithin } from "../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import type { Verdict } from "./cause.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { resourcesNearStop } from "./resources-near-stop.ts";
import { digestOf, digestVersion, partsOf } from "./since/digest.ts";
import { differences, type KeptDigest, type Since, type SnapshotDifference } from "./since/kept.ts";

const order: readonly Verdict[] = ["healthy", "degraded", "broken", "unknown"];
const rank = (verdict: Verdict): number => order.indexOf(verdict);

const newestFirst = (kept: readonly KeptDigest[]): readonly KeptDigest[] =>
  kept
    .filter(({ digest }) => digest.version === digestVersion)
    .toSorted((one, other) => Date.parse(other.takenAt) - Date.parse(one.takenAt));

/** The last better one; where there is none, or nothing is wrong now, the last of all, if it was worse. */
export function toCompareWith(verdict: Verdict, kept: readonly KeptDigest[]): KeptDigest | null {
  const all = newestFirst(kept);
  const better = all.find((each) => rank(each.verdict) < rank(verdict));
  if (better !== undefined) return better;
  const [last] = all;
  return last !== undefined && rank(last.verdict) > rank(verdict) ? last : null;
}

const spotsOf = (snapshot: ClusterSnapshot, { rootCause, requirements }: Diagnosis): readonly string[] =>
  rootCause === null
    ? []
    : [...new Set(resourcesNearStop(rootCause, networkOf(snapshot), requirements).map(({ id }) => id))];

/** More are read by nobody. */
const mostTold = 3;

/** Where it stands among what is around a stop; beyond all of it where it has no part in that walk. */
function farFrom(stop: readonly string[], { id }: SnapshotDifference): number {
  const at = stop.findIndex((each) => isWithin(id, each) || isWithin(each, id));
  return at < 0 ? stop.length : at;
}

/** What is on the walk that stops, where anything is; else all, as it was met. */
function toTell(all: readonly SnapshotDifference[], stop: readonly string[]): readonly SnapshotDifference[] {
  const nearestFirst = all.toSorted((one, other) => farFrom(stop, one) - farFrom(stop, other));
  const near = nearestFirst.filter((each) => farFrom(stop, each) < stop.length);
  return (near.length > 0 ? near : nearestFirst).slice(0, mostTold);
}

/** Null where nothing differs that this person may be told. */
export function sinceOf(
  { runId, verdict, takenAt: at, digest }: KeptDigest,
  snapshot: ClusterSnapshot,
  diagnosis: Diagnosis,
): Since | null {
  const all = differences(digest, partsOf(snapshot));
  if (all.length === 0) return null;
  const better = rank(verdict) > rank(diagnosis.verdict);
  const told = toTell(all, better ? digest.stop : spotsOf(snapshot, diagnosis));
  return { runId, verdict, at, better, differences: told, more: all.length - told.length };
}

/** What is kept of a diagnosis once it was delivered; null where too little is known. */
export function toKeep(runId: string, snapshot: ClusterSnapshot, diagnosis: Diagnosis): KeptDigest | null {
  const { verdict, requirements } = diagnosis;
  if (verdict === "unknown") return null;
  const digest = digestOf(snapshot, requirements, spotsOf(snapshot, diagnosis));
  return { runId, clusterId: idKey(snapshot.clusterId), verdict, takenAt: snapshot.takenAt, digest };
}
