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
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

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
    pass("all run", []),
    warn("one of two stopped", setPools({}, { ...user, powerState: "Stopped" }), {
      says: "pool apps is stopped; others run",
    }),
    fail("all that take ordinary pods", setPools(tainted, { ...user, powerState: "Stopped" }), {
      says: "no other takes ordinary pods",
      fix: "aks nodepool start",
    }),
    warn("the same, where AKS makes nodes as pods need them", [
      setPools(tainted, { ...user, powerState: "Stopped" }),
      setCluster({ nodeProvisioningMode: "Auto" }),
    ]),
    notAssessed("a word that nobody knows", setPools({ powerState: "Dozing" }), "Dozing"),
    notAssessed("no pools listed", setPools()),
    notAssessed("denied", clusterDenied),
  ],
  "pool.zones": [
    pass("three zones", [], "1, 2, 3"),
    warn("one zone", setPools({ zones: ["2"] }), "zone 2"),
    warn(
      "none named",
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
      "where westeurope has several",
    ),
    pass("two pools, a zone each", setPools({ zones: ["1"] }, { name: "more", zones: ["3"] })),
    notApplicable("no system pool", setPools(user)),
    notAssessed("no pools listed", setPools()),
    notAssessed("denied", clusterDenied),
  ],
  "pool.vm-instances": [
    notApplicable("nothing suggests it", []),
    pass("a failed pool, all run", [failedPool, machines({}, {}, {})], "3 machines"),
    warn("one is off", [failedPool, machines({}, {}, off)], "3 machines"),
    warn("one has failed", [failedPool, machines({}, {}, { provisioningState: "Failed" })], {
      says: "aks-system-12345678-vmss_2",
    }),
    warn("fewer than the pool has", [short, machines({}, {})], "2 run"),
    fail("none runs, and no other system pool", [failedPool, machines(off, off, off)], {
      says: "No machine of pool system runs",
    }),
    warn("none runs, beside another system pool", [
      setPools({ provisioningState: "Failed" }, { name: "more" }),
      machines(off, off, off),
    ]),
    notAssessed("a state that Azure does not say", [failedPool, machines({}, {}, { powerState: "" })]),
    notAssessed("none listed", failedPool, "lists no machine"),
    fail("the scale set was emptied", emptied, "No machine of pool system runs"),
    warn("the same, beside another system pool", [setPools({}, { name: "more" }), emptied], "0 run"),
    notAssessed("the same, while the pool grows", [
      failedCluster,
      setPools({ provisioningState: "Scaling" }),
      emptied,
    ]),
    notAssessed("not read", [failedPool, machinesDenied], "virtualMachines/read"),
    notAssessed("denied", clusterDenied),
  ],
  "pool.subnet-ip-free": [
    pass("room for all", [], "1014 free addresses"),
    warn("full", usage(11, 11), "no free address"),
    fail("full, and the last operation failed", [usage(11, 11), failedPool], "the last operation failed"),
    warn("pods take addresses of it too", [flat, usage(1000, 1019)], "takes 111"),
    warn("room for one node, and an upgrade adds two", [usage(10, 11), setPools({ maxSurge: "2" })], {
      says: "takes 2",
      fix: "--max-surge 1",
    }),
    warn("room to upgrade, and not to scale", [usage(8, 11), setPools(autoscaled)], "which takes 7 more"),
    warn("a stopped pool counts as one that may come", [
      usage(8, 11),
      setPools({}, { ...user, powerState: "Stopped" }),
    ]),
    pass("in a network of AKS, nobody asked", [managedNetwork(), deny("subnetUsages")], "less than half"),
    fail("not read, and AKS said that it is full", [saidFull("nodes"), deny("subnetUsages")], {
      says: "because the subnet nodes had no free address",
    }),
    notAssessed("not read, and AKS said so of another", [saidFull("other"), deny("subnetUsages")]),
    notAssessed("not counted", setData("subnetUsages", []), "how full"),
    notAssessed("not read", deny("subnetUsages")),
    warn("not read, and too small by itself", [flat, setPools({ count: 30 }), deny("subnetUsages")], "3441"),
    notAssessed("denied", clusterDenied),
  ],
};
