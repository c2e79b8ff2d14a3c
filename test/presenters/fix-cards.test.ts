// What the cards of a fix offer, show and claim: from its diagnosis to what came of it, and back.
import type { FixTask } from "../../src/core/change/agreed-task.ts";
import type { Answer } from "../../src/core/conversation/answer.ts";
import type { Diagnosis } from "../../src/core/diagnosis/diagnosis.ts";
import type { ArmWrite, NoWayBack } from "../../src/core/fix/write/arm-write.ts";
import type { RunFailure } from "../../src/core/run/failure.ts";
import type { Touched } from "../../src/core/run/proposed.ts";
import type { Run, RunState } from "../../src/core/run/run.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { presentShort } from "../../src/presenters/run/short.ts";
import {
  brokenDiagnosis,
  degradedDiagnosis,
  healthyDiagnosis,
  outsideDiagnosis,
  stoppedDiagnosis,
  unreadDiagnosis,
} from "../fixtures/diagnoses.ts";
import { fixAnswers } from "../fixtures/fix-answers.ts";
import { nodesOf } from "./card-rules.ts";
import { asInUtc } from "./card-text.ts";

const en = messages("en");

type OfRun = Extract<Answer, { run: Run }>;
function answerOf(name: string): OfRun {
  const answer = fixAnswers[name];
  if (answer === undefined || !("run" in answer)) throw new Error(`${name} is of no run`);
  return answer;
}

const nodesIn = (answer: Answer) => nodesOf({ ...present(answer, en).card, refresh: null });
const executes = (answer: Answer) => nodesIn(answer).filter(({ type }) => type === "Action.Execute");
const verbs = (answer: Answer) => executes(answer).map(({ verb }) => verb);
const shown = (answer: Answer): string => JSON.stringify(present(answer, en));
const textsOf = (answer: Answer) =>
  nodesIn(answer).flatMap(({ text }) => (typeof text === "string" ? [text] : []));

const withStatus = (answer: OfRun, status: RunState): Answer => ({
  ...{ kind: "run", page: null },
  run: { ...answer.run, status },
});

function taskOf({ run }: OfRun): FixTask {
  if (run.task.kind !== "fix") throw new Error(`${run.id} is no fix`);
  return run.task;
}

function succeeded({ run }: OfRun): Extract<RunState, { state: "succeeded" }> {
  if (run.status.state !== "succeeded") throw new Error(`${run.id} has not succeeded`);
  return run.status;
}

test.each([
  ["a machine that is started", { do: "act", action: "start" }, "cutsOff", true],
  ["what can be deleted again", { do: "create", body: { a: 1 } }, undefined, false],
] as const)(
  "whoever agrees is told beforehand that nothing takes it back: %s",
  (_what, what, noWayBack, isSaid) => {
    const answer = answerOf("fix-review");
    const { run } = answer;
    if (run.status.state !== "pendingApproval") throw new Error(run.status.state);
    const [write] = taskOf(answer).writes;
    if (write === undefined) throw new Error("no write");
    const writes: readonly ArmWrite[] = [
      { id: write.id, type: write.type, what, ...(noWayBack && { noWayBack }) },
    ];
    const proposal = { ...run.status.proposal, before: [null] };
    const text = shown({
      ...answer,
      run: { ...run, task: { ...taskOf(answer), writes }, status: { ...run.status, proposal } },
    });
    expect(text.includes(en.fixRun.noUndoAhead)).toBe(isSaid);
  },
);

