// What is done to a cluster, its node pools and machines.

import type { ArmType } from "./arm-write.ts";
import { act, az, byId, byName, change, create, nameIn, nameOfId, put } from "./az.ts";

const machine: ArmType = "Microsoft.Compute/virtualMachines";
const scaleSet: ArmType = "Microsoft.Compute/virtualMachineScaleSets";
const cluster: ArmType = "Microsoft.ContainerService/managedClusters";
const pool: ArmType = "Microsoft.ContainerService/managedClusters/agentPools";

const ofPool = "cluster-name name";
const outbound = ["networkProfile", "loadBalancerProfile"];

type Count = Readonly<{ count: number }>;
type Instance = Readonly<{ instance: string }>;

export const clusterActions = {
  // By then somebody is signed in there.
  startMachine: byName({
    ...{ az: "vm start", flags: "name" },
    effect: ({ at }) => ({ is: "starts", ...nameIn(at) }),
    writes: { type: machine, what: act("start"), noWayBack: "cutsOff" },
  }),
  restartMachine: byName({
    ...{ az: "vm restart", flags: "name" },
    effect: ({ at }) => ({ is: "restarts", ...nameIn(at) }),
    writes: { type: machine, what: act("restart"), noWayBack: "noStateBefore" },
  }),
  waitUntilMachineDown: byName<Readonly<{ end: "stopped" | "deallocated" }>>({
    ...{ az: "vm wait", flags: "name" },
    argv: ({ end }) => ["--custom", `instanceView.statuses[?code=='PowerState/${end}']`],
    effect: ({ at }) => ({ is: "waitsUntilDown", ...nameIn(at) }),
  }),
  /** An instance is started by its scale set. */
  startInstance: byName<Instance>({
    ...{ az: "vmss start", flags: "name" },
    argv: ({ instance }) => ["--instance-ids", instance],
    effect: ({ at, instance }) => ({ is: "startsInstance", ...nameIn(at), instances: instance }),
  }),
  restartInstance: byName<Instance>({
    ...{ az: "vmss restart", flags: "name" },
    argv: ({ instance }) => ["--instance-ids", instance],
    effect: ({ at, instance }) => ({ is: "restartsInstance", ...nameIn(at), instances: instance }),
  }),
  scaleScaleSet: byName<Count>({
    ...{ az: "vmss scale", flags: "name" },
    argv: ({ count }) => ["--new-capacity", `${count}`],
    effect: ({ at, count }) => ({ is: "scales", ...nameIn(at), count: `${count}` }),
    writes: {
      ...{ type: scaleSet, noWayBack: "cutsOff" },
      what: ({ count }) => change(put(["sku", "capacity"], count)),
    },
  }),

  startCluster: byName({
    ...{ az: "aks start", flags: "name" },
    effect: ({ at }) => ({ is: "starts", ...nameIn(at) }),
    writes: { type: cluster, what: act("start"), noWayBack: "cutsOff" },
  }),
  /** While an operation runs, Azure refuses another one. */
  awaitCluster: byName({
    ...{ az: "aks wait", flags: "name" },
    argv: () => ["--updated"],
    effect: () => ({ is: "waits" }),
  }),
  rotateCertificates: byName({
    ...{ az: "aks rotate-certs", flags: "name" },
    argv: () => ["--yes"],
    effect: ({ at }) => ({ is: "rotatesCertificates", ...nameIn(at) }),
    writes: { type: cluster, what: act("rotateClusterCertificates"), noWayBack: "oneWay" },
  }),
  reconcileCluster: byName({
    ...{ az: "aks update", flags: "name" },
    argv: () => ["--yes"],
    effect: ({ at }) => ({ is: "reapplies", ...nameIn(at) }),
    writes: { type: cluster, what: act("reapply"), noWayBack: "noStateBefore" },
  }),
  /** `adds`: those of `ranges` that are new. */
  authorizeRanges: byName<Readonly<{ ranges: readonly string[]; adds: readonly string[] }>>({
    ...{ az: "aks update", flags: "name" },
    argv: ({ ranges }) => ["--api-server-authorized-ip-ranges", ranges.join(",")],
    effect: ({ at, adds }) => ({ is: "authorizesAddresses", ...nameIn(at), addresses: adds }),
    writes: {
      type: cluster,
      what: ({ ranges }) =>
        ranges.every((range) => /^[\da-fA-F.:]+(\/\d{1,3})?$/.test(range))
          ? change(put(["apiServerAccessProfile", "authorizedIPRanges"], ranges))
          : null,
    },
  }),
  /** `id`: of the cluster. The flag came after Azure CLI 2.74; an older one does the same by the second line. */
  enableRunCommand: byName<Readonly<{ id: string }>>({
    ...{ az: "aks update", flags: "name" },
    argv: () => ["--enable-run-command"],
    older: ({ at, id }) =>
      az(
        at.subscriptionId,
        "resource update",
        ...["--ids", id, "--api-version", "2025-03-01"],
        ...["--set", "properties.apiServerAccessProfile.disableRunCommand=false"],
      ),
    effect: ({ at }) => ({ is: "switchesRunCommandOn", ...nameIn(at) }),
    writes: {
      type: cluster,
      what: () => change(put(["apiServerAccessProfile", "disableRunCommand"], false)),
    },
  }),
  enablePublicName: byName({
    ...{ az: "aks update", flags: "name" },
    argv: () => ["--enable-public-fqdn"],
    effect: ({ at }) => ({ is: "reapplies", ...nameIn(at) }),
    writes: {
      type: cluster,
      what: () => change(put(["apiServerAccessProfile", "enablePrivateClusterPublicFqdn"], true)),
    },
  }),
  setOutboundAddresses: byName<Count>({
    ...{ az: "aks update", flags: "name" },
    argv: ({ count }) => ["--load-balancer-managed-outbound-ip-count", `${count}`],
    effect: ({ at, count }) => ({ is: "givesAddresses", ...nameIn(at), count: `${count}` }),
    writes: {
      type: cluster,
      what: ({ count }) => change(put([...outbound, "managedOutboundIPs", "count"], count)),
    },
  }),
  setOutboundPorts: byName<Count>({
    ...{ az: "aks update", flags: "name" },
    argv: ({ count }) => ["--load-balancer-outbound-ports", `${count}`],
    effect: ({ at, count }) => ({ is: "keepsPorts", ...nameIn(at), count: `${count}` }),
    writes: {
      type: cluster,
      what: ({ count }) => change(put([...outbound, "allocatedOutboundPorts"], count)),
    },
  }),
  fetchKubeconfig: byName({
    ...{ az: "aks get-credentials", flags: "name" },
    argv: () => ["--overwrite-existing"],
    effect: ({ at }) => ({ is: "fetchesKubeconfig", ...nameIn(at) }),
  }),
  /** An approved endpoint can only be turned down, which is not what it was. */
  approveConnection: byId({
    ...{ az: "resource update", apiVersion: "2025-03-01" },
    argv: () => ["--set", "properties.privateLinkServiceConnectionState.status=Approved"],
    effect: (values) => ({ is: "approves", ...nameOfId(values) }),
    writes: {
      type: "Microsoft.ContainerService/managedClusters/privateEndpointConnections",
      what: () => change(put(["privateLinkServiceConnectionState", "status"], "Approved")),
      noWayBack: "oneWay",
    },
  }),

  // By then pods run on these nodes.
  addPool: byName<Readonly<{ mode: "User" | "System"; count: number; size: string }>>({
    ...{ az: "aks nodepool add", flags: ofPool },
    argv: ({ mode, count, size }) => ["--mode", mode, "--node-count", `${count}`, "--node-vm-size", size],
    effect: ({ at }) => ({ is: "addsPool", ...nameIn(at) }),
    writes: {
      ...{ type: pool, noWayBack: "cutsOff" },
      what: ({ mode, count, size }) => create({ count, mode, vmSize: size }),
    },
  }),
  startPool: byName({
    ...{ az: "aks nodepool start", flags: ofPool },
    effect: ({ at }) => ({ is: "startsPool", ...nameIn(at) }),
    writes: { type: pool, what: () => change(put(["powerState", "code"], "Running")), noWayBack: "cutsOff" },
  }),
  scalePool: byName<Count>({
    ...{ az: "aks nodepool scale", flags: ofPool },
    argv: ({ count }) => ["--node-count", `${count}`],
    effect: ({ at, count }) => ({ is: "scalesPool", ...nameIn(at), count: `${count}` }),
    writes: { type: pool, what: ({ count }) => change(put(["count"], count)), noWayBack: "cutsOff" },
  }),
  setPoolLimits: byName<Readonly<{ least: number; most: number }>>({
    ...{ az: "aks nodepool update", flags: ofPool },
    argv: ({ least, most }) => [
      ...["--update-cluster-autoscaler", "--min-count", `${least}`, "--max-count", `${most}`],
    ],
    effect: ({ at }) => ({ is: "movesLimits", ...nameIn(at) }),
    writes: {
      ...{ type: pool, noWayBack: "cutsOff" },
      what: ({ least, most }) => change(put(["minCount"], least), put(["maxCount"], most)),
    },
  }),
  surgePoolByOne: byName({
    ...{ az: "aks nodepool update", flags: ofPool },
    argv: () => ["--max-surge", "1"],
    effect: ({ at }) => ({ is: "surgesByOne", ...nameIn(at) }),
  }),
};
