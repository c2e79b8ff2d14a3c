// What is left to mend besides the cause: met on a walk once everything before it is mended, and told once.

import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { diagnose } from "../../diagnosed.ts";
import { healthy, hub, ids, spoke } from "../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  changed,
  setClient,
  setHub,
  setHubPeering,
  setPools,
  setRecord,
  setRoutes,
  setRules,
  setSpoke,
  setSpokePeering,
} from "../../fixtures/snapshot-changes.ts";
import {
  routed,
  setAgentRules,
  setGroup,
  setHubFirewall,
  setNodeRoutes,
  setNodeRules,
  siblingOf,
} from "../../fixtures/snapshot-nodes.ts";
import { dnsAt, dnsMachines, setConnections } from "../../fixtures/snapshot-surroundings.ts";

const toldOf = (snapshot: ClusterSnapshot) => {
  const { rootCause, thenAlso = [] } = diagnose(snapshot);
  return [rootCause?.check ?? null, thenAlso.map(({ check }) => check)] as const;
};

test("a healthy network has nothing to tell", () => {
  expect(toldOf(healthy)).toEqual([null, []]);
});

test.each<[string, ClusterSnapshot, string, readonly string[]]>([
  ["one fault alone: not told again by the walk that meets it", changed(setRules({})), "nsg.client-443", []],
  [
    "two that checks find",
    changed(setRules({}), setRecord("10.10.0.77")),
    "dns.a-record-match",
    ["nsg.client-443"],
  ],
  [
    "what the cluster itself lacks comes first, though no check finds it",
    changed(setRules({}), setSpoke({ dnsServers: ["10.9.9.9"] })),
    "dns.custom-servers",
    ["nsg.client-443"],
  ],
  [
    "unless the requester's own error points at the other",
    changed(
      setRules({}),
      setSpoke({ dnsServers: ["10.9.9.9"] }),
      setClient({ symptom: "dial tcp 10.10.0.4:443: i/o timeout" }),
    ),
    "nsg.client-443",
    ["dns.custom-servers"],
  ],
])("%s", (_name, snapshot, cause, also) => {
  expect(toldOf(snapshot)).toEqual([cause, also]);
});

const managerDenies: Change = (snapshot) => ({
  ...snapshot,
  adminRules: {
    [idKey(ids.spoke)]: collected([
      {
        ...{
          id: `${siblingOf(ids.hub, "networkManagers", "company")}/rules/deny`,
          name: "deny",
          manager: "company",
          priority: 1,
        },
        ...{ direction: "Outbound", access: "Deny", protocol: "*", sourceAddressPrefixes: ["*"] },
        ...{ destinationAddressPrefixes: ["10.10.0.4"], sourcePortRanges: ["*"] },
        ...{ destinationPortRanges: ["443"], usesApplicationSecurityGroups: false },
      },
    ]),
  },
});
const toNowhere = setNodeRoutes({ hop: "None" });
const https = { name: "no-https", destinationPortRanges: ["443"], destinationAddressPrefixes: ["Internet"] };
const kubelet = { name: "no-kubelet", direction: "Inbound", destinationPortRanges: ["10250"] };
const names = { name: "no-names", direction: "Inbound", destinationPortRanges: ["53"] };