describe("what may be pressed", () => {
  const inThread = Object.entries(fixAnswers).filter(
    ([name, { kind }]) =>
      !name.startsWith("diagnosis-") &&
      name !== "fix-approval-view" &&
      (kind === "run" || kind === "approvalWanted"),
  );

  test.each(inThread)("%s: nothing that decides", (_name, answer) => {
    for (const verb of verbs(answer)) expect(["change.review", "fix.undo", "diagnose"]).toContain(verb);
  });

  test.each<readonly [string, readonly string[]]>([
    ["fix-looking", []],
    ["fix-pending", ["change.review"]],
    ["fix-review", ["change.approve", "change.reject"]],
    ["fix-review-requester", ["change.withdraw"]],
    ["fix-review-confirm", ["change.approve", "change.withdraw"]],
    ["fix-approval-wanted", ["change.review"]],
    ["fix-approved-sign-in", ["change.review"]],
    ["fix-applying", []],
    ["fix-made", ["fix.undo", "diagnose"]],
    ["fix-made-still-broken", ["fix.undo", "diagnose"]],
    ["fix-made-for-good", ["diagnose"]],
    ["fix-made-in-part", ["diagnose"]],
    ["fix-denied", ["diagnose"]],
    ["fix-outdated", ["diagnose"]],
    ["fix-lost", ["diagnose"]],
    ["fix-rejected", []],
    ["fix-withdrawn", []],
    ["fix-expired", []],
    ["undo-review", ["change.approve", "change.reject"]],
    ["undo-made", ["diagnose"]],
  ])("%s: %j", (name, expected) => {
    expect(verbs(answerOf(name))).toEqual(expected);
  });

  test("each press is about this run, and a decision about exactly what the card shows", () => {
    const { id, status } = answerOf("fix-review").run;
    const hash = status.state === "pendingApproval" && status.proposal.hash;
    for (const { verb, data } of executes(answerOf("fix-review")))
      expect(data).toEqual({ v: 1, verb, run: id, hash });
    const made = answerOf("fix-made");
    expect(executes(made)[0]?.data).toEqual({ v: 1, verb: "fix.undo", run: made.run.id });
  });

  test("what does not fit a card cannot be approved, and can be rejected", () => {
    const review = answerOf("fix-review");
    const task = taskOf(review);
    const long = (length: number): Answer => {
      const fix = { ...task.fix, steps: [{ kind: "uncordonNode", node: "n".repeat(length) } as const] };
      return { kind: "review", as: "approver", run: { ...review.run, task: { ...task, fix } } };
    };
    expect(verbs(long(5_000))).toContain("change.approve");
    expect(shown(long(5_000))).toContain("n".repeat(5_000));
    expect(verbs(long(60_000))).toEqual(["change.reject"]);
  });

  test("the least that can be said decides nothing, and says which fix it is of", () => {
    const short = JSON.stringify(presentShort(answerOf("fix-review"), en));
    expect(short).not.toMatch(/change\.(approve|reject|withdraw)/);
    expect(short).toContain(`fix ${taskOf(answerOf("fix-review")).of} (prod-1)`);
  });
});

describe("on the card of a diagnosis", () => {
  const offered = answerOf("diagnosis-fix-offered");
  const { offersFix: _, ...without } = succeeded(offered);

  test("the fix is asked for where the run offers it, beside whoever may make it by hand", () => {
    expect(verbs(offered)).toEqual(expect.arrayContaining(["fix.request", "fix.ask"]));
    const [request] = executes(offered).filter(({ verb }) => verb === "fix.request");
    expect(request).toMatchObject({ title: "Request this fix", data: { run: offered.run.id } });
  });

  test("and nowhere else", () => {
    expect(verbs(withStatus(offered, without))).not.toContain("fix.request");
    const running: RunState = { state: "running", startedAt: "", diagnosis: brokenDiagnosis };
    expect(verbs(withStatus(offered, running))).not.toContain("fix.request");
    const early = { ...running, offersFix: true as const };
    expect(verbs(withStatus(offered, early))).toContain("fix.request");
    const { offersFix: _, ...rest } = succeeded(offered);
    const inCluster = verbs(withStatus(offered, { ...rest, offersChange: true }));
    expect([inCluster.includes("change.request"), inCluster.includes("fix.request")]).toEqual([true, false]);
    expect(verbs(answerOf("diagnosis-fixed"))).not.toContain("fix.request");
  });
});

