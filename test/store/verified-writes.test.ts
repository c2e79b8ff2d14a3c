// A write whose answer was lost: the caller hears whether it was done, nothing is done twice, and who is told of an
// error is not answered as well.

import type { Pending, Question } from "../../src/app/ports/outbox.ts";
import type { Store } from "../../src/app/ports/store.ts";
import type { Run } from "../../src/core/run/run.ts";
import type { CommitCheck } from "../../src/store/kit/commit-check.ts";
import { verifiedWrites } from "../../src/store/verified-writes.ts";
import { createMemoryStore } from "../fakes/memory-store.ts";
import {
  at,
  auditEntry,
  clock,
  conversation,
  eventually,
  message,
  pending,
  question,
  recordingLog,
  run,
  unique,
} from "./samples.ts";

const lost = () => Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
const refused = (code: string) =>
  Object.assign(new Error("The database said no."), { code, severity: "ERROR" });

/** How a call ends: done and answered, done and the answer lost, or not done. */
type Fate = "done" | "done, answer lost" | "not done" | Error | Promise<void>;

/** A store whose calls meet these fates, one after the other; what comes later is done. */
function unsteady(fates: readonly Fate[]) {
  const left = [...fates];
  const { store: inner, audit } = createMemoryStore();
  const disowned: Question[] = [];
  const taken: Pending[] = [];
  let stopped = false;
  const meets = async <T>(write: () => Promise<T>): Promise<T> => {
    const fate = left.shift() ?? "done";
    if (fate instanceof Error) throw fate;
    if (fate === "not done") throw lost();
    if (fate instanceof Promise) await fate;
    const result = await write();
    if (fate === "done, answer lost") throw lost();
    return result;
  };
  const store: Store = {
    ...inner,
    createRun: (created, ...rest) =>
      meets(async () => {
        if (await inner.run(created.id)) throw refused("23505");
        return inner.createRun(created, ...rest);
      }),
    moveRun: (...args) => meets(() => inner.moveRun(...args)),
    stepRun: (...args) => meets(() => inner.stepRun(...args)),
    claimQuestion: (...args) => meets(() => inner.claimQuestion(...args)),
    takePending: (...args) => meets(() => inner.takePending(...args)),
    closeQuestion: (key) => meets(() => inner.closeQuestion(key)),
    tell: (...args) => meets(() => inner.tell(...args)),
    rememberCluster: (...args) => meets(() => inner.rememberCluster(...args)),
    saveConversation: (...args) => meets(() => inner.saveConversation(...args)),
    mode: () => meets(() => inner.mode()),
  };
  const check: CommitCheck = {
    isMine: () => meets(async () => true),
    takenFor: (userId) =>
      meets(async () =>
        taken.filter((one) => one.userId === userId).map((one) => ({ ...one, createdAt: at(9) })),
      ),
    disown: (asked) => meets(async () => void disowned.push(asked)),
    isInState: (id, state) =>
      meets(async () => JSON.stringify((await inner.run(id))?.status) === JSON.stringify(state)),
  };
  const quick = { ...clock, sleep: async () => {} };
  const steady = verifiedWrites(store, check, quick, () => stopped, recordingLog());
  const stop = () => {
    stopped = true;
  };
  return { store: steady, inner, audit, disowned, taken, stop };
}

const outage: Fate[] = ["not done", "not done", "not done"];

describe("a new run", () => {
  test.each<[string, Fate[]]>([
    ["was stored, and only the answer was lost", ["done, answer lost"]],
    ["was not stored when the connection was lost", ["not done"]],
    ["was stored before an outage", ["done, answer lost", ...outage]],
    ["could not be stored during an outage", outage],
    ["met a full disk in the end", ["not done", refused("53100")]],
  ])("%s: it is there once, with its audit entry, and nobody hears of an error", async (_name, fates) => {
    const { store, audit } = unsteady(fates);
    const created = run();
    await store.createRun(created, null, [], auditEntry());
    expect(await store.run(created.id)).toEqual(created);
    expect(audit).toHaveLength(1);
  });

  test("that the database refuses is an error at once", async () => {
    const { store } = unsteady([refused("53100")]);
    await expect(store.createRun(run(), null, [], auditEntry())).rejects.toThrow("said no");
  });

  test("is given up when the process stops", async () => {
    const { store, stop } = unsteady(outage);
    stop();
    await expect(store.createRun(run(), null, [], auditEntry())).rejects.toThrow("ECONNRESET");
  });
});

test.each<[string, (store: Store) => Promise<unknown>]>([
  ["which cluster was spoken of", (store) => store.rememberCluster("chat", { id: "/c", name: "c" })],
])("what is noted of a run that goes on waits for the end of an outage: %s", async (_name, note) => {
  await expect(note(unsteady(outage).store)).resolves.toBeUndefined();
});

test.each<[string, (store: Store) => Promise<unknown>]>([
  ["the mode in force", (store) => store.mode()],
  ["where somebody spoke", (store) => store.saveConversation(conversation())],
])("what may be asked twice survives one lost connection, and no outage: %s", async (_name, ask) => {
  await expect(ask(unsteady(["not done"]).store)).resolves.not.toThrow();
  await expect(ask(unsteady(outage).store)).rejects.toThrow("ECONNRESET");
});

