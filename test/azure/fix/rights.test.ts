// The rights that typed writes take, and those by which it is told who may make a fix: the same, on the same resources.
import { people } from "../../../simulator/people.ts";
import { createClusterReader } from "../../../src/azure/collect/cluster-reader.ts";
import { rightsOf } from "../../../src/core/access/fix-rights.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { permissionsOf } from "../../../src/core/fix-write/permission-of.ts";
import { writesOf } from "../../../src/core/fix-write/writes-of.ts";
import { isWithin } from "../../../src/core/snapshot/resource-id.ts";
import { clientOf, questionOf, scenarioRows } from "../../scenarios.ts";
import { scenarioFile } from "../../simulator/support.ts";
import { type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { scenario } from "../scenario.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const broken = scenarioRows.filter(({ cause, mendedBy }) => cause !== null && mendedBy === undefined);

/** What a line makes or leads to, beside what the role of its fix is held on: found out once somebody asks for it. */
const beside: Readonly<Record<string, readonly string[]>> = {
  "firewall-deallocated": [
    "Microsoft.Network/publicIPAddresses/write",
    "Microsoft.Network/virtualNetworks/subnets/join/action",
    "Microsoft.Network/publicIPAddresses/join/action",
  ],
  "nodes-without-nat": ["Microsoft.Network/natGateways/join/action"],
};

test.each(broken.map((row) => [`${row.name}: ${questionOf(row)}`, row] as const))(
  "%s",
  async (_title, row) => {
    await azure.simulator.loadScenario(scenarioFile(row.name));
    const listed = azure.simulator.scenario.resources.find((resource) =>
      resource.id.toLowerCase().endsWith(`/managedclusters/${row.cluster}`),
    );
    const clusterId = row.id ?? listed?.id ?? "";
    const reader = createClusterReader({ ...azure.options, budgetMs: 20_000 });
    const snapshot = await reader.collect(await azure.signIn(people.alex), clusterId, clientOf(row));
    const { rootCause } = diagnose(snapshot);
    const fix = rootCause?.fix;
    if (fix === undefined) throw new Error("No fix.");
    const rights = rightsOf(fix, { clusterId, resourceId: rootCause?.resourceId }) ?? [];
    const missing = (writesOf(fix.commands) ?? [])
      .flatMap(permissionsOf)
      .filter(
        ({ action, scope }) =>
          !rights.some(
            (right) => isWithin(scope, right.scope) && right.action.toLowerCase() === action.toLowerCase(),
          ),
      );
    expect(missing.map(({ action }) => action)).toEqual(beside[row.name] ?? []);
  },
);
