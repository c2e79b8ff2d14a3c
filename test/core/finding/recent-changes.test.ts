// Which entries of the activity log count as changes on the way, what they are called, and whose they are.
import { clusterProvisioningFailed } from "../../../src/core/finding/cluster/cluster.provisioning-failed.ts";
import { clusterRecentChange } from "../../../src/core/finding/cluster/cluster-findings.ts";
import { changeOf, changesOnTheWay } from "../../../src/core/finding/kit/operation.ts";
import type { ManagedCluster } from "../../../src/core/snapshot/cluster.ts";
import type { ResourceChange } from "../../../src/core/snapshot/snapshot.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { outcomeInWords } from "../../diagnosed.ts";
import { healthy, ids } from "../../fixtures/healthy-snapshot.ts";
import { changed, setCluster } from "../../fixtures/snapshot-changes.ts";
import { setChanges } from "../../fixtures/snapshot-variants.ts";

const clusterOf = (): ManagedCluster => {
  if (healthy.managedCluster.status === "unavailable") throw new Error("The healthy cluster is readable.");
  return healthy.managedCluster.data;
};
const person = "megan@contoso.example";
const application = "1f6c4d0e-9a33-4d7b-9c56-0a1b2c3d4e5f";
const network = "Microsoft.Network";
const aks = "Microsoft.ContainerService/managedClusters";

const change = (
  operation: string,
  resourceId: string,
  more: Partial<ResourceChange> = {},
): ResourceChange => ({
  resourceId,
  operation,
  time: "2026-11-25T06:00:00Z",
  caller: person,
  ...more,
});
const kept = (...changes: readonly ResourceChange[]) => changesOnTheWay(changes, clusterOf());

describe("what counts", () => {
  test.each<[string, ResourceChange, boolean]>([
    [
      "a peering deleted",
      change(
        `${network}/virtualNetworks/virtualNetworkPeerings/delete`,
        `${ids.hub}/virtualNetworkPeerings/x`,
      ),
      true,
    ],
    [
      "a rule written",
      change(`${network}/networkSecurityGroups/securityRules/write`, `${ids.jumpNsg}/securityRules/x`),
      true,
    ],
    ["in any case", change("MICROSOFT.NETWORK/NETWORKSECURITYGROUPS/WRITE", ids.jumpNsg.toUpperCase()), true],
    ["the cluster stopped", change(`${aks}/stop/action`, ids.cluster), true],
    ["an IP group", change(`${network}/ipGroups/write`, `${ids.hub}-ips`), true],
    [
      "a network taken off a forwarding ruleset",
      change(
        `${network}/dnsForwardingRulesets/virtualNetworkLinks/delete`,
        `${ids.hub}-rules/virtualNetworkLinks/x`,
      ),
      true,
    ],
    [
      "a network taken off a virtual hub",
      change(
        `${network}/virtualHubs/hubVirtualNetworkConnections/delete`,
        `${ids.hub}-wan/hubVirtualNetworkConnections/x`,
      ),
      true,
    ],
    [
      "a scale set shut down",
      change("Microsoft.Compute/virtualMachineScaleSets/deallocate/action", ids.jump),
      true,
    ],
    ["another cluster stopped", change(`${aks}/stop/action`, `${ids.cluster}-2`), false],
    ["another cluster's pool", change(`${aks}/agentPools/write`, `${ids.cluster}-2/agentPools/a`), false],
    ["a command run", change(`${aks}/runCommand/action`, ids.cluster), false],
    ["a kubeconfig fetched", change(`${aks}/listClusterUserCredential/action`, ids.cluster), false],
    ["a subnet joined", change(`${network}/virtualNetworks/subnets/join/action`, ids.nodeSubnet), false],
    [
      "diagnostic settings",
      change(
        "Microsoft.Insights/diagnosticSettings/write",
        `${ids.cluster}/providers/Microsoft.Insights/diagnosticSettings/x`,
      ),
      false,
    ],
    ["a deployment", change("Microsoft.Resources/deployments/write", `${ids.cluster}/x`), false],
    [
      "a role taken away",
      change(
        "Microsoft.Authorization/roleAssignments/delete",
        `${ids.spoke}/providers/Microsoft.Authorization/roleAssignments/x`,
      ),
      true,
    ],
    [
      "AKS's own write in the node group",
      change(`${network}/loadBalancers/write`, ids.balancer, { caller: application }),
      false,
    ],
    ["a person's write there", change(`${network}/loadBalancers/write`, ids.balancer), true],
    [
      "an application's deletion there",
      change(`${network}/privateEndpoints/delete`, ids.endpoint, { caller: application }),
      true,
    ],
    [
      "an application's write elsewhere",
      change(`${network}/routeTables/write`, ids.jumpRoutes, { caller: application }),
      true,
    ],
    [
      "an extension of a machine",
      change("Microsoft.Compute/virtualMachines/extensions/write", `${ids.jump}/extensions/x`),
      false,
    ],
    ["a machine patched", change("Microsoft.Compute/virtualMachines/write", ids.jump), false],
    ["a machine deallocated", change("Microsoft.Compute/virtualMachines/deallocate/action", ids.jump), true],
    ["a machine deleted", change("Microsoft.Compute/virtualMachines/delete", ids.jump), true],
    ["an unknown kind", change("Microsoft.Sql/servers/delete", `${ids.jump}/x`), false],
  ])("%s", (_what, entry, counts) => {
    expect(kept(entry)).toEqual(counts ? [entry] : []);
  });

  test("newest first, and once though Azure logs it when accepted and when done", () => {
    const route = (time: string) => change(`${network}/routeTables/write`, ids.jumpRoutes, { time });
    const rule = change(`${network}/networkSecurityGroups/write`, ids.jumpNsg, {
      time: "2026-11-25T06:30:00Z",
    });
    const [first, second] = [route("2026-11-25T07:00:00.5Z"), route("2026-11-25T07:00:00Z")];
    expect(kept(rule, second, first)).toEqual([first, rule]);
  });
});

