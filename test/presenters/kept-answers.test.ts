// A diagnosis that another release kept: its card is drawn all the same.

import { diagnose } from "../../src/core/diagnosis/diagnose.ts";
import type { Diagnosis } from "../../src/core/diagnosis/diagnosis.ts";
import { sayDiagnosis } from "../../src/presenters/diagnosis/localize-diagnosis.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { presentShort } from "../../src/presenters/run/short.ts";
import { linkMissing as linkMissingSnapshot } from "../core/diagnosis/faults.ts";
import { answers } from "../fixtures/answers.ts";

const en = messages();
const linkMissing = diagnose(linkMissingSnapshot);
describe("of a newer release, with what nobody here knows", () => {
  const newer = JSON.parse(
    JSON.stringify(linkMissing)
      .replaceAll('"is":"zoneNotLinked"', '"is":"constructor"')
      .replaceAll('"check":"dns.link-client"', '"check":"constructor"')
      .replaceAll('"kind":"securityGroup"', '"kind":"constructor"')
      .replaceAll('"status":"notApplicable"', '"status":"newStatus"'),
  );

  test.each(["diagnosis", "access"])("the card of %s is drawn, and the short one", (name) => {
    const answer = answers[name];
    if (answer?.kind !== "run" || answer.run.status.state !== "succeeded") throw new Error("no diagnosis");
    const run = { ...answer.run, status: { ...answer.run.status, diagnosis: newer } };
    for (const { card } of [present({ ...answer, run }, en), presentShort({ ...answer, run }, en)])
      expect(JSON.stringify(card)).not.toMatch(/undefined|\[object|native code/);
    expect(sayDiagnosis(newer, en).summary).not.toMatch(/undefined|\[object|native code/);
  });
});

test("the short card names verdict and cluster where nothing else can be said", () => {
  const answer = answers.diagnosis;
  if (answer?.kind !== "run" || answer.run.status.state !== "succeeded") throw new Error("no diagnosis");
  const broken = { ...linkMissing, checks: null } as unknown as Diagnosis;
  const run = { ...answer.run, status: { ...answer.run.status, diagnosis: broken } };
  expect(JSON.stringify(presentShort({ ...answer, run }, en).card)).toMatch(/Broken: prod-1/);
});

test("the short card ends its sentence once", () => {
  const answer = answers.diagnosis;
  if (answer?.kind !== "run") throw new Error("no run");
  expect(JSON.stringify(presentShort(answer, en).card)).not.toContain("..");
});
