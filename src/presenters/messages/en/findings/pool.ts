// What findings about `pool.*` say.
import type { PoolsFact } from "../../../../core/finding/pool/pool-facts.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { counted } from "../words.ts";
import { sayOperation, sayThing } from "./common.ts";

export const poolsFacts: Says<PoolsFact> = {
  noPools: ({ cluster }) => `Azure lists no node pools of ${cluster}.`,
  nodesUncounted: ({ of }) => `Azure does not say how many nodes ${sayThing(of)} has.`,
};

const countedFree = counted(
  "{it, plural, =0 {no free address} one {# free address} other {# free addresses}}",
);
const countedMachines = counted("{it, plural, one {# machine} other {# machines}}");

const stopped = (pools: readonly string[]): string =>
  pools.length === 1 ? `The pool ${pools[0]} is stopped` : `The pools ${pools.join(", ")} are stopped`;

export const poolFindings: FindingWords<"pool"> = {
  "pool.provisioning": {
    title: "Last operations on the pools succeeded",
    why: "A pool that was left half done may be short of nodes for the run command, DNS and the tunnel.",
    remediation: "Mend what made the operation fail, then apply the pool's settings again.",
    facts: {
      noPools: poolsFacts.noPools,
      operationFailed: ({ pool }) =>
        `The last operation on pool ${pool} failed, so it may be short of nodes.`,
      operationCanceled: ({ pool }) =>
        `The last operation on pool ${pool} was canceled, so it may be half done.`,
      noneFailed: () => "No pool is left with a failed operation.",
      scaleSetGone: ({ pool, from }) =>
        `The scale set of the pool ${pool} is gone from ${from}, so it has no nodes.`,
    },
  },
  "pool.power": {
    title: "Node pools are running",
    why: "Pools are stopped one by one; pods that only they take do not run meanwhile.",
    remediation: "Start a pool that takes ordinary pods.",
    facts: {
      noPools: poolsFacts.noPools,
      allRun: () => "No pool is stopped.",
      someStopped: ({ pools }) => `${stopped(pools)}; others run that take the same pods.`,
      allStopped: ({ pools }) =>
        `${stopped(pools)}, and no other takes ordinary pods: neither people's nor the run command's start.`,
    },
  },
  "pool.subnet-ip-free": {
    title: "Subnets have room for more nodes",
    why: "Without free addresses no node comes: upgrades fail, and so does scaling when load rises.",
    remediation: "Add a pool in a larger subnet and move the pods there, or free addresses in this one.",
    facts: {
      noRoom: ({ subnet, free, oneNode, hasFailed }) =>
        `The subnet ${subnet} has ${countedFree(free)}, and one more node takes ${oneNode}: ${hasFailed ? "the last operation failed, and so will every other that adds a node" : "the next upgrade or scaling fails, while all that runs goes on"}.`,
      saidFull: ({ subnet }) =>
        `The last operation failed because the subnet ${subnet} had no free address for another node.`,
      tooSmall: ({ subnet, need, size }) =>
        `The subnet ${subnet} has ${size} addresses, and its nodes with one more take ${need}: the next upgrade or scaling fails.`,
      noRoomForSurge: ({ subnet, free, surge }) =>
        `The subnet ${subnet} has ${countedFree(free)}, and an upgrade takes ${surge} for the nodes that it adds: it fails.`,
      noRoomToGrow: ({ subnet, free, growth }) =>
        `The subnet ${subnet} has ${countedFree(free)}: enough to upgrade, and not for all pools to scale as far as they may, which takes ${growth} more.`,
      hasRoom: ({ subnet, free }) => `The subnet ${subnet} has ${countedFree(free)}.`,
      roomByCount: ({ subnet }) =>
        `All nodes that may come fill less than half of ${subnet}, which AKS made for them alone.`,
      useUnsaid: ({ subnet }) => `Azure does not say how full the subnet ${subnet} is.`,
      noSubnet: () => "No pool stands in a subnet of the cluster's network.",
    },
  },
  "pool.vm-instances": {
    title: "Machines of the nodes are running",
    why: "A node whose machine was stopped, or could not be made, takes no pods, and AKS does not support machines stopped by hand.",
    remediation:
      "Delete the machines that do not run with az aks nodepool delete-machines and scale the pool up again, or replace the pool.",
    facts: {
      nothingSuggests: () =>
        "No pool and no scale set is in a state that suggests it, so machines were not asked one by one.",
      allRun: ({ pool, machines }) => `${countedMachines(machines)} of pool ${pool} run.`,
      someDown: ({ pool, running, wanted }) =>
        `Of the ${wanted} machines that pool ${pool} is to have, ${running} run.`,
      someFailed: ({ pool, failed }) => `Azure failed to set up ${failed.join(", ")} of pool ${pool}.`,
      noneRuns: ({ pool }) => `No machine of pool ${pool} runs, and no other pool has system nodes.`,
      noneListed: ({ pool }) => `Azure lists no machine of pool ${pool}.`,
      stateUnsaid: ({ pool, machine }) => `Azure does not say whether ${machine} of pool ${pool} runs.`,
    },
  },
  "pool.zones": {
    title: "System nodes stand in several zones",
    why: "When one zone of the region is out, the nodes in it are, and DNS and the tunnel with them.",
    remediation: "Add a system pool with --zones 1 2 3, and remove the old one.",
    facts: {
      noPools: poolsFacts.noPools,
      spread: ({ zones }) => `System nodes stand in the zones ${zones.join(", ")}.`,
      oneZone: ({ zone }) =>
        `All system nodes stand in zone ${zone}: while that is out, so are DNS and the tunnel.`,
      noZones: ({ region }) =>
        `System nodes name no zones; where ${region} has several, one that is out may take all of them.`,
      noSystemPool: () => "The cluster lists no system pool of its own.",
    },
  },
  "pool.system-ready": {
    title: "System nodes are running",
    why: "DNS, metrics and the tunnel to the API server run on system nodes.",
    remediation: "Start or scale up a system pool.",
    facts: {
      ...poolsFacts,
      madeOnesUnlisted: ({ cluster }) =>
        `No pool of ${cluster} has a system node; those that node auto-provisioning made are not listed.`,
      noneRunsYet: ({ operation }) =>
        `No system node is running, but ${sayOperation(operation)}: wait until that has ended.`,
      hosted: ({ cluster }) => `AKS hosts the system nodes of ${cluster} itself.`,
      noSystemPool: () => "The cluster has no system node pool.",
      scaleSetsGone: ({ pools, from }) =>
        `The scale set of ${pools.join(", ")} is gone from ${from}, so no system node is left.`,
      noneRuns: () => "No system node is running.",
      onlyOneRuns: () => "Only one system node is running: while Azure updates it, DNS and the tunnel pause.",
      run: ({ nodes }) =>
        nodes === 1 ? "One system node is running." : `${nodes} system nodes are running.`,
    },
  },
};
