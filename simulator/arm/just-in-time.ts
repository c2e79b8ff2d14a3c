// Defender for Cloud's just-in-time access: a request adds a rule before those that deny, and is remembered.
import { jsonBody } from "../http.ts";
import { type Json, type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import { armError, resourceNotFound } from "./arm-errors.ts";
import { parseArmPath, sameId } from "./arm-path.ts";
import { type ArmHandler, refuse } from "./arm-request.ts";
import { ipConfigurations, subnetIdOf } from "./ip-configurations.ts";
import type { Resource, ResourceStore } from "./resource-store.ts";

/** `POST …/jitNetworkAccessPolicies/{policy}/initiate`: done at once. */
export const initiate: ArmHandler = (request) => {
  const { world, path, call, caller } = request;
  const refused = refuse(request, `${path.type}/action`, path.parent);
  if (refused !== null) return refused;
  const policy = world.store.get(path.parent);
  if (policy === undefined) return resourceNotFound(parseArmPath(path.parent));
  const machines = listOf(jsonBody(call).virtualMachines).map(objectOf);
  const known = listOf(policy.properties.virtualMachines).map((each) => textOf(objectOf(each).id));
  if (!machines.every(({ id }) => known.some((each) => sameId(each, textOf(id)))))
    return armError(400, "InvalidResource", "A virtual machine is not part of the policy.");
  for (const machine of machines)
    for (const port of listOf(machine.ports)) open(world.store, machine, objectOf(port));
  const asked: JsonObject = {
    requestor: caller.oid,
    startTimeUtc: new Date().toISOString(),
    virtualMachines: machines.map((machine) => ({
      ...machine,
      ports: listOf(machine.ports).map((port): Json => ({ ...objectOf(port), status: "Initiated" })),
    })),
  };
  policy.properties.requests = [...listOf(policy.properties.requests), asked];
  return { status: 202, body: asked };
};

/** The groups before a machine: on its interfaces, and on their subnets. */
function groupsBefore(store: ResourceStore, machineId: string): Resource[] {
  const own = ipConfigurations(store).filter(({ owner }) =>
    sameId(textOf(objectOf(owner.properties.virtualMachine).id), machineId),
  );
  const holders = own.flatMap((each) => [each.owner, store.get(subnetIdOf(each))]);
  return holders.flatMap((holder) => {
    const id = textOf(objectOf(holder?.properties.networkSecurityGroup).id);
    return store.get(id) ?? [];
  });
}

function open(
  store: ResourceStore,
  machine: JsonObject,
  { number, allowedSourceAddressPrefix }: JsonObject,
): void {
  for (const group of groupsBefore(store, textOf(machine.id))) {
    const rules = listOf(group.properties.securityRules);
    const name = `SecurityCenter-JITRule-allow-${String(number)}`;
    store.put(`${group.id}/securityRules/${name}`, {
      properties: {
        ...{ priority: 100 + rules.length, direction: "Inbound", access: "Allow", protocol: "*" },
        ...{ sourceAddressPrefix: allowedSourceAddressPrefix ?? "*", sourcePortRange: "*" },
        ...{ destinationAddressPrefix: "*", destinationPortRange: String(number) },
      },
    });
  }
}
