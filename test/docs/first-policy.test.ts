// What a security reviewer reads of the first policy is what `install` writes.
import { parse } from "yaml";
import { firstPolicy } from "../../src/core/install/first-policy.ts";
import { pageOf, tablesOn } from "./pages.ts";

test("the page names each key of its rule, and the keys that it leaves out", () => {
  const { rules, operators } = parse(
    firstPolicy([{ id: "5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70", displayName: "a" }]),
  );
  const [reads, ...others] = rules;
  const { id: _id, effect: _effect, groups: _groups, clusters: _clusters, show: _show, ...opened } = reads;
  const rows = tablesOn(pageOf("docs/security.md")).find(({ head }) => head[1] === "there")?.rows ?? [];
  const keys = (there: string) =>
    rows.flatMap(([cell = "", is]) =>
      is === there ? [...cell.matchAll(/`([^`]+)`/g)].map(([, key = ""]) => key) : [],
    );
  expect(keys("yes").toSorted()).toEqual([...Object.keys(opened), "operators"].toSorted());
  expect(keys("no").filter((key) => key in reads)).toEqual([]);
  // An off switch that nobody may press is worth nothing on the first night.
  expect(operators).toEqual(reads.groups);
  expect(others.map((rule: { effect: string }) => rule.effect)).toEqual(["deny"]);
});
