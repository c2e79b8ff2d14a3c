// Network security groups as read.

export type SecurityRule = Readonly<{
  name: string;
  priority: number;
  direction: string;
  access: string;
  protocol: string;
  sourceAddressPrefixes: readonly string[];
  destinationAddressPrefixes: readonly string[];
  sourcePortRanges: readonly string[];
  destinationPortRanges: readonly string[];
  /** True when source or destination names application security groups, which the static engine does not resolve. */
  usesApplicationSecurityGroups: boolean;
}>;

/** `rules` holds the group's own and its default rules. */
export type NetworkSecurityGroup = Readonly<{ id: string; name: string; rules: readonly SecurityRule[] }>;
