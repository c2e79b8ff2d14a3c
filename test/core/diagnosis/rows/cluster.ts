// Rows for cluster.* and pool.*.
import {
  clusterDenied,
  deny,
  setAccess,
  setCluster,
  setData,
  setPools,
  stop,
} from "../../../fixtures/snapshots.ts";
import { type Rows, row } from "./row.ts";

const health = (availabilityState: string, reasonType?: string) =>
  setData("resourceHealth", { availabilityState, ...(reasonType === undefined ? {} : { reasonType }) });

export const clusterRows: Rows = {
  "cluster.exists": [
    row("readable", [], "pass", { says: "westeurope" }),
    row("being deleted", [setCluster({ provisioningState: "Deleting" })], "warn", { says: "being deleted" }),
    row("denied", [clusterDenied], "notAssessed", {
      says: `Microsoft.ContainerService/managedClusters/read on prod-1.`,
    }),
  ],
  "cluster.power-state": [
    row("running", [], "pass"),
    row("stopped", [stop], "fail", { says: "stopped", fix: "az aks start" }),
    row("starting", [setCluster({ provisioningState: "Starting" })], "warn", { says: "starting" }),
    row("an unknown state", [setCluster({ powerState: "Hibernated" })], "warn", { says: "Hibernated" }),
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
    row("an unknown state", [setCluster({ provisioningState: "Pondering" })], "warn", { says: "Pondering" }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "cluster.resource-health": [
    row("available", [], "pass"),
    row("degraded", [health("Degraded")], "warn", { says: "Degraded" }),
    row("unavailable", [health("Unavailable", "Unplanned")], "fail", { says: "incident of the platform" }),
    row("unavailable, by a user", [health("Unavailable", "UserInitiated")], "warn"),
    row("an unknown state", [health("Quantum")], "warn", { says: "Quantum" }),
    row("denied", [deny("resourceHealth")], "notAssessed", { says: "It takes" }),
  ],
  "pool.system-ready": [
    row("three nodes", [], "pass", { says: "3 system nodes" }),
    row("one node", [setPools({ count: 1 })], "warn"),
    row("none", [setPools({ count: 0 })], "fail", { fix: "aks nodepool scale" }),
    row("none, autoscaled", [setPools({ count: 0, enableAutoScaling: true })], "fail", {
      fix: "--min-count 1",
    }),
    row("pool stopped", [setPools({ powerState: "Stopped" })], "fail", { fix: "aks nodepool start" }),
    row("no system pool", [setPools({ mode: "User", name: "apps" })], "fail", { fix: "--name system " }),
    row("a user pool has its name", [setPools({ mode: "User", name: "system" })], "fail", {
      fix: "--name system2 ",
    }),
    row("failed but running", [setPools({ provisioningState: "Failed" })], "warn"),
    row("an unknown power state", [setPools({ powerState: "Dozing" })], "warn", { says: "Dozing" }),
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
    row("an unknown zone mode", [setAccess({ privateDnsZone: "shared" })], "warn", { says: "shared" }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
};
