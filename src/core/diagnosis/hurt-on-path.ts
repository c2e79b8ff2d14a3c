// Who is hurt by a fault on Azure's side: by the walks that it stops, else by what the finding is about.

import { catalogue } from "../finding/catalogue.ts";
import { ancestorsOf } from "../finding/kit/check-meta.ts";
import { groupOf } from "../finding/kit/finding-id.ts";
import { findingForStep, type Walks } from "../finding/kit/walks.ts";
import { metaOf } from "../in-cluster/findings/finding-meta.ts";
import type { NetworkLocation } from "../network/address/packet.ts";
import type { Called } from "../outcome/called.ts";
import {
  decidingStep,
  type ReachabilityQuestion,
  type RequirementId,
  type RequirementResult,
} from "../requirement/requirement.ts";
import { isWithin, nameOf } from "../snapshot/resource-id.ts";
import type { Client } from "../snapshot/snapshot.ts";
import { distinct } from "../text/distinct.ts";
import type { RootCause } from "./cause.ts";
import type { ClientPlace, Door, Hurt, NodesLoss, RequesterLoss } from "./impact.ts";

type Cause = Pick<RootCause, "check" | "facts"> &
  Readonly<{ status: "warn" | "fail"; need?: string; resourceId?: string }>;

type Known = Readonly<{
  walks: Pick<Walks, "needs" | "requirements" | "inNetwork" | "ownZoneId">;
  client: Client;
}>;

export const placeIn = ({ ip, virtualNetwork, stands }: Client): ClientPlace => ({
  ...(ip === undefined ? {} : { ip }),
  ...(virtualNetwork === undefined ? {} : { virtualNetwork }),
  ...(stands === undefined ? {} : { stands }),
});

// Which requirements a cause stops.

const isOneThing = (one: string, other: string): boolean => isWithin(one, other) || isWithin(other, one);

function stoppedBy({ check, need, resourceId }: Cause, { walks }: Known): readonly RequirementResult[] {
  const isStopped = (requirement: RequirementResult): boolean => {
    const stop = decidingStep(requirement);
    if (requirement.id === need || stop === null) return true;
    const { id } = stop.step.component;
    const finding = findingForStep(walks, { ...stop, need: requirement.id });
    return (
      finding === check ||
      (finding !== null && ancestorsOf(finding, catalogue).has(check)) ||
      (id !== null && resourceId !== undefined && isOneThing(id, resourceId))
    );
  };
  return walks.requirements.filter((each) => each.end === "stopped" && isStopped(each));
}

// Which nodes: those from which a walk stops.

const startsOf = (walks: RequirementResult["walks"]): readonly Called[] =>
  distinct(walks.map(({ from }) => from));

const stoppedIn = ({ walks }: RequirementResult): RequirementResult["walks"] =>
  walks.filter(({ trace }) => trace.end === "stopped");

type Nodes = Readonly<{ subnet: string; pools: readonly string[] | null }>;

/** Where pods start, the nodes that they are on; nothing where Azure's own probes do. */
function nodesOfStart(from: Called): readonly Nodes[] {
  if (typeof from === "string") return [];
  if (from.is === "podsOn") return nodesOfStart(from.nodes);
  if (from.is === "podsIn") return [{ subnet: from.subnet, pools: null }];
  return from.is === "nodesIn" ? [from] : [];
}

const nodesIn = (walks: RequirementResult["walks"]): readonly Nodes[] =>
  startsOf(walks).flatMap(nodesOfStart);

/** Between nodes it takes two: which of them is hurt, nobody can say. */
const isBetween = ({ id }: RequirementResult): boolean => id === "nodes.nodes" || id === "api.nodes";

/** The same for the pods on them. */
type WhichStarts = Readonly<{ is: "all" | "some" } | { is: "pools" | "subnets"; names: readonly string[] }>;

function whichStarts(requirement: RequirementResult): WhichStarts {
  const stopped = stoppedIn(requirement);
  if (isBetween(requirement)) return { is: stopped.length === requirement.walks.length ? "all" : "some" };
  const starts = nodesIn(stopped);
  if (starts.length === nodesIn(requirement.walks).length) return { is: "all" };
  const pools = distinct(starts.flatMap((from) => from.pools ?? []));
  if (pools.length > 0) return { is: "pools", names: pools };
  const subnets = distinct(starts.map(({ subnet }) => subnet));
  return subnets.length > 0 ? { is: "subnets", names: subnets } : { is: "some" };
}