describe("what is said", () => {
  test("of what takes a fix back no line is shown, and no check that failed", () => {
    expect(shown(answerOf("undo-review"))).not.toContain("az network");
    expect(shown(answerOf("undo-review"))).not.toContain(`**${en.fixRun.failed}**`);
    expect(shown(answerOf("fix-review"))).toContain("az network private-dns link vnet create");
  });

  test.each(["fix-pending", "fix-review", "fix-made"])("%s: its lines are one press away", (name) => {
    const nodes = nodesIn(answerOf(name));
    const buttons = nodes.filter(({ targetElements }) => String(targetElements) === "command");
    expect(buttons).toMatchObject([{ title: "Show command" }]);
    expect(nodes.filter(({ id }) => id === "command")).toMatchObject([{ isVisible: false }]);
  });

  test("nobody is told that something was made where nothing was", () => {
    expect(shown(answerOf("fix-outdated"))).not.toContain("**Made**");
    expect(shown(answerOf("fix-denied"))).not.toContain("**Made**");
  });

  test("the thread sees no value of what is for its requester alone", () => {
    expect(shown(answerOf("fix-pending-personal"))).not.toContain("registrationEnabled: ");
    const { run } = answerOf("fix-pending-personal");
    expect(shown({ kind: "review", as: "approver", run })).toContain("registrationEnabled: ");
  });

  test("a row for each in the list of requests", () => {
    const status = fixAnswers["status-fixes"];
    if (status === undefined) throw new Error("no status");
    const rows = textsOf(status).join("\n");
    for (const text of ["fix R-5J2PW8N4CD (prod-1)", "undo R-7K3QX2M9AB (prod-1)"])
      expect(rows).toContain(text);
    for (const word of ["✔ Fixed", "✖ Made, and still broken", "✔ Taken back"]) expect(rows).toContain(word);
  });
});

/** Only a cluster that is reached is called fixed. */
describe("what came of it", () => {
  const made = answerOf("fix-made");
  test.each<readonly [string, Diagnosis, string, string]>([
    ["reached", healthyDiagnosis, "good", "✔ Fixed: prod-1 is reachable"],
    ["broken", brokenDiagnosis, "warning", "✖ Made, and still broken: prod-1"],
    ["degraded", degradedDiagnosis, "warning", "▲ Made, and still degraded: prod-1"],
    ["stopped", stoppedDiagnosis, "attention", "■ Made, and it is stopped: prod-1"],
    ["unread", unreadDiagnosis, "emphasis", "? Made, and not known what came of it: prod-1"],
  ])("%s", (_what, diagnosis, style, title) => {
    const answer = withStatus(made, { ...succeeded(made), diagnosis });
    expect(textsOf(answer)[0]).toBe(title);
    expect(nodesIn(answer).find(({ type }) => type === "Container")?.style).toBe(style);
  });

  test("a place that nothing leads from is no fixed one", () => {
    const answer = withStatus(made, { ...succeeded(made), diagnosis: outsideDiagnosis });
    expect(textsOf(answer)[0]).toBe("▲ Made, and still out of reach: prod-1");
    expect(nodesIn(answer).find(({ type }) => type === "Container")?.style).not.toBe("good");
  });
});

