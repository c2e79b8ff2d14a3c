// Node auto-provisioning: AKS makes nodes as pods need them, and lists them in no pool.
// https://learn.microsoft.com/azure/aks/node-auto-provisioning
import type { ManagedCluster } from "./cluster.ts";

/** AKS Automatic makes nodes as pods need them, whether its mode is said or not. */
const modeOf = ({ nodeProvisioningMode, sku }: ManagedCluster): string =>
  nodeProvisioningMode ?? (/^automatic$/i.test(sku ?? "") ? "Auto" : "Manual");

/** A mode that is not known may do so. */
export const mayProvisionNodes = (cluster: ManagedCluster): boolean => !/^manual$/i.test(modeOf(cluster));

const isScaleSet = (type = "VirtualMachineScaleSets"): boolean => /^VirtualMachineScaleSets$/i.test(type);

/** Nodes that stand in no scale set: each is a machine of its own in the node resource group. */
export const mayHaveLoneNodes = (cluster: ManagedCluster): boolean =>
  mayProvisionNodes(cluster) || cluster.agentPools.some(({ type }) => !isScaleSet(type));

export const provisionsNodes = (cluster: ManagedCluster): boolean => /^auto$/i.test(modeOf(cluster));
