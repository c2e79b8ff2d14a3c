// What is written of an incident does what its buttons do: as whoever writes, on the trail, and told to whoever has it then.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import type { ConversationContext } from "../../../src/app/ports/services.ts";
import { personKey } from "../../../src/core/requester.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { memberOf, policyOf } from "../../core/policy/policies.ts";
import { adele, alex, askerIn, chatOf, megan, threadOf, userIdOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { saidNote } from "../../said.ts";
import { besides, inThread, press } from "../pressing.ts";
import { allow, setMode, start, summaryOf, trail } from "../setup.ts";

const channel = "19:incidents@thread.tacv2";
const here = inThread();
const members = [alex, megan, adele].map((who) => ({
  objectId: who.objectId,
  userId: userIdOf(who),
  name: who.displayName,
}));
const clusters = collected({ clusters: [summaryOf("prod-1"), summaryOf("prod-2")], problem: null });
const world = (change: Parameters<typeof start>[0] = {}) => start({ members, clusters, ...change });

const ask = (fake: FakeServices, text: string, asker: ConversationContext = here) =>
  answerQuestion(fake.services, asker, text);
const incidents = (fake: FakeServices) => fake.services.store.incidentsIn(channel, 10);
/** What stood in Teams last: its kind, and what a message in words says. */
const said = (fake: FakeServices): unknown => {
  const answer = fake.said.at(-1)?.answer;
  if (answer?.kind === "noted") return saidNote(answer.text);
  return answer?.kind === "pressRefused" ? saidNote(answer.reason) : answer?.kind;
};

/** One that Alex declared, and the thread below its card. */
async function declared(change: Parameters<typeof world>[0] = {}) {
  const fake = world(change);
  await ask(fake, "incident prod-1 sev 2 because dns is gone");
  const [incident] = await incidents(fake);
  if (!incident?.messageId) throw new Error(`none stands there: ${JSON.stringify(said(fake))}`);
  const root = incident.messageId;
  const below = (who = alex) =>
    askerIn((person) => ({ ...threadOf(person), key: `${channel};messageid=${root}` }), who);
  const now = async () => (await incidents(fake)).find(({ id }) => id === incident.id);
  return { fake, incident, below, now };
}

describe("one is declared", () => {
  test("as a new post in the channel, and on the trail", async () => {
    const { fake, incident } = await declared();
    expect(incident).toMatchObject({
      cluster: { id: ids.cluster, name: "prod-1" },
      conversation: { key: channel },
      status: { state: "open" },
      owner: null,
      severity: "Sev2",
      declared: { by: alex, because: "dns is gone" },
    });
    expect(fake.said.map(({ to, answer }) => [to, answer.kind]).toSorted()).toEqual([
      [channel, "incident"],
      [here.conversation.key, "noted"],
    ]);
    expect(fake.memory.audit.filter(({ actor }) => actor === alex.objectId)).toMatchObject([
      {
        action: "incident.declare",
        outcome: "allowed",
        rule: "oncall-reads",
        cluster: ids.cluster,
        detail: { incident: incident.id, severity: "Sev2", because: "dns is gone" },
      },
    ]);
  });

  test("where one is open here, that goes on: its severity is set, and why is a note", async () => {
    const { fake, incident, now } = await declared();
    await ask(fake, "incident prod-1 sev 1 because it is worse", inThread(megan));
    expect(await incidents(fake)).toHaveLength(1);
    expect(await now()).toMatchObject({ severity: "Sev1" });
    expect(said(fake)).toContain(`${incident.id}. No second one was made; what you wrote stands with it.`);
    expect(trail(fake).slice(-2)).toEqual([
      "incident.setSeverity recorded leads-read",
      "incident.note recorded leads-read",
    ]);
  });

  test("what looks like a secret is masked before it is kept", async () => {
    const fake = world();
    await ask(fake, "incident prod-1 because password=hunter2hunter2 is refused");
    expect(JSON.stringify([await incidents(fake), fake.memory.audit])).not.toContain("hunter2");
  });

  test.each<[string, Parameters<typeof world>[0], ConversationContext, string]>([
    ["whom the policy allows nothing", {}, inThread(adele), "denied"],
    [
      "of a cluster that Azure does not show",
      { clusters: collected({ clusters: [], problem: null }) },
      here,
      "azureDenied",
    ],
    ["in a personal chat", {}, askerIn(chatOf), "watchElsewhere"],
  ])("not by, or not: %s", async (_name, change, asker, kind) => {
    const fake = world(change);
    await ask(fake, "incident prod-1 because dns is gone", asker);
    expect(said(fake)).toBe(kind);
    expect(await incidents(fake)).toEqual([]);
  });
});

describe("in its thread", () => {
  test.each<[string, object, string, string]>([
    ["ack", { status: { state: "acknowledged" }, owner: { person: alex } }, "take", "You are on it."],
    ["I'm on it", { owner: { person: alex } }, "take", "You are on it."],
    ["severity 0", { severity: "Sev0" }, "setSeverity", "The severity is set."],
    [
      "close because the zone is linked",
      { status: { state: "resolved", by: alex, because: "the zone is linked" } },
      "resolve",
      "Resolved.",
    ],
    ["note failed over", { status: { state: "open" } }, "note", "cannot be removed"],
  ])("%s", async (line, becomes, act, words) => {
    const { fake, incident, below, now } = await declared();
    await ask(fake, line, below());
    expect(said(fake)).toContain(words);
    expect(await now()).toMatchObject(becomes);
    expect(fake.memory.audit.at(-1)).toMatchObject({
      action: `incident.${act}`,
      outcome: "recorded",
      actor: alex.objectId,
      detail: { incident: incident.id },
    });
  });

  test("closed and opened again: nobody has it then", async () => {
    const { fake, below, now } = await declared();
    await ask(fake, "take it", below(megan));
    await ask(fake, "close", below());
    await ask(fake, "reopen", below());
    expect(await now()).toMatchObject({ status: { state: "open" }, owner: null, reopened: 1 });
  });

  test("a note is masked, and stands on the trail", async () => {
    const { fake, below } = await declared();
    await ask(fake, "note the old password=hunter2hunter2 still works", below());
    expect(fake.memory.audit.at(-1)?.detail.text).toMatch(/^the old password=\[masked/);
  });

  test("works in mode diagnose, and not in mode off", async () => {
    const { fake, below, now } = await declared();
    await setMode(fake, "diagnose");
    await ask(fake, "ack", below());
    expect(await now()).toMatchObject({ owner: { person: alex } });
    await setMode(fake, "off");
    await ask(fake, "close", below());
    expect(said(fake)).toBe("closed");
    expect(await now()).toMatchObject({ status: { state: "acknowledged" } });
  });

  test("whom the policy allows nothing does nothing, and that is on the trail", async () => {
    const { fake, below, now } = await declared();
    await ask(fake, "close", below(adele));
    expect(said(fake)).toBe("denied");
    expect(await now()).toMatchObject({ status: { state: "open" } });
    expect(fake.memory.audit.at(-1)).toMatchObject({ outcome: "denied", actor: adele.objectId });
  });
});

describe("handed over", () => {
  test.each(["hand over to Megan Bowen", "hand it over to @megan", "hand over to bowen"])(
    "%s: Megan is told in its thread, by her name",
    async (line) => {
      const { fake, incident, below, now } = await declared();
      await ask(fake, line, below());
      expect(await now()).toMatchObject({
        status: { state: "acknowledged" },
        owner: { person: { objectId: megan.objectId, displayName: "Megan Bowen" } },
      });
      const told = fake.said.filter(({ answer }) => answer.kind === "incidentHanded");
      expect(told).toMatchObject([
        {
          to: below().conversation.key,
          answer: { incident: incident.id, by: "Alex Wilber", person: { userId: userIdOf(megan) } },
        },
      ]);
      expect(fake.memory.audit.at(-1)).toMatchObject({
        action: "incident.handOver",
        detail: { incident: incident.id, to: personKey(megan) },
      });
    },
  );

  test.each<[string, object | null, string]>([
    ["hand over to Jo", null, "Teams did not say who is in this conversation."],
    [
      "hand over to Jo",
      members,
      "Nobody here is called Jo. Write one of these names: Adele Vance, Alex Wilber",
    ],
    [
      "hand over to Alex",
      [...members, { ...members[1], name: "Alex Wu" }],
      "Several people here are called Alex. Write the whole name: Alex Wilber, Alex Wu.",
    ],
  ])("%s: %#", async (line, roster, words) => {
    const { fake, below, now } = await declared({ members: roster as typeof members | null });
    await ask(fake, line, below());
    expect(said(fake)).toContain(words);
    expect(await now()).toMatchObject({ owner: null });
  });

  test("to a guest: as the person of their own tenant", async () => {
    const guest = { objectId: "lee", userId: "29:lee", name: "Lee Gu", tenantId: "elsewhere" };
    const { fake, below, now } = await declared({ members: [...members, guest] });
    await ask(fake, "hand over to Lee", below());
    expect(await now()).toMatchObject({ owner: { person: { objectId: "lee", tenantId: "elsewhere" } } });
    expect(fake.memory.audit.at(-1)?.detail.to).toBe("elsewhere/lee");
  });

  test("to oneself is to take it, and nobody is mentioned", async () => {
    const { fake, below, now } = await declared();
    await ask(fake, "hand over to Alex Wilber", below());
    expect(await now()).toMatchObject({ owner: { person: alex } });
    expect(fake.said.map(({ answer }) => answer.kind)).not.toContain("incidentHanded");
  });
});

describe("merged into another one", () => {
  /** Two of one cluster: the first was closed, and opened again once the second was declared. */
  async function two() {
    const first = await declared();
    const { fake, below } = first;
    await ask(fake, "close", below());
    await ask(fake, "incident prod-1 because pods are pending");
    const second = (await incidents(fake)).find(({ id }) => id !== first.incident.id);
    if (second === undefined) throw new Error(`no second one: ${JSON.stringify(said(fake))}`);
    await ask(fake, "reopen", below());
    return { ...first, second };
  }
  const cardOf = async (fake: FakeServices, messageId: string | null) => {
    await fake.memory.outbox.deliverWaiting();
    return fake.said.find(({ to }, at) => to === channel && `m${at + 1}` === messageId)?.answer;
  };

  test("in its thread: that one has its story, its card names that one, and both are on the trail", async () => {
    const { fake, incident, below, second, now } = await two();
    await ask(fake, `merge into ${second.id}`, below(megan));
    expect(said(fake)).toContain(`prod-1: incident ${incident.id} was merged into ${second.id}`);
    expect(fake.memory.audit.findLast(({ action }) => action === "incident.merge")).toMatchObject({
      ...{ outcome: "recorded", actor: megan.objectId, cluster: ids.cluster },
      detail: { incident: second.id, from: incident.id },
    });
    expect(await now()).toBeUndefined();
    expect(await cardOf(fake, incident.messageId)).toMatchObject({
      text: `prod-1: incident ${incident.id} was merged into ${second.id} by Megan Bowen`,
    });
    const told = await fake.services.store.incidentTrail(second.id, 99);
    expect(told.map(({ detail }) => detail.incident)).toEqual(
      expect.arrayContaining([incident.id, second.id]),
    );
  });

  test("what is written or pressed on its card goes on with that one", async () => {
    const { fake, incident, below, second } = await two();
    await ask(fake, `merge ${incident.id} into ${second.id}`, besides());
    await ask(fake, "ack", below(megan));
    expect(await fake.services.store.incident(second.id)).toMatchObject({ owner: { person: megan } });
    await press(fake, below(), { verb: "incident.take", incident: incident.id });
    expect(await fake.services.store.incident(second.id)).toMatchObject({ owner: { person: alex } });
    const shown = await press(fake, below(), {
      ...{ verb: "incident.show", incident: incident.id, messageId: incident.messageId ?? "" },
    });
    expect(shown).toMatchObject({ card: { text: expect.stringContaining(second.id) } });
  });

  test("not into one of another cluster, nor into itself, nor into one that is not here", async () => {
    const { fake, incident, now } = await declared();
    await ask(fake, "incident prod-2 because dns is gone");
    const other = (await incidents(fake)).find(({ id }) => id !== incident.id)?.id;
    for (const [into, words] of [
      [other, "Only incidents of the same cluster can be merged."],
      [incident.id, "It is the same incident."],
      ["I-9999999999", "There is no incident I-9999999999 here."],
    ] as const) {
      await ask(fake, `merge ${incident.id} into ${into}`, besides());
      expect(said(fake)).toContain(words);
    }
    expect((await now())?.status.state).toBe("open");
  });

  test("not by whom the policy allows nothing", async () => {
    const { fake, incident, below, second, now } = await two();
    await ask(fake, `merge into ${second.id}`, below(adele));
    expect([said(fake), (await now())?.id]).toEqual(["denied", incident.id]);
  });
});

describe("elsewhere in the channel", () => {
  test("nothing is done to one that is not named: those that are open are named", async () => {
    const { fake, incident, now } = await declared();
    await ask(fake, "close", besides());
    expect(said(fake)).toBe(
      `Write it below the card of an incident, or name the incident. Open here: prod-1 (${incident.id}).`,
    );
    expect(await now()).toMatchObject({ status: { state: "open" } });
  });

  test.each(["ack prod-1", "ack {id}", "ack on PROD-1"])("named it is done: %s", async (line) => {
    const { fake, incident, now } = await declared();
    await ask(fake, line.replace("{id}", incident.id), besides(megan));
    expect(await now()).toMatchObject({ owner: { person: megan } });
  });

  test.each<[string, string]>([
    ["ack prod-2", "There is no incident of prod-2 here that you may see."],
    ["ack I-9999999999", "There is no incident I-9999999999 here."],
  ])("%s", async (line, words) => {
    const { fake } = await declared();
    await ask(fake, line, besides());
    expect(said(fake)).toContain(words);
  });

  test("of another channel nobody hears", async () => {
    const { fake, incident, now } = await declared();
    const other = askerIn((who) => ({ ...threadOf(who), key: "19:lunch@thread.tacv2;messageid=1" }));
    await ask(fake, `close ${incident.id}`, other);
    expect(said(fake)).toContain(`There is no incident ${incident.id} here.`);
    expect(await now()).toMatchObject({ status: { state: "open" } });
  });
});

test("in a group chat, which has no threads, it is the only one that is open", async () => {
  const fake = world();
  const chat = askerIn((who) => ({ key: "19:chat@thread.v2", userId: userIdOf(who), personal: false }));
  await ask(fake, "incident prod-1 because dns is gone", chat);
  await ask(fake, "ack", chat);
  const [one] = await fake.services.store.incidentsIn("19:chat@thread.v2", 5);
  expect(one).toMatchObject({ owner: { person: alex } });
  await ask(fake, "incident prod-2 because dns is gone", chat);
  await ask(fake, "close", chat);
  expect(said(fake)).toMatch(/Open here: .*prod-2 \(I-/);
});

describe("what is open here", () => {
  const listed = (fake: FakeServices) => {
    const answer = fake.said.at(-1)?.answer;
    if (answer?.kind !== "incidents") throw new Error(`no list: ${answer?.kind}`);
    return answer.incidents.map(({ incident }) => [incident.cluster.name, incident.status.state]);
  };

  test("before what is over, and written down", async () => {
    const { fake, below } = await declared();
    await ask(fake, "close", below());
    await ask(fake, "incident prod-2 because dns is gone");
    await ask(fake, "incidents");
    expect(listed(fake)).toEqual([
      ["prod-2", "open"],
      ["prod-1", "resolved"],
    ]);
    expect(fake.memory.audit.at(-1)).toMatchObject({
      action: "incident.list",
      detail: { place: channel, shown: 2 },
    });
  });

  test("only of clusters that the policy shows", async () => {
    const policy = policyOf(allow("a", "oncall"), allow("b", "leads").replace('["*"]', '["prod-2"]'));
    const { fake } = await declared({
      policy,
      memberships: { [alex.objectId]: memberOf("oncall"), [megan.objectId]: memberOf("leads") },
    });
    await ask(fake, "incident prod-2 because dns is gone");
    await ask(fake, "incidents", inThread(megan));
    expect(listed(fake)).toEqual([["prod-2", "open"]]);
    await ask(fake, "who owns prod-1", inThread(megan));
    expect(said(fake)).toContain("There is no incident of prod-1 here that you may see.");
  });

  test("those of before: counted, and the newest with what ended them", async () => {
    const { fake, incident } = await declared();
    await ask(fake, "close prod-1 because the link is back");
    await ask(fake, "incident prod-2 sev 1 because dns is gone");
    await ask(fake, "past incidents prod-1");
    expect(fake.said.at(-1)?.answer).toMatchObject({
      ...{ kind: "incidents", of: "prod-1" },
      incidents: [{ incident: { id: incident.id, status: { by: alex, because: "the link is back" } } }],
      past: { month: false, count: 1, bySeverity: [{ severity: "Sev2", count: 1 }] },
    });
    await ask(fake, "how many incidents did we have this month");
    expect(fake.said.at(-1)?.answer).toMatchObject({
      of: null,
      past: {
        ...{ month: true, count: 2 },
        bySeverity: [
          { severity: "Sev1", count: 1 },
          { severity: "Sev2", count: 1 },
        ],
      },
    });
    expect(trail(fake).filter((entry) => entry.startsWith("incident.past"))).toHaveLength(2);
  });

  test("whose it is", async () => {
    const { fake, below } = await declared();
    await ask(fake, "ack", below(megan));
    await ask(fake, "who is on prod-1", besides());
    expect(fake.said.at(-1)?.answer).toMatchObject({
      kind: "incidents",
      of: "prod-1",
      incidents: [{ incident: { owner: { person: megan } } }],
    });
    await ask(fake, "who is on it", below());
    expect(listed(fake)).toEqual([["prod-1", "acknowledged"]]);
  });
});
