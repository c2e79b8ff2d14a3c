// An incident that nobody takes: who is called, when, how often, and what the trail keeps.

import { auditEntry } from "../../../src/app/identity/authorize.ts";
import { actOnIncident } from "../../../src/app/incident/act-on-incident.ts";
import { escalateIncidents } from "../../../src/app/incident/escalate-incidents.ts";
import { storyFor, tellStory } from "../../../src/app/incident/story.ts";
import { volunteersForMilliseconds } from "../../../src/core/incident/watch.ts";
import type { OnCallNow } from "../../../src/core/on-call/on-call.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import { personKey } from "../../../src/core/requester.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, askerIn, megan, threadOf, userIdOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { inThread, press } from "../pressing.ts";
import { allow, setMode, standardPolicy, trail } from "../setup.ts";
import { receive, show, watching } from "./watching.ts";

const id = "I-0000000001";
const policy: Policy = {
  ...standardPolicy,
  incidents: { escalate: { after: "5m" } },
  onCall: {
    nights: { pagerduty: "P1", clusters: ["prod-*"] },
    others: { pagerduty: "P2", clusters: ["stage-*"] },
  },
};
const members = [megan, adele].map((who) => ({
  objectId: who.objectId,
  userId: userIdOf(who),
  name: who.displayName,
}));
const nights = (people: Extract<OnCallNow, { ok: true }>["people"]): Readonly<Record<string, OnCallNow>> => ({
  nights: { ok: true, people, until: null },
  others: { ok: true, people: [{ name: "Adele Vance", address: "adele@contoso.example" }], until: null },
});
const onCall = { name: "M. Bowen", address: "Megan@contoso.example" };

async function open(change: Parameters<typeof watching>[0] = {}): Promise<FakeServices> {
  const fake = await watching({ policy, members, onCall: nights([onCall]), ...change });
  await receive(fake);
  await show(fake);
  return fake;
}
const minutesPass = (fake: FakeServices, minutes: number) => fake.services.clock.sleep(minutes * 60_000);
async function escalated(fake: FakeServices) {
  await escalateIncidents(fake.services);
  await show(fake);
  return fake.said.flatMap(({ answer, to }) =>
    answer.kind === "incidentEscalated" && answer.incident === id
      ? [{ to, people: answer.people.map(({ name }) => name), left: [...answer.elsewhere, ...answer.unread] }]
      : [],
  );
}

test("after so long, in the thread of its card, once", async () => {
  const fake = await open();
  await minutesPass(fake, 4);
  expect(await escalated(fake)).toEqual([]);
  await minutesPass(fake, 2);
  const [call, ...more] = await escalated(fake);
  expect(more).toEqual([]);
  expect(call).toMatchObject({ people: ["Megan Bowen"], left: [] });
  expect(call?.to).toContain(";messageid=");
  await minutesPass(fake, 60);
  expect(await escalated(fake)).toHaveLength(1);
  expect(trail(fake).filter((entry) => entry.startsWith("incident.escalate"))).toHaveLength(2);
});

test("a minute later, where somebody has deleted its card at that moment", async () => {
  const fake = await open();
  await minutesPass(fake, 6);
  const { store } = fake.services;
  const { incident } = store;
  store.incident = async (of) => {
    const found = await incident(of);
    return found && { ...found, messageId: null };
  };
  expect(await escalated(fake)).toEqual([]);
  store.incident = incident;
  await minutesPass(fake, 1);
  expect(await escalated(fake)).toHaveLength(1);
});

test("again once it was opened again", async () => {
  const fake = await open();
  await minutesPass(fake, 6);
  await escalated(fake);
  const asker = askerIn(threadOf, alex);
  await actOnIncident(fake.services, asker, id, { act: "resolve", because: null });
  await actOnIncident(fake.services, asker, id, { act: "reopen" });
  expect(await escalated(fake)).toHaveLength(1);
  await minutesPass(fake, 6);
  expect(await escalated(fake)).toHaveLength(2);
});

