// Judges each access path by the checks that decide it, and ranks those that can be used.

import { groupMetaOf } from "../finding/kit/check-meta.ts";
import { findingForStep, type Walks, walksOf } from "../finding/kit/walks.ts";
import { runChecks } from "../finding/run-checks.ts";
import { metaOf } from "../in-cluster/findings/finding-meta.ts";
import { isPrivateAddress } from "../network/address/cidr.ts";
import type { CheckResult } from "../outcome/check.ts";
import { decidingStep, type RequirementResult, stopAt } from "../requirement/requirement.ts";
import { isProduction, type ManagedCluster } from "../snapshot/cluster.ts";
import type { VirtualNetworkGateway } from "../snapshot/gateways.ts";
import type { Client, ClusterSnapshot, LocationKind } from "../snapshot/snapshot.ts";
import {
  type AccessPath,
  type PathContext,
  type PathReason,
  type PathSpec,
  type RankingCriteria,
  rankPaths,
  type Where,
  type Works,
} from "./access-path.ts";
import { pathSpecs } from "./path-registry.ts";

const resultsOf = (ids: readonly string[], { result }: PathContext): readonly CheckResult[] =>
  ids.flatMap((id) => result(id) ?? []);

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/** A right that is only half there, or that nobody was asked for, or something that does not run yet, is not proven. */
const isOpen = ({ id, status, facts }: CheckResult): boolean =>
  status === "notAssessed" ||
  (status === "warn" && metaOf(id)?.warningLeavesOpen === true) ||
  facts.some(({ is }) => is === "aboutNobody");

/** Unassessed soft checks say nothing new: what they look at is not on this way. */
const openChecks = (spec: PathSpec, context: PathContext): readonly Doubt[] =>
  [
    ...resultsOf(spec.hard, context).filter(isOpen),
    ...resultsOf(spec.soft ?? [], context).filter(({ status }) => status === "fail"),
  ].map(doubtOf);

type Doubt = Readonly<{ id: string; reason: PathReason }>;

const doubtOf = ({ id, facts }: Pick<CheckResult, "id" | "facts">): Doubt => ({
  id,
  reason: { is: "told", check: id, facts },
});

type Stop = NonNullable<ReturnType<typeof decidingStep>>;

/** What of the way does not get through for certain, or may not. */
type Met = Readonly<{ blocks: readonly Doubt[]; open: readonly Doubt[] }>;

/** Walked from where the way starts; what could not be walked is open. */
function walkNeeds({ needs = [] }: PathSpec, { walks }: PathContext): Met {
  const { requirements, missing, nobody } = walks;
  const found = needs.flatMap((id) => requirements.find((each) => each.id === id) ?? []);
  const tellerIn = ({ id: need }: RequirementResult, told: Stop): string =>
    findingForStep(walks, { ...told, need }) ?? need;
  const stopIn = (requirement: RequirementResult): readonly Doubt[] => {
    const told = decidingStep(requirement);
    return told === null
      ? []
      : [{ id: tellerIn(requirement, told), reason: { is: "stop", ...stopAt(told) } }];
  };
  /** What is open first of each walk. */
  const doubtsIn = (requirement: RequirementResult): readonly Doubt[] =>
    requirement.walks.flatMap((walked) => {
      const step = walked.trace.steps.find(({ state }) => state === "unknown");
      return step === undefined || walked.trace.end !== "unknown"
        ? []
        : [{ id: tellerIn(requirement, { walked, step }), reason: { is: "step", step } }];
    });
  const unasked = needs.length > 0 && missing === null && nobody?.status === "notAssessed";
  return {
    blocks: found.filter(({ end }) => end === "stopped").flatMap(stopIn),
    open: [
      ...found.filter(({ end }) => end === "unknown").flatMap(doubtsIn),
      ...(unasked ? [doubtOf({ ...nobody, id: "client.network" })] : []),
    ],
  };
}

/** Null for a way of which nothing is known, not even that it is missing. */
function pathOf(spec: PathSpec, context: PathContext): AccessPath | null {
  const closed = { id: spec.id, blockedBy: [], unconfirmed: [], steps: [] };
  const presence = spec.presence(context);
  if (presence.state === "unseen") return null;
  if (presence.state === "absent") return { ...closed, state: "notConfigured", reason: presence.reason };
  const failing = resultsOf(spec.hard, context).filter(({ status }) => status === "fail");
  const walked = walkNeeds(spec, context);
  const works = spec.works(context);
  const stopped = works.state === "stopped" ? [{ id: works.by, reason: works.reason }] : [];
  const blocks = [
    ...failing.map((result) => doubtOf(context.result(result.explainedBy ?? result.id) ?? result)),
    ...walked.blocks,
    ...stopped,
  ];
  const [first] = blocks;
  if (first !== undefined)
    return {
      ...{ ...closed, state: "blocked", reason: first.reason },
      blockedBy: unique(blocks.map((each) => each.id)),
    };
  return openOrAvailable(spec, context, [...openChecks(spec, context), ...walked.open], works);
}

