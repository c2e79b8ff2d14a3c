// The vault that holds the key of a cluster's KMS, and vaults that were deleted: asked for only where KMS is on.
// https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults
import { z } from "zod";
import type { ManagedCluster } from "../../../core/snapshot/cluster.ts";
import type { DeletedVault, KeyVault } from "../../../core/snapshot/key-vault.ts";
import type { Listing } from "../../../core/snapshot/section.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { resourceGroupId, resourceGroupOf } from "../../arm/resource-id.ts";
import { present } from "../../map/fields.ts";
import { listingOf } from "../kit/group-reads.ts";
import { type ListRead, readJson } from "../kit/read-list.ts";

const apiVersion = "2023-07-01";

const vault = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({
    publicNetworkAccess: z.string().nullish(),
    networkAcls: z
      .object({
        defaultAction: z.string().nullish(),
        ipRules: z.array(z.object({ value: z.string() })).nullish(),
        virtualNetworkRules: z.array(z.object({ id: z.string() })).nullish(),
      })
      .nullish(),
  }),
});

const mapVault = ({ id, name, properties }: z.infer<typeof vault>): KeyVault => {
  const { publicNetworkAccess, networkAcls: rules } = properties;
  return {
    ...{ id, name },
    letIn: [
      ...(rules?.virtualNetworkRules ?? []).map((rule) => rule.id),
      ...(rules?.ipRules ?? []).map((rule) => rule.value),
    ],
    ...present({ publicNetworkAccess, defaultAction: rules?.defaultAction }),
  };
};

const deletedVault = z.object({
  name: z.string(),
  properties: z.object({
    vaultId: z.string(),
    location: z.string(),
    scheduledPurgeDate: z.string().nullish(),
  }),
});

const mapDeleted = ({ name, properties }: z.infer<typeof deletedVault>): DeletedVault => ({
  ...{ name, vaultId: properties.vaultId, location: properties.location },
  ...present({ purgedAt: properties.scheduledPurgeDate }),
});

/** A vault's own group where its id is known: only such a list shows what is not there. */
const readVaults = (
  arm: ArmSession,
  after: number,
  { subscriptionId, kms }: ManagedCluster,
): Promise<ListRead<KeyVault>> => {
  const group = kms?.vaultId === undefined ? null : resourceGroupOf(kms.vaultId);
  return readJson(arm, after, {
    ...(group === null
      ? { what: subject("vaultsOfSubscription", subscriptionId), scope: `/subscriptions/${subscriptionId}` }
      : { what: subject("keyVaults", group.resourceGroup), scope: resourceGroupId(group) }),
    type: "Microsoft.KeyVault/vaults",
    apiVersion,
    item: vault,
    map: mapVault,
  });
};

const readDeleted = (
  arm: ArmSession,
  after: number,
  { subscriptionId: own, kms }: ManagedCluster,
): Promise<ListRead<DeletedVault>> => {
  const subscriptionId = resourceGroupOf(kms?.vaultId ?? "")?.subscriptionId ?? own;
  return readJson(arm, after, {
    what: subject("deletedVaults", subscriptionId),
    scope: `/subscriptions/${subscriptionId}`,
    type: "Microsoft.KeyVault/deletedVaults",
    apiVersion,
    item: deletedVault,
    map: mapDeleted,
  });
};

const none = { items: [], missing: [] };

type KmsReads = Readonly<{
  vaults: Listing<KeyVault>;
  deleted: Listing<DeletedVault>;
  level: number;
}>;

/** Of a cluster whose KMS is on; nothing of any other. */
export async function readKms(arm: ArmSession, after: number, cluster: ManagedCluster): Promise<KmsReads> {
  if (cluster.kms === undefined) return { vaults: none, deleted: none, level: 0 };
  const [vaults, deleted] = await Promise.all([
    readVaults(arm, after, cluster),
    readDeleted(arm, after, cluster),
  ]);
  return {
    vaults: listingOf([vaults], []).listing,
    deleted: listingOf([deleted], []).listing,
    level: Math.max(vaults.level, deleted.level),
  };
}
