// `GET {scale set}/virtualMachines`: as many machines as the set is to have, all running. A scenario that wants one
// otherwise states it as a resource of its own.
import { type JsonObject, objectOf } from "../json.ts";
import { resourceNotFound } from "./arm-errors.ts";
import { parseArmPath } from "./arm-path.ts";
import { type ArmHandler, pageOf, refuse } from "./arm-request.ts";
import type { Resource } from "./resource-store.ts";

const machineType = "Microsoft.Compute/virtualMachineScaleSets/virtualMachines";

export const scaleSetMachines: ArmHandler = (request) => {
  const { world, path } = request;
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  const set = world.store.get(path.parent);
  if (set === undefined) return resourceNotFound(parseArmPath(path.parent));
  const stated = new Map(world.store.list(machineType, set.id).map((each) => [each.name, each]));
  const count = Number(objectOf(set.sku).capacity ?? 0);
  const machines = Array.from({ length: count }, (_each, index) => machineOf(set, index));
  return pageOf(
    request,
    machines.map((each) => stated.get(String(each.instanceId)) ?? each),
  );
};

function machineOf(set: Resource, index: number): JsonObject {
  return {
    id: `${set.id}/virtualMachines/${index}`,
    name: `${set.name}_${index}`,
    instanceId: String(index),
    type: machineType,
    location: "westeurope",
    properties: {
      provisioningState: "Succeeded",
      latestModelApplied: true,
      instanceView: {
        statuses: [{ code: "ProvisioningState/succeeded" }, { code: "PowerState/running" }],
      },
    },
  };
}
