// Rows for api.authorized-ip-client, invoke.* and access.*: what concerns the requester.

import {
  ids,
  listed,
  pool,
  readOnly,
  requesterId,
  rights,
  tenantId,
} from "../../../fixtures/healthy-snapshot.ts";
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
import { unavailable } from "../../../unavailable.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const from = (ip: string) => setClient({ ip });
const withoutPublicIps: Change = (snapshot) => ({ ...snapshot, publicIpAddresses: {} });
const tainted = { nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] };
const emptySpot = { name: "cheap", scaleSetPriority: "Spot", count: 0, enableAutoScaling: true };
const may = (...actions: readonly string[]) => setData("permissions", rights(...actions));

const { count: _unsaid, ...poolWithoutCount } = pool;
const uncounted = setCluster({ agentPools: [poolWithoutCount] });

const subscription = ids.cluster.split("/")[2] ?? "";
const groupOf = (id: string): string => id.split("/").slice(0, 5).join("/");
const locked =
  (scope: string, level = "ReadOnly"): Change =>
  (snapshot) => ({
    ...snapshot,
    locks: listed({
      id: `${scope}/providers/Microsoft.Authorization/locks/keep`,
      name: "keep",
      level,
      scope,
    }),
  });

export const accessRows: Rows = {
  "api.authorized-ip-client": [
    pass("in a range", [publicRanges, from("20.40.0.17")]),
    pass("unsaid, and a test shows that they get through", [
      publicRanges,
      setClient({ symptom: "error: You must be logged in to the server (Unauthorized)" }),
    ]),
    fail("in none", [publicRanges, from("20.50.0.9")], {
      fix: "--api-server-authorized-ip-ranges 20.40.0.0/24,20.60.1.2/32,20.50.0.9/32",
    }),
    fail(
      "nobody is authorized",
      [publicRanges, setAccess({ authorizedIpRanges: ["0.0.0.0/32"] }), from("20.50.0.9")],
      { fix: "--api-server-authorized-ip-ranges 20.50.0.9/32" },
    ),
    fail(
      "a list that az would not take back",
      [
        publicRanges,
        setAccess({
          authorizedIpRanges: ["20.40.0.7/24", "20.60.1.2", "20.40.0.9/32", "20.60.1.2/32", "2603:1020::/32"],
        }),
        from("20.50.0.9"),
      ],
      { fix: "--api-server-authorized-ip-ranges 20.40.0.0/24,20.60.1.2/32,20.50.0.9/32" },
    ),
    pass("the cluster's own outbound address", [publicRanges, from("20.50.1.10")], "own outbound address"),
    fail("the same address, of a Basic load balancer", [
      publicRanges,
      setNetworkProfile({ loadBalancerSku: "basic" }),
      from("20.50.1.10"),
    ]),
    notAssessed(
      "an outbound address that was not read",
      [publicRanges, withoutPublicIps, from("20.50.0.9")],
      "outbound address",
    ),
    pass("in a range, and an outbound address was not read", [
      publicRanges,
      withoutPublicIps,
      from("20.40.0.17"),
    ]),
    notAssessed("not said", publicRanges, "did not say"),
    notAssessed("a private address", [publicRanges, from("10.0.0.4")], "private address"),
    notAssessed("IPv6", [publicRanges, from("2603:1020::1")], "not an IPv4 address"),
    notAssessed(
      "a service tag beside the ranges",
      [publicRanges, setAccess({ authorizedIpRanges: ["AzureDevOps"] }), from("20.50.0.9")],
      "az network list-service-tags --location westeurope lists",
    ),
    notApplicable("private cluster", from("20.50.0.9")),
    notApplicable("open to all", [publicRanges, setAccess({ authorizedIpRanges: [] })]),
    notAssessed("denied", clusterDenied),
  ],
  "invoke.enabled": [
    pass("enabled", []),
    fail("disabled", setAccess({ disableRunCommand: true }), {
      fix: `az resource update --subscription 6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81 --ids ${ids.cluster} --api-version 2025-03-01 --set properties.apiServerAccessProfile.disableRunCommand=false`,
    }),
    notAssessed("denied", clusterDenied),
  ],
  "invoke.permission": [
    pass("both rights", []),
    fail("Reader only", setData("permissions", readOnly), {
      says: "runCommand/action on ",
      fix: `--assignee-object-id ${requesterId} --assignee-principal-type User --role 'Azure Kubernetes Service Cluster Admin Role'`,
    }),
    warn("run without result", may("*/runcommand/action"), { fix: "--role Reader" }),
    fail(
      "excluded again",
      setData("permissions", [
        { actions: ["*"], notActions: ["*/runcommand/*"], dataActions: [], notDataActions: [] },
      ]),
    ),
    notAssessed("denied", deny("permissions")),
  ],
  "access.locks": [
    pass("none", []),
    pass("against deletion alone", locked(ids.cluster, "CanNotDelete")),
    fail("read-only on the cluster", locked(ids.cluster), {
      says: "The ReadOnly lock keep on prod-1 lets nobody fetch the kubeconfig of prod-1",
      fix: `az lock update --subscription ${subscription} --ids ${ids.cluster}/providers/Microsoft.Authorization/locks/keep --lock-type CanNotDelete`,
    }),
    fail("read-only on its group", locked(groupOf(ids.cluster)), "on rg-prod"),
    fail("read-only on its subscription", locked(`/subscriptions/${subscription}`), {
      fix: `--ids /subscriptions/${subscription}/providers/`,
    }),
    warn(
      "read-only on the nodes' group",
      locked(groupOf(ids.nodes)),
      "can neither scale, upgrade nor repair nodes",
    ),
    notAssessed("a level that nobody knows", locked(ids.cluster, "Frozen"), "Frozen"),
    notAssessed("not read", [
      (snapshot) => ({
        ...snapshot,
        locks: {
          items: [],
          missing: [
            unavailable("denied", "The locks could not be read.", [
              { action: "Microsoft.Authorization/locks/read", scope: ids.cluster },
            ]),
          ],
        },
      }),
    ]),
  ],
  "access.kubeconfig": [
    pass("may", []),
    fail("Reader only", setData("permissions", readOnly), {
      says: "listClusterUserCredential/action on ",
      fix: "--role 'Azure Kubernetes Service Cluster User Role'",
    }),
    notAssessed("denied", deny("permissions")),
  ],
  "invoke.identity": [
    pass("Entra", []),
    warn(
      "no managed Entra",
      setCluster({ entra: { managed: false, enableAzureRbac: false, adminGroupObjectIds: [] } }),
      "administrator",
    ),
    notAssessed("denied", clusterDenied),
  ],
  "invoke.schedulable-node": [
    pass("an untainted pool", []),
    fail("every pool tainted", setPools(tainted), { fix: "aks nodepool add" }),
    pass("a soft taint", setPools({ nodeTaints: ["team=a:PreferNoSchedule"] })),
    fail("the name is taken", setPools({ ...tainted, name: "run" }), { fix: "--name run2" }),
    fail("an empty pool", setPools(tainted, { name: "user", mode: "User", count: 0 }), {
      fix: "aks nodepool scale",
    }),
    fail("a stopped pool", setPools(tainted, { name: "user", mode: "User", powerState: "Stopped" }), {
      fix: "aks nodepool start",
    }),
    // AKS taints the nodes of both by itself, and lists it of some pools only.
    fail("tainted, and spot beside", setPools(tainted, { name: "cheap", scaleSetPriority: "Spot" }), {
      says: "AKS taints spot nodes, those of cheap",
      fix: "aks nodepool add",
    }),
    fail("tainted, and an empty spot pool", setPools(tainted, emptySpot), { fix: "aks nodepool add" }),
    fail("tainted, and Windows beside", setPools(tainted, { name: "win", osType: "Windows" }), {
      fix: "aks nodepool add",
    }),
    fail("tainted, and nodes for egress beside", setPools(tainted, { name: "out", mode: "Gateway" })),
    pass("spot beside an untainted pool", setPools({}, { name: "cheap", scaleSetPriority: "Spot" })),
    warn("scaled to zero", setPools({ count: 0, enableAutoScaling: true }), "zero"),
    notAssessed("stopped, but starting", setPools({ powerState: "Stopped", provisioningState: "Starting" }), {
      says: "pool system is Starting",
    }),
    notAssessed("an unknown power state", setPools({ powerState: "Dozing" }), "Dozing"),
    warn(
      "tainted, nodes made as pods need them",
      [setPools(tainted), setCluster({ nodeProvisioningMode: "Auto" })],
      "makes nodes",
    ),
    notAssessed(
      "tainted, nodes made in a way that nobody knows",
      [setPools(tainted), setCluster({ nodeProvisioningMode: "Dreamt" })],
      "Dreamt",
    ),
    notAssessed("a system that nobody knows", setPools({ osType: "Plan9" }), "Plan9"),
    notAssessed("a priority that nobody knows", setPools({ scaleSetPriority: "Whim" }), "Whim"),
    notAssessed("hosted", setCluster({ agentPools: [], hostedSystem: { nodeSubnetIds: [] } })),
    fail("nodes made by hand", [setPools(tainted), setCluster({ nodeProvisioningMode: "Manual" })]),
    notAssessed("as many nodes as Azure does not say", uncounted, "how many nodes"),
    notAssessed("no pools listed", setPools(), "lists no node pools"),
    fail("may not scale", setPools({ count: 0, enableAutoScaling: true, minCount: 0, maxCount: 0 }), {
      fix: "--name system --update-cluster-autoscaler --min-count 1 --max-count 1",
    }),
    fail("Windows only", setPools({ osType: "Windows" })),
    notAssessed("denied", clusterDenied),
  ],
  "entra.tenant": [
    pass("the same", setRequesterTenant(tenantId.toUpperCase())),
    fail("another", setRequesterTenant(requesterId), {
      says: "…0001",
      fix: `az login --tenant ${tenantId}\naz aks get-credentials`,
    }),
    notAssessed("the requester's is not known", setRequesterTenant(undefined)),
    notAssessed(
      "the cluster's is not known",
      setCluster({ entra: { managed: true, enableAzureRbac: true, adminGroupObjectIds: [] } }),
    ),
    notApplicable("no Entra", withoutEntra),
    notAssessed("denied", clusterDenied),
  ],
};