test.each<[string, (fake: FakeServices) => Promise<unknown>]>([
  [
    "somebody took it",
    ({ services }) => actOnIncident(services, askerIn(threadOf, alex), id, { act: "take" }),
  ],
  [
    "it ended",
    ({ services }) => actOnIncident(services, askerIn(threadOf, alex), id, { act: "resolve", because: null }),
  ],
  ["the product is switched off", (fake) => setMode(fake, "off")],
])("nobody is called where %s", async (_, happens) => {
  const fake = await open();
  await happens(fake);
  await minutesPass(fake, 6);
  expect(await escalated(fake)).toEqual([]);
});

test("nobody is called where the policy says nothing of it", async () => {
  const { incidents: _, ...silent } = policy;
  const fake = await open({ policy: silent });
  await minutesPass(fake, 600);
  expect(await escalated(fake)).toEqual([]);
});

test.each<[string, Readonly<Record<string, OnCallNow>>, string[], string[]]>([
  [
    "somebody who is not in the channel",
    nights([{ name: "Lee Gu", address: "lee@contoso.example" }]),
    [],
    ["Lee Gu"],
  ],
  ["a name without an address", nights([{ name: "Megan Bowen" }]), [], ["Megan Bowen"]],
  ["one person twice", nights([onCall, { ...onCall, name: "Megan" }]), ["Megan Bowen"], []],
  [
    "somebody whom Entra knows",
    nights([{ name: "A.", objectId: members[1]?.objectId ?? "" }]),
    ["Adele Vance"],
    [],
  ],
  ["a schedule that is not read", { nights: { ok: false, unread: { is: "noToken" } } }, [], ["nights"]],
])("%s", async (_, schedules, people, left) => {
  const fake = await open({ onCall: schedules });
  await minutesPass(fake, 6);
  expect(await escalated(fake)).toMatchObject([{ people, left }]);
});

test("Teams does not say who is there: those on call are named, and nobody is mentioned", async () => {
  const fake = await open({ members: null });
  await minutesPass(fake, 6);
  expect(await escalated(fake)).toMatchObject([{ people: [], left: ["M. Bowen"] }]);
});

test("the trail keeps ids and no names; the story has the names, until somebody is forgotten", async () => {
  const fake = await open({ onCall: nights([onCall, { name: "Jo", address: "jo@elsewhere.example" }]) });
  await minutesPass(fake, 6);
  await escalated(fake);
  const entry = fake.memory.audit.find(({ action }) => action === "incident.escalate");
  expect(entry?.detail).toMatchObject({
    ...{ mentioned: 1, people: personKey(megan), elsewhere: 1, schedules: "nights" },
  });
  expect(JSON.stringify(entry)).not.toMatch(/Bowen|Jo\b/);
  const incident = await fake.services.store.incident(id);
  const told = incident && (await tellStory(fake.services, incident));
  expect(told?.entries.map(({ event }) => event)).toContainEqual({
    ...{
      is: "escalated",
      step: 1,
      people: 1,
      named: 0,
      also: [],
      elsewhere: 1,
      schedules: "nights",
      unread: "",
    },
    who: [{ objectId: megan.objectId, tenantId: megan.tenantId }],
  });
  expect(told?.names).toContainEqual({ key: personKey(megan), name: "Megan Bowen" });
});

test("more than are mentioned are counted as those that the post names, and the story has their names too", async () => {
  const all = Array.from({ length: 7 }, (_, at) => ({
    objectId: `00000000-0000-4000-8000-00000000000${at}`,
    // Guests are from elsewhere.
    tenantId: at % 2 === 0 ? megan.tenantId : `tenant-${at}`,
    displayName: `Person ${at}`,
  }));
  const fake = await open({
    members: all.map(({ displayName: name, ...who }) => ({ ...who, userId: userIdOf(megan) + name, name })),
    onCall: nights(all.map(({ objectId, displayName: name }) => ({ name, objectId }))),
  });
  await minutesPass(fake, 6);
  await escalated(fake);
  const ids = all.map(personKey);
  expect(fake.memory.audit.find(({ action }) => action === "incident.escalate")?.detail).toMatchObject({
    ...{ mentioned: 5, people: ids.slice(0, 5).join(" ") },
    ...{ named: 2, namedPeople: ids.slice(5).join(" "), elsewhere: 0 },
  });
  const incident = await fake.services.store.incident(id);
  const told = incident && (await tellStory(fake.services, incident));
  expect(told?.names.map(({ name }) => name)).toEqual(all.map(({ displayName }) => displayName));
});

