// Judges each way in by the checks that decide it, and ranks those that can be used.

import { runChecks } from "../finding/run-checks.ts";
import { isPrivateAddress } from "../network/cidr.ts";
import type { CheckResult } from "../outcome/check.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { Client, ClusterSnapshot } from "../snapshot/snapshot.ts";
import type { AccessPath } from "./access-path.ts";
import type { PathContext, PathSpec } from "./path-spec.ts";
import { pathSpecs } from "./paths/all.ts";
import { isProduction, rankPaths, type Where, type Wish } from "./rank.ts";

const resultsOf = (ids: readonly string[], { result }: PathContext): readonly CheckResult[] =>
  ids.flatMap((id) => result(id) ?? []);

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/** Their warnings say that it is not proven: a right that is only half there, or something that is not running yet. */
const halfProven: ReadonlySet<string> = new Set([
  "invoke.permission",
  "cluster.power-state",
  "jump.power",
  "nsg.jump-inbound",
]);
const isOpen = ({ id, status }: CheckResult): boolean =>
  status === "notAssessed" || (status === "warn" && halfProven.has(id));

/** Unassessed soft checks say nothing new: what they look at is not on this way. */
const openChecks = (spec: PathSpec, context: PathContext): readonly CheckResult[] => [
  ...resultsOf(spec.hard, context).filter(isOpen),
  ...resultsOf(spec.soft, context).filter(({ status }) => status === "fail"),
];

/** Null for a way of which nothing is known, not even that it is missing. */
function judge(spec: PathSpec, context: PathContext): AccessPath | null {
  const { id, title } = spec;
  const closed = { id, title, blockedBy: [], unconfirmed: [], steps: [] };
  const presence = spec.presence(context);
  if (presence.state === "unseen") return null;
  if (presence.state === "absent") return { ...closed, state: "notConfigured", reason: presence.reason };
  const failing = resultsOf(spec.hard, context).filter(({ status }) => status === "fail");
  const blockedBy = unique(failing.map((result) => result.explainedBy ?? result.id));
  const [first] = blockedBy;
  if (first !== undefined)
    return { ...closed, state: "blocked", reason: context.result(first)?.summary ?? "", blockedBy };
  const works = spec.works(context);
  if (typeof works === "object" && "requirement" in works)
    return { ...closed, state: "blocked", reason: works.reason, blockedBy: [`walk.${works.requirement}`] };
  const steps = spec.steps(context);
  const open = openChecks(spec, context);
  const [doubt] = open;
  if (doubt === undefined && typeof works === "string")
    return { ...closed, state: "available", reason: works, steps };
  const left = typeof works === "string" ? [] : works.checks;
  const reason = doubt?.summary ?? (typeof works === "string" ? works : works.reason);
  const unconfirmed = unique([...open.map((check) => check.id), ...left]);
  return { ...closed, state: "probable", reason, unconfirmed, steps };
}

/** Where the asker is, as far as they said. */
function whereOf({ ip, virtualNetwork }: Client): Pick<Wish, "where"> {
  if (virtualNetwork !== undefined) return { where: "azure-vm" satisfies Where };
  return ip === undefined || isPrivateAddress(ip) ? {} : { where: "internet" satisfies Where };
}

/** Where the asker is, and whether Bastion lets them in from there, is the asker's matter wherever a way starts. */
const isAskersOwn = (checkId: string): boolean => /^(client|bastion)\./.test(checkId);

type ResultsById = ReadonlyMap<string, CheckResult>;

const byId = (results: readonly CheckResult[]): ResultsById =>
  new Map(results.map((result) => [result.id, result]));

/**
 * The checks as somebody sees them who stands where a way starts: run again only where that is elsewhere, and once
 * for each place.
 */
function contextsOf(snapshot: ClusterSnapshot, cluster: ManagedCluster, results: readonly CheckResult[]) {
  const placeOf = (client: Client): string => JSON.stringify([client.ip, client.virtualNetwork]);
  const asker = byId(results);
  const byPlace = new Map([[placeOf(snapshot.client), asker]]);
  const resultsFrom = (view: ClusterSnapshot): ResultsById => {
    const known = byPlace.get(placeOf(view.client)) ?? byId(runChecks(view));
    byPlace.set(placeOf(view.client), known);
    return known;
  };
  const contextFrom = (client: Client): PathContext => {
    const view = { ...snapshot, client };
    const result = (id: string) => (isAskersOwn(id) ? asker : resultsFrom(view)).get(id);
    return { snapshot: view, cluster, result };
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

/** Nothing can be said about the ways into a cluster that cannot be read: the list is empty then. */
export function evaluateAccessPaths(
  snapshot: ClusterSnapshot,
  results: readonly CheckResult[],
): readonly AccessPath[] {
  if (snapshot.managedCluster.status === "unavailable") return [];
  const cluster = snapshot.managedCluster.data;
  const contextsFor = contextsOf(snapshot, cluster, results);
  const paths = pathSpecs.flatMap(
    (spec) => bestOf(contextsFor(spec).flatMap((context) => judge(spec, context) ?? [])) ?? [],
  );
  const ranked = rankPaths(paths, {
    need: "read-once",
    urgency: "incident",
    production: isProduction(cluster),
    ...whereOf(snapshot.client),
  });
  return paths.map((path) =>
    ranked.includes(path.id) ? { ...path, rank: ranked.indexOf(path.id) + 1 } : path,
  );
}