/** What nodes cannot do without it, the gravest first. */
const lossOfNeed: readonly (readonly [need: RequirementId, cannot: NodesLoss])[] = [
  ["nodes.api", "reachApi"],
  ["nodes.dns", "resolveNames"],
  ["nodes.egress", "reachOutside"],
  ["api.nodes", "beReached"],
  ["nodes.nodes", "reachEachOther"],
];

/** Those that end at the API server itself, and not at a jump host. */
const leadsToApi = ({ id }: RequirementResult): boolean => id.endsWith(".api") && id !== "nodes.api";

/** People are stopped as well, and nobody gets there any more. */
const isForEveryone = (stopped: readonly RequirementResult[], { walks }: Known): boolean =>
  stopped.some(leadsToApi) && walks.requirements.filter(leadsToApi).every(({ end }) => end === "stopped");

function ofCluster(stopped: readonly RequirementResult[], known: Known): Hurt | null {
  const find = (id: RequirementId) => stopped.find((each) => each.id === id);
  for (const [id, cannot] of lossOfNeed) {
    const requirement = find(id);
    if (requirement === undefined) continue;
    const which = whichStarts(requirement);
    return id === "nodes.api" && which.is === "all" && isForEveryone(stopped, known)
      ? { on: "apiServer", cannot: "beReached" }
      : { on: "nodes", which, cannot };
  }
  const names = find("pods.dns");
  if (names !== undefined) return { on: "pods", which: whichStarts(names), cannot: "resolveNames" };
  return find("nodes.services") === undefined
    ? null
    : { on: "pods", which: { is: "some" }, cannot: "reachOtherNodes" };
}

// Which people: the networks and ranges from which a walk stops.

const fromOf = (question: ReachabilityQuestion): NetworkLocation =>
  question.ask === "connection" ? question.flow.from : question.from;

/** A machine stands for all who come from its network; of a range, what it is connected by says more. */
function placeOf(from: Called, { walks }: Known): readonly string[] {
  if (typeof from === "object") {
    if (from.is === "behind") return [from.connection];
    if (from.is === "clientsOf") return [from.gateway];
    return from.is === "overGateway" ? [from.network] : [];
  }
  const starts = walks.needs.flatMap(({ ways }) => ways.flat().map(fromOf));
  const start = starts.find(({ name }) => name === from);
  return start === undefined || start.over !== undefined ? [from] : [nameOf(start.networkId)];
}

const doorOfNeed: Partial<Record<RequirementId, Door>> = {
  "bastion.jump": "bastion",
  "bastion.api": "bastion",
  "jump.entry": "jumpHost",
  "shell.api": "cloudShell",
  "container.api": "cloudShell",
  "desktop.api": "desktop",
};

/** By the first word of a finding's id. */
const doorOfGroup: Readonly<Record<string, Door>> = {
  bastion: "bastion",
  jump: "jumpHost",
  jit: "jumpHost",
  invoke: "runCommand",
  cloudshell: "cloudShell",
  avd: "desktop",
  vpn: "vpn",
  er: "expressRoute",
};

const doorOf = (check: string): Door | null => doorOfGroup[groupOf(check) ?? ""] ?? null;

const overDoor = (over: Door | null): Hurt => ({ on: "people", at: [], over, everyone: false });

function ofPeople(check: string, stopped: readonly RequirementResult[], known: Known): Hurt | null {
  const people = stopped.filter(({ for: whose }) => whose === "people");
  const direct = people.filter(({ id }) => doorOfNeed[id] === undefined);
  if (direct.length > 0) {
    const places = direct
      .flatMap((each) => startsOf(stoppedIn(each)))
      .flatMap((from) => placeOf(from, known));
    return { on: "people", at: distinct(places), over: null, everyone: false };
  }
  const [first] = people;
  return first === undefined ? null : overDoor(doorOf(check) ?? doorOfNeed[first.id] ?? null);
}

// What no walk meets: by what the finding is about.

const nodesOf = (cannot: NodesLoss): Hurt => ({ on: "nodes", which: { is: "all" }, cannot });

