// Which cluster somebody means by what they wrote.
import type { ClusterSummary } from "../../../src/core/conversation/cluster-answer.ts";
import { findCluster } from "../../../src/core/conversation/reading/find-cluster.ts";

const production = "11111111-1111-4111-8111-111111111111";
const testing = "22222222-2222-4222-8222-222222222222";

function cluster(subscriptionId: string, resourceGroup: string, name: string): ClusterSummary {
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`;
  return {
    id,
    name,
    resourceGroup,
    subscriptionId,
    location: "westeurope",
    powerState: "Running",
    private: true,
  };
}

const prod = cluster(production, "rg-prod", "prod-1");
const blue = cluster(production, "rg-blue", "shop");
const green = cluster(production, "rg-green", "shop");
const greenTest = cluster(testing, "rg-green", "shop");
const named: ClusterSummary = {
  ...cluster(production, "rg-prod", "ledger-blue"),
  apiNames: ["prod-2-x.hcp.westeurope.azmk8s.io"],
};
const clusters = [prod, blue, green, greenTest, named];

test.each([
  ["its name", "prod-1", prod],
  ["its API server's name", "Prod-2-X.hcp.westeurope.azmk8s.io", named],
  ["an API server's name that it had before", "prod-2-a1b2c3d4.hcp.westeurope.azmk8s.io", named],
  [
    "a name that the portal may have given its API server",
    "prod-1-dns-a1b2c3d4.hcp.westeurope.azmk8s.io",
    prod,
  ],
  [
    "one that the Azure CLI may have given it",
    "prod-1-rg-prod-111111-a1b2c3d4.hcp.westeurope.azmk8s.io",
    prod,
  ],
  ["its name in another case", " PROD-1 ", prod],
  ["group and name", "RG-Blue/shop", blue],
  ["subscription, group and name", `${testing}/rg-green/shop`, greenTest],
  ["its resource id", green.id, green],
  ["its resource id in another case, as the portal copies it", `${green.id.toUpperCase()}/`, green],
])("finds a cluster by %s", (_, written, expected) => {
  expect(findCluster(written, clusters)).toEqual({ found: expected });
});

test.each([
  ["a name in several groups", "shop", [blue, green, greenTest]],
  ["a group in several subscriptions", "rg-green/shop", [green, greenTest]],
])("%s is ambiguous", (_, written, expected) => {
  expect(findCluster(written, clusters)).toEqual({ ambiguous: expected });
});

test.each([
  ["a typing error", "prd-1", [prod]],
  ["the wrong group", "rg-red/prod-1", [prod]],
  ["an id in another subscription", prod.id.replace(production, testing), [prod]],
  ["a name that several have", "shopp", [blue, green, greenTest]],
  ["an API server's name that is longer than its own", "prod-1-x-a1b2c3d4.hcp.westeurope.azmk8s.io", [prod]],
  ["the same name where it is no API server's", "prod-1-dns-a1b2c3d4.example.com", [prod]],
  ["nothing alike", "unrelated", []],
  ["no name at all", "not a name!", []],
])("%s is unknown and comes with what is closest", (_, written, expected) => {
  expect(findCluster(written, clusters)).toEqual({ unknown: expected });
});
