// Who stands for a channel that follows a cluster, and which of its incidents are given out to be diagnosed as them.
import type { Store } from "../../src/app/ports/store.ts";
import { incidentKey } from "../../src/core/delivery/message.ts";
import type { Volunteer } from "../../src/core/incident/watch.ts";
import { backends, openedFor } from "./backends.ts";
import {
  actOn,
  auditEntry,
  candidate,
  card,
  clock,
  conversation,
  declared,
  fixTask,
  place,
  received,
  run,
  unique,
  watch,
} from "./samples.ts";

const now = (minutes = 0): string => new Date(clock.now().getTime() + minutes * 60_000).toISOString();
const personOf = (name: string) => ({ objectId: unique(name), tenantId: "tenant", displayName: name });
const standing = (name = "Alex Wilber", minutes = 60): Volunteer => {
  const requester = personOf(name);
  return { requester, userId: `29:${requester.objectId}`, since: now(), until: now(minutes) };
};

describe.each(backends)("%s", (_name, create) => {
  let store: Store;
  openedFor(create, (opened) => {
    store = opened;
  });

  async function followed() {
    const one = watch(place());
    await store.addWatch(one, auditEntry());
    return one;
  }
  type Followed = Awaited<ReturnType<typeof followed>>;
  const stands = (where: Followed, one = standing(), action = "watch.volunteer") =>
    store.setVolunteer(where, one, auditEntry({ action }));
  const ends = (where: Followed, { requester }: Volunteer, action = "watch.release") =>
    store.endVolunteer(where, requester, auditEntry({ action }));
  const who = async ({ conversation: { key } }: Followed, at = now()) =>
    [...(await store.volunteersIn(key, at)).values()].map(({ requester }) => requester.objectId);
  const actions = async () => new Set((await store.auditEvents(1_000)).map(({ action }) => action));

  /** An alert fires there, and the card that shows it is posted unless `isShown` says otherwise. */
  async function fires({ cluster, conversation: to }: Followed, isShown = true) {
    const one = candidate({ cluster, conversation: to });
    await received(store, { key: unique("alert"), condition: "fired" }, [one]);
    if (isShown) await posted(one.id);
    return one.id;
  }
  const posted = (id: string) => store.adoptMessage(incidentKey(id), unique("m"));
  const given = async (at = now()) =>
    (await store.takeUndiagnosed(at, false)).map(({ incident }) => incident);
  /** Given out, and begun. */
  const due = async (at?: string) => {
    const all = await given(at);
    for (const id of all) await store.settle(id, "diagnosis");
    return all;
  };
  const ended = (id: string) => actOn(store, id, { act: "resolve", because: null }, personOf("Megan Bowen"));
  const openAgain = (id: string) => actOn(store, id, { act: "reopen" }, personOf("Megan Bowen"));

  test("nobody stands for a channel that does not follow the cluster, and nothing is written", async () => {
    const [where, action] = [watch({ conversation: conversation() }), unique("not")];
    expect(await stands(where, standing(), action)).toBeNull();
    expect(await who(where)).toEqual([]);
    expect(await actions()).not.toContain(action);
  });

  test("whoever says it last stands for it, until their time is over", async () => {
    const [where, first, last, action] = [
      await followed(),
      standing(),
      standing("Megan Bowen"),
      unique("set"),
    ];
    expect(await stands(where, first)).toEqual({ before: null });
    expect(await stands(where, last, action)).toEqual({ before: first });
    expect(await who(where)).toEqual([last.requester.objectId]);
    expect(await who(where, last.until)).toEqual([]);
    expect(await actions()).toContain(action);
  });

  test("only whoever stands for it ends it, once", async () => {
    const [where, one, action] = [await followed(), standing(), unique("not")];
    await stands(where, one);
    expect(await ends(where, standing(), action)).toBe(false);
    expect(await who(where)).toHaveLength(1);
    expect(await ends(where, one)).toBe(true);
    expect(await who(where)).toEqual([]);
    expect(await ends(where, one, action)).toBe(false);
    expect(await actions()).not.toContain(action);
  });

  test("it ends with the watch, and does not come back with the next one", async () => {
    const where = await followed();
    await stands(where);
    await store.removeWatch(where, auditEntry());
    await store.addWatch(where, auditEntry());
    expect(await who(where)).toEqual([]);
  });

  test("it ends where they are forgotten", async () => {
    const [where, one] = [await followed(), standing()];
    await stands(where, one);
    await store.forget({ ...one.requester, userId: one.userId }, () => auditEntry());
    expect(await who(where)).toEqual([]);
    await fires(where);
    expect(await due()).toEqual([]);
  });

  describe("an incident that nobody stands for is given out, where that is asked for,", () => {
    // What other tests left open is nobody's either.
    beforeAll(async () => {
      while ((await store.takeUndiagnosed(now(), true)).length > 0);
    });
    const taken = async (at = now(), unattended = true) =>
      (await store.takeUndiagnosed(at, unattended)).map(({ incident, volunteer }) => [
        incident,
        volunteer?.requester.displayName ?? null,
      ]);
    const asked = (incident: string, createdAt = now()) =>
      store.createRun(run({ incident, createdAt }), null, [], auditEntry());

    test("once, for nobody; not where it is not asked for", async () => {
      const id = await fires(await followed());
      expect(await taken(now(), false)).toEqual([]);
      expect(await taken()).toEqual([[id, null]]);
      expect(await taken()).toEqual([]);
    });

    test("and once more to whoever comes to stand for it, and no more for nobody when they have gone", async () => {
      const [where, one] = [await followed(), standing()];
      const id = await fires(where);
      await taken();
      await stands(where, one);
      expect(await taken()).toEqual([[id, "Alex Wilber"]]);
      await ends(where, one);
      expect(await taken()).toEqual([]);
    });

    test("not where somebody has asked for a diagnosis since it opened", async () => {
      await asked(await fires(await followed()));
      expect(await taken()).toEqual([]);
    });

    test("also where the time of whoever stood for it is over, and not in a channel that follows no more", async () => {
      const [where, ended] = [await followed(), await followed()];
      await stands(where, standing("Alex Wilber", -1));
      const id = await fires(where);
      await fires(ended);
      await store.removeWatch(ended, auditEntry());
      expect(await taken()).toEqual([[id, null]]);
    });
  });

  describe("an incident is given out", () => {
    test("once, with whoever stands for it", async () => {
      const [where, one] = [await followed(), standing()];
      await stands(where, one);
      const id = await fires(where);
      expect(await store.takeUndiagnosed(now(), false)).toEqual([{ incident: id, volunteer: one }]);
      await store.settle(id, "diagnosis");
      expect(await due()).toEqual([]);
    });

    test("to one of several who ask at once", async () => {
      const where = await followed();
      await stands(where);
      const id = await fires(where);
      const taken = await Promise.all([due(), due(), due()]);
      expect(taken.flat()).toEqual([id]);
    });

    test("again after a minute, where nobody says that it came to an end", async () => {
      const where = await followed();
      await stands(where);
      const id = await fires(where);
      expect(await given()).toEqual([id]);
      const later = (seconds: number) => now(seconds / 60);
      expect(await given(later(50))).toEqual([]);
      expect(await given(later(70))).toEqual([id]);
      await store.settle(id, "call");
      expect(await due(later(140))).toEqual([id]);
      expect(await given(later(210))).toEqual([]);
    });

    test("again where it was opened again; of one that flaps once in ten minutes", async () => {
      const where = await followed();
      await stands(where);
      const id = await fires(where);
      const given: string[] = [];
      for (let minute = 0; minute < 30; minute += 1) {
        given.push(...(await due(now(minute))));
        await ended(id);
        await openAgain(id);
      }
      expect(given).toEqual([id, id, id]);
    });

    test("when somebody begins to stand for it afterwards", async () => {
      const where = await followed();
      const id = await fires(where);
      expect(await due()).toEqual([]);
      await stands(where);
      expect(await due()).toEqual([id]);
    });

    test.each([false, true])(
      "once its mute is over; one that somebody declares at once (for nobody: %s)",
      async (unattended) => {
        // What other tests left open does not come before these.
        for (let left = 1; left > 0; ) {
          const all = await store.takeUndiagnosed(now(), true);
          for (const { incident } of all) await store.settle(incident, "diagnosis");
          left = all.length;
        }
        const [where, other] = [await followed(), await followed()];
        if (!unattended) for (const each of [where, other]) await stands(each);
        const mute = { of: "person" as const, by: personOf("Megan Bowen"), until: now(30), because: null };
        for (const each of [where, other]) await store.setMute(each, mute, now(), auditEntry());
        const fired = await fires(where);
        const byHand = declared({ cluster: other.cluster, conversation: other.conversation });
        await store.declareIncident(byHand, card(byHand), auditEntry());
        await posted(byHand.id);
        const taken = async (at: string) =>
          (await store.takeUndiagnosed(at, unattended))
            .map(({ incident }) => incident)
            .filter((id) => id === fired || id === byHand.id);
        expect(await taken(now())).toEqual([byHand.id]);
        await store.settle(byHand.id, "diagnosis");
        expect(await taken(now(29))).toEqual([]);
        expect(await taken(now(31))).toEqual([fired]);
      },
    );

    test("when its card stands there, and not before", async () => {
      const where = await followed();
      await stands(where);
      const id = await fires(where, false);
      expect(await due()).toEqual([]);
      await posted(id);
      expect(await due()).toEqual([id]);
    });

    const one = standing();
    test.each<[string, (where: Followed, id: string) => Promise<string | undefined>]>([
      ["once the time is over", async () => now(61)],
      ["in another channel", async (where) => void (await store.removeWatch(where, auditEntry()))],
      ["once they ended it", async (where) => void (await ends(where, one))],
      ["once it is over", async (_where, id) => void (await ended(id))],
    ])("to nobody %s", async (_case, change) => {
      const where = await followed();
      const other = watch({ cluster: where.cluster, conversation: conversation() });
      await store.addWatch(other, auditEntry());
      await stands(where, one);
      const id = await fires(where);
      expect(await due(await change(where, id))).not.toContain(id);
    });
  });
});

