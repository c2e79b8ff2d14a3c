// What a way in is made of, as data: which checks decide it, when it does not exist, and the lines to copy.
import type { CheckResult } from "../outcome/check.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { Client, ClusterSnapshot } from "../snapshot/snapshot.ts";

export type PathContext = Readonly<{
  /** As seen by somebody who stands where the way starts. */
  snapshot: ClusterSnapshot;
  cluster: ManagedCluster;
  result: (checkId: string) => CheckResult | undefined;
}>;

/** `unseen`: nothing that was read tells whether it exists, so nothing is said about it. */
export type Presence = Readonly<
  { state: "there" } | { state: "absent"; reason: string } | { state: "unseen" }
>;

export const there: Presence = { state: "there" };
export const unseen: Presence = { state: "unseen" };
export const absent = (reason: string): Presence => ({ state: "absent", reason });

/** Checks of a way that this product does not have yet, by their ids, and what that leaves open. */
export type Unjudged = Readonly<{ checks: readonly string[]; reason: string }>;

/** Every part that a check looks at is in order, and yet a walk of the way ends before the API server. */
export type Stopped = Readonly<{ requirement: string; reason: string }>;

export type PathSpec = Readonly<{
  /** P01 to P16. */
  id: string;
  title: string;
  /** All of them have to hold; one that fails blocks the way. */
  hard: readonly string[];
  /** Anything but a pass leaves it open whether the way works. */
  soft: readonly string[];
  /** One sentence for a way that is open; else what is left to judge before it can be called that, or what stops it. */
  works: (context: PathContext) => string | Unjudged | Stopped;
  presence: (context: PathContext) => Presence;
  /** Where the way may start, if not where the asker is: the place that leads furthest counts. */
  starts?: (snapshot: ClusterSnapshot) => readonly Client[];
  steps: (context: PathContext) => readonly string[];
}>;

/** For every way in. */
export const commonChecks = ["cluster.exists", "cluster.power-state", "cluster.resource-health", "api.mode"];

/** For ways that end in the user's own kubectl. */
export const ownKubectlChecks = [...commonChecks, "access.kubeconfig", "entra.tenant"];

/** For every way to a private API server. */
export const privateChecks = [
  "pe.exists",
  "pe.connection-approved",
  "pe.provisioning",
  "pe.ip",
  "dns.zone-exists",
  "dns.zone-name",
  "dns.a-record-present",
  "dns.a-record-match",
  "api.vnetint-ilb",
  "nsg.pe-inbound",
];

/** For ways over a jump host, wherever it stands; what does not concern one is not applicable to it. */
export const jumpHostChecks = [
  ...ownKubectlChecks,
  ...privateChecks,
  "jump.discovered",
  "jump.power",
  "jump.health",
  "jump.placement",
  "vnet.cluster-subnet",
  "dns.link-cluster",
  "dns.link-client",
  "dns.link-resolver",
  "dns.link-state",
  "peering.both-sides",
  "peering.state",
  "peering.vnet-access",
  "peering.sync",
  "peering.forwarded-traffic",
  "peering.address-overlap",
  "dns.custom-servers",
  "nsg.client-443",
  "route.api-path",
];
