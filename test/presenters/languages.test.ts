// German: quotation marks as German sets them.
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
