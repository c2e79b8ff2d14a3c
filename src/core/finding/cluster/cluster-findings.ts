// The cluster itself: every check of it. A new one is a file beside this and a line here.
import { advise, type Outcome, pass, type SharedFact } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { type LockedBy, lockOf } from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";
import { clusterApiCertificate } from "./cluster.api-certificate.ts";
import { clusterCredentialStale } from "./cluster.credential-stale.ts";
import { clusterExists } from "./cluster.exists.ts";
import { clusterKmsKey } from "./cluster.kms-key.ts";
import { clusterMaintenanceWindow } from "./cluster.maintenance-window.ts";
import { clusterOperationInProgress } from "./cluster.operation-in-progress.ts";
import { clusterPowerState } from "./cluster.power-state.ts";
import { clusterProvisioningFailed } from "./cluster.provisioning-failed.ts";
import { clusterRecentChange } from "./cluster.recent-change.ts";
import { clusterResourceHealth } from "./cluster.resource-health.ts";
import { clusterVersionSkew } from "./cluster.version-skew.ts";
import { clusterVersionSupport } from "./cluster.version-support.ts";
import { poolPower } from "./pool.power.ts";
import { poolProvisioning } from "./pool.provisioning.ts";
import { poolSubnetIpFree } from "./pool.subnet-ip-free.ts";
import { poolSystemReady } from "./pool.system-ready.ts";
import { poolVmInstances } from "./pool.vm-instances.ts";
import { poolZones } from "./pool.zones.ts";

// cluster.compat-flags: two ways in are not made for AKS Automatic, nor for a locked node resource group.

type CompatFact = Readonly<{ is: "open" } | { is: "locked"; by: LockedBy }>;

const skus = /^(?:Base|Automatic|)$/i;

const clusterCompatFlags = defineCheck({
  id: "cluster.compat-flags",
  severity: "info",
  scope: "cluster",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: cluster }): Outcome<CompatFact | SharedFact> => {
    const { sku = "", nodeGroupRestriction = "" } = cluster;
    const by = lockOf(cluster);
    const evidence = [
      ...(sku === "" ? [] : [labelled("sku", sku)]),
      ...(nodeGroupRestriction === "" ? [] : [labelled("restrictionLevel", nodeGroupRestriction)]),
    ];
    if (by !== null) return advise({ is: "locked", by }, { resourceId: cluster.id, evidence });
    return skus.test(sku)
      ? pass({ is: "open" }, evidence)
      : strangeWord(thing("named", cluster.name), "sku", sku);
  },
});

export const clusterChecks = [
  clusterExists,
  clusterPowerState,
  clusterOperationInProgress,
  clusterProvisioningFailed,
  clusterResourceHealth,
  clusterKmsKey,
  clusterApiCertificate,
  clusterCredentialStale,
  clusterMaintenanceWindow,
  clusterRecentChange,
  clusterVersionSupport,
  clusterVersionSkew,
  clusterCompatFlags,
] as const;

// Node pools: every check of it. A new one is a file beside this and a line here.

export const poolChecks = [
  poolSystemReady,
  poolPower,
  poolProvisioning,
  poolVmInstances,
  poolSubnetIpFree,
  poolZones,
] as const;
