// Whether the name of a setting tells of a secret, over names that others gave: wherever a name is judged.
import { refuseTypedSecrets } from "../../../src/core/command/grammar/typed-secrets.ts";
import { redact } from "../../../src/core/redact/redact.ts";
import { namesOfSecrets, ordinaryNames } from "./outside-names.ts";

const password = "hunter2Falcon";
/** Of a hundred texts at a time: what is longer than a message is cut. */
const linesOf = (texts: readonly string[]): readonly string[] =>
  Array.from({ length: Math.ceil(texts.length / 100) }, (_, at) =>
    redact(texts.slice(at * 100, at * 100 + 100).join("\n")).text.split("\n"),
  ).flat();

const ordinary = Object.entries(ordinaryNames).flatMap(([value, names]) =>
  names.map((name) => ({ name, value })),
);
const atMost = (names: readonly string[], share: number, of: readonly unknown[]) =>
  expect(names.slice(0, Math.floor(of.length * share))).toEqual(names);

test.each<[string, (name: string) => string]>([
  ["a log", (name) => `${name}=${password}`],
  ["an object", (name) => `${name}: ${password}`],
  ["JSON", (name) => `{"${name}":"${password}"}`],
])("of %s, at most three in a thousand secrets whose name tells can be read", (_, write) => {
  const lines = linesOf(namesOfSecrets.map(write));
  const open = namesOfSecrets.filter((__, at) => lines[at]?.includes(password) !== false);
  expect(namesOfSecrets.length).toBeGreaterThan(700);
  atMost(open, 0.003, namesOfSecrets);
});

test("what is typed behind such a name is refused", () => {
  const taken = namesOfSecrets.filter((name) => refuseTypedSecrets([`${name}=${password}`], []) === null);
  atMost(taken, 0.003, namesOfSecrets);
});

test.each<[string, (name: string, value: string) => string]>([
  ["a log", (name, value) => `${name}=${value}`],
  ["an object", (name, value) => `${name}: ${value}`],
])("of %s, at most five in a thousand ordinary settings are masked", (_, write) => {
  const texts = ordinary.map(({ name, value }) => write(name, value));
  const lines = linesOf(texts);
  expect(texts.length).toBeGreaterThan(600);
  atMost(
    texts.filter((text, at) => lines[at] !== text),
    0.005,
    texts,
  );
});
