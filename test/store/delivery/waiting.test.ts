// What says that a question goes on, on both databases: until it is answered, and never over its answer.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { type Message, runKey } from "../../../src/core/delivery/message.ts";
import type { OpenedStore } from "../../../src/store/open-store.ts";
import { newFolder } from "../new-folder.ts";
import { type Databases, databases } from "../postgres-server.ts";
import { auditEntry, message, opened, question, run } from "../samples.ts";

let server: Databases;
beforeAll(async () => {
  server = await databases();
});
afterAll(() => server.stop());

const done = { next: { step: "done", messageId: "m1" }, personal: null } as const;
const rest = { next: { step: "rest", messageId: "m1", unsure: 0 }, personal: null } as const;

const goesOn = (asked: string): Message =>
  message({
    key: runKey(`R-${randomUUID()}`),
    content: {
      ...{ show: "waiting", card: "R-1", question: asked, asked: "diagnose prod-1" },
      ...{ step: "clusters", seconds: 1 },
    },
    final: false,
  });

describe.each([
  ["PGlite", async () => ({ dataDir: await newFolder() })],
  ["PostgreSQL", async () => ({ databaseUrl: await server.newDatabase() })],
] as const)("%s", (_name, place) => {
  let where: Awaited<ReturnType<typeof place>>;
  let product: OpenedStore;
  beforeAll(async () => {
    where = await place();
    product = await opened(where);
  });
  afterAll(() => product.close());

  /** All that is due now, each as shown under `m1`. */
  const taken = async () => {
    const all = await product.store.takeMessages(10);
    for (const each of all) await product.store.settleMessage(each, rest);
    return all;
  };

  test("the answer takes its place, in the message that stands there", async () => {
    const asked = question();
    await product.store.claimQuestion(asked);
    const card = goesOn(asked.key);
    expect(await product.store.tellMeanwhile(asked.key, card)).toBe(true);
    expect(await taken()).toMatchObject([{ key: card.key, messageId: null, final: false }]);
    const answer = message({ key: card.key, to: card.to });
    expect(await product.store.tell(asked.key, [answer])).toBe(true);
    expect(await taken()).toMatchObject([{ ...answer, messageId: "m1" }]);
  });

  test("a run's card takes its place", async () => {
    const asked = question();
    await product.store.claimQuestion(asked);
    const card = goesOn(asked.key);
    await product.store.tellMeanwhile(asked.key, card);
    await taken();
    const created = run();
    const runs = { ...card, content: { show: "run", runId: created.id } } as const;
    expect(await product.store.createRun(created, asked.key, [runs], auditEntry())).toBe("created");
    expect(await taken()).toMatchObject([{ key: card.key, content: runs.content, messageId: "m1" }]);
  });

  test("where its answer stands is kept, for whoever asked; of the answer nothing", async () => {
    const asked = question();
    await product.store.claimQuestion(asked);
    const card = goesOn(asked.key);
    const seen = (messageId: string, userId = card.to.userId) =>
      product.store.adoptMessage(card.key, messageId, userId);
    await product.store.tellMeanwhile(asked.key, card);
    await product.store.tell(asked.key, [message({ key: card.key, to: card.to })]);
    const [answer] = await product.store.takeMessages(10);
    if (answer) await product.store.settleMessage(answer, done);
    expect([await seen("m1"), await seen("m2"), await seen("m1", "29:another")]).toEqual([
      "known",
      "stray",
      "none",
    ]);
    expect(await taken()).toEqual([]);
  });

  test.each([
    ["answered", async (key: string) => void (await product.store.tell(key, [message()]))],
    ["closed", (key: string) => product.store.closeQuestion(key)],
    ["never claimed", null],
  ])("%s: it says nothing", async (_how, end) => {
    const asked = question();
    if (end !== null) {
      await product.store.claimQuestion(asked);
      await end(asked.key);
    }
    await taken();
    expect(await product.store.tellMeanwhile(asked.key, goesOn(asked.key))).toBe(false);
    expect(await taken()).toEqual([]);
  });

  test("written in the same moment as the answer: the answer stands", async () => {
    for (let round = 0; round < 20; round += 1) {
      const asked = question();
      await product.store.claimQuestion(asked);
      const card = goesOn(asked.key);
      const answer = message({ key: card.key, to: card.to });
      const [, told] = await Promise.all([
        product.store.tellMeanwhile(asked.key, card),
        product.store.tell(asked.key, [answer]),
        product.store.tellMeanwhile(asked.key, card),
      ]);
      expect(told).toBe(true);
      expect((await taken()).map(({ key, content }) => [key, content.show])).toEqual([[card.key, "answer"]]);
    }
  });

  test("its process is gone: what is told then takes its place", async () => {
    const asked = question();
    await product.store.claimQuestion(asked);
    const card = goesOn(asked.key);
    await product.store.tellMeanwhile(asked.key, card);
    await taken();
    await product.close();
    product = await opened(where);
    const told = message({ to: card.to });
    expect(await product.store.takeOverQuestions(() => told)).toBe(1);
    expect(await taken()).toMatchObject([{ ...told, key: card.key, messageId: "m1" }]);
  });
});

describe("an answer that is being written", () => {
  let product: OpenedStore;
  let other: pg.Client;
  beforeAll(async () => {
    const databaseUrl = await server.newDatabase();
    product = await opened({ databaseUrl });
    other = new pg.Client({ connectionString: databaseUrl });
    await other.connect();
  });
  afterAll(async () => {
    await other.end();
    await product.close();
  });

  /** Resolves once so many statements wait for another's lock. */
  const held = async (count: number) => {
    const waiting = `
      select from pg_locks where not granted and pid in (
        select pid from pg_locks join pg_database on database = pg_database.oid where datname = current_database()
      )`;
    while (((await other.query(waiting)).rowCount ?? 0) < count) await new Promise(setImmediate);
  };

  test("what says that its question goes on waits for it, and says nothing; of what was shown only the place is kept", async () => {
    const { store } = product;
    const asked = question();
    await store.claimQuestion(asked);
    const card = goesOn(asked.key);
    await store.tellMeanwhile(asked.key, card);
    await other.query("begin");
    await other.query("select from outbox where key = $1 for update", [card.key]);
    const answer = message({ key: card.key, to: card.to });
    const answered = store.tell(asked.key, [answer]);
    await held(1);
    const said = store.tellMeanwhile(asked.key, card);
    await held(2);
    await other.query("commit");
    expect(await Promise.all([answered, said])).toEqual([true, false]);
    const taken = await store.takeMessages(10);
    expect(taken).toMatchObject([answer]);

    for (const each of taken) await store.settleMessage(each, done);
    const { rows } = await other.query(
      "select message_id, content #>> '{answer,text,is}' as kept from outbox",
    );
    expect(rows).toEqual([{ message_id: "m1", kept: "answeredBeside" }]);
  });
});
