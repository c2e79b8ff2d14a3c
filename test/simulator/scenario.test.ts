// Scenarios: base and patch, relative times, and words for what is wrong.
import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { applyPatch, type PatchOperation } from "../../simulator/scenario/json-patch.ts";
import { absoluteTimes, loadScenario } from "../../simulator/scenario/load.ts";

const files = (await readdir("simulator/scenarios")).filter((file) => file.endsWith(".json"));

test.each(files)("%s is valid and named after its file", async (file) => {
  const scenario = await loadScenario(path.join("simulator/scenarios", file));
  expect(`${scenario.name}.json`).toBe(file);
  expect(scenario.description).toMatch(/\.$/);
});

test("a variation is its base with the patch and its own keys", async () => {
  const base = await loadScenario("simulator/scenarios/hub-spoke.json");
  const variation = await loadScenario("simulator/scenarios/dns-link-missing.json");
  const linksOf = (scenario: typeof base) =>
    scenario.resources.filter((item) => /virtualNetworkLinks\//.test(item.id));
  expect([linksOf(base).length, linksOf(variation).length]).toEqual([2, 1]);
  expect(variation.principals).toEqual(base.principals);
  expect(Date.parse(String(variation.changes[0]?.time))).toBeLessThan(Date.now());
});

test.each([
  ["-PT2H", "2026-11-24T10:00:00Z"],
  ["+P1DT30M", "2026-11-25T12:30:00Z"],
  ["-PT90S", "2026-11-24T11:58:30Z"],
  ["PT4H", "PT4H"],
  ["-P", "-P"],
  ["-PT", "-PT"],
])("time %s → %s", (text, expected) => {
  expect(absoluteTimes({ a: [text] }, new Date("2026-11-24T12:00:00Z"))).toEqual({ a: [expected] });
});

describe("JSON Patch", () => {
  const document = { a: [1, 2], "b/c": { "d~e": 1 } };
  test.each<[string, PatchOperation, unknown]>([
    ["add in a list", { op: "add", path: "/a/1", value: 9 }, { ...document, a: [1, 9, 2] }],
    ["add at its end", { op: "add", path: "/a/-", value: 9 }, { ...document, a: [1, 2, 9] }],
    ["add a key", { op: "add", path: "/f", value: null }, { ...document, f: null }],
    ["replace", { op: "replace", path: "/b~1c/d~0e", value: 2 }, { ...document, "b/c": { "d~e": 2 } }],
    ["replace all", { op: "replace", path: "", value: 3 }, 3],
    ["remove", { op: "remove", path: "/a/0" }, { ...document, a: [2] }],
    ["move", { op: "move", from: "/a/0", path: "/f" }, { ...document, a: [2], f: 1 }],
    ["copy", { op: "copy", from: "/a", path: "/f" }, { ...document, f: [1, 2] }],
    ["test", { op: "test", path: "/a", value: [1, 2] }, document],
  ])("%s", (_, operation, expected) => {
    expect(applyPatch(document, [operation])).toEqual(expected);
  });

  test.each<[string, PatchOperation, RegExp]>([
    ["no such key", { op: "remove", path: "/x" }, /patch operation 0 \(remove \/x\): there is no "x"/],
    ["past the end", { op: "add", path: "/a/3", value: 1 }, /index 3 is past the end/],
    ["not an index", { op: "replace", path: "/a/01", value: 1 }, /"01" is not a list index/],
    ["another value", { op: "test", path: "/a/0", value: 2 }, /the value is another one/],
  ])("%s is refused", (_, operation, message) => {
    expect(() => applyPatch(document, [operation])).toThrow(message);
  });
});

describe("what is wrong is said", () => {
  const tenantId = "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7";
  const valid = { name: "x", tenantId, subscriptions: [{ subscriptionId: tenantId, displayName: "s" }] };
  test.each([
    ["an unknown key", { ...valid, resource: [] }, /resource/],
    ["a bad GUID", { ...valid, tenantId: "contoso" }, /must be a GUID/],
    [
      "an unknown role",
      {
        ...valid,
        principals: [{ oid: tenantId, displayName: "a", userPrincipalName: "a" }],
        roleAssignments: [{ principalId: tenantId, scope: "/", role: "King" }],
      },
      /not a role the local Azure knows/,
    ],
    [
      "a foreign subscription",
      { ...valid, resources: [{ id: "/subscriptions/x/resourceGroups/g" }] },
      /its subscription is not listed/,
    ],
    [
      "a resource twice",
      {
        ...valid,
        resources: [
          { id: `/subscriptions/${tenantId}/resourceGroups/g` },
          { id: `/subscriptions/${tenantId}/resourcegroups/G` },
        ],
      },
      /is there twice/,
    ],
    [
      "Kubernetes without a cluster",
      { ...valid, kubernetes: { [`/subscriptions/${tenantId}/x`]: {} } },
      /no cluster/,
    ],
    ["a base that is itself", { base: "self.json" }, /cannot be its own base/],
    ["a missing base", { base: "none.json" }, /cannot be read/],
  ])("%s", async (_, document, message) => {
    const folder = await mkdtemp(path.join(tmpdir(), "scenario-"));
    const file = path.join(folder, "self.json");
    await writeFile(file, JSON.stringify(document));
    await expect(loadScenario(file)).rejects.toThrow(message);
  });
});
