// Every card against its golden text and against the rules; one of each kind against its whole JSON.
import { readdirSync } from "node:fs";
import { CARD_BUDGET, cardSize, type Presented } from "../../src/presenters/card/presented.ts";
import { languages, messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { answers, cardKinds, toldInEach } from "../fixtures/answers.ts";
import { modes } from "../fixtures/operations-answers.ts";
import { faultsOf } from "./card-rules.ts";
import { cardText } from "./card-text.ts";
import { goldenJson, goldenTexts, groupOf } from "./golden.ts";

const cases = Object.entries(answers);
const { en: _english, ...otherLanguages } = languages;

function presented(name: string, language = "en"): Presented {
  const answer = answers[name];
  if (answer === undefined) throw new Error(`no answer ${name}`);
  return present(answer, messages(language), modes[name]);
}

const textsOf = (names: readonly string[], language?: string) =>
  Object.fromEntries(names.map((name) => [name, cardText(presented(name, language))]));

test.each(cardKinds)("%s is its golden JSON", (name) => {
  expect(presented(name)).toEqual(goldenJson(name, presented(name)));
});

const groups = Map.groupBy(cases, ([, answer]) => groupOf(answer));

describe.each([...groups])("texts of %s", (group, ofGroup) => {
  const texts = textsOf(ofGroup.map(([name]) => name));
  const golden = goldenTexts(group, texts);

  test("are in its golden file and no others", () => {
    expect(Object.keys(golden)).toEqual(Object.keys(texts));
  });

  test.each(Object.entries(texts))("%s", (name, text) => {
    expect(text).toBe(golden[name]);
  });
});

test.each(Object.keys(otherLanguages))("one card of each kind has its golden text in %s", (language) => {
  const texts = textsOf([...cardKinds, ...toldInEach], language);
  expect(texts).toEqual(goldenTexts(language, texts));
});

test("no golden file is left over", () => {
  const texts = [...groups.keys(), ...Object.keys(otherLanguages)].map((name) => `${name}.txt`);
  const files = [...texts, ...cardKinds.map((name) => `${name}.json`)];
  expect(readdirSync(new URL("../golden/cards/", import.meta.url)).toSorted()).toEqual(files.toSorted());
});

test.each(Object.keys(languages).flatMap((language) => cases.map(([name]) => [name, language] as const)))(
  "%s in %s breaks no rule, fits a message, binds every value, and has a line for the notification",
  (name, language) => {
    const { card, summary } = presented(name, language);

    expect(faultsOf(card)).toEqual([]);
    expect(cardSize(card)).toBeLessThan(CARD_BUDGET);
    expect(JSON.stringify(card)).not.toMatch(/\$\{/);
    expect(summary).toMatch(/\S/);
  },
);

test("docs/cards has a picture of one card of each kind, and no more", () => {
  const files = readdirSync(new URL("../../docs/cards/", import.meta.url));
  expect(files.toSorted()).toEqual(cardKinds.map((name) => `${name}.png`).toSorted());
});

describe("the rules can be broken", () => {
  const { card } = present({ kind: "signedOut" }, messages("en"));
  const heading = (text: string) => ({ type: "TextBlock", text, wrap: true, style: "heading" });
  const time = "{{TIME(2026-07-27T01:14:00Z)}}";
  const broken: readonly (readonly [string, object])[] = [
    ["an unknown element", { body: [{ type: "ProgressBar" }] }],
    [
      "a colour that cannot be read",
      { body: [{ type: "TextBlock", text: "x", wrap: true, color: "Warning" }] },
    ],
    ["a version that Teams does not take", { version: "1.6" }],
    ["a code block without a fallback", { body: [{ type: "CodeBlock", codeSnippet: "x" }] }],
    [
      "a press without a fallback",
      { actions: [{ type: "Action.Execute", title: "x", verb: "x", data: {} }] },
    ],
    [
      "three visible buttons",
      { actions: ["a", "b", "c"].map((title) => ({ type: "Action.OpenUrl", title, url: "" })) },
    ],
    ["nothing to say", { speak: "" }],
    ["a text of which nothing is left", { body: [heading("…")] }],
    ["a date function that is read aloud", { speak: time }],
    [
      "a date function where letters stand as they are",
      { body: [heading("x"), { type: "RichTextBlock", inlines: [{ type: "TextRun", text: time }] }] },
    ],
    ["a time in UTC in a text", { body: [heading("since 2026-07-27 01:14 UTC")] }],
  ];
  test("a heading with a local time breaks none", () => {
    expect(faultsOf({ ...card, body: [heading(time)] })).toEqual([]);
  });

  test.each(broken)("%s", (_, change) => {
    expect(faultsOf({ ...card, ...change })).not.toEqual([]);
  });
});
