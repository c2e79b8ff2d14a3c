// The cluster itself: every check of it. A new one goes here or beside this, and into the list.

import { aksFix, atCluster } from "../../fix/cluster.ts";
import type { Fix } from "../../fix/write/fix.ts";
import {
  advise,
  fail,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  type Thing,
  unread,
  warn,
} from "../../outcome/check.ts";
import { columns, labelled } from "../../outcome/columns.ts";
import { isInProgress, isRunning, passageOf } from "../../outcome/operation.ts";
import { stateWordOf, strangeWord, thing } from "../../outcome/state-word.ts";
import { type LockedBy, lockOf, type ManagedCluster } from "../../snapshot/cluster.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import type { Unavailable } from "../../snapshot/section.ts";
import { type ResourceChange, seenNow } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../kit/define-check.ts";
import { changesOnTheWay } from "../kit/operation.ts";
import { clusterProvisioningFailed } from "./cluster.provisioning-failed.ts";
import { clusterKmsKey } from "./kms-vault.ts";
import { clusterMaintenanceWindow } from "./maintenance-window.ts";
import {
  clusterApiCertificate,
  clusterCredentialStale,
  clusterVersionSkew,
  clusterVersionSupport,
} from "./versions.ts";

// cluster.compat-flags: two access paths are not made for AKS Automatic, nor for a locked node resource group.

type CompatFact = Readonly<{ is: "open" } | { is: "locked"; by: LockedBy }>;

const skus = /^(?:Base|Automatic|)$/i;

const clusterCompatFlags = defineCheck({
  id: "cluster.compat-flags",
  severity: "info",
  scope: "cluster",
  impact: "advises",
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

// cluster.exists: every other check starts from the cluster's own body.

type ExistsFact = Readonly<
  /** `at`: ISO 8601. `by`: null where Azure does not say. */
  | { is: "deleted"; cluster: string; at: string; by: string | null }
  | { is: "deleting"; cluster: string }
  | { is: "readable"; cluster: string; location: string }
>;

/** Azure does not find it, and its log says why. */
const deleted = (id: string, change: ResourceChange): Outcome<ExistsFact> =>
  fail(
    { is: "deleted", cluster: nameOf(id), at: change.time, by: change.callerName ?? change.caller ?? null },
    { resourceId: id, evidence: [labelled("id", id), { is: "change", change }] },
  );

const clusterExists = defineCheck({
  id: "cluster.exists",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/troubleshoot-cluster-connection-issues-api-server",
  needs: [],
  looksAt: ["managedCluster", "clusterDeletions"],
  evaluate: ({ managedCluster, clusterDeletions }, { clusterId }): Outcome<ExistsFact | SharedFact> => {
    const [change] = clusterDeletions.items;
    if (managedCluster.status === "unavailable")
      return change === undefined ? unread(managedCluster) : deleted(clusterId, change);
    const { id, name, location, provisioningState } = managedCluster.data;
    return provisioningState.toLowerCase() === "deleting"
      ? warn({ is: "deleting", cluster: name }, { resourceId: id })
      : pass({ is: "readable", cluster: name, location }, [labelled("id", id)]);
  },
});

// cluster.power-state: a stopped cluster has no control plane, so every access path fails.

type PowerFact = Readonly<
  { is: "stopped"; cluster: string } | { is: "running"; cluster: string } | { is: "unsaid"; cluster: string }
>;

/** While an operation runs, Azure refuses to start the cluster: that is waited for first. */
function start(cluster: ManagedCluster): Fix {
  const at = atCluster(cluster);
  const fix = aksFix(cluster, { kind: "startCluster", at }, { is: "apiAddressMayMove" });
  return isInProgress(cluster) ? { ...fix, steps: [{ kind: "awaitCluster", at }, ...fix.steps] } : fix;
}

function powerOf(cluster: ManagedCluster): Outcome<PowerFact | SharedFact> {
  const { id, name, powerState, provisioningState } = cluster;
  const evidence = [labelled("powerState", powerState), labelled("provisioningState", provisioningState)];
  const more = { resourceId: id, evidence };
  const passage = passageOf(cluster);
  if (passage !== null) return warn({ is: "passing", cluster: name, passage }, more);
  if (/^stopped$/i.test(powerState))
    return fail({ is: "stopped", cluster: name }, { ...more, fix: start(cluster) });
  if (isRunning(cluster)) return pass({ is: "running", cluster: name }, evidence);
  return powerState === ""
    ? notAssessed({ is: "unsaid", cluster: name })
    : strangeWord(thing("named", name), "powerState", powerState);
}

const clusterPowerState = defineCheck({
  id: "cluster.power-state",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  warningLeavesOpen: true,
  source: "https://learn.microsoft.com/azure/aks/start-stop-cluster",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster }) => powerOf(managedCluster),
});

// cluster.operation-in-progress: while the control plane is upgraded or its certificates are rotated, the API server may restart.
// Any other operation, as one that scales a pool, only refuses repairs: it is no fault, unless somebody was refused one.

