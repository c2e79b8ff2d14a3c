// What patches make of an object.
import {
  jsonPatch,
  mergePatch,
  PatchError,
  strategicMergePatch,
} from "../../../simulator/kubernetes/patches.ts";

const containers = [
  { name: "a", image: "a:1", env: [{ name: "X", value: "1" }] },
  { name: "b", image: "b:1" },
];

test.each<[string, (target: unknown, patch: unknown) => unknown, unknown, unknown, unknown]>([
  [
    "merge: adds and replaces",
    mergePatch,
    { a: 1, b: { c: 1 } },
    { b: { d: 2 } },
    { a: 1, b: { c: 1, d: 2 } },
  ],
  ["merge: null removes", mergePatch, { a: 1, b: 2 }, { a: null }, { b: 2 }],
  ["merge: lists are replaced", mergePatch, { containers }, { containers: [] }, { containers: [] }],
  [
    "strategic: named lists merge by name, at every depth",
    strategicMergePatch,
    { containers },
    {
      "$setElementOrder/containers": [],
      containers: [{ name: "a", image: "a:2", env: [{ name: "Y", value: "2" }] }],
    },
    {
      containers: [
        {
          name: "a",
          image: "a:2",
          env: [
            { name: "X", value: "1" },
            { name: "Y", value: "2" },
          ],
        },
        { name: "b", image: "b:1" },
      ],
    },
  ],
  [
    "strategic: $patch: delete removes an element",
    strategicMergePatch,
    { containers },
    {
      containers: [
        { name: "a", $patch: "delete" },
        { name: "z", $patch: "delete" },
      ],
    },
    { containers: [{ name: "b", image: "b:1" }] },
  ],
  [
    "strategic: other lists are replaced",
    strategicMergePatch,
    { taints: [1, 2] },
    { taints: [3] },
    { taints: [3] },
  ],
])("%s", (_, patch, target, change, expected) => {
  expect(patch(target, change)).toEqual(expected);
});

const object = { metadata: { labels: { "a/b": "1" } }, spec: { list: [1, 2], none: null } };

test.each<[string, readonly object[], unknown]>([
  [
    "a move takes away what it sets elsewhere",
    [{ op: "move", from: "/metadata/labels/a~1b", path: "/metadata/x" }],
    { ...object, metadata: { labels: {}, x: "1" } },
  ],
  [
    "a copy leaves it where it is",
    [{ op: "copy", from: "/spec/list/0", path: "/spec/list/-" }],
    { ...object, spec: { ...object.spec, list: [1, 2, 1] } },
  ],
  ["a test that holds changes nothing", [{ op: "test", path: "/spec/none", value: null }], object],
  [
    "what an operation does not need is passed over",
    [{ op: "remove", path: "/spec/list/0", value: 7, note: "x" }],
    { ...object, spec: { ...object.spec, list: [2] } },
  ],
])("JSON: %s", (_, operations, expected) => {
  expect(jsonPatch(object, operations)).toEqual(expected);
});

test.each<[string, unknown]>([
  ["of a path that is not there", { op: "replace", path: "/spec/w/y", value: 1 }],
  ["from a path that is not there", { op: "move", from: "/spec/w", path: "/spec/y" }],
  ["of the whole object", { op: "replace", path: "", value: {} }],
  ["past the end of a list", { op: "add", path: "/spec/list/9", value: 1 }],
  ["a test that does not hold", { op: "test", path: "/spec/list/0", value: 2 }],
  ["an unknown one", { op: "merge", path: "/spec", value: {} }],
  ["without a path", { op: "remove" }],
  ["that is none", "remove"],
])("an operation that the API server cannot carry out: %s", (_, operation) => {
  expect(() => jsonPatch(object, [{ op: "add", path: "/spec/x", value: 1 }, operation])).toThrow(PatchError);
});