describe("an undo has no lines: what it writes stands in its fields alone", () => {
  const whole = { path: "routes", before: "[route]".repeat(60), after: null };
  test.each<readonly [string, Partial<Touched>, readonly string[]]>([
    ["all of it fits", { fields: [whole] }, ["change.approve", "change.reject"]],
    ["a field is left out", { fields: [whole], moreFields: 1 }, ["change.reject"]],
    ["a value was cut", { fields: [{ ...whole, hidden: "cut" }] }, ["change.reject"]],
  ])("%s", (_name, more, pressed) => {
    const answer = answerOf("undo-review");
    const { status } = answer.run;
    if (status.state !== "pendingApproval") throw new Error(status.state);
    const objects = status.proposal.objects.map((each) => ({ ...each, ...more }));
    const run = { ...answer.run, status: { ...status, proposal: { ...status.proposal, objects } } };
    const seen = { ...answer, run } as OfRun;
    expect(verbs(seen)).toEqual(pressed);
    expect(shown(seen).includes(en.approval.tooLong)).toBe(pressed.length === 1);
    expect(shown(seen)).toContain(whole.before);
  });
});

describe("whether it can be undone", () => {
  const made = answerOf("fix-made");
  const task = taskOf(made);
  const [write] = task.writes;
  if (write === undefined) throw new Error("Nothing is written.");
  const saysOf = (writes: readonly ArmWrite[], before: "kept" | "gone" = "kept") => {
    const { proposed } = succeeded(made);
    if (proposed === undefined) throw new Error("Nothing was proposed.");
    const { before: _, ...proposal } = proposed.proposal;
    const kept = { ...proposal, before: writes.map(() => null) };
    const status = {
      ...succeeded(made),
      proposed: { ...proposed, proposal: before === "kept" ? kept : proposal },
    };
    const answer: Answer = {
      kind: "run",
      page: null,
      run: { ...made.run, task: { ...task, writes }, status },
    };
    return {
      text: textsOf(answer)
        .map(asInUtc)
        .find((text) => text.startsWith("**Undo** ")),
      verbs: verbs(answer),
    };
  };
  const never = (noWayBack: NoWayBack): ArmWrite => ({ ...write, noWayBack });
  const { noUndo } = en.fixRun;

  test.each<readonly [string, readonly ArmWrite[], string]>([
    ["somebody works on it", [never("cutsOff")], noUndo.cutsOff],
    ["nothing was there before", [never("noStateBefore")], noUndo.noStateBefore],
    ["Azure takes it one way", [never("oneWay")], noUndo.oneWay],
    ["all of it may stay", [never("stays")], noUndo.stays],
    ["one of several cannot", [write, never("oneWay")], noUndo.oneWay],
    ["what would be cut off weighs more", [never("oneWay"), never("cutsOff")], noUndo.cutsOff],
  ])("not where %s", (_what, writes, why) => {
    expect(saysOf(writes)).toEqual({ text: `**Undo** ${why}`, verbs: ["diagnose"] });
  });

  test("not where nobody knows what was there", () => {
    expect(saysOf([write], "gone")).toEqual({ text: `**Undo** ${noUndo.notKept}`, verbs: ["diagnose"] });
  });

  test("else for an hour, even where one of it may stay", () => {
    const until = `**Undo** ${en.fixRun.undoUntil({ until: "2026-07-27 02:21 UTC" })}`;
    const offered = { text: until, verbs: ["fix.undo", "diagnose"] };
    expect(saysOf([write])).toEqual(offered);
    expect(saysOf([write, never("stays")])).toEqual(offered);
  });
});

/** Whatever the failure says to do next: what is so now is looked at before anybody asks for more. */
test.each<readonly [RunFailure["done"], boolean]>([
  ["nothingSent", false],
  ["nothingChanged", false],
  ["partlyMade", true],
  ["sentUnknown", true],
])("of a fix that ended with %s, it is said to check first: %s", (done, looks) => {
  const failure: RunFailure = { code: "x", happened: { is: "changeInterrupted" }, done };
  const failed: RunState = { state: "failed", finishedAt: "2026-07-27T01:21:31Z", failure };
  const texts = textsOf(withStatus(answerOf("fix-pending"), failed));
  expect(texts.includes(`**Next** ${en.fixRun.findOut}`)).toBe(looks);
  expect(texts.includes(`**What was done** ${en.fixRun.nothingChanged}`)).toBe(!looks);
});