test.each<[string, ResourceChange, string]>([
  [
    "a part names what it is a part of",
    change(
      `${network}/privateDnsZones/virtualNetworkLinks/delete`,
      `${ids.zone}/virtualNetworkLinks/link-hub`,
    ),
    `${person} deleted the DNS zone link link-hub of ${ids.zone.split("/").at(-1)}`,
  ],
  ["an action", change(`${aks}/stop/action`, ids.cluster), `${person} stopped the cluster prod-1`],
  [
    "an application",
    change(`${network}/routeTables/write`, ids.jumpRoutes, { caller: application }),
    `the application ${application} changed the route table rt-jump`,
  ],
  [
    "a role assignment, by what it is on",
    change(
      "Microsoft.Authorization/roleAssignments/delete",
      `${ids.spoke}/providers/Microsoft.Authorization/roleAssignments/${application}`,
    ),
    `${person} deleted the role assignment on vnet-aks`,
  ],
  [
    "nobody named",
    change(`${aks}/start/action`, ids.cluster, { caller: "" }),
    "somebody started the cluster prod-1",
  ],
])("%s", (_case, entry, text) => {
  expect(messages().sayChange(entry)).toBe(text);
});

describe("the change of a resource", () => {
  const rule = change("write", `${ids.jumpNsg}/securityRules/deny-443`);
  const peering = change("delete", `${ids.hub.toUpperCase()}/virtualNetworkPeerings/hub-to-aks`);
  const spoke = change("write", ids.spoke);
  const role = change("delete", `${ids.jumpRoutes}/providers/Microsoft.Authorization/roleAssignments/x`);
  const group = change("write", ids.zone.split("/providers/")[0] ?? "");
  const changes = [rule, peering, spoke, role, group];

  test.each<[string, string, ResourceChange | undefined]>([
    ["itself", `${ids.spoke}/`, spoke],
    ["a rule of its own", ids.jumpNsg, rule],
    ["a peering of its own", ids.hub, peering],
    ["what it is a part of", `${ids.spoke}/virtualNetworkPeerings/aks-to-hub`, spoke],
    ["not that of a sibling", `${ids.hub}/subnets/jump`, undefined],
    ["not that of a like-named one", `${ids.jumpNsg}-2`, undefined],
    ["not a role on it", ids.jumpRoutes, undefined],
    ["not that of its resource group", ids.zone, undefined],
  ])("%s", (_case, id, expected) => {
    expect(changeOf(id, changes)).toBe(expected);
  });

  test("the newest", () => {
    const newer = change("delete", `${ids.jumpNsg}/securityRules/allow-443`);
    expect(changeOf(ids.jumpNsg, [newer, rule])).toBe(newer);
  });
});

test("ten lines are enough, and the sentence counts them all", () => {
  const many = Array.from({ length: 14 }, (_each, index) =>
    change(`${network}/routeTables/write`, `${ids.jumpRoutes}-${index}`, {
      time: `2026-11-25T06:${String(index).padStart(2, "0")}:00Z`,
    }),
  );
  const outcome = outcomeInWords(
    "cluster.recent-change",
    clusterRecentChange.evaluate(changed(setChanges(many))),
  );
  expect(outcome).toMatchObject({ status: "pass", summary: expect.stringContaining("newest of 14 changes") });
  const evidence = outcome.status === "pass" ? (outcome.evidence ?? []) : [];
  expect(evidence).toHaveLength(10);
  expect(evidence[0]).toBe(`2026-11-25 06:13 UTC  ${person} changed the route table rt-jump-13`);
});

test("what AKS says of a failure is masked before it is cut", () => {
  const message = `Webhook failed: password=hunter2 ${"x".repeat(400)}`;
  const outcome = outcomeInWords(
    "cluster.provisioning-failed",
    clusterProvisioningFailed.evaluate(
      changed(setCluster({ provisioningState: "Failed", provisioningError: { code: "Boom", message } })),
    ),
  );
  const evidence = outcome.status === "fail" ? (outcome.evidence ?? []) : [];
  expect(evidence[0]).toBe("code     Boom");
  expect(evidence[1]).toMatch(/^message {2}Webhook failed: password=\[masked\] x+…$/);
  expect(evidence[1]).toHaveLength("message  ".length + 300);
});
