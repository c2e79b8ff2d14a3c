// What of a fix does not stand as it was left, so that taking it back undoes nobody else's work; and what stands there already.

import type { ArmWrite, JsonBody, What } from "../../../src/core/fix/write/arm-write.ts";
import { changesNothing, isAllMade, type Made, notAsLeft } from "../../../src/core/run/drift.ts";
import type { Touched } from "../../../src/core/run/proposed.ts";

const subnet = (name: string) =>
  `/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/n/subnets/${name}`;
const write = (what: What, name = "a"): ArmWrite => ({
  ...{ id: subnet(name), type: "Microsoft.Network/virtualNetworks/subnets" },
  what,
});
const put = (value: JsonBody | string | readonly string[]): What => ({
  do: "change",
  edits: [{ is: "put", path: ["field"], value }],
});
const item = { ipv4Address: "10.0.0.4" };
const add: What = { do: "change", edits: [{ is: "add", path: ["aRecords"], item }] };
const create: What = { do: "create", body: { a: 1 } };
const remove: What = { do: "delete" };

type Now = readonly [version: string | null, body: JsonBody | null];

const touched = (version: string | null): Touched => ({
  ...{ type: "subnets", name: "a", namespace: null, version },
  ...{ does: "change", fields: [] },
});

/** So many objects do not stand as they were left; `now`: before each write of the undo. */
const changed = (made: readonly Made[], now: readonly Now[], undo = made.map((each) => each.write)) =>
  notAsLeft(made, undo, {
    objects: now.map(([version]) => touched(version)),
    before: now.map(([, body]) => body),
  }).length;

test.each<[string, What, JsonBody | null, number]>([
  ["the value that was put", put("a"), { field: "a", other: 2 }, 0],
  ["another value", put("a"), { field: "b" }, 1],
  ["a longer list", put(["a"]), { field: ["a", "b"] }, 1],
  ["an id that Azure spells otherwise", put({ id: subnet("b") }), { field: { id: subnet("B") } }, 0],
  ["a value that differs in its letters", put("a"), { field: "A" }, 1],
  ["an item that was added, beside others", add, { aRecords: [{ ipv4Address: "10.0.0.5" }, item] }, 0],
  ["an item that somebody took away", add, { aRecords: [] }, 1],
  ["what was made, with what Azure fills in", create, { a: 1, b: 2 }, 0],
  ["what was made, and is another by now", create, { a: 2 }, 1],
  ["what was deleted, and somebody made anew", remove, { a: 1 }, 1],
])("of another version: %s", (_, what, body, count) => {
  expect(changed([{ write: write(what), version: "1" }], [["2", body]])).toBe(count);
});

test.each<[string, What, string | null, Now, number]>([
  ["of the version that it left", put("1.2.3.4"), "1", ["1", { field: "1.2.3.4/32" }], 0],
  ["deleted, and still gone", remove, null, [null, null], 0],
  ["made, its version not read, and gone", create, null, [null, null], 1],
  ["made, its version not read, and as it was written", create, null, ["1", { a: 1 }], 0],
])("%s", (_, what, version, now, count) => {
  expect(changed([{ write: write(what), version }], [now])).toBe(count);
});

test("of an object that was written twice the last write counts, and the first look", () => {
  const made = ["a", "b"].map((value) => ({ write: write(put(value)), version: null }));
  const later: Now = ["3", { field: "a" }];
  expect(changed(made, [["2", { field: "b" }], later])).toBe(0);
  expect(changed(made, [["2", { field: "c" }], later])).toBe(1);
});

test("what may stay, and is not taken back, is not looked at", () => {
  const made = ["a", "zone"].map((name) => ({ write: write(put("x"), name), version: null }));
  expect(changed(made, [["2", { field: "x" }]], [write(put("w"))])).toBe(0);
});

test("an object is known however its id is spelled", () => {
  const made = [{ write: write(put("x")), version: null }];
  const undo = [{ ...write(put("w")), id: subnet("a").toUpperCase() }];
  expect(changed(made, [["2", { field: "y" }]], undo)).toBe(1);
});

const field = { path: "spec.replicas", before: "2", after: "3" };
test.each<[string, readonly Partial<Touched>[], "server" | "none", boolean]>([
  ["all as it is", [{}, {}], "server", true],
  ["one is another", [{}, { fields: [field] }], "server", false],
  ["more fields than are shown", [{ moreFields: 2 }], "server", false],
  ["a Secret, whose values are not read", [{ type: "secrets" }], "server", false],
  ["deleted", [{ does: "delete" }], "server", false],
  ["restarted", [{ does: "restart" }], "server", false],
  ["pods are moved off a node that is cordoned", [{ does: "evict" }], "server", false],
  ["nobody was asked what would come of it", [{}], "none", false],
  ["nothing is named", [], "server", false],
])("a command changes nothing: %s", (_, objects, preview, isNothing) => {
  const all = objects.map((each) => ({ ...touched("1"), ...each }));
  expect(changesNothing({ objects: all, preview })).toBe(isNothing);
});

test.each<[string, What, JsonBody | null, boolean]>([
  ["the value stands there", put("a"), { field: "a", other: 2 }, true],
  ["another value", put("a"), { field: "b" }, false],
  ["it is gone already", remove, null, true],
  [
    "it is to be started, and runs",
    { do: "act", action: "start" },
    { powerState: { code: "Running" } },
    true,
  ],
  ["it is to be begun anew", { do: "act", action: "restart" }, { powerState: { code: "Running" } }, false],
])("a fix is made already: %s", (_, what, body, isMade) => {
  expect(isAllMade([write(what)], { before: [body] })).toBe(isMade);
  expect(isAllMade([write(what), write(put("x"))], { before: [body, { field: "y" }] })).toBe(false);
});
