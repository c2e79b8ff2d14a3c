// Where no command mends a cause, the card and the terminal say what somebody has to do instead.
import { diagnosisLines } from "../../src/doors/cli/format.ts";
import { renderText } from "../../src/doors/cli/print.ts";
import { isSaidIn } from "../../src/presenters/card/text.ts";
import { fixPart } from "../../src/presenters/diagnosis/fix.ts";
import { type SaidDiagnosis, sayDiagnosis } from "../../src/presenters/diagnosis/localize-diagnosis.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { pipe } from "../doors/cli/terminal.ts";
import { brokenDiagnosis } from "../fixtures/diagnoses.ts";
import { nowOf } from "../fixtures/incident-stories.ts";

const en = messages("en");
const { status } = nowOf("night-crash-loop").diagnosis ?? {};
const crashLoopDiagnosis = status?.state === "succeeded" ? status.diagnosis : null;
const mended = sayDiagnosis(brokenDiagnosis, en);
const remedy = "Link the zone to the client's network.";

function withoutFix({ rootCause, ...diagnosis }: SaidDiagnosis): SaidDiagnosis {
  if (rootCause === null) throw new Error("nothing is broken");
  const { fix, ...cause } = rootCause;
  return { ...diagnosis, rootCause: cause };
}

const inTerminal = (diagnosis: SaidDiagnosis): string => renderText(diagnosisLines(diagnosis, en), pipe);

test("a cause without a command", () => {
  expect(fixPart(withoutFix(mended), en)).toMatchObject({ fixHead: "What to do", remedy, fix: [] });
  expect(inTerminal(withoutFix(mended))).toContain(`\nWhat to do\n  ${remedy}\n`);
});

test("a cause with one says what the command does, and no more", () => {
  expect(fixPart(mended, en)).toMatchObject({ fixHead: "Fix", remedy: "" });
  expect(inTerminal(mended)).not.toContain("What to do");
});

test("a cause of another release", () => {
  const { rootCause, ...rest } = withoutFix(mended);
  const strange: SaidDiagnosis = {
    ...rest,
    rootCause: rootCause && { ...rootCause, check: "dns.of-tomorrow" },
  };
  expect(fixPart(strange, en).remedy).toBe("");
  expect(inTerminal(strange)).not.toContain("What to do");
});

test.each([
  [1, "Error", "FATAL: password authentication failed", /^Mend what its last message says/],
  [137, "OOMKilled", "sorting", /memory limit/],
  [137, "Error", "sorting", /kubectl describe pod/],
])("a container that crashes, by how it ended: %d %s", (code, why, said, expected) => {
  const crashing: SaidDiagnosis = JSON.parse(
    JSON.stringify(crashLoopDiagnosis && sayDiagnosis(crashLoopDiagnosis, en), (key, value) =>
      key === "failing" ? { ...value, said, end: { code, why } } : value,
    ),
  );
  expect(fixPart(crashing, en).remedy).toMatch(expected);
  expect(inTerminal(crashing)).toMatch(new RegExp(`What to do\\n  .*${expected.source.replace("^", "")}`));
});

test("nothing broken", () => {
  expect(fixPart({ ...mended, rootCause: null }, en)).toMatchObject({ remedy: "", fix: [] });
});

test.each([
  ["Routes are missing.", "prod-1 can be reached, but: routes are missing.", true],
  ["vnet-hub has none.", "vnet-hub has none.", true],
  ["Routes are missing.", "A way is cut.", false],
])("%s within: %s", (text, other, said) => {
  expect(isSaidIn(text, other)).toBe(said);
});
