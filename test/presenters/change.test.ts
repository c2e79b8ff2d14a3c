// What the cards of a change offer, show and claim, for everybody in the thread and for those who decide.
import { unseenOf } from "../../src/core/change/decide.ts";
import { parseKubectl } from "../../src/core/command/parse-command.ts";
import type { Answer } from "../../src/core/conversation/answer.ts";
import type { RunFailure } from "../../src/core/run/failure.ts";
import type { Run } from "../../src/core/run/run.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { presentShort } from "../../src/presenters/run/short.ts";
import { changeAnswers } from "../fixtures/change-answers.ts";
import { nodesOf } from "./card-rules.ts";
import { asInUtc } from "./card-text.ts";

const en = messages("en");

const answerOf = <K extends Answer["kind"]>(name: string, kind: K): Extract<Answer, { kind: K }> => {
  const answer = changeAnswers[name];
  if (answer?.kind !== kind) throw new Error(`${name} is no ${kind}`);
  return answer as Extract<Answer, { kind: K }>;
};

const nodesIn = (answer: Answer) => nodesOf({ ...present(answer, en).card, refresh: null });
const executes = (answer: Answer) => nodesIn(answer).filter(({ type }) => type === "Action.Execute");
const verbs = (answer: Answer) => executes(answer).map(({ verb }) => verb);
const shown = (answer: Answer): string => JSON.stringify(present(answer, en));
const textsOf = (answer: Answer) =>
  nodesIn(answer).flatMap(({ text }) => (typeof text === "string" ? [text] : []));

const withStatus = <A extends Extract<Answer, { run: Run }>>(answer: A, change: object): A => ({
  ...answer,
  run: { ...answer.run, status: { ...answer.run.status, ...change } },
});

const fieldsOf = (count: number, after: string) =>
  Array.from({ length: count }, (_, at) => ({ path: `spec.field${at}`, before: null, after }));

const review = answerOf("change-review", "review");
const pending = answerOf("change-pending", "run");