describe("a group is read with the rights of whoever stands for the channel", () => {
  const stands = allow("oncall-stands", "oncall", "volunteer: true, show: thread");
  const reads = allow("oncall-reads", "oncall", "show: thread");
  const withGroup = (...rules: readonly string[]): Policy => ({
    ...policyOf(reads, ...rules),
    incidents: { escalate: { after: "5m" } },
    onCall: { nights: { pagerduty: "P1", clusters: ["prod-*"] }, leads: { group: "leads", clusters: ["*"] } },
  });
  const said = {
    ...nights([onCall]),
    leads: { ok: true, people: [{ name: "Adele", objectId: adele.objectId }], until: null },
  } as const;
  const here = [alex, megan, adele].map((who) => ({
    ...{ objectId: who.objectId, userId: userIdOf(who), name: who.displayName },
  }));

  /** Alex presses, and nobody takes the incident. Whose rights each schedule was read with is what it gives. */
  async function called(
    rules: readonly string[],
    happens: (fake: FakeServices) => Promise<unknown> | unknown = () => undefined,
  ) {
    const fake = await watching({ policy: withGroup(...rules), members: here, onCall: said });
    const { onCall: port } = fake.services;
    const readAs = new Map<string, string | null>();
    const { now } = port;
    port.now = (schedule, at, as) => {
      readAs.set(schedule.name, as?.requester.displayName ?? null);
      return now(schedule, at, as);
    };
    if (rules.length > 0) await press(fake, inThread(), { verb: "watch.volunteer", cluster: ids.cluster });
    await receive(fake);
    await show(fake);
    await minutesPass(fake, 6);
    await happens(fake);
    await escalated(fake);
    const answer = fake.said
      .map(({ answer: one }) => one)
      .find((one) => one.kind === "incidentEscalated" && one.incident === id);
    const entry = fake.memory.audit.find(
      ({ action, detail }) => action === "incident.escalate" && detail.incident === id,
    );
    return { readAs: [...readAs], answer, entry };
  }

  test("and the message and the trail name that person", async () => {
    const { readAs, answer, entry } = await called([stands]);
    expect(readAs).toEqual([
      ["nights", null],
      ["leads", "Alex Wilber"],
    ]);
    expect(answer).toMatchObject({
      people: [{ name: "Megan Bowen" }, { name: "Adele Vance" }],
      ...{ unread: [], readAs: "Alex Wilber" },
    });
    expect(entry?.detail).toMatchObject({ schedules: "nights, leads", unread: "", readAs: personKey(alex) });
  });

  test.each<[string, readonly string[], (fake: FakeServices) => unknown]>([
    ["nobody stands for it", [], () => undefined],
    ["their time is over", [stands], ({ services }) => services.clock.sleep(volunteersForMilliseconds)],
    [
      "they have left the channel",
      [stands],
      (fake) => {
        fake.world.members = here.slice(1);
      },
    ],
    [
      "no rule lets them stand for it any more",
      [stands],
      (fake) => {
        fake.world.policy = withGroup();
      },
    ],
  ])("not where %s: the message says so", async (_, rules, happens) => {
    const { readAs, answer, entry } = await called(rules, happens);
    expect(readAs).toEqual([["nights", null]]);
    expect(answer).toMatchObject({ people: [{ name: "Megan Bowen" }], unread: [], unattended: ["leads"] });
    expect(answer).not.toHaveProperty("readAs");
    expect(entry?.detail).toMatchObject({ schedules: "nights", unread: "leads" });
  });
});

