// Facts of a cluster, asked for in lines that are among no examples: what is learned holds for what nobody has written yet.
import { readFileSync } from "node:fs";
import { factIds } from "../../../src/core/diagnosis/read-fact.ts";
import { understanding, viewOf } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const view = viewOf(["prod-1", "prod-2", "staging-weu", "edge-1", "payments-aks"], "prod-1");

/** Language, fact, line. */
const lines = readFileSync(new URL("lines/facts.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((row) => row.split("\t"));

/** Of 1. */
const mostMissed = 0.08;

test.each(["en", "de", "zh"])("%s: the fact that is asked for is answered", (language) => {
  const own = lines.filter(([of]) => of === language);
  const missed = own.filter(
    ([, fact, line = ""]) => understanding(line, view, messages(language)).question !== fact,
  );
  expect(own.length).toBeGreaterThan(100);
  expect(missed.length <= own.length * mostMissed ? [] : missed).toEqual([]);
});

test("there are lines for each fact in each language", () => {
  const has = (language: string, fact: string) =>
    lines.some(([of, asked]) => of === language && asked === fact);
  expect(["en", "de", "zh"].flatMap((language) => factIds.filter((fact) => !has(language, fact)))).toEqual(
    [],
  );
});
