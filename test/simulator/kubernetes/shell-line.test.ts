// A line of commands that needs no shell comes apart; whatever else a shell could do is refused.
import { splitLine } from "../../../simulator/kubernetes/shell-line.ts";
import { commandLine } from "../../../src/core/inside/command-line.ts";
import { firstBatches } from "../../../src/core/inside/reads.ts";

const step = (...words: string[]) => ({ words, asksExit: false });

test.each([
  ["kubectl get pods", [step("kubectl", "get", "pods")]],
  [
    "kubectl get pods 2>&1; printf '%s\\n' done",
    [step("kubectl", "get", "pods"), step("printf", "%s\\n", "done")],
  ],
  ["printf '%s' 'a; b' \"$?\"", [{ words: ["printf", "%s", "a; b"], asksExit: true }]],
  [`kubectl get pods -l "a=\\";\\""`, [step("kubectl", "get", "pods", "-l", 'a=";"')]],
  ["kubectl get a\\;b", [step("kubectl", "get", "a;b")]],
])("%s", (line, steps) => {
  expect(splitLine(line)).toEqual({ ok: true, steps });
});

test.each([
  ...["", ";", "a;", "a;;b", ";a", "a 'open", 'a "open; b', "a \\"],
  ...["a && b", "a | b", "a 2> file", "a 2>&1 b", 'a "$?" b', "a $?", "a `b`", "a; $(b)", "a &"],
])("%j is refused", (line) => {
  expect(splitLine(line)).toEqual({ ok: false, reason: expect.any(String) });
});

test("every line of a look inside comes apart into its reads and what stands around them", () => {
  for (const reads of firstBatches()) {
    const line = splitLine(commandLine(reads, "n0n5e".repeat(6)));
    if (!line.ok) throw new Error(line.reason);
    expect(line.steps.filter(({ words: [program] }) => program === "kubectl")).toHaveLength(reads.length);
    expect(line.steps.filter(({ asksExit }) => asksExit)).toHaveLength(reads.length);
  }
});
