// The outbox on both databases: written with its cause, taken by one, at Teams' pace, and known again after a crash.
import pg from "pg";
import type { Delivered } from "../../../src/app/ports/outbox.ts";
import type { Content, Delivery } from "../../../src/core/delivery/message.ts";
import { botPace } from "../../../src/store/delivery/bot-pace.ts";
import { deliverMessages } from "../../../src/store/delivery/delivery-loop.ts";
import type { OpenedStore } from "../../../src/store/open-store.ts";
import { newFolder } from "../new-folder.ts";
import { type Databases, databases, query } from "../postgres-server.ts";
import {
  at,
  auditEntry,
  clock,
  conversation,
  eventually,
  fixTask,
  handlers,
  message,
  opened,
  question,
  recordingLog,
  run,
  unique,
} from "../samples.ts";

let server: Databases;
beforeAll(async () => {
  server = await databases();
});
afterAll(() => server.stop());

const answeredAgain = {
  next: { step: "again", afterMilliseconds: 0, messageId: null, unsure: 0, short: false, barred: 0 },
  personal: null,
} as const;
const done = { next: { step: "done", messageId: "m1" }, personal: null } as const;
const rest = { next: { step: "rest", messageId: "m1", unsure: 0 }, personal: null } as const;

describe.each([
  ["PGlite", async () => ({ dataDir: await newFolder() })],
  ["PostgreSQL", async () => ({ databaseUrl: await server.newDatabase() })],
] as const)("%s", (_name, place) => {
  let product: OpenedStore;
  let store: OpenedStore["store"];
  beforeAll(async () => {
    product = await opened(await place());
    store = product.store;
  });
  afterAll(() => product.close());
  const keys = (taken: readonly Delivery[]) => taken.map(({ key }) => key);

  test("a question is answered once: who comes second writes nothing", async () => {
    const asked = question();
    const [first, second] = [message(), message()];
    await store.claimQuestion(asked);
    expect(await store.tell(asked.key, [first])).toBe(true);
    expect(await store.tell(asked.key, [second])).toBe(false);
    expect(await store.createRun(run(), asked.key, [second], auditEntry())).toBe("notOurs");
    expect(keys(await store.takeMessages(10))).toEqual([first.key]);
  });

  test("a run and its card are written together, or neither is", async () => {
    const created = run();
    const card = message({ final: false });
    await store.createRun(created, null, [card], auditEntry());
    await expect(store.createRun(created, null, [message()], auditEntry())).rejects.toThrow();
    const taken = await store.takeMessages(10);
    expect(keys(taken)).toEqual([card.key]);
    for (const one of taken) await store.settleMessage(one, done);
  });

  test("is known to be taken once it stands in its place, and as long as its run is kept", async () => {
    const asked = run();
    const emergency = { show: "emergency", runId: asked.id, rule: "urgent" } as const;
    const [here, moved] = [message({ content: emergency }), message({ content: emergency })];
    await store.createRun(asked, null, [here, moved], auditEntry());
    const isTaken = () => Promise.all([here, moved].map(({ key }) => store.isTaken([key, unique("other")])));
    expect(await isTaken()).toEqual([false, false]);
    const elsewhere = { next: { step: "elsewhere", code: "403", notice: false }, personal: null } as const;
    for (const delivery of await store.takeMessages(10))
      await store.settleMessage(delivery, delivery.key === here.key ? done : elsewhere);
    for (const delivery of await store.takeMessages(10)) await store.settleMessage(delivery, done);
    // In its person's own chat nobody else reads it.
    expect(await isTaken()).toEqual([true, false]);
  });

  test("taken by one, until it is settled; then it is gone", async () => {
    const one = message();
    await store.tell(null, [one]);
    const [taken] = await store.takeMessages(10);
    expect(taken).toMatchObject({ ...one, version: 1, broken: 0, refused: 0, unsure: 0, short: false });
    expect(await store.takeMessages(10)).toEqual([]);
    if (taken) await store.settleMessage(taken, answeredAgain);
    const [anew] = await store.takeMessages(10);
    expect(anew).toMatchObject({ key: one.key, refused: 1 });
    if (anew) await store.settleMessage(anew, done);
    expect(await store.takeMessages(10)).toEqual([]);
  });

  test("a newer version that comes while the older one is shown is shown next, in the same message", async () => {
    const card = message({ final: false });
    await store.tell(null, [card]);
    const [first] = await store.takeMessages(10);
    await store.tell(null, [{ ...card, final: true }]);
    expect(await store.takeMessages(10)).toEqual([]);
    if (first) await store.settleMessage(first, rest);
    const [second] = await store.takeMessages(10);
    expect(second).toMatchObject({ key: card.key, version: 2, final: true, messageId: "m1" });
    if (second) await store.settleMessage(second, done);
  });

  test("a newer version is tried whole, although the older one was taken as a short card only", async () => {
    const card = message({ final: false });
    await store.tell(null, [card]);
    const asShort = { next: { ...answeredAgain.next, short: true }, personal: null } as const;
    const [whole] = await store.takeMessages(10);
    if (whole) await store.settleMessage(whole, asShort);
    const [short] = await store.takeMessages(10);
    expect(short).toMatchObject({ key: card.key, short: true });
    await store.tell(null, [{ ...card, final: true }]);
    if (short) await store.settleMessage(short, asShort);
    const [newer] = await store.takeMessages(10);
    expect(newer).toMatchObject({ key: card.key, version: 2, short: false });
    if (newer) await store.settleMessage(newer, done);
  });

  test("in one place in the order of writing, one at a time; another place does not wait", async () => {
    const to = conversation();
    const [first, second, elsewhere] = [message({ to }), message({ to }), message()];
    await store.tell(null, [first, second, elsewhere]);
    const taken = await store.takeMessages(10);
    expect(keys(taken).sort()).toEqual([first.key, elsewhere.key].sort());
    for (const one of taken) await store.settleMessage(one, done);
    expect(keys(await store.takeMessages(10))).toEqual([second.key]);
  });

  test("one person's flood in a channel: the answer of a colleague, and an alert, do not wait behind all of it", async () => {
    const channel = unique("19:channel");
    const by = (userId: string) => conversation({ key: `${channel};messageid=${unique("m")}`, userId });
    const flood = Array.from({ length: 60 }, () => message({ to: by("29:one") }));
    await store.tell(null, flood);
    const answer = message({ to: by("29:colleague") });
    const next = message({ to: by("29:colleague") });
    const alert = message({ to: by("29:one"), content: { show: "incident", incidentId: unique("I") } });
    await store.tell(null, [answer, next]);
    await store.tell(null, [alert]);
    const order: string[] = [];
    await eventually(async () => {
      for (const one of await store.takeMessages(10)) {
        if (one.to.key.startsWith(channel)) order.push(one.key);
        await store.settleMessage(one, done);
      }
      return order.length >= 5;
    }, 20);
    // An alert has no other of its own before it; a second answer waits as long as the first one takes.
    expect(order.slice(0, 3).toSorted()).toEqual([answer.key, next.key, alert.key].toSorted());
    expect(order.indexOf(answer.key)).toBeLessThan(order.indexOf(next.key));
    expect(order.slice(3, 5)).toEqual([flood[0]?.key, flood[1]?.key]);
  });

  test("threads of one channel share its pace: four at once, and never eight within a second", async () => {
    const channel = unique("19:channel");
    const thread = (root: number) => message({ to: conversation({ key: `${channel};messageid=${root}` }) });
    await store.tell(null, [1, 2, 3, 4, 5, 6, 7, 8].map(thread));
    const began = performance.now();
    let shown = 0;
    const look = async () => {
      for (const one of (await store.takeMessages(10)).filter(({ to }) => to.key.startsWith(channel))) {
        shown += 1;
        await store.settleMessage(one, done);
      }
    };
    for (let looks = 0; looks < 4; looks += 1) await look();
    // At once; a busy machine looks so slowly that the next four may go meanwhile.
    expect(shown).toBeGreaterThanOrEqual(4);
    await eventually(async () => {
      await look();
      return shown === 8;
    });
    expect(performance.now() - began).toBeGreaterThan(1_000);
  });

  test("what stands below another waits for it, and goes with it when that goes elsewhere", async () => {
    const card = message();
    const mention = message({ after: card.key });
    await store.tell(null, [card, mention]);
    const [taken] = await store.takeMessages(10);
    expect(taken?.key).toBe(card.key);
    const personal = conversation({ personal: true });
    if (taken)
      await store.settleMessage(taken, { next: { step: "elsewhere", code: "403", notice: false }, personal });
    const anew = await store.takeMessages(10);
    expect(anew).toMatchObject([{ key: card.key, to: personal, elsewhere: true, messageId: null }]);
    for (const one of anew) await store.settleMessage(one, done);
    expect(await store.takeMessages(10)).toEqual([]);
  });

  describe("what asks for an approval", () => {
    const asking = () => {
      const created = run();
      const card = message({ key: `run|${created.id}`, content: { show: "run", runId: created.id } });
      const content = { show: "approval", runId: created.id, groups: ["leads"], people: [] } as const;
      return { created, card, ask: message({ to: card.to, after: card.key, content }) };
    };
    async function showAll(of: OpenedStore["store"], count: number, messageId = "m1") {
      for (let shown = 0; shown < count; shown += 1)
        for (const one of await of.takeMessages(10))
          await of.settleMessage(one, { next: { step: "done", messageId }, personal: null });
    }

    test("is one message across restarts: after its asking, and after the decision", async () => {
      const where = await place();
      const { created, ask } = asking();
      const asks = await opened(where);
      await asks.store.createRun(created, null, [ask], auditEntry());
      await showAll(asks.store, 1);
      await asks.close();
      const decides = await opened(where);
      expect(await decides.store.takeMessages(10)).toEqual([]);
      await decides.store.tell(null, [ask]);
      await decides.close();
      const edits = await opened(where);
      const taken = await edits.store.takeMessages(10);
      expect(taken).toMatchObject([{ key: ask.key, version: 2, messageId: "m1" }]);
      for (const one of taken) await edits.store.settleMessage(one, done);
      expect(await edits.store.takeMessages(10)).toEqual([]);
      await edits.close();
    });

    test("decided while it is being posted: that very message is edited next", async () => {
      const { created, ask } = asking();
      await store.createRun(created, null, [ask], auditEntry());
      const [posted] = await store.takeMessages(10);
      await store.tell(null, [ask]);
      if (posted) await store.settleMessage(posted, done);
      expect(await store.takeMessages(10)).toMatchObject([{ key: ask.key, version: 2, messageId: "m1" }]);
    });

    test("goes on to be known where it stands, although the card above it goes elsewhere", async () => {
      const { created, card, ask } = asking();
      await store.createRun(created, null, [card, ask], auditEntry());
      await showAll(store, 2, "m2");
      await store.tell(null, [card]);
      const [edit] = await store.takeMessages(10);
      const next = { step: "elsewhere", code: "403", notice: false } as const;
      if (edit) await store.settleMessage(edit, { next, personal: conversation({ personal: true }) });
      await showAll(store, 1);
      await store.tell(null, [ask]);
      expect(await store.takeMessages(10)).toMatchObject([{ key: ask.key, messageId: "m2" }]);
    });
  });
});

