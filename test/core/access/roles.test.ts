// The role to ask for.
import { smallestRole } from "../../../src/core/access/roles.ts";

test.each([
  ["Microsoft.Network/virtualNetworks/read", "Reader"],
  ["Microsoft.ContainerService/managedClusters/commandResults/read", "Reader"],
  [
    "microsoft.containerservice/managedclusters/runcommand/action",
    "Azure Kubernetes Service Contributor Role",
  ],
  ["Microsoft.ContainerService/managedClusters/start/action", "Azure Kubernetes Service Contributor Role"],
  [
    "Microsoft.ContainerService/managedClusters/listClusterUserCredential/action",
    "Azure Kubernetes Service Cluster User Role",
  ],
  ["Microsoft.Network/privateDnsZones/virtualNetworkLinks/write", "Private DNS Zone Contributor"],
  ["Microsoft.Network/virtualNetworks/subnets/join/action", "Network Contributor"],
  ["Microsoft.Compute/virtualMachines/start/action", "Virtual Machine Contributor"],
  ["Microsoft.Authorization/roleAssignments/write", "Role Based Access Control Administrator"],
  ["Contoso.Custom/things/write", "Contributor"],
])("%s takes %s", (action, role) => {
  expect(smallestRole(action)).toBe(role);
});