describe("what may be pressed", () => {
  const inThread = Object.entries(changeAnswers).filter(
    ([, answer]) => answer.kind === "run" || (answer.kind === "approvalWanted" && !answer.seenBy),
  );

  test.each(inThread)("%s: nothing that decides or repeats", (_name, answer) => {
    for (const { verb, data } of executes(answer)) {
      expect(["change.review", "say"]).toContain(verb);
      const { say } = { say: undefined, ...(data as object) };
      if (say !== undefined)
        expect(parseKubectl(String(say).replace(/ on prod-1$/, ""))).toMatchObject({
          ok: true,
          request: { access: "read" },
        });
    }
  });

  test.each<readonly [string, readonly string[]]>([
    ["change-looking", []],
    ["change-pending", ["change.review"]],
    ["change-review", ["change.approve", "change.reject"]],
    ["change-review-emergency", ["change.approve", "change.reject"]],
    ["change-review-requester", ["change.withdraw"]],
    ["change-review-confirm", ["change.approve", "change.withdraw"]],
    ["change-review-sign-in", ["sign-in", "change.withdraw"]],
    ["approval-wanted", ["change.review"]],
    ["approval-view", ["change.approve", "change.review", "change.reject"]],
    ["approval-approved", []],
    ["approval-rejected", []],
    ["change-approved", []],
    ["change-applying", []],
    ["change-done", []],
    ["change-exit-1", ["say"]],
    ["change-exit-unknown", ["say"]],
    ["change-outdated", []],
    ["change-timed-out", ["say"]],
    ["change-lost", ["say"]],
    ["change-rejected", []],
    ["change-withdrawn", []],
    ["change-expired", []],
    [
      "status-changes",
      ["change.review", "change.review", "change.review", "run.told", "run.told", "status", "help"],
    ],
  ])("%s: %j", (name, expected) => {
    const answer = changeAnswers[name];
    if (answer === undefined) throw new Error(name);
    expect(verbs(answer)).toEqual(expected);
  });

  test("whoever may approve decides on exactly what the card shows, and may say why not", () => {
    const { status, id } = review.run;
    const hash = status.state === "pendingApproval" && status.proposal.hash;
    for (const { verb, data, associatedInputs } of executes(review)) {
      expect(data).toEqual({ v: 1, verb, run: id, hash });
      expect(associatedInputs).toBe(verb === "change.reject" ? "auto" : "none");
    }
    const input = nodesIn(review).filter(({ type }) => type === "Input.Text");
    expect(input).toEqual([expect.objectContaining({ id: "word" })]);
  });

  test.each(["approved", "applying"])("of what is %s, nobody approves anything any more", (state) => {
    const later = withStatus(review, { state, startedAt: "2026-07-27T01:20:28Z" });
    expect(verbs(later)).toEqual([]);
    expect(verbs({ ...later, as: "requester" })).toEqual(state === "approved" ? ["change.withdraw"] : []);
  });

  test("what its requester alone decides, nobody else may", () => {
    const confirm = answerOf("change-review-confirm", "review");
    expect(verbs({ ...confirm, as: "approver" })).toEqual([]);
  });

  test("what does not fit a card cannot be approved, and can be rejected", () => {
    const { task } = review.run;
    if (task.kind !== "change") throw new Error("no change");
    const long = (length: number): Answer => {
      const argv = [...task.request.argv, "n".repeat(length)];
      return { ...review, run: { ...review.run, task: { ...task, request: { ...task.request, argv } } } };
    };
    expect(verbs(long(5_000))).toContain("change.approve");
    expect(shown(long(5_000))).toContain("n".repeat(5_000));
    expect(verbs(long(60_000))).toEqual(["change.reject"]);
    expect(textsOf(long(60_000))).toContain(en.approval.tooLong);
  });

  test("what is sent reads letter by letter", () => {
    const { task } = review.run;
    if (task.kind !== "change") throw new Error("no change");
    const argv = [...task.request.argv, "{{DATE(2020-01-01T00:00:00Z)}}", "a\u00a0b\u2800"];
    const run = { ...review.run, task: { ...task, request: { ...task.request, argv } } };
    const line = textsOf({ ...review, run }).find((text) => text.startsWith("kubectl"));
    expect(line).toMatch(/'\\u007b\{DATE\(2020-01-01T00:00:00Z\)\}\}' 'a\\u00a0b\\u2800'$/);
  });

  test("nothing can be approved where some of it is not shown", () => {
    const { task, status } = review.run;
    if (task.kind !== "change" || status.state !== "pendingApproval") throw new Error("nothing pends");
    const [object] = status.proposal.objects;
    const of = (verb: string, moreFields: number, fields?: readonly object[]): Answer => ({
      ...review,
      run: {
        ...review.run,
        task: { ...task, request: { ...task.request, verb } },
        status: {
          ...status,
          proposal: {
            ...status.proposal,
            objects: object ? [{ ...object, moreFields, ...(fields && { fields }) } as never] : [],
          },
        },
      },
    });
    expect(verbs(of("rollout undo", 0))).toContain("change.approve");
    expect(verbs(of("rollout undo", 1))).toEqual(["change.reject"]);
    expect(textsOf(of("rollout undo", 1))).toContain(en.approval.tooLong);
    const args = { path: "spec.template.spec.containers[api].args", before: null, after: "v".repeat(3_000) };
    expect(verbs(of("rollout undo", 0, [args]))).toContain("change.approve");
    expect(shown(of("rollout undo", 0, [args]))).toContain(args.after);
    expect(verbs(of("rollout undo", 0, [{ ...args, hidden: "masked" }]))).toEqual(["change.reject"]);
    expect(verbs(of("patch", 1))).toEqual(["change.reject"]);
  });

  test.each<[string, object, boolean]>([
    ["forty fields", { fields: fieldsOf(40, "v") }, true],
    ["as many as one object ever has, and more that nobody kept", { moreFields: 1 }, false],
    ["a long value", { fields: fieldsOf(1, "v".repeat(3_000)) }, true],
    ["a value of which some was not kept", { fields: [{ ...fieldsOf(1, "v")[0], hidden: "cut" }] }, false],
    ["a value of which some is masked", { fields: [{ ...fieldsOf(1, "v")[0], hidden: "masked" }] }, false],
    ["a value longer than any that is shown", { fields: fieldsOf(1, "v".repeat(20_000)) }, false],
    ["more than fits a card", { fields: fieldsOf(100, "v".repeat(3_000)) }, false],
  ])("a file is approved where all of it is shown: %s", (_what, object, isShown) => {
    const file = answerOf("change-review-file", "review");
    const { status } = file.run;
    if (status.state !== "pendingApproval") throw new Error("nothing pends");
    const [first] = status.proposal.objects;
    const proposal = { ...status.proposal, objects: [{ ...first, ...object }] };
    const answer = withStatus(file, { proposal });
    expect(verbs(answer)).toEqual(isShown ? ["change.approve", "change.reject"] : ["change.reject"]);
    expect(textsOf(answer).includes(en.approval.tooLong)).toBe(!isShown);
    const confirmed = { ...answer, as: "requester" as const };
    const own = withStatus(confirmed, { proposal, approval: { by: "requester", minutes: 15 } });
    expect(verbs(own).includes("change.approve")).toBe(isShown);
  });

  test.each<[string, number, number, number]>([
    ["a patch as long as any", 8_000, 1, 500],
    ["many short fields", 0, 95, 1],
    ["a value as long as any", 0, 1, 6_000],
    ["some of all", 3_000, 40, 20],
  ])("a card holds whatever is short enough to be approved: %s", (_what, line, count, length) => {
    const { status, task } = review.run;
    if (task.kind !== "change" || status.state !== "pendingApproval") throw new Error("nothing pends");
    const objects = status.proposal.objects.map((each) => ({
      ...each,
      fields: fieldsOf(count, '"'.repeat(length)),
    }));
    const argv = [...task.request.argv, '"'.repeat(line)];
    const long = withStatus(review, { proposal: { ...status.proposal, objects } });
    const answer = { ...long, run: { ...long.run, task: { ...task, request: { ...task.request, argv } } } };
    expect(unseenOf({ task: answer.run.task, objects })).toEqual([]);
    expect(verbs(answer)).toContain("change.approve");
  });

  test("what its objects showed of it stands among its risks", () => {
    const { status } = review.run;
    if (status.state !== "pendingApproval") throw new Error("nothing pends");
    const objects = status.proposal.objects.map((each) => ({ ...each, risks: ["deletesVolume"] as const }));
    const told = textsOf(withStatus(review, { proposal: { ...status.proposal, objects } })).join("\n");
    expect(told).toContain(en.changeRisks.deletesVolume);
    expect(textsOf(review).join("\n")).not.toContain(en.changeRisks.deletesVolume);
  });

  test.each([
    ["change-done", "✔ Done: prod-1. Done once, as Alex Wilber"],
    ["change-exit-1", "Exit 1: prod-1. "],
    ["change-exit-unknown", "Outcome unknown: prod-1. "],
    ["change-result-gone", "Outcome unknown: prod-1. "],
  ])("the least that can be said of %s is how it ended", (name, words) => {
    expect(JSON.stringify(presentShort(answerOf(name, "run"), en))).toContain(words);
  });

  test("the least that can be said of it decides nothing", () => {
    expect(JSON.stringify(presentShort(review, en))).not.toMatch(/change\.(approve|reject|withdraw)/);
    expect(JSON.stringify(presentShort(review, en))).toContain("kubectl set image");
  });
});