test("whom an approval was asked of is not kept once they were asked", async () => {
  const databaseUrl = await server.newDatabase();
  const { store, close } = await opened({ databaseUrl });
  const created = run();
  const people = [{ userId: "29:megan", name: "Megan Bowen" }];
  const content = { show: "approval", runId: created.id, groups: ["leads"], people } as const;
  await store.createRun(created, null, [message({ content })], auditEntry());
  const [taken] = await store.takeMessages(10);
  expect(taken?.content).toEqual(content);
  if (taken) await store.settleMessage(taken, done);
  expect(await query(databaseUrl, "select content from outbox")).toEqual([
    { content: { ...content, people: [] } },
  ]);
  await close();
});

test("left behind by a process that is gone: found again, and known as perhaps posted", async () => {
  const databaseUrl = await server.newDatabase();
  const [leaving, staying] = [await opened({ databaseUrl }), await opened({ databaseUrl })];
  const [posted, edited] = [message(), message({ messageId: "m7" })];
  await leaving.store.tell(null, [posted, edited]);
  expect(await leaving.store.takeMessages(10)).toHaveLength(2);
  await staying.store.giveBackMessages([]);
  expect(await staying.store.takeMessages(10)).toEqual([]);
  await leaving.close();
  await staying.store.giveBackMessages([]);
  const found = await staying.store.takeMessages(10);
  expect(found.map(({ key, unsure, broken }) => [key, unsure, broken]).sort()).toEqual(
    [
      [posted.key, 1, 1],
      [edited.key, 0, 1],
    ].sort(),
  );
  await staying.close();
});