describe("those whom the policy names for later", () => {
  const later: Policy = {
    ...policy,
    incidents: { escalate: { after: "5m", later: ["leads"] } },
    onCall: { leads: { opsgenie: "L", clusters: ["prod-*"] }, ...policy.onCall },
  };
  const leads: OnCallNow = {
    ok: true,
    people: [{ name: "A. Vance", address: "adele@contoso.example" }],
    until: null,
  };
  const begin = () => open({ policy: later, onCall: { ...nights([onCall]), leads } });
  const calls = async (fake: FakeServices) => (await escalated(fake)).map(({ people }) => people[0]);
  const asker = askerIn(threadOf, alex);

  test("are called so long after the first ones, once, in a message that says whom it called before", async () => {
    const fake = await begin();
    await minutesPass(fake, 6);
    const first = fake.services.clock.now();
    expect(await calls(fake)).toEqual(["Megan Bowen"]);
    await minutesPass(fake, 4);
    expect(await calls(fake)).toEqual(["Megan Bowen"]);
    await minutesPass(fake, 2);
    expect(await calls(fake)).toEqual(["Megan Bowen", "Adele Vance"]);
    await minutesPass(fake, 600);
    expect(await calls(fake)).toHaveLength(2);
    const said = fake.said.flatMap(({ answer, to }) =>
      answer.kind === "incidentEscalated" && answer.incident === id ? [{ answer, to }] : [],
    );
    expect(new Set(said.map(({ to }) => to)).size).toBe(1);
    const at = first.toISOString();
    const next = { at: new Date(first.getTime() + 300_000).toISOString(), schedules: ["leads"] };
    expect(said.map(({ answer }) => answer)).toMatchObject([
      { minutes: 5, before: [], next },
      { minutes: 11, before: [{ at, schedules: ["nights"], people: [{ displayName: "Megan Bowen" }] }] },
    ]);
    expect(said[1]?.answer).not.toHaveProperty("next");
  });

  test("stand on the card before they are called, and after", async () => {
    const fake = await begin();
    const card = async () => {
      await show(fake);
      const shown = fake.said.flatMap(({ answer }) =>
        answer.kind === "incident" && answer.incident.id === id ? [answer] : [],
      );
      const { incident, next } = shown.at(-1) ?? {};
      return [incident?.calling?.made.map(({ schedules }) => schedules[0]), next?.schedules[0]];
    };
    expect(await card()).toEqual([[], "nights"]);
    await minutesPass(fake, 6);
    await escalated(fake);
    expect(await card()).toEqual([["nights"], "leads"]);
    await actOnIncident(fake.services, asker, id, { act: "take" });
    expect(await card()).toEqual([["nights"], undefined]);
  });

  test.each<[string, (fake: FakeServices) => Promise<unknown>]>([
    ["somebody took it", ({ services }) => actOnIncident(services, asker, id, { act: "take" })],
    ["it ended", ({ services }) => actOnIncident(services, asker, id, { act: "resolve", because: null })],
    ["the product is switched off", (fake) => setMode(fake, "off")],
    [
      "the cluster is muted",
      async ({ services: { store, clock } }) => {
        const [watch] = (await store.watches()).filter(
          ({ conversation }) => conversation.key === threadOf(alex).key.split(";")[0],
        );
        const until = "2999-01-01T00:00:00.000Z";
        if (watch === undefined) throw new Error("not watched");
        const entry = auditEntry(clock, alex, { action: "watch.mute", outcome: "recorded" });
        const mute = { of: "person", by: alex, until, because: null } as const;
        await store.setMute(watch, mute, clock.now().toISOString(), entry);
      },
    ],
  ])("are not called where %s after the first call", async (_, happens) => {
    const fake = await begin();
    await minutesPass(fake, 6);
    expect(await calls(fake)).toHaveLength(1);
    await happens(fake);
    await minutesPass(fake, 60);
    expect(await calls(fake)).toHaveLength(1);
  });

  test("nobody is called twice where the process goes away behind the call", async () => {
    const fake = await begin();
    await minutesPass(fake, 6);
    const { store } = fake.services;
    const { settle } = store;
    store.settle = async () => {
      throw new Error("killed");
    };
    expect(await calls(fake)).toEqual(["Megan Bowen"]);
    store.settle = settle;
    await minutesPass(fake, 2);
    expect(await calls(fake)).toEqual(["Megan Bowen"]);
    await minutesPass(fake, 4);
    expect(await calls(fake)).toEqual(["Megan Bowen", "Adele Vance"]);
  });

  test("nobody is called twice by a process that was slow, while another one called", async () => {
    const fake = await begin();
    await minutesPass(fake, 6);
    const { onCall: schedules } = fake.services;
    const { now } = schedules;
    schedules.now = async (...asked) => {
      schedules.now = now;
      await minutesPass(fake, 2);
      await escalateIncidents(fake.services);
      return now(...asked);
    };
    expect(await calls(fake)).toEqual(["Megan Bowen"]);
  });

  test("are a step of their own in the story", async () => {
    const fake = await begin();
    for (const minutes of [6, 6]) {
      await minutesPass(fake, minutes);
      await escalated(fake);
    }
    const incident = await fake.services.store.incident(id);
    const told = incident && (await tellStory(fake.services, incident));
    expect(
      told?.entries.flatMap(({ event }) =>
        event.is === "escalated" ? [[event.step, event.schedules, event.who[0]?.objectId]] : [],
      ),
    ).toEqual([
      [1, "nights", megan.objectId],
      [2, "leads", adele.objectId],
    ]);
  });
});

