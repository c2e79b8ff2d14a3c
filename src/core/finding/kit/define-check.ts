// Turns a check's description into something that judges a snapshot. A check sees only the sections it names.

import { apiModeOf, isPrivate, zoneModeOf } from "../../network/address/api-server.ts";
import { type Fact, notApplicable, type Outcome, type SharedFact, unread } from "../../outcome/check.ts";
import type { RequirementId } from "../../requirement/requirement.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { Collected, Unavailable } from "../../snapshot/section.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import type { CheckMeta, DistributiveOmit, ShownBy } from "./check-meta.ts";
import type { FindingId } from "./finding-id.ts";
import type { Walks } from "./walks.ts";

// Why a whole group of checks has nothing to judge on a cluster. Null means that it has.

export type SkipFact = Readonly<{
  is: "apiPublic" | "apiInNetwork" | "apiNotInNetwork" | "namePublic" | "noZone" | "nodesUseAddress";
}>;

export const unlessPrivate = (cluster: ManagedCluster): SkipFact | null =>
  isPrivate(cluster) ? null : { is: "apiPublic" };

export function unlessPrivateLink(cluster: ManagedCluster): SkipFact | null {
  const mode = apiModeOf(cluster);
  if (mode === "private-link") return null;
  return mode === "vnet-private" ? { is: "apiInNetwork" } : { is: "apiPublic" };
}

export function unlessPrivateZone(cluster: ManagedCluster): SkipFact | null {
  if (!isPrivate(cluster)) return { is: "namePublic" };
  return zoneModeOf(cluster) === "none" ? { is: "noZone" } : null;
}

/** With VNet integration, nodes know the API server by its address. */
export const unlessNodesUseZone = (cluster: ManagedCluster): SkipFact | null =>
  unlessPrivateZone(cluster) ??
  (cluster.apiServerAccess.enableVnetIntegration ? { is: "nodesUseAddress" } : null);

export const unlessVnetIntegration = (cluster: ManagedCluster): SkipFact | null =>
  cluster.apiServerAccess.enableVnetIntegration ? null : { is: "apiNotInNetwork" };

/** Names of the snapshot's parts that are one section each. */
export type SectionName = {
  [K in keyof ClusterSnapshot]-?: Extract<ClusterSnapshot[K], Collected<unknown>> extends never ? never : K;
}[keyof ClusterSnapshot];

type SectionData<K extends SectionName> = Extract<ClusterSnapshot[K], Collected<unknown>>["data"];

/** Sections in `needs` arrive read; those in `looksAt` arrive as they are, so they may be unavailable. */
type CheckData<N extends SectionName, L extends keyof ClusterSnapshot> = {
  readonly [K in N]: SectionData<K>;
} & { readonly [K in L]: ClusterSnapshot[K] };

export type CheckContext = Pick<
  ClusterSnapshot,
  "clusterId" | "client" | "apiAnswered" | "requesterObjectId" | "requesterTenantId"
>;

type CheckSpec<
  Id extends FindingId,
  N extends SectionName,
  L extends keyof ClusterSnapshot,
  F extends Fact,
> = DistributiveOmit<CheckMeta<Id>, "shownBy" | "after"> &
  Readonly<{
    /** What Azure shows, where nothing else is named. */
    shownBy?: ShownBy;
    after?: readonly FindingId[];
    needs: readonly N[];
    looksAt?: readonly L[];
    /** Why this cluster has nothing to evaluated, or null. Asked before anything else is looked at. */
    skip?: (cluster: ManagedCluster) => F | SkipFact | null;
    evaluate: (data: CheckData<N, L>, context: CheckContext) => Outcome<F>;
  }>;

/** `F`: what it may find. */
export type Check<Id extends FindingId = FindingId, F extends Fact = Fact> = CheckMeta<Id> &
  Readonly<{
    needs: readonly SectionName[];
    /** Besides these, where it tells more. */
    looksAt: readonly (keyof ClusterSnapshot)[];
    /** The needs whose walks tell it; absent where it judges what was read by itself. */
    of?: readonly RequirementId[];
    /** `walks`: of this snapshot. */
    evaluate: (snapshot: ClusterSnapshot, walks: Walks) => Outcome<F>;
  }>;

/** One that judges what was read by itself: no walk tells it. */
export type OwnCheck<Id extends FindingId = FindingId, F extends Fact = Fact> = Check<Id, F> &
  Readonly<{ evaluate: (snapshot: ClusterSnapshot) => Outcome<F> }>;

const contextOf = ({
  clusterId,
  client,
  apiAnswered,
  requesterObjectId,
  requesterTenantId,
}: ClusterSnapshot): CheckContext => ({
  clusterId,
  client,
  ...(apiAnswered === undefined ? {} : { apiAnswered }),
  ...(requesterObjectId === undefined ? {} : { requesterObjectId }),
  ...(requesterTenantId === undefined ? {} : { requesterTenantId }),
});

/** The first missing section speaks; the permissions of all of them would settle the check. */
const missing = (sections: readonly Unavailable[]): Outcome<SharedFact> | null => {
  const [first] = sections;
  if (first === undefined) return null;
  return unread({ ...first, needs: unique(sections.flatMap(({ needs }) => needs)) });
};

const unique = <T>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

/** Reading a section that `needs` and `looksAt` do not name is a compile error. */
export function defineCheck<
  const Id extends FindingId,
  N extends SectionName,
  L extends keyof ClusterSnapshot = never,
  F extends Fact = SharedFact,
>(spec: CheckSpec<Id, N, L, F>): OwnCheck<Id, F | SharedFact | SkipFact> {
  const { shownBy = "azure", after = [], needs, looksAt = [], skip, evaluate, ...meta } = spec;
  const evaluated = (snapshot: ClusterSnapshot): Outcome<F | SharedFact | SkipFact> => {
    const { managedCluster } = snapshot;
    if (skip !== undefined) {
      if (managedCluster.status === "unavailable") return unread(managedCluster);
      const reason = skip(managedCluster.data);
      if (reason !== null) return notApplicable(reason);
    }
    const data: Record<string, unknown> = {};
    const unavailable: Unavailable[] = [];
    for (const name of needs) {
      const section = snapshot[name];
      if (section.status === "unavailable") unavailable.push(section);
      else data[name] = section.data;
    }
    for (const name of looksAt) data[name] = snapshot[name];
    // The only cast: the loops above have just put every named part where the type says.
    return missing(unavailable) ?? evaluate(data as CheckData<N, L>, contextOf(snapshot));
  };
  // Asked before it looks at anything, whether it concerns the cluster at all.
  const seen: readonly (keyof ClusterSnapshot)[] = skip === undefined ? [] : ["managedCluster"];
  return { ...meta, shownBy, after, needs, looksAt: [...seen, ...looksAt], evaluate: evaluated };
}
