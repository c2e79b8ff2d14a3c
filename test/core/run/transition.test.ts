// Which run state may follow which: the whole table, so that a change of it is seen.
import { canMove, movableFrom, type RunStateName } from "../../../src/core/run/run.ts";

const states: readonly RunStateName[] = [
  "queued",
  "running",
  "succeeded",
  "failed",
  "denied",
  "timedOut",
  "lost",
  "pendingApproval",
  "approved",
  "applying",
  "rejected",
  "withdrawn",
  "expired",
];

describe("allowed moves", () => {
  test.each<[RunStateName, readonly RunStateName[]]>([
    ["queued", ["running", "failed", "denied", "lost"]],
    ["running", ["running", "succeeded", "failed", "denied", "timedOut", "lost", "pendingApproval"]],
    ["pendingApproval", ["denied", "pendingApproval", "approved", "rejected", "withdrawn", "expired"]],
    [
      "approved",
      ["failed", "denied", "pendingApproval", "approved", "applying", "rejected", "withdrawn", "expired"],
    ],
    ["applying", ["succeeded", "failed", "denied", "timedOut", "lost", "applying"]],
    ["rejected", []],
    ["withdrawn", []],
    ["expired", []],
    ["succeeded", []],
    ["failed", []],
    ["denied", []],
    ["timedOut", []],
    ["lost", []],
  ])("%s → %j", (from, expected) => {
    expect(states.filter((to) => canMove(from, to))).toEqual(expected);
  });
});

describe("the states that a move may start from", () => {
  test.each<[readonly RunStateName[], RunStateName, readonly RunStateName[]]>([
    [["queued", "running"], "failed", ["queued", "running"]],
    [["queued", "running"], "succeeded", ["running"]],
    [["queued"], "running", ["queued"]],
    [["lost", "running"], "timedOut", ["running"]],
  ])("%j → %s: %j", (from, to, expected) => {
    expect(movableFrom(from, to)).toEqual(expected);
  });

  test.each<[readonly RunStateName[], RunStateName, string]>([
    [["succeeded"], "running", "A run cannot move from succeeded to running."],
    [["queued", "lost"], "succeeded", "A run cannot move from queued or lost to succeeded."],
    [[], "running", "A run cannot move from nothing to running."],
  ])("%j → %s is a mistake", (from, to, message) => {
    expect(() => movableFrom(from, to)).toThrow(message);
  });
});
