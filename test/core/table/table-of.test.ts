// From a command and its output to a table, and where it is none.
import fc from "fast-check";
import { tableOf } from "../../../src/core/table/table-of.ts";
import { asks, printed } from "./printed.ts";

const pods = "NAMESPACE|NAME|READY|STATUS|RESTARTS|AGE|IP|NODE";
const output = printed(
  pods,
  "pay|ledger-0|1/1|Running|0|12d|10.244.1.2|aks-1",
  "pay|api-1|1/1|Running|2 (5m ago)|3d|10.244.1.3|aks-1",
  "shop|cart-1|0/1|CrashLoopBackOff|14 (2m9s ago)|52m|10.244.1.4|aks-2",
  "shop|cart-2|0/1|Pending|0|3s|<none>|<none>",
);
const names = (text: string, request = asks("pods")) =>
  tableOf(request, text)?.rows.map(({ name }) => name) ?? null;

test("the worst comes first, with what is worth telling of it", () => {
  expect(tableOf(asks("pods"), output)).toEqual({
    resource: "pods",
    judged: true,
    other: [],
    rows: [
      {
        namespace: "shop",
        name: "cart-1",
        level: "broken",
        state: { is: "word", word: "CrashLoopBackOff" },
        facts: [
          { column: "READY", value: "0/1" },
          { column: "RESTARTS", value: "14 (2m9s ago)" },
          { column: "AGE", value: "52m" },
          { column: "NODE", value: "aks-2" },
        ],
      },
      expect.objectContaining({ name: "api-1", level: "warning", state: { is: "restarted" } }),
      expect.objectContaining({
        name: "cart-2",
        level: "moving",
        facts: [
          { column: "READY", value: "0/1" },
          { column: "AGE", value: "3s" },
        ],
      }),
      expect.objectContaining({ name: "ledger-0", level: "fine" }),
    ],
  });
});

test("the latest event comes first, warnings before the others", () => {
  const events = printed(
    "LAST SEEN|TYPE|REASON|OBJECT|MESSAGE",
    "52m|Normal|Pulled|pod/a|Pulled",
    "3d|Warning|BackOff|pod/b|Back-off",
    "2m9s (x214 over 52m)|Warning|Unhealthy|pod/c|Readiness probe failed: HTTP 500",
    "<unknown>|Warning|Failed|pod/d|Error",
  );
  expect(names(events, asks("events", "events"))).toEqual(["pod/c", "pod/b", "pod/d", "pod/a"]);
});

test.each<[string, string, readonly string[], readonly string[]]>([
  ["a warning above", `Warning: v1 is deprecated\n${output}`, ["Warning: v1 is deprecated"], []],
  [
    "an error below",
    `${output}Error from server (Forbidden): no\n`,
    ["Error from server (Forbidden): no"],
    [],
  ],
  [
    "the sums of top",
    printed("NAME|CPU(cores)|MEMORY(bytes)", "a|1m|2Mi", "|________|________", "|1m|2Mi"),
    ["________  ________", "1m  2Mi"],
    ["a"],
  ],
])("%s is no row", (what, text, other, rows) => {
  const table = tableOf(what.endsWith("top") ? asks("pods", "top") : asks("pods"), text);
  expect(table?.other).toEqual(other);
  if (rows.length > 0) expect(table?.rows.map(({ name }) => name)).toEqual(rows);
  else expect(table?.rows).toHaveLength(4);
});

test.each<[string, string, readonly string[]]>([
  [
    "of several letters' width",
    printed("NAME|STATUS|AGE", "späß|Active|3d", "𝔸𝔹ℂ|Active|3d"),
    ["späß", "𝔸𝔹ℂ"],
  ],
  [
    "that was masked",
    "NAME   STATUS   AGE\nax   Active   3d\n[masked secret]   Active   3d\n",
    ["ax", "[masked secret]"],
  ],
])("a cell %s keeps its row", (_, text, expected) => {
  expect(names(text, asks("namespaces"))).toEqual(expected);
});

test("the name stands without its type, and beside its pod's", () => {
  expect(names(printed("NAME|READY|STATUS|RESTARTS|AGE", "pod/api-1|1/1|Running|0|3d"))).toEqual(["api-1"]);
  const containers = printed("POD|NAME|CPU(cores)|MEMORY(bytes)", "api-1|main|1m|2Mi");
  expect(names(containers, asks("pods", "top"))).toEqual(["api-1"]);
});

