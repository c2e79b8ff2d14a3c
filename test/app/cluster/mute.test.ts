// A channel hears nothing of a cluster for a while: who may say so, what is posted meanwhile, and what when it ends.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import type { MaintenanceConfiguration } from "../../../src/core/snapshot/cluster.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, askerIn, otherChannelOf, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { unavailable } from "../../unavailable.ts";
import { another, places, receive, resolved, show, watching } from "../incident/watching.ts";
import { trail } from "../setup.ts";

const policy = policyOf(
  '{ id: oncall, effect: allow, groups: [oncall], clusters: ["*"], show: thread, diagnose: true, watch: true }',
);
const ask = (fake: FakeServices, text: string, who = alex) =>
  answerQuestion(fake.services, askerIn(threadOf, who), text);
const said = (fake: FakeServices) => fake.said.at(-1)?.answer;
const here = "19:incidents@thread.tacv2";
const posts = (fake: FakeServices) =>
  fake.said.flatMap(({ answer, to }) =>
    to === here && (answer.kind === "incident" || answer.kind === "incidentRing") ? [answer.kind] : [],
  );
const pass = (fake: FakeServices, minutes: number) => fake.services.clock.sleep(minutes * 60_000);

async function muted(line = "mute prod-1 2h because upgrade"): Promise<FakeServices> {
  const fake = await watching({ policy });
  await ask(fake, line);
  return fake;
}

test("until when, by whom and why is said, listed and on the trail", async () => {
  const fake = await muted();
  const mute = { of: "person", by: alex, until: "2026-11-25T05:00:00.000Z", because: "upgrade" };
  expect(said(fake)).toMatchObject({ kind: "watch", outcome: "muted", mute });
  expect(fake.memory.audit.at(-1)).toMatchObject({
    action: "watch.mute",
    detail: { until: mute.until, because: "upgrade", place: here },
  });
  await ask(fake, "watches");
  expect(said(fake)).toMatchObject({ watches: [{ mute }] });
  await pass(fake, 121);
  await ask(fake, "watches");
  expect(said(fake)).toMatchObject({ watches: [expect.not.objectContaining({ mute })] });
});

test("for 24 hours at most", async () => {
  const fake = await muted("mute prod-1 99h");
  expect(said(fake)).toMatchObject({ mute: { until: "2026-11-26T03:00:00.000Z", because: null } });
});

test.each(["mute prod-1 2h", "unmute prod-1"])(
  "whoever may not watch the cluster may not: %s",
  async (line) => {
    const fake = await watching({ policy });
    await ask(fake, line, adele);
    expect(said(fake)?.kind).toBe("denied");
    expect(trail(fake).at(-1)).toBe("watch.authorize denied null");
  },
);

test("a channel that follows nothing has nothing to mute", async () => {
  const fake = await watching({ policy });
  await ask(fake, "unwatch prod-1");
  await ask(fake, "mute prod-1 2h");
  expect(said(fake)).toMatchObject({ kind: "watch", outcome: "notWatched" });
});

test("a new incident is posted when the mute ends, and says that it was muted; other channels have it at once", async () => {
  const fake = await muted();
  await receive(fake);
  await receive(fake, another(1, { severity: "Sev1" }));
  await show(fake);
  expect(posts(fake)).toEqual([]);
  expect(places(fake)).toContain(askerIn(otherChannelOf, alex).conversation.key.split(";")[0]);
  expect(await fake.services.store.incidentsIn(here, 5)).toMatchObject([{ alerts: { open: 2 } }]);
  await pass(fake, 121);
  await show(fake);
  expect(posts(fake)).toEqual(["incident"]);
  expect(fake.said.at(-1)?.answer).toMatchObject({
    incident: { muted: { of: "person", by: alex, until: "2026-11-25T05:00:00.000Z" } },
  });
});

test("or when somebody ends it before", async () => {
  const fake = await muted();
  await receive(fake);
  await pass(fake, 10);
  await ask(fake, "unmute prod-1");
  expect(said(fake)).toMatchObject({ outcome: "unmuted" });
  await show(fake);
  expect(posts(fake)).toEqual(["incident"]);
  expect(fake.said.at(-1)?.answer).toMatchObject({
    incident: { muted: { until: "2026-11-25T03:10:00.000Z" } },
  });
});

test("what is over by then is not posted", async () => {
  const fake = await muted();
  await receive(fake);
  await receive(fake, resolved);
  await pass(fake, 121);
  await show(fake);
  expect(posts(fake)).toEqual([]);
});

test("a card that stands there is edited, and nothing rings", async () => {
  const fake = await watching({ policy });
  await receive(fake);
  await show(fake);
  await ask(fake, "mute prod-1 2h");
  await receive(fake, another(1, { severity: "Sev1" }));
  await show(fake);
  expect(posts(fake)).not.toContain("incidentRing");
  await pass(fake, 121);
  await receive(fake, another(2, { severity: "Sev0" }));
  await show(fake);
  expect(posts(fake)).toContain("incidentRing");
});

test.each([true, false])("Sev 0 rings through (its card stands there: %s)", async (stands) => {
  const fake = await watching({ policy });
  if (stands) {
    await receive(fake);
    await show(fake);
  }
  await ask(fake, "mute prod-1 2h");
  if (!stands) await receive(fake);
  const before = posts(fake).length;
  await receive(fake, another(1, { severity: "Sev0" }));
  await show(fake);
  expect(posts(fake).slice(before)).toContain(stands ? "incidentRing" : "incident");
});

