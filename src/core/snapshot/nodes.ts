// What nodes are made from, as it stands in the node resource group.

/** Where an interface stands, and the security group on it. */
export type NodeInterface = Readonly<{ subnetIds: readonly string[]; networkSecurityGroupId?: string }>;

/** What each machine of a pool gets. */
export type ScaleSet = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  /** The node pool, as its tag or its name tells. */
  pool?: string;
  /** Absent where Azure does not list them all, each with its subnet. */
  interfaces?: readonly NodeInterface[];
}>;
