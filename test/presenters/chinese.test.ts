// Chinese: a space stands between it and Latin letters, and nowhere else; one word for one thing, in all its texts.
import { readdirSync, readFileSync } from "node:fs";
import { styleOf } from "../../src/presenters/messages/catalogue/style.ts";
import { messages } from "../../src/presenters/messages/messages.ts";

const { and, closeUp, list, or } = styleOf("zh-Hans");

test.each([
  ["未能读取 集群 prod-1", "未能读取集群 prod-1"],
  ["集群 的状态为 Failed 。", "集群的状态为 Failed。"],
  [
    "API 服务器（ 10.0.0.4 ）：规则 a 阻止了它。 它已停止。",
    "API 服务器（10.0.0.4）：规则 a 阻止了它。它已停止。",
  ],
  ["run `kubectl get pods` on prod-1", "run `kubectl get pods` on prod-1"],
])("%s is closed up", (text, closed) => {
  expect(closeUp(text)).toBe(closed);
});

test.each([
  [list, ["a", "", "b"], "a、b"],
  [and, [], ""],
  [and, ["a", "b"], "a 和 b"],
  [and, ["a", "b", "节点"], "a、b 和节点"],
  [or, ["集群", "节点"], "集群或节点"],
] as const)("%p of %j is %s", (listed, parts, said) => {
  expect(listed(parts)).toBe(said);
});

test.each([
  [["a", "b", "c", "d"], "a、b、c、d"],
  [["a", "b", "c", "d", "e"], "a、b、c 及另外 2 项"],
])("the first ones of %j are %s", (ranges, said) => {
  expect(messages("zh").whyAllowed.inRanges({ ranges })).toContain(said);
});

const catalogues = new URL("../../src/presenters/messages/zh/", import.meta.url);
const files = [
  ...readdirSync(catalogues, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => [file, new URL(file, catalogues)] as const),
  ["the manifest", new URL("../../manifest/zh-cn.json", import.meta.url)] as const,
];

test.each(files)(
  "%s has one form of address, and one word each for an alert, an image and a thread",
  (_file, at) => {
    const text = readFileSync(at, "utf8");
    const others = { 您: "你", 告警: "警报", 映像: "镜像", 话题: "会话", 运营人员: "运维人员" };
    expect(Object.keys(others).filter((other) => text.includes(other))).toEqual([]);
  },
);
