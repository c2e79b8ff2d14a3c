// A running operation of Azure mutes a channel: whether it has ended is looked at with the rights of whoever stands there.

import { followOperations } from "../../../src/app/diagnosis/follow-operations.ts";
import { auditEntry } from "../../../src/app/identity/authorize.ts";
import { endMutes } from "../../../src/app/incident/end-mutes.ts";
import type { ReaderCredential } from "../../../src/app/ports/azure.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { memberOf, policyOf } from "../../core/policy/policies.ts";
import { alex, megan, userIdOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { unavailable } from "../../unavailable.ts";
import { another, channels, receive, show, watching } from "../incident/watching.ts";
import { inThread, press } from "../pressing.ts";
import { allow, prod, setMode, type start } from "../setup.ts";

const [here = ""] = channels;
const members = [alex, megan].map((who) => ({
  ...{ objectId: who.objectId, userId: userIdOf(who), name: who.displayName },
}));
const policy = policyOf(allow("oncall-stands", "oncall", "volunteer: true, reader: true, show: thread"));
const readOnlyIdentity: ReaderCredential = {
  reader: { isReader: true, objectId: "reader", tenantId: alex.tenantId, displayName: "aks-oncall-reader" },
  exchange: async () => ({ ok: true, token: "token", expiresOn: Number.MAX_SAFE_INTEGER }),
};
const stand = { verb: "watch.volunteer", cluster: ids.cluster };
const release = { verb: "watch.release", cluster: ids.cluster };
const pass = (fake: FakeServices, minutes: number) => fake.services.clock.sleep(minutes * 60_000);

const is = (fake: FakeServices, provisioningState: string) => {
  fake.world.cluster = collected({ ...prod, provisioningState });
};
/** Megan's diagnosis has seen an upgrade, which holds back a post of the first channel. */
async function upgrades(
  who: "alexStands" | "nobodyStands",
  change: Parameters<typeof start>[0] = {},
): Promise<FakeServices> {
  const fake = await watching({ policy, members, ...change });
  const { store, clock, places } = fake.services;
  await receive(fake, { severity: "Sev4" });
  await show(fake);
  if (who === "alexStands") await press(fake, inThread(), stand);
  const conversation = places.channelOf(inThread().conversation);
  const now = clock.now().toISOString();
  await store.seeOperation(
    { cluster: { id: ids.cluster, name: "prod-1" }, conversation },
    { by: megan, state: "Upgrading" },
    now,
    () => auditEntry(clock, megan, { action: "watch.operation.begins", outcome: "recorded" }),
  );
  await receive(fake, another(2, { severity: "Sev2" }));
  is(fake, "Upgrading");
  fake.azure.length = 0;
  return fake;
}
const look = async (fake: FakeServices) => {
  await followOperations(fake.services);
  await endMutes(fake.services);
  await show(fake);
};
const operation = async ({ services: { store } }: FakeServices) =>
  (await store.watches()).find(({ conversation }) => conversation.key === here)?.operation;
const rings = (fake: FakeServices) =>
  fake.said.flatMap(({ answer, to }) =>
    to === here && answer.kind === "incidentRing" ? [answer.ring.why] : [],
  );
const looks = (fake: FakeServices) =>
  fake.memory.audit.flatMap(({ action, actor, outcome }) =>
    action.startsWith("watch.operation.") ? [`${action} ${outcome} ${actor}`] : [],
  );

test("once it has ended, what it held back rings; each look is on the trail as whoever stands there", async () => {
  const fake = await upgrades("alexStands");
  await pass(fake, 3);
  await look(fake);
  expect([fake.azure, rings(fake)]).toEqual([["read"], []]);
  is(fake, "Succeeded");
  await look(fake);
  expect(fake.azure).toEqual(["read"]);
  await pass(fake, 3);
  await look(fake);
  expect(rings(fake)).toEqual(["worse"]);
  expect(await operation(fake)).toBeUndefined();
  expect(looks(fake)).toEqual([
    `watch.operation.begins recorded ${megan.objectId}`,
    `watch.operation.look recorded ${alex.objectId}`,
    `watch.operation.look recorded ${alex.objectId}`,
    `watch.operation.ends recorded ${alex.objectId}`,
  ]);
  await pass(fake, 3);
  await look(fake);
  expect(fake.azure).toEqual(["read", "read"]);
});

test("one that goes on is known as of that look, and mutes no longer for that", async () => {
  const fake = await upgrades("alexStands");
  const before = await operation(fake);
  await pass(fake, 3);
  await Promise.all([followOperations(fake.services), followOperations(fake.services)]);
  expect(fake.azure).toEqual(["read"]);
  const after = await operation(fake);
  expect(after).toMatchObject({
    by: { objectId: alex.objectId },
    until: before?.until,
    since: before?.since,
  });
  expect((after?.seenAt ?? "") > (before?.seenAt ?? "")).toBe(true);
  await pass(fake, 58);
  await look(fake);
  expect([fake.azure, rings(fake)]).toEqual([["read"], ["worse"]]);
});

test("where nobody stands, the bot's own read-only identity looks, if operators have set one up", async () => {
  const fake = await upgrades("nobodyStands", { readOnlyIdentity });
  is(fake, "Succeeded");
  await pass(fake, 3);
  await look(fake);
  expect(rings(fake)).toEqual(["worse"]);
  expect(looks(fake).slice(1)).toEqual([
    "watch.operation.look recorded reader",
    "watch.operation.ends recorded reader",
  ]);
});

test.each<
  [string, "alexStands" | "nobodyStands", Parameters<typeof start>[0], (fake: FakeServices) => unknown]
>([
  ["where nobody stands", "nobodyStands", {}, () => {}],
  [
    "where nobody stands, and no rule lets the identity read",
    "nobodyStands",
    { readOnlyIdentity, policy: policyOf(allow("oncall", "oncall", "volunteer: true, show: thread")) },
    () => {},
  ],
  ["who ended it", "alexStands", {}, (fake) => press(fake, inThread(), release)],
  [
    "who signed out",
    "alexStands",
    { readOnlyIdentity },
    ({ world }) => Object.assign(world, { signedOut: new Set([alex.objectId]) }),
  ],
  [
    "who lost the group",
    "alexStands",
    { readOnlyIdentity },
    ({ world }) => Object.assign(world.memberships, { [alex.objectId]: memberOf() }),
  ],
  [
    "whom no rule lets stand any more",
    "alexStands",
    {},
    ({ world }) => Object.assign(world, { policy: policyOf(allow("oncall-reads", "oncall")) }),
  ],
  [
    "to whom alone the policy shows it",
    "alexStands",
    {},
    ({ world }) =>
      Object.assign(world, { policy: policyOf(allow("alone", "oncall", "volunteer: true, show: personal")) }),
  ],
  [
    "who left the channel",
    "alexStands",
    {},
    ({ world }) => Object.assign(world, { members: members.slice(1) }),
  ],
  ["while the mode is off", "alexStands", {}, (fake) => setMode(fake, "off")],
])("nothing is read as anybody %s: it mutes for its hour", async (_name, who, world, change) => {
  const fake = await upgrades(who, world);
  await change(fake);
  is(fake, "Succeeded");
  await pass(fake, 3);
  await look(fake);
  expect([fake.azure, rings(fake)]).toEqual([[], []]);
  expect(await operation(fake)).toMatchObject({ state: "Upgrading", by: { objectId: megan.objectId } });
});

test("what Azure does not say changes nothing, and is asked again", async () => {
  const fake = await upgrades("alexStands");
  fake.world.cluster = unavailable("timedOut", "No answer.");
  await pass(fake, 3);
  await look(fake);
  expect(await operation(fake)).toMatchObject({ state: "Upgrading", by: { objectId: megan.objectId } });
  is(fake, "Succeeded");
  await pass(fake, 3);
  await look(fake);
  expect(rings(fake)).toEqual(["worse"]);
});