test.each<[string, Fate[], boolean]>([
  ["the answer lost", ["done, answer lost"], true],
  ["after an outage", outage, false],
])("what waited for a sign-in is had, once: %s", async (_name, fates, wasTaken) => {
  const { store, inner, taken } = unsteady(fates);
  const waits = pending();
  await inner.savePending(waits);
  if (wasTaken) taken.push(waits);
  const had = await store.takePending({ userId: waits.userId, reason: "signIn" }, at(-9));
  expect(had).toMatchObject([{ id: waits.id, text: waits.text }]);
});

describe("what a press decides", () => {
  const begins = (by: string) => (found: Run) =>
    found.status.state === "queued"
      ? {
          said: "decided",
          to: { state: "running", startedAt: by } as const,
          messages: [],
          audit: auditEntry(),
        }
      : { said: "decided before", to: null, messages: [], audit: null };

  test.each<[string, Fate[]]>([
    ["was written, and only the answer was lost", ["done, answer lost"]],
    ["was not written when the connection was lost", ["not done"]],
    ["was written before an outage", ["done, answer lost", ...outage]],
  ])("%s: it is decided once, and whoever pressed hears that", async (_name, fates) => {
    const { store, inner, audit } = unsteady(fates);
    const created = run();
    await inner.createRun(created, null, [], auditEntry());
    expect(await store.stepRun(created.id, begins(at(1)))).toBe("decided");
    expect(audit).toHaveLength(2);
  });

  test("by somebody else during the outage: it is not ours", async () => {
    const other = Promise.withResolvers<void>();
    const { store, inner } = unsteady(["not done", other.promise]);
    const created = run();
    await inner.createRun(created, null, [], auditEntry());
    const said = store.stepRun(created.id, begins(at(1)));
    await inner.stepRun(created.id, begins(at(2)));
    other.resolve();
    expect(await said).toBe("decided before");
  });
});

describe("a run is moved", () => {
  const running = { state: "running", startedAt: "2026-11-25T10:00:00.000Z" } as const;
  const other = { state: "running", startedAt: "2026-11-25T10:00:09.000Z" } as const;

  test.each<[string, Fate[]]>([
    ["the answer lost", ["done, answer lost"]],
    ["after an outage", outage],
    ["before an outage", ["done, answer lost", ...outage]],
    ["when there is space again", [refused("53100"), refused("53100")]],
  ])("%s: by this worker, once", async (_name, fates) => {
    const { store, inner, audit } = unsteady(fates);
    const created = run();
    await inner.createRun(created, null, [], auditEntry());
    expect(await store.moveRun(created.id, ["queued"], running, [], auditEntry())).toBe(true);
    expect((await store.run(created.id))?.status).toEqual(running);
    expect(audit).toHaveLength(2);
  });

  test("by another worker during the outage: not by this one", async () => {
    const { store, inner } = unsteady(["not done"]);
    const created = run();
    await inner.createRun(created, null, [], auditEntry());
    await inner.moveRun(created.id, ["queued"], other, [], auditEntry());
    expect(await store.moveRun(created.id, ["queued"], running, [], auditEntry())).toBe(false);
  });

  test("a move that a bug asks for is an error at once", async () => {
    const { store } = unsteady([new TypeError("a bug")]);
    await expect(store.moveRun(unique("R"), ["queued"], running, [], null)).rejects.toThrow("a bug");
  });
});

describe("a question", () => {
  test("whose claim was taken, and the answer lost, is answered", async () => {
    const { store, disowned } = unsteady(["done, answer lost"]);
    expect(await store.claimQuestion(question())).toBe(true);
    expect(disowned).toEqual([]);
  });

  test("whose asker is told of an error is closed as soon as the database answers", async () => {
    const { store, disowned } = unsteady(outage);
    const asked = question();
    await expect(store.claimQuestion(asked)).rejects.toThrow("ECONNRESET");
    await eventually(() => disowned.length > 0);
    expect(disowned).toEqual([asked]);
  });

  test.each<[string, Fate[]]>([
    ["the answer of the database lost, then away for a while", ["done, answer lost", ...outage]],
    ["nobody knows whether it was taken, which it was not", ["not done", ...outage]],
  ])("claimed with its answer, %s: nobody is told of an error, and it is answered", async (_name, fates) => {
    const { store, inner, disowned } = unsteady(fates);
    const [asked, answer] = [question(), message()];
    expect(await store.claimQuestion(asked, answer)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await inner.claimQuestion(asked, answer)).toBe(false);
    expect(disowned).toEqual([]);
  });

  test("claimed with its answer, which the database refused or never heard of: its requester is told", async () => {
    const notHeard = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    for (const error of [refused("53100"), notHeard]) {
      const { store, disowned } = unsteady([error, error]);
      const asked = question();
      await expect(store.claimQuestion(asked, message())).rejects.toThrow();
      await eventually(() => disowned.length > 0);
      expect(disowned).toEqual([asked]);
    }
  });

  test("delivered again while its requester is being told of an error: not answered", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { store, inner } = unsteady([refused("53100"), held]);
    const asked = question();
    await expect(store.claimQuestion(asked)).rejects.toThrow();
    expect(await store.claimQuestion(asked)).toBe(false);
    release();
    await held;
    expect(await inner.claimQuestion(asked)).toBe(true);
  });

  test("is closed after an outage", async () => {
    const { store, inner } = unsteady(outage);
    const asked = question();
    await inner.claimQuestion(asked);
    await expect(store.closeQuestion(asked.key)).resolves.toBeUndefined();
  });
});
