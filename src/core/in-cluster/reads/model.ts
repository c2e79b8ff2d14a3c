// What was read inside the cluster, as plain data. Names are Kubernetes' own; times are milliseconds since 1970.
import type { Read } from "../../command/grammar/command-request.ts";

export type ControlPlaneReadiness = Readonly<{ isReady: boolean; failing: readonly string[] }>;

/** Minor versions as numbers: 34 is 1.34. */
export type Versions = Readonly<{ server: number; kubectl: number }>;

export type WhoAmI = Readonly<{ username: string; groups: readonly string[] }>;

/** `on`, `unsure`: conditions whose status is True, Unknown. */
export type Node = Readonly<{
  name: string;
  pool: string;
  mode: string;
  on: readonly string[];
  unsure: readonly string[];
  isCordoned: boolean;
  /** With its effect: `CriticalAddonsOnly:NoSchedule`. */
  taints: readonly string[];
  kubelet: string;
  os: string;
  hasServingCa: boolean;
}>;

/** `renewed`: null where it never was. */
export type Lease = Readonly<{ node: string; renewed: number | null }>;

/** `end`: how it ended before; null where it never did. */
export type WaitingContainer = Readonly<{
  name: string;
  why: string;
  restarts: number;
  end: Readonly<{ code: number; why: string }> | null;
}>;

/** One that is not well: of others nothing is read. */
export type Pod = Readonly<{
  namespace: string;
  name: string;
  phase: string;
  node: string;
  created: number;
  /** Why containers wait, and what Kubernetes says to it. */
  waiting: readonly string[];
  said: readonly string[];
  restarts: number;
  /** How containers ended before. */
  ended: readonly string[];
  /** What the scheduler says; empty where it has placed it. */
  unplaced: string;
  /** Each that waits. */
  containers: readonly WaitingContainer[];
}>;

/** What a container of a pod wrote before it ended, or the end of its log. */
export type LastWords = Readonly<{
  namespace: string;
  name: string;
  containers: readonly Readonly<{ name: string; said: string }>[];
}>;

/** One that runs, and of which Kubernetes gives a reason for something. `since`: when it became ready, or stopped being so. */
export type RunningPod = Readonly<{
  namespace: string;
  name: string;
  node: string;
  isReady: boolean;
  since: number | null;
  /** Of its containers. */
  ready: number;
  containers: number;
  /** What containers wait for. */
  waiting: readonly string[];
  /** It is being deleted. */
  isEnding: boolean;
  /** It is made to end, as pods of jobs are. */
  runsToEnd: boolean;
}>;

/** Of a Deployment, or of a DaemonSet on its nodes. */
export type Workload = Readonly<{ name: string; wanted: number; ready: number }>;

/** Of any namespace, with fewer pods than it wants. `kind`: as in `Deployment`. */
export type ShortWorkload = Readonly<{
  kind: string;
  namespace: string;
  name: string;
  created: number;
  wanted: number;
  available: number;
  /** Since when Kubernetes calls it unavailable; null where it does not, or says no time. */
  unavailableSince: number | null;
  isUnavailable: boolean;
  /** Its rollout has not come on for longer than it may take. */
  isStuck: boolean;
  /** Why no pod can be made for it, as Kubernetes says it; empty where they can. */
  notMade: string;
}>;

/** One that has not succeeded yet. */
export type Job = Readonly<{
  namespace: string;
  name: string;
  created: number;
  isSuspended: boolean;
  /** Pods that run, and that have failed. */
  active: number;
  failed: number;
  /** It is given up: why, and when. */
  givenUp: Readonly<{ reason: string; at: number | null }> | null;
}>;

/** `said`: why the node has put it out. */
export type EvictedPod = Readonly<{
  namespace: string;
  name: string;
  node: string;
  said: string;
  at: number | null;
}>;

/** A claim to a volume that has none. `storageClass`: null where it names none, "" where it wants none. */
export type Claim = Readonly<{
  namespace: string;
  name: string;
  created: number;
  isLost: boolean;
  storageClass: string | null;
  /** A pod has its node already, and waits for the volume. */
  isWaitedFor: boolean;
}>;

/** `waitsForPod`: it makes a volume only where a pod needs it. */
export type StorageClass = Readonly<{ name: string; waitsForPod: boolean; isDefault: boolean }>;

export type Slice = Readonly<{ service: string; addresses: readonly string[]; ready: number }>;

export type CustomNames = Readonly<{
  /** Names that a server block answers for. */
  zones: readonly string[];
  /** Addresses that are asked in place of the network's own servers. */
  forwards: readonly string[];
  rewrites: readonly string[];
}>;

/** `silent`: addresses of servers that did not answer, once for each time. */
export type NameErrors = Readonly<{ lines: number; silent: readonly string[]; serverFailures: number }>;

/** `pods`: so many gave a line before the first that did not. */
export type Tunnel = Readonly<{ pods: number; fault: TunnelFault | null; address: string }>;
export type TunnelFault = "nodeSilent" | "noAgent" | "other";

export type ApiService = Readonly<{
  name: string;
  service: Service;
  isAvailable: boolean;
  reason: string;
}>;

export type Service = Readonly<{ namespace: string; name: string }>;

