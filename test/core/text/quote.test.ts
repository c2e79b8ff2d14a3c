// What a real shell makes of a quoted argv: the same argv.
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { quoteArgv } from "../../../src/core/text/marked.ts";

test.each<[string[], string]>([
  [["kubectl", "get", "pods", "--namespace=pay"], "kubectl get pods --namespace=pay"],
  [["a b", "$(id)", ";"], "'a b' '$(id)' ';'"],
  [["it's"], `'it'\\''s'`],
  [[""], "''"],
  [["~", "*", "é"], "'~' '*' 'é'"],
])("%j becomes %s", (argv, line) => {
  expect(quoteArgv(argv)).toBe(line);
});

test.each(["a\nb", "a\0b", "a\rb"])("%j is a bug and throws", (word) => {
  expect(() => quoteArgv(["kubectl", word])).toThrow("must not reach a shell");
});

test("sh gives back any argv that was quoted", () => {
  const character = fc.oneof(
    fc.constantFrom(..."'\"\\$`;&|<>(){}[]*?~#! -=\t\u0001\u007f"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  );
  const word = fc
    .array(character, { maxLength: 12 })
    .map((characters) => characters.join(""))
    .filter((text) => !/[\0\n\r]/.test(text));
  const argvs = fc.sample(fc.array(word, { minLength: 1, maxLength: 5 }), { numRuns: 500, seed: 7 });
  const script = argvs.map((argv) => `printf '%s\\0' ${quoteArgv(argv)}`).join("\n");
  const printed = execFileSync("sh", ["-c", script], { encoding: "utf8" });
  expect(printed.split("\0").slice(0, -1)).toEqual(argvs.flat());
});
