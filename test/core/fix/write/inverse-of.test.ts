// What takes a write back, what makes it of a body, and what is left of what others wrote meanwhile.
import { type ArmWrite, applyWrite, type Body, type Edit } from "../../../../src/core/fix/write/arm-write.ts";
import { inverseOf, undoOf } from "../../../../src/core/fix/write/inverse-of.ts";
import type { Json } from "../../../../src/core/text/canonical-json.ts";

const peering = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
const write = (what: ArmWrite["what"], more: Partial<ArmWrite> = {}): ArmWrite => ({
  id: "/p",
  type: peering,
  what,
  ...more,
});
const change = (...edits: Edit[]): ArmWrite => write({ do: "change", edits });
const record = (...addresses: string[]): Body => ({
  ttl: 300,
  aRecords: addresses.map((ipv4Address) => ({ ipv4Address })),
});
const item = (ipv4Address: string) => ({ ipv4Address });

describe("a body, with the write, and back again", () => {
  test.each([
    [
      "a field that was there",
      change({ is: "put", path: ["allowForwardedTraffic"], value: true }),
      { allowForwardedTraffic: false, x: 1 },
      { allowForwardedTraffic: true, x: 1 },
    ],
    [
      "a field that was not there",
      change({ is: "put", path: ["natGateway"], value: { id: "/n" } }),
      { x: 1 },
      { x: 1, natGateway: { id: "/n" } },
    ],
    [
      "a field within others",
      change({ is: "put", path: ["a", "b", "count"], value: 2 }),
      { a: { b: { count: 1, c: 3 } } },
      { a: { b: { count: 2, c: 3 } } },
    ],
    ["a field that goes", change({ is: "drop", path: ["routeTable"] }), { routeTable: { id: "/t" } }, {}],
    [
      "an item of a list, by its number",
      change({ is: "put", path: ["aRecords", 0, "ipv4Address"], value: "10.0.0.4" }),
      record("10.0.0.9", "10.0.0.8"),
      record("10.0.0.4", "10.0.0.8"),
    ],
    [
      "one item more, and one less",
      change(
        { is: "take", path: ["aRecords"], item: item("10.0.0.9") },
        { is: "add", path: ["aRecords"], item: item("10.0.0.4") },
      ),
      record("10.0.0.9"),
      record("10.0.0.4"),
    ],
    ["something new", write({ do: "create", body: { x: 1 } }), null, { x: 1 }],
    ["something in place of another", write({ do: "create", body: { x: 1 } }), { y: 2 }, { x: 1 }],
    ["something that goes", write({ do: "delete" }), { allowForwardedTraffic: true }, null],
  ])("%s", (_what, made, before, after) => {
    expect(applyWrite(before, made)).toEqual(after);
    const back = inverseOf(made, before);
    expect(back && applyWrite(after, back)).toEqual(before);
  });
});

test.each<[string, readonly string[], Json, Json]>([
  ["ranges, where it had none", ["apiServerAccessProfile", "authorizedIPRanges"], ["20.50.1.0/24"], []],
  ["ports, where it gave them out itself", ["networkProfile", "allocatedOutboundPorts"], 2048, 0],
])("a cluster keeps what a body leaves out, so it is told: %s", (_what, path, value, none) => {
  const type = "Microsoft.ContainerService/managedClusters";
  const made = write({ do: "change", edits: [{ is: "put", path, value }] }, { type });
  expect(inverseOf(made, {})?.what).toEqual({ do: "change", edits: [{ is: "put", path, value: none }] });
});

test("an address that somebody added since stays", () => {
  const added = change({ is: "add", path: ["aRecords"], item: item("10.0.0.4") });
  const back = inverseOf(added, record("10.0.0.9"));
  const since = record("10.0.0.9", "10.0.0.4", "10.0.0.5");
  expect(back && applyWrite(since, back)).toEqual(record("10.0.0.9", "10.0.0.5"));
});

test("what is made anew holds what people wrote, not what Azure did", () => {
  const seen = {
    id: "/p",
    etag: "1",
    peeringState: "Disconnected",
    provisioningState: "Succeeded",
    allowForwardedTraffic: true,
  };
  expect(inverseOf(write({ do: "delete" }), seen)?.what).toEqual({
    do: "create",
    body: { allowForwardedTraffic: true },
  });
});

describe("nothing takes it back", () => {
  test.each([
    ["an action", write({ do: "act", action: "sync" }, { noWayBack: "oneWay" }), {}],
    [
      "a change that cannot be taken back",
      { ...change({ is: "put", path: ["a"], value: 1 }), noWayBack: "cutsOff" as const },
      { a: 2 },
    ],
    ["a change that changed nothing", change({ is: "put", path: ["a"], value: 1 }), { a: 1 }],
    ["a deletion of what was not there", write({ do: "delete" }), null],
  ])("%s", (_what, made, before) => {
    expect(inverseOf(made, before)).toBeNull();
  });
});

describe("a whole fix", () => {
  const one = change({ is: "put", path: ["a"], value: 1 });
  const other = write({ do: "create", body: { x: 1 } }, { id: "/q" });
  const start = write({ do: "act", action: "start" }, { id: "/r", noWayBack: "cutsOff" });

  test("is taken back from its end", () => {
    expect(undoOf([one, other], [{ a: 2 }, null])?.map(({ id }) => id)).toEqual(["/q", "/p"]);
  });

  test("is not taken back in part", () => {
    expect(undoOf([one, start], [{ a: 2 }, {}])).toBeNull();
  });

  test("leaves what does nothing by itself", () => {
    expect(undoOf([{ ...other, noWayBack: "stays" }, one], [null, { a: 2 }])?.map(({ id }) => id)).toEqual([
      "/p",
    ]);
  });

  test("that made something anew has nothing to go back to", () => {
    expect(
      undoOf([write({ do: "delete" }), write({ do: "create", body: { x: 1 } })], [{ x: 1 }, null]),
    ).toBeNull();
  });
});
