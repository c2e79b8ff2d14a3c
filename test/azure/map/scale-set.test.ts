// Scale sets → our data: whose pool they are, and what stands on the interfaces of their machines.
import type { VirtualMachineScaleSet } from "@azure/arm-compute";
import { mapScaleSet } from "../../../src/azure/map/scale-sets.ts";

/** What the SDK hands on for such an answer, whatever its types say. */
const mapped = (set: object) => {
  const parsed: VirtualMachineScaleSet = JSON.parse(JSON.stringify({ location: "westeurope", ...set }));
  return mapScaleSet(parsed);
};

test.each<[name: string, tags: object | null, pool: string | undefined]>([
  ["aks-apps-31846275-vmss", { "aks-managed-poolName": "apps" }, "apps"],
  ["aks-apps-31846275-vmss", { "AKS-Managed-PoolName": "other" }, "other"],
  ["aks-apps-31846275-vmss", { poolName: "apps" }, "apps"],
  ["aks-apps-31846275-vmss", null, "apps"],
  ["aksapps", {}, "apps"],
  ["vmss-of-somebody", {}, undefined],
])("%s with the tags %j: of the pool %s", (name, tags, pool) => {
  expect(mapped({ name, tags }).pool).toBe(pool);
});

const withInterfaces = (...networkInterfaceConfigurations: readonly (object | null)[]) =>
  mapped({ virtualMachineProfile: { networkProfile: { networkInterfaceConfigurations } } }).interfaces;

test.each<[string, ReturnType<typeof withInterfaces>, object | undefined]>([
  [
    "one with a group",
    withInterfaces({ networkSecurityGroup: { id: "g" }, ipConfigurations: [{ subnet: { id: "s" } }] }),
    [{ subnetIds: ["s"], networkSecurityGroupId: "g" }],
  ],
  [
    "one without",
    withInterfaces({ networkSecurityGroup: null, ipConfigurations: [{ subnet: { id: "s" } }] }),
    [{ subnetIds: ["s"] }],
  ],
  ["one that says no subnet", withInterfaces({ ipConfigurations: [{ subnet: null }] }), undefined],
  ["one of two", withInterfaces({ ipConfigurations: [{ subnet: { id: "s" } }] }, {}), undefined],
  ["none", withInterfaces(), undefined],
  ["no profile", mapped({ virtualMachineProfile: null }).interfaces, undefined],
])("interfaces, %s", (_name, interfaces, expected) => {
  expect(interfaces).toEqual(expected);
});
