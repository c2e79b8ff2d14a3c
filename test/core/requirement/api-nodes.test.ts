// With VNet integration the API server's own subnet is where it reaches nodes from.

import type { Verdict } from "../../../src/core/diagnosis/cause.ts";
import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { type Change, changed, setAccess } from "../../fixtures/snapshot-changes.ts";
import { setAgentRules, setNodeRules, siblingOf } from "../../fixtures/snapshot-nodes.ts";
import { setApiRules, setVnetIntegration, vnetIds } from "../../fixtures/snapshot-vnet-integration.ts";

const of = (...changes: readonly Change[]) => diagnose(changed(...changes));
const endOf = ({ requirements }: ReturnType<typeof diagnose>) =>
  requirements.find(({ id }) => id === "api.nodes")?.end;

const kubelet = { destinationPortRanges: ["10250"] };
const fromApi = { ...kubelet, direction: "Inbound", sourceAddressPrefixes: ["10.10.8.0/28"] };
const table = siblingOf(vnetIds.apiNsg, "routeTables", "rt-api");
const dropping: Change = (snapshot) => ({
  ...setVnetIntegration({ subnet: { routeTableId: table } })(snapshot),
  routeTables: {
    ...snapshot.routeTables,
    [idKey(table)]: collected({
      ...{ id: table, name: "rt-api", disableBgpRoutePropagation: false },
      routes: [{ name: "nowhere", addressPrefix: "10.10.0.0/22", nextHopType: "None" }],
    }),
  },
});

type Row = [string, readonly Change[], Verdict, ReturnType<typeof endOf>, string];
test.each<Row>([
  ["another API server comes over a tunnel", [], "healthy", undefined, ""],
  ["nothing in the way", [setVnetIntegration()], "healthy", "delivered", ""],
  [
    "public, nodes inside",
    [setVnetIntegration(), setAccess({ enablePrivateCluster: false })],
    "healthy",
    "delivered",
    "",
  ],
  ["its group lets nothing out", [setApiRules(kubelet)], "broken", "stopped", "nsg-api"],
  [
    "the nodes' group lets nothing in from it",
    [setVnetIntegration(), setNodeRules(fromApi)],
    "broken",
    "stopped",
    "nsg-nodes",
  ],
  [
    "AKS's own group lets nothing in from it",
    [setVnetIntegration(), setAgentRules(fromApi)],
    "broken",
    "stopped",
    "nsg",
  ],
  ["a route drops it", [dropping], "broken", "stopped", "The route 10.10.0.0/22 of rt-api drops it."],
])("%s: %s", (_name, changes, verdict, end, said) => {
  const diagnosis = of(...changes);
  expect([diagnosis.verdict, endOf(diagnosis)]).toEqual([verdict, end]);
  expect(diagnosis.summary).toContain(said);
});

test("the fix lets the kubelet's port through, and was walked", () => {
  const { rootCause } = of(setApiRules(kubelet));
  expect(rootCause).toMatchObject({ check: "api.vnetint-nsg", need: "api.nodes", confidence: "certain" });
  expect(rootCause?.repairs?.[0]?.changes).toEqual(["api.nodes: stopped → delivered"]);
});
