// What patches make of an object.
import { mergePatch, strategicMergePatch } from "../../../simulator/kubernetes/patches.ts";

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
