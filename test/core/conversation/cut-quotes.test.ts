// Lines of a log whose quotes begin inside a word, or are never closed: they are read, and the cluster in them is found.

import { readSpoken } from "../../../src/core/conversation/plain-words/languages/languages.ts";
import { candidatesIn } from "../../../src/core/conversation/plain-words/line-parts.ts";
import { understandLine } from "../../../src/core/conversation/reading/understand-line.ts";

const namesIn = (text: string) => {
  const { line, language } = readSpoken(text);
  return candidatesIn(line, language).map(({ written }) => written);
};

test.each([
  'msg="cannot connect to context prod-1"',
  'msg="cannot connect to context prod-1',
  "msg='cannot connect to context prod-1",
  '"cannot connect to context prod-1"',
  'level=error msg="no route: \\"prod-1\\" is away" code=7',
  'a="b "c "d prod-1',
])("%s", (text) => {
  expect(namesIn(text)).toContain("prod-1");
  expect(() => understandLine(`why is ${text}`)).not.toThrow();
});

test.each(['password="x x x x', "why is msg='a b", "logs of a\\ b\\ c", "„a b", "“a b", "`a b"])(
  "%s",
  (text) => {
    expect(() => namesIn(text)).not.toThrow();
    expect(() => understandLine(text)).not.toThrow();
  },
);
