// `with "…"` is used, or whoever wrote it is told that it is not: never left out in silence.
import { understandLine } from "../../../src/core/conversation/reading/understand-line.ts";

/** What becomes of the quotation: who takes it, why the line is refused, or that nothing was understood. */
function becomes(text: string): string {
  const line = understandLine(text);
  if (line.is === "misread") return line.reason.is;
  const intents = line.is === "intent" ? [line.intent] : line.readings.map(({ intent }) => intent);
  const taken = intents.map((intent) => {
    const symptom = "client" in intent ? intent.client.symptom : undefined;
    return symptom === undefined ? `${intent.kind} without it` : `${intent.kind}: ${symptom}`;
  });
  return [...new Set(taken)].join(", ");
}

test.each([
  ['diagnose prod-1 with "i/o timeout"', "diagnose: i/o timeout"],
  ['access prod-1 with "i/o timeout"', "access: i/o timeout"],
  ['access prod-1 from 20.50.0.9 with "x509: unknown authority"', "access: x509: unknown authority"],
  ['how do I get into prod-1 with "i/o timeout"?', "access: i/o timeout"],
  ['is prod-1 broken, with "something odd"?', "diagnose: something odd"],
  ['show me the pods on prod-1 with "i/o timeout"', "unsure"],
  ['watch prod-1 with "i/o timeout"', "symptomUnused"],
  ['unwatch prod-1 with "x509"', "symptomUnused"],
  ['run `kubectl get pods` on prod-1 with "i/o timeout"', "symptomUnused"],
  ['kubectl get pods on prod-1 with "i/o timeout"', "symptomUnused"],
  ['can-i kubectl get nodes on prod-1 with "i/o timeout"', "symptomUnused"],
  ['clusters with "i/o timeout"', "notAlone"],
  ['status with "i/o timeout"', "notAlone"],
  ['start watching prod-1 with "something odd"', "unsure"],
])("%s → %s", (line, expected) => {
  expect(becomes(line)).toBe(expected);
});
