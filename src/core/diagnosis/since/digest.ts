// What is kept of a diagnosis, to be held against the next one of the same cluster: the parts of the network that its
// walks met and the settings that decide, and not the snapshot.

import type { RequirementResult } from "../../requirement/requirement-result.ts";
import { isInNodeGroup } from "../../snapshot/cluster.ts";
import { idKey, idsIn } from "../../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { clusterParts } from "./cluster-parts.ts";
import { edgeParts } from "./edge-parts.ts";
import { networkParts } from "./network-parts.ts";
import { nodeGroupParts } from "./node-group-parts.ts";
import { joined, type Part, type PartsRead } from "./part.ts";

/** Raised when what is kept means something else than before; what another release kept is not compared. */
export const digestVersion = 1;

/** `stop`: ids around where it was stopped, the nearest first. */
export type Digest = PartsRead & Readonly<{ version: typeof digestVersion; stop: readonly string[] }>;

/** In characters of JSON. What does not fit is left out, the parts of the walks' own last. */
const largest = 200_000;
const mostStops = 40;

export const partsOf = (snapshot: ClusterSnapshot): PartsRead =>
  joined(clusterParts(snapshot), nodeGroupParts(snapshot), networkParts(snapshot), edgeParts(snapshot));

const keysOf = (ids: readonly string[]): ReadonlySet<string> => new Set(ids.map((id) => idKey(id)));

const metIn = (requirements: readonly RequirementResult[]): ReadonlySet<string> =>
  keysOf(requirements.flatMap(({ walks }) => walks.flatMap(({ trace }) => idsIn(trace.steps))));

/** What no walk meets: the cluster, what AKS made for it, as the balancer that nodes leave by, and the way in by Bastion. */
function besideWalks(snapshot: ClusterSnapshot, parts: readonly Part[]): readonly string[] {
  const { clusterId, managedCluster: cluster, bastionHosts } = snapshot;
  const made = parts.filter(({ id }) => cluster.status === "collected" && isInNodeGroup(id, cluster.data));
  return [clusterId, ...[...made, ...bastionHosts.items].map(({ id }) => id)];
}

/** Of a part, itself and each thing that it is inside of. */
function aroundOf(id: string): readonly string[] {
  const segments = idKey(id).split("/");
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}

/** Those on the walks first, then what these name, then what is inside of any of them. */
function concerned(parts: readonly Part[], met: ReadonlySet<string>): readonly Part[] {
  const isIn = (keys: ReadonlySet<string>) => (each: Part) => keys.has(idKey(each.id));
  const onWalk = parts.filter(isIn(met));
  const named = parts.filter(isIn(keysOf(onWalk.flatMap(({ settings }) => idsIn(settings)))));
  const behind = parts.filter(isIn(keysOf(named.flatMap(({ settings }) => idsIn(settings)))));
  const owners = keysOf([...onWalk, ...named, ...behind].map(({ id }) => id));
  const inside = parts.filter(({ id }) => aroundOf(id).some((key) => owners.has(key)));
  return [...new Set([...onWalk, ...named, ...behind, ...inside])];
}

function fitting(parts: readonly Part[]): readonly Part[] {
  let size = 0;
  return parts.filter((each) => {
    size += JSON.stringify(each).length + 1;
    return size <= largest;
  });
}

/** `stop`: ids around the place where it is stopped, the nearest first. */
export function digestOf(
  snapshot: ClusterSnapshot,
  requirements: readonly RequirementResult[],
  stop: readonly string[],
): Digest {
  const all = partsOf(snapshot);
  const met = new Set([...metIn(requirements), ...keysOf(stop), ...keysOf(besideWalks(snapshot, all.parts))]);
  const parts = fitting(concerned(all.parts, met));
  const kept = new Set(parts);
  const cut = new Set(all.parts.filter((each) => !kept.has(each)).flatMap(({ lists }) => lists));
  const named = new Set(parts.map(({ id }) => idKey(id)));
  // A list that is whole tells what was added to it: only of what is kept itself.
  const whole = all.whole.filter((list) => !cut.has(list) && named.has(list.split("|")[0] ?? ""));
  return { version: digestVersion, stop: stop.slice(0, mostStops), parts, whole };
}
