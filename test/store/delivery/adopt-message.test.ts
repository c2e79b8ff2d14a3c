// Which message of Teams' is the card of a run: known from the post, or from somebody who sees it.
import { runKey } from "../../../src/core/delivery/message.ts";
import type { OpenedStore } from "../../../src/store/open-store.ts";
import { newFolder } from "../new-folder.ts";
import { type Databases, databases } from "../postgres-server.ts";
import { auditEntry, message, opened, run } from "../samples.ts";

let server: Databases;
beforeAll(async () => {
  server = await databases();
});
afterAll(() => server.stop());

const done = { next: { step: "done", messageId: "m1" }, personal: null } as const;
const rest = { next: { step: "rest", messageId: "m1", unsure: 0 }, personal: null } as const;
const unsure = { next: { step: "rest", messageId: null, unsure: 1 }, personal: null } as const;
const again = {
  next: { step: "again", messageId: null, unsure: 1, afterMilliseconds: 0, short: false, barred: 0 },
  personal: null,
} as const;

function runWithCard({ final }: { final: boolean }) {
  const created = run();
  const content = { show: "run", runId: created.id } as const;
  return { created, card: { ...message({ final }), key: `run|${created.id}`, content } };
}

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

  async function beingPosted({ final }: { final: boolean }) {
    const { created, card } = runWithCard({ final });
    await store.createRun(created, null, [card], auditEntry());
    const [delivery] = await store.takeMessages(10);
    if (!delivery) throw new Error("Nothing to post.");
    return { runId: created.id, card, delivery };
  }

  /** The end of the run comes, and is taken to be shown. */
  async function end(card: ReturnType<typeof runWithCard>["card"]) {
    await store.tell(null, [{ ...card, final: true }]);
    const [taken] = await store.takeMessages(10);
    if (taken) await store.settleMessage(taken, done);
    return taken;
  }

  test("where it stands is kept after its end: that one is known, another one is a stray", async () => {
    const { runId, delivery } = await beingPosted({ final: true });
    await store.settleMessage(delivery, done);
    expect(await store.adoptMessage(runKey(runId), "m1")).toBe("known");
    expect(await store.adoptMessage(runKey(runId), "m9")).toBe("stray");
    expect(await store.adoptMessage(runKey("R-unknown"), "m1")).toBe("none");
  });

  test("nobody knows where it stands: it is the first one that is seen", async () => {
    const { runId, card, delivery } = await beingPosted({ final: false });
    await store.settleMessage(delivery, unsure);
    expect(await store.adoptMessage(runKey(runId), "m3")).toBe("adopted");
    expect(await end(card)).toMatchObject({ key: card.key, messageId: "m3", unsure: 0 });
  });

  test.each([
    ["without an answer, and its end is to come: the one that was seen is edited", unsure, "m5"],
    ["without an answer, and it is tried again: the one that was seen is edited", again, "m5"],
    ["with an answer: the one that was posted is edited", rest, "m1"],
  ])("seen while it is being posted, %s", async (_what, delivered, edited) => {
    const { runId, card, delivery } = await beingPosted({ final: false });
    expect(await store.adoptMessage(runKey(runId), "m5")).toBe("adopted");
    await store.settleMessage(delivery, delivered);
    expect(await end(card)).toMatchObject({ key: card.key, messageId: edited });
  });

  test("gone when it is edited: it is posted anew, whatever is seen meanwhile", async () => {
    const { runId, card, delivery } = await beingPosted({ final: false });
    await store.settleMessage(delivery, rest);
    await store.tell(null, [{ ...card, final: true }]);
    const [edit] = await store.takeMessages(10);
    expect(edit).toMatchObject({ key: card.key, messageId: "m1" });
    expect(await store.adoptMessage(runKey(runId), "m9")).toBe("known");
    if (edit) await store.settleMessage(edit, again);
    const [anew] = await store.takeMessages(10);
    expect(anew).toMatchObject({ key: card.key, messageId: null });
    if (anew) await store.settleMessage(anew, done);
  });
});

test("killed in a post that somebody sees: that message is edited, and nothing is posted beside it", async () => {
  const databaseUrl = await server.newDatabase();
  const [leaving, staying] = [await opened({ databaseUrl }), await opened({ databaseUrl })];
  const { created, card } = runWithCard({ final: false });
  await leaving.store.createRun(created, null, [card], auditEntry());
  expect(await leaving.store.takeMessages(10)).toHaveLength(1);
  expect(await staying.store.adoptMessage(runKey(created.id), "m2")).toBe("adopted");
  await leaving.close();
  await staying.store.giveBackMessages([]);
  expect(await staying.store.takeMessages(10)).toMatchObject([{ key: card.key, messageId: "m2", unsure: 0 }]);
  await staying.close();
});
