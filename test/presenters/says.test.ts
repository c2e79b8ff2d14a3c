// Words for data: every member of each union, and what a newer release kept.
import { refusedBecause } from "../../src/core/command/grammar/refused.ts";
import type { Mode } from "../../src/core/mode.ts";
import { redactValues } from "../../src/core/redact/redact.ts";
import { type Says, say } from "../../src/presenters/messages/catalogue/says.ts";
import { styleOf } from "../../src/presenters/messages/catalogue/style.ts";
import { messages } from "../../src/presenters/messages/messages.ts";

type Fruit = Readonly<{ is: "apple"; count: number } | { is: "pear" }>;

const en = messages("en");
const { and, or, list, sentences } = styleOf("en-GB");
const fruits: Says<Fruit> = { apple: ({ count }) => `${count} apples`, pear: () => "a pear" };

test("the words of its id, with its values", () => {
  expect(say(fruits, { is: "apple", count: 2000 })).toBe("2000 apples");
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
  expect(styleOf("zh-Hans").sentences(["一。", "二。"])).toBe("一。二。");
});

test("every kind of failure says what happened and what to do", () => {
  expect(Object.keys(en.failures.happened).toSorted()).toEqual(Object.keys(en.failures.next).toSorted());
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
