// Who may decide on a change that waits, and what becomes of it: one row a case.
import {
  approve,
  approverGroups,
  atTime,
  type PressedBy,
  reject,
  withdraw,
} from "../../../src/core/change/decide.ts";
import { parseChange } from "../../../src/core/command/change/parse-change.ts";
import type { Notice } from "../../../src/core/conversation/notice.ts";
import type { Approval } from "../../../src/core/policy/decision.ts";
import type { Requester } from "../../../src/core/requester.ts";
import type { Approver, Proposed, Touched } from "../../../src/core/run/proposed.ts";
import type { RunState, RunStateName } from "../../../src/core/run/run.ts";

const person = (name: string): Requester => ({ objectId: name, tenantId: "tenant", displayName: name });
const [alex, megan, lee] = [person("alex"), person("megan"), person("lee")];

const hash = "a".repeat(64);
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 28, 3, minute));

const byOne: Approval = { by: "others", count: 1, groups: ["leads"], minutes: 30 };
const byTwo: Approval = { ...byOne, count: 2 };
const alone: Approval = { by: "requester", minutes: 30 };

const proposed = (approval: Approval, ...approvals: readonly Requester[]): Proposed => ({
  proposal: { hash, objects: [], preview: "server", seenAt: at(0).toISOString() },
  approval,
  expiresAt: at(30).toISOString(),
  approvals: approvals.map(agreed),
});
const agreed = (requester: Requester): Approver => ({
  ...{ requester, userId: `29:${requester.objectId}`, at: at(1).toISOString() },
  hash,
});
const waiting = (approval: Approval, ...approvals: readonly Requester[]) =>
  ({ state: "pendingApproval", ...proposed(approval, ...approvals) }) as const;

const notApprover: Notice = { is: "notApprover", groups: ["leads"] };
const by = (requester: Requester, fields: Partial<PressedBy> = {}): PressedBy => ({
  ...{ requester, userId: `29:${requester.objectId}`, hash, mayNot: null },
  ...fields,
});

const parsed = parseChange("kubectl scale deployment/api --replicas=3");
if (!parsed.ok) throw new Error("no change");
const { request } = parsed;
const task = { kind: "change", request, reason: null, clusterAdmin: false } as const;
const of = (status: RunState) => ({ status, requester: alex, task });
const withObject = (more: Partial<Touched>) => {
  const object = { type: "deployments", name: "api", namespace: "a", version: "1", does: "change" } as const;
  const { proposal, ...rest } = waiting(byOne);
  return { ...rest, proposal: { ...proposal, objects: [{ ...object, fields: [], ...more }] } };
};
const written = { path: "spec.x", before: null, after: "1" };

/** Megan, after five minutes, unless it says otherwise; a notice by its name where it says no more. */
type Row = [string, RunState, RunStateName | null, Notice | string, PressedBy?, number?];
const approved = { is: "changeApproved", missing: 0 } as const;
const oneMore = { ...approved, missing: 1 } as const;
const noticeOf = (said: Notice | string) => (typeof said === "string" ? { is: said } : said);

describe("approve", () => {
  test.each<Row>([
    ["a lead", waiting(byOne), "approved", approved],
    ["the first of two", waiting(byTwo), "pendingApproval", oneMore],
    ["the second of two", waiting(byTwo, megan), "approved", approved, by(lee)],
    ["one of two, twice", waiting(byTwo, megan), null, "approvedBefore"],
    [
      "one of two, twice, in another spelling",
      waiting(byTwo, megan),
      null,
      "approvedBefore",
      by(person("MEGAN")),
    ],
    ["whoever asked, a lead too", waiting(byOne), null, "ownRequest", by(alex)],
    ["whoever asked, in another spelling", waiting(byOne), null, "ownRequest", by(person("Alex"))],
    ["somebody in no group", waiting(byOne), null, notApprover, by(lee, { mayNot: notApprover })],
    ["of another card", waiting(byOne), null, "proposalOutdated", by(megan, { hash: "b".repeat(64) })],
    [
      "without what stood on the card",
      waiting(byOne),
      null,
      "proposalOutdated",
      by(megan, { hash: undefined }),
    ],
    ["in its last minute", waiting(byOne), "approved", approved, by(megan), 29],
    ["too late", waiting(byOne), "expired", { is: "changeOver", state: "expired" }, by(megan), 30],
    [
      "after another has",
      { ...waiting(byOne, lee), state: "approved" },
      null,
      { is: "changeOver", state: "approved" },
    ],
    ["once more", { ...waiting(byOne, megan), state: "approved" }, null, "approvedBefore"],
    ["all of it seen", withObject({ fields: [written] }), "approved", approved],
    ["a field left out", withObject({ moreFields: 1 }), null, "notAllSeen"],
    [
      "a value that is not whole",
      withObject({ fields: [{ ...written, hidden: "cut" }] }),
      null,
      "notAllSeen",
    ],
    ["a mask in its place", withObject({ fields: [{ ...written, hidden: "masked" }] }), null, "notAllSeen"],
    [
      "more than fits a card",
      withObject({ fields: [{ ...written, after: "x".repeat(20_000) }] }),
      null,
      "notAllSeen",
    ],
    [
      "as many lines as fit no card",
      withObject({ fields: Array.from({ length: 150 }, () => written) }),
      null,
      "notAllSeen",
    ],
    ["before it was looked at", { state: "queued" }, null, "changeNotYet"],
    ["where a rule says one, whoever asked", waiting(alone), "approved", approved, by(alex)],
    ["where a rule says one, somebody else", waiting(alone), null, "notYourRequest"],
  ])("%s", (...[_what, status, state, said, pressedBy = by(megan), minute = 5]) => {
    const decided = approve(of(status), pressedBy, at(minute));
    expect([decided.to?.state ?? null, decided.said]).toEqual([state, noticeOf(said)]);
  });

  test("what is kept says who, when, and of what", () => {
    const { to } = approve(of(waiting(byTwo, megan)), by(lee), at(5));
    expect(to).toMatchObject({
      approvals: [agreed(megan), { requester: lee, userId: "29:lee", at: at(5).toISOString(), hash }],
    });
  });
});

