// Ids of the default scenario's resources.
import { subscriptions } from "../../simulator/people.ts";

const prod = `/subscriptions/${subscriptions.prod}/resourceGroups`;
export const clusterGroup = `${prod}/rg-prod`;
export const nodeGroup = `${prod}/MC_rg-prod_prod-1_westeurope`;
export const hubGroup = `/subscriptions/${subscriptions.connectivity}/resourceGroups/rg-hub`;
export const cluster = `${clusterGroup}/providers/Microsoft.ContainerService/managedClusters/prod-1`;
export const spokeNetwork = `${clusterGroup}/providers/Microsoft.Network/virtualNetworks/vnet-spoke`;
export const hubNetwork = `${hubGroup}/providers/Microsoft.Network/virtualNetworks/vnet-hub`;
export const jumpMachine = `${hubGroup}/providers/Microsoft.Compute/virtualMachines/vm-jump`;
export const zoneName = "5c0f2e1d-7b84-4a39-9e16-d3f0a8b7c254.privatelink.westeurope.azmk8s.io";
export const zone = `${nodeGroup}/providers/Microsoft.Network/privateDnsZones/${zoneName}`;
/** Of the identity under which the cluster acts. */
export const clusterPrincipal = "f3c8e27a-6d05-4b19-a4e8-1d7f9b0c5e32";
