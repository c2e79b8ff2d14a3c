// `who is on call`: whoever may diagnose a cluster is told, by the schedules that the policy names for it.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import type { OnCallNow } from "../../../src/core/on-call/on-call.ts";
import { parsePolicy } from "../../../src/core/policy/parse-policy.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { ids } from "../../core/policy/policies.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { unavailable } from "../../unavailable.ts";
import { inThread } from "../pressing.ts";
import { kinds, setMode, start, summaryOf, trail } from "../setup.ts";

const policyWith = (onCall: string, rule = 'groups: [oncall], clusters: ["*"], diagnose: true') => {
  const parsed = parsePolicy(`version: 1
groups: { oncall: ${ids.oncall}, leads: ${ids.leads} }
aliases: { payments: prod-1 }
onCall:
${onCall}
rules: [{ id: reads, effect: allow, show: thread, ${rule} }]`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
};
const schedules = `  nights: { pagerduty: P1, clusters: ["prod-*"] }
  rota: { ical: { calendar: rota }, clusters: [edge-1] }
  leads: { group: leads, clusters: ["*"] }`;

const megan: OnCallNow = { ok: true, people: [{ name: "Megan Bowen" }], until: "2026-07-28T06:00:00.000Z" };
const refused: OnCallNow = { ok: false, unread: { is: "refused", status: 401 } };

const world = (change: Parameters<typeof start>[0] = {}) =>
  start({ policy: policyWith(schedules), onCall: { nights: megan, rota: refused }, ...change });
const ask = (fake: FakeServices, text: string) => answerQuestion(fake.services, inThread(), text);
const told = (fake: FakeServices) => {
  const answer = fake.said.at(-1)?.answer;
  return answer?.kind === "onCall"
    ? [
        answer.cluster,
        ...answer.schedules.map(
          ({ name, now }) => `${name} ${now.ok ? now.people.map((each) => each.name) : now.unread.is}`,
        ),
      ]
    : answer?.kind;
};

test.each([
  ["of a cluster", "who is on call for prod-1", ["prod-1", "nights Megan Bowen", "leads "]],
  ["by another name of it", "who is on call for payments", ["prod-1", "nights Megan Bowen", "leads "]],
  ["of all", "who's on call?", [null, "nights Megan Bowen", "rota refused", "leads "]],
  ["in one word", "oncall prod-1", ["prod-1", "nights Megan Bowen", "leads "]],
  ["in German", "wer hat Bereitschaft für prod-1", ["prod-1", "nights Megan Bowen", "leads "]],
  ["in Chinese", "prod-1 现在谁值班", ["prod-1", "nights Megan Bowen", "leads "]],
])("%s", async (_, text, expected) => {
  const fake = world();
  await ask(fake, text);
  expect(told(fake)).toEqual(expected);
});

test("the trail has which schedules were read, and no names of people", async () => {
  const fake = world();
  await ask(fake, "who is on call");
  expect(trail(fake)).toEqual(["onCall.read recorded null"]);
  expect(fake.memory.audit[0]?.detail).toMatchObject({ read: "nights, leads", unread: "rota: refused" });
  expect(JSON.stringify(fake.memory.audit)).not.toContain("Megan");
});

test("a cluster that no schedule is for", async () => {
  const fake = world({ policy: policyWith("  rota: { ical: { calendar: rota }, clusters: [edge-1] }") });
  await ask(fake, "who is on call for prod-1");
  expect(told(fake)).toEqual(["prod-1"]);
});

test("by patterns of resource ids", async () => {
  const id = (name: string) => `${summaryOf("", name).id.replace(/managedClusters\/.*/, "")}*`;
  const fake = world({
    policy: policyWith(
      `  a: { pagerduty: P1, clusters: ["${id("rg-prod")}"] }\n  b: { pagerduty: P2, clusters: ["${id("rg-copy")}"] }`,
    ),
    clusters: collected({ clusters: [summaryOf("prod-1", "rg-copy")], problem: null }),
  });
  await ask(fake, "who is on call for prod-1");
  expect(told(fake)).toEqual(["prod-1", "b "]);
});

describe("Azure does not answer", () => {
  const silent = { clusters: unavailable("failed", "Not now.") } as const;

  test("the name that was written will do", async () => {
    const fake = world(silent);
    await ask(fake, "who is on call for prod-1");
    expect(told(fake)).toEqual(["prod-1", "nights Megan Bowen", "leads "]);
  });

  test("but not where a pattern needs more than a name", async () => {
    const byId = 'groups: [oncall], clusters: ["*", "/subscriptions/8*"], diagnose: true';
    const fake = world({ ...silent, policy: policyWith(schedules, byId) });
    await ask(fake, "who is on call for prod-1");
    expect(told(fake)).toBe("failure");
  });
});

describe("not told", () => {
  test.each([
    ["to whoever may diagnose nothing", 'groups: [leads], clusters: ["*"], diagnose: true', "who is on call"],
    [
      "of a cluster that they may not diagnose",
      'groups: [oncall], clusters: ["edge-*"], diagnose: true',
      "who is on call for prod-1",
    ],
  ])("%s", async (_, rule, text) => {
    const fake = world({ policy: policyWith(schedules, rule) });
    await ask(fake, text);
    expect(kinds(fake)).toEqual(["denied"]);
  });

  test("in mode off", async () => {
    const fake = world();
    await setMode(fake, "off");
    await ask(fake, "who is on call");
    expect(kinds(fake)).toEqual(["closed"]);
  });

  test("without a sign-in", async () => {
    const fake = world({ signIn: { ok: false, failure: { code: "signInNeeded", why: "notSignedIn" } } });
    await ask(fake, "who is on call");
    expect(kinds(fake)).toEqual(["signInElsewhere"]);
  });
});
