// A cluster as policy sees it before Azure was asked: one spelling, whatever was written.
import { writtenCluster } from "../../../src/core/chat/written-cluster.ts";
import { ids, subscription } from "../../fixtures/snapshots.ts";

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
