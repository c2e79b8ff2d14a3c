// AKS's own security group on the nodes' interfaces: what a rule in it stops, and what stays open where it was not read.

import { groupsBefore, nodesIn } from "../../../src/core/network/route/cluster-subnets.ts";
import type { Subnet } from "../../../src/core/snapshot/network.ts";
import type { ScaleSet } from "../../../src/core/snapshot/nodes.ts";
import { diagnose } from "../../diagnosed.ts";
import { healthy, ids, listed, scaleSet } from "../../fixtures/healthy-snapshot.ts";
import { type Change, changed } from "../../fixtures/snapshot-changes.ts";
import {
  type RulePatch,
  setAgentRules,
  setGroup,
  setNodeRules,
  siblingOf,
} from "../../fixtures/snapshot-nodes.ts";
import { deny, publicRanges, withoutScaleSets } from "../../fixtures/snapshot-variants.ts";
import { setVnetIntegration } from "../../fixtures/snapshot-vnet-integration.ts";
import { saidCalled } from "../../said.ts";

const agent = "aks-agentpool-12345678-nsg";
const otherId = siblingOf(ids.agentNsg, "networkSecurityGroups", "nsg-other");
const nodes = ["nodes.nodes", "pods.dns", "nodes.api"] as const;

const endsOf = (...changes: readonly Change[]) => {
  const { requirements } = diagnose(changed(...changes));
  return nodes.map((id) => requirements.find((each) => each.id === id)?.end);
};

type Row = [string, RulePatch, ends: readonly string[], cause: string | null];
const inbound = { direction: "Inbound" } as const;
const rows: readonly Row[] = [
  ["443 out", { destinationPortRanges: ["443"] }, ["delivered", "delivered", "stopped"], "nsg.node-egress"],
  [
    "the API server out",
    { destinationAddressPrefixes: ["10.10.0.4/32"], destinationPortRanges: ["443"] },
    ["delivered", "delivered", "stopped"],
    "nsg.node-egress",
  ],
  [
    "the Internet out",
    { destinationAddressPrefixes: ["Internet"] },
    ["delivered", "delivered", "delivered"],
    "nsg.node-egress",
  ],
  [
    "the kubelet in",
    { ...inbound, destinationPortRanges: ["10250"] },
    ["stopped", "delivered", "delivered"],
    "nsg.intra-node",
  ],
  [
    "the kubelet out",
    { destinationPortRanges: ["10250"] },
    ["stopped", "delivered", "delivered"],
    "nsg.intra-node",
  ],
  [
    "names in",
    { ...inbound, protocol: "Udp", destinationPortRanges: ["53"] },
    ["delivered", "stopped", "delivered"],
    "nsg.intra-node",
  ],
  [
    "names out",
    { protocol: "Udp", destinationPortRanges: ["53"] },
    ["delivered", "stopped", "delivered"],
    "nsg.intra-node",
  ],
  ["all in", inbound, ["stopped", "stopped", "delivered"], "nsg.intra-node"],
  ["all out", {}, ["stopped", "stopped", "stopped"], "nsg.node-egress"],
  [
    "another network in",
    { ...inbound, sourceAddressPrefixes: ["10.99.0.0/16"] },
    ["delivered", "delivered", "delivered"],
    null,
  ],
];

test.each(rows)("a rule denies %s", (_name, rule, ends, cause) => {
  expect(endsOf(setAgentRules(rule))).toEqual(ends);
  const { rootCause, summary } = diagnose(changed(setAgentRules(rule)));
  expect(rootCause?.check ?? null).toBe(cause);
  if (cause === null) return;
  expect(rootCause).toMatchObject({ resourceId: ids.agentNsg });
  expect(summary).toContain(`The rule custom (priority 200) of ${agent} stops it.`);
  expect(rootCause?.fix).toMatchObject({
    commands: [expect.stringMatching(`nsg rule delete .*--nsg-name ${agent} --name custom$`)],
    risk: expect.stringContaining("AKS manages"),
  });
});

/** A second pool in the same subnet, with another group on its interfaces. */
const twoPools: Change = (snapshot) => ({
  ...snapshot,
  scaleSets: listed(scaleSet, {
    ...scaleSet,
    name: "aks-apps-12345678-vmss",
    pool: "apps",
    interfaces: [{ subnetIds: [ids.nodeSubnet.toUpperCase()], networkSecurityGroupId: otherId }],
  }),
});
const setOther = (...patches: readonly RulePatch[]) => setGroup(otherId, "nsg-other", patches);

test("pools of one subnet with different groups are walked apart, and the one that is stopped is named", () => {
  expect(endsOf(twoPools, setOther())).toEqual(["delivered", "delivered", "delivered"]);
  const { requirements } = diagnose(changed(twoPools, setOther({ destinationPortRanges: ["443"] })));
  const walks = requirements.find(({ id }) => id === "nodes.api")?.walks ?? [];
  const ends = walks
    .filter(({ service }) => service !== null)
    .map(({ from, trace }) => [saidCalled(from), trace.end]);
  expect(ends).toEqual([
    ["nodes (system)", "delivered"],
    ["nodes (apps)", "stopped"],
  ]);
});

