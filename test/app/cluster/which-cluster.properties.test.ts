// Whatever is typed and whatever can be seen: nothing is sent to a cluster that the line does not name, but to the one
// spoken of before where no word of the line is another's name.
import fc from "fast-check";
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { draws } from "../../prove/sample.ts";
import { summaryOf } from "../setup.ts";
import { asked } from "./clusters-seen.ts";

const names = ["edge-1", "Edge-1", "prod-1", "pods", "nodes", "web", "api", "in", "on", "all"] as const;
const clusters = names.map((name, index) => summaryOf(name, `rg-${index}`));

const word = fc.constantFrom(
  ...names,
  "node",
  "deployment/api",
  "pod/edge-1",
  "the",
  "cluster",
  "at",
  "please",
  "-A",
  "x",
);
const valued = ["-n", "--namespace", "-l", "-c", "-An", "-Al"] as const;
const flag = fc.tuple(fc.constantFrom(...valued), word).map(([name, value]) => [name, value]);
const attached = fc
  .tuple(fc.constantFrom("-n", "--namespace=", "-l=", "--selector="), word)
  .map(([a, b]) => [a + b]);
const quoted = word
  .chain((text) => fc.constantFrom(`'${text}'`, `"${text}"`, `${text}.`, `${text},`, `@${text}`))
  .map((text) => [text]);
const part = fc.oneof({ arbitrary: word.map((text) => [text]), weight: 5 }, flag, attached, quoted);
const line = fc.record({
  verb: fc.constantFrom("get pods", "get nodes", "logs x", "describe pod", "top nodes", "version", "get"),
  parts: fc.array(part, { maxLength: 3 }),
  filter: fc.constantFrom("", "", "| grep edge-1", "|grep web"),
  end: fc.constantFrom("", "", " on edge-1", " on rg-0/edge-1", " --context prod-1", " in web", " please"),
});
const seen = fc.subarray([...clusters]);

/** The words that no flag takes, without quotes and punctuation, from left to right. */
function bareWords(words: readonly string[]): readonly string[] {
  const [first, second, ...others] = words;
  if (first === undefined) return [];
  if (valued.some((name) => name === first)) return bareWords(second === undefined ? [] : others);
  const rest = bareWords(words.slice(1));
  return first.startsWith("-") ? rest : [first.replace(/^[^a-z]+|[^a-z\d]+$/gi, "").toLowerCase(), ...rest];
}

/** Behind a word that leads to a cluster; what stands there is no argument. */
const led =
  /(?:\s["']?@|\s["']?(?:on|in|at|for|of)["'.,]* (?:["']?(?:the|cluster|on|in|at|for|of)["'.,]* )*["']?)([a-z\d-]+)/gi;

const withoutFlags = (text: string): string =>
  text.replace(/ (?:-n|--namespace|-l|-c|-An|-Al) \S+/g, "").replace(/ -\S+/g, "");

/** By its name, or the only one that begins so. */
const isLedTo = (text: string, name: string): boolean =>
  [...withoutFlags(text).matchAll(led)].some(([, written = ""]) =>
    name.toLowerCase().startsWith(written.toLowerCase()),
  );

test("a run goes where the line says, or is asked about", async () => {
  let [ran, askedFor] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      line,
      seen,
      fc.constantFrom(...clusters),
      async ({ verb, parts, filter, end }, visible, last) => {
        const command = `kubectl ${verb} ${parts.flat().join(" ")} ${filter}`.trim();
        const { said, sent } = await asked(`${command}${end}`, visible, last);
        const answer = said.at(-1)?.answer;
        expect(sent).toEqual([]);
        if (answer?.kind === "whichCluster") askedFor += 1;
        if (answer?.kind !== "run") return;
        ran += 1;
        const { cluster } = answer.run;
        const explicit = / on (?:(?:the|cluster|in|at) )*(?:rg-0\/)?([^-\s]\S*)$| --context (\S+)$/i.exec(
          `${command}${end}`
            .replace(/ please$/, "")
            .replace(/["'.,]/g, "")
            // The value of a flag says nothing of a cluster.
            .replace(/ (?:-n|--namespace|-l|-c|-An|-Al) on(?= )/gi, ""),
        );
        if (explicit) {
          expect(cluster.remembered).toBeUndefined();
          // By its name, or the only one that begins so.
          const written = (explicit[1] ?? explicit[2] ?? "").toLowerCase().replace(/^@/, "");
          expect(cluster.name.toLowerCase().slice(0, written.length)).toBe(written);
          return;
        }
        if (cluster.remembered === undefined) {
          // Led to, or nothing but a cluster: without it, there is no command.
          if (parseKubectl(command).ok)
            expect([cluster.name, isLedTo(`${command}${end}`, cluster.name)]).toEqual([cluster.name, true]);
          expect(visible.map(({ id }) => id)).toContain(cluster.id);
          return;
        }
        expect(cluster).toEqual({ id: last.id, name: last.name, remembered: true });
        const taken = bareWords([
          ...parts.flat(),
          ...filter.replace("|", "| ").split(/\s+/).slice(2),
          ...end.trim().split(" "),
        ]);
        const known = visible.map(({ name }) => name.toLowerCase());
        expect(taken.filter((each) => known.includes(each))).toEqual([]);
      },
    ),
    { numRuns: draws(300, 1_500), seed: Number(process.env.SEED ?? 20_261_126) },
  );
  // The property is about both.
  expect(Math.min(ran, askedFor)).toBeGreaterThan(10);
});