test.each<[string, (runId: string) => Content]>([
  ["a card", (runId) => ({ show: "run", runId })],
  ["what asks for an approval", (runId) => ({ show: "approval", runId, groups: ["leads"], people: [] })],
])("forgotten: %s that got its end leaves no trace, and is kept while it waits for it", async (_what, of) => {
  const databaseUrl = await server.newDatabase();
  const { store, close } = await opened({ databaseUrl });
  const created = run();
  const { userId } = created.conversation;
  const card = message({
    ...{ key: `run|${created.id}`, to: created.conversation, messageId: "m1" },
    content: of(created.id),
  });
  const left = () => query(databaseUrl, "select state from outbox");
  const forget = () =>
    store.forget({ ...created.requester, userId }, (detail) => ({ ...auditEntry(), detail }));
  await store.createRun(created, null, [card], auditEntry());
  const failure = { code: "x", happened: { is: "restarted" }, done: "nothingSent" } as const;
  const end = { state: "failed", finishedAt: created.createdAt, failure } as const;
  await store.moveRun(created.id, ["queued"], end, [], null);
  await forget();
  expect(await left()).toEqual([{ state: "waiting" }]);
  const [taken] = await store.takeMessages(10);
  if (taken) await store.settleMessage(taken, done);
  expect(await left()).toEqual([]);

  const other = run({ requester: created.requester, conversation: created.conversation });
  const shown = { ...card, key: `run|${other.id}`, content: of(other.id) };
  await store.createRun(other, null, [shown], auditEntry());
  const [again] = await store.takeMessages(10);
  if (again) await store.settleMessage(again, done);
  await store.moveRun(other.id, ["queued"], end, [], null);
  expect(await left()).toEqual([{ state: "resting" }]);
  await forget();
  expect(await left()).toEqual([]);
  await close();
});