describe("where the policy shows it to the requester alone", () => {
  const personal = answerOf("change-pending-personal", "run");
  const done = answerOf("change-done-personal", "run");
  const asSeenBy = (as: "approver" | "requester", { run }: typeof done): Answer => ({
    kind: "review",
    as,
    run,
  });

  test("the thread sees command and objects, and no value of a field", () => {
    expect(shown(personal)).toContain("deployment/api in payments");
    expect(shown(personal)).not.toMatch(/api:1\.4\.1|hotfix/);
    expect(textsOf(personal)).toContain(en.changeObjects.valuesHidden);
    expect(shown(asSeenBy("approver", personal))).toMatch(/api:1\.4\.1.*hotfix/);
  });

  test("what was printed stands on the card of its requester alone", () => {
    expect(shown(done)).not.toContain("deployment.apps/api scaled");
    expect(shown(done)).not.toContain("2 → 3");
    expect(shown(asSeenBy("approver", done))).not.toContain("deployment.apps/api scaled");
    expect(shown(asSeenBy("requester", done))).toContain("deployment.apps/api scaled");
  });

  test("so does what its dry run said, also where Teams does not take the card", () => {
    const { run } = answerOf("change-dry-run-refused", "run");
    const refused = { ...personal, run: { ...run, show: "personal" as const } };
    for (const card of [present(refused, en), presentShort(refused, en)]) {
      expect(JSON.stringify(card)).toContain("as its dry run says");
      expect(JSON.stringify(card)).not.toContain("exceeded quota");
    }
    expect(shown(asSeenBy("requester", refused))).toContain("exceeded quota");
  });

  test("a chat with the bot alone shows all of it", () => {
    const { run } = done;
    const own = { ...done, run: { ...run, conversation: { ...run.conversation, personal: true } } };
    expect(shown(own)).toMatch(/deployment\.apps\/api scaled.*2 → 3/);
  });
});

