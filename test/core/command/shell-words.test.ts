// Quoting as POSIX shells read it, and refusal of everything else a shell would act on.
import { splitShellWords } from "../../../src/core/command/grammar/shell-words.ts";
import { refusedInWords } from "../../said.ts";

test.each<[string, string, string[][]]>([
  ["words", "kubectl  get\tpods ", [["kubectl", "get", "pods"]]],
  ["single quotes hold everything", `a '$(id); | "x" \\'`, [["a", '$(id); | "x" \\']]],
  ["double quotes hold spaces and pipes", 'a "b | c"', [["a", "b | c"]]],
  ["a backslash in double quotes escapes four characters", String.raw`"\"\\\$\n"`, [['"\\$\\n']]],
  ["a backslash outside quotes escapes one", String.raw`a\;b \$x`, [["a;b", "$x"]]],
  ["pieces make one word", `a'b'"c"d`, [["abcd"]]],
  ["an empty word", "a ''", [["a", ""]]],
  ["what kubectl means and no shell sees", "a={.b[0].*} {c,d} ?", [["a={.b[0].*}", "{c,d}", "?"]]],
  ["a comment ends the text", "a b # $(c); | 'd", [["a", "b"]]],
  ["a sign within a word begins no comment", "a b#c '# d'", [["a", "b#c", "# d"]]],
  ["a dash that keeps a name together is a dash", "a web\u2011page", [["a", "web-page"]]],
  ["parts between pipes", "a b|c | d", [["a", "b"], ["c"], ["d"]]],
  ["not equal is no history", "-l env!=prod", [["-l", "env!=prod"]]],
  ["non-breaking spaces separate", "a\u00a0b", [["a", "b"]]],
  ["a long dash before a word is a long flag", "a —namespace x", [["a", "--namespace", "x"]]],
  ["a long dash before a letter is a short flag", "a –n x", [["a", "-n", "x"]]],
  ["a dash within a word stays", "a x—y", [["a", "x—y"]]],
  ["curly quotes are quotes", "a “b c” ‘d e’", [["a", "b c", "d e"]]],
  ["curly quotes inside straight ones are text", `a "b”c" 'd’e'`, [["a", "b”c", "d’e"]]],
])("%s", (_, text, parts) => {
  expect(splitShellWords(text)).toEqual({ ok: true, parts });
});

test.each([..."; & < > $ ( ) ~ !".split(" "), "`"])("refuses %s outside quotes and names it", (character) => {
  const named = character === "`" ? "backtick" : `\`${character}\``;
  expect(refusedInWords(splitShellWords(`a b${character}c`))).toEqual({
    ok: false,
    code: "shell-metacharacter",
    reason: expect.stringContaining(named),
  });
});

test.each([
  ["a variable in double quotes", 'a "$x"', "shell-metacharacter", "single quotes"],
  ["a backtick in double quotes", 'a "`id`"', "shell-metacharacter", "backtick"],
  ["two commands", "a || b", "shell-metacharacter", "`||` starts another command"],
  ["a pipe with errors", "a |& b", "shell-metacharacter", "`|&`"],
  ["a backslash at the end", "a \\", "shell-metacharacter", "at the end"],
  ["an unclosed single quote", "a 'b", "unclosed-quote", "'"],
  ["an unclosed double quote", 'a "b', "unclosed-quote", '"'],
  ["an unclosed curly quote", "a “b", "unclosed-quote", "“"],
  ["nothing", "  ", "empty", "kubectl get pods"],
  ["a comment alone", "# a", "empty", "kubectl get pods"],
  ["a pipe to nowhere", "a |", "pipe-empty", "both sides"],
  ["a pipe from nowhere", "| a", "pipe-empty", "both sides"],
  ["two lines", "a\nb", "several-lines", "one line"],
  ["two lines in quotes", "a 'b\nc'", "several-lines", "one line"],
  ["a Unicode line break", "a\u2028b", "several-lines", "one line"],
  ["NUL", "a\0b", "control-character", "U+0000"],
  ["an escape sequence", "a \u001b[2J", "control-character", "U+001B"],
  ["a character that hides", "a\u200bb", "control-character", "U+200B"],
  ["a character that turns the text around", "a \u202eb", "control-character", "U+202E"],
  ["a letter of a language of tags", "a\u{e0041}b", "control-character", "U+E0041"],
  ["one that chooses how another looks", "a\u{e0141}b", "control-character", "U+E0141"],
  ["a letter that fills a place", "a\u3164b", "control-character", "U+3164"],
  ["half a character", "a \ud800", "control-character", "half"],
  ["2001 characters", "a".repeat(2001), "too-long", "2000"],
])("refuses %s", (_, text, code, reason) => {
  expect(refusedInWords(splitShellWords(text))).toEqual({
    ok: false,
    code,
    reason: expect.stringContaining(reason),
  });
});