type Busy = Readonly<{ of: Thing; state: string }>;

/** `rotates`: certificates, while which the API server is away for up to half an hour. */
type OperationFact = Readonly<{ is: "none" } | { is: "running"; all: readonly Busy[]; rotates: boolean }>;

/** https://learn.microsoft.com/azure/aks/upgrade-aks-control-plane */
const mayRestartApi = (state: string): boolean => /^upgrading$|certificat/i.test(state);

const isRefused = (symptom: string | undefined): boolean =>
  /OperationNotAllowed|another operation .{0,60} in progress/i.test(symptom ?? "");

const clusterOperationInProgress = defineCheck({
  id: "cluster.operation-in-progress",
  severity: "medium",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/manage-abort-operations",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: (
    { managedCluster: { id, name, provisioningState, agentPools } },
    { client },
  ): Outcome<OperationFact | SharedFact> => {
    const states = [
      { of: thing("named", name), seen: columns(name, provisioningState), provisioningState },
      ...agentPools.map((pool) => ({
        ...{ of: thing("pool", pool.name), seen: labelled("pool", pool.name, pool.provisioningState) },
        provisioningState: pool.provisioningState,
      })),
    ];
    const evidence = states.map(({ seen }) => seen);
    const running = states.filter(isInProgress);
    const open = states.find((each) => ["unsaid", "unknown"].includes(stateWordOf(each.provisioningState)));
    if (running.length === 0)
      return open === undefined
        ? pass({ is: "none" }, evidence)
        : strangeWord(open.of, "state", open.provisioningState);
    const all = running.map(({ of, provisioningState: state }) => ({ of, state }));
    const rotates = running.some((each) => /certificat/i.test(each.provisioningState));
    const isFelt = mayRestartApi(provisioningState) || rotates || isRefused(seenNow(client));
    return (isFelt ? warn : advise)({ is: "running", all, rotates }, { resourceId: id, evidence });
  },
});

// cluster.recent-change: what changed shortly before the trouble began is the best hint at its cause.

type RecentChangeFact = Readonly<
  | { is: "nothing" }
  /** `of`: how many there are. `doubt`: why there may be more. */
  | { is: "newest"; change: ResourceChange; of: number; doubt: Unavailable["message"] | null }
>;

/** More lines are read by nobody. */
const maximumLines = 10;

export const clusterRecentChange = defineCheck({
  id: "cluster.recent-change",
  severity: "info",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/azure-monitor/platform/activity-log",
  needs: ["managedCluster"],
  looksAt: ["recentChanges"],
  after: ["cluster.exists"],
  evaluate: ({
    managedCluster,
    recentChanges: { items, missing },
  }): Outcome<RecentChangeFact | SharedFact> => {
    const changes = changesOnTheWay(items, managedCluster);
    const [newest] = changes;
    const [unknown] = missing;
    if (newest === undefined) return unknown === undefined ? pass({ is: "nothing" }) : unread(unknown);
    const lines = changes.slice(0, maximumLines).map((change) => ({ is: "change" as const, change }));
    return pass({ is: "newest", change: newest, of: changes.length, doubt: unknown?.message ?? null }, lines);
  },
});

// cluster.resource-health: tells an incident of the platform from a fault of the configuration.

type HealthFact = Readonly<
  | { is: "available" }
  | { is: "incident" }
  | { is: "reported"; state: string }
  | { is: "unheard" }
  | { is: "answersYet"; state: string }
>;

const clusterResourceHealth = defineCheck({
  id: "cluster.resource-health",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  pathPlace: { on: "apiServer", thing: "apiServer" },
  source: "https://learn.microsoft.com/azure/service-health/resource-health-overview",
  needs: ["resourceHealth"],
  after: ["cluster.exists", "cluster.power-state"],
  evaluate: ({ resourceHealth }, { clusterId, apiAnswered }): Outcome<HealthFact | SharedFact> => {
    const { availabilityState: state, reasonType, summary, occurredTime } = resourceHealth;
    const evidence = [
      labelled("availabilityState", state),
      ...(reasonType === undefined || reasonType === "" ? [] : [labelled("reasonType", reasonType)]),
      ...(occurredTime === undefined ? [] : [labelled("since", occurredTime)]),
      ...(summary === undefined ? [] : [columns(summary)]),
    ];
    if (/^available$/i.test(state)) return pass({ is: "available" }, evidence);
    const more = { resourceId: clusterId, evidence };
    // What Azure hears of a cluster is minutes old.
    if (apiAnswered === true) return advise({ is: "answersYet", state }, more);
    if (/^unavailable$/i.test(state) && !/^user ?initiated$/i.test(reasonType ?? ""))
      return fail({ is: "incident" }, more);
    // Azure heard nothing for a while: that is no fault, and what the cluster needs was walked all the same.
    if (/^unknown$/i.test(state)) return advise({ is: "unheard" }, more);
    return /^(unavailable|degraded)$/i.test(state)
      ? warn({ is: "reported", state }, more)
      : strangeWord(thing("cluster"), "health", state);
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