test("two processes never take the same message", async () => {
  const databaseUrl = await server.newDatabase();
  const [one, other] = [await opened({ databaseUrl }), await opened({ databaseUrl })];
  const messages = Array.from({ length: 60 }, () => message());
  await one.store.tell(null, messages);
  const taken = await Promise.all(
    Array.from({ length: 12 }, (_, index) => (index % 2 ? one : other).store.takeMessages(10)),
  );
  const keys = taken.flat().map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  await Promise.all([one.close(), other.close()]);
});

test("the loop shows what is written, again after a refusal, and is done", async () => {
  const databaseUrl = await server.newDatabase();
  const product = await opened({ databaseUrl });
  const calls: string[] = [];
  await product.jobs.start(
    handlers({
      deliver: async ({ key }) => {
        calls.push(key);
        return calls.length === 1 ? answeredAgain : done;
      },
    }),
  );
  const one = message();
  await product.store.tell(null, [one]);
  await eventually(async () => (await query(databaseUrl, "select key from outbox")).length === 0);
  expect(calls).toEqual([one.key, one.key]);
  await product.close();
});

test("taken, and the answer of the database lost: shown all the same, as never begun", async () => {
  const product = await opened({ databaseUrl: await server.newDatabase() });
  const one = message();
  await product.store.tell(null, [one]);
  await product.store.takeMessages(10);
  const seen: Delivery[] = [];
  await product.jobs.start(
    handlers({
      deliver: async (delivery) => {
        seen.push(delivery);
        return done;
      },
    }),
  );
  await eventually(async () => seen.length > 0);
  expect(seen).toMatchObject([{ key: one.key, unsure: 0, broken: 0 }]);
  await product.close();
}, 30_000);

