// What other languages have to hold besides the rules of every card.
import { de } from "../../src/presenters/messages/de.ts";
import { en } from "../../src/presenters/messages/en.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { answers } from "../fixtures/answers.ts";
import { modes } from "../fixtures/operations-answers.ts";

const languages = [["de", de]] as const;

describe.each(languages)("in %s", (locale, texts) => {
  test("it is chosen", () => {
    expect(messages(locale).signedOut).toEqual(texts.signedOut);
    expect(messages(locale).signedOut).not.toEqual(en.signedOut);
  });

  test("two buttons fit beside each other on a phone", () => {
    for (const title of Object.values(texts.buttons)) expect(title.length).toBeLessThanOrEqual(12);
  });
});

/** What stands between backticks in data is quoted alike in every language. */
const ownWords = Object.entries(answers).filter(([, answer]) => !JSON.stringify(answer).includes("`"));

test.each(ownWords)("in German, %s has quotation marks as German sets them", (name, answer) => {
  const { card, summary } = present(answer, messages("de"), modes[name]);
  expect(JSON.stringify([card, summary]).replace(/„[^“”„]*“/g, "")).not.toMatch(/[„“”]/);
});
