// A way to reach the API server, judged hop by hop. What it is called stands in a catalogue of words.
import type { Absence } from "../client/gateways-near.ts";
import type { SkipFact } from "../finding/kit/define-check.ts";
import type { FindingId } from "../finding/kit/finding-id.ts";
import type { StepFact, Walks } from "../finding/kit/walks.ts";
import type { CheckResult, Fact } from "../outcome/check.ts";
import type { RequirementId, RequirementResult, Stop } from "../requirement/requirement.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { Client, ClusterSnapshot } from "../snapshot/snapshot.ts";
import { orders, type PathId } from "./path-order.ts";
import type { Instruction, WayFact } from "./way-fact.ts";

export type AccessPathState = "available" | "probable" | "blocked" | "notConfigured";

/** Why a way is in its state. */
export type PathReason =
  | WayFact
  | Absence
  | SkipFact
  | Readonly<
      | Extract<StepFact, Readonly<{ is: "step" | "stop" }>>
      /** The run command's pod runs on a node, which lacks something itself. */
      | ({ is: "podStopped" } & Stop)
      /** What a finding says. */
      | { is: "told"; check: string; facts: readonly Fact[] }
    >;

export type AccessPath = Readonly<{
  /** P01 to P16. */
  id: string;
  state: AccessPathState;
  reason: PathReason;
  /** Ids of failing checks, root causes only, and of those that tell where a walk is stopped. */
  blockedBy: readonly string[];
  /** Ids of checks that could not be assessed and would settle a `probable` path. */
  unconfirmed: readonly string[];
  /** 1 is the best; only usable paths have a rank. */
  rank?: number;
  /** Shell lines to copy, in order, and what is to be done between them. */
  steps: readonly (string | Instruction)[];
}>;

// Which usable way to try first: rules as data, and one comparison from left to right.

type Need = "read-once" | "change-once" | "interactive" | "port-forward" | "edit-files" | "automation";
export type Where = "internet" | "vpn" | "er" | "azure-vm" | "avd";

export type RankingCriteria = Readonly<{
  need: Need;
  /** Absent while the requester did not say. */
  where?: Where;
  urgency: "incident" | "normal";
  production: boolean;
}>;

/**
 * `public`: to the public address of the API server. `network`: from a network that leads to its private address.
 * `machine`: the same over a machine near the cluster. `runCommand`: Azure starts kubectl in the cluster. `other`: a
 * variant or a preview, which is offered and does not decide whether the cluster can be reached.
 */
export type PathKind = "public" | "network" | "machine" | "runCommand" | "other";

/**
 * `exposure`: 0 opens nothing new, 1 is a preview or takes the administrator's credential, 3 is public for good.
 * `minutes`: from pressing Enter to a prompt, with everything set up. `fragile`: hangs on one machine or endpoint.
 * No usable way waits for somebody's approval, so that is not compared.
 */
export type Traits = Readonly<{
  kind: PathKind;
  exposure: 0 | 1 | 3;
  minutes: number;
  fragile: boolean;
  unfit?: readonly Need[];
  /** Leads in from there only. */
  from?: readonly Where[];
}>;

export const traitsOf = (kind: PathKind, minutes: number, more: Partial<Traits> = {}): Traits => ({
  kind,
  exposure: 0,
  minutes,
  fragile: false,
  ...more,
});

type Rankable = Pick<AccessPath, "id" | "state"> & Readonly<{ traits: Traits }>;

const fits = ({ unfit = [], from }: Traits, { need, where }: RankingCriteria): boolean =>
  !unfit.includes(need) && (where === undefined || from === undefined || from.includes(where));

/** In an incident the run command is fastest for one look or one change, and it opens nothing. */
const comesFirst = ({ traits: { kind }, state }: Rankable, { need, urgency }: RankingCriteria): boolean =>
  kind === "runCommand" &&
  state === "available" &&
  urgency === "incident" &&
  (need === "read-once" || need === "change-once");

function keyOf(path: Rankable, wish: RankingCriteria): readonly number[] {
  const { exposure, minutes, fragile } = path.traits;
  const order: readonly string[] = orders[wish.production ? "production" : "other"];
  return [
    comesFirst(path, wish) ? 0 : 1,
    path.state === "available" ? 0 : 1,
    exposure,
    minutes,
    fragile ? 1 : 0,
    order.indexOf(path.id),
  ];
}

const compare = (left: readonly number[], right: readonly number[]): number =>
  left.map((value, index) => value - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** Ids of the ways that are usable and fit, best first. */
export function rankPaths(paths: readonly Rankable[], wish: RankingCriteria): readonly string[] {
  return paths
    .filter(({ state }) => state === "available" || state === "probable")
    .filter(({ traits }) => fits(traits, wish))
    .map((path) => ({ id: path.id, key: keyOf(path, wish) }))
    .toSorted((left, right) => compare(left.key, right.key))
    .map(({ id }) => id);
}

// What an access path is made of, as data: which checks decide it, when it does not exist, and the lines to copy.

export type PathContext = Readonly<{
  /** As seen by somebody who stands where the way starts. */
  snapshot: ClusterSnapshot;
  cluster: ManagedCluster;
  result: (checkId: string) => CheckResult | undefined;
  /** What an access path needs from there. */
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
  needs?: readonly RequirementId[];
  /** All of them have to hold; one that fails blocks the way. */
  hard: readonly FindingId[];
  /** Anything but a pass leaves it open whether the way works. */
  soft?: readonly FindingId[];
  works: (context: PathContext) => Works;
  presence: (context: PathContext) => Presence;
  /** Where the way may start, if not where the requester is: the place that leads furthest counts. */
  starts?: (snapshot: ClusterSnapshot) => readonly Client[];
  steps: (context: PathContext) => AccessPath["steps"];
}>;

/** For every access path. */
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