test("written down, and the answer lost: not written again over the showing that follows", async () => {
  const delivery: Delivery = {
    ...{ ...message(), version: 1, broken: 0, refused: 0, barred: 0, unsure: 0, short: false },
    ...{ elsewhere: false, notice: false, createdAt: at(0) },
  };
  const due = [delivery];
  const written: string[] = [];
  const outbox = {
    takeMessages: async () => due.splice(0).map((one) => ({ ...one })),
    giveBackMessages: async () => {},
    settleMessage: async (_: Delivery, { next }: Delivered) => {
      written.push(next.step);
      if (written.length > 1) return;
      due.push(delivery);
      throw new Error("Connection terminated unexpectedly");
    },
  };
  const outcomes: Delivered[] = [answeredAgain, done];
  const deliverOnce = async (): Promise<Delivered> => {
    const outcome = outcomes.shift() ?? done;
    if (outcome === done) await clock.sleep(1_500);
    return outcome;
  };
  const loop = deliverMessages(outbox, deliverOnce, botPace(30), recordingLog());
  await eventually(() => written.includes("done"));
  expect(written).toEqual(["again", "done"]);
  await loop.stop();
});

test("fair shares: two of a person's at once, and a colleague's first comes before their third", async () => {
  const databaseUrl = await server.newDatabase();
  const product = await opened({ databaseUrl });
  const [busy, colleague] = ["busy", "colleague"].map((objectId) => ({
    objectId,
    tenantId: "t",
    displayName: objectId,
  }));
  if (!busy || !colleague) throw new Error("two people");
  const command = { kind: "command", request: {}, clusterAdmin: false } as never;
  const many = Array.from({ length: 6 }, () => run({ requester: busy, task: command }));
  for (const one of many) await product.store.createRun(one, null, [], auditEntry());
  const other = run({ requester: colleague, task: command });
  await product.store.createRun(other, null, [], auditEntry());
  expect((await product.store.run(many[5]?.id ?? ""))?.status).toEqual({ state: "queued", ahead: 5 });
  expect((await product.store.run(other.id))?.status).toEqual({ state: "queued" });
  const begun: string[] = [];
  let most = 0;
  let busyNow = 0;
  await product.jobs.start(
    handlers({
      execute: async (id) => {
        begun.push(id);
        const theirs = many.some((one) => one.id === id);
        if (theirs) most = Math.max(most, ++busyNow);
        await clock.sleep(50);
        if (theirs) busyNow -= 1;
        const finishedAt = new Date().toISOString();
        await product.store.moveRun(id, ["queued"], { state: "running", startedAt: finishedAt }, [], null);
        await product.store.moveRun(
          id,
          ["running"],
          { state: "succeeded", finishedAt, result: null, diagnosis: null },
          [],
          null,
        );
      },
    }),
  );
  await eventually(() => begun.length === 7);
  expect(most).toBe(2);
  expect(begun.indexOf(other.id)).toBeLessThan(3);
  await product.close();
});

