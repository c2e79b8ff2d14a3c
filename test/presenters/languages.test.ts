// German: quotation marks as German sets them, and one word for one thing.
import { readdirSync, readFileSync } from "node:fs";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { answers } from "../fixtures/answers.ts";
import { modes } from "../fixtures/operations-answers.ts";

/** What stands between backticks in data is quoted alike in every language. */
const ownWords = Object.entries(answers).filter(([, answer]) => !JSON.stringify(answer).includes("`"));

test.each(ownWords)("in German, %s has quotation marks as German sets them", (name, answer) => {
  const { card, summary } = present(answer, messages("de"), modes[name]);
  expect(JSON.stringify([card, summary]).replace(/„[^“”„]*“/g, "")).not.toMatch(/[„“”]/);
});

const catalogues = new URL("../../src/presenters/messages/de/", import.meta.url);

test.each(
  readdirSync(catalogues, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json")),
)("in German, %s has one word each for a fix and for who is on it", (file) => {
  const text = readFileSync(new URL(file, catalogues), "utf8");
  expect(text.match(/Reparatur|(?:niemand|\}) kümmert sich(?! )|kümmert sich niemand/g)).toBeNull();
});
