// "Is it down?", "who changed it?", "what happened?": the first sentence of a diagnosis answers what was asked.
import type { Diagnosis, Question } from "../../src/core/diagnosis/diagnosis.ts";
import { briefly } from "../../src/presenters/card/scope.ts";
import { plain } from "../../src/presenters/card/text.ts";
import { answerSaid } from "../../src/presenters/diagnosis/client-test.ts";
import { sayDiagnosis } from "../../src/presenters/diagnosis/localize-diagnosis.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { answers } from "../fixtures/answers.ts";
import {
  brokenDiagnosis,
  healthyDiagnosis,
  lookingDiagnosis,
  stoppedDiagnosis,
  wellDiagnosis,
  wrongInsideDiagnosis,
} from "../fixtures/diagnoses.ts";

const en = messages("en");
const checkedAt = "2026-07-27T01:14:08Z";
const said = (question: Question, diagnosis: Diagnosis): string =>
  answerSaid(question, sayDiagnosis(diagnosis, en), checkedAt, en);

const looked = (way: Diagnosis["verdict"]): Diagnosis => ({
  ...brokenDiagnosis,
  inside: { found: { is: "reachableAndWell" }, way },
});

const hurting = (on: "apiServer" | "nodes"): Diagnosis => ({
  ...brokenDiagnosis,
  impact:
    on === "apiServer"
      ? { on, cannot: "beReached", works: null }
      : { on, which: { is: "all" }, cannot: "reachApi", works: null },
});

test.each<readonly [what: string, diagnosis: Diagnosis, answer: string | RegExp]>([
  ["it answers inside", wellDiagnosis, /^prod-1 is up: its API server answers/],
  [
    "something inside is wrong",
    wrongInsideDiagnosis,
    /^The API server of prod-1 answers; inside, 2 things are/,
  ],
  ["it answers inside, and nobody gets there", looked("broken"), /answers inside Azure; the connection/],
  ["the look goes on", lookingDiagnosis, /^Whether prod-1 is down is not known yet/],
  [
    "nobody looked, and the connection is open",
    healthyDiagnosis,
    /^Nothing shows that prod-1 is down: .* Nobody/,
  ],
  ["nobody looked, and only people do not get there", brokenDiagnosis, /^Nothing shows .* though something/],
  ["nobody looked, and nobody gets there", hurting("apiServer"), /cannot be reached; whether it runs/],
  ["nobody looked, and nodes are hurt", hurting("nodes"), "Whether prod-1 is down is not known."],
  ["somebody stopped it", stoppedDiagnosis, /^prod-1 is stopped/],
  [
    "nothing could be read",
    { ...healthyDiagnosis, verdict: "unknown" },
    "Whether prod-1 is down is not known.",
  ],
])("is it down: %s", (_what, diagnosis, answer) => {
  expect(said("isDown", diagnosis)).toEqual(
    typeof answer === "string" ? answer : expect.stringMatching(answer),
  );
});

test("an error that the cause does not explain comes first", () => {
  const pasted = answerSaid(
    undefined,
    sayDiagnosis({ ...brokenDiagnosis, pasted: "tokenRefused" }, en),
    checkedAt,
    en,
  );
  expect(pasted).toMatch(
    /^Your error first: the network is fine, and the API server takes none of your tokens/,
  );
  expect(answerSaid(undefined, sayDiagnosis(brokenDiagnosis, en), checkedAt, en)).toBe("");
});

const { rootCause } = brokenDiagnosis;
const changed = (hours: number, caller: string) => ({
  time: new Date(Date.parse(checkedAt) - hours * 3_600_000).toISOString(),
  operation: "Microsoft.Network/virtualNetworks/write",
  resourceId: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-hub",
  caller,
});
const causedBy = (change: Pick<NonNullable<typeof rootCause>, "changed" | "alsoChanged">): Diagnosis => ({
  ...brokenDiagnosis,
  rootCause: rootCause && ({ ...rootCause, changed: undefined, ...change } as typeof rootCause),
});
const megan = changed(2, "meganb@contoso.example");

test("who changed it: the last change, who made it, how long ago, and how many more", () => {
  expect(said("whoChanged", causedBy({ changed: megan }))).toBe(
    "Last change, 2 h before this check: meganb@contoso.example changed the network vnet-hub.",
  );
  const two = causedBy({ changed: megan, alsoChanged: [changed(72, "alexw@contoso.example")] });
  expect(said("whoChanged", two)).toMatch(/ One earlier change stands below\.$/);
});

test("who changed it, where nothing stands beside the cause: what the activity log says", () => {
  expect(said("whoChanged", causedBy({}))).toBe(
    sayDiagnosis(brokenDiagnosis, en).checks.find(({ id }) => id === "cluster.recent-change")?.summary,
  );
});

test("what happened: the cause, and what was changed before it", () => {
  expect(said("whatHappened", causedBy({ changed: megan }))).toBe(
    `${sayDiagnosis(brokenDiagnosis, en).summary} Before it, 2 h before this check: meganb@contoso.example changed the network vnet-hub.`,
  );
  expect(said("whatHappened", causedBy({}))).toMatch(/ No change that could have led to it was found\.$/);
});

test.each(["diagnosis-is-it-down", "diagnosis-who-changed", "diagnosis-what-happened"])(
  "%s: the first text of the card and of its notification is the answer",
  (name) => {
    const answer = answers[name];
    if (answer?.kind !== "run" || answer.run.task.kind !== "diagnose") throw new Error(name);
    const { status, task } = answer.run;
    const diagnosis = status.state === "succeeded" ? status.diagnosis : null;
    if (diagnosis === null || task.question === undefined) throw new Error(name);
    const { card, summary } = present(answer, en);
    const first = briefly(said(task.question, diagnosis));
    const [shown] = [...JSON.stringify(card).matchAll(/"text":("(?:[^"\\]|\\.)*")/g)].map(([, text = ""]) =>
      JSON.parse(text),
    );
    expect(summary.startsWith(first.slice(0, 200))).toBe(true);
    expect(shown).toBe(plain(first, 800));
  },
);
