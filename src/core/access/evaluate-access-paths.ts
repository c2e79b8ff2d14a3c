// Judges each way in by the checks that decide it, and ranks those that can be used.
import type { CheckResult } from "../diagnosis/check.ts";
import type { ClusterSnapshot } from "../diagnosis/snapshot.ts";
import type { AccessPath } from "./access-path.ts";
import type { PathContext, PathSpec } from "./path-spec.ts";
import { p01 } from "./paths/p01.ts";
import { p02 } from "./paths/p02.ts";
import { p05 } from "./paths/p05.ts";
import { p13 } from "./paths/p13.ts";

const specs: readonly PathSpec[] = [p01, p02, p05, p13];

/** In an incident the run command is fastest and opens nothing; then the fewer steps the better. */
const preference = ["P13", "P02", "P01", "P05"];

const resultsOf = (ids: readonly string[], { result }: PathContext): readonly CheckResult[] =>
  ids.flatMap((id) => result(id) ?? []);

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/** A right that is only half there counts as unconfirmed: the command runs, its result stays out of reach. */
const isOpen = ({ id, status }: CheckResult): boolean =>
  status === "notAssessed" || (id === "invoke.permission" && status === "warn");

/** Unassessed soft checks say nothing new: what they look at is not on this way. */
const openChecks = (spec: PathSpec, context: PathContext): readonly CheckResult[] => [
  ...resultsOf(spec.hard, context).filter(isOpen),
  ...resultsOf(spec.soft, context).filter(({ status }) => status === "fail"),
];

function judge(spec: PathSpec, context: PathContext): AccessPath {
  const { id, title } = spec;
  const closed = { id, title, blockedBy: [], unconfirmed: [], steps: [] };
  const absent = spec.absent(context);
  if (absent !== null) return { ...closed, state: "notConfigured", reason: absent };
  const failing = resultsOf(spec.hard, context).filter(({ status }) => status === "fail");
  const blockedBy = unique(failing.map((result) => result.explainedBy ?? result.id));
  const [first] = blockedBy;
  if (first !== undefined)
    return { ...closed, state: "blocked", reason: context.result(first)?.summary ?? "", blockedBy };
  const open = openChecks(spec, context);
  const steps = spec.steps(context);
  if (open.length === 0) return { ...closed, state: "available", reason: spec.works, steps };
  const [doubt] = open;
  const unconfirmed = unique(open.map((check) => check.id));
  return { ...closed, state: "probable", reason: doubt?.summary ?? "", unconfirmed, steps };
}

/** Nothing can be said about the ways into a cluster that cannot be read: the list is empty then. */
export function evaluateAccessPaths(
  snapshot: ClusterSnapshot,
  results: readonly CheckResult[],
): readonly AccessPath[] {
  if (snapshot.managedCluster.status === "unavailable") return [];
  const byId = new Map(results.map((result) => [result.id, result]));
  const context = { snapshot, cluster: snapshot.managedCluster.data, result: (id: string) => byId.get(id) };
  const paths = specs.map((spec) => judge(spec, context));
  const ranked = ["available", "probable"].flatMap((state) =>
    preference.filter((id) => paths.some((path) => path.id === id && path.state === state)),
  );
  return paths.map((path) =>
    ranked.includes(path.id) ? { ...path, rank: ranked.indexOf(path.id) + 1 } : path,
  );
}