test("two fixes that Azure is at for an hour hold up no diagnosis of the same person; whichever was first comes first", async () => {
  const product = await opened({ databaseUrl: await server.newDatabase() });
  const { requester } = run();
  const fixes = Array.from({ length: 6 }, () => run({ requester, task: fixTask(unique("R")) }));
  const diagnosis = run({ requester });
  for (const each of [...fixes, diagnosis]) {
    await product.store.createRun(each, null, [], auditEntry());
    await clock.sleep(2);
  }
  expect((await product.store.run(diagnosis.id))?.status).toEqual({ state: "queued" });
  const begun: string[] = [];
  const over = Promise.withResolvers<void>();
  await product.jobs.start(
    handlers({
      execute: async (id) => {
        begun.push(id);
        if (id !== diagnosis.id) await over.promise;
      },
    }),
  );
  await eventually(() => begun.length > 2);
  expect(new Set(begun)).toEqual(new Set([fixes[0]?.id, fixes[1]?.id, diagnosis.id]));
  over.resolve();
  await product.close();
});

test("what waits for its requester's sign-in is ahead of nothing", async () => {
  const product = await opened({ databaseUrl: await server.newDatabase() });
  const { requester } = run();
  const command = { kind: "command", request: {}, clusterAdmin: false } as never;
  const status = { state: "approved", waitsFor: "signIn" } as never;
  for (let count = 0; count < 2; count += 1)
    await product.store.createRun(run({ requester, task: command, status }), null, [], auditEntry());
  const next = run({ requester, task: command });
  await product.store.createRun(next, null, [], auditEntry());
  expect((await product.store.run(next.id))?.status).toEqual({ state: "queued" });
  await product.close();
});

test("the clock of the database was set back by hours: no place is mute for it", async () => {
  const databaseUrl = await server.newDatabase();
  const { store, close } = await opened({ databaseUrl });
  const to = conversation();
  const [before, after] = [message({ to }), message({ to })];
  await store.tell(null, [before]);
  for (const one of await store.takeMessages(10)) await store.settleMessage(one, done);
  await query(
    databaseUrl,
    "update paces set quick = quick + interval '2 hours', slow = slow + interval '2 hours'",
  );
  await store.tell(null, [after]);
  await query(
    databaseUrl,
    "update outbox set next_at = next_at + interval '2 hours', created_at = created_at + interval '2 hours'",
  );
  expect((await store.takeMessages(10)).map(({ key }) => key)).toEqual([after.key]);
  await close();
});

test("stopped while messages are being taken: what is begun is written down before the stop ends", async () => {
  const delivery: Delivery = {
    ...{ ...message(), version: 1, broken: 0, refused: 0, barred: 0, unsure: 0, short: false },
    ...{ elsewhere: false, notice: false, createdAt: at(0) },
  };
  const due = [delivery];
  const steps: string[] = [];
  const outbox = {
    takeMessages: async () => {
      await clock.sleep(100);
      return due.splice(0);
    },
    giveBackMessages: async () => {},
    settleMessage: async () => void steps.push("written down"),
  };
  const deliverSlowly = async (): Promise<Delivered> => {
    await clock.sleep(100);
    return done;
  };
  const loop = deliverMessages(outbox, deliverSlowly, botPace(30), recordingLog());
  await clock.sleep(30);
  await loop.stop();
  expect(steps).toEqual(["written down"]);
});

test("a row that is locked holds up no other that is written down in the same moment", async () => {
  const databaseUrl = await server.newDatabase();
  const { store, close } = await opened({ databaseUrl });
  const [held, free] = [message(), message()];
  await store.tell(null, [held, free]);
  const taken = await store.takeMessages(10);
  const lock = new pg.Client(databaseUrl);
  await lock.connect();
  await lock.query("begin");
  await lock.query("select key from outbox where key = $1 for update", [held.key]);
  const settled: string[] = [];
  const all = Promise.allSettled(
    taken.map((one) => store.settleMessage(one, done).then(() => settled.push(one.key))),
  );
  await eventually(() => settled.includes(free.key));
  expect(settled).toEqual([free.key]);
  await lock.query("rollback");
  await lock.end();
  await all;
  await close();
}, 30_000);
