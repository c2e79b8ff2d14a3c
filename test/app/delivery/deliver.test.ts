// One message of the outbox: whatever fails around the call to Teams, what becomes of it is known, and nothing throws.
import { deliver } from "../../../src/app/delivery/deliver.ts";
import { auditEntry } from "../../../src/app/identity/authorize.ts";
import type { Services } from "../../../src/app/ports/services.ts";
import type { Delivery } from "../../../src/core/delivery/message.ts";
import { alex, threadOf } from "../../fakes/people.ts";
import { incidentAnswers } from "../../fixtures/incident-answers.ts";
import { start } from "../setup.ts";

const message = (fields: Partial<Delivery> = {}): Delivery => ({
  ...{ key: "M-1", to: threadOf(alex), content: { show: "answer", answer: { kind: "signedOut" } } },
  ...{ after: null, final: true, messageId: null, version: 1, broken: 0, refused: 1, barred: 1, unsure: 0 },
  ...{ short: false, elsewhere: false, notice: false, createdAt: "2026-11-25T03:00:00.000Z" },
  ...fields,
});
const lost = { status: "unknown" } as const;
const boom = async (): Promise<never> => {
  throw new Error("The database does not answer.");
};

test.each<[string, Partial<Delivery>, (services: Services) => Services]>([
  [
    "the run that it shows cannot be read",
    { content: { show: "run", runId: "R-1" } },
    (services) => ({ ...services, store: { ...services.store, run: boom } }),
  ],
  [
    "the personal chat that it is to go to cannot be found",
    {},
    (services) => ({ ...services, messenger: { ...services.messenger, personalChat: boom } }),
  ],
])("%s: tried again later", async (_name, fields, broken) => {
  const fake = start({ teamsDown: "closed" });
  const { next } = await deliver(broken(fake.services), message(fields));
  expect(next).toMatchObject({ step: "again", messageId: null });
  expect(fake.said).toEqual([]);
});

test("what it would show is gone, for example with a person who was forgotten: done, and nothing is sent", async () => {
  const fake = start();
  const { next } = await deliver(fake.services, message({ content: { show: "run", runId: "R-gone" } }));
  expect([next.step, fake.said]).toEqual(["done", []]);
});

test("the run went with its person before its end was shown: its card does not go on for ever", async () => {
  const fake = start();
  const card = { show: "answer", answer: { kind: "signedOut" }, elsewhere: false } as const;
  const posted = await fake.services.messenger.post(threadOf(alex), card, false);
  if (posted.status !== "shown") throw new Error("not posted");
  const { messageId } = posted;
  const gone = message({ content: { show: "run", runId: "R-gone" }, messageId });
  const { next } = await deliver(fake.services, gone);
  expect([next.step, fake.said.map(({ answer }) => answer)]).toEqual([
    "done",
    [{ kind: "noted", text: expect.stringContaining("removed") }],
  ]);
});

describe("the week of a channel as a card", () => {
  const { week } = incidentAnswers;
  if (week === undefined) throw new Error("no week");
  const channel = { ...threadOf(alex), key: "19:incidents@thread.tacv2" };
  const isSent = { content: { show: "answer", answer: week, ofChannel: true } } as const;
  const old = { createdAt: "2026-11-23T03:00:00.000Z" };
  test.each<[string, Partial<Delivery>, "closed" | "posts", boolean]>([
    ["that the channel refuses for good, to the last, ends it", { ...isSent, barred: 19 }, "closed", false],
    ["is tried for some minutes first", { ...isSent, barred: 18 }, "closed", true],
    ["that it still refuses after a day ends it", { ...isSent, ...old, barred: 1 }, "closed", false],
    ["that Teams could not take for a day comes the next week", { ...isSent, ...old }, "posts", true],
    ["that somebody asked for ends nothing", { barred: 19 }, "closed", true],
  ])("%s", async (_name, fields, teamsDown, goesOn) => {
    const fake = start({ teamsDown });
    const entry = auditEntry(fake.services.clock, alex, { action: "watch.weekly", outcome: "allowed" });
    await fake.services.store.setWeekly(channel, "2026-11-23T09:00:00.000Z", entry);
    await deliver(
      fake.services,
      message({ to: channel, content: { show: "answer", answer: week }, ...fields }),
    );
    expect(await fake.services.store.hasWeekly(channel.key)).toBe(goesOn);
    expect(fake.memory.audit.filter(({ action }) => action === "watch.end")).toMatchObject(
      goesOn ? [] : [{ actor: "system", detail: { place: channel.key, weekly: true } }],
    );
  });
});

test("two posts that may stand there, in whichever way they ended: the person is told so, and no third is made", async () => {
  const fake = start();
  const { next, personal } = await deliver(fake.services, message({ refused: 0, broken: 2, unsure: 2 }));
  expect([next, personal?.personal]).toEqual([{ step: "elsewhere", code: "unknown", notice: true }, true]);
  expect(fake.said).toEqual([]);
});

test("the answer of the second post is lost and the personal chat not to be had now: no third post later", async () => {
  const fake = start({ teamsDown: "posts" });
  const messenger = { ...fake.services.messenger, personalChat: boom, post: async () => lost };
  const again = { step: "again", unsure: 2, messageId: null };
  const { next } = await deliver(
    { ...fake.services, messenger: { ...messenger, answers: async () => true } },
    message({ unsure: 1 }),
  );
  expect(next).toMatchObject(again);
});

test("after a day nobody is told any more, unless Teams takes it now", async () => {
  const old = message({ createdAt: "2026-11-23T03:00:00.000Z" });
  expect((await deliver(start({ teamsDown: "posts" }).services, old)).next).toEqual({
    step: "giveUp",
    code: "tooOld",
  });
  expect((await deliver(start().services, old)).next.step).toBe("done");
});

test.each<[string, Partial<Delivery>, string]>([
  ["two posts may stand there: no third, and the personal chat is told", { unsure: 2 }, "elsewhere"],
  ["more may, of processes that were killed in them", { unsure: 5 }, "elsewhere"],
  ["three notices may: no fourth", { unsure: 3, notice: true }, "giveUp"],
])("%s", async (_name, fields, step) => {
  const fake = start();
  const { next } = await deliver(fake.services, message(fields));
  expect([next.step, fake.said]).toEqual([step, []]);
});

test("one post may stand there: its end is posted once more", async () => {
  const fake = start();
  expect((await deliver(fake.services, message({ unsure: 1 }))).next.step).toBe("done");
});

test("one post may stand there: what is not the end waits, however often it grows, and its end is shown", async () => {
  const fake = start();
  let unsure = 1;
  for (let version = 2; version < 5; version++) {
    const { next } = await deliver(fake.services, message({ unsure, version, final: false }));
    if (next.step !== "rest") throw new Error(next.step);
    unsure = next.unsure;
  }
  expect(fake.said).toEqual([]);
  expect((await deliver(fake.services, message({ unsure }))).next.step).toBe("done");
});
