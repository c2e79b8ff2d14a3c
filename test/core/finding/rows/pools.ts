// Rows of what nodes are made of: pools that run, their machines, room in their subnets, zones.
import type { AgentPool } from "../../../../src/core/snapshot/cluster.ts";
import type { SubnetUsage } from "../../../../src/core/snapshot/network.ts";
import type { NodeInstance } from "../../../../src/core/snapshot/nodes.ts";
import { ids, listed, scaleSet } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setCluster, setData, setPools } from "../../../fixtures/snapshot-changes.ts";
import { managedNetwork } from "../../../fixtures/snapshot-managed-network.ts";
import { setNetworkProfile } from "../../../fixtures/snapshot-surroundings.ts";
import { clusterDenied, deny } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { type Rows, row } from "./row.ts";

const user = { name: "apps", mode: "User" };
const tainted = { nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] };

const usage = (used: number, limit: number): Change =>
  setData("subnetUsages", [{ subnetId: ids.nodeSubnet, used, limit }] satisfies readonly SubnetUsage[]);

const flat = setNetworkProfile({ plugin: "azure", pluginMode: "" });
const autoscaled: Partial<AgentPool> = { enableAutoScaling: true, minCount: 3, maxCount: 10 };

const machine = (index: number, patch: Partial<NodeInstance> = {}): NodeInstance => ({
  id: `${ids.nodes}/virtualMachines/${index}`,
  name: `aks-system-12345678-vmss_${index}`,
  scaleSetId: ids.nodes,
  provisioningState: "Succeeded",
  powerState: "running",
  ...patch,
});

const machines =
  (...patches: readonly Partial<NodeInstance>[]): Change =>
  (snapshot) => ({
    ...snapshot,
    nodeInstances: listed(...patches.map((patch, index) => machine(index, patch))),
  });

const saidFull = (subnet: string): Change =>
  setCluster({
    provisioningState: "Failed",
    provisioningError: { code: "SubnetIsFull", message: `Subnet ${subnet} does not have enough capacity.` },
  });

const off = { powerState: "deallocated" };
const failedPool = setPools({ provisioningState: "Failed" });
const short: Change = (snapshot) => ({ ...snapshot, scaleSets: listed({ ...scaleSet, capacity: 2 }) });

const emptied: Change = (snapshot) => ({ ...snapshot, scaleSets: listed({ ...scaleSet, capacity: 0 }) });
const failedCluster = setCluster({ provisioningState: "Failed" });

const machinesDenied: Change = (snapshot) => ({
  ...snapshot,
  nodeInstances: {
    items: [],
    missing: [
      unavailable("denied", "The machines could not be read.", [
        { action: "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/read", scope: ids.nodes },
      ]),
    ],
  },
});

export const poolRows: Rows = {
  "pool.power": [
    row("all run", [], "pass"),
    row("one of two stopped", [setPools({}, { ...user, powerState: "Stopped" })], "warn", {
      says: "pool apps is stopped; others run",
    }),
    row("all that take ordinary pods", [setPools(tainted, { ...user, powerState: "Stopped" })], "fail", {
      says: "no other takes ordinary pods",
      fix: "aks nodepool start",
    }),
    row(
      "the same, where AKS makes nodes as pods need them",
      [setPools(tainted, { ...user, powerState: "Stopped" }), setCluster({ nodeProvisioningMode: "Auto" })],
      "warn",
    ),
    row("a word that nobody knows", [setPools({ powerState: "Dozing" })], "notAssessed", { says: "Dozing" }),
    row("no pools listed", [setPools()], "notAssessed"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "pool.zones": [
    row("three zones", [], "pass", { says: "1, 2, 3" }),
    row("one zone", [setPools({ zones: ["2"] })], "warn", { says: "zone 2" }),
    row(
      "none named",
      [
        setCluster({
          agentPools: [
            {
              name: "system",
              mode: "System",
              osType: "Linux",
              count: 3,
              enableAutoScaling: false,
              powerState: "Running",
              provisioningState: "Succeeded",
              nodeTaints: [],
            },
          ],
        }),
      ],
      "warn",
      { says: "where westeurope has several" },
    ),
    row("two pools, a zone each", [setPools({ zones: ["1"] }, { name: "more", zones: ["3"] })], "pass"),
    row("no system pool", [setPools(user)], "notApplicable"),
    row("no pools listed", [setPools()], "notAssessed"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "pool.vm-instances": [
    row("nothing suggests it", [], "notApplicable"),
    row("a failed pool, all run", [failedPool, machines({}, {}, {})], "pass", { says: "3 machines" }),
    row("one is off", [failedPool, machines({}, {}, off)], "warn", { says: "3 machines" }),
    row("one has failed", [failedPool, machines({}, {}, { provisioningState: "Failed" })], "warn", {
      says: "aks-system-12345678-vmss_2",
    }),
    row("fewer than the pool has", [short, machines({}, {})], "warn", { says: "2 run" }),
    row("none runs, and no other system pool", [failedPool, machines(off, off, off)], "fail", {
      says: "No machine of pool system runs",
    }),
    row(
      "none runs, beside another system pool",
      [setPools({ provisioningState: "Failed" }, { name: "more" }), machines(off, off, off)],
      "warn",
    ),
    row("a state that Azure does not say", [failedPool, machines({}, {}, { powerState: "" })], "notAssessed"),
    row("none listed", [failedPool], "notAssessed", { says: "lists no machine" }),
    row("the scale set was emptied", [emptied], "fail", { says: "No machine of pool system runs" }),
    row("the same, beside another system pool", [setPools({}, { name: "more" }), emptied], "warn", {
      says: "0 run",
    }),
    row(
      "the same, while the pool grows",
      [failedCluster, setPools({ provisioningState: "Scaling" }), emptied],
      "notAssessed",
    ),
    row("not read", [failedPool, machinesDenied], "notAssessed", { says: "virtualMachines/read" }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "pool.subnet-ip-free": [
    row("room for all", [], "pass", { says: "1014 free addresses" }),
    row("full", [usage(11, 11)], "warn", { says: "no free address" }),
    row("full, and the last operation failed", [usage(11, 11), failedPool], "fail", {
      says: "the last operation failed",
    }),
    row("pods take addresses of it too", [flat, usage(1000, 1019)], "warn", { says: "takes 111" }),
    row("room for one node, and an upgrade adds two", [usage(10, 11), setPools({ maxSurge: "2" })], "warn", {
      says: "takes 2",
      fix: "--max-surge 1",
    }),
    row("room to upgrade, and not to scale", [usage(8, 11), setPools(autoscaled)], "warn", {
      says: "which takes 7 more",
    }),
    row(
      "a stopped pool counts as one that may come",
      [usage(8, 11), setPools({}, { ...user, powerState: "Stopped" })],
      "warn",
    ),
    row("in a network of AKS, nobody asked", [managedNetwork(), deny("subnetUsages")], "pass", {
      says: "less than half",
    }),
    row("not read, and AKS said that it is full", [saidFull("nodes"), deny("subnetUsages")], "fail", {
      says: "because the subnet nodes had no free address",
    }),
    row("not read, and AKS said so of another", [saidFull("other"), deny("subnetUsages")], "notAssessed"),
    row("not counted", [setData("subnetUsages", [])], "notAssessed", { says: "how full" }),
    row("not read", [deny("subnetUsages")], "notAssessed"),
    row("not read, and too small by itself", [flat, setPools({ count: 30 }), deny("subnetUsages")], "warn", {
      says: "3441",
    }),
    row("denied", [clusterDenied], "notAssessed"),
  ],
};
