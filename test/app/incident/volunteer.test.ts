// "Diagnose as me": who may stand for a channel, whose rights are used for an incident that nobody pressed on, and when not.
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import { diagnoseForIncidents } from "../../../src/app/diagnosis/diagnose-for-incidents.ts";
import { auditEntry } from "../../../src/app/identity/authorize.ts";
import { volunteersForMilliseconds } from "../../../src/core/incident/watch.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { memberOf, policyOf } from "../../core/policy/policies.ts";
import { adele, alex, chatOf, megan, userIdOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { elsewhere, inChat, inThread, outdated, press } from "../pressing.ts";
import { allow, setMode, type start, stored, trail } from "../setup.ts";
import { channels, receive, show, watching } from "./watching.ts";

const id = "I-0000000001";
const thread = `${channels[0]};messageid=m1`;
const standing = (show = "thread") => allow("oncall-stands", "oncall", `volunteer: true, show: ${show}`);
const policy = policyOf(standing(), allow("leads-stand", "leads", "volunteer: true, show: thread"));
const member = (who = alex) => ({ objectId: who.objectId, userId: userIdOf(who), name: who.displayName });
const members = [alex, megan, adele].map(member);

const stand = { verb: "watch.volunteer", cluster: ids.cluster };
const release = { verb: "watch.release", cluster: ids.cluster };

const began = (change: Parameters<typeof start>[0] = {}) => watching({ policy, members, ...change });

/** Alex stands for the first channel, an alert fires, and its card is posted. */
async function alarmed(): Promise<FakeServices> {
  const fake = await began();
  await press(fake, inThread(), stand);
  await receive(fake);
  await show(fake);
  return fake;
}

/** Who stands for the channel now. */
async function who({ services: { store, clock } }: FakeServices): Promise<readonly string[]> {
  const found = await store.volunteersIn(channels[0] ?? "", clock.now().toISOString());
  return [...found.values()].map(({ requester }) => requester.displayName);
}

/** What a look of the job begins. */
async function diagnosed(fake: FakeServices): Promise<readonly Run[]> {
  await diagnoseForIncidents(fake.services);
  const submits = fake.memory.audit.filter(({ action }) => action === "diagnose.submit");
  return Promise.all(submits.map(({ runId }) => stored(fake, runId)));
}

describe("a press", () => {
  test("has somebody stand for the channel for a shift, and that is on the trail", async () => {
    const fake = await began();
    const until = fake.services.clock.now().getTime() + volunteersForMilliseconds;
    expect(await press(fake, inThread(), stand)).toEqual({ done: expect.stringContaining("prod-1") });
    expect(await who(fake)).toEqual(["Alex Wilber"]);
    const entry = fake.memory.audit.findLast(({ action }) => action === "watch.volunteer");
    expect(entry).toMatchObject({
      ...{ outcome: "recorded", actor: alex.objectId, detail: { place: channels[0] } },
    });
    expect(Math.abs(Date.parse(String(entry?.detail.until)) - until)).toBeLessThan(60_000);
  });

  test.each<[string, Parameters<typeof start>[0], typeof alex]>([
    ["whom no rule lets do that", { policy: policyOf(allow("oncall-reads", "oncall")) }, alex],
    ["who is in no group", {}, adele],
  ])("of somebody %s sets nobody, and that is on the trail", async (_name, world, person) => {
    const fake = await began(world);
    await press(fake, inThread(person), stand);
    expect(await who(fake)).toEqual([]);
    expect(fake.memory.audit.at(-1)).toMatchObject({ action: "watch.volunteer", outcome: "denied" });
  });

  test("where the cluster is not followed is outdated", async () => {
    expect(await press(await began(), inChat(), stand)).toEqual(outdated);
  });

  test("of another one ends nobody's time, and takes their place", async () => {
    const fake = await alarmed();
    await press(fake, inThread(megan), release);
    expect(await who(fake)).toEqual(["Alex Wilber"]);
    await press(fake, inThread(megan), stand);
    expect((await diagnosed(fake)).map(({ requester }) => requester)).toEqual([megan]);
  });

  test.each([
    ["with the id of an incident", inThread(), id],
    ["with a part of another id", inThread(), `${ids.cluster}x`],
    ["in another channel, which they do not stand for", elsewhere(), ids.cluster],
  ])("%s ends nothing", async (_name, asker, cluster) => {
    const fake = await alarmed();
    await press(fake, asker, { ...release, cluster });
    expect(await who(fake)).toEqual(["Alex Wilber"]);
  });

  test("ends one's own time, also while the product is switched off", async () => {
    const fake = await alarmed();
    await setMode(fake, "off");
    await press(fake, inThread(), release);
    expect(await who(fake)).toEqual([]);
    expect(trail(fake).at(-1)).toBe("watch.release recorded null");
  });
});

test("an incident is diagnosed once, in its thread, as whoever stands for it, and nobody is mentioned", async () => {
  const fake = await alarmed();
  await diagnosed(fake);
  const [run, ...more] = await diagnosed(fake);
  expect(more).toEqual([]);
  expect(run).toMatchObject({
    ...{ requester: alex, show: "thread", incident: id, conversation: { key: thread } },
    task: { kind: "diagnose", client: {}, forIncident: id },
  });
  expect(trail(fake)).toContain("incident.diagnose recorded oncall-stands");
  await executeRun(fake.services, run?.id ?? "");
  await show(fake);
  expect((await stored(fake, run?.id)).status.state).toBe("succeeded");
  expect([fake.sent, fake.mentions]).toEqual([[], []]);
  const actors = fake.memory.audit.filter(({ runId }) => runId === run?.id).map(({ actor }) => actor);
  expect(new Set(actors)).toEqual(new Set([alex.objectId]));
});

describe("nothing is read as somebody", () => {
  const cases: readonly (readonly [string, (fake: FakeServices) => unknown, RegExp | null])[] = [
    ["who ended it", (fake) => press(fake, inThread(), release), null],
    ["whose time is over", (fake) => fake.services.clock.sleep(12 * 3_600_000), null],
    [
      "who signed out",
      ({ world }) => Object.assign(world, { signedOut: new Set([alex.objectId]) }),
      /is not signed in any more/,
    ],
    [
      "who lost the group",
      ({ world }) => Object.assign(world.memberships, { [alex.objectId]: memberOf() }),
      /may not diagnose for it any more/,
    ],
    [
      "whom no rule lets stand any more",
      ({ world }) => Object.assign(world, { policy: policyOf(allow("oncall-reads", "oncall")) }),
      /may not diagnose for it any more/,
    ],
    [
      "who left the channel",
      ({ world }) => Object.assign(world, { members: [member(megan)] }),
      /is not in it any more/,
    ],
    [
      "where Teams does not say who is there",
      ({ world }) => Object.assign(world, { members: null }),
      /Teams did not say/,
    ],
    ["while the mode is off", (fake) => setMode(fake, "off"), /the mode in force/],
    [
      "whose watch was removed",
      ({ services: { store, clock, places } }) =>
        store.removeWatch(
          {
            cluster: { id: ids.cluster, name: "prod-1" },
            conversation: places.channelOf(inThread().conversation),
          },
          auditEntry(clock, alex, { action: "watch.remove", outcome: "allowed" }),
        ),
      null,
    ],
  ];

  test.each(cases)("%s; unless they wished that, the thread hears why, once", async (_name, change, said) => {
    const fake = await alarmed();
    await change(fake);
    expect(await diagnosed(fake)).toEqual([]);
    expect(await diagnosed(fake)).toEqual([]);
    await show(fake);
    const told = fake.said.filter(({ answer }) => answer.kind === "pressRefused");
    expect(told.map(({ to }) => to)).toEqual(said === null ? [] : [thread]);
    expect(JSON.stringify(told)).toMatch(said ?? "[]");
    expect(fake.azure.filter((asked) => asked.startsWith("collect"))).toEqual([]);
  });

  test.each([
    ...cases.slice(0, 6),
    ["whose place somebody else took", (fake: FakeServices) => press(fake, inThread(megan), stand), null],
  ] as typeof cases)("%s while its run waited", async (_name, change) => {
    const fake = await alarmed();
    const [run] = await diagnosed(fake);
    await change(fake);
    await executeRun(fake.services, run?.id ?? "");
    expect((await stored(fake, run?.id)).status.state).not.toBe("succeeded");
    expect(fake.azure.filter((asked) => asked.startsWith("collect"))).toEqual([]);
  });
});

test("what the policy shows to them alone comes to their own chat: the channel's card and story tell none of it", async () => {
  const fake = await began({ policy: policyOf(standing("personal")) });
  const { store } = fake.services;
  await press(fake, inThread(), stand);
  const question = { key: "q", text: "hi", conversation: chatOf(alex), receivedAt: "2026-11-25T03:00:00Z" };
  await store.claimQuestion(question);
  await receive(fake);
  await show(fake);
  const [run] = await diagnosed(fake);
  expect(run?.conversation.key).toBe(chatOf(alex).key);
  await executeRun(fake.services, run?.id ?? "");
  await show(fake);
  expect((await store.incident(id))?.diagnosis).toBeNull();
  const steps = await store.incidentTrail(id, 100);
  expect(steps.map(({ action }) => action).filter((action) => action.startsWith("diagnose."))).toEqual([]);
});

describe("whose place somebody else took", () => {
  const told = ({ said }: FakeServices) =>
    said.filter(({ answer }) => JSON.stringify(answer).includes("in the place of Alex Wilber"));

  test("hears of it once, in their own chat", async () => {
    const fake = await began();
    const question = { key: "q", text: "hi", conversation: chatOf(alex), receivedAt: "2026-11-25T03:00:00Z" };
    await fake.services.store.claimQuestion(question);
    await press(fake, inThread(), stand);
    await press(fake, inThread(megan), stand);
    await press(fake, inThread(megan), stand);
    await show(fake);
    expect(told(fake).map(({ to }) => to)).toEqual([chatOf(alex).key]);
  });

  test("hears of it in the thread where they have no chat with the bot", async () => {
    const fake = await began();
    await press(fake, inThread(), stand);
    await press(fake, inThread(megan), stand);
    await show(fake);
    expect(told(fake).map(({ to }) => to)).toEqual([inThread().conversation.key]);
  });

  test("hears nothing where their time was over, or where they say it once more", async () => {
    const fake = await began();
    await press(fake, inThread(), stand);
    await press(fake, inThread(), stand);
    await fake.services.clock.sleep(volunteersForMilliseconds);
    await press(fake, inThread(megan), stand);
    await show(fake);
    expect(told(fake)).toEqual([]);
  });
});
