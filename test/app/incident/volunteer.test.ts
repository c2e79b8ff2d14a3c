// "Diagnose as me": who may stand for a channel, until when, and what becomes of its incidents meanwhile.
import { diagnoseForIncidents } from "../../../src/app/diagnosis/diagnose-for-incidents.ts";
import { volunteersForMilliseconds } from "../../../src/core/incident/watch.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, askerIn, chatOf, megan, threadOf, userIdOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { outdated, press } from "../pressing.ts";
import { allow, setMode, type start, stored, trail } from "../setup.ts";
import { another, channels, receive, show, watching } from "./watching.ts";

const place = channels[0] ?? "";
const inChannel = (who = alex) => askerIn(threadOf, who);
const standing = policyOf(
  allow("oncall-reads", "oncall", "volunteer: true, show: thread"),
  allow("leads-read", "leads", "volunteer: true, show: thread"),
);
const members = [alex, megan].map((who) => ({
  ...{ objectId: who.objectId, userId: userIdOf(who), name: who.displayName },
}));
const began = (change?: Parameters<typeof start>[0]) => watching({ policy: standing, members, ...change });

const stand = (fake: FakeServices, asker = inChannel()) =>
  press(fake, asker, { verb: "watch.volunteer", cluster: ids.cluster });
const end = (fake: FakeServices, asker = inChannel()) =>
  press(fake, asker, { verb: "watch.release", cluster: ids.cluster });

/** Who stands for the channel now. */
async function who({ services: { store, clock } }: FakeServices): Promise<readonly string[]> {
  const found = await store.volunteersIn(place, clock.now().toISOString());
  return [...found.values()].map(({ requester }) => requester.displayName);
}
const submits = (fake: FakeServices) =>
  fake.memory.audit.filter(({ action }) => action === "diagnose.submit");

/** An alert, its card, and a look of the job. */
async function incident(fake: FakeServices, essentials?: Record<string, unknown>) {
  await receive(fake, essentials);
  await show(fake);
  await diagnoseForIncidents(fake.services);
}

test("somebody stands for the channel for a shift, and that is on the trail", async () => {
  const fake = await began();
  const until = new Date(fake.services.clock.now().getTime() + volunteersForMilliseconds);
  expect(await stand(fake)).toEqual({ done: expect.stringContaining("prod-1") });
  expect(await who(fake)).toEqual(["Alex Wilber"]);
  const entry = fake.memory.audit.findLast(({ action }) => action === "watch.volunteer");
  expect(entry).toMatchObject({ outcome: "recorded", actor: alex.objectId, detail: { place } });
  expect(Math.abs(Date.parse(String(entry?.detail.until)) - until.getTime())).toBeLessThan(60_000);
});

test.each<[string, Parameters<typeof start>[0], typeof alex]>([
  ["whoever no rule lets do that", { policy: policyOf(allow("oncall-reads", "oncall")) }, alex],
  ["somebody in no group", {}, adele],
])("%s does not stand for it", async (_name, world, person) => {
  const fake = await began(world);
  await stand(fake, inChannel(person));
  expect(await who(fake)).toEqual([]);
  expect(fake.memory.audit.at(-1)).toMatchObject({ action: "watch.volunteer", outcome: "denied" });
});

test("where the channel does not follow the cluster: outdated", async () => {
  expect(await stand(await began(), askerIn(chatOf))).toEqual(outdated);
});

test("another one takes their place; whoever does not stand for it ends nothing", async () => {
  const fake = await began();
  await stand(fake);
  await end(fake, inChannel(megan));
  expect(await who(fake)).toEqual(["Alex Wilber"]);
  await stand(fake, inChannel(megan));
  expect(await who(fake)).toEqual(["Megan Bowen"]);
});

test("they end it themselves, also while the product is switched off", async () => {
  const fake = await began();
  await stand(fake);
  await setMode(fake, "off");
  await end(fake);
  expect(await who(fake)).toEqual([]);
  expect(trail(fake).at(-1)).toBe("watch.release recorded null");
});

describe("an incident of the channel", () => {
  test("is diagnosed as whoever stands for it, in its thread, once", async () => {
    const fake = await began();
    await stand(fake);
    await incident(fake);
    await diagnoseForIncidents(fake.services);
    const [submitted, ...more] = submits(fake);
    expect(more).toEqual([]);
    expect(await stored(fake, submitted?.runId)).toMatchObject({
      ...{
        requester: alex,
        incident: "I-0000000001",
        task: { kind: "diagnose", forIncident: "I-0000000001" },
      },
      conversation: { key: `${place};messageid=m1` },
    });
    expect(trail(fake)).toContain("incident.diagnose recorded oncall-reads");
  });

  test("is not diagnosed where nobody stands for it, nor where they ended it", async () => {
    const fake = await began();
    await incident(fake);
    await stand(fake);
    await end(fake);
    await incident(fake, another(2));
    expect(submits(fake)).toEqual([]);
  });

  test.each<[string, (fake: FakeServices) => unknown, RegExp]>([
    [
      "no rule lets them any more",
      ({ world }) => {
        world.policy = policyOf(allow("oncall-reads", "oncall"));
      },
      /may not diagnose for it any more/,
    ],
    [
      "they were taken out of the group",
      ({ world }) => {
        world.memberships = {};
      },
      /may not diagnose for it any more/,
    ],
    [
      "they have signed out",
      ({ world }) => {
        world.signIn = { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } };
      },
      /is not signed in any more/,
    ],
  ])(
    "where %s: nothing is read in their name, and the thread hears why, once",
    async (_name, change, said) => {
      const fake = await began();
      await stand(fake);
      await change(fake);
      await incident(fake);
      await diagnoseForIncidents(fake.services);
      await show(fake);
      expect(submits(fake)).toEqual([]);
      const told = fake.said.filter(({ answer }) => answer.kind === "pressRefused");
      expect(told.map(({ to }) => to)).toEqual([`${place};messageid=m1`]);
      expect(told.map(({ answer }) => JSON.stringify(answer))).toEqual([expect.stringMatching(said)]);
    },
  );
});
