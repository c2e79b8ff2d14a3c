// Redaction against what the real kubectl prints: planted secrets are masked in every form, ordinary text is left alone.
// Secrets, objects and logs are made here, from nothing of the product's. PROVE=1: all; else a sample with a seed.
import { redact, redactOutput } from "../../../src/core/redact/redact.ts";
import { outputFile, type Run } from "../../../src/core/run/run.ts";
import { toldOutput } from "../../../src/core/table/table-of.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present } from "../../../src/presenters/present.ts";
import { printed } from "../../fixtures/answers.ts";
import { collectOutputs, makeSamples, type Output, readable } from "./corpus.ts";
import { collectOrdinary, type Ordinary, touchedLines } from "./ordinary.ts";

const all = process.env.PROVE === "1";
const seed = Number(process.env.SEED ?? 11);
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;
const masked = ({ text, argv }: Readonly<{ text: string; argv: readonly string[] }>): string =>
  redactOutput(text, { argv: argv[0] === "helm" ? argv : ["kubectl", ...argv] }).text;

/** A key that a column shows in pieces is masked line by line, and as one where the columns are not known. */
const inOneLine = (text: string): string => text.replace(/\[masked\](\n\s*\[masked\])+/g, "[masked]");

describe("planted secrets", () => {
  let outputs: readonly Output[];
  beforeAll(async () => {
    // Every eleventh call is a hundred of them, and meets every place and form.
    const made = await collectOutputs(makeSamples(200, seed), (index) => all || index % 11 === 0);
    outputs = made.filter(({ text, sample }) => readable(text, sample.secrets).length > 0);
  });

  test("are shown by kubectl in the first place", () => {
    expect(outputs.length).toBeGreaterThanOrEqual(all ? 1_200 : 100);
  });

  test("are masked: at least 99.5 % of all outputs, every one of the everyday forms", () => {
    const open = outputs.filter((output) => readable(masked(output), output.sample.secrets).length > 0);
    const everyday = outputs.filter((output) => output.everyday);
    const share = percent(outputs.length - open.length, outputs.length);
    console.log(`${outputs.length} outputs with a secret, ${everyday.length} everyday; masked: ${share}`);
    expect(open.filter((output) => output.everyday).map(titleOf)).toEqual([]);
    expect(open.slice(0, Math.floor(outputs.length * 0.005)).map(titleOf)).toEqual(open.map(titleOf));
  });

  test("and on none of its cards, tables among them, nor in its file", () => {
    let tables = 0;
    for (const { sample, ...asked } of outputs) {
      const argv = asked.argv[0] === "helm" ? asked.argv : ["kubectl", ...asked.argv];
      const text = masked(asked);
      const left = new Set(readable(text, sample.secrets));
      const run = printed(argv, sample.resource, text);
      if (isTable(run)) tables += 1;
      const shown = [null, 1, 2].map((page) => wordsIn(present({ kind: "run", run, page }, messages("en"))));
      const seen = [...shown, outputFile(run)?.text ?? ""].flatMap((each) => readable(each, sample.secrets));
      expect(seen.filter((secret) => !left.has(secret))).toEqual([]);
    }
    expect(tables).toBeGreaterThanOrEqual(all ? 150 : 12);
  });

  test("and nothing more when it is masked again", () => {
    for (const output of outputs) {
      const once = masked(output);
      expect(inOneLine(redact(once).text)).toBe(inOneLine(once));
    }
  });
});

const isTable = ({ task, status }: Run): boolean =>
  task.kind === "command" &&
  status.state === "succeeded" &&
  status.result !== null &&
  toldOutput(task.request, status.result).as === "table";

/** Every text of a card, one a line. */
const wordsIn = (value: unknown): string =>
  typeof value === "string"
    ? value
    : typeof value === "object" && value !== null
      ? Object.values(value).map(wordsIn).join("\n")
      : "";

const titleOf = ({ sample, argv }: Output): string => `${sample.title}: ${argv.join(" ")}`;

describe("ordinary text", () => {
  let texts: readonly Ordinary[];
  beforeAll(async () => {
    texts = await collectOrdinary(seed, all ? 20_000 : 3_000, all);
  });

  test("is left alone: at most one line in a thousand is touched", () => {
    const lines = texts.reduce((sum, { text }) => sum + text.split("\n").length, 0);
    const touched = texts.flatMap((output) => touchedLines(output.text, masked(output)));
    console.log(`${lines} ordinary lines, touched: ${percent(touched.length, lines)}`);
    expect(lines).toBeGreaterThan(14_000);
    expect(touched.slice(0, Math.floor(lines / 1_000))).toEqual(touched);
  });
});
