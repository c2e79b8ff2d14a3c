// Whatever an answer holds, its card fits one message, obeys the rules, and keeps its buttons.

import fc from "fast-check";
import type { Answer } from "../../src/core/conversation/answer.ts";
import type { Diagnosis } from "../../src/core/diagnosis/diagnosis.ts";
import { type FixStep, lineOf } from "../../src/core/fix/write/actions.ts";
import { columns } from "../../src/core/outcome/columns.ts";
import { CARD_BUDGET, cardSize } from "../../src/presenters/card/presented.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { fitCard, present } from "../../src/presenters/present.ts";
import { presentShort } from "../../src/presenters/run/short.ts";
import { answers } from "../fixtures/answers.ts";
import { fixSteps } from "../fixtures/fix-steps.ts";
import { kept } from "../unavailable.ts";
import { faultsOf, nodesOf } from "./card-rules.ts";

const en = messages("en");
const MEGABYTE = 1_000_000;

const runNamed = (name: string): Extract<Answer, { kind: "run" }> => {
  const answer = answers[name];
  if (answer?.kind !== "run") throw new Error(`${name} is no run`);
  return answer;
};

const printing = (output: string): Answer => {
  const answer = runNamed("command-result");
  const { status } = answer.run;
  if (status.state !== "succeeded" || status.result === null) throw new Error("no result");
  return { ...answer, run: { ...answer.run, status: { ...status, result: { ...status.result, output } } } };
};

const diagnosed = (name: string, change: (diagnosis: Diagnosis) => Partial<Diagnosis>): Answer => {
  const answer = runNamed(name);
  const { status } = answer.run;
  if (status.state !== "succeeded" || status.diagnosis === null) throw new Error("no diagnosis");
  const diagnosis = { ...status.diagnosis, ...change(status.diagnosis) };
  return { ...answer, run: { ...answer.run, status: { ...status, diagnosis } } };
};

const checks = (count: number, lines: number, length: number, status: "pass" | "fail" = "fail"): Answer =>
  diagnosed("diagnosis", (diagnosis) => ({
    checks: [
      ...diagnosis.checks,
      ...Array.from({ length: count }, (_, index) => ({
        id: `many.${index}`,
        severity: "low" as const,
        status,
        facts: [{ is: "s".repeat(length) }],
        evidence: Array.from({ length: lines }, () => columns("e".repeat(length))),
      })),
    ],
  }));

/** Its line has this many characters, and what it does is said in few words. */
function longStep(length: number): FixStep {
  const step = (text: string): FixStep => ({ ...fixSteps.setClientProtocols, protocols: [text] });
  return step("az ".repeat(length / 3).slice(0, Math.max(1, length - lineOf(step("")).length)));
}

const command = (length: number, count = 1): Answer =>
  diagnosed("diagnosis", ({ rootCause }) => ({
    rootCause: rootCause && {
      ...rootCause,
      fix: {
        steps: Array.from({ length: count }, () => longStep(length)),
        risks: [],
        disruptive: false,
        roles: [{ role: "Contributor", on: ["prod-1"] }],
      },
    },
  }));

const steps = (count: number, length: number): Answer =>
  diagnosed("access", ({ accessPaths }) => ({
    accessPaths: accessPaths.map((path) => ({
      ...path,
      steps: Array.from({ length: count }, () => "s".repeat(length)),
    })),
  }));

const cluster = (name: string, index = 0) => ({
  id: `/subscriptions/6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/c-${index}`,
  name,
  resourceGroup: name,
  subscriptionId: "6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81",
  location: "westeurope",
  powerState: "Running",
  private: true,
});

const watches = (count: number, name: string): Answer => {
  const answer = answers.watches;
  const watch = answer?.kind === "watches" ? answer.watches[0] : undefined;
  if (!watch) throw new Error("no watch");
  const one = { ...watch, cluster: { ...watch.cluster, name }, by: { ...watch.by, displayName: name } };
  return { kind: "watches", watches: Array.from({ length: count }, () => one) };
};