describe("who was on call and not in the channel", () => {
  const jo = { name: "Jo", address: "jo@elsewhere.example" };
  async function reported(saidLater: OnCallNow, action: "incident.report" | "incident.timeline") {
    const fake = await open({ onCall: nights([onCall, jo]) });
    await minutesPass(fake, 6);
    const calledAt = fake.services.clock.now().toISOString();
    await escalated(fake);
    await minutesPass(fake, 600);
    const asked: string[] = [];
    fake.services.onCall.now = async ({ name }, at) => {
      asked.push(`${name} ${at.toISOString()}`);
      return saidLater;
    };
    const incident = await fake.services.store.incident(id);
    const before = fake.memory.audit.length;
    const told = incident && (await storyFor(fake.services, askerIn(threadOf, alex), incident, action));
    if (!told || "text" in told) throw new Error("no story");
    const since = fake.memory.audit.slice(before);
    return { elsewhere: told.elsewhere, since, asked, expected: [`nights ${calledAt}`] };
  }
  const says = (...people: Extract<OnCallNow, { ok: true }>["people"]): OnCallNow => ({
    ...{ ok: true, people, until: null },
  });

  test("the report asks the schedule for that moment", async () => {
    const { elsewhere, asked, expected } = await reported(says(onCall, jo), "incident.report");
    expect(elsewhere).toEqual(["Jo"]);
    expect(asked).toEqual(expected);
  });

  test.each([
    ["the report", "incident.report", ["incident.report", "onCall.read"]],
    ["the timeline", "incident.timeline", ["incident.timeline"]],
  ] as const)("the trail has what %s read of schedules, and for whom", async (_, action, expected) => {
    const { since } = await reported(says(onCall, jo), action);
    expect(since.map((entry) => entry.action)).toEqual(expected);
    const read = { incident: id, read: "nights", unread: "" };
    if (since[1]) expect(since[1]).toMatchObject({ actor: alex.objectId, outcome: "recorded", detail: read });
  });

  test.each<[string, OnCallNow]>([
    ["it cannot be read any more", { ok: false, unread: { is: "silent" } }],
    ["it names as many others as were not counted", says(onCall)],
    ["it names more", says(onCall, jo, { name: "Kim" })],
  ])("the report names nobody where %s", async (_, saidLater) => {
    expect((await reported(saidLater, "incident.report")).elsewhere).toEqual([]);
  });

  test("the timeline asks no schedule", async () => {
    expect(await reported(says(onCall, jo), "incident.timeline")).toMatchObject({ elsewhere: [], asked: [] });
  });
});
