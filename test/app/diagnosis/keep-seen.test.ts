// What a diagnosis saw of the cluster and its channel keeps: an operation of Azure mutes while it runs, and says so.

import { joinAlerts } from "../../../src/app/delivery/receive-alert.ts";
import { endMutes } from "../../../src/app/incident/end-mutes.ts";
import type { MaintenanceConfiguration, ManagedCluster } from "../../../src/core/snapshot/cluster.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { alex, askerIn, chatOf, megan, otherChannelOf, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import { unavailable } from "../../unavailable.ts";
import { alerted, another, receive, show, watching } from "../incident/watching.ts";
import { done, prod } from "../setup.ts";

const here = "19:incidents@thread.tacv2";
const sees = (fake: FakeServices, change: Partial<ManagedCluster>) => {
  const takenAt = fake.services.clock.now().toISOString();
  fake.world.snapshot = () => ({ ...healthy, takenAt, managedCluster: collected({ ...prod, ...change }) });
};
const upgrades = (fake: FakeServices) => sees(fake, { provisioningState: "Upgrading" });
const ended = (fake: FakeServices) => sees(fake, {});
const diagnosed = async (fake: FakeServices, asker = askerIn(threadOf, megan)) => {
  await done(fake, "diagnose prod-1", asker);
  await joinAlerts(fake.services);
  await endMutes(fake.services);
};
const watchIn = async (fake: FakeServices, place = here) =>
  (await fake.services.store.watches()).find(({ conversation }) => conversation.key === place);
/** Of all posts beside cards, why they called people. */
const rings = (fake: FakeServices) =>
  fake.said.flatMap(({ answer, to }) =>
    to === here && answer.kind === "incidentRing" ? [answer.ring.why] : [],
  );
/** Its card stands in both channels. */
const mildly = async () => {
  const fake = await watching();
  await receive(fake, { severity: "Sev4" });
  await show(fake);
  return fake;
};
const pass = (fake: FakeServices, minutes: number) => fake.services.clock.sleep(minutes * 60_000);

test("while an upgrade runs the card says so, and what is less severe than Sev 1 is counted alone", async () => {
  const fake = await alerted();
  upgrades(fake);
  await diagnosed(fake);
  const [incident] = await fake.services.store.incidentsIn(here, 1);
  expect(incident?.during).toMatchObject({
    ...{
      by: megan,
      state: "Upgrading",
      since: "2026-11-25T03:00:00.000Z",
      until: "2026-11-25T04:00:00.000Z",
    },
  });
  await show(fake);
  await receive(fake, another(2, { severity: "Sev2" }));
  expect(rings(fake)).toEqual([]);
  await receive(fake, another(3, { severity: "Sev1" }));
  expect(rings(fake)).toEqual(["worse"]);
});

test("its begin and its end are on the trail, with whoever saw them", async () => {
  const fake = await alerted();
  upgrades(fake);
  await diagnosed(fake);
  ended(fake);
  await diagnosed(fake, askerIn(threadOf, alex));
  expect(fake.memory.audit.filter(({ action }) => action.startsWith("watch.operation"))).toMatchObject([
    { action: "watch.operation.begins", actor: megan.objectId, detail: { place: here, state: "Upgrading" } },
    { action: "watch.operation.ends", actor: alex.objectId, detail: { place: here } },
  ]);
});

test("a diagnosis that finds it ended has ring what was held back, and nothing that was heard of", async () => {
  const fake = await mildly();
  upgrades(fake);
  await diagnosed(fake);
  await receive(fake, another(2, { severity: "Sev2" }));
  ended(fake);
  await diagnosed(fake);
  expect(rings(fake)).toEqual(["worse"]);
  upgrades(fake);
  await diagnosed(fake);
  ended(fake);
  await diagnosed(fake);
  expect(rings(fake)).toEqual(["worse"]);
});

test("where nobody looks again it mutes for an hour and no longer", async () => {
  const fake = await mildly();
  upgrades(fake);
  await diagnosed(fake);
  await receive(fake, another(2, { severity: "Sev2" }));
  await pass(fake, 59);
  await endMutes(fake.services);
  await show(fake);
  expect(rings(fake)).toEqual([]);
  await pass(fake, 2);
  await endMutes(fake.services);
  await show(fake);
  expect(rings(fake)).toEqual(["worse"]);
  expect(fake.memory.audit.findLast(({ action }) => action.startsWith("watch."))).toMatchObject({
    ...{ action: "watch.operation.ends", actor: "system", detail: { place: here, unseen: true } },
  });
});

test.each<[string, Partial<ManagedCluster>, string | null]>([
  [
    "a pool is scaled",
    { agentPools: [{ ...prod.agentPools[0], provisioningState: "Scaling(2/3)" }] as never },
    "Scaling(2/3)",
  ],
  ["it is started", { provisioningState: "Starting" }, "Starting"],
  ["it is deleted", { provisioningState: "Deleting" }, null],
  ["the last operation failed", { provisioningState: "Failed" }, null],
  ["Azure uses a word that nobody knows", { provisioningState: "Pondering" }, null],
])("%s", async (_name, change, state) => {
  const fake = await alerted();
  sees(fake, change);
  await diagnosed(fake);
  expect((await watchIn(fake))?.operation?.state ?? null).toBe(state);
});

describe("is kept in no other place:", () => {
  test.each<[string, Parameters<typeof askerIn>[0], string]>([
    ["what somebody saw in their own chat", chatOf, here],
    ["what was seen in another channel", otherChannelOf, here],
    ["what was seen here, in another channel", threadOf, "19:lunch@thread.tacv2"],
  ])("%s", async (_name, where, place) => {
    const fake = await alerted();
    upgrades(fake);
    await diagnosed(fake, askerIn(where, alex));
    expect(await watchIn(fake, place)).not.toHaveProperty("operation");
  });
});

describe("planned maintenance", () => {
  const weekly: MaintenanceConfiguration = { name: "default", weekHours: [], notAllowedTimes: [] };

  test("is read again beside a diagnosis, with the rights of whoever asked", async () => {
    const fake = await alerted({ planned: { items: [weekly], missing: [] } });
    await diagnosed(fake);
    expect((await watchIn(fake))?.planned).toMatchObject({ by: megan, configurations: [weekly] });
    fake.world.planned = { items: [], missing: [unavailable("denied", "They could not be read.")] };
    await diagnosed(fake, askerIn(threadOf, alex));
    expect((await watchIn(fake))?.planned?.by).toEqual(megan);
    fake.world.planned = { items: [], missing: [] };
    await diagnosed(fake);
    expect(await watchIn(fake)).not.toHaveProperty("planned");
    const entries = fake.memory.audit.filter(({ action }) => action === "watch.planned");
    expect(entries).toMatchObject([
      { actor: megan.objectId, runId: expect.any(String), detail: { place: here, configurations: 1 } },
      { actor: megan.objectId, detail: { configurations: 0 } },
    ]);
  });

  test("is what the diagnosis read, while an operation runs", async () => {
    const fake = await alerted({ planned: { items: [], missing: [] } });
    fake.world.snapshot = () => ({
      ...healthy,
      managedCluster: collected({ ...prod, provisioningState: "Upgrading" }),
      maintenance: { items: [weekly], missing: [] },
    });
    await diagnosed(fake);
    expect((await watchIn(fake))?.planned?.configurations).toEqual([weekly]);
  });
});
