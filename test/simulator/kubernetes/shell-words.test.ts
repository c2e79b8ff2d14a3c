// A command is split by POSIX quoting; everything that only a shell could do is refused.
import { splitWords } from "../../../simulator/kubernetes/shell-words.ts";

test.each([
  ["", []],
  ["  kubectl   get\tpods ", ["kubectl", "get", "pods"]],
  ["kubectl get pods -l 'app in (a,b)'", ["kubectl", "get", "pods", "-l", "app in (a,b)"]],
  [
    `kubectl get pods -o jsonpath='{.items[*].metadata.name}'`,
    ["kubectl", "get", "pods", "-o", "jsonpath={.items[*].metadata.name}"],
  ],
  [`a "b \\"c\\" \\$d \\x"`, ["a", 'b "c" $d \\x']],
  ["a '' \"\"", ["a", "", ""]],
  ["it\\'s o\\|ne", ["it's", "o|ne"]],
  [`'it'\\''s'`, ["it's"]],
  ["a 'line\nbreak'", ["a", "line\nbreak"]],
  ["app=web,tier!=db a#b a~b", ["app=web,tier!=db", "a#b", "a~b"]],
])("%j is %j", (command, words) => {
  expect(splitWords(command)).toEqual({ ok: true, words });
});

test.each([
  ...["|", "&", ";", "<", ">", "(", ")", "$", "`", "*", "?", "[", "]", "{", "}", "\n", "\r"].map(
    (c) => `a${c}b`,
  ),
  "a #comment",
  "a ~/file",
  'a "$HOME"',
  'a "`id`"',
  "a 'open",
  'a "open',
  "a \\",
  "a \\\nb",
  "a 'b\0c'",
])("%j is refused", (command) => {
  expect(splitWords(command)).toEqual({
    ok: false,
    reason: expect.stringMatching(/shell|quote|backslash|NUL/),
  });
});
