// A field that nobody understands: what it may say is told apart, and what nobody reads costs nothing.
import { asAnswered, readingsOf } from "../../../src/azure/collect/kit/odd-cluster.ts";

type Read = Readonly<{ flag: boolean; count: number; name: string }>;

/** Reads three fields, each strictly. */
const parse = async (raw: unknown): Promise<Read> => {
  const { flag = false, count = 1, profile = {} } = Object(Object(raw).properties);
  const { name = "" } = profile;
  if (typeof flag !== "boolean" || typeof count !== "number" || typeof name !== "string")
    throw new Error("odd");
  return { flag, count, name };
};
const text = (properties: unknown) => JSON.stringify({ id: "/a", properties });

test.each<[string, string, readonly Partial<Read>[]]>([
  ["yes or no", text({ flag: "x", count: 3 }), [{ flag: false }, { flag: true }]],
  ["a number", text({ count: "x", flag: true }), [{ count: 1 }, { count: 0 }, { count: 1_000_000 }]],
  [
    "a text in a profile",
    text({ profile: { name: 7 } }),
    [{ name: "" }, { name: "?" }, { name: "2020-01-01T00:00:00Z" }],
  ],
  ["two that are odd", text({ flag: "x", count: "x" }), []],
  ["a page of a proxy", "<html>", []],
  ["an error", '{"error":{"code":"x"}}', []],
])("%s", async (_, given, expected) => {
  const readings = await readingsOf(given, parse);
  expect(readings).toHaveLength(expected.length);
  expect(readings).toEqual(expected.map((each) => expect.objectContaining(each)));
});

describe("a part that the SDK gave a shape that the answer had not", () => {
  const made = { profile: {}, pools: [{}], name: "a", at: new Date(0), other: { x: 1 } };
  const raw = { name: "a", properties: { Profile: 7, pools: 7, other: { x: 1 } } };
  const read = asAnswered(made, raw) as typeof made & { profile: { enabled?: boolean } };

  test("cannot be read as if it said nothing", () => {
    expect(() => read.profile.enabled).toThrow("shape");
    expect(() => Object.entries(read.profile)).toThrow("shape");
    expect(() => read.pools.map(String)).toThrow("shape");
  });

  test("costs no other", () => {
    expect([read.name, read.at, read.other]).toEqual(["a", new Date(0), { x: 1 }]);
  });
});
