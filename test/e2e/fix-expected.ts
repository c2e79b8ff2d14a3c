// Rows of the tables of fixes whose lines are shown, and made by no button.

/** Lines of a fix that a check knows, about what no packet and no name meets: nothing of it can be walked beforehand. */
export const notWalked: readonly string[] = [
  "stopped",
  "jump-box-stopped",
  "pools-tainted",
  "desktop-without-route Azure Virtual Desktop does not get me to",
  "private-peering-disabled",
  "bastion-nsg",
  "bastion-basic Bastion Host SKU must be Standard or Pre",
  "jump-host-hung",
  "jump-scale-set-empty",
  "nat-not-authorized",
  "public-ranges",
  "zone-of-another-region",
  "nodes-without-nat",
  "network-encrypted",
  "outbound-rule-deleted",
  "snat-ports-exhausted",
  "system-pool-empty",
  "user-pool-stopped",
  "every node pool tainted",
  "system pool stopped",
  "private endpoint waits for approval",
  "the API server's endpoint deleted, with its interface",
  "the endpoint says another address than its interface has",
  "last operation failed",
  "jump box off",
  "no NAT gateway where the cluster leaves by one",
  "record holds an old address beside",
  "private endpoint failed",
  "neither a zone nor a public name",
  "Bastion's subnet has a route table",
  "last operation on a pool failed",
  "load balancer of the API server deleted",
  "subnet of the API server no longer delegated",
  "team's own zone deleted",
  "jump box in the cluster's network may not reach port 443",
  "team's own endpoint waits for approval",
  "people at home sign in with Entra, over IKEv2",
  "run command off",
];

/** The cause is no more than likely. */
export const onlyLikely: readonly string[] = ["line-not-shared"];

/** No write is made of its lines; why, is said with the table. */
export const noWrites: readonly string[] = [
  "jit-window-over",
  "cloud-shell-roles-lost Your Cloud Shell failed to provision",
  "cloud-shell-relay-not-approved Your Cloud Shell failed to provision",
  "own-endpoint-dead",
  "kms-vault-deleted",
  "kms-vault-closed",
  "subnet-role-lost",
  "zone-role-lost",
  "cluster-locked",
  "run-command-not-allowed (AuthorizationFailed) The client does no",
  "command-result-unreadable (AuthorizationFailed) The client does no",
  "kubenet-table-detached",
  "container with SSH stopped",
];
