// Every scenario of the local Azure, read and judged: nothing fails on the way, verdict and cause, and the rights that
// its fix takes, those by which it is told who may make it. Asked in chat and on the command line: test/prove/scenarios.
import { people } from "../../simulator/people.ts";
import { createClusterReader } from "../../src/azure/collect/cluster-reader.ts";
import { rightsOf } from "../../src/core/access/fix-rights.ts";
import type { RootCause } from "../../src/core/diagnosis/cause.ts";
import { diagnose } from "../../src/core/diagnosis/diagnose.ts";
import { writesOf } from "../../src/core/fix/write/actions.ts";
import { permissionsOf } from "../../src/core/fix/write/permissions.ts";
import { isWithin } from "../../src/core/snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../../src/core/snapshot/snapshot.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../azure/local-azure.ts";
import { scenario } from "../azure/scenario.ts";
import { clientOf, questionOf, type ScenarioRow, scenarioRows } from "../scenarios.ts";
import { scenarioFile } from "../simulator/support.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const unread = (part: unknown): readonly string[] =>
  JSON.stringify(part).match(/"reason":"(failed|timedOut|throttled)"[^}]*/g) ?? [];

/** Nothing fails, and five round trips are enough, six over a desktop or a shell. */
function expectRead({ recentChanges, ...rest }: ClusterSnapshot, { name, id }: ScenarioRow): void {
  if (id === undefined) expect(rest.managedCluster.status).toBe("collected");
  expect(unread(rest)).toEqual([]);
  // The activity log is given three seconds, which a busy machine may need; then its answer comes when all is counted.
  expect(unread(recentChanges)).not.toContainEqual(expect.stringMatching("failed|throttled"));
  const requests = armRequests(azure.simulator);
  if (unread(recentChanges).length === 0) expect(rest.arm.requests).toBe(requests.length);
  expect(rest.arm.levels).toBeLessThanOrEqual(/^(cloud-shell|desktop)/.test(name) ? 6 : 5);
  expect(new Set(requests.map(({ caller }) => caller))).toEqual(new Set([people.alex.oid]));
}

/** What a line makes or leads to, beside what the role of its fix is held on: found out once somebody asks for it. */
const beside: Readonly<Record<string, readonly string[]>> = {
  "firewall-deallocated": [
    "Microsoft.Network/publicIPAddresses/write",
    "Microsoft.Network/virtualNetworks/subnets/join/action",
    "Microsoft.Network/publicIPAddresses/join/action",
  ],
  "nodes-without-nat": ["Microsoft.Network/natGateways/join/action"],
};

/** What the writes of a fix take that is not among the rights by which it is told who may make it. */
function missingRights({ fix, resourceId }: RootCause, clusterId: string): readonly string[] {
  if (fix === undefined) throw new Error("No fix.");
  const rights = rightsOf(fix, { clusterId, resourceId }) ?? [];
  return (writesOf(fix.steps) ?? [])
    .flatMap(permissionsOf)
    .filter(
      ({ action, scope }) =>
        !rights.some(
          (right) => isWithin(scope, right.scope) && right.action.toLowerCase() === action.toLowerCase(),
        ),
    )
    .map(({ action }) => action);
}

test.each(scenarioRows.map((row) => [`${row.name}: ${questionOf(row)}`, row] as const))(
  "%s",
  async (_title, row) => {
    const { name, cluster, verdict, cause } = row;
    await azure.simulator.loadScenario(scenarioFile(name));
    const listed = azure.simulator.scenario.resources.find((resource) =>
      resource.id.toLowerCase().endsWith(`/managedclusters/${cluster}`),
    );
    const id = row.id ?? listed?.id ?? "";
    const alex = await azure.signIn(people.alex);
    azure.simulator.clearRequests();
    const snapshot = await createClusterReader(azure.options).collect(alex, id, clientOf(row));
    expectRead(snapshot, row);
    const { verdict: found, rootCause } = diagnose(snapshot);
    expect([found, rootCause?.check ?? null]).toEqual([verdict, cause]);
    if (rootCause !== null && row.mendedBy === undefined)
      expect(missingRights(rootCause, id)).toEqual(beside[name] ?? []);
  },
);
