// A field in another type than Azure documents is not passed on, wherever it stands: it costs what depends on it.
import { wellTyped } from "../../../src/azure/map/well-typed.ts";
import { unavailable } from "../../../src/core/snapshot/section.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import { changed } from "../../fixtures/snapshot-changes.ts";
import { routed } from "../../fixtures/snapshot-nodes.ts";
import { publicRanges } from "../../fixtures/snapshot-variants.ts";

test.each<[string, unknown]>([
  ["a number where an id belongs", { subnets: [{ routeTableId: 7 }] }],
  ["a list where a text belongs", { name: [] }],
  ["an object where a list belongs", { addressPrefixes: {} }],
  ["a list with a number in it", { dnsServers: ["10.0.0.4", 7] }],
  ["a text where a number belongs", { rules: [{ priority: "100" }] }],
  ["a number where a proxy belongs", { httpsProxy: 8080 }],
  ["a text where a rule says whether it names groups", { usesApplicationSecurityGroups: "no" }],
  ["a list where a machine's agent belongs", { vmAgentState: ["Ready"] }],
  ["no number at all", { rules: [{ priority: Number.NaN }] }],
  ["a text where yes or no belongs", { peerings: [{ allowForwardedTraffic: "true" }] }],
])("%s: refused", (_name, value) => {
  expect(() => wellTyped(value)).toThrow("another type");
});

test.each<[string, unknown, unknown]>([
  [
    "a text where a pool's lower limit belongs",
    { agentPools: [{ minCount: "1", maxCount: 3 }] },
    { agentPools: [{ maxCount: 3 }] },
  ],
  ["a text where a pool says whether it scales", { enableAutoScaling: "true" }, {}],
  ["a number where a state belongs", { provisioningState: 7 }, { provisioningState: "?" }],
])("%s: costs no more than itself", (_name, value, left) => {
  expect(wellTyped(value)).toStrictEqual(left);
});

test.each<[string, unknown]>([
  ["nothing", null],
  ["what is left out", { routeTableId: undefined, priority: null }],
  [
    "a part that was not asked for",
    { containerState: unavailable("notReached", { is: "containersTakeNoSsh" }) },
  ],
  ["tags, which are the customer's own names", { tags: { name: 7, priority: "high" } }],
  ["a private cluster as the product keeps it", healthy.clusterNetwork],
  ["a public one", changed(publicRanges).managedCluster],
  ["routes", changed(routed).routeTables],
])("%s: passed on as it is", (_name, value) => {
  expect(wellTyped(value)).toEqual(value);
});