describe("what is said", () => {
  test.each<readonly [string, string]>([
    ["change-pending", "warning"],
    ["change-pending-emergency", "attention"],
    ["change-done", "good"],
    ["change-exit-1", "attention"],
    ["change-exit-unknown", "warning"],
    ["change-result-gone", "emphasis"],
    ["change-rejected", "warning"],
  ])("the band of %s is %s", (name, style) => {
    expect(nodesIn(answerOf(name, "run")).find(({ type }) => type === "Container")?.style).toBe(style);
  });

  test("a cluster for trials is none of production", () => {
    const trial = { ...pending, run: { ...pending.run, cluster: { ...pending.run.cluster, name: "dev-1" } } };
    expect(textsOf(trial)).not.toContain("▲ It changes a production cluster.");
  });

  /** Whatever the failure says to do next: a change is looked at before anybody asks for it again. */
  test.each<readonly [RunFailure["done"], boolean]>([
    ["nothingSent", false],
    ["nothingChanged", false],
    ["podRefused", false],
    ["perhapsSent", true],
    ["sentUnknown", true],
    ["noOutput", true],
    ["ran", true],
    ["unknown", true],
  ])("of a change that ended with %s, it is said to look first: %s", (done, looks) => {
    const answer = answerOf("change-lost-unchanged", "run");
    const failure = { code: "x", happened: { is: "stoppedWhileSending" }, done };
    const texts = textsOf(withStatus(answer, { failure }));
    expect(texts.includes(`**Next** ${en.changeState.findOut}`)).toBe(looks);
  });
});