const status = (count: number, name: string): Answer => {
  const { run } = runNamed("command-result");
  return {
    kind: "status",
    now: "2026-07-27T01:14:02Z",
    others: [],
    runs: Array.from({ length: count }, () => ({ ...run, cluster: { ...run.cluster, name } })),
  };
};

const canI = (count: number): Answer => {
  const answer = answers["can-i-azure-missing"];
  if (answer?.kind !== "canI" || "refusal" in answer) throw new Error("no can-i");
  const needs = Array.from({ length: count }, (_, index) => ({
    action: `action/${index}`,
    scope: "s".repeat(300),
  }));
  return { ...answer, azure: { ...answer.azure, needs } };
};

const whichCluster = (count: number, text: string): Answer => ({
  kind: "whichCluster",
  asked: text,
  words: Array.from({ length: count }, () => text),
  options: Array.from({ length: Math.min(count, 6) }, (_, index) => ({
    cluster: cluster(text, index),
    command: text,
    as: "word",
    where: text,
  })),
  unlisted: null,
  pendingId: "Q-7Q2MXA94TB",
});

/** A change of many objects, with many fields each. */
const change = (objects: number, fields: number, value: string): Answer => {
  const answer = answers["change-review"];
  if (answer?.kind !== "review" || answer.run.status.state !== "pendingApproval")
    throw new Error("no change");
  const { status } = answer.run;
  const [one] = status.proposal.objects;
  if (one === undefined) throw new Error("no object");
  const each = { path: value, before: value, after: `${value}!` };
  const touched = { ...one, name: value, fields: Array.from({ length: fields }, () => each) };
  const proposal = { ...status.proposal, objects: Array.from({ length: objects }, () => touched) };
  return { ...answer, run: { ...answer.run, status: { ...status, proposal } } };
};

const huge: readonly (readonly [string, () => Answer])[] = [
  ["an output of 1 MB in one line", () => printing("x".repeat(MEGABYTE))],
  ["an output of 1 MB of line feeds", () => printing("\n".repeat(MEGABYTE))],
  ["an output of 1 MB of hidden characters", () => printing("\u200b".repeat(MEGABYTE))],
  ["5 000 checks", () => checks(5_000, 1, 80)],
  ["5 000 lines of evidence", () => checks(1, 5_000, 80)],
  ["5 000 lines of evidence of a check that passes", () => checks(1, 5_000, 80, "pass")],
  ["evidence of 1 MB", () => checks(1, 1, MEGABYTE)],
  ["200 checks of 2 000 characters each", () => checks(200, 3, 2_000)],
  ["a fix of 1 MB", () => command(MEGABYTE)],
  ["a fix of 5 000 lines", () => command(60, 5_000)],
  ["ways in with 1 000 steps each", () => steps(1_000, 100)],
  ["ways in with steps of 1 MB", () => steps(1, MEGABYTE)],
  ["10 000 watches", () => watches(10_000, "prod-1")],
  ["watches with names of 100 000 characters", () => watches(40, "n".repeat(100_000))],
  ["10 000 requests", () => status(10_000, "n".repeat(1_000))],
  [
    "5 000 clusters with long names",
    () => ({
      kind: "clusters",
      problem: { is: "unread", said: kept("p".repeat(MEGABYTE)) },
      clusters: Array.from({ length: 5_000 }, (_, index) => cluster("<".repeat(500), index)),
    }),
  ],
  ["400 missing permissions", () => canI(400)],
  ["a change of 10 000 objects", () => change(10_000, 1, "v")],
  ["a change of 5 000 fields of 2 000 characters", () => change(1, 5_000, '"'.repeat(2_000))],
  ["a change of a field of 1 MB", () => change(20, 30, "v".repeat(MEGABYTE))],
  ["a question about a cluster, 1 MB long", () => whichCluster(6, "w ".repeat(MEGABYTE / 2))],
  [
    "a name of 1 MB, spoken of before",
    () => ({
      kind: "watch",
      cluster: "n".repeat(MEGABYTE),
      id: "n".repeat(MEGABYTE),
      outcome: "added",
      remembered: "n".repeat(MEGABYTE),
    }),
  ],
  [
    "a refusal of 1 MB",
    () => ({
      kind: "notUnderstood",
      asked: "a\n".repeat(MEGABYTE / 2),
      reason: { is: "unknown", written: "*".repeat(MEGABYTE) },
    }),
  ],
];

