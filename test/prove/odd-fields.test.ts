// A field of the cluster that comes in a shape that Azure does not document: it costs what depends on it, nothing throws,
// and nothing that was wrong is called well by it.
import { loadScenario } from "../../simulator/scenario/load.ts";
import { scenarioSchema } from "../../simulator/scenario/schema.ts";
import { mapManagedCluster } from "../../src/azure/map/managed-cluster.ts";
import { wellTyped } from "../../src/azure/map/well-typed.ts";
import { diagnose } from "../../src/core/diagnosis/diagnose.ts";
import type { ManagedCluster } from "../../src/core/snapshot/cluster.ts";
import { collected, unavailable } from "../../src/core/snapshot/section.ts";
import { healthy } from "../fixtures/snapshots.ts";
import { scenarioFile } from "../simulator/support.ts";

type Json = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** An object for whatever is none, and a number for whatever is an object: the more of them, the longer it takes. */
const oddFor = (value: unknown): unknown => (typeof value === "object" && value !== null ? 7 : { x: 1 });

/** As the SDK hands a cluster on: its properties beside its id. */
async function recorded(): Promise<Json> {
  const { resources } = scenarioSchema.parse(await loadScenario(scenarioFile("hub-spoke")));
  const cluster = resources.find(({ id }) => id.endsWith("managedClusters/prod-1"));
  if (cluster === undefined) throw new Error("There is no cluster.");
  const { properties, ...own } = cluster;
  return { ...own, ...properties };
}

const pathsIn = (value: unknown, at: Path = []): readonly Path[] =>
  typeof value !== "object" || value === null
    ? [at]
    : [
        ...(at.length === 0 ? [] : [at]),
        ...Object.entries(value).flatMap(([name, inner]) =>
          pathsIn(inner, [...at, Array.isArray(value) ? Number(name) : name]),
        ),
      ];

const changedAt = (value: unknown, [first, ...rest]: Path, to: unknown): unknown => {
  if (first === undefined) return to;
  if (Array.isArray(value)) return value.map((each, at) => (at === first ? changedAt(each, rest, to) : each));
  const object = value as Json;
  return { ...object, [first]: changedAt(object[first], rest, to) };
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string | number, unknown>>)[key], value);

/** Null where all of it is unreadable. */
function read(arm: unknown): ManagedCluster | null {
  try {
    return wellTyped(mapManagedCluster(arm as Parameters<typeof mapManagedCluster>[0], healthy.clusterId));
  } catch {
    return null;
  }
}

const judged = (cluster: ManagedCluster | null) =>
  diagnose({
    ...healthy,
    managedCluster:
      cluster === null
        ? unavailable("failed", { is: "oddForm", what: { kind: "cluster", name: "prod-1" } })
        : collected(cluster),
  });

const pool = (...path: Path): Path => ["agentPoolProfiles", 0, ...path];

test.each<readonly [path: Path]>([
  [pool("enableAutoScaling")],
  [pool("minCount")],
  [pool("mode")],
  [pool("osType")],
  [pool("provisioningState")],
  [["provisioningState"]],
  [["networkProfile", "outboundType"]],
  [["supportPlan"]],
  [["azurePortalFqdn"]],
])("%j as an object: the cluster stays readable", async (path) => {
  expect(read(changedAt(await recorded(), path, { x: 1 }))).not.toBeNull();
});

/** What is wrong with the cluster itself, each seen by a check of its own. */
const broken: readonly (readonly [what: string, path: Path, value: unknown])[] = [
  ["nothing", ["x"], 1],
  ["failed", ["provisioningState"], "Failed"],
  ["its pool failed", pool("provisioningState"), "Failed"],
];

test.each(broken)("%s: no odd field makes it better", async (_what, at, value) => {
  const arm = changedAt(await recorded(), at, value);
  const isWrong = ({ status }: { status: string }) => status === "fail" || status === "warn";
  const wrong = judged(read(arm)).checks.filter(isWrong);
  const better = pathsIn(arm)
    .filter((path) => path[0] !== "tags" && path.join() !== at.slice(0, path.length).join())
    .flatMap((path) => {
      const { checks } = judged(read(changedAt(arm, path, oddFor(valueAt(arm, path)))));
      const well = new Set(checks.filter(({ status }) => status === "pass").map(({ id }) => id));
      return wrong.filter(({ id }) => well.has(id)).map(({ id }) => `${path.join(".")}: ${id}`);
    });
  expect(better).toEqual([]);
});
