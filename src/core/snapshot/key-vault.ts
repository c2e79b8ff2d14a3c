// Key vaults as Azure Resource Manager shows them; the keys in them are none of its business.

export type KeyVault = Readonly<{
  id: string;
  name: string;
  /** `Enabled`, `Disabled`. */
  publicNetworkAccess?: string;
  /** `Allow`, `Deny`; absent where no rule was ever set: then it is `Allow`. */
  defaultAction?: string;
  /** Subnets and addresses that are let in all the same. */
  letIn: readonly string[];
}>;

/** One that can be brought back until it is purged. */
export type DeletedVault = Readonly<{
  name: string;
  /** What it was. */
  vaultId: string;
  location: string;
  /** ISO 8601. */
  purgedAt?: string;
}>;