/** Without those that show evidence, which goes before everything else. */
const buttonsOf = (card: object): readonly string[] =>
  nodesOf(card)
    .filter(({ type, title }) => String(type).startsWith("Action.") && title !== en.diagnosis.more)
    .map((action) => JSON.stringify([action.type, action.title, action.data]));

describe("what is far too large", () => {
  test.each(huge)("%s", (_, make) => {
    const { card, summary } = present(make(), en, null);
    expect(cardSize(card)).toBeLessThanOrEqual(CARD_BUDGET);
    expect(faultsOf(card)).toEqual([]);
    expect(summary.length).toBeLessThan(500);
  });

  test.each([
    ["5 000 checks", checks(5_000, 1, 80), checks(1, 1, 1), "The command line prints"],
    ["a fix of 1 MB", command(MEGABYTE), command(30), "The command line prints"],
    ["ways in", steps(1_000, 100), steps(1, 10), "The command line prints"],
    ["missing permissions", canI(400), canI(1), "Ask for less"],
  ])("%s: the buttons are those of a small one, and what was left out is said", (_, large, small, next) => {
    const { card } = present(large, en);
    expect(buttonsOf(card)).toEqual(buttonsOf(present(small, en).card));
    expect(JSON.stringify(card)).toMatch(
      new RegExp(`Shortened to fit one message: [^"]*\\d+ (entr|character)[^"]* left out\\. ${next}`),
    );
  });

  test("a shell line is shown whole or not at all", () => {
    const line = `az ${"x".repeat(40_000)}`;
    const large = JSON.stringify(present(command(120_000), en).card);
    expect(large).not.toContain(line.slice(0, 40));
    expect(large).toContain("A command of 120000 characters does not fit here");
    expect(large).toContain("vnet-hub");
  });

  test("the worst comes first, and stays", () => {
    const card = JSON.stringify(present(checks(5_000, 1, 80), en).card);
    expect(card.search(/many\.0[:,] /)).toBeGreaterThan(0);
    expect(card).not.toContain("many.4999: ");
  });
});

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc
    .constantFrom('"', "\\", "<", "&", "*", "\n", "\u0001", "😀", "ab ")
    .chain((part) => fc.integer({ min: 1, max: 30_000 }).map((count) => part.repeat(count))),
);
const someAnswer = fc.oneof(
  text.map(printing),
  text.map((value) => whichCluster(6, value)),
  text.map(
    (reason): Answer => ({
      kind: "notUnderstood",
      asked: reason,
      reason: { is: "unknown", written: reason },
    }),
  ),
  fc
    .tuple(
      fc.integer({ max: 400, min: 1 }),
      fc.integer({ max: 20, min: 1 }),
      fc.integer({ max: 3_000, min: 1 }),
    )
    .map((sizes) => checks(...sizes)),
  fc
    .tuple(fc.integer({ max: 60_000, min: 3 }), fc.integer({ max: 5, min: 1 }))
    .map((sizes) => command(...sizes)),
  fc
    .tuple(fc.integer({ max: 300, min: 1 }), fc.integer({ max: 3_000, min: 1 }))
    .map((sizes) => steps(...sizes)),
  fc.integer({ max: 200, min: 1 }).map(canI),
  fc
    .tuple(fc.integer({ max: 40, min: 1 }), fc.integer({ max: 40, min: 0 }), text)
    .map((sizes) => change(...sizes)),
);

test("any answer fits, and one that fits is left as it is", () => {
  let shortened = 0;
  fc.assert(
    fc.property(someAnswer, (answer) => {
      const { card } = present(answer, en);
      expect(cardSize(card)).toBeLessThanOrEqual(CARD_BUDGET);
      expect(faultsOf(card)).toEqual([]);
      shortened += JSON.stringify(card).includes("Shortened to fit") ? 1 : 0;
      expect(fitCard(card, { shortened: () => "x", command: () => "x" })).toBe(card);
    }),
    { numRuns: 30 },
  );
  expect(shortened).toBeGreaterThan(0);
});

