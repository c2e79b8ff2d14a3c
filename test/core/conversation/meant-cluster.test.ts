// A name that was written for a cluster: its own, another that the policy gives it, or its beginning.
import type { ClusterSummary } from "../../../src/core/conversation/cluster-answer.ts";
import { meantCluster } from "../../../src/core/conversation/reading/find-cluster.ts";
import { summaryOf } from "../../app/setup.ts";

const clusters = ["prod-1", "prod-2", "edge-1", "staging-eu", "prod"].map((name) => summaryOf(name));
const aliases = new Map([
  ["shop", "rg-prod/prod-2"],
  ["edge-1", "prod-1"],
  ["old", "prod-9"],
]);

test.each([
  ["prod-1", "prod-1"],
  ["PROD-2", "prod-2"],
  ["its own name comes before one that begins so", "prod", "prod"],
  ["edge", "edge-1"],
  ["stag", "staging-eu"],
  ["stagingeu", "staging-eu"],
  ["edge_1", "edge-1"],
  ["another name", "Shop", "prod-2"],
  ["no other name takes a cluster's own", "edge-1", "edge-1"],
  ["another name for what cannot be seen", "old", "unknown"],
  ["letters in the wrong order", "stagign-eu", "staging-eu"],
  ["letters in the wrong order, of its beginning", "stagign", "staging-eu"],
  ["prdo-1", "prod-1"],
  ["another letter may be another cluster", "prad-1", "unknown"],
  ["and so may digits in another order", "prod1-", "unknown"],
  ["pro", "prod-1 or prod-2 or prod"],
  ["ed", "unknown"],
  ["rg-other/edge", "unknown"],
  ["edge-1x", "unknown"],
])("%s", (...row) => {
  const [written = "", expected] = row.slice(-2);
  expect(meant(written, clusters)).toBe(expected);
});

describe("a number is whole", () => {
  test.each([
    ["prod-1", "prod-10", "unknown"],
    ["prod-1", "prod-1-eu", "prod-1-eu"],
    ["prod-1", "prod-1a", "prod-1a"],
    ["prod1", "prod-10", "unknown"],
    ["prod-11", "prod-1-1", "unknown"],
    ["prod1-1", "prod-1-1", "prod-1-1"],
    ["prod", "prod-10", "prod-10"],
  ])("%s, where only %s can be seen", (written, seen, expected) => {
    expect(meant(written, [summaryOf(seen)])).toBe(expected);
  });
});

function meant(written: string, seen: readonly ClusterSummary[]): string {
  const match = meantCluster(written, seen, aliases);
  const found = "found" in match ? [match.found] : "ambiguous" in match ? match.ambiguous : [];
  return found.map(({ name }) => name).join(" or ") || "unknown";
}
