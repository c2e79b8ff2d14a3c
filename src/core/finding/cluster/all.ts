// The cluster itself: every check of it. A new one is a file beside this and a line here.
import { clusterApiCertificate } from "./cluster.api-certificate.ts";
import { clusterCompatFlags } from "./cluster.compat-flags.ts";
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