test("of a type that is not known every column is told, and nothing is wrong", () => {
  const table = tableOf(asks("serviceaccounts"), printed("NAME|SECRETS|AGE", "api|0|3d", "ci|2|9d"));
  expect(table).toMatchObject({ judged: false, rows: [{ level: "plain", state: null }, { level: "plain" }] });
  expect(table?.rows[1]?.facts).toEqual([
    { column: "SECRETS", value: "2" },
    { column: "AGE", value: "9d" },
  ]);
});

test("a known type without the columns that it is judged by is judged by none", () => {
  expect(tableOf(asks("pods"), printed("NAME|AGE", "api-1|3d"))?.judged).toBe(false);
});

test.each<[string, ReturnType<typeof asks>, string]>([
  ["a form that was asked for", asks("pods", "get", "--output=yaml"), output],
  ["the same in two words", asks("pods", "get", "-o", "json"), output],
  ["several types", { ...asks("pods"), resources: ["pods", "services"] }, output],
  ["another verb", asks("pods", "describe"), output],
  ["no header", asks("pods"), output.slice(output.indexOf("\n") + 1)],
  ["a header alone", asks("pods"), output.slice(0, output.indexOf("\n"))],
  ["a sentence", asks("pods"), "No resources found in pay namespace.\n"],
  ["nothing", asks("pods"), ""],
  [
    "more that does not fit than does",
    asks("pods"),
    `${output}${"a-line-of-a-log of all kinds of things\n".repeat(9)}`,
  ],
  ["no names", asks("pods"), printed("READY|STATUS", "1/1|Running")],
])("%s is no table", (_, request, text) => {
  expect(tableOf(request, text)).toBeNull();
});

test("of several kinds the head of one that a filter left empty is no row", () => {
  const heads = "NAMESPACE   NAME   READY   UP-TO-DATE   AVAILABLE   AGE";
  const pods = printed("NAMESPACE|NAME|READY|STATUS|RESTARTS|AGE", "shop|pod/cart-1|0/1|Pending|0|3d");
  const table = tableOf({ ...asks("pods"), resources: ["deployments", "pods"] }, `${heads}\n${pods}`);
  expect(table?.rows.map(({ name, level }) => [name, level])).toEqual([["pod/cart-1", "broken"]]);
});

test("several kinds are judged as each alone, the worst of all first", () => {
  const of = (namespace: string, ...lines: readonly string[]) =>
    printed(...lines.map((line, at) => `${at === 0 ? "NAMESPACE" : namespace}|${line}`));
  const all = [
    of(
      "shop",
      "NAME|READY|STATUS|RESTARTS|AGE",
      "pod/cart-1|1/1|Running|0|3d",
      "pod/cart-2|0/1|CrashLoopBackOff|9 (1m ago)|52m",
    ),
    of(
      "shop",
      "NAME|TYPE|CLUSTER-IP|EXTERNAL-IP|PORT(S)|AGE",
      "service/cart|ClusterIP|10.0.3.4|<none>|80/TCP|3d",
    ),
    of("shop", "NAME|READY|UP-TO-DATE|AVAILABLE|AGE", "deployment.apps/cart|0/2|2|0|3d"),
  ].join("\n");
  const request = { ...asks("pods"), resources: ["pods", "services", "deployments"] };
  const table = tableOf(request, all);
  expect(table).toMatchObject({ resource: "objects", judged: true });
  expect(table?.rows.map(({ level, name }) => [level, name]).slice(0, 2)).toEqual([
    ["broken", "pod/cart-2"],
    ["broken", "deployment.apps/cart"],
  ]);
  expect(table?.rows).toHaveLength(4);
});

test("a wide table is one", () => {
  expect(names(output, asks("pods", "get", "--output=wide"))).toHaveLength(4);
  expect(names(output, asks("pods", "get", "-o", "wide"))).toHaveLength(4);
});

test("every row comes back whole, whatever stands in its cells", () => {
  const cell = fc.stringMatching(/^[a-z0-9<>()/:.]+( [a-z0-9<>()/:.]+)?$/, { maxLength: 20 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
      const text = printed("NAME|NOMINATED NODE|AGE", ...rows.map((row) => row.join("|")));
      const table = tableOf(asks("leases"), text);
      const names = rows.map(([name]) => name.replace(/^[a-z0-9.]+\//, "")).filter((name) => name !== "");
      expect(table?.rows.map(({ name }) => name) ?? []).toEqual(names);
    }),
  );
});
