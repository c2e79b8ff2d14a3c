// A cluster as policy sees it before Azure was asked: one spelling, whatever was written.
import { parseClusterName, writtenCluster } from "../../../src/core/cluster-name.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { subscription } from "../../fixtures/snapshots.ts";

test.each([
  ["prod-1", { id: "", name: "prod-1" }],
  ["rg-prod/prod-1", { id: "", name: "prod-1" }],
  [`${subscription}/rg-prod/prod-1`, { id: ids.cluster, name: "prod-1" }],
  [ids.cluster, { id: ids.cluster, name: "prod-1" }],
  [ids.cluster.replace("resourceGroups", "RESOURCEGROUPS"), { id: ids.cluster, name: "prod-1" }],
  ["not a name", { id: "", name: "not a name" }],
])("policy sees %s as %j before Azure was asked", (written, cluster) => {
  expect(writtenCluster(written)).toEqual(cluster);
});

test.each(["..", ".", "rg."])("%s is no resource group", (group) => {
  const id = `/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/${group}/providers/Microsoft.ContainerService/managedClusters/prod-1`;
  expect(parseClusterName(id)).toBeNull();
  expect(parseClusterName(`${group}/prod-1`)).toBeNull();
});
