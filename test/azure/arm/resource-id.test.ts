// Ids in every spelling that ARM uses.
import { groupKey, parseResourceId, resourceGroupOf } from "../../../src/azure/arm/resource-id.ts";

const network = "/subscriptions/s1/resourcegroups/RG-Net/providers/Microsoft.Network/virtualNetworks/hub";

test.each([
  [network, { subscriptionId: "s1", resourceGroup: "RG-Net", name: "hub" }],
  [network.toUpperCase(), { subscriptionId: "S1", resourceGroup: "RG-NET", name: "HUB" }],
  [`${network}/subnets/nodes`, { subscriptionId: "s1", resourceGroup: "RG-Net", name: "hub" }],
  ["/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm", null],
  ["/subscriptions/s1", null],
  ["prod-1", null],
])("parseResourceId(%s)", (id, expected) => {
  expect(parseResourceId(id, "Microsoft.Network/virtualNetworks")).toEqual(expected);
});

test("a resource group is the same in every spelling", () => {
  const group = resourceGroupOf(network);
  const shouted = resourceGroupOf(network.toUpperCase());
  expect(group === null ? null : groupKey(group)).toBe(shouted === null ? "" : groupKey(shouted));
});

test("a subscription alone names no resource group", () => {
  expect(resourceGroupOf("/subscriptions/s1/providers/Microsoft.Network/x/y")).toBeNull();
});
