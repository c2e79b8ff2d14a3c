// Which vault holds the key that encrypts what the API server stores, and what has become of it.
import type { KmsKey } from "../../snapshot/cluster.ts";
import type { DeletedVault, KeyVault } from "../../snapshot/key-vault.ts";
import { nameOf, sameId } from "../../snapshot/resource-id.ts";
import type { Listing, Unavailable } from "../../snapshot/section.ts";

/** By the key's id, which every vault has: `https://<vault>.vault.azure.net/keys/…`, in each cloud. Null for another form. */
export const vaultNameOf = ({ keyId, vaultId }: KmsKey): string | null =>
  vaultId === undefined
    ? (/^https:\/\/([a-z0-9-]{1,63})\.vault\./i.exec(keyId)?.[1] ?? null)
    : nameOf(vaultId);

export type FoundVault = Readonly<
  | { is: "there"; vault: KeyVault }
  | { is: "deleted"; vault: DeletedVault }
  /** Neither there nor to be brought back. */
  | { is: "gone"; name: string; mayBeBroughtBack: boolean }
  | { is: "unread"; cause: Unavailable }
  /** Not among those that this person may see in the cluster's subscription. */
  | { is: "notSeen"; name: string }
  | { is: "noVaultNamed"; keyId: string }
>;

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** A list by resource group proves that something is gone; one by subscription holds what a person may see, and no more. */
export function findVault(
  kms: KmsKey,
  vaults: Listing<KeyVault>,
  deleted: Listing<DeletedVault>,
): FoundVault {
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
  if (kms.vaultId === undefined) return { is: "notSeen", name };
  return { is: "gone", name, mayBeBroughtBack: deleted.missing.length > 0 };
}
