// Rows of the checks that say whether the last change of a part succeeded.

import { healthy, ids, listed } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setCluster, setData, setHub, setPools } from "../../../fixtures/snapshot-changes.ts";
import { routed, setNodeSubnet, unlist } from "../../../fixtures/snapshot-nodes.ts";
import { setNetworkProfile } from "../../../fixtures/snapshot-surroundings.ts";
import { clusterDenied, hubDenied } from "../../../fixtures/snapshot-variants.ts";
import { type Rows, row } from "./row.ts";

const [nodesBalancer] = healthy.loadBalancers.items;

const balancer =
  (provisioningState: string, leadsOut = true): Change =>
  (snapshot) => ({
    ...snapshot,
    loadBalancers:
      nodesBalancer === undefined ? listed() : listed({ ...nodesBalancer, provisioningState, leadsOut }),
  });
const withoutWayOut = balancer("Succeeded", false);

const managedIp = setCluster({
  network: { podCidrs: [], serviceCidrs: [], outboundIpIds: [ids.outboundIp], managedOutboundIps: 1 },
});

/** Kept for each node by the outbound rule. */
const ports =
  (portsEach: number): Change =>
  (snapshot) => ({
    ...snapshot,
    loadBalancers: listed(
      ...snapshot.loadBalancers.items.map((each) => ({
        ...each,
        portRules: [{ name: "aksOutboundRule", portsEach, addressCount: 1 }],
      })),
    ),
  });

const user = { name: "apps", mode: "User" };

export const stateRows: Rows = {
  "pool.provisioning": [
    row("done", [], "pass"),
    row("a system pool failed", [setPools({ provisioningState: "Failed" })], "warn", {
      says: "pool system failed",
      fix: "aks update",
    }),
    row("a user pool failed", [setPools({}, { ...user, provisioningState: "failed" })], "warn", {
      says: "pool apps failed",
    }),
    row("a user pool canceled", [setPools({}, { ...user, provisioningState: "Canceled" })], "warn", {
      says: "pool apps was canceled",
    }),
    row("one that scales", [setPools({}, { ...user, provisioningState: "Scaling(2/3)" })], "pass"),
    row("a stopped one", [setPools({}, { ...user, powerState: "Stopped" })], "pass"),
    row(
      "a state that nobody knows",
      [setPools({}, { ...user, provisioningState: "Pondering" })],
      "notAssessed",
      {
        says: "Pondering",
      },
    ),
    row("a power state that nobody knows", [setPools({}, { ...user, powerState: "Dozing" })], "notAssessed", {
      says: "Dozing",
    }),
    row("no pools listed", [setPools()], "notAssessed"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "vnet.peer-state": [
    row("done", [], "pass"),
    row("the hub failed", [setHub({ provisioningState: "Failed" })], "warn", { says: "vnet-hub failed" }),
    row("the hub changes", [setHub({ provisioningState: "Updating" })], "warn", { says: "Updating" }),
    row("a state that nobody knows", [setHub({ provisioningState: "Orbiting" })], "notAssessed", {
      says: "Orbiting",
    }),
    row("no other network was read", [hubDenied], "notApplicable"),
    row("no peers", [setData("peerNetworks", [])], "notApplicable"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "egress.lb-outbound": [
    row("done", [balancer("Succeeded")], "pass"),
    row("failed", [balancer("Failed")], "warn", { fix: "az aks update" }),
    row("no outbound rule", [withoutWayOut], "fail", { says: "cannot leave", fix: "az aks update" }),
    row("no outbound rule, where nodes leave by a firewall", [routed, withoutWayOut], "pass"),
    row(
      "no outbound rule on a Basic one",
      [setNetworkProfile({ loadBalancerSku: "basic" }), withoutWayOut],
      "pass",
    ),
    row("more ports for each node than there are", [ports(32_000)], "warn", {
      says: "for 2 of 3 nodes",
      fix: "--load-balancer-outbound-ports 16000",
    }),
    row("the same, where AKS keeps the addresses", [managedIp, ports(32_000)], "warn", {
      fix: "--load-balancer-managed-outbound-ip-count 2",
    }),
    row("as many as there are, and none for an upgrade", [ports(21_000)], "warn", {
      says: "an upgrade makes it 4",
    }),
    row("enough for an upgrade", [ports(16_000)], "pass"),
    row("no outbound rule, and failed", [withoutWayOut, balancer("Failed", false)], "fail"),
    row("a state that nobody knows", [balancer("Teetering")], "notAssessed", { says: "Teetering" }),
    row("gone", [(snapshot) => ({ ...snapshot, loadBalancers: listed() })], "fail", { says: "is gone" }),
    row(
      "gone, where nodes leave by a firewall",
      [routed, (snapshot) => ({ ...snapshot, loadBalancers: listed() })],
      "notApplicable",
    ),
    row(
      "no outbound rule, and a NAT gateway on the nodes' subnet",
      [setNodeSubnet({ natGatewayId: "/nat" }), withoutWayOut],
      "pass",
    ),
    row("not to be listed", [unlist("loadBalancers")], "notAssessed"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
};
