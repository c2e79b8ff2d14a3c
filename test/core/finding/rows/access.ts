// Rows for api.authorized-ip-client, invoke.* and access.*: what concerns the asker.

import { ids, pool, readOnly, requesterId, rights, tenantId } from "../../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  setAccess,
  setClient,
  setCluster,
  setData,
  setPools,
} from "../../../fixtures/snapshot-changes.ts";
import { setNetworkProfile } from "../../../fixtures/snapshot-surroundings.ts";
import {
  clusterDenied,
  deny,
  publicRanges,
  setRequesterTenant,
  withoutEntra,
} from "../../../fixtures/snapshot-variants.ts";
import { type Rows, row } from "./row.ts";

const from = (ip: string) => setClient({ ip });
const withoutPublicIps: Change = (snapshot) => ({ ...snapshot, publicIpAddresses: {} });
const tainted = { nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] };
const emptySpot = { name: "cheap", scaleSetPriority: "Spot", count: 0, enableAutoScaling: true };
const may = (...actions: readonly string[]) => setData("permissions", rights(...actions));

const { count: _unsaid, ...poolWithoutCount } = pool;
const uncounted = setCluster({ agentPools: [poolWithoutCount] });

export const accessRows: Rows = {
  "api.authorized-ip-client": [
    row("in a range", [publicRanges, from("20.40.0.17")], "pass"),
    row(
      "unsaid, and a test shows that they get through",
      [publicRanges, setClient({ symptom: "error: You must be logged in to the server (Unauthorized)" })],
      "pass",
    ),
    row("in none", [publicRanges, from("20.50.0.9")], "fail", {
      fix: "--api-server-authorized-ip-ranges 20.40.0.0/24,20.60.1.2/32,20.50.0.9/32",
    }),
    row(
      "nobody is authorized",
      [publicRanges, setAccess({ authorizedIpRanges: ["0.0.0.0/32"] }), from("20.50.0.9")],
      "fail",
      { fix: "--api-server-authorized-ip-ranges 20.50.0.9/32" },
    ),
    row(
      "a list that az would not take back",
      [
        publicRanges,
        setAccess({
          authorizedIpRanges: ["20.40.0.7/24", "20.60.1.2", "20.40.0.9/32", "20.60.1.2/32", "2603:1020::/32"],
        }),
        from("20.50.0.9"),
      ],
      "fail",
      { fix: "--api-server-authorized-ip-ranges 20.40.0.0/24,20.60.1.2/32,20.50.0.9/32" },
    ),
    row("the cluster's own outbound address", [publicRanges, from("20.50.1.10")], "pass", {
      says: "own outbound address",
    }),
    row(
      "the same address, of a Basic load balancer",
      [publicRanges, setNetworkProfile({ loadBalancerSku: "basic" }), from("20.50.1.10")],
      "fail",
    ),
    row(
      "an outbound address that was not read",
      [publicRanges, withoutPublicIps, from("20.50.0.9")],
      "notAssessed",
      { says: "outbound address" },
    ),
    row(
      "in a range, and an outbound address was not read",
      [publicRanges, withoutPublicIps, from("20.40.0.17")],
      "pass",
    ),
    row("not said", [publicRanges], "notAssessed", { says: "did not say" }),
    row("a private address", [publicRanges, from("10.0.0.4")], "notAssessed", { says: "private address" }),
    row("IPv6", [publicRanges, from("2603:1020::1")], "notAssessed", { says: "not an IPv4 address" }),
    row(
      "a service tag beside the ranges",
      [publicRanges, setAccess({ authorizedIpRanges: ["AzureDevOps"] }), from("20.50.0.9")],
      "notAssessed",
      { says: "service tag" },
    ),
    row("private cluster", [from("20.50.0.9")], "notApplicable"),
    row("open to all", [publicRanges, setAccess({ authorizedIpRanges: [] })], "notApplicable"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "invoke.enabled": [
    row("enabled", [], "pass"),
    row("disabled", [setAccess({ disableRunCommand: true })], "fail", {
      fix: `az resource update --subscription 6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81 --ids ${ids.cluster} --api-version 2025-03-01 --set properties.apiServerAccessProfile.disableRunCommand=false`,
    }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "invoke.permission": [
    row("both rights", [], "pass"),
    row("Reader only", [setData("permissions", readOnly)], "fail", {
      says: "runCommand/action on ",
      fix: `--assignee-object-id ${requesterId} --assignee-principal-type User --role 'Azure Kubernetes Service Cluster Admin Role'`,
    }),
    row("run without result", [may("*/runcommand/action")], "warn", { fix: "--role Reader" }),
    row(
      "excluded again",
      [
        setData("permissions", [
          { actions: ["*"], notActions: ["*/runcommand/*"], dataActions: [], notDataActions: [] },
        ]),
      ],
      "fail",
    ),
    row("denied", [deny("permissions")], "notAssessed"),
  ],
  "access.kubeconfig": [
    row("may", [], "pass"),
    row("Reader only", [setData("permissions", readOnly)], "fail", {
      says: "listClusterUserCredential/action on ",
      fix: "--role 'Azure Kubernetes Service Cluster User Role'",
    }),
    row("denied", [deny("permissions")], "notAssessed"),
  ],
  "invoke.identity": [
    row("Entra", [], "pass"),
    row(
      "no managed Entra",
      [setCluster({ entra: { managed: false, enableAzureRbac: false, adminGroupObjectIds: [] } })],
      "warn",
      { says: "administrator" },
    ),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "invoke.schedulable-node": [
    row("an untainted pool", [], "pass"),
    row("every pool tainted", [setPools(tainted)], "fail", { fix: "aks nodepool add" }),
    row("a soft taint", [setPools({ nodeTaints: ["team=a:PreferNoSchedule"] })], "pass"),
    row("the name is taken", [setPools({ ...tainted, name: "run" })], "fail", { fix: "--name run2" }),
    row("an empty pool", [setPools(tainted, { name: "user", mode: "User", count: 0 })], "fail", {
      fix: "aks nodepool scale",
    }),
    row(
      "a stopped pool",
      [setPools(tainted, { name: "user", mode: "User", powerState: "Stopped" })],
      "fail",
      {
        fix: "aks nodepool start",
      },
    ),
    // AKS taints the nodes of both by itself, and lists it of some pools only.
    row(
      "tainted, and spot beside",
      [setPools(tainted, { name: "cheap", scaleSetPriority: "Spot" })],
      "fail",
      {
        says: "AKS taints spot nodes, those of cheap",
        fix: "aks nodepool add",
      },
    ),
    row("tainted, and an empty spot pool", [setPools(tainted, emptySpot)], "fail", {
      fix: "aks nodepool add",
    }),
    row("tainted, and Windows beside", [setPools(tainted, { name: "win", osType: "Windows" })], "fail", {
      fix: "aks nodepool add",
    }),
    row(
      "tainted, and nodes for egress beside",
      [setPools(tainted, { name: "out", mode: "Gateway" })],
      "fail",
    ),
    row("spot beside an untainted pool", [setPools({}, { name: "cheap", scaleSetPriority: "Spot" })], "pass"),
    row("scaled to zero", [setPools({ count: 0, enableAutoScaling: true })], "warn", { says: "zero" }),
    row(
      "stopped, but starting",
      [setPools({ powerState: "Stopped", provisioningState: "Starting" })],
      "notAssessed",
      {
        says: "pool system is Starting",
      },
    ),
    row("an unknown power state", [setPools({ powerState: "Dozing" })], "notAssessed", { says: "Dozing" }),
    row(
      "tainted, nodes made as pods need them",
      [setPools(tainted), setCluster({ nodeProvisioningMode: "Auto" })],
      "warn",
      { says: "makes nodes" },
    ),
    row(
      "tainted, nodes made in a way that nobody knows",
      [setPools(tainted), setCluster({ nodeProvisioningMode: "Dreamt" })],
      "notAssessed",
      { says: "Dreamt" },
    ),
    row("a system that nobody knows", [setPools({ osType: "Plan9" })], "notAssessed", { says: "Plan9" }),
    row("a priority that nobody knows", [setPools({ scaleSetPriority: "Whim" })], "notAssessed", {
      says: "Whim",
    }),
    row("hosted", [setCluster({ agentPools: [], hostedSystem: { nodeSubnetIds: [] } })], "notAssessed"),
    row("nodes made by hand", [setPools(tainted), setCluster({ nodeProvisioningMode: "Manual" })], "fail"),
    row("as many nodes as Azure does not say", [uncounted], "notAssessed", { says: "how many nodes" }),
    row("no pools listed", [setPools()], "notAssessed", { says: "lists no node pools" }),
    row(
      "may not scale",
      [setPools({ count: 0, enableAutoScaling: true, minCount: 0, maxCount: 0 })],
      "fail",
      { fix: "--name system --update-cluster-autoscaler --min-count 1 --max-count 1" },
    ),
    row("Windows only", [setPools({ osType: "Windows" })], "fail"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "entra.tenant": [
    row("the same", [setRequesterTenant(tenantId.toUpperCase())], "pass"),
    row("another", [setRequesterTenant(requesterId)], "fail", {
      says: "…0001",
      fix: `az login --tenant ${tenantId}\naz aks get-credentials`,
    }),
    row("the asker's is not known", [setRequesterTenant(undefined)], "notAssessed"),
    row(
      "the cluster's is not known",
      [setCluster({ entra: { managed: true, enableAzureRbac: true, adminGroupObjectIds: [] } })],
      "notAssessed",
    ),
    row("no Entra", [withoutEntra], "notApplicable"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
};
