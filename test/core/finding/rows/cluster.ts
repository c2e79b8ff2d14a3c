// Rows for cluster.* and pool.*.

import type { ResourceChange } from "../../../../src/core/snapshot/snapshot.ts";
import { ids, pool } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setAccess, setCluster, setData, setPools } from "../../../fixtures/snapshot-changes.ts";
import { clusterDenied, deny, setChanges, stop } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { type Rows, row } from "./row.ts";

const health = (availabilityState: string, reasonType?: string) =>
  setData("resourceHealth", { availabilityState, ...(reasonType === undefined ? {} : { reasonType }) });

const failedWith = (code: string, message: string, target?: string) =>
  setCluster({
    provisioningState: "Failed",
    provisioningError: { code, message, ...(target === undefined ? {} : { target }) },
  });

const change = (
  type: string,
  id: string,
  time: string,
  caller = "megan@contoso.example",
): ResourceChange => ({
  resourceId: id,
  operation: type,
  time,
  caller,
});
const peeringDeleted = change(
  "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete",
  `${ids.hub}/virtualNetworkPeerings/hub-to-aks`,
  "2026-11-25T06:12:30.1234567Z",
);
const commandRun = change(
  "Microsoft.ContainerService/managedClusters/runCommand/action",
  ids.cluster,
  "2026-11-25T07:00:00Z",
);
const logDenied = unavailable("denied", "The activity log of rg-hub could not be read.", [
  { action: "Microsoft.Insights/eventtypes/values/Read", scope: ids.hub },
]);

const { count: _unsaid, ...poolWithoutCount } = pool;
const uncounted = setCluster({ agentPools: [poolWithoutCount] });
const auto = { nodeProvisioningMode: "Auto" };

const clusterGone: Change = (snapshot) => ({
  ...clusterDenied(snapshot),
  clusterDeletions: {
    items: [change("Microsoft.ContainerService/managedClusters/delete", ids.cluster, "2026-11-25T05:00:00Z")],
    missing: [],
  },
});

