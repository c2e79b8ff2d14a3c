// Words for data: every member of each union, and what a newer release kept.
import { refusedBecause } from "../../src/core/command/grammar/refused.ts";
import type { Mode } from "../../src/core/mode.ts";
import { redactValues } from "../../src/core/redact/redact.ts";
import { formatsOf } from "../../src/presenters/messages/format.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { type Says, say } from "../../src/presenters/messages/says.ts";

type Fruit = Readonly<{ is: "apple"; count: number } | { is: "pear" }>;

const en = messages("en");
const { counted, and, or, list, sentences } = formatsOf("en-GB");
const apples = counted("{it, plural, one {# apple} other {# apples}}");
const fruits: Says<Fruit> = { apple: ({ count }) => apples(count), pear: () => "a pear" };

test("the words of its id, with its values", () => {
  expect([say(fruits, { is: "apple", count: 1 }), say(fruits, { is: "apple", count: 2000 })]).toEqual([
    "1 apple",
    "2000 apples",
  ]);
  expect(say(fruits, { is: "pear" })).toBe("a pear");
});

test("a name is said as it stands", () => {
  expect(say(fruits, "jump-1")).toBe("jump-1");
});

test.each(["plum", "constructor", "__proto__"])(
  "an id that nobody knows here is said by itself: %s",
  (is) => {
    expect(say(fruits, { is } as unknown as Fruit)).toBe(is);
  },
);

test("lists of one, two and three, without what is empty", () => {
  const lists = [["a"], ["a", "", "b"], ["a", "b", "c"]];
  expect(lists.map(and)).toEqual(["a", "a and b", "a, b and c"]);
  expect(lists.map(or)).toEqual(["a", "a or b", "a, b or c"]);
  expect(lists.map(list)).toEqual(["a", "a, b", "a, b, c"]);
});

test("sentences one after the other: Chinese has no space between them", () => {
  expect(sentences(["One.", "", "Two."])).toBe("One. Two.");
  expect(formatsOf("zh-Hans").sentences(["一。", "二。"])).toBe("一。二。");
});

test("a message that is not well formed stops when it is read, and markup is text", () => {
  expect(() => counted("{it, plural, one {# apple}}")).toThrow();
  expect(counted("<b>{it}</b>")(1)).toBe("<b>1</b>");
});

test("every kind of failure says what happened and what to do", () => {
  expect(Object.keys(en.failures.happened)).toEqual(Object.keys(en.failures.next));
});

describe("a reason that is kept", () => {
  test.each(Object.keys(refusedBecause))("keeps its ids: %s", (because) => {
    const reason = { is: "knownAndRefused", word: "kubectl apply", because };
    expect(redactValues(reason)).toEqual(reason);
  });

  test("loses what looks like a secret, however deep it lies", () => {
    const secret = "password=hunter2hunter2";
    const mode = { mode: "off" as Mode, reasons: [secret], at: 3, by: null };
    expect(JSON.stringify(redactValues({ is: "x", mode, given: secret }))).not.toContain("hunter2");
  });
});
