// Every answer in every other language: its card obeys the rules and fits.
import { de } from "../../src/presenters/messages/de.ts";
import { en } from "../../src/presenters/messages/en.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { CARD_BUDGET, cardSize } from "../../src/presenters/presented.ts";
import { answers } from "../fixtures/answers.ts";
import { modes } from "../fixtures/operations-answers.ts";
import { faultsOf } from "./card-rules.ts";

const languages = [["de", de]] as const;

describe.each(languages)("in %s", (locale, texts) => {
  test("it is chosen", () => {
    expect(messages(locale).signedOut).toEqual(texts.signedOut);
    expect(messages(locale).signedOut).not.toEqual(en.signedOut);
  });

  test("two buttons fit beside each other on a phone", () => {
    for (const title of Object.values(texts.buttons)) expect(title.length).toBeLessThanOrEqual(12);
  });

  test.each(Object.entries(answers))("%s breaks no rule and fits", (name, answer) => {
    const { card, summary } = present(answer, messages(locale), modes[name]);
    expect(faultsOf(card)).toEqual([]);
    expect(cardSize(card)).toBeLessThan(CARD_BUDGET);
    expect(summary).toMatch(/\S/);
  });
});

/** What stands between backticks in data is quoted alike in every language. */
const ownWords = Object.entries(answers).filter(([, answer]) => !JSON.stringify(answer).includes("`"));

test.each(ownWords)("in German, %s has quotation marks as German sets them", (name, answer) => {
  const { card, summary } = present(answer, messages("de"), modes[name]);
  expect(JSON.stringify([card, summary]).replace(/„[^“”„]*“/g, "")).not.toMatch(/[„“”]/);
});
