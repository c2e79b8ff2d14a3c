// A right in Azure.

/** An Azure action and the scope it is missing on, for example `Microsoft.Network/virtualNetworks/read`. */
export type Permission = Readonly<{ action: string; scope: string }>;
