// What a way in is made of, as data: which checks decide it, when it does not exist, and the lines to copy.
import type { FindingId } from "../finding/kit/finding-id.ts";
import type { Walks } from "../finding/kit/walks.ts";
import type { CheckResult } from "../outcome/check.ts";
import type { RequirementId } from "../requirement/requirement.ts";
import type { RequirementResult } from "../requirement/requirement-result.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { Client, ClusterSnapshot } from "../snapshot/snapshot.ts";
import type { AccessPath, PathReason } from "./access-path.ts";
import type { PathId } from "./path-order.ts";
import type { Traits } from "./rank.ts";

export type PathContext = Readonly<{
  /** As seen by somebody who stands where the way starts. */
  snapshot: ClusterSnapshot;
  cluster: ManagedCluster;
  result: (checkId: string) => CheckResult | undefined;
  /** What a way in needs from there. */
  walks: Walks;
  /** What the cluster needs itself. */
  ofCluster: readonly RequirementResult[];
}>;

/** `unseen`: nothing that was read tells whether it exists, so nothing is said about it. */
export type Presence = Readonly<
  { state: "there" } | { state: "absent"; reason: PathReason } | { state: "unseen" }
>;

export const there: Presence = { state: "there" };
export const unseen: Presence = { state: "unseen" };
export const absent = (reason: PathReason): Presence => ({ state: "absent", reason });

/** What the way itself knows of whether it leads in, beside its checks. */
export type Works = Readonly<
  | { state: "leads"; reason: PathReason }
  /** `checks`: those that would settle it, or the need that was not walked. */
  | { state: "unjudged"; reason: PathReason; checks: readonly (FindingId | RequirementId)[] }
  /** It ends before the API server; `by`: the finding that tells it. */
  | { state: "stopped"; reason: PathReason; by: string }
>;

export const leads = (reason: PathReason): Works => ({ state: "leads", reason });
export const unjudged = (reason: PathReason, checks: readonly (FindingId | RequirementId)[]): Works => ({
  state: "unjudged",
  reason,
  checks,
});
export const stopped = (reason: PathReason, by: string): Works => ({ state: "stopped", reason, by });

export type PathSpec = Readonly<{
  id: PathId;
  /** By which it is ranked among the ways that are usable. */
  traits: Traits;
  /** What has to be delivered from where the way starts; one that is stopped blocks the way. */
  needs: readonly RequirementId[];
  /** All of them have to hold; one that fails blocks the way. */
  hard: readonly FindingId[];
  /** Anything but a pass leaves it open whether the way works. */
  soft: readonly FindingId[];
  works: (context: PathContext) => Works;
  presence: (context: PathContext) => Presence;
  /** Where the way may start, if not where the asker is: the place that leads furthest counts. */
  starts?: (snapshot: ClusterSnapshot) => readonly Client[];
  steps: (context: PathContext) => AccessPath["steps"];
}>;

/** For every way in. */
export const commonChecks: readonly FindingId[] = [
  "cluster.exists",
  "cluster.power-state",
  "cluster.resource-health",
  "cluster.kms-key",
  "cluster.api-certificate",
  "api.mode",
];

/** For ways that end in the user's own kubectl. */
export const ownKubectlChecks: readonly FindingId[] = [...commonChecks, "access.kubeconfig", "entra.tenant"];

/** For every way to a private API server. */
export const privateChecks: readonly FindingId[] = [
  "pe.exists",
  "pe.connection-approved",
  "pe.provisioning",
  "pe.ip",
  "dns.zone-name",
  "api.vnetint-ilb",
];

/** For ways over a jump host, wherever it stands; what does not concern one is not applicable to it. */
export const jumpHostChecks: readonly FindingId[] = [
  ...ownKubectlChecks,
  ...privateChecks,
  "jump.discovered",
  "jump.vmss",
  "jump.power",
  "jump.health",
  "jump.placement",
  "vnet.cluster-subnet",
  "peering.sync",
  "peering.address-overlap",
];
