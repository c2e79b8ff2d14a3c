// A fix is one only where the repaired network was walked and delivers; and it opens no more than what was needed.
import { mends, provedFix, repairsOf } from "../../../src/core/diagnosis/repairs.ts";
import { linesOf } from "../../../src/core/fix/write/fix.ts";
import { evaluate, type Requirement } from "../../../src/core/requirement/requirement.ts";
import { type Break, breaks } from "../network/breaks.ts";
import {
  addRule,
  apiIp,
  apiName,
  type Change,
  changed,
  idOf,
  places,
  setHolder,
  setPeering,
  unlink,
  unread,
} from "../network/topology.ts";

const need = (...names: readonly (keyof typeof places)[]): Requirement => ({
  id: "people.api",
  for: "people",
  enough: "each",
  ways: names.map((name) => [
    { ask: "connection", flow: { from: places[name], to: apiIp, protocol: "Tcp", port: 443 } },
  ]),
});
const on = (port: number): Requirement => ({
  ...need(),
  ways: [[{ ask: "connection", flow: { from: places.jump, to: apiIp, protocol: "Tcp", port } }]],
});

/** What is printed of the fix that was proved. */
function linesFor(...of: Parameters<typeof provedFix>): readonly string[] | undefined {
  const fix = provedFix(...of);
  return fix === null ? undefined : linesOf(fix);
}

test.each<[string, Change, Requirement, number]>([
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
  const lines = linesFor(broken, wanted) ?? [];
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
  [
    "no number is left before the rule, and moved it would leave the rest to the one behind it",
    (model) => {
      const moved = addRule("nsg-api", { priority: 101, access: "Allow", name: "allow" });
      return moved(addRule("nsg-api", { priority: 100 })(model));
    },
  ],
  ["nothing here mends an appliance that is gone", setHolder("vm-appliance", null)],
])("%s: no fix", (_name, change) => {
  expect(provedFix(changed(change), need("jump", "desks"))).toBeNull();
});

test("behind what can be mended something is open: the fix is not called proved", () => {
  const unseen = unread("securityGroups", idOf("networksecuritygroups", "nsg-api"));
  const broken = changed(addRule("nsg-jump", { direction: "Outbound", priority: 200 }), unseen);
  const wanted = need("jump", "desks");
  expect(linesFor(broken, wanted)).toHaveLength(1);
  expect(mends(broken, wanted)).toBe(false);
});

test("what works needs none", () => {
  expect([repairsOf(changed(), need("jump")), provedFix(changed(), need("jump"))]).toEqual([[], null]);
});

/** What nobody can mend by a change of the network: what was removed, or refused for good. */
const isBeyondRepair = ({ name }: Break): boolean => /is gone$|forwards nothing$|is rejected$/.test(name);

test.each(breaks.filter(({ cuts }) => cuts.length > 0).map((each) => [each.name, each] as const))(
  "%s: mended in the network that was read, or no fix at all",
  (_name, each) => {
    const broken = changed(each.change);
    const wanted = need(...each.cuts);
    const fix = provedFix(broken, wanted);
    expect(fix === null).toBe(isBeyondRepair(each));
    const mended = (repairsOf(broken, wanted) ?? []).reduce((model, { apply }) => apply(model), broken);
    if (fix !== null) expect(evaluate(mended, wanted).end).toBe("delivered");
  },
);

/** As AKS keeps the group of its nodes. */
const kept: Change = (model) => ({ ...model, keptPrefix: idOf("networksecuritygroups", "") });

test.each<[string, readonly Change[], readonly RegExp[]]>([
  [
    "an added rule goes",
    [addRule("nsg-nodes", { direction: "Outbound", priority: 200, name: "added" })],
    [/^az network nsg rule delete .*--nsg-name nsg-nodes --name added$/],
  ],
  [
    "each of two, in the order in which they are met",
    [
      addRule("nsg-nodes", { direction: "Outbound", priority: 200, name: "first" }),
      addRule("nsg-nodes", { direction: "Outbound", priority: 300, name: "second" }),
    ],
    [/--name first$/, /--name second$/],
  ],
  [
    "a default rule cannot go: one is added before it",
    [addRule("nsg-nodes", { direction: "Outbound", priority: 64_999 })],
    [/^az network nsg rule create /],
  ],
])("in a group that its owner keeps, %s", (_name, changes, lines) => {
  const broken = changed(kept, ...changes);
  expect(linesFor(broken, need("nodes"))).toEqual(lines.map((line) => expect.stringMatching(line)));
  const mended = (repairsOf(broken, need("nodes")) ?? []).reduce((model, { apply }) => apply(model), broken);
  expect([evaluate(broken, need("nodes")).end, evaluate(mended, need("nodes")).end]).toEqual([
    "stopped",
    "delivered",
  ]);
  // Without an owner nobody's rule is taken away.
  expect(linesFor(changed(...changes), need("nodes"))?.[0]).toMatch(/nsg rule create/);
});

test("a name that does not resolve: the zone is linked", () => {
  const wanted: Requirement = {
    ...need(),
    ways: [[{ ask: "name", from: places.jump, name: apiName, wanted: apiIp }]],
  };
  expect(linesFor(changed(unlink("hub")), wanted)).toEqual([
    expect.stringMatching(
      /^az network private-dns link vnet create .*--virtual-network .*\/virtualnetworks\/hub /,
    ),
  ]);
});

test("the other side's halves are made in the order that Azure takes, and what stood there goes first", () => {
  const broken = changed(setPeering("hub", "spoke", { peeringState: "Disconnected" }));
  expect(linesFor(broken, need("jump"))?.map((line) => /peering \w+/.exec(line)?.[0])).toEqual([
    "peering delete",
    "peering delete",
    "peering create",
    "peering create",
  ]);
});
