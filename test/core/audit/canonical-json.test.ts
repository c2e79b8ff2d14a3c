// One spelling for each value: the order of keys must not change a hash.
import { canonicalJson, type Json } from "../../../src/core/text/canonical-json.ts";

test.each<[Json, string]>([
  [null, "null"],
  [true, "true"],
  [-0, "0"],
  [1e21, "1e+21"],
  ['a"b\n', '"a\\"b\\n"'],
  ["ü", '"ü"'],
  [[3, [2], { b: 1, a: 2 }], '[3,[2],{"a":2,"b":1}]'],
  [{ b: { d: 1, c: 2 }, a: [], B: {} }, '{"B":{},"a":[],"b":{"c":2,"d":1}}'],
  [JSON.parse('{"__proto__":{"b":1},"a":2}'), '{"__proto__":{"b":1},"a":2}'],
])("%j → %s", (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])("%d has no spelling", (value) => {
  expect(() => canonicalJson({ value })).toThrow(TypeError);
});