function openOrAvailable(
  spec: PathSpec,
  context: PathContext,
  open: readonly Doubt[],
  works: Works,
): AccessPath {
  const way = { id: spec.id, blockedBy: [], steps: spec.steps(context) };
  const [doubt] = open;
  if (doubt === undefined && works.state === "leads")
    return { ...way, state: "available", reason: works.reason, unconfirmed: [] };
  const left = works.state === "unjudged" ? works.checks : [];
  return {
    ...way,
    state: "probable",
    reason: doubt?.reason ?? works.reason,
    unconfirmed: unique([...open.map((each) => each.id), ...left]),
  };
}

const isExpressRoute = ({ gatewayType }: VirtualNetworkGateway): boolean =>
  /^ExpressRoute$/i.test(gatewayType);

function whereFor(stands: LocationKind, { items }: ClusterSnapshot["virtualNetworkGateways"]): Where {
  if (stands === "azure") return "azure-vm";
  if (stands === "internet" || items.length === 0) return "internet";
  return items.every(isExpressRoute) ? "er" : "vpn";
}

/** Where the requester is, as far as they said. */
function whereOf({ client, virtualNetworkGateways }: ClusterSnapshot): Pick<RankingCriteria, "where"> {
  const { ip, virtualNetwork, stands } = client;
  if (virtualNetwork !== undefined) return { where: "azure-vm" satisfies Where };
  if (ip === undefined && stands !== undefined) return { where: whereFor(stands, virtualNetworkGateways) };
  return ip === undefined || isPrivateAddress(ip) ? {} : { where: "internet" satisfies Where };
}

/** Where the requester is, and whether Bastion lets them in from there, is the requester's matter wherever a way starts. */
const isRequestersOwn = (checkId: string): boolean => groupMetaOf(checkId)?.seenFrom === "requester";

type ResultsById = ReadonlyMap<string, CheckResult>;

/** Of the requester's own view: every check, and what the cluster needs. */
type Judged = Readonly<{ results: readonly CheckResult[]; ofCluster: readonly RequirementResult[] }>;

type Seen = Readonly<{ walks: Walks; results: ResultsById }>;

const byId = (results: readonly CheckResult[]): ResultsById =>
  new Map(results.map((result) => [result.id, result]));

/**
 * The checks as somebody sees them who stands where a way starts: run again only where that is elsewhere, and once
 * for each place.
 */
function contextsOf(snapshot: ClusterSnapshot, cluster: ManagedCluster, { results, ofCluster }: Judged) {
  const placeOf = (client: Client): string =>
    JSON.stringify([client.ip, client.virtualNetwork, client.stands]);
  const requesters = byId(results);
  const byPlace = new Map<string, Seen>();
  const seeFrom = (view: ClusterSnapshot): Seen => {
    const walks = walksOf(view, "way in");
    return { walks, results: byId(runChecks(view, walks)) };
  };
  const seenFrom = (view: ClusterSnapshot): Seen => {
    const known = byPlace.get(placeOf(view.client)) ?? seeFrom(view);
    byPlace.set(placeOf(view.client), known);
    return known;
  };
  const contextFrom = (client: Client): PathContext => {
    const view = { ...snapshot, client };
    const { walks, results: here } = seenFrom(view);
    const result = (id: string) => (isRequestersOwn(id) ? requesters : here).get(id);
    return { snapshot: view, cluster, result, walks, ofCluster };
  };
  return ({ starts }: PathSpec): readonly PathContext[] =>
    (starts?.(snapshot) ?? [snapshot.client]).slice(0, maximumStarts).map(contextFrom);
}

/** A company may have a gateway or a jump host in each of its hubs. */
const maximumStarts = 4;

const states: readonly AccessPath["state"][] = ["available", "probable", "blocked", "notConfigured"];

/** A way that may start in several places is as good as it is from the best of them, each judged whole. */
const bestOf = (paths: readonly AccessPath[]): AccessPath | undefined =>
  paths.toSorted((left, right) => states.indexOf(left.state) - states.indexOf(right.state))[0];

/** Nothing can be said about the access paths to a cluster that cannot be read: the list is empty then. */
export function evaluateAccessPaths(snapshot: ClusterSnapshot, judged: Judged): readonly AccessPath[] {
  if (snapshot.managedCluster.status === "unavailable") return [];
  const cluster = snapshot.managedCluster.data;
  const contextsFor = contextsOf(snapshot, cluster, judged);
  const judgedWays = pathSpecs.flatMap((spec) => {
    const path = bestOf(contextsFor(spec).flatMap((context) => pathOf(spec, context) ?? []));
    return path === undefined ? [] : [{ spec, path }];
  });
  const rankable = judgedWays.map(({ spec: { traits }, path: { id, state } }) => ({ id, state, traits }));
  const ranked = rankPaths(rankable, {
    need: "read-once",
    urgency: "incident",
    production: isProduction(cluster),
    ...whereOf(snapshot),
  });
  return judgedWays.map(({ path }) =>
    ranked.includes(path.id) ? { ...path, rank: ranked.indexOf(path.id) + 1 } : path,
  );
}
