// "Was this the cause?": who may answer, what is kept of it, and what the presser hears.
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, megan } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids, linkTo } from "../../fixtures/healthy-snapshot.ts";
import { changed, setData } from "../../fixtures/snapshot-changes.ts";
import { elsewhere, inChat, inThread, outdated, press } from "../pressing.ts";
import { allow, done, getPods, start, submitted } from "../setup.ts";

const broken = () => changed(setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]));
const world = { snapshot: broken };

const yes = (run: { id: string }) => ({ verb: "feedback", run: run.id, answer: "yes" }) as const;
const no = (run: { id: string }) => ({ verb: "feedback", run: run.id, answer: "no" }) as const;
const noted = (fake: FakeServices) =>
  fake.memory.audit.filter(({ action }) => action === "diagnosis.feedback");

test("the asker, another person who may diagnose, and a change of mind", async () => {
  const fake = start(world);
  const run = await done(fake, "diagnose prod-1");
  expect(await press(fake, inThread(), yes(run))).toEqual({
    done: "Noted, thank you: yes. So far 1 said yes and 0 said no.",
  });
  expect(await press(fake, inThread(megan), yes(run))).toEqual({
    done: "Noted, thank you: yes. So far 2 said yes and 0 said no.",
  });
  expect(await press(fake, inThread(), no(run))).toEqual({
    done: "Noted, thank you: no. So far 1 said yes and 1 said no.",
  });
});

test("the trail shows the answer beside what was claimed, by the rule that let it in", async () => {
  const fake = start(world);
  const run = await done(fake, "diagnose prod-1");
  await press(fake, inThread(megan), no(run));
  expect(noted(fake)).toEqual([
    {
      ...{ time: expect.any(String), actor: megan.objectId, tenant: megan.tenantId },
      ...{ action: "diagnosis.feedback", outcome: "recorded", cluster: run.cluster.id, runId: run.id },
      rule: "leads-read",
      detail: {
        ...{ answer: "no", verdict: "broken", check: "dns.link-client", confidence: "certain" },
        policy: "0123456789ab",
      },
    },
  ]);
});

test("a diagnosis that named no cause: said so on the trail", async () => {
  const fake = start();
  const run = await done(fake, "diagnose prod-1");
  await press(fake, inThread(), yes(run));
  expect(noted(fake)[0]?.detail).toMatchObject({
    answer: "yes",
    verdict: "healthy",
    check: null,
    confidence: null,
  });
});

test("somebody in no group: refused, and that is written down", async () => {
  const fake = start(world);
  const run = await done(fake, "diagnose prod-1");
  expect(await press(fake, inThread(adele), yes(run))).toEqual({
    text: expect.stringContaining("none of the groups"),
  });
  expect(noted(fake)).toMatchObject([{ actor: adele.objectId, outcome: "denied", rule: null }]);
});

test("somebody who may run commands there and not diagnose: refused", async () => {
  const fake = start(world);
  const run = await done(fake, "diagnose prod-1");
  const runOnly = allow("leads-run", "leads").replace("diagnose: true, ", "");
  fake.world.policy = policyOf(allow("oncall-reads", "oncall"), runOnly);
  expect(await press(fake, inThread(megan), yes(run))).toEqual({
    text: expect.stringContaining("No rule allows"),
  });
});

test("somebody who is not signed in: told what to do", async () => {
  const fake = start(world);
  const run = await done(fake, "diagnose prod-1");
  fake.world.signIn = { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } };
  expect(await press(fake, inThread(), yes(run))).toEqual({
    text: "Sign in first: write `sign in` in our chat.",
  });
  expect(noted(fake)).toEqual([]);
});

describe("outdated, and no trace of it", () => {
  test.each([
    ["a run that is not kept", { verb: "feedback", run: "R-0000000000", answer: "yes" }],
    ["no run", { verb: "feedback", answer: "yes" }],
  ] as const)("%s", async (_name, pressed) => {
    const fake = start(world);
    expect(await press(fake, inThread(), pressed)).toEqual(outdated);
    expect(fake.memory.audit).toEqual([]);
  });

  test("no answer", async () => {
    const fake = start(world);
    const run = await done(fake, "diagnose prod-1");
    expect(await press(fake, inThread(), { verb: "feedback", run: run.id })).toEqual(outdated);
  });

  test.each([getPods, "access prod-1"])("%s, which names no cause", async (text) => {
    const fake = start(world);
    const run = await done(fake, text);
    expect(await press(fake, inThread(), yes(run))).toEqual(outdated);
  });

  test("a diagnosis that has not ended", async () => {
    const fake = start(world);
    const run = await submitted(fake, "diagnose prod-1");
    expect(await press(fake, inThread(), yes(run))).toEqual(outdated);
  });

  test.each([
    ["another's, from elsewhere", inThread(alex), elsewhere(megan)],
    ["another's, of their own chat", inChat(alex), inThread(megan)],
  ])("%s", async (_name, owner, presser) => {
    const fake = start(world);
    const run = await done(fake, "diagnose prod-1", owner);
    expect(await press(fake, presser, yes(run))).toEqual(outdated);
    expect(noted(fake)).toEqual([]);
  });
});
