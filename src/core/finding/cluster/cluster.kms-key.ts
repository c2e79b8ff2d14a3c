// cluster.kms-key: with KMS on, the API server reads nothing that it stored without the key in its vault.

import { forResource, target } from "../../fix/write/az.ts";
import type { Fix } from "../../fix/write/fix.ts";
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
import type { KmsKey, ManagedCluster } from "../../snapshot/cluster.ts";
import type { DeletedVault, KeyVault } from "../../snapshot/key-vault.ts";
import { parseResourceId } from "../../snapshot/resource-id.ts";
import type { Permission } from "../../snapshot/rights.ts";
import { defineCheck } from "../kit/define-check.ts";
import { findVault } from "./kms-vault.ts";

/** `purgedAt`: until when a vault can be brought back, as ISO 8601. */
export type KmsFact = Readonly<
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

const readAction = "Microsoft.KeyVault/vaults/read";

const vaultRole = (name: string) => [{ role: "Key Vault Contributor" as const, on: [name] }];

/** To where it stood. */
const recover = ({ vaultId, name, location }: DeletedVault): Fix | null =>
  forResource(vaultId, (parts) => ({
    steps: [{ kind: "recoverVault", at: target(parts, name), location }],
    risks: [{ is: "vaultRecovered" }],
    disruptive: false,
    // A vault that is deleted is nowhere but in its group.
    roles: vaultRole(parts.resourceGroup),
  }));

const open = ({ id, name }: KeyVault): Fix | null =>
  forResource(id, (parts) => ({
    steps: [{ kind: "openVault", at: target(parts, name) }],
    risks: [{ is: "vaultOpened" }],
    disruptive: false,
    roles: vaultRole(name),
  }));

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

const notSeen = (vault: string, { id }: ManagedCluster): Outcome<KmsFact> => {
  const subscription = parseResourceId(id)?.subscriptionId ?? "";
  const needs = [{ action: readAction, scope: `/subscriptions/${subscription}` }];
  return notAssessed({ is: "notSeen", vault, needs }, needs);
};

export const clusterKmsKey = defineCheck({
  id: "cluster.kms-key",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
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
        return notSeen(found.name, cluster);
      case "noVaultNamed":
        return notAssessed({ is: "noVaultNamed" });
    }
  },
});
