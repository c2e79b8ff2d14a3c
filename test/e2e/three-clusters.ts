// Three clusters of one subscription: prod-1 as the demo has it, edge-1 with a gateway that crashes, and stage-1, which was
// stopped.
import { subscriptions } from "../../simulator/people.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";

const scenarios = "simulator/scenarios";
const idOf = (name: string) =>
  `/subscriptions/${subscriptions.prod}/resourceGroups/rg-${name.split("-")[0]}/providers/Microsoft.ContainerService/managedClusters/${name}`;

const replaced = <T>(value: T, words: Readonly<Record<string, string>>): T =>
  Object.entries(words).reduce<T>(
    (text, [from, to]) => JSON.parse(JSON.stringify(text).replaceAll(from, to)),
    value,
  );

const crashes = {
  '"ready":true,"started":true,"restartCount":1,': '"ready":false,"started":false,"restartCount":14,',
  '"type":"Ready","status":"True"': '"type":"Ready","status":"False"',
  '"state":{"running":{"startedAt"': '"state":{"waiting":{"reason":"CrashLoopBackOff","message"',
};

export async function threeClusters(): Promise<Scenario> {
  const [prod, edge] = await Promise.all(
    ["dns-link-missing", "public-ranges"].map((name) => loadScenario(`${scenarios}/${name}.json`)),
  );
  if (prod === undefined || edge === undefined) throw new Error("no scenario");
  const names = {
    "edge-1": "stage-1",
    "rg-edge": "rg-stage",
    "vnet-edge": "vnet-stage",
    "nsg-edge": "nsg-stage",
  };
  const stageRoles = replaced(edge.roleAssignments, names);
  const stage = replaced(edge.resources, {
    ...names,
    '"powerState":{"code":"Running"}': '"powerState":{"code":"Stopped"}',
  });
  const inEdge = edge.kubernetes[idOf("edge-1")];
  const objects = (inEdge?.objects ?? []).map((one) =>
    JSON.stringify(one).includes("gateway-68f7d5c9b4-x4f6k") ? replaced(one, crashes) : one,
  );
  return {
    ...prod,
    roleAssignments: [...prod.roleAssignments, ...edge.roleAssignments, ...stageRoles],
    resources: [...prod.resources, ...edge.resources, ...stage],
    kubernetes: { ...prod.kubernetes, ...edge.kubernetes, [idOf("edge-1")]: { ...inEdge, objects } },
    changes: [
      ...prod.changes,
      {
        resourceId: idOf("stage-1"),
        time: new Date(Date.now() - 3_600_000).toISOString(),
        changedBy: "meganb@contoso.example",
        changeType: "Update",
        operation: "Microsoft.ContainerService/managedClusters/stop/action",
        changes: { "properties.powerState.code": { before: "Running", after: "Stopped" } },
      },
    ],
  } as Scenario;
}