export const clusterRows: Rows = {
  "cluster.exists": [
    row("readable", [], "pass", { says: "westeurope" }),
    row("being deleted", [setCluster({ provisioningState: "Deleting" })], "warn", { says: "being deleted" }),
    row("gone, and its log says who deleted it", [clusterGone], "fail", {
      says: "deleted by megan@contoso.example at 2026-11-25 05:00 UTC",
    }),
    row("denied", [clusterDenied], "notAssessed", {
      says: `Microsoft.ContainerService/managedClusters/read on prod-1.`,
    }),
  ],
  "cluster.power-state": [
    row("running", [], "pass"),
    row("stopped", [stop], "fail", { says: "stopped", fix: "az aks start" }),
    row("starting", [setCluster({ provisioningState: "Starting" })], "warn", {
      says: "starting: wait until Azure says Succeeded",
    }),
    row("stopping", [stop, setCluster({ provisioningState: "Stopping" })], "warn", {
      says: "stopping: wait until Azure says Stopped",
    }),
    row("being created", [setCluster({ provisioningState: "Creating" })], "warn", {
      says: "being created: wait until Azure says Succeeded",
    }),
    row("being deleted", [setCluster({ provisioningState: "Deleting" })], "warn", { says: "being deleted" }),
    row("stopped, while an operation runs", [stop, setCluster({ provisioningState: "Updating" })], "fail", {
      fix: "az aks wait --subscription",
    }),
    row("not said", [setCluster({ powerState: "" })], "notAssessed"),
    row("an unknown state", [setCluster({ powerState: "Hibernated" })], "notAssessed", {
      says: "Hibernated",
    }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "cluster.operation-in-progress": [
    row("nothing runs", [], "pass"),
    row("the last operation failed", [setCluster({ provisioningState: "Failed" })], "pass"),
    row("an upgrade", [setCluster({ provisioningState: "Upgrading" })], "warn", {
      says: "prod-1 is Upgrading",
    }),
    row("a pool scales", [setPools({ provisioningState: "Scaling" })], "warn", {
      says: "pool system is Scaling",
    }),
    row("a rotation", [setCluster({ provisioningState: "RotatingClusterCertificates" })], "warn", {
      says: "30 minutes",
    }),
    row("an unknown state", [setCluster({ provisioningState: "Pondering" })], "notAssessed", {
      says: "Pondering",
    }),
    row("a state that Azure does not name", [setPools({ provisioningState: "" })], "notAssessed", {
      says: "the state of pool system",
    }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "cluster.provisioning-failed": [
    row("succeeded", [], "pass"),
    row("an operation runs", [setCluster({ provisioningState: "Upgrading" })], "notApplicable"),
    row("canceled", [setCluster({ provisioningState: "Canceled" })], "warn", { fix: "az aks update" }),
    row("failed without a word", [setCluster({ provisioningState: "Failed" })], "fail", {
      says: "The last operation on prod-1 failed.",
      fix: "az aks update",
    }),
    row("no room", [failedWith("SubnetIsFull", "Subnet nodes is full.", ids.nodeSubnet)], "fail", {
      says: "failed with SubnetIsFull: a subnet has no free addresses",
    }),
    row("no role", [failedWith("LinkedAuthorizationFailed", "…")], "fail", { says: "lacks a role" }),
    row("no way out", [failedWith("VMExtensionProvisioningError", "…")], "fail", { says: "firewall" }),
    row(
      "a disruption budget, said in the message",
      [failedWith("UpgradeFailed", "PodDrainFailure: …")],
      "fail",
      {
        says: "PodDisruptionBudget",
      },
    ),
    row("an unknown code", [failedWith("Whatever", "…")], "fail", { says: "failed with Whatever." }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "cluster.recent-change": [
    row("nothing", [], "pass", { says: "Nothing" }),
    row("a peering deleted", [setChanges([peeringDeleted])], "pass", {
      says: "Deleted peering hub-to-aks of vnet-hub by megan@contoso.example at 2026-11-25 06:12 UTC.",
    }),
    row("what changes nothing is left out", [setChanges([commandRun, peeringDeleted])], "pass", {
      says: "Deleted peering",
    }),
    row("a part of the log denied", [setChanges([peeringDeleted], [logDenied])], "pass", {
      says: "There may be more: The activity log of rg-hub could not be read.",
    }),
    row("nothing found, and a part of the log denied", [setChanges([], [logDenied])], "notAssessed", {
      says: "Microsoft.Insights/eventtypes/values/Read",
    }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "cluster.resource-health": [
    row("available", [], "pass"),
    row("degraded", [health("Degraded")], "warn", { says: "Degraded" }),
    row("unavailable", [health("Unavailable", "Unplanned")], "fail", { says: "incident of the platform" }),
    row("unavailable, by a user", [health("Unavailable", "UserInitiated")], "warn"),
    row("Azure heard nothing", [health("Unknown")], "warn", { says: "has heard nothing" }),
    row("an unknown state", [health("Quantum")], "notAssessed", { says: "Quantum" }),
    row("denied", [deny("resourceHealth")], "notAssessed", { says: "It takes" }),
  ],
  "pool.system-ready": [
    row("three nodes", [], "pass", { says: "3 system nodes" }),
    row("one node", [setPools({ count: 1 })], "warn"),
    row("none", [setPools({ count: 0 })], "fail", { fix: "aks nodepool scale" }),
    row(
      "none, autoscaled from none",
      [setPools({ count: 0, enableAutoScaling: true, minCount: 0, maxCount: 5 })],
      "fail",
      { fix: "--min-count 1 --max-count 5" },
    ),
    row(
      "none, autoscaled within limits nobody knows",
      [setPools({ count: 0, enableAutoScaling: true })],
      "fail",
    ),
    row(
      "none, autoscaled within limits",
      [setPools({ count: 0, enableAutoScaling: true, minCount: 2, maxCount: 5 })],
      "fail",
      { fix: "--name system --update-cluster-autoscaler --min-count 2 --max-count 5" },
    ),
    row("pool stopped", [setPools({ powerState: "Stopped" })], "fail", { fix: "aks nodepool start" }),
    row("no system pool", [setPools({ mode: "User", name: "apps" })], "fail", { fix: "--name system " }),
    row(
      "none, while the pool scales",
      [setPools({ count: 0, provisioningState: "Scaling" })],
      "notAssessed",
      {
        says: "pool system is Scaling",
      },
    ),
    row(
      "stopped, while the cluster is updated",
      [setPools({ powerState: "Stopped" }), setCluster({ provisioningState: "Updating" })],
      "notAssessed",
      { says: "prod-1 is Updating" },
    ),
    row("as many as Azure does not say", [uncounted], "notAssessed", { says: "how many nodes" }),
    row("a pool of a kind that Azure does not say", [setPools({ mode: "" })], "notAssessed", {
      says: "the mode of pool system",
    }),
    row("no pools listed", [setPools()], "notAssessed", { says: "lists no node pools" }),
    row("no pool, nodes made as pods need them", [setCluster({ agentPools: [], ...auto })], "notAssessed"),
    row("an empty pool beside such nodes", [setPools({ count: 0 }), setCluster(auto)], "notAssessed", {
      says: "not listed",
    }),
    row("one node beside such nodes", [setPools({ count: 1 }), setCluster(auto)], "pass"),
    row(
      "hosted by AKS",
      [setCluster({ agentPools: [], hostedSystem: { nodeSubnetIds: [] } })],
      "notApplicable",
      { says: "AKS hosts" },
    ),
    row("a user pool has its name", [setPools({ mode: "User", name: "system" })], "fail", {
      fix: "--name system2 ",
    }),
    row("managed by AKS, and not counted", [setPools({ mode: "ManagedSystem", count: 0 })], "notApplicable", {
      says: "AKS hosts",
    }),
    row("managed by AKS, and counted", [setPools({ mode: "ManagedSystem" })], "pass"),
    row("a mode that nobody knows", [setPools({ mode: "Sidereal" })], "notAssessed", { says: "Sidereal" }),
    row("a gateway pool alone", [setPools({ mode: "Gateway" })], "fail", { says: "no system node pool" }),
    row(
      "none, and nodes made in a way that nobody knows",
      [setPools({ count: 0 }), setCluster({ nodeProvisioningMode: "Dreamt" })],
      "notAssessed",
    ),
    row("an unknown power state", [setPools({ powerState: "Dozing" })], "notAssessed", { says: "Dozing" }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "api.mode": [
    row("private link", [], "pass", { says: "private endpoint" }),
    row("public", [setAccess({ enablePrivateCluster: false })], "pass", { says: "open to every address" }),
    row("no zone, public name", [setAccess({ privateDnsZone: "none" })], "pass"),
    row(
      "no zone, no public name",
      [setAccess({ privateDnsZone: "none", enablePrivateClusterPublicFqdn: false })],
      "fail",
      { fix: "--enable-public-fqdn" },
    ),
    row("an unknown zone mode", [setAccess({ privateDnsZone: "shared" })], "notAssessed", { says: "shared" }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
};