/** What the queue and the rows of a database do. */
describe.each(backends.filter(([name]) => name !== "memory"))("in %s", (_name, create) => {
  let store: Store;
  openedFor(create, (opened) => {
    store = opened;
  });

  test("runs for incidents and one's own questions do not wait for each other", async () => {
    const { requester } = run();
    const forIncident = () => run({ requester, task: { kind: "diagnose", client: {}, forIncident: "I-1" } });
    const made = [forIncident(), forIncident(), run({ requester }), run({ requester })];
    for (const one of [...made, forIncident(), run({ requester })])
      await store.createRun(one, null, [], auditEntry());
    const runs = await store.runsOf(requester, 10);
    for (const { id } of made) expect(runs.find((one) => one.id === id)?.status).toEqual({ state: "queued" });
    expect(runs.filter(({ status }) => "ahead" in status && status.ahead === 2)).toHaveLength(2);
  });

  test("a run of the read-only identity is kept as no person's, and may be nothing but a diagnosis", async () => {
    const { requester: person, task, ...rest } = run();
    const reader = { ...person, isReader: true } as const;
    const kept = { ...rest, requester: reader, task, incident: unique("I") };
    await store.createRun(kept, null, [], auditEntry());
    expect((await store.run(kept.id))?.requester).toEqual(reader);
    const other = { ...kept, id: unique("R"), task: fixTask(kept.id) };
    await store.createRun(other, null, [], auditEntry());
    await expect(store.run(other.id)).rejects.toThrow("The read-only identity has no such run");
  });
});
