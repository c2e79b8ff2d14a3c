// `| grep`, `| head` and `| tail`, read and applied.
import type { OutputFilter } from "../../../src/core/command/grammar/command-request.ts";
import { applyFilters, readFilter } from "../../../src/core/command/output-filter.ts";
import { refusedInWords } from "../../said.ts";

test.each<[string, OutputFilter]>([
  ["grep api", { kind: "grep", pattern: "api", ignoreCase: false, invert: false }],
  ["grep -i Api", { kind: "grep", pattern: "Api", ignoreCase: true, invert: false }],
  ["grep -v api", { kind: "grep", pattern: "api", ignoreCase: false, invert: true }],
  ["grep -iv api", { kind: "grep", pattern: "api", ignoreCase: true, invert: true }],
  ["grep -F 10.0.0.1", { kind: "grep", pattern: "10.0.0.1", ignoreCase: false, invert: false }],
  ["grep --ignore-case api", { kind: "grep", pattern: "api", ignoreCase: true, invert: false }],
  ["grep -Ei api|web", { kind: "grep", pattern: "api", or: ["web"], ignoreCase: true, invert: false }],
  ["grep api\\|web", { kind: "grep", pattern: "api", or: ["web"], ignoreCase: false, invert: false }],
  ["grep -E ^(api|web)", { kind: "grep", pattern: "^api", or: ["^web"], ignoreCase: false, invert: false }],
  ["grep -e a -e b$", { kind: "grep", pattern: "a", or: ["b$"], ignoreCase: false, invert: false }],
  ["grep ^api", { kind: "grep", pattern: "^api", ignoreCase: false, invert: false }],
  ["grep a\\.b\\/c", { kind: "grep", pattern: "a.b/c", ignoreCase: false, invert: false }],
  [
    "grep -A5 -B 2 a",
    { kind: "grep", pattern: "a", ignoreCase: false, invert: false, around: { before: 2, after: 5 } },
  ],
  [
    "grep -vC1 a",
    { kind: "grep", pattern: "a", ignoreCase: false, invert: true, around: { before: 1, after: 1 } },
  ],
  ["sort", { kind: "sort" }],
  ["wc -l", { kind: "count" }],
  ["head", { kind: "head", lines: 10 }],
  ["head -5", { kind: "head", lines: 5 }],
  ["head -n 5", { kind: "head", lines: 5 }],
  ["tail -n5", { kind: "tail", lines: 5 }],
  ["tail --lines=5", { kind: "tail", lines: 5 }],
])("reads %s", (text, filter) => {
  expect(readFilter(text.split(" "))).toEqual({ ok: true, filter });
});

test.each([
  ["wc -c", "filter-unknown", "`wc -c`"],
  ["sort -k2", "filter-unknown", "`sort -k2`"],
  ["xargs kubectl delete", "filter-unknown", "`xargs`"],
  ["sh", "filter-unknown", "`sh`"],
  ["grep", "filter-invalid", "one word"],
  ["grep a b", "filter-invalid", "one word"],
  ["grep -P a", "filter-invalid", "`grep -P`"],
  ["grep -Ax a", "filter-invalid", "`grep -Ax`"],
  ["grep -e a b", "filter-invalid", "one word"],
  ["grep -E a|", "filter-invalid", "leave `|` out"],
  ["grep -E a+", "filter-invalid", "leave `+` out"],
  ["grep -E (a)(b)", "filter-invalid", "leave `(` out"],
  ["grep a^b", "filter-invalid", "leave `^` out"],
  ["grep -F ^api", "filter-invalid", "leave `^` out"],
  ["grep --file=x a", "filter-invalid", "`grep --file=x`"],
  ["grep a\\wb", "filter-invalid", "leave `\\` out"],
  ["grep .*", "filter-invalid", "leave `*` out"],
  ["head -n 0", "filter-invalid", "at least 1"],
  ["head -n x", "filter-invalid", "number of lines"],
  ["tail -f", "filter-invalid", "number of lines"],
  ["tail /etc/passwd", "filter-invalid", "number of lines"],
])("refuses %s", (text, code, reason) => {
  expect(refusedInWords(readFilter(text.split(" ")))).toEqual({
    ok: false,
    code,
    reason: expect.stringContaining(reason),
  });
});

const output = "NAME\napi-0\napi-1\nweb-0\n";
const grep = (pattern: string, options: Partial<Extract<OutputFilter, { kind: "grep" }>> = {}) =>
  ({ kind: "grep", pattern, ignoreCase: false, invert: false, ...options }) as const;

test.each<[string, OutputFilter[], string]>([
  ["none", [], output],
  ["grep", [grep("api")], "api-0\napi-1\n"],
  ["grep takes a dot as a dot", [grep("a.i")], ""],
  ["grep looks at case", [grep("name")], ""],
  ["grep -i does not", [grep("name", { ignoreCase: true })], "NAME\n"],
  ["grep -v", [grep("api", { invert: true })], "NAME\nweb-0\n"],
  ["grep for any of several", [grep("api-1", { or: ["web"] })], "api-1\nweb-0\n"],
  ["grep at the beginning of a line", [grep("^pi")], ""],
  ["grep at the end of a line", [grep("-0$")], "api-0\nweb-0\n"],
  ["grep for a whole line", [grep("^NAME$")], "NAME\n"],
  ["grep with the line before", [grep("web", { around: { before: 1, after: 0 } })], "api-1\nweb-0\n"],
  ["grep with lines left out", [grep("-0", { around: { before: 0, after: 0 } })], "api-0\n--\nweb-0\n"],
  ["grep with lines that meet", [grep("api", { around: { before: 1, after: 1 } })], output],
  ["sort", [grep("-"), { kind: "sort" }], "api-0\napi-1\nweb-0\n"],
  ["wc -l", [grep("api"), { kind: "count" }], "2\n"],
  ["head", [{ kind: "head", lines: 2 }], "NAME\napi-0\n"],
  ["tail", [{ kind: "tail", lines: 1 }], "web-0\n"],
  ["more lines than there are", [{ kind: "tail", lines: 99 }], output],
  ["one after the other", [grep("api"), { kind: "tail", lines: 1 }], "api-1\n"],
])("applies %s", (_, filters, expected) => {
  expect(applyFilters(output, { argv: ["kubectl", "get", "pods"], filters })).toBe(expected);
});

test("what kubectl could not list stays, whatever is looked for", () => {
  const refused =
    'Error from server (Forbidden): jobs.batch is forbidden: User "a" cannot list resource "jobs"\n';
  const output = `NAME\n${refused}api-0\nweb-0\n`;
  const filters: readonly OutputFilter[] = [grep("api"), { kind: "head", lines: 1 }];
  expect(applyFilters(output, { argv: ["kubectl", "get", "jobs,pods"], filters })).toBe(`api-0\n${refused}`);
  // In a log it is a line like all others.
  expect(applyFilters(output, { argv: ["kubectl", "logs", "api-0"], filters })).toBe("api-0\n");
});

test("no output stays none", () => {
  expect(applyFilters("", { argv: ["kubectl", "get", "pods"], filters: [grep("x", { invert: true })] })).toBe(
    "",
  );
});