describe("the fields of an object", () => {
  const withFields = (fields: readonly object[], more = 1): Answer => {
    const { status } = review.run;
    if (status.state !== "pendingApproval") throw new Error("nothing pends");
    const [object] = status.proposal.objects;
    const objects = Array.from({ length: more }, () => ({ ...object, moreFields: 0, fields }));
    return withStatus(review, { proposal: { ...status.proposal, objects } });
  };
  const lineOf = (before: string | null, after: string | null) =>
    textsOf(withFields([{ path: "spec.x", before, after }])).find((text) => text.startsWith("spec.x: "));

  test.each<readonly [string, string | null, string | null, string]>([
    ["one that is another", "2", "3", "spec.x: 2 → 3"],
    ["one that was not there", null, "3", "spec.x: (not set) → 3"],
    ["one that goes", "2", null, "spec.x: 2 → (not set)"],
    ["one of several lines", "a\nb", "c", "spec.x: a\\nb → c"],
    ["what would change the direction", "\u202eevil", "x", "spec.x: \\u202eevil → x"],
    ["another space", "a b", "a\u00a0b", "spec.x: a b → a\\u00a0b"],
    ["spaces of other languages, and what is drawn as one", "\u3000", "\u2800", "spec.x: \\u3000 → \\u2800"],
    ["a tab", "a\tb", "a b", "spec.x: a\\tb → a b"],
    ["a line break and what is written like one", "a\nb", "a\\nb", 'spec.x: "a\\nb" → "a\\\\nb"'],
    ["what is written like no value", "2", "(not set)", 'spec.x: "2" → "(not set)"'],
    ["none, and what is written like it", "(not set)", null, 'spec.x: "(not set)" → (not set)'],
    [
      "what Teams would draw as a date",
      "x",
      "{{DATE(2020-01-01T00:00:00Z)}}",
      "spec.x: x → \\u007b{DATE(2020-01-01T00:00:00Z)}}",
    ],
    ["letters from right to left", "שלום", "x", "spec.x: \u2068שלום\u2069 → x"],
    [
      "a letter of another script among Latin ones",
      "payments",
      "p\u0430yments",
      "spec.x: payments → p\\u0430yments",
    ],
    [
      "a Greek one in one part of an address",
      "x",
      "api.c\u03bfntoso.com",
      "spec.x: x → api.c\\u03bfntoso.com",
    ],
    [
      "a name whose letters are all of another script",
      "x",
      "\u0440\u0430\u0443",
      "spec.x: x → \\u0440\\u0430\\u0443",
    ],
    ["one part of such", "x", "\u0440\u0430\u0443.shop", "spec.x: x → \\u0440\\u0430\\u0443.shop"],
    ["wide letters, and those of formulas", "\uff50ay", "\u{1d5c9}ay", "spec.x: \\uff50ay → \\u1d5c9ay"],
    ["phonetic ones", "x", "p\u0251y", "spec.x: x → p\\u0251y"],
    [
      "a sign that is drawn like a slash",
      "x",
      "https://shop.example\u2215a.example",
      "spec.x: x → https://shop.example\\u2215a.example",
    ],
    ["one that is drawn like a dot", "x", "docker\u2024io/web", "spec.x: x → docker\\u2024io/web"],
    ["a hyphen of its own", "web-a", "web\u2010a", "spec.x: web-a → web\\u2010a"],
    ["a wide colon in an address", "x", "https\uff1a//a", "spec.x: x → https\\uff1a//a"],
    ["one in a Chinese sentence", "x", "说明\uff1anginx", "spec.x: x → 说明\uff1anginx"],
    ["digits of formulas, and wide ones", "x", "1\u{1d7cf} \uff11", "spec.x: x → 1\\u1d7cf \\uff11"],
    ["letters of a script for no settings", "x", "\u13aa\u13e2", "spec.x: x → \\u13aa\\u13e2"],
    [
      "words of other languages beside Latin ones",
      "x",
      "Привет, nginx 镜像nginx é",
      "spec.x: x → Привет, nginx 镜像nginx é",
    ],
  ])("%s", (_what, before, after, line) => {
    expect(lineOf(before, after)).toBe(line);
  });

  const everybodySees = (answer: Answer): Answer => ({
    kind: "run",
    page: null,
    run: (answer as typeof review).run,
  });

  test("on the card of everybody, long values are told apart where they differ", () => {
    const image = (digest: string) => `${"registry/".repeat(40)}api@sha256:${digest}`;
    const answer = withFields([{ path: "spec.x", before: image("aaa1"), after: image("bbb2") }]);
    const line = textsOf(everybodySees(answer)).find((text) => text.startsWith("spec.x: ")) ?? "";
    expect(line).toMatch(/^spec\.x: ….*sha256:aaa1 → ….*sha256:bbb2$/);
    expect(line.length).toBeLessThan(150);
  });

  test.each([
    [1, 30, 30, 0],
    [1, 31, 30, 1],
    [20, 30, 20, 29],
  ])(
    "of %d objects with %d fields each, %d lines are shown to everybody, and of each %d are left out",
    (objects, fields, lines, left) => {
      const each = { path: "spec.x", before: "v".repeat(400), after: `${"v".repeat(400)}w` };
      const answer = withFields(
        Array.from({ length: fields }, () => each),
        objects,
      );
      const texts = textsOf(everybodySees(answer));
      expect(texts.filter((text) => text.startsWith("spec.x: "))).toHaveLength(lines);
      const said = texts.filter((text) => text.endsWith("not shown."));
      expect(said).toEqual(
        left === 0 ? [] : Array.from({ length: objects }, () => en.changeObjects.moreFields({ count: left })),
      );
    },
  );

  test("whoever decides sees as many as there are", () => {
    const fields = Array.from({ length: 60 }, (_, at) => ({ path: `spec.x${at}`, before: "1", after: "2" }));
    const answer = withFields(fields);
    expect(textsOf(answer).filter((text) => text.startsWith("spec.x"))).toHaveLength(60);
    expect(verbs(answer)).toContain("change.approve");
  });
});

