// A line of commands that needs no shell comes apart; whatever else a shell could do is refused.
import { splitLine } from "../../../simulator/kubernetes/shell-line.ts";
import { commandLine, firstBatches } from "../../../src/core/in-cluster/reads.ts";

const step = (...words: string[]) => ({ words, asksExit: false, isQuiet: false });
const alone = (...steps: object[]) => steps.map((each) => [each]);

test.each([
  ["kubectl get pods", alone(step("kubectl", "get", "pods"))],
  [
    "kubectl get pods 2>&1; printf '%s\\n' done",
    alone(step("kubectl", "get", "pods"), step("printf", "%s\\n", "done")),
  ],
  ["printf '%s' 'a; b' \"$?\"", alone({ ...step("printf", "%s", "a; b"), asksExit: true })],
  [`kubectl get pods -l "a=\\";\\""`, alone(step("kubectl", "get", "pods", "-l", 'a=";"'))],
  ["kubectl get a\\;b", alone(step("kubectl", "get", "a;b"))],
  ["a 2>/dev/null && b; c", [[{ ...step("a"), isQuiet: true }, step("b")], [step("c")]]],
  ["a '&&' \\& \"&&\"", alone(step("a", "&&", "&", "&&"))],
  [
    `test "$(a 'x")' "y)" 2>/dev/null && printf .)" = 'it'\\''s $(b) \`c\`' && d`,
    [
      [
        {
          prints: [{ ...step("a", 'x")', "y)"), isQuiet: true }, step("printf", ".")],
          equals: "it's $(b) `c`",
        },
        step("d"),
      ],
    ],
  ],
])("%s", (line, chains) => {
  expect(splitLine(line)).toEqual({ ok: true, chains });
});

test.each([
  ...["", ";", "a;", "a;;b", ";a", "a 'open", 'a "open; b', "a \\"],
  ...["a | b", "a 2> file", "a 2>&1 b", 'a "$?" b', "a $?", "a `b`", "a; $(b)", "a &", "a & b"],
  ...["a &&", "&& a", "a &&& b", "a && && b", "a || b", "(a)", "a)", "a 2>/dev/null b", "$(a)"],
  ...['test "$(a)" = b c', 'test "$(a)" != b', 'test "$(a)"', 'test "$(a)" =', 'test "$(a; b)" = c'],
  ...['test "$(a" = b', 'test "$(a) = b', 'test "$()" = b', 'test "$(a | b)" = c', 'test "x$(a)" = b'],
  ...['test "$(a)" = $b', 'test "$(test "$(a)" = b)" = c', "test $(a) = b", 'a "$(b)"'],
])("%j is refused", (line) => {
  expect(splitLine(line)).toEqual({ ok: false, reason: expect.any(String) });
});

test("every line of a look inside comes apart into its reads and what stands around them", () => {
  for (const reads of firstBatches()) {
    const line = splitLine(commandLine(reads, "n0n5e".repeat(6)));
    if (!line.ok) throw new Error(line.reason);
    const steps = line.chains.flat().flatMap((each) => ("words" in each ? [each] : []));
    expect(steps.filter(({ words: [program] }) => program === "kubectl")).toHaveLength(reads.length);
    expect(steps.filter(({ asksExit }) => asksExit)).toHaveLength(reads.length);
  }
});
