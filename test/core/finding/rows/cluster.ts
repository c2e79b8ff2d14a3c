// Rows for cluster.* and pool.*.

import type { ResourceChange } from "../../../../src/core/snapshot/snapshot.ts";
import { ids, pool } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setAccess, setCluster, setData, setPools } from "../../../fixtures/snapshot-changes.ts";
import {
  clusterDeleted,
  clusterDenied,
  deny,
  setChanges,
  stop,
} from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const health = (availabilityState: string, reasonType?: string) =>
  setData("resourceHealth", { availabilityState, ...(reasonType === undefined ? {} : { reasonType }) });

const answered: Change = (snapshot) => ({ ...snapshot, apiAnswered: true });

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

export const clusterRows: Rows = {
  "cluster.exists": [
    pass("readable", [], "westeurope"),
    warn("being deleted", setCluster({ provisioningState: "Deleting" }), "being deleted"),
    fail("gone, and its log says who deleted it", clusterDeleted, {
      says: "deleted by megan@contoso.example at 2026-11-25 05:00 UTC",
    }),
    notAssessed("denied", clusterDenied, `Microsoft.ContainerService/managedClusters/read on prod-1.`),
  ],
  "cluster.power-state": [
    pass("running", []),
    fail("stopped", stop, { says: "stopped", fix: "az aks start" }),
    warn("starting", setCluster({ provisioningState: "Starting" }), {
      says: "starting: wait until Azure says Succeeded",
    }),
    warn("stopping", [stop, setCluster({ provisioningState: "Stopping" })], {
      says: "stopping: wait until Azure says Stopped",
    }),
    warn("being created", setCluster({ provisioningState: "Creating" }), {
      says: "being created: wait until Azure says Succeeded",
    }),
    warn("being deleted", setCluster({ provisioningState: "Deleting" }), "being deleted"),
    fail("stopped, while an operation runs", [stop, setCluster({ provisioningState: "Updating" })], {
      fix: "az aks wait --subscription",
    }),
    notAssessed("not said", setCluster({ powerState: "" })),
    notAssessed("an unknown state", setCluster({ powerState: "Hibernated" }), "Hibernated"),
    notAssessed("denied", clusterDenied),
  ],
  "cluster.operation-in-progress": [
    pass("nothing runs", []),
    pass("the last operation failed", setCluster({ provisioningState: "Failed" })),
    warn("an upgrade", setCluster({ provisioningState: "Upgrading" }), "prod-1 is Upgrading"),
    warn("a pool scales", setPools({ provisioningState: "Scaling" }), "pool system is Scaling"),
    warn("the cluster is updated", setCluster({ provisioningState: "Updating" }), "prod-1 is Updating"),
    warn("a rotation", setCluster({ provisioningState: "RotatingClusterCertificates" }), "30 minutes"),
    notAssessed("an unknown state", setCluster({ provisioningState: "Pondering" }), "Pondering"),
    notAssessed("a state that Azure does not name", setPools({ provisioningState: "" }), {
      says: "the state of pool system",
    }),
    notAssessed("denied", clusterDenied),
  ],
  "cluster.provisioning-failed": [
    pass("succeeded", []),
    notApplicable("an operation runs", setCluster({ provisioningState: "Upgrading" })),
    warn("canceled", setCluster({ provisioningState: "Canceled" }), { fix: "az aks update" }),
    fail("failed without a word", setCluster({ provisioningState: "Failed" }), {
      says: "The last operation on prod-1 failed.",
      fix: "az aks update",
    }),
    fail("no room", failedWith("SubnetIsFull", "Subnet nodes is full.", ids.nodeSubnet), {
      says: "failed with SubnetIsFull: a subnet has no free addresses",
    }),
    fail("no role", failedWith("LinkedAuthorizationFailed", "…"), "lacks a role"),
    fail("no way out", failedWith("VMExtensionProvisioningError", "…"), "firewall"),
    fail("a disruption budget, said in the message", failedWith("UpgradeFailed", "PodDrainFailure: …"), {
      says: "PodDisruptionBudget",
    }),
    fail("an unknown code", failedWith("Whatever", "…"), "failed with Whatever."),
    notAssessed("denied", clusterDenied),
  ],
  "cluster.recent-change": [
    pass("nothing", [], "Nothing"),
    pass("a peering deleted", setChanges([peeringDeleted]), {
      says: "At 2026-11-25 06:12 UTC, megan@contoso.example deleted the peering hub-to-aks of vnet-hub.",
    }),
    pass("what changes nothing is left out", setChanges([commandRun, peeringDeleted]), "deleted the peering"),
    pass("a part of the log denied", setChanges([peeringDeleted], [logDenied]), {
      says: "There may be more: The activity log of rg-hub could not be read.",
    }),
    notAssessed("nothing found, and a part of the log denied", setChanges([], [logDenied]), {
      says: "Microsoft.Insights/eventtypes/values/Read",
    }),
    notAssessed("denied", clusterDenied),
  ],
  "cluster.resource-health": [
    pass("available", []),
    warn("degraded", health("Degraded"), "Degraded"),
    fail("unavailable", health("Unavailable", "Unplanned"), "incident of the platform"),
    warn("unavailable, by a user", health("Unavailable", "UserInitiated")),
    warn("unavailable, and it has answered since", [health("Unavailable"), answered], "has just answered"),
    warn("Azure heard nothing", health("Unknown"), "has heard nothing"),
    notAssessed("an unknown state", health("Quantum"), "Quantum"),
    notAssessed("denied", deny("resourceHealth"), "It takes"),
  ],
  "pool.system-ready": [
    pass("three nodes", [], "3 system nodes"),
    warn("one node", setPools({ count: 1 })),
    fail("none", setPools({ count: 0 }), { fix: "aks nodepool scale" }),
    fail(
      "none, autoscaled from none",
      setPools({ count: 0, enableAutoScaling: true, minCount: 0, maxCount: 5 }),
      { fix: "--min-count 1 --max-count 5" },
    ),
    fail("none, autoscaled within limits nobody knows", setPools({ count: 0, enableAutoScaling: true })),
    fail(
      "none, autoscaled within limits",
      setPools({ count: 0, enableAutoScaling: true, minCount: 2, maxCount: 5 }),
      { fix: "--name system --update-cluster-autoscaler --min-count 2 --max-count 5" },
    ),
    fail("pool stopped", setPools({ powerState: "Stopped" }), { fix: "aks nodepool start" }),
    fail("no system pool", setPools({ mode: "User", name: "apps" }), { fix: "--name system " }),
    notAssessed("none, while the pool scales", setPools({ count: 0, provisioningState: "Scaling" }), {
      says: "pool system is Scaling",
    }),
    notAssessed(
      "stopped, while the cluster is updated",
      [setPools({ powerState: "Stopped" }), setCluster({ provisioningState: "Updating" })],
      "prod-1 is Updating",
    ),
    notAssessed("as many as Azure does not say", uncounted, "how many nodes"),
    notAssessed("a pool of a kind that Azure does not say", setPools({ mode: "" }), {
      says: "the mode of pool system",
    }),
    notAssessed("no pools listed", setPools(), "lists no node pools"),
    notAssessed("no pool, nodes made as pods need them", setCluster({ agentPools: [], ...auto })),
    notAssessed("an empty pool beside such nodes", [setPools({ count: 0 }), setCluster(auto)], "not listed"),
    pass("one node beside such nodes", [setPools({ count: 1 }), setCluster(auto)]),
    notApplicable("hosted by AKS", setCluster({ agentPools: [], hostedSystem: { nodeSubnetIds: [] } }), {
      says: "AKS hosts",
    }),
    fail("a user pool has its name", setPools({ mode: "User", name: "system" }), { fix: "--name system2 " }),
    notApplicable("managed by AKS, and not counted", setPools({ mode: "ManagedSystem", count: 0 }), {
      says: "AKS hosts",
    }),
    pass("managed by AKS, and counted", setPools({ mode: "ManagedSystem" })),
    notAssessed("a mode that nobody knows", setPools({ mode: "Sidereal" }), "Sidereal"),
    fail("a gateway pool alone", setPools({ mode: "Gateway" }), "no system node pool"),
    notAssessed("none, and nodes made in a way that nobody knows", [
      setPools({ count: 0 }),
      setCluster({ nodeProvisioningMode: "Dreamt" }),
    ]),
    notAssessed("an unknown power state", setPools({ powerState: "Dozing" }), "Dozing"),
    notAssessed("denied", clusterDenied),
  ],
  "api.mode": [
    pass("private link", [], "private endpoint"),
    pass("public", setAccess({ enablePrivateCluster: false }), "open to every address"),
    pass("no zone, public name", setAccess({ privateDnsZone: "none" })),
    fail(
      "no zone, no public name",
      setAccess({ privateDnsZone: "none", enablePrivateClusterPublicFqdn: false }),
      { fix: "--enable-public-fqdn" },
    ),
    notAssessed("an unknown zone mode", setAccess({ privateDnsZone: "shared" }), "shared"),
    notAssessed("denied", clusterDenied),
  ],
};