const operations = (cannot: Extract<Hurt, { on: "operations" }>["cannot"]): Hurt => ({
  on: "operations",
  cannot,
});

/** Of single findings, and of all in a group whose finding is not named here. */
const about: Readonly<Record<string, Hurt>> = {
  "cluster.exists": { on: "apiServer", cannot: "exist" },
  "cluster.power-state": { on: "apiServer", cannot: "run" },
  "cluster.resource-health": { on: "apiServer", cannot: "answer" },
  "cluster.kms-key": { on: "apiServer", cannot: "answer" },
  "cluster.api-certificate": { on: "apiServer", cannot: "answer" },
  "cluster.provisioning-failed": operations("finishUpdate"),
  "cluster.operation-in-progress": operations("beChanged"),
  "cluster.version-skew": operations("finishUpdate"),
  "api.vnetint-subnet": { on: "apiServer", cannot: "getAddress" },
  "api.vnetint-ilb": { on: "apiServer", cannot: "beReached" },
  "api.vnetint-network": nodesOf("reachApi"),
  "api.vnetint-nsg": nodesOf("reachApi"),
  "api.authorized-ip-egress": nodesOf("reachApi"),
  "pool.subnet-ip-free": operations("addNodes"),
  "route.kubenet-table": { on: "pods", which: { is: "all" }, cannot: "reachOtherNodes" },
  identity: operations("changeAzure"),
  pool: nodesOf("run"),
  "nsg.intra-node": nodesOf("reachEachOther"),
  "route.inside": nodesOf("reachEachOther"),
};

/** Findings name a pool or several. */
const poolsNamed = ({ facts }: Cause): readonly string[] =>
  distinct(
    facts.flatMap(
      (fact: RootCause["facts"][number] & Readonly<{ pool?: string; pools?: readonly string[] }>) => [
        ...(fact.pool === undefined ? [] : [fact.pool]),
        ...(fact.pools ?? []),
      ],
    ),
  );

/** Of the pools that the finding names alone. A warning says that it happens at times, or to some. */
function narrowed(hurt: Hurt, cause: Cause): Hurt {
  const { check, status } = cause;
  if (hurt.on !== "nodes") return hurt;
  const pools = poolsNamed(cause);
  if (check === "pool.system-ready") return { ...hurt, which: { is: "system" } };
  if (pools.length > 0) return { ...hurt, which: { is: "pools", names: pools } };
  return status === "warn" ? { ...hurt, which: { is: "some" } } : hurt;
}

/** By the first word of a finding's id. */
const lossOfGroup: Readonly<Record<string, RequesterLoss>> = {
  entra: "signIn",
  cluster: "signIn",
  access: "useKubernetes",
  bastion: "useBastion",
  avd: "useDesktop",
};

export function ofRequester(check: string, client: Client): Hurt {
  const from = placeIn(client);
  return { on: "requester", from, cannot: lossOfGroup[groupOf(check) ?? ""] ?? "useRunCommand" };
}

/** Nothing but the requester's own address or test shows it. */
const isOwn = (check: string): boolean => {
  const { shownBy, scope } = metaOf(check) ?? {};
  return shownBy === "clientAddress" || (shownBy === "clientTest" && scope === "people");
};

function byFinding(cause: Cause, known: Known): Hurt {
  const { check } = cause;
  const { scope, impact } = metaOf(check) ?? {};
  if (isOwn(check)) {
    const cannot = metaOf(check)?.shownBy === "clientAddress" ? "beListed" : "reachApi";
    return { on: "requester", from: placeIn(known.client), cannot };
  }
  if (scope === "requester") return ofRequester(check, known.client);
  const hurt = about[check] ?? about[groupOf(check) ?? ""];
  if (hurt !== undefined && scope !== "people") return narrowed(hurt, cause);
  if (scope === "cluster" && impact === "cuts") return { on: "apiServer", cannot: "beReached" };
  if (scope === "nodes") return narrowed(nodesOf("reachOutside"), cause);
  return overDoor(doorOf(check));
}

export function hurtOnPath(cause: Cause, known: Known): Hurt {
  const stopped = stoppedBy(cause, known);
  return ofCluster(stopped, known) ?? ofPeople(cause.check, stopped, known) ?? byFinding(cause, known);
}