export type Webhook = Readonly<{
  configuration: string;
  kind: WebhookKind;
  name: string;
  mustAnswer: boolean;
  /** Null where it is reached by a URL. */
  service: Service | null;
  resources: readonly string[];
}>;
export type WebhookKind = "validatingwebhookconfiguration" | "mutatingwebhookconfiguration";

/** One that lets no pod go. `expected`: of so many pods. */
export type Budget = Readonly<{
  namespace: string;
  name: string;
  expected: number;
  healthy: number;
  wanted: number;
}>;

export type SigningRequest = Readonly<{
  name: string;
  created: number;
  signer: string;
  conditions: readonly string[];
}>;

export type Certificate = Readonly<{
  namespace: string;
  name: string;
  ends: number | null;
  isReady: boolean;
}>;

export type Constraint = Readonly<{
  kind: string;
  name: string;
  denies: boolean;
  leavesOutCommands: boolean;
}>;

export type NetworkPolicy = Readonly<{
  name: string;
  selects: Readonly<Record<string, string>>;
  /** Selects by expressions too: which pods, nobody here knows. */
  hasExpressions: boolean;
  closesIn: boolean;
  closesOut: boolean;
}>;

/** `stuck`: what keeps it from adding nodes. */
export type Autoscaler = Readonly<{
  exists: boolean;
  isHealthy: boolean;
  backsOff: boolean;
  stuck: AutoscalerStuck | null;
}>;
export type AutoscalerStuck = "quota" | "subnet" | "capacity";

/**
 * `last`: when it was last seen. `what`: of which kind, such as Pod. `from`: who says to have written it, "" where
 * nobody does; whoever may write events may write anything there.
 */
export type Warning = Readonly<{
  namespace: string;
  what: string;
  reason: string;
  from: string;
  count: number;
  last: number | null;
}>;

/** What is read, by the id of its read. */
export type Contents = Readonly<{
  ready: ControlPlaneReadiness;
  version: Versions;
  whoami: WhoAmI;
  apiEndpoints: readonly Slice[];
  nodes: readonly Node[];
  leases: readonly Lease[];
  commandPods: readonly Pod[];
  systemPods: readonly Pod[];
  pods: readonly Pod[];
  runningPods: readonly RunningPod[];
  evictedPods: readonly EvictedPod[];
  workloads: readonly ShortWorkload[];
  jobs: readonly Job[];
  claims: readonly Claim[];
  storageClasses: readonly StorageClass[];
  deployments: readonly Workload[];
  daemonSets: readonly Workload[];
  systemSlices: readonly Slice[];
  customNames: CustomNames;
  autoscaler: Autoscaler;
  networkPolicies: readonly NetworkPolicy[];
  nameErrors: NameErrors;
  tunnel: Tunnel;
  apiServices: readonly ApiService[];
  webhooks: readonly Webhook[];
  budgets: readonly Budget[];
  signingRequests: readonly SigningRequest[];
  certificates: readonly Certificate[];
  constraints: readonly Constraint[];
  warnings: readonly Warning[];
  lastWords: readonly LastWords[];
}>;

export type PartName = keyof Contents;

/**
 * `cut`: the output ends within it, or before. `odd`: it is not what kubectl prints. `byPolicy`: it was not asked for.
 * `notRun`: its command did not run, or nobody knows what it printed.
 */
export type WhyNot = "forbidden" | "cut" | "odd" | "timedOut" | "refused" | "byPolicy" | "notRun";

/** `absent`: the cluster has no such kind of object. */
export type ReadPart<T> = Readonly<
  | { status: "read"; data: T }
  | { status: "absent" }
  | { status: "unread"; why: WhyNot; needs: readonly RequiredRead[] }
>;

/** What the read takes in Kubernetes: `list` or `get` of these objects. */
export type RequiredRead = Readonly<{ resource: string; scope: Read["scope"] }>;

/** Why nobody looked; the cluster itself may be well. */
export type NotLooked =
  /** Whoever asked left it out. */
  | "leftOut"
  /** Azure answers what was asked. */
  | "notNeeded"
  /** No person's rights were used, and nothing else is sent into a cluster. */
  | "readOnly"
  | "byMode"
  | "byPolicy"
  /** There is no Entra integration, and the policy does not accept that commands run as cluster-admin then. */
  | "asClusterAdmin"
  /** Entra gives no token for the cluster. */
  | "notSignedIn"
  /** What Azure says of the cluster could not be read. */
  | "unread"
  | "mayNotRun"
  | "switchedOff"
  | "stopped"
  | "podNotPlaced"
  | "policyDenied"
  | "imageNotPulled"
  | "notInTime"
  /** The bot was, while commands were out: they are never sent a second time. */
  | "restarted"
  | "failed";

/** Endpoints of services behind webhooks, by `namespace/name`. */
export type ServiceBackends = Readonly<Record<string, ReadPart<readonly Slice[]>>>;

export type InClusterModel = Readonly<{
  /** When the first command began: nothing that was read is older than it looks. */
  began: number;
  parts: Readonly<{ [Name in PartName]: ReadPart<Contents[Name]> }>;
  backends: ServiceBackends;
  /** A command ran to its end. */
  hasRun: boolean;
  /** Of the first command that did not. */
  notRun: NotLooked | null;
}>;
