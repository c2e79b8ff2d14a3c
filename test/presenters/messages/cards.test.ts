// Everything that is shown, in a language of which every text is marked: a word outside the marks is data, or comes from
// nowhere in the catalogue.

import { commandText } from "../../../src/core/command/grammar/command-request.ts";
import type { Answer, Unmasked } from "../../../src/core/conversation/answer.ts";
import type { Diagnosis } from "../../../src/core/diagnosis/diagnosis.ts";
import { accessLines, diagnosisLines } from "../../../src/doors/cli/format.ts";
import { renderText } from "../../../src/doors/cli/print.ts";
import { sayDiagnosis } from "../../../src/presenters/diagnosis/localize-diagnosis.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present } from "../../../src/presenters/present.ts";
import { pipe } from "../../doors/cli/terminal.ts";
import { answers } from "../../fixtures/answers.ts";
import * as diagnoses from "../../fixtures/diagnoses.ts";
import { modes } from "../../fixtures/operations-answers.ts";
import { pseudo, unmarked } from "./pseudo.ts";

const texts = messages("x", { x: pseudo });

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** Properties of a card that people read; and `value`, of a fact. */
const read = new Set([
  "text",
  "title",
  "speak",
  "fallbackText",
  "summary",
  "label",
  "placeholder",
  "errorMessage",
]);

/** Code stands there to be copied, and comes from data. */
function textsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (!isNode(node) || node.fontType === "Monospace") return [];
  const isFact = Object.keys(node).toSorted().join() === "title,value" && !/^\//.test(String(node.value));
  return Object.entries(node).flatMap(([name, each]) => {
    if (name === "data") return [];
    if (typeof each !== "string") return textsIn(each);
    return read.has(name) || (isFact && name === "value") ? [each] : [];
  });
}

/** Words of the engine's own: where one is shown, that is no data. */
const codes = new Set([
  "kind",
  "is",
  "state",
  "status",
  "verdict",
  "severity",
  "confidence",
  "code",
  "end",
  "show",
  "effect",
]);

function valuesIn(data: unknown): readonly string[] {
  if (typeof data === "string") return [data];
  if (!isNode(data)) return [];
  const own = Object.entries(data).filter(([name, each]) => typeof each !== "string" || !codes.has(name));
  return own.flatMap(([, each]) => valuesIn(each));
}

const wordsIn = (text: string): readonly string[] =>
  text.replace(/&[a-z]+;|\\u[\da-f]{4}/g, " ").match(/\p{L}[\p{L}\d]*…?/gu) ?? [];

/** What is said alike in every language. */
const names = ["UTC", "DATE", "TIME", "SHORT"];

function strangeWords(shown: readonly string[], data: readonly unknown[]): readonly string[] {
  const known = new Set([...names, ...data.flatMap(valuesIn).flatMap(wordsIn)]);
  const isKnown = (word: string): boolean =>
    known.has(word) || (word.endsWith("…") && [...known].some((each) => each.startsWith(word.slice(0, -1))));
  const outside = shown.map((text) => unmarked(text).replace(/<\/?at>|\]\(\S*?\)/g, " ")).flatMap(wordsIn);
  return [...new Set(outside)].filter((word) => !isKnown(word));
}

const commandOf = (answer: Answer | Unmasked): string =>
  "run" in answer && answer.run.task.kind === "command" ? commandText(answer.run.task.request) : "";

test.each(Object.entries(answers))("the card %s", (name, answer) => {
  const mode = modes[name];
  const shown = textsIn(present(answer, texts, mode));
  expect(strangeWords(shown, [answer, mode, commandOf(answer)])).toEqual([]);
});

const all = Object.entries(diagnoses).filter((entry): entry is [string, Diagnosis] => "checks" in entry[1]);

test.each(all)("%s on a terminal", (_name, diagnosis) => {
  const said = sayDiagnosis(diagnosis, texts);
  const lines = [...diagnosisLines(said, texts), ...accessLines(said, texts)];
  // Lines to copy stand four letters in.
  const shown = renderText(lines, pipe).split("\n");
  expect(
    strangeWords(
      shown.filter((line) => !/^ {4}\S/.test(line)),
      [diagnosis],
    ),
  ).toEqual([]);
});

test.each([
  ["⟦a ⟦b⟧ c⟧", ""],
  ["a ⟦b⟧ c", "a  c"],
  ["⟦b⟧ is broken", " is broken"],
  ["⟦cut…", ""],
])("of %j, %j stands outside", (text, outside) => {
  expect(unmarked(text)).toBe(outside);
});

test("a text of no catalogue is found, and data is none", () => {
  const card = { text: "⟦Cause⟧: prod-1 is broken", facts: [{ title: "Next", value: "⟦x⟧ or vnet-…" }] };
  const data = { cluster: "prod-1", verdict: "broken", network: "vnet-aks" };
  expect(strangeWords(textsIn(card), [data])).toEqual(["is", "broken", "Next", "or"]);
});