test.each([
  ["a heading", { type: "TextBlock", text: "kept", style: "heading" }],
  ["buttons", { type: "ActionSet", actions: [{ type: "Action.Execute", title: "kept" }] }],
  [
    "buttons further inside",
    { type: "Container", items: [{ type: "ActionSet", actions: [{ title: "kept" }] }] },
  ],
  ["what a button shows", { type: "Container", id: "kept", items: [] }],
  ["an input", { type: "Input.ChoiceSet", id: "kept", choices: [] }],
])("%s at the end of a long list stays", (_, needed) => {
  const lines = Array.from({ length: 1_000 }, (_each, index) => ({
    type: "TextBlock",
    text: `line ${index} ${"x".repeat(90)}`,
  }));
  const texts = { shortened: ({ entries }: { entries: number }) => `${entries} left out`, command: () => "" };
  const fitted = fitCard({ type: "AdaptiveCard", body: [...lines, needed] }, texts);
  const { body } = fitted as { body: { text?: string }[] };
  expect(JSON.stringify(body.at(-2))).toContain("kept");
  expect(body.at(-1)?.text).toBe(`${1_000 - (body.length - 2)} left out`);
  expect(body.length).toBeGreaterThan(100);
});

test("no card is made of one that holds nothing to shorten", () => {
  const data = { v: 1, verb: "x", cluster: "c".repeat(CARD_BUDGET) };
  const card = { type: "AdaptiveCard", body: [], actions: [{ type: "Action.Execute", data }] };
  expect(fitCard(card, { shortened: () => "x", command: () => "x" })).toBeNull();
});

describe("the least that can be said", () => {
  test.each([
    [
      "diagnosis",
      "▲ Engineers behind vnet-hub cannot reach the API server of prod-1; nodes reach it. jump-1 cannot resolve",
    ],
    ["command-result", "✔ Exit 0 on prod-1"],
    ["command-result-error", "✖ Exit 1 on prod-1"],
    ["command-result-empty", "? Finished on prod-1, exit code unknown"],
    ["command-result-remembered", "On prod-1 (the cluster spoken of before): ✔ Exit 0 on prod-1"],
    ["run-stopped", "✖ Failed: prod-1. prod-1 is stopped"],
    ["run-lost", "? Outcome unknown: prod-1."],
    ["progress-diagnose", "… Running: prod-1"],
    ["clusters", "▲ The answer could not be shown"],
  ])("%s: %s", (name, beginning) => {
    const { card, summary } = presentShort(answers[name] ?? { kind: "signedOut" }, en);
    expect(summary.startsWith(beginning)).toBe(true);
    expect(JSON.stringify(card)).toContain("The full answer could not be shown here: write “status”.");
    expect(cardSize(card)).toBeLessThan(6_000);
    expect(faultsOf(card)).toEqual([]);
  });

  test.each(huge)("%s", (_, make) => {
    const { card } = presentShort(make(), en);
    expect(cardSize(card)).toBeLessThan(6_000);
    expect(faultsOf(card)).toEqual([]);
  });
});

test.each(["progress-command", "progress-queued", "progress-diagnose"])(
  "%s as a short card is still brought up to date by the requester's client",
  (name) => {
    const answer = answers[name];
    if (answer?.kind !== "run") throw new Error(`no run called ${name}`);
    const { refresh }: { refresh?: unknown } = presentShort(answer, en).card;
    expect(refresh).toMatchObject({ action: { data: { verb: "run.show", run: answer.run.id } } });
    const ended = {
      ...answer.run,
      status: { state: "succeeded", finishedAt: "", result: null, diagnosis: null },
    } as const;
    expect(presentShort({ ...answer, run: ended }, en).card).not.toHaveProperty("refresh");
  },
);

test.each([
  ["1 200 characters stay whole", 1_200, true],
  ["more than a shell takes at once are not cut in half", MEGABYTE, false],
])("the command of a fix: %s", (_, length, stays) => {
  const card = JSON.stringify(present(command(length), en).card);
  expect(card.includes(lineOf(longStep(length)))).toBe(stays);
  expect(card.includes("half of it would be another command")).toBe(!stays);
});