describe("quiet hours", () => {
  // It is 04:00 in Berlin.
  const quiet = async (line = "watch prod-1 quiet 22:00-07:00 Europe/Berlin") => muted(line);
  const windows = [{ from: "22:00", to: "07:00", timeZone: "Europe/Berlin" }];

  test("are kept on the watch, listed and on the trail, and leave its severity", async () => {
    const fake = await muted("watch prod-1 sev<=3");
    await ask(fake, "watch prod-1 quiet 22:00-07:00 Europe/Berlin");
    const now = { of: "quietHours", by: alex, until: "2026-11-25T06:00:00.000Z" };
    const kept = { severity: "Sev3", quiet: { by: alex, windows }, mute: now };
    expect(said(fake)).toMatchObject({ kind: "watch", outcome: "changed", ...kept });
    expect(fake.memory.audit.at(-1)).toMatchObject({
      ...{ action: "watch.add", detail: { quiet: "daily 22:00-07:00 Europe/Berlin" } },
    });
    await ask(fake, "watch prod-1");
    await ask(fake, "watches");
    expect(said(fake)).toMatchObject({ watches: [{ quiet: kept.quiet, mute: now }] });
  });

  test("a new incident is posted when they end, and says so", async () => {
    const fake = await quiet();
    await receive(fake);
    await show(fake);
    expect(posts(fake)).toEqual([]);
    await pass(fake, 181);
    await show(fake);
    expect(posts(fake)).toEqual(["incident"]);
    expect(fake.said.at(-1)?.answer).toMatchObject({
      incident: { muted: { of: "quietHours", until: "2026-11-25T06:00:00.000Z" } },
    });
  });

  test("what is over by then is not posted", async () => {
    const fake = await quiet();
    await receive(fake);
    await receive(fake, resolved);
    await pass(fake, 181);
    await show(fake);
    expect(posts(fake)).toEqual([]);
  });

  test("Sev 1 rings through, and what joins it does not hold it back again", async () => {
    const fake = await quiet();
    await receive(fake);
    await receive(fake, another(1, { severity: "Sev1" }));
    await receive(fake, another(2, { severity: "Sev3" }));
    await show(fake);
    expect(posts(fake)).toEqual(["incident"]);
  });

  test.each(["watch prod-1 quiet off", "watch prod-1 Ruhe aus"])("end at once: %s", async (line) => {
    const fake = await quiet();
    await receive(fake);
    await ask(fake, line);
    expect(said(fake)).toMatchObject({ outcome: "changed", quiet: null });
    await show(fake);
    expect(posts(fake)).toEqual(["incident"]);
  });

  test("go on where a mute is ended", async () => {
    const fake = await quiet();
    await ask(fake, "mute prod-1 5h");
    await receive(fake);
    await ask(fake, "unmute prod-1");
    expect(said(fake)).toMatchObject({ outcome: "unmuted", mute: { of: "quietHours" } });
    await show(fake);
    expect(posts(fake)).toEqual([]);
  });
});

describe("planned maintenance of the cluster", () => {
  const weekly = {
    name: "aksManagedAutoUpgradeSchedule",
    window: {
      schedule: { is: "weekly", intervalWeeks: 1, dayOfWeek: "Wednesday" },
      ...{ startTime: "00:00", durationHours: 4, utcOffset: "+00:00", notAllowedDates: [] },
    },
    ...{ weekHours: [], notAllowedTimes: [] },
  } as const;
  const until = "2026-11-25T04:00:00.000Z";
  const unread = unavailable("denied", "They could not be read.");
  async function planned(...items: readonly MaintenanceConfiguration[]): Promise<FakeServices> {
    const fake = await watching({ policy, planned: { items, missing: [] } });
    await ask(fake, "watch prod-1");
    return fake;
  }

  test("is read as whoever has it watched, and says until when it mutes, who read it and when", async () => {
    const fake = await planned(weekly);
    const readAt = "2026-11-25T03:00:00.000Z";
    expect(said(fake)).toMatchObject({
      planned: { by: alex, readAt },
      mute: { of: "maintenance", by: alex, readAt, until },
    });
    await receive(fake);
    await show(fake);
    expect(posts(fake)).toEqual([]);
    await pass(fake, 61);
    await show(fake);
    expect(posts(fake)).toEqual(["incident"]);
    expect(fake.said.at(-1)?.answer).toMatchObject({
      incident: { muted: { of: "maintenance", readAt, until } },
    });
  });

  test("Sev 1 rings through", async () => {
    const fake = await planned(weekly);
    await receive(fake, another(1, { severity: "Sev1" }));
    await show(fake);
    expect(posts(fake)).toEqual(["incident"]);
  });

  test.each<[string, MaintenanceConfiguration]>([
    [
      "on another day",
      {
        ...weekly,
        window: { ...weekly.window, schedule: { ...weekly.window.schedule, dayOfWeek: "Friday" } },
      },
    ],
    [
      "every second week, and nobody says since when",
      { ...weekly, window: { ...weekly.window, schedule: { ...weekly.window.schedule, intervalWeeks: 2 } } },
    ],
  ])("mutes nothing %s", async (_, configuration) => {
    const fake = await planned(configuration);
    expect(said(fake)).not.toHaveProperty("mute");
    await receive(fake);
    await show(fake);
    expect(posts(fake)).toEqual(["incident"]);
  });

  test("that somebody's rights do not show is said, and what others read stays", async () => {
    const fake = await planned(weekly);
    fake.world.planned = { items: [], missing: [unread] };
    await ask(fake, "watch prod-1");
    expect(said(fake)).toMatchObject({
      plannedUnread: true,
      planned: { by: alex },
      mute: { of: "maintenance" },
    });
    fake.world.planned = { items: [], missing: [] };
    await ask(fake, "watch prod-1");
    expect(said(fake)).not.toHaveProperty("planned");
  });
});
