// What nodes are made from, as it stands in the node resource group.

/** Where an interface stands, and the security group on it. */
export type NodeInterface = Readonly<{ subnetIds: readonly string[]; networkSecurityGroupId?: string }>;

/** What each machine of a pool gets. */
export type ScaleSet = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  /** Machines that it is to have; absent where Azure does not say. */
  capacity?: number;
  /** The node pool, as its tag or its name tells. */
  pool?: string;
  /** Absent where Azure does not list them all, each with its subnet. */
  interfaces?: readonly NodeInterface[];
}>;

/** One machine of a scale set. */
export type NodeInstance = Readonly<{
  id: string;
  /** `aks-apps-31846275-vmss_0` */
  name: string;
  scaleSetId: string;
  provisioningState: string;
  /** `running`, `deallocated`, …; empty where Azure does not say. */
  powerState: string;
}>;
