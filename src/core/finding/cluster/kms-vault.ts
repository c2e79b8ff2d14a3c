// Which vault holds the key that encrypts what the API server stores, and what has become of it.

import { forResource, target } from "../../fix/write/az.ts";
import { type Fix, fixAt, fixOf } from "../../fix/write/fix.ts";
import {
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { KmsKey } from "../../snapshot/cluster.ts";
import type { DeletedVault, KeyVault } from "../../snapshot/key-vault.ts";
import { nameOf, sameId } from "../../snapshot/resource-id.ts";
import type { Permission } from "../../snapshot/rights.ts";
import type { Listing, Unavailable } from "../../snapshot/section.ts";
import { defineCheck } from "../kit/define-check.ts";

/** By the key's id, which every vault has: `https://<vault>.vault.azure.net/keys/…`, in each cloud. Null for another form. */
export const vaultNameOf = ({ keyId, vaultId }: KmsKey): string | null =>
  vaultId === undefined
    ? (/^https:\/\/([a-z0-9-]{1,63})\.vault\./i.exec(keyId)?.[1] ?? null)
    : nameOf(vaultId);

type FoundVault = Readonly<
  | { is: "there"; vault: KeyVault }
  | { is: "deleted"; vault: DeletedVault }
  /** Neither there nor to be brought back. */
  | { is: "gone"; name: string; mayBeBroughtBack: boolean }
  | { is: "unread"; cause: Unavailable }
  /** Not among those that Azure lists in the cluster's subscription: deleted, elsewhere, or not this person's to see. */
  | { is: "notSeen"; name: string; needs: readonly Permission[] }
  | { is: "noVaultNamed"; keyId: string }
>;

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** A list by resource group proves that something is gone; one by subscription holds what a person may see, and no more. */
function findVault(kms: KmsKey, vaults: Listing<KeyVault>, deleted: Listing<DeletedVault>): FoundVault {
  const name = vaultNameOf(kms);
  if (name === null) return { is: "noVaultNamed", keyId: kms.keyId };
  const isIt = (id: string, itsName: string): boolean =>
    kms.vaultId === undefined ? sameName(itsName, name) : sameId(id, kms.vaultId);
  const vault = vaults.items.find((each) => isIt(each.id, each.name));
  if (vault !== undefined) return { is: "there", vault };
  // Names are Azure's own for the time in which one can be brought back: it stands nowhere else.
  const trace = deleted.items.find((each) => isIt(each.vaultId, each.name));
  if (trace !== undefined) return { is: "deleted", vault: trace };
  const [cause] = vaults.missing;
  if (cause !== undefined) return { is: "unread", cause };
  if (kms.vaultId === undefined)
    return { is: "notSeen", name, needs: deleted.missing.flatMap(({ needs }) => needs) };
  return { is: "gone", name, mayBeBroughtBack: deleted.missing.length > 0 };
}

// cluster.kms-key: with KMS on, the API server reads nothing that it stored without the key in its vault.

/** `purgedAt`: until when a vault can be brought back, as ISO 8601. */
type KmsFact = Readonly<
  | { is: "off" }
  | { is: "usable"; vault: string }
  | { is: "deleted"; vault: string; purgedAt: string | null }
  | { is: "gone"; vault: string; mayBeBroughtBack: boolean }
  | { is: "closed"; vault: string }
  /** Some networks are let in, which AKS does not support. */
  | { is: "restricted"; vault: string; letIn: number }
  | { is: "privateWithoutNetwork"; vault: string }
  | { is: "notSeen"; vault: string; needs: readonly Permission[] }
  | { is: "noVaultNamed" }
>;

/** To where it stood. */
const recover = ({ vaultId, name, location }: DeletedVault): Fix | null =>
  forResource(vaultId, (parts) =>
    fixOf(
      { kind: "recoverVault", at: target(parts, name), location },
      { is: "vaultRecovered" },
      // A vault that is deleted is nowhere but in its group.
      { role: "Key Vault Contributor", on: [parts.resourceGroup] },
    ),
  );

const open = ({ id }: KeyVault): Fix | null =>
  fixAt(id, (at) => ({ kind: "openVault", at }), { is: "vaultOpened" }, "Key Vault Contributor");

const isOff = ({ publicNetworkAccess = "" }: KeyVault): boolean => /^disabled$/i.test(publicNetworkAccess);
const isDenied = ({ defaultAction = "" }: KeyVault): boolean => /^deny$/i.test(defaultAction);

/** AKS reaches a private vault over an endpoint that it makes itself, and a public one over its public address. */
function reachOf(vault: KeyVault, kms: KmsKey, isInNetwork: boolean): Outcome<KmsFact | SharedFact> {
  const { id, name, publicNetworkAccess = "", defaultAction = "", letIn } = vault;
  const evidence = [
    labelled("keyVaultNetworkAccess", kms.vaultAccess),
    labelled("publicNetworkAccess", publicNetworkAccess),
    labelled("defaultAction", defaultAction),
  ];
  const more = { resourceId: id, evidence };
  if (/^private$/i.test(kms.vaultAccess))
    return isInNetwork
      ? pass({ is: "usable", vault: name }, evidence)
      : warn({ is: "privateWithoutNetwork", vault: name }, more);
  // A security perimeter, for one, lets in what its own rules say.
  if (!/^(enabled|disabled)?$/i.test(publicNetworkAccess))
    return strangeWord(thing("named", name), "state", publicNetworkAccess);
  if (!isOff(vault) && !isDenied(vault)) return pass({ is: "usable", vault: name }, evidence);
  const fix = open(vault);
  return !isOff(vault) && letIn.length > 0
    ? warn({ is: "restricted", vault: name, letIn: letIn.length }, { ...more, fix })
    : fail({ is: "closed", vault: name }, { ...more, fix });
}

export const clusterKmsKey = defineCheck({
  id: "cluster.kms-key",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  pathPlace: { on: "apiServer", thing: "apiServer" },
  source: "https://learn.microsoft.com/azure/aks/use-kms-etcd-encryption",
  needs: ["managedCluster"],
  looksAt: ["kmsVaults", "deletedVaults"],
  after: ["cluster.exists", "cluster.power-state"],
  evaluate: ({ managedCluster: cluster, kmsVaults, deletedVaults }): Outcome<KmsFact | SharedFact> => {
    const { kms } = cluster;
    if (kms === undefined) return notApplicable({ is: "off" });
    const found = findVault(kms, kmsVaults, deletedVaults);
    switch (found.is) {
      case "there":
        return reachOf(found.vault, kms, cluster.apiServerAccess.enableVnetIntegration);
      case "deleted": {
        const { name, vaultId, purgedAt = null } = found.vault;
        return fail(
          { is: "deleted", vault: name, purgedAt },
          { resourceId: vaultId, fix: recover(found.vault) },
        );
      }
      case "gone": {
        const { name: vault, mayBeBroughtBack } = found;
        return fail({ is: "gone", vault, mayBeBroughtBack }, { resourceId: kms.vaultId });
      }
      case "unread":
        return unread(found.cause);
      case "notSeen":
        return notAssessed({ is: "notSeen", vault: found.name, needs: found.needs }, found.needs);
      case "noVaultNamed":
        return notAssessed({ is: "noVaultNamed" });
    }
  },
});
