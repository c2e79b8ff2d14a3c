// Rows of the checks that say whether the last change of a part succeeded.

import { healthy, ids, listed } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setCluster, setData, setHub, setPools } from "../../../fixtures/snapshot-changes.ts";
import { routed, setNodeSubnet, unlist } from "../../../fixtures/snapshot-nodes.ts";
import { setNetworkProfile } from "../../../fixtures/snapshot-surroundings.ts";
import { clusterDenied, hubDenied } from "../../../fixtures/snapshot-variants.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

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
    pass("done", []),
    warn("a system pool failed", setPools({ provisioningState: "Failed" }), {
      says: "pool system failed",
      fix: "aks update",
    }),
    warn("a user pool failed", setPools({}, { ...user, provisioningState: "failed" }), "pool apps failed"),
    warn("a user pool canceled", setPools({}, { ...user, provisioningState: "Canceled" }), {
      says: "pool apps was canceled",
    }),
    pass("one that scales", setPools({}, { ...user, provisioningState: "Scaling(2/3)" })),
    pass("a stopped one", setPools({}, { ...user, powerState: "Stopped" })),
    notAssessed("a state that nobody knows", setPools({}, { ...user, provisioningState: "Pondering" }), {
      says: "Pondering",
    }),
    notAssessed("a power state that nobody knows", setPools({}, { ...user, powerState: "Dozing" }), "Dozing"),
    notAssessed("no pools listed", setPools()),
    notAssessed("denied", clusterDenied),
  ],
  "vnet.peer-state": [
    pass("done", []),
    notAssessed("the hub's last change failed", setHub({ provisioningState: "Failed" }), "vnet-hub failed"),
    warn("the hub changes", setHub({ provisioningState: "Updating" }), "Updating"),
    notAssessed("a state that nobody knows", setHub({ provisioningState: "Orbiting" }), "Orbiting"),
    notApplicable("no other network was read", hubDenied),
    notApplicable("no peers", setData("peerNetworks", [])),
    notAssessed("denied", clusterDenied),
  ],
  "egress.lb-outbound": [
    pass("done", balancer("Succeeded")),
    notAssessed("its last change failed", balancer("Failed"), "it may work all the same"),
    fail("no outbound rule", withoutWayOut, { says: "cannot leave", fix: "az aks update" }),
    pass("no outbound rule, where nodes leave by a firewall", [routed, withoutWayOut]),
    pass("no outbound rule on a Basic one", [setNetworkProfile({ loadBalancerSku: "basic" }), withoutWayOut]),
    warn("more ports for each node than there are", ports(32_000), {
      says: "for 2 of 3 nodes",
      fix: "--load-balancer-outbound-ports 16000",
    }),
    warn("the same, where AKS keeps the addresses", [managedIp, ports(32_000)], {
      fix: "--load-balancer-managed-outbound-ip-count 2",
    }),
    warn("as many as there are, and none for an upgrade", ports(21_000), "an upgrade makes it 4"),
    pass("enough for an upgrade", ports(16_000)),
    fail("no outbound rule, and failed", [withoutWayOut, balancer("Failed", false)]),
    notAssessed("a state that nobody knows", balancer("Teetering"), "Teetering"),
    fail("gone", (snapshot) => ({ ...snapshot, loadBalancers: listed() }), "is gone"),
    notApplicable("gone, where nodes leave by a firewall", [
      routed,
      (snapshot) => ({ ...snapshot, loadBalancers: listed() }),
    ]),
    pass("no outbound rule, and a NAT gateway on the nodes' subnet", [
      setNodeSubnet({ natGatewayId: "/nat" }),
      withoutWayOut,
    ]),
    notAssessed("not to be listed", unlist("loadBalancers")),
    notAssessed("denied", clusterDenied),
  ],
};
