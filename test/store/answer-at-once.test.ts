// An answer that is written and taken in one statement, on PostgreSQL: as ordered, as paced and as safe as any other.
import type { Delivery } from "../../src/core/outbox/message.ts";
import type { OpenedStore } from "../../src/store/open-store.ts";
import { truthOfClaims } from "../../src/store/questions.ts";
import { connectServer } from "../../src/store/server.ts";
import { type Databases, databases, query } from "./postgres-server.ts";
import {
  clock,
  conversation,
  eventually,
  handlers,
  message,
  opened,
  question,
  recordingLog,
} from "./samples.ts";

let server: Databases;
let databaseUrl: string;
let product: OpenedStore;
const shown: Delivery[] = [];
/** What is shown waits until it is let go. */
let gate: Promise<void> = Promise.resolve();

const done = { next: { step: "done", messageId: "m1" }, personal: null } as const;

beforeAll(async () => {
  server = await databases();
  databaseUrl = await server.newDatabase();
  product = await opened({ databaseUrl });
  await product.jobs.start(
    handlers({
      deliver: async (delivery) => {
        shown.push(delivery);
        await gate;
        return done;
      },
    }),
  );
});
afterAll(async () => {
  await product.close();
  await server.stop();
});

const rows = () => query(databaseUrl, "select key, state, begun, owner is not null as taken from outbox");
const keys = () => shown.map(({ key }) => key);
const nothingLeft = () => eventually(async () => (await rows()).length === 0);
function closeGate(): () => void {
  let open = () => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  return open;
}

test("claimed with its answer: taken with the claim, shown once, and gone", async () => {
  const open = closeGate();
  const answer = message();
  expect(await product.store.claimQuestion(question(), answer)).toBe(true);
  expect(await rows()).toEqual([{ key: answer.key, state: "sending", begun: 1, taken: true }]);
  expect(shown.at(-1)).toMatchObject({ ...answer, version: 1, broken: 0, unsure: 0 });
  open();
  await nothingLeft();
  expect(keys()).toEqual([answer.key]);
});

test("delivered twice by Teams: claimed once, answered once", async () => {
  const asked = question();
  const [first, second] = [message(), message()];
  const claims = await Promise.all([
    product.store.claimQuestion(asked, first),
    product.store.claimQuestion(asked, second),
  ]);
  expect(claims.sort()).toEqual([false, true]);
  await nothingLeft();
  expect(keys().filter((key) => key === first.key || key === second.key)).toHaveLength(1);
});

test("what is answered at its claim is closed: nobody answers it again, or takes it over", async () => {
  const asked = question();
  await product.store.claimQuestion(asked, message());
  expect(await product.store.tell(asked.key, [message()])).toBe(false);
  const [{ open } = {}] = await query(
    databaseUrl,
    `select closed_at is null as open from questions where key = '${asked.key}'`,
  );
  expect(open).toBe(false);
  await nothingLeft();
});

test("told to a question that was claimed before: taken as it is written", async () => {
  const open = closeGate();
  const asked = question();
  const answer = message();
  await product.store.claimQuestion(asked);
  expect(await product.store.tell(asked.key, [answer])).toBe(true);
  expect(await rows()).toEqual([{ key: answer.key, state: "sending", begun: 1, taken: true }]);
  open();
  await nothingLeft();
});

test("in one place, what comes while another is shown waits for its end", async () => {
  const open = closeGate();
  const to = conversation();
  const [first, second] = [message({ to }), message({ to })];
  await product.store.claimQuestion(question(), first);
  await product.store.claimQuestion(question(), second);
  expect((await rows()).map(({ key, state }) => [key, state]).sort()).toEqual(
    [
      [first.key, "sending"],
      [second.key, "waiting"],
    ].sort(),
  );
  open();
  await nothingLeft();
  expect(keys().slice(-2)).toEqual([first.key, second.key]);
});

test("the pace of a place holds for it: four at once, then it waits", async () => {
  const to = conversation();
  const began = performance.now();
  for (let count = 0; count < 6; count += 1) {
    await product.store.claimQuestion(question(), message({ to }));
    await nothingLeft();
  }
  // The fifth and the sixth have to wait, for about half a second each.
  expect(performance.now() - began).toBeGreaterThan(700);
}, 30_000);

test("where nobody shows anything yet, it waits like any other", async () => {
  const place = await server.newDatabase();
  const quiet = await opened({ databaseUrl: place });
  const answer = message();
  await quiet.store.claimQuestion(question(), answer);
  expect(await query(place, "select state, begun from outbox")).toEqual([{ state: "waiting", begun: 0 }]);
  await quiet.close();
});

test("taken, and the answer of the database lost: left alone while it may still come, then given back unbegun", async () => {
  const place = await server.newDatabase();
  const quiet = await opened({ databaseUrl: place });
  await quiet.store.claimQuestion(question(), message());
  await query(place, "update outbox set state = 'sending', begun = 1, owner = (select owner from questions)");
  await quiet.store.giveBackMessages([]);
  expect(await query(place, "select state from outbox")).toEqual([{ state: "sending" }]);
  await query(place, "update outbox set next_at = now() - interval '11 seconds'");
  await quiet.store.giveBackMessages([]);
  expect(await query(place, "select state, begun, unsure from outbox")).toEqual([
    { state: "waiting", begun: 0, unsure: 0 },
  ]);
  await quiet.close();
});

test("claimed, and its asker told of an error since the answer of the database was lost: nothing is shown", async () => {
  const place = await server.newDatabase();
  const quiet = await opened({ databaseUrl: place });
  const { db, close } = connectServer(place, recordingLog(), () => {});
  const [asked, answer] = [question(), message()];
  await quiet.store.claimQuestion(asked, answer);
  await truthOfClaims(db, clock, "p").disown(asked, answer);
  expect(await query(place, "select key from outbox")).toEqual([]);
  expect(await query(place, "select key from questions where closed_at is null")).toEqual([]);
  await close();
  await quiet.close();
});
