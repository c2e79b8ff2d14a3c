// "Diagnose as me": whose rights are used for an incident that nobody pressed on, and when they are not.

import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import { diagnoseForIncidents } from "../../../src/app/diagnosis/diagnose-for-incidents.ts";
import { auditEntry } from "../../../src/app/identity/authorize.ts";
import type { ConversationContext } from "../../../src/app/ports/services.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { memberOf, policyOf } from "../../core/policy/policies.ts";
import { adele, alex, chatOf, megan, userIdOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { elsewhere, inThread, outdated, press } from "../pressing.ts";
import { allow, setMode, type start, stored } from "../setup.ts";
import { receive, show, watching } from "./watching.ts";

const standing = (more = "show: thread") => allow("oncall-stands", "oncall", `volunteer: true, ${more}`);
const policy = policyOf(standing(), allow("leads-stand", "leads", "volunteer: true, show: thread"));
const member = (who = alex) => ({ objectId: who.objectId, userId: userIdOf(who), name: who.displayName });
const inChannel = [member(alex), member(megan), member(adele)];

const stand = { verb: "watch.volunteer", cluster: ids.cluster };
const release = { verb: "watch.release", cluster: ids.cluster };

/** Somebody stands for the first channel, and an alert fires. */
async function alarmed(change: Parameters<typeof start>[0] = {}, who = alex): Promise<FakeServices> {
  const fake = await watching({ policy, members: inChannel, ...change });
  await press(fake, inThread(who), stand);
  await receive(fake);
  await show(fake);
  return fake;
}
async function diagnosed(fake: FakeServices): Promise<readonly Run[]> {
  await diagnoseForIncidents(fake.services);
  return runsOf(fake);
}
const runsOf = (fake: FakeServices): Promise<Run[]> =>
  Promise.all(
    fake.memory.audit.flatMap(({ action, runId }) =>
      action === "diagnose.submit" && runId !== null ? [stored(fake, runId)] : [],
    ),
  );
const unfollowed = ({ services }: FakeServices, { conversation }: ConversationContext) =>
  services.store.removeWatch(
    { cluster: { id: ids.cluster, name: "prod-1" }, conversation: services.places.channelOf(conversation) },
    auditEntry(services.clock, alex, { action: "watch.remove", outcome: "allowed" }),
  );
const texts = (fake: FakeServices) => JSON.stringify(fake.said.map(({ answer }) => answer));

test("its run is theirs, reads only, names them on the trail, and mentions nobody", async () => {
  const fake = await alarmed();
  const [run, other] = await diagnosed(fake);
  expect(other).toBeUndefined();
  expect(run).toMatchObject({ requester: alex, task: { kind: "diagnose", client: {} }, show: "thread" });
  await executeRun(fake.services, run?.id ?? "");
  await show(fake);
  expect((await stored(fake, run?.id)).status.state).toBe("succeeded");
  expect([fake.sent, fake.mentions]).toEqual([[], []]);
  expect(
    new Set(fake.memory.audit.filter(({ runId }) => runId === run?.id).map(({ actor }) => actor)),
  ).toEqual(new Set([alex.objectId]));
});

describe("a press", () => {
  test.each([
    ["of somebody whom no rule lets stand", adele],
    ["in a channel that does not follow the cluster", null],
  ])("%s sets nobody", async (_name, who) => {
    const fake = await watching({ policy, members: inChannel });
    await unfollowed(fake, elsewhere());
    await press(fake, who === null ? elsewhere() : inThread(who), stand);
    await receive(fake);
    await show(fake);
    expect(await diagnosed(fake)).toEqual([]);
  });

  test("of somebody else ends nobody's", async () => {
    const fake = await alarmed();
    await press(fake, inThread(megan), release);
    expect(await diagnosed(fake)).toHaveLength(1);
  });

  test("of somebody else to stand themselves uses their rights, and no longer those of the first", async () => {
    const fake = await alarmed();
    await press(fake, inThread(megan), stand);
    expect((await diagnosed(fake)).map(({ requester }) => requester)).toEqual([megan]);
  });

  test("with the id of an incident in place of the cluster, or in another channel, comes to nothing", async () => {
    const fake = await alarmed();
    for (const cluster of ["I-0000000001", `${ids.cluster}x`])
      expect(await press(fake, inThread(), { ...release, cluster })).toEqual(outdated);
    expect(await diagnosed(fake)).toHaveLength(1);
  });
});

describe("nothing is read as somebody", () => {
  const cases: readonly (readonly [string, (fake: FakeServices) => unknown, RegExp | null])[] = [
    ["who ended it", (fake) => press(fake, inThread(), release), null],
    ["whose time is over", (fake) => fake.services.clock.sleep(12 * 3_600_000), null],
    [
      "who signed out",
      (fake) => Object.assign(fake.world, { signedOut: new Set([alex.objectId]) }),
      /is not signed in/,
    ],
    [
      "who lost the group",
      (fake) => Object.assign(fake.world.memberships, { [alex.objectId]: memberOf() }),
      /may not diagnose/,
    ],
    [
      "who left the channel",
      (fake) => Object.assign(fake.world, { members: [member(megan)] }),
      /is not in it any more/,
    ],
    [
      "where Teams does not say who is there",
      (fake) => Object.assign(fake.world, { members: null }),
      /Teams did not say/,
    ],
    ["while the mode is off", (fake) => setMode(fake, "off"), /the mode in force/],
    ["whose watch was removed", (fake) => unfollowed(fake, inThread()), null],
  ];

  test.each(cases)("%s, and where it is no wish of theirs that is said", async (_name, change, told) => {
    const fake = await alarmed();
    await change(fake);
    expect(await diagnosed(fake)).toEqual([]);
    await show(fake);
    if (told !== null) expect(texts(fake)).toMatch(told);
    expect(fake.azure.filter((asked) => asked.startsWith("collect"))).toEqual([]);
  });

  test.each(cases.slice(0, 4))("%s while its run waited", async (_name, change) => {
    const fake = await alarmed();
    const [run] = await diagnosed(fake);
    await change(fake);
    await executeRun(fake.services, run?.id ?? "");
    expect((await stored(fake, run?.id)).status.state).not.toBe("succeeded");
    expect(fake.azure.filter((asked) => asked.startsWith("collect"))).toEqual([]);
  });

  test("whose place somebody else took while its run waited", async () => {
    const fake = await alarmed();
    const [run] = await diagnosed(fake);
    await press(fake, inThread(megan), stand);
    await executeRun(fake.services, run?.id ?? "");
    expect((await stored(fake, run?.id)).status.state).toBe("denied");
  });
});

test("what the policy shows to them alone comes to their own chat: the channel's card and story tell none of it", async () => {
  const alone = policyOf(standing("show: personal"));
  const fake = await watching({ policy: alone, members: inChannel });
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
  expect((await store.incident("I-0000000001"))?.diagnosis).toBeNull();
  const trail = await store.incidentTrail("I-0000000001", 100);
  expect(trail.map(({ action }) => action).filter((action) => action.startsWith("diagnose."))).toEqual([]);
});
