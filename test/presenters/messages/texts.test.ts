// Texts in JSON: the types of them are current, and what is wrong with a text is said before anybody reads it.
import { readFileSync } from "node:fs";
import { judgeTexts } from "../../../scripts/messages/judge-texts.ts";
import type { Group } from "../../../scripts/messages/read-texts.ts";
import type { Message, Said, Text } from "../../../src/presenters/messages/catalogue/formats.ts";

test("src/presenters/messages/catalogue/texts.ts is current: npm run messages", () => {
  const { text, faults } = judgeTexts();
  expect(faults).toEqual([]);
  const file = new URL("../../../src/presenters/messages/catalogue/texts.ts", import.meta.url);
  expect(readFileSync(file, "utf8")).toBe(text);
});

const judge = (en: Group, de: Group) =>
  judgeTexts(
    new Map([
      ["en", new Map([["topic", en]])],
      ["de", new Map([["topic", de]])],
    ]),
  );

test.each<readonly [string, string, string, readonly string[]]>([
  ["nothing", "{name} is {state}", "{state} ist {name}", []],
  ["a value is left out", "{name} is {state}", "{name} ist da", ["de/topic.json text leaves out {state}"]],
  ["a value is added", "{name} is here", "{name} ist {state}", ["de/topic.json text adds {state}"]],
  ["a plural in one language alone", "{count} of {all}", "{count, plural, one {#} other {#}} von {all}", []],
  ["a choice in one language alone", "{name} is new", "{isNew, select, true {neu} other {alt}}: {name}", []],
  ["it is empty", "It is new.", "", ["de/topic.json text is empty"]],
  [
    "it stayed English",
    "{name} was not found here",
    "{name} was not found here",
    ["de/topic.json text is still English"],
  ],
  ["another shape before it", "✔ Done", "✖ Fertig", ["de/topic.json text has not the shape ✔"]],
  [
    "an apostrophe that takes away a value",
    "It is {name}",
    "Es ist '{name}",
    ["de/topic.json text an apostrophe before one of {}<># is written twice: ''"],
  ],
  ["a brace as a letter", "Write '{'{name}'}'", "Schreib '{'{name}'}'", []],
])("said of a text where %s", (_what, en, de, faults) => {
  expect(judge({ text: en }, { text: de }).faults).toEqual(faults);
});

test.each<readonly [string, Group, Group, readonly string[]]>([
  ["a text is missing", { one: "One", two: "Two" }, { one: "Eins" }, ["de/topic.json two is missing"]],
  ["a text is too many", { one: "One" }, { one: "Eins", two: "Zwei" }, ["de/topic.json two is too many"]],
  ["a group became a text", { one: { a: "A" } }, { one: "Eins" }, ["de/topic.json one is of another kind"]],
  ["a remark is no text", { "// one": "Of a button.", one: "One" }, { one: "Eins" }, []],
])("said where %s", (_what, en, de, faults) => {
  expect(judge(en, de).faults).toEqual(faults);
});

test("a text that is not well formed", () => {
  expect(judge({ text: "{name" }, { text: "{name}" }).faults).toHaveLength(1);
});

test.each<readonly [string, string, string]>([
  ["no value", "Help", "string"],
  ["a value", "{name} is here", "Message<{ name: Text }>"],
  ["a plural", "{count, plural, one {# pod} other {# pods}}", "Message<{ count: number }>"],
  [
    "a list, and how long it is",
    "{of_and} {of_count, plural, one {is} other {are}}",
    "Message<{ of: Texts }>",
  ],
  ["yes or no", "{isNew, select, true {new} other {old}}", "Message<{ isNew: boolean }>"],
  [
    "what may be missing",
    "{by, select, none {} other {by {by}}}",
    "Message<{ by: Text | null | undefined }>",
  ],
  [
    "what need not be there",
    "{by, select, absent {} other {by {by}}}",
    "Message<{ by?: Text | null | undefined }>",
  ],
  ["words of a closed set", "{it, select, a {A} b {B} other {}}", 'Message<{ it: "a" | "b" }>'],
  ["words of an open set", "{it, select, a {A} other {B}}", "Message<{ it: string }>"],
  [
    "a member of a group of texts",
    "It is {it_states}",
    'Message<{ it: Said<Catalogue["topic"]["states"]> }>',
  ],
  ["several of them", "{it_states_list}", 'Message<{ it: readonly (Said<Catalogue["topic"]["states"]>)[] }>'],
  ["names in code type", "{names_code_or}", "Message<{ names: Texts }>"],
  ["a format that is code", "{step_step}", 'Message<{ step: Formatted["step"] }>'],
])("the type of a text with %s", (_what, text, type) => {
  const topic = { states: { on: "on" }, text };
  const written = judge(topic, topic);
  expect(written.faults).toEqual([]);
  expect(written.text).toContain(`readonly text: ${type};`);
});

test("a text that shows names in code type in one language, and in quotation marks in another", () => {
  const { text, faults } = judge({ text: "{names_code_or}" }, { text: "{names_quoted_or}" });
  expect(faults).toEqual([]);
  expect(text).toContain("readonly text: Message<{ names: Texts }>;");
});

test("the texts of a card are no words to say a value by", () => {
  const topic = { step: { title: "Steps", text: "All of them." }, text: "{step_step}" };
  expect(judge(topic, topic).text).toContain('Message<{ step: Formatted["step"] }>');
});

test("what a group of texts can say, and nothing else, compiles", () => {
  type States = Readonly<{ on: string; off: Message<{ since: Text }> }>;
  const said: readonly Said<States>[] = ["on", { is: "on" }, { is: "off", since: "09:41" }];
  // @ts-expect-error: it takes a value.
  const bare: Said<States> = { is: "off" };
  // @ts-expect-error: nobody says it.
  const other: Said<States> = { is: "half" };
  expect([...said, bare, other]).toHaveLength(5);
});
