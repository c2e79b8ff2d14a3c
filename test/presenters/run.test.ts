// What a card offers and claims for the states of a run.
import type { Answer } from "../../src/core/chat/answer.ts";
import type { RunTask } from "../../src/core/run/run.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { answers } from "../fixtures/answers.ts";
import { nodesOf } from "./card-rules.ts";

const en = messages("en");
type RunAnswer = Extract<Answer, { kind: "run" }>;

const runAnswer = (name: string): RunAnswer => {
  const answer = answers[name];
  if (answer?.kind !== "run") throw new Error(`${name} is no run`);
  return answer;
};

const presses = (answer: Answer): readonly unknown[] =>
  nodesOf(present(answer, en).card)
    .filter(({ type }) => type === "Action.Execute")
    .map(({ data }) => data);

const verbs = (answer: Answer): readonly unknown[] =>
  nodesOf(present(answer, en).card).flatMap(({ verb }) => (verb === undefined ? [] : [verb]));

const bandOf = (answer: Answer): unknown =>
  nodesOf(present(answer, en).card).find(({ type }) => type === "Container")?.style;

const asWrite = (answer: RunAnswer): RunAnswer => {
  const { task } = answer.run;
  if (task.kind !== "command") throw new Error("no command");
  const write: RunTask = { ...task, request: { ...task.request, access: "write" } };
  return { ...answer, run: { ...answer.run, task: write } };
};

test.each(["command-result", "command-result-pages", "run-timed-out"])(
  "%s: a read may run again, a change may not",
  (name) => {
    expect(verbs(runAnswer(name))).toContain("run.again");
    expect(verbs(asWrite(runAnswer(name)))).not.toContain("run.again");
  },
);

test.each([
  [1, [2]],
  [2, [3, 1]],
  [3, [2]],
  [0, [2]],
  [-4, [2]],
  [99, [2]],
  [Number.NaN, [2]],
])("page %d of 3 leads to %j", (page, expected) => {
  const turns = presses({ ...runAnswer("command-result-pages"), page }).flatMap((data) =>
    typeof data === "object" && data !== null && "page" in data ? [data.page] : [],
  );
  expect(turns).toEqual(expected);
});

test.each([["progress-diagnose"], ["progress-command"], ["progress-queued"], ["run-denied"], ["run-lost"]])(
  "%s offers nothing to press",
  (name) => {
    expect(presses(runAnswer(name))).toEqual([]);
  },
);

test("an expired sign-in offers to sign in", () => {
  expect(verbs(runAnswer("run-sign-in"))).toEqual(["sign-in"]);
});

test.each([
  ["diagnosis-healthy", "good"],
  ["diagnosis-unknown", "emphasis"],
  ["diagnosis-degraded", "warning"],
  ["diagnosis", "attention"],
  ["access", "good"],
  ["access-none", "attention"],
  ["can-i-yes", "good"],
  ["can-i-unknown", "emphasis"],
  ["can-i-azure-missing", "warning"],
  ["can-i-no", "warning"],
])("%s has the band %s: unknown is never green", (name, style) => {
  const answer = answers[name];
  if (answer === undefined) throw new Error(name);
  expect(bandOf(answer)).toBe(style);
});

test("a result that is no longer kept is said so", () => {
  const answer = runAnswer("diagnosis");
  const status = {
    state: "succeeded",
    finishedAt: answer.run.createdAt,
    result: null,
    diagnosis: null,
  } as const;
  const { summary } = present({ ...answer, run: { ...answer.run, status } }, en);
  expect(summary).toContain(en.runProblem.outputGone.happened);
});

test("the diagnosis names what would settle each check that could not be assessed", () => {
  const texts = nodesOf(present(runAnswer("diagnosis-unknown"), en).card).map(({ text }) => text);
  expect(texts).toContain(
    "? Reader on vnet-hub (virtualNetworks) would settle: Peering to the hub is connected.",
  );
});

test("the line for an owner names the person by object id and asks nothing", () => {
  const snippets = nodesOf(present(runAnswer("run-denied"), en).card).map(({ codeSnippet }) => codeSnippet);
  expect(snippets).toContainEqual(
    expect.stringMatching(
      /^az role assignment create --role 'Azure Kubernetes .*--assignee-object-id 1b7c5a52/,
    ),
  );
});

test("the cause has its own sentence where the summary does not hold it", () => {
  const answer = runAnswer("diagnosis");
  const { status } = answer.run;
  if (status.state !== "succeeded" || status.diagnosis === null) throw new Error("no diagnosis");
  const diagnosis = { ...status.diagnosis, summary: "The API server cannot be reached." };
  const changed = { ...answer, run: { ...answer.run, status: { ...status, diagnosis } } };
  const texts = nodesOf(present(changed, en).card).map(({ text }) => text);
  expect(texts.filter((text) => text === diagnosis.rootCause?.summary)).toHaveLength(1);
});