describe("reject", () => {
  test.each<Row>([
    ["a lead", waiting(byOne), "rejected", "changeRejected"],
    [
      "a lead, of an older card",
      waiting(byOne),
      "rejected",
      "changeRejected",
      by(megan, { hash: undefined }),
    ],
    ["after one of two agreed", waiting(byTwo, megan), "rejected", "changeRejected", by(lee)],
    ["whoever asked takes it back by it", waiting(byOne), "withdrawn", "changeWithdrawn", by(alex)],
    ["somebody in no group", waiting(byOne), null, notApprover, by(lee, { mayNot: notApprover })],
    ["somebody else where a rule says one", waiting(alone), null, "notYourRequest"],
    ["too late", waiting(byOne), "expired", { is: "changeOver", state: "expired" }, by(megan), 31],
    [
      "once it goes on",
      { ...waiting(byOne, lee), state: "approved" },
      null,
      { is: "changeOver", state: "approved" },
    ],
  ])("%s", (...[_what, status, state, said, pressedBy = by(megan), minute = 5]) => {
    const decided = reject(of(status), pressedBy, "not now", at(minute));
    expect([decided.to?.state ?? null, decided.said]).toEqual([state, noticeOf(said)]);
  });

  test("says by whom and why", () => {
    expect(reject(of(waiting(byOne)), by(megan), "not now", at(5)).to).toMatchObject({
      by: megan,
      word: "not now",
    });
  });
});

describe("withdraw", () => {
  const applying: RunState = { ...waiting(byOne, megan), state: "applying", startedAt: "", nonce: "" };
  test.each<readonly [string, RunState, Requester, RunStateName | null]>([
    ["while it waits", waiting(byOne), alex, "withdrawn"],
    ["once it is approved and not begun", { ...waiting(byOne, megan), state: "approved" }, alex, "withdrawn"],
    ["by somebody else", waiting(byOne), megan, null],
    ["once it is begun", applying, alex, null],
  ])("%s", (_what, status, requester, state) => {
    expect(withdraw(of(status), requester, at(5)).to?.state ?? null).toBe(state);
  });
});

describe("what is due", () => {
  const second: Approval = { ...byOne, escalate: { afterMinutes: 10, groups: ["managers"] } };
  test.each<readonly [string, RunState, number, RunStateName | null]>([
    ["nothing", waiting(second), 9, null],
    ["others are asked", waiting(second), 10, "pendingApproval"],
    ["nobody else to ask", waiting(byOne), 10, null],
    ["its end", waiting(second), 30, "expired"],
    [
      "the end of what waits for a sign-in",
      { ...waiting(byOne, megan), state: "approved", waitsFor: "signIn" },
      30,
      "expired",
    ],
    [
      "nothing of what is being done",
      { ...waiting(byOne, megan), state: "applying", startedAt: "", nonce: "" },
      99,
      null,
    ],
  ])("%s", (_what, status, minute, state) => {
    expect(atTime({ status }, at(minute))?.state ?? null).toBe(state);
  });

  test("others are asked once, and may approve from then on", () => {
    const to = atTime({ status: waiting(second) }, at(10));
    if (to?.state !== "pendingApproval") throw new Error("not asked");
    expect(atTime({ status: to }, at(11))).toBeNull();
    expect([approverGroups(waiting(second)), approverGroups(to)]).toEqual([["leads"], ["leads", "managers"]]);
  });
});