test.each<[string, readonly Change[], readonly string[]]>([
  [
    "a rule, and half of a peering that is shut",
    [setRules({ priority: 100 }), setHubPeering({ allowVirtualNetworkAccess: false })],
    ["nsg.client-443", "peering.vnet-access"],
  ],
  [
    "a rule, and a peering that is gone from one side",
    [setRules({}), setSpokePeering({ peeringState: "Disconnected" })],
    ["nsg.client-443", "peering.state"],
  ],
  [
    "a rule, and a firewall that is off",
    [
      routed,
      setHubFirewall({ ipConfigurations: [] }),
      setNodeRules({ priority: 100, destinationPortRanges: ["443"] }),
    ],
    ["firewall.state", "nsg.intra-node", "nsg.node-egress"],
  ],
  ["a rule, and a route", [toNowhere, setNodeRules(https)], ["nsg.node-egress", "route.default"]],
  [
    "rules of two groups",
    [setAgentRules({ ...https, priority: 100 }), setNodeRules({ ...https, priority: 100 })],
    ["nsg.node-egress", "nsg.node-egress"],
  ],
  [
    "a route to nobody, and a rule",
    [setNodeRoutes({ hop: "VirtualAppliance", ip: "10.0.9.9" }), setNodeRules(kubelet)],
    ["nsg.intra-node", "route.next-hop-alive"],
  ],
  [
    "two rules of one group",
    [setNodeRules({ ...kubelet, priority: 100 }, { ...names, priority: 101 })],
    ["nsg.intra-node", "nsg.intra-node"],
  ],
  // The first of them nothing mends
  [
    "a network manager's rule, and one of a group",
    [managerDenies, setNodeRules({ priority: 100, destinationAddressPrefixes: ["10.10.0.0/22"] })],
    ["nsg.avnm-admin-rules", "nsg.node-egress"],
  ],
  [
    "a rule before one that allows, and half of a peering that is shut",
    [
      setRules(
        { priority: 100 },
        { name: "allow", priority: 101, access: "Allow", destinationPortRanges: ["22"] },
      ),
      setHubPeering({ allowVirtualNetworkAccess: false }),
    ],
    ["nsg.client-443", "peering.vnet-access"],
  ],
  [
    "an appliance that nobody has, and half of a peering that is shut",
    [
      setRoutes({ prefix: "10.10.0.4/32", hop: "VirtualAppliance", ip: "10.0.1.77" }),
      setHubPeering({ allowVirtualNetworkAccess: false }),
    ],
    ["peering.vnet-access", "route.next-hop-alive"],
  ],
])("one behind the other, %s: both are named", (_name, changes, both) => {
  const [cause, also] = toldOf(changed(...changes));
  expect([cause, ...also].toSorted()).toEqual(both);
});

const servers = [dnsMachines("running"), setSpoke({ dnsServers: [dnsAt(1)] })] as const;
const shut = { allowVirtualNetworkAccess: false };

test.each<[string, readonly Change[], string]>([
  ["the cluster's", [setSpokePeering(shut)], "az network vnet peering update .*vnet-aks .*aks-to-hub"],
  ["the hub's", [setHubPeering(shut)], "az network vnet peering update .*vnet-hub .*hub-to-aks"],
])(
  "a peering whose half lets nothing through, %s: told once, though a route is missing for it",
  (_name, half, line) => {
    const { verdict, rootCause, thenAlso } = diagnose(changed(...servers, ...half));
    expect([verdict, thenAlso]).toEqual(["broken", []]);
    expect(rootCause?.repairs).toMatchObject([{ proved: true, commands: [expect.stringMatching(line)] }]);
  },
);

describe("two things of one name", () => {
  const inHub = siblingOf(ids.hub, "networkSecurityGroups", "nsg-aks");
  const inProd = siblingOf(ids.spoke, "networkSecurityGroups", "nsg-aks");
  const pods = {
    ...{ id: `${ids.spoke}/subnets/pods`, name: "pods", addressPrefixes: ["10.10.64.0/20"] },
    ...{ networkSecurityGroupId: inProd, delegations: [] },
  };

  test("groups in two networks are two faults", () => {
    const snapshot = changed(
      setPools({ podSubnetId: pods.id }),
      setSpoke({ subnets: [...spoke.subnets, pods] }),
      setHub({
        subnets: hub.subnets.map((each) =>
          each.name === "jump" ? { ...each, networkSecurityGroupId: inHub } : each,
        ),
      }),
      setGroup(inHub, "nsg-aks", [{}]),
      setGroup(inProd, "nsg-aks", [{ destinationPortRanges: ["443"] }]),
      setClient({ symptom: "dial tcp 10.10.0.4:443: i/o timeout" }),
    );
    expect(toldOf(snapshot)).toEqual(["nsg.client-443", ["nsg.node-egress"]]);
  });

  test("an endpoint and its connection to the cluster are one", () => {
    const id = ids.connection.replace("kube-apiserver.1", "KUBE-apiserver");
    const connection = { id, privateEndpointId: ids.endpoint, status: "Rejected" };
    expect(toldOf(changed(setConnections(connection), setSpoke({ dnsServers: ["10.9.9.9"] })))).toEqual([
      "pe.connection-approved",
      ["dns.custom-servers"],
    ]);
  });
});
