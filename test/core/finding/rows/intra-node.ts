// Rows for nsg.intra-node: what the nodes' own groups let through between nodes and pods.

import { ids } from "../../../fixtures/healthy-snapshot.ts";
import { setPools, setSpoke } from "../../../fixtures/snapshot-changes.ts";
import {
  both,
  setAgentRules,
  setGroup,
  setNodeRules,
  setNodeSubnet,
  surroundingIds,
} from "../../../fixtures/snapshot-nodes.ts";
import { withoutScaleSets } from "../../../fixtures/snapshot-variants.ts";
import { fail, notAssessed, pass, type Rows, warn } from "./row.ts";

/** Pods have a subnet of their own, beside the nodes'. */
const podsApart = both(
  setPools({ podSubnetId: `${ids.spoke}/subnets/pods` }),
  setSpoke({
    subnets: [
      {
        id: ids.nodeSubnet,
        name: "nodes",
        addressPrefixes: ["10.10.0.0/22"],
        networkSecurityGroupId: surroundingIds.nodeNsg,
        delegations: [],
      },
      {
        id: `${ids.spoke}/subnets/pods`,
        name: "pods",
        addressPrefixes: ["10.10.64.0/18"],
        delegations: [],
      },
    ],
  }),
);

const allowRanges = (direction: string, ...sourceAddressPrefixes: readonly string[]) => ({
  name: `allow-${direction}`,
  direction,
  priority: 4000,
  access: "Allow",
  sourceAddressPrefixes,
});

export const intraNodeRows: Rows = {
  "nsg.intra-node": [
    pass("no group but AKS's own", [], "aks-agentpool-12345678-nsg lets it through"),
    pass("default rules", setNodeRules()),
    fail("the kubelet denied", setNodeRules({ direction: "Inbound", destinationPortRanges: ["10250"] }), {
      says: "TCP 10250",
      fix: "--protocol Tcp --source-address-prefixes 10.10.0.0/22 --destination-address-prefixes 10.10.0.0/22 --destination-port-ranges 10250",
    }),
    fail(
      "the kubelet denied on the interfaces",
      setAgentRules({ direction: "Inbound", destinationPortRanges: ["10250"] }),
      {
        says: "TCP 10250: The rule custom (priority 200) of aks-agentpool-12345678-nsg",
        fix: "network nsg rule delete --subscription",
      },
    ),
    notAssessed("the scale sets were not read", withoutScaleSets),
    fail("DNS over UDP denied", setNodeRules({ protocol: "Udp", destinationPortRanges: ["53"] }), "UDP 53"),
    pass(
      "everything inbound denied, the network allowed",
      setNodeRules(
        { direction: "Inbound", priority: 4096 },
        {
          name: "allow-network",
          direction: "Inbound",
          priority: 4000,
          access: "Allow",
          sourceAddressPrefixes: ["VirtualNetwork"],
          destinationAddressPrefixes: ["VirtualNetwork"],
        },
      ),
    ),
    fail(
      "only the nodes' own range allowed",
      setNodeRules(
        { direction: "Inbound", priority: 4096 },
        {
          direction: "Inbound",
          priority: 4000,
          access: "Allow",
          sourceAddressPrefixes: ["10.10.0.0/22", "10.244.0.0/16"],
        },
      ),
      {
        says: "Azure's load balancer cannot reach 10.10.0.0/22 on TCP 30000",
        fix: "--source-address-prefixes AzureLoadBalancer",
      },
    ),
    pass(
      "exact ranges allowed",
      setNodeRules(
        { priority: 4096 },
        { direction: "Inbound", priority: 4096 },
        allowRanges("Inbound", "10.10.0.0/22", "10.244.0.0/16"),
        allowRanges("Outbound", "10.10.0.0/22", "10.244.0.0/16"),
        { ...allowRanges("Inbound"), priority: 4001, sourceAddressPrefixes: ["AzureLoadBalancer"] },
      ),
    ),
    fail(
      "exact ranges allowed, but denied before",
      setNodeRules(
        { priority: 300, destinationPortRanges: ["10000-11000"] },
        { ...allowRanges("Outbound", "10.10.0.0/22", "10.244.0.0/16"), priority: 400 },
      ),
      "nodes cannot reach 10.10.0.0/22 on TCP 10250: The rule custom (priority 300)",
    ),
    fail(
      "names denied between pods",
      setNodeRules({
        sourceAddressPrefixes: ["10.244.0.0/16"],
        destinationAddressPrefixes: ["10.244.0.0/16"],
        destinationPortRanges: ["53"],
      }),
      "Pods on nodes cannot reach 10.244.0.0/16 on UDP 53",
    ),
    pass(
      "the tag allowed by a lower number",
      setNodeRules(
        { priority: 300 },
        {
          ...allowRanges("Outbound", "VirtualNetwork"),
          priority: 200,
          destinationAddressPrefixes: ["VirtualNetwork"],
        },
      ),
    ),
    pass(
      "denied from the Internet",
      setNodeRules({ direction: "Inbound", sourceAddressPrefixes: ["Internet"] }),
    ),
    fail(
      "pods denied",
      setNodeRules({ direction: "Inbound", destinationAddressPrefixes: ["10.244.0.0/16"] }),
      "Pods on nodes cannot reach 10.244.0.0/16 on UDP 53",
    ),
    warn(
      "another port",
      setNodeRules({ direction: "Inbound", destinationPortRanges: ["8080-8090"] }),
      "The rule custom (priority 200) of nsg-nodes denies TCP 8080 between nodes.",
    ),
    pass(
      "signing in",
      setNodeRules({ direction: "Inbound", destinationPortRanges: ["22-23", "3389", "5985"] }),
    ),
    pass(
      "another port, allowed before",
      setNodeRules(
        { direction: "Inbound", destinationPortRanges: ["8080"] },
        { ...allowRanges("Inbound", "VirtualNetwork"), priority: 150 },
      ),
    ),
    pass("from elsewhere", setNodeRules({ direction: "Inbound", sourceAddressPrefixes: ["10.0.0.0/16"] })),
    notAssessed("application security groups", setNodeRules({ usesApplicationSecurityGroups: true })),
    pass("only nodes let in, pods with addresses of their own", [
      podsApart,
      setGroup(surroundingIds.nodeNsg, "nsg-nodes", [
        { direction: "Inbound", priority: 4096 },
        {
          ...allowRanges("Inbound", "VirtualNetwork", "AzureLoadBalancer"),
          destinationAddressPrefixes: ["10.10.0.0/22"],
        },
      ]),
    ]),
    fail(
      "pods with addresses of their own not let in",
      [
        podsApart,
        setGroup(surroundingIds.nodeNsg, "nsg-nodes", [
          {
            direction: "Inbound",
            sourceAddressPrefixes: ["10.10.64.0/18"],
            destinationPortRanges: ["10250"],
          },
        ]),
      ],
      "Pods in pods cannot reach 10.10.0.0/22 on TCP 10250",
    ),
    fail(
      "pods with addresses of their own",
      [
        podsApart,
        (snapshot) => ({
          ...snapshot,
          networkSecurityGroups: setNodeRules({ destinationAddressPrefixes: ["10.10.64.0/18"] })(snapshot)
            .networkSecurityGroups,
        }),
      ],
      "nodes cannot reach 10.10.64.0/18 on TCP 443",
    ),
    notAssessed("the group was not read", setNodeSubnet({ networkSecurityGroupId: surroundingIds.nodeNsg })),
  ],
};