describe("the view of somebody who may approve", () => {
  const view = answerOf("approval-view", "approvalWanted");
  const { seenBy: _, ...everybody } = { ...view, people: [{ userId: "29:megan", name: "Megan Bowen" }] };
  const withFields = <A extends typeof view>(answer: A, fields: readonly object[]): A => {
    const { status } = answer.run;
    if (status.state !== "pendingApproval") throw new Error(status.state);
    const [object] = status.proposal.objects;
    return withStatus(answer, { proposal: { ...status.proposal, objects: [{ ...object, fields }] } });
  };
  const refreshOf = (answer: Answer) =>
    (present(answer, en).card as { refresh?: { userIds: object } }).refresh;
  const hidden = [{ path: "spec.x", before: "1", after: "[masked]", hidden: "masked" }];

  test("is asked for by the client of each who is asked, and by nobody else's", () => {
    expect(refreshOf(everybody)?.userIds).toEqual(["29:megan"]);
    expect(refreshOf(view)?.userIds).toEqual(["29:megan"]);
    expect(refreshOf(answerOf("approval-wanted-group", "approvalWanted"))).toBeUndefined();
    expect(refreshOf(answerOf("approval-approved", "approvalWanted"))).toBeUndefined();
  });

  test.each([
    ["all of it fits a phone's screen", view, true],
    ["it is longer", withFields(view, fieldsOf(20, "x")), false],
    ["one value is longer", withFields(view, fieldsOf(1, "x".repeat(900))), false],
    ["some of it is masked", withFields(view, hidden), false],
    ["it is shown to one person alone", { ...view, run: { ...view.run, show: "personal" as const } }, false],
  ])("%s", (_name, answer, isThere) => {
    const there = ["change.approve", "change.review", "change.reject"];
    expect(verbs(answer)).toEqual(isThere ? there : ["change.review"]);
    expect(refreshOf(answer) !== undefined).toBe(isThere);
  });

  test("has each field from its first letter to its last, and the whole command", () => {
    const fields = fieldsOf(2, `${"x".repeat(150)}-end`);
    const texts = textsOf(withFields(view, fields));
    for (const { path, after } of fields) expect(texts).toContain(`${path}: (not set) → ${after}`);
    expect(texts.join("\n")).toContain("kubectl set image deployments/api api=contoso.azurecr.io/api:1.4.2");
  });
});

test("each person who may approve is mentioned, two of one name apart; nobody where nobody is known, or it is decided", () => {
  const mentioned = (answer: Answer) =>
    (present(answer, en).card as { msteams: { entities: readonly object[] } }).msteams.entities;
  const wanted = answerOf("approval-wanted", "approvalWanted");
  expect(mentioned(wanted)).toMatchObject([
    { text: "<at>Megan Bowen</at>", mentioned: { id: "29:megan" } },
    { text: "<at>Isaiah Langer</at>", mentioned: { id: "29:isaiah" } },
    { text: "<at>Isaiah Langer 2</at>", mentioned: { id: "29:isaiah-2" } },
  ]);
  const groups = answerOf("approval-wanted-group", "approvalWanted");
  expect(mentioned(groups)).toEqual([]);
  const decided = answerOf("approval-approved", "approvalWanted");
  expect(mentioned({ ...decided, people: wanted.people })).toEqual([]);
  expect(textsOf(groups).map(asInUtc)).toContain(
    "Alex Wilber asks members of aks-leads or platform-managers to approve this until 2026-07-27 01:29 UTC.",
  );
  expect(present(wanted, en).summary).toContain("Approval wanted: scale deployment/api on prod-1");
});
