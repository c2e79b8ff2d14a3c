// `GET {scale set}/networkInterfaces`: one for each machine that the set is to have, as its profile says, at the first
// addresses of its subnet that nothing else has.
import { type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import { resourceNotFound } from "./arm-errors.ts";
import { parseArmPath } from "./arm-path.ts";
import { type ArmHandler, pageOf, refuse } from "./arm-request.ts";
import { ipConfigurations } from "./ip-configurations.ts";
import { firstFree, parsePrefix } from "./ipv4.ts";
import type { Resource, ResourceStore } from "./resource-store.ts";

export const scaleSetInterfaces: ArmHandler = (request) => {
  const { world, path } = request;
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  const set = world.store.get(path.parent);
  if (set === undefined) return resourceNotFound(parseArmPath(path.parent));
  const count = Number(objectOf(set.sku).capacity ?? 0);
  const taken = new Set(
    ipConfigurations(world.store).map(({ properties }) => textOf(properties.privateIPAddress)),
  );
  return pageOf(
    request,
    Array.from({ length: count }, (_each, index) => interfaceOf(world.store, set, index, taken)),
  );
};

function interfaceOf(store: ResourceStore, set: Resource, index: number, taken: Set<string>): JsonObject {
  const profile = objectOf(objectOf(set.properties.virtualMachineProfile).networkProfile);
  const configured = objectOf(listOf(profile.networkInterfaceConfigurations)[0]);
  const machine = `${set.id}/virtualMachines/${index}`;
  const id = `${machine}/networkInterfaces/${textOf(configured.name)}`;
  const { ipConfigurations: given, ...properties } = objectOf(configured.properties);
  const configurations = listOf(given).map((item) => {
    const { name } = objectOf(item);
    const ip = objectOf(objectOf(item).properties);
    const subnet = store.get(textOf(objectOf(ip.subnet).id));
    const prefix = parsePrefix(textOf(subnet?.properties.addressPrefix));
    const address = prefix && firstFree(prefix, taken);
    if (address !== null) taken.add(address);
    return {
      id: `${id}/ipConfigurations/${textOf(name)}`,
      name: textOf(name),
      properties: { ...ip, privateIPAddress: address, provisioningState: "Succeeded" },
    };
  });
  return {
    id,
    name: textOf(configured.name),
    type: "Microsoft.Network/networkInterfaces",
    properties: {
      ...properties,
      provisioningState: "Succeeded",
      virtualMachine: { id: machine },
      ipConfigurations: configurations,
    },
  };
}
