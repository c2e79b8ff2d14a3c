// What is known of a finding besides how it judges: whose trouble it is, how far it reaches, and where it stands. The order
// of causes and the verdict are made of this, so each new one on the side of Azure has to say it.
import type { Severity } from "../../outcome/check.ts";
import { type FindingGroup, type FindingId, groupOf } from "./finding-id.ts";

/** Whose trouble a failure is: of the cluster, of its nodes, of people on their access path, or of the requester alone. */
export type Scope = "cluster" | "nodes" | "people" | "requester";

/**
 * `cuts`: while it fails, everyone in its scope is cut off, where it is grave. `degrades`: it fails, and others may get
 * there. `advises`: it never says more than what should be better, so that left open it hides no fault either.
 * `intended`: the owner of the cluster switched something off; it is a fault only where nothing else leads in.
 */
export type Impact = "cuts" | "degrades" | "advises" | "intended";

/** What the requester may lack, in the order in which it matters: rights first, then parts of optional paths. */
export const requesterIssues = [
  "azureRight",
  "signIn",
  "kubernetesRight",
  "kubeconfig",
  "bastion",
  "cloudShellSetUp",
  "vpnClient",
  "cloudShellSession",
  "desktop",
  "inCluster",
] as const;

export type RequesterIssue = (typeof requesterIssues)[number];

/** A finding about the requester says what they lack; one about an optional path for people may. */
type Concern = Readonly<
  | { scope: "requester"; requesterIssue: RequesterIssue | null }
  | { scope: Exclude<Scope, "requester">; requesterIssue?: RequesterIssue }
>;

/**
 * What a finding judges by: what Azure shows, a walk of the network, what was read in the cluster, the requester's own
 * address, a test that they ran, or what a gateway learned, for which most people may not ask.
 */
export type ShownBy = "azure" | "walk" | "inCluster" | "clientAddress" | "clientTest" | "gateway";

/** A thing that stands on a path. */
export type Thing =
  // Where it starts
  | "you"
  | "start"
  | "nodes"
  // On the way
  | "bastion"
  | "jumpHost"
  | "name"
  | "dnsServer"
  | "rules"
  | "route"
  | "peering"
  | "network"
  | "appliance"
  | "firewall"
  | "connection"
  | "circuit"
  | "gateway"
  | "wayOut"
  | "ranges"
  // Where it ends
  | "apiServer"
  | "internet";

/**
 * Where a fault stands on a path. `entry`: before the place where walks start. `out`: what nodes leave by. `apiServer`: the
 * API server itself answers nobody.
 */
export type PathPlace = Readonly<{
  on: "own" | "entry" | "out" | "public" | "nodesPublic" | "apiServer";
  thing: Thing;
}>;

export type CheckMeta<Id extends FindingId = FindingId> = Readonly<{
  /** Stable. */
  id: Id;
  severity: Severity;
  impact: Impact;
  shownBy: ShownBy;
  /** What is not judged though it is there: said of a cluster that is well. */
  unjudged?: "firewallRules" | "ownServers";
  /** A warning of it leaves open whether an access path works. */
  warningLeavesOpen?: true;
  /** Where it is not the place of its group. */
  pathPlace?: PathPlace;
  /** A page that says why this is the rule. */
  source: string;
  /** Findings whose failure explains a failure of this one. */
  after: readonly FindingId[];
}> &
  Concern;

/** Of a union, of each of its members. */
export type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

type GroupMeta = Readonly<{
  pathPlace: PathPlace | null;
  /** Where somebody stands who judges an access path by it: where the path starts, or where the requester is. */
  seenFrom: "start" | "requester";
}>;

const onStart = (pathPlace: PathPlace | null): GroupMeta => ({ pathPlace, seenFrom: "start" });

/** In the order in which they are met on the access path: of two faults that are equal otherwise, the earlier is named. */
const groups: Readonly<Record<FindingGroup, GroupMeta>> = {
  cluster: onStart(null),
  access: onStart(null),
  entra: onStart(null),
  identity: onStart(null),
  pe: onStart({ on: "own", thing: "apiServer" }),
  api: onStart(null),
  dns: onStart({ on: "own", thing: "name" }),
  bastion: { pathPlace: { on: "entry", thing: "bastion" }, seenFrom: "requester" },
  vpn: onStart({ on: "entry", thing: "gateway" }),
  er: onStart(null),
  jit: onStart(null),
  jump: onStart({ on: "entry", thing: "jumpHost" }),
  cloudshell: onStart(null),
  avd: onStart(null),
  vnet: onStart(null),
  peering: onStart({ on: "own", thing: "peering" }),
  route: onStart(null),
  nsg: onStart(null),
  egress: onStart(null),
  firewall: onStart(null),
  pool: onStart(null),
  invoke: onStart(null),
  client: { pathPlace: null, seenFrom: "requester" },
  ddos: onStart(null),
  paw: onStart(null),
  k8s: onStart(null),
};

const order = Object.keys(groups);

/** The place of a finding's group on the access path. */
export const phaseOf = (id: string): number => order.indexOf(groupOf(id) ?? "");

export const groupMetaOf = (id: string): GroupMeta | null => {
  const group = groupOf(id);
  return group === null ? null : groups[group];
};

// Which checks come before which: a failure of the earlier one explains a failure of the later one.

/** Everything that a check comes after, near and far, by id. */
export function ancestorsOf(
  id: string,
  checks: readonly Pick<CheckMeta, "id" | "after">[],
): ReadonlySet<string> {
  const after = new Map<string, readonly FindingId[]>(checks.map((check) => [check.id, check.after]));
  const found = new Set<string>();
  const visit = (each: string): void => {
    for (const parent of after.get(each) ?? []) {
      if (found.has(parent)) continue;
      found.add(parent);
      visit(parent);
    }
  };
  visit(id);
  return found;
}

type Graph = Parameters<typeof ancestorsOf>[1];

/** Of those in `among` that come before it, the first that none of them comes before: it explains all that follows. */
export function furthestUp(id: string, among: ReadonlySet<string>, checks: Graph): string | undefined {
  const before = (each: string): readonly string[] =>
    [...ancestorsOf(each, checks)].filter((ancestor) => among.has(ancestor));
  return before(id).find((ancestor) => before(ancestor).length === 0);
}
