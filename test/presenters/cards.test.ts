// Every card against its golden file and against the rules. `UPDATE_GOLDEN=1` writes the golden files anew.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { languages, messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { CARD_BUDGET, cardSize } from "../../src/presenters/presented.ts";
import { answers, pictured } from "../fixtures/answers.ts";
import { modes } from "../fixtures/operations-answers.ts";
import { faultsOf } from "./card-rules.ts";

const folder = new URL("../golden/cards/", import.meta.url);
const cases = Object.entries(answers);

const golden = (name: string, presented: unknown): unknown => {
  const path = new URL(`${name}.json`, folder);
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, `${JSON.stringify(presented, null, 2)}\n`);
  }
  return JSON.parse(readFileSync(path, "utf8"));
};

describe.each(cases)("%s", (name, answer) => {
  const presented = present(answer, messages("en"), modes[name]);

  test("is its golden file", () => {
    expect(presented).toEqual(golden(name, presented));
  });

  test.each(Object.keys(languages))(
    "in %s breaks no rule, fits a message, binds every value, and has a line for the notification",
    (language) => {
      const { card, summary } = present(answer, messages(language), modes[name]);
      expect(faultsOf(card)).toEqual([]);
      expect(cardSize(card)).toBeLessThan(CARD_BUDGET);
      expect(JSON.stringify(card)).not.toMatch(/\$\{/);
      expect(summary).toMatch(/\S/);
    },
  );
});

test("every golden file has its case", () => {
  const files = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
  expect(files.toSorted()).toEqual(Object.keys(answers).toSorted());
});

test("docs/cards has a picture of each card, and in each other language, and no more", () => {
  const files = readdirSync(new URL("../../docs/cards/", import.meta.url), {
    recursive: true,
    encoding: "utf8",
  });
  const { en: _english, ...others } = languages;
  const wanted = [
    ...pictured.map((name) => `${name}.png`),
    ...Object.keys(others).flatMap((language) => [
      language,
      ...pictured.map((name) => `${language}/${name}.webp`),
    ]),
  ];
  expect(files.toSorted()).toEqual(wanted.toSorted());
});

describe("the rules can be broken", () => {
  const { card } = present({ kind: "signedOut" }, messages("en"));
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
  ];
  test.each(broken)("%s", (_, change) => {
    expect(faultsOf({ ...card, ...change })).not.toEqual([]);
  });
});
