// What a line asks for is learned from lines whose meaning is known.
import { abilitiesOf, featuresOf } from "../../../src/core/conversation/ability/ability.ts";
import { learn, rank } from "../../../src/core/conversation/ability/learn.ts";
import de from "../../../src/core/conversation/examples/de.json" with { type: "json" };
import en from "../../../src/core/conversation/examples/en.json" with { type: "json" };
import zh from "../../../src/core/conversation/examples/zh.json" with { type: "json" };

const examples = [
  ...["read the logs", "logs of api", "show me the logs please", "the logs of web"],
  ...["api 的日志", "看一下日志", "web 日志", "把日志给我看"],
].map((line) => ({ features: () => featuresOf(line), label: "logs" as const }));
const others = [
  ...["restart api", "please restart it", "restart the web deployment", "could you restart that"],
  ...["重启 api", "重启一下", "把 web 重启", "帮忙重启"],
].map((line) => ({ features: () => featuresOf(line), label: "restart" as const }));
const learned = learn([...examples, ...others]);
const read = (line: string) => rank(featuresOf(line), learned);

test.each([
  ["could I have the logs of worker-7", "logs"],
  ["kindly restart worker-7", "restart"],
  ["给我 worker-7 的日志", "logs"],
  ["worker-7 要重启", "restart"],
])("%j asks for %s, which no example says like that", (line, label) => {
  expect(read(line)[0]?.label).toBe(label);
});

test("the shares of a line are 1 together, the likeliest first", () => {
  const shares = read("logs or restart").map(({ share }) => share);
  expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1);
  expect(shares).toEqual(shares.toSorted((one, other) => other - one));
});

test("the same examples always teach the same", () => {
  const again = learn([...examples, ...others]);
  expect(rank(featuresOf("restart the logs"), again)).toEqual(read("restart the logs"));
});

test("a name, a number and an address count as what they are, whichever it is", () => {
  expect(abilitiesOf("scale api-7 on prod-1 to 5")).toEqual(abilitiesOf("scale web-2 on edge-9 to 7"));
});

test("every language has examples of the same, and of each", () => {
  const labels = (language: object) => Object.keys(language).sort();
  expect([labels(de), labels(zh)]).toEqual([labels(en), labels(en)]);
  const few = [de, en, zh].flatMap((language) =>
    Object.entries(language).filter(([, lines]) => lines.length < 15),
  );
  expect(few).toEqual([]);
});

test("no example stands twice, in one language or under two meanings", () => {
  const lines = [de, en, zh].flatMap((language) =>
    Object.values(language)
      .flat()
      .map((line) => line.toLowerCase()),
  );
  const twice = lines.filter((line, at) => lines.indexOf(line) !== at);
  expect(twice.length).toBeLessThan(lines.length / 50);
});
