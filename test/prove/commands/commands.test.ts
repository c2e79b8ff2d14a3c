// Command lines by chance: what is declared covers what the real kubectl asks the API server for, for the words that were
// typed and for those that are sent; and what only reads is accepted. PROVE=1: all 5 000; else a sample with a seed.
import { findKubectl } from "../../../simulator/kubernetes/kubectl.ts";
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { undeclaredReads } from "../../kubectl/declared.ts";
import { type Recorded, type Run, recordRuns } from "../../kubectl/record.ts";
import { makeLines } from "./grammar.ts";

const all = process.env.PROVE === "1";
const seed = Number(process.env.SEED ?? 7);
const lines = makeLines(5_000, seed);

/** What is refused on purpose, though kubectl would take it. */
const onPurpose = new Set(["secret-values", "name-in-all-namespaces", "typed-secret"]);

test("what only reads is accepted, at least 98 % of it, and else refused on purpose", () => {
  const refused = lines.flatMap(({ text }) => {
    const parsed = parseKubectl(text);
    return parsed.ok ? [] : [[text, parsed.code] as const];
  });
  expect(refused.filter(([, code]) => !onPurpose.has(code)).slice(0, 20)).toEqual([]);
  expect(refused.length).toBeLessThan(lines.length * 0.02);
});

/** What of the API server was read: not how often, nor in which order. */
const readsIn = ({ reads }: Recorded): readonly string[] =>
  [...new Set(reads.map((read) => JSON.stringify(read)))].toSorted();

test("what is declared covers what kubectl sends, and what is sent is what was typed", async () => {
  const kubectl = await findKubectl();
  if (kubectl === null) throw new Error("these tests need kubectl");
  const taken = all ? lines : lines.slice(0, 100);
  const runs = taken.flatMap(({ text, words }): Run[] => {
    const parsed = parseKubectl(text);
    if (!parsed.ok) return [];
    const { request } = parsed;
    return [
      { text, request, argv: words },
      { text, request, argv: request.argv },
    ];
  });
  const recorded = await recordRuns(kubectl, runs, ["full"]);
  expect(undeclaredReads(recorded)).toEqual([]);
  const pairs = runs.flatMap(({ text }, at) => {
    const [typed, sent] = [recorded[at], recorded[at + 1]];
    return at % 2 === 0 && typed !== undefined && sent !== undefined ? [{ text, typed, sent }] : [];
  });
  const differing = pairs
    // How many of several are waited for before the time is over is chance.
    .filter(
      ({ typed, sent }) => sent.request.verb !== "wait" && readsIn(typed).join() !== readsIn(sent).join(),
    )
    .map(({ text, typed, sent }) => ({
      text,
      typed: readsIn(typed),
      sent: readsIn(sent),
      errors: typed.errors,
    }));
  expect(differing).toEqual([]);
  const reading = pairs.filter(({ typed }) => typed.reads.length > 0).length;
  console.log(`${pairs.length} command lines, of which ${reading} read objects`);
  expect(reading).toBeGreaterThan(pairs.length * 0.8);
});
