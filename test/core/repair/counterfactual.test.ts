// A fix is one only where the repaired network was walked and delivers; and it opens no more than what was needed.
import { provedFix, repairsOf } from "../../../src/core/repair/counterfactual.ts";
import { evaluate } from "../../../src/core/requirement/evaluate.ts";
import type { Need } from "../../../src/core/requirement/need.ts";
import {
  addRule,
  apiIp,
  type Change,
  changed,
  idOf,
  places,
  setPeering,
  unread,
} from "../network/topology.ts";

const need = (...names: readonly (keyof typeof places)[]): Need => ({
  id: "people.api",
  for: "people",
  enough: "each",
  ways: names.map((name) => [
    { ask: "connection", flow: { from: places[name], to: apiIp, protocol: "Tcp", port: 443 } },
  ]),
});
const on = (port: number): Need => ({
  ...need(),
  ways: [[{ ask: "connection", flow: { from: places.jump, to: apiIp, protocol: "Tcp", port } }]],
});

test.each<[string, Change, Need, number]>([
  [
    "a group lets nothing out",
    addRule("nsg-jump", { direction: "Outbound", priority: 200 }),
    need("jump"),
    1,
  ],
  ["a group lets nothing in", addRule("nsg-api", { priority: 200 }), need("jump"), 1],
  ["the same for several places", addRule("nsg-api", { priority: 200 }), need("jump", "nodes", "desks"), 3],
  [
    "one group after the other",
    (model) =>
      addRule("nsg-jump", { direction: "Outbound", priority: 200 })(
        addRule("nsg-api", { priority: 300 })(model),
      ),
    need("jump"),
    2,
  ],
])("%s: mended, and what was not needed stays shut", (_name, change, wanted, count) => {
  const broken = changed(change);
  const repairs = repairsOf(broken, wanted) ?? [];
  expect(repairs).toHaveLength(count);
  const mended = repairs.reduce((model, { apply }) => apply(model), broken);
  expect([evaluate(broken, wanted).end, evaluate(mended, wanted).end]).toEqual(["stopped", "delivered"]);
  expect(evaluate(mended, on(22)).end).toBe("stopped");
  // One definition: what the lines say is what was applied.
  const lines = provedFix(broken, wanted)?.commands ?? [];
  expect(lines).toHaveLength(count);
  const added = Object.values(mended.securityGroups).flatMap((group) =>
    group.status === "collected" ? group.data.rules.filter(({ name }) => name.startsWith("allow-aks")) : [],
  );
  for (const { name, priority, sourceAddressPrefixes, destinationAddressPrefixes } of added) {
    const line = lines.find(
      (each) => each.includes(`--name ${name} `) && each.includes(`--priority ${priority} `),
    );
    expect(line).toContain(`--source-address-prefixes ${sourceAddressPrefixes.join(" ")}`);
    expect(line).toContain(`--destination-address-prefixes ${destinationAddressPrefixes.join(" ")}`);
  }
});

test.each<[string, Change]>([
  ["no number is left before the rule", addRule("nsg-api", { priority: 100 })],
  ["nothing here mends a peering", setPeering("hub", "spoke", { peeringState: "Disconnected" })],
  [
    "behind what can be mended something is open",
    (model) =>
      unread(
        "securityGroups",
        idOf("networksecuritygroups", "nsg-api"),
      )(addRule("nsg-jump", { direction: "Outbound", priority: 200 })(model)),
  ],
])("%s: no fix", (_name, change) => {
  expect(provedFix(changed(change), need("jump"))).toBeNull();
});

test("what works needs none", () => {
  expect([repairsOf(changed(), need("jump")), provedFix(changed(), need("jump"))]).toEqual([[], null]);
});
