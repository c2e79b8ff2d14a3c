// Which watched cluster an alert is about: by id, or by name where it names none by id.
import { concerns } from "../../../src/core/alert/concerns.ts";

const subscription = "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653";
const id = `${subscription}/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/prod-1`;
const nodes = `${subscription}/resourcegroups/mc_rg-prod_prod-1_westeurope`;

test.each<[string, string[], string[], boolean]>([
  ["the cluster", [id], [], true],
  ["an agent pool of it", [`${id}/agentPools/system`], [], true],
  ["its resource group", [`${subscription}/resourceGroups/rg-prod`], [], true],
  ["its subscription", [subscription], [], true],
  [
    "a scale set of its nodes",
    [`${nodes}/providers/Microsoft.Compute/virtualMachineScaleSets/aks-system`],
    [],
    true,
  ],
  ["the group of its nodes", [nodes], [], true],
  ["one of several targets", ["/subscriptions/other", id], [], true],
  ["its name", [], ["PROD-1"], true],
  ["another cluster", [`${id}0`], [], false],
  ["a cluster whose name is longer", [id.replace("prod-1", "prod-12")], [], false],
  ["the same name in another group", [id.replace("rg-prod", "rg-dev")], [], false],
  ["another subscription", ["/subscriptions/8a6c2f10"], [], false],
  ["the nodes of a cluster whose name begins alike", [nodes.replace("prod-1_", "prod-1_b_")], [], false],
  [
    "a neighbour in its group",
    [`${subscription}/resourceGroups/rg-prod/providers/Microsoft.Compute/disks/d`],
    [],
    false,
  ],
  ["another name", [], ["prod-2"], false],
  ["what would hold every subscription", ["/subscriptions", "/", ""], [], false],
  ["nothing", [], [], false],
])("%s", (_name, targets, names, expected) => {
  const lower = targets.map((target) => target.toLowerCase());
  expect(concerns({ targets: lower, names }, { id, name: "prod-1" })).toBe(expected);
});

test("a cluster whose id cannot be read is nobody's", () => {
  expect(concerns({ targets: [nodes], names: [] }, { id: "prod-1", name: "prod-1" })).toBe(false);
});