test("out: interface, then subnet; in: subnet, then interface", () => {
  const { requirements } = diagnose(changed(setNodeRules()));
  const [walked] = requirements.find(({ id }) => id === "nodes.nodes")?.walks ?? [];
  const groups = walked?.trace.steps.filter(({ component }) => component.kind === "securityGroup");
  expect(groups?.map(({ component }) => component.name)).toEqual([agent, "nsg-nodes", "nsg-nodes", agent]);
});

const read = { action: "Microsoft.Compute/virtualMachineScaleSets/read" };
test.each<[string, Change, object | string]>([
  ["the scale sets", withoutScaleSets, read],
  ["the group that they name", (snapshot) => ({ ...snapshot, networkSecurityGroups: {} }), "notAsked"],
  [
    "the interfaces of machines without a scale set",
    (snapshot) => ({
      ...snapshot,
      nodeMachines: { items: [], missing: withoutScaleSets(snapshot).scaleSets.missing },
    }),
    read,
  ],
  [
    "what a scale set's interfaces are",
    (snapshot) => {
      const { interfaces: _none, ...bare } = scaleSet;
      return { ...snapshot, scaleSets: listed<ScaleSet>(bare) };
    },
    "noAnswer",
  ],
])(
  "%s not read: open, with the reason or the right that would settle it, and never a cause",
  (_name, change, why) => {
    const { requirements, verdict, rootCause } = diagnose(changed(change));
    expect([verdict, rootCause]).toEqual(["unknown", null]);
    for (const id of nodes) {
      const requirement = requirements.find((each) => each.id === id);
      const open = requirement?.walks
        .flatMap(({ trace }) => trace.steps)
        .filter(({ state }) => state === "unknown");
      expect([id, requirement?.end]).toEqual([id, "unknown"]);
      expect(open?.[0]).toMatchObject(
        typeof why === "string" ? { because: why, needs: [] } : { needs: [why] },
      );
    }
  },
);

test("a stop that was read is certain, whatever stands on the interfaces", () => {
  const { rootCause } = diagnose(changed(withoutScaleSets, setNodeRules({})));
  expect(rootCause?.check).toBe("nsg.node-egress");
});

const subnet: Subnet = {
  id: ids.nodeSubnet,
  name: "nodes",
  addressPrefixes: ["10.10.0.0/22"],
  delegations: [],
};
const machine = (name: string, networkSecurityGroupId: string) => ({
  ...{ id: siblingOf(ids.agentNsg, "networkInterfaces", `${name}-nic`), provisioningState: "Succeeded" },
  ...{ virtualMachineId: `${ids.jump}-${name}`, enableIpForwarding: false, networkSecurityGroupId },
  ipConfigurations: [{ subnetId: ids.nodeSubnet }],
});

test("machines that stand in no scale set count like those of one", () => {
  const sources = {
    scaleSets: listed(scaleSet),
    nodeMachines: listed(machine("a", ids.agentNsg), machine("b", otherId)),
  };
  expect(nodesIn(subnet, sources).map(({ groupIds }) => groupIds)).toEqual([[ids.agentNsg], [otherId]]);
  expect(groupsBefore([subnet], sources).map(({ groupId }) => groupId)).toEqual([ids.agentNsg, otherId]);
});

test("a group that stands before the subnet as well is asked once", () => {
  const guarded = { ...subnet, networkSecurityGroupId: ids.agentNsg.toUpperCase() };
  const { scaleSets, nodeMachines } = healthy;
  expect(nodesIn(guarded, { scaleSets, nodeMachines })).toEqual([{ pools: ["system"], groupIds: [] }]);
});

test("nothing is said of the nodes' interfaces while the cluster itself was not read", () => {
  expect(diagnose(changed(deny("managedCluster"))).requirements).toEqual([]);
});

test("the API server in a subnet of its own", () => {
  const rule = { destinationAddressPrefixes: ["10.10.8.4"], destinationPortRanges: ["443"] };
  const { rootCause, verdict } = diagnose(changed(setVnetIntegration(), setAgentRules(rule)));
  expect([verdict, rootCause?.check, rootCause?.confidence]).toEqual([
    "broken",
    "nsg.node-egress",
    "certain",
  ]);
  expect(rootCause?.summary).toContain(`The rule custom (priority 200) of ${agent} stops it.`);
  expect(rootCause?.fix?.commands).toEqual([expect.stringMatching(/nsg rule delete .*--name custom$/)]);
});

test("a public cluster, whose nodes leave by the Internet: the check of groups sees it", () => {
  const { rootCause } = diagnose(changed(publicRanges, setAgentRules({ destinationPortRanges: ["443"] })));
  expect(rootCause).toMatchObject({ check: "nsg.node-egress", resourceId: ids.agentNsg });
});
