// What every Store and Jobs must do: the same table for memory (the fake of other tests), PGlite and PostgreSQL.

import type { TakenAlert } from "../../src/app/ports/incidents.ts";
import type { SaidPlace, Store } from "../../src/app/ports/store.ts";
import type { AlertFacts, AlertSeverity } from "../../src/core/alert/alert.ts";
import { parseChange } from "../../src/core/command/change/parse-change.ts";
import type { KeptDigest } from "../../src/core/diagnosis/since/kept.ts";
import type { ArmWrite } from "../../src/core/fix/write/arm-write.ts";
import type { Proposed } from "../../src/core/run/proposed.ts";
import type { PersonsRun, Run, RunState, RunStateName, RunTask } from "../../src/core/run/run.ts";
import { azureAlert } from "../fixtures/alerts.ts";
import { type Backend, backends, type Opened } from "./backends.ts";
import {
  at,
  auditEntry,
  candidate,
  clock,
  conversation,
  eventually,
  fixTask,
  handlers,
  message,
  minutesPass,
  pending,
  question,
  received,
  run,
  unique,
  watch,
} from "./samples.ts";

const tenantId = "tenant";
const named = { displayName: "Somebody Else" };
const somebody = () => ({ objectId: unique("oid"), tenantId });
const failure = { code: "x", happened: { is: "restarted" }, done: "nothingSent" } as const;
const proposed: Proposed = {
  proposal: { hash: "0".repeat(64), objects: [], preview: "none", seenAt: at(1) },
  approval: { by: "requester", minutes: 30 },
  expiresAt: at(3),
  approvals: [],
};
const statuses: Record<RunStateName, RunState> = {
  queued: { state: "queued" },
  running: { state: "running", startedAt: at(1), operationId: "op-1" },
  succeeded: { state: "succeeded", finishedAt: at(2), result: null, diagnosis: null },
  failed: { state: "failed", finishedAt: at(2), failure },
  denied: { state: "denied", finishedAt: at(2), failure },
  timedOut: { state: "timedOut", finishedAt: at(2), failure },
  lost: { state: "lost", finishedAt: at(2), failure },
  pendingApproval: { state: "pendingApproval", ...proposed },
  approved: { state: "approved", ...proposed },
  applying: { state: "applying", startedAt: at(1), nonce: "n", operationId: "op-2", ...proposed },
  rejected: {
    state: "rejected",
    finishedAt: at(2),
    by: { objectId: "oid-1", tenantId: "tenant", displayName: "Megan Bowen" },
    word: null,
    ...proposed,
  },
  withdrawn: { state: "withdrawn", finishedAt: at(2), ...proposed },
  expired: { state: "expired", finishedAt: at(2), ...proposed },
};

describe.each(backends)("%s", (_name, create) => {
  let backend: Backend;
  let current: Opened;
  let store: Store;
  const reopen = async () => {
    await current.close();
    current = await backend.open();
    store = current.store;
  };
  const actions = async () => (await store.auditEvents(1_000)).map((event) => event.action);

  beforeAll(async () => {
    backend = await create();
    current = await backend.open();
    store = current.store;
  });
  afterAll(async () => {
    await current.close();
    await backend.remove();
  });

  test("is ready", async () => {
    expect(await store.problem()).toBeNull();
  });

  describe("questions", () => {
    test("are claimed once", async () => {
      const asked = question();
      expect(await store.claimQuestion(asked)).toBe(true);
      expect(await store.claimQuestion(asked)).toBe(false);
      await store.closeQuestion(asked.key);
      expect(await store.claimQuestion(asked)).toBe(false);
    });

    test("of a process that is gone are found once, oldest first; closed ones are not", async () => {
      const [first, second, closed, later] = [at(1), at(2), at(3), at(60)].map((receivedAt) =>
        question({ receivedAt }),
      );
      for (const asked of [second, first, closed, later]) if (asked) await store.claimQuestion(asked);
      await store.closeQuestion(closed?.key ?? "");
      const found: unknown[] = [];
      const takeOver = () =>
        store.takeOverQuestions((asked) => {
          found.push(asked);
          return message();
        });
      expect(await takeOver()).toBe(0);
      await reopen();
      expect(await takeOver()).toBe(3);
      expect(found).toEqual([first, second, later]);
      expect(await takeOver()).toBe(0);
    });
  });

  describe("runs", () => {
    test("come back as they were created", async () => {
      const client = { ip: "20.50.0.9", symptom: "i/o timeout" };
      const created = run({ task: { kind: "diagnose", client }, show: "personal" });
      await store.createRun(created, null, [], auditEntry());
      expect(await store.run(created.id)).toEqual(created);
      expect(await store.run("R-unknown")).toBeNull();
    });

    test("are created once, and a second attempt leaves no trace", async () => {
      const created = run();
      const [first, second] = [auditEntry(), auditEntry()];
      await store.createRun(created, null, [], first);
      await expect(store.createRun(created, null, [], second)).rejects.toThrow();
      expect(await actions()).toContain(first.action);
      expect(await actions()).not.toContain(second.action);
    });

    describe("of a fix", () => {
      const open = ["queued", "running", "pendingApproval", "approved", "applying"];
      const fixOf = (of: string, fields: Partial<PersonsRun> = {}, undoes?: true) =>
        run({ task: { ...fixTask(of), ...(undoes && { undoes }) }, ...fields });
      const create = (created: Run) => store.createRun(created, null, [], auditEntry());

      test("are one at a time: of the second nothing is written, and the first is named", async () => {
        const of = unique("R");
        const [first, second] = [fixOf(of), fixOf(of)];
        const asked = question();
        await store.claimQuestion(asked);
        const entry = auditEntry();
        expect(await store.openFix(fixTask(of))).toBeNull();
        expect(await create(first)).toBe("created");
        expect(await store.createRun(second, asked.key, [message()], entry)).toEqual({ asked: first });
        expect([await store.run(second.id), await store.openFix(fixTask(of))]).toEqual([null, first]);
        expect(await actions()).not.toContain(entry.action);
        // Its question is there to be answered.
        expect(await store.tell(asked.key, [message()])).toBe(true);
      });

      test("that another diagnosis proved as well is the same, whatever the order of its keys", async () => {
        const first = fixOf(unique("R"));
        const { writes } = first.task as ReturnType<typeof fixTask>;
        const turned = writes.map(({ id, type, what }) => ({ what, type, id }));
        expect(await create(first)).toBe("created");
        const again = run({ task: { ...fixTask(unique("R")), writes: turned } });
        expect(await create(again)).toEqual({ asked: first });
      });

      test("is the same in other letters, and in another order of writes and of what a list holds", async () => {
        const what = (...addresses: string[]): ArmWrite["what"] => ({
          do: "change",
          edits: [{ is: "put", path: ["aRecords"], value: addresses }],
        });
        const zone = `/subscriptions/s/resourceGroups/${unique("Rg")}/providers/Microsoft.Network/privateDnsZones/z`;
        const one = (name: string, ...addresses: string[]): ArmWrite => ({
          ...{ id: `${zone}/A/${name}`, type: "Microsoft.Network/privateDnsZones/A" },
          what: what(...addresses),
        });
        const asked = (writes: readonly ArmWrite[]) => run({ task: { ...fixTask(unique("R")), writes } });
        const first = asked([one("a", "10.0.0.4", "10.0.0.5"), one("b", "10.0.0.6")]);
        const turned = [one("b", "10.0.0.6"), one("a", "10.0.0.5", "10.0.0.4")];
        const again = asked(turned.map((each) => ({ ...each, id: each.id.toUpperCase() })));
        expect(await create(first)).toBe("created");
        expect(await create(again)).toEqual({ asked: first });
        expect(await create(asked(turned.slice(1)))).toBe("created");
      });

      test("of another diagnosis, or that takes it back, are others", async () => {
        const of = unique("R");
        const all = [fixOf(of), fixOf(unique("R")), fixOf(of, {}, true)];
        for (const each of all) expect(await create(each)).toBe("created");
        expect(await store.openFix({ ...fixTask(of), undoes: true })).toEqual(all[2]);
      });

      test("what was done of a run is found, the newest of it, and nothing that was not done", async () => {
        const of = unique("R");
        const done = statuses.succeeded;
        await create(fixOf(of, { status: statuses.failed, createdAt: at(-30) }));
        expect(await store.followedBy(of)).toBeNull();
        const first = fixOf(of, { status: done, createdAt: at(-50) });
        const second = fixOf(of, { status: done, createdAt: at(-40) });
        await create(fixOf(unique("R"), { status: done }));
        await create(first);
        await create(second);
        expect(await store.followedBy(of)).toEqual(second);
      });

      test.each(Object.entries(statuses))("after one that is %s", async (state, status) => {
        const of = unique("R");
        const first = fixOf(of, { status });
        await create(first);
        const second = fixOf(of);
        expect(await create(second)).toEqual(open.includes(state) ? { asked: first } : "created");
      });
    });

    test("that wait for an approval, or for what comes behind it, are found oldest first, of one person or of all", async () => {
      const { requester } = run();
      const create = async (state: RunStateName, fields: Partial<PersonsRun>) => {
        const created = run({ status: statuses[state], ...fields });
        await store.createRun(created, null, [], auditEntry());
        return created.id;
      };
      const later = await create("approved", { requester, createdAt: at(-50) });
      const first = await create("pendingApproval", { requester, createdAt: at(-60) });
      const other = await create("pendingApproval", { createdAt: at(-70) });
      for (const state of ["queued", "applying", "succeeded", "rejected"] as const)
        await create(state, { requester, createdAt: at(-80) });
      const found = async (...args: Parameters<Store["undecidedRuns"]>) =>
        (await store.undecidedRuns(...args)).map(({ id }) => id);
      expect(await found(100, requester)).toEqual([first, later]);
      expect(await found(1, requester)).toEqual([first]);
      expect((await found(100)).filter((id) => [first, later, other].includes(id))).toEqual([
        other,
        first,
        later,
      ]);
    });

    test("that others may approve are found where they were asked: emergencies, then the newest first", async () => {
      const place = unique("19:channel");
      const pending: RunState = {
        ...proposed,
        state: "pendingApproval",
        approval: { by: "others", groups: [], count: 1, minutes: 30 },
      };
      const parsed = parseChange("kubectl delete pod api-0 -n shop");
      if (!parsed.ok) throw new Error(parsed.code);
      const emergencyTask: RunTask = {
        ...{ kind: "change", request: parsed.request, clusterAdmin: false },
        ...{ reason: "r", breakGlass: true },
      };
      const create = async (createdAt: string, fields: Partial<PersonsRun> = {}, where = place) => {
        const conversation = { ...run().conversation, key: `${where};messageid=1` };
        const created = run({ status: pending, createdAt, conversation, ...fields });
        await store.createRun(created, null, [], auditEntry());
        return created.id;
      };
      const older = await create(at(1));
      const newer = await create(at(2));
      const emergency = await create(at(0), { task: emergencyTask });
      await create(at(3), {}, unique("19:channel"));
      await create(at(3), { status: statuses.approved });
      await create(at(3), { status: statuses.pendingApproval });
      const found = async (limit: number) => (await store.waitingIn(place, limit)).map(({ id }) => id);
      expect(await found(9)).toEqual([emergency, newer, older]);
      expect(await found(1)).toEqual([emergency]);
    });

    test("of one person are listed newest first", async () => {
      const { requester } = run();
      const runs = [at(1), at(3), at(2)].map((createdAt) => run({ requester, createdAt }));
      for (const one of [...runs, run()]) await store.createRun(one, null, [], auditEntry());
      expect((await store.runsOf(requester, 10)).map((one) => one.createdAt)).toEqual([at(3), at(2), at(1)]);
      expect((await store.runsOf(requester, 2)).map((one) => one.createdAt)).toEqual([at(3), at(2)]);
    });

    test.each<[RunStateName, readonly RunStateName[], RunStateName, boolean]>([
      ["queued", ["queued"], "running", true],
      ["queued", ["queued", "running"], "failed", true],
      ["queued", ["running"], "succeeded", false],
      ["queued", ["queued", "running"], "succeeded", false],
      ["running", ["running"], "running", true],
      ["running", ["queued", "running"], "lost", true],
      ["running", ["queued"], "running", false],
      ["succeeded", ["queued", "running"], "lost", false],
      ["lost", ["running"], "succeeded", false],
      ["running", ["running"], "pendingApproval", true],
      ["pendingApproval", ["pendingApproval"], "approved", true],
      ["approved", ["approved"], "applying", true],
      ["applying", ["approved"], "applying", false],
      ["applying", ["applying"], "lost", true],
      ["withdrawn", ["pendingApproval", "approved"], "approved", false],
    ])("in state %s, moved from %j to %s: %s", async (state, from, to, expected) => {
      const created = run({ status: statuses[state] });
      await store.createRun(created, null, [], auditEntry());
      const entry = auditEntry();
      expect(await store.moveRun(created.id, from, statuses[to], [], entry)).toBe(expected);
      expect((await store.run(created.id))?.status).toEqual(expected ? statuses[to] : statuses[state]);
      expect((await actions()).includes(entry.action)).toBe(expected);
    });

    test("are never moved to where their states do not lead", async () => {
      const created = run();
      await store.createRun(created, null, [], auditEntry());
      await expect(store.moveRun(created.id, ["queued"], statuses.succeeded, [], null)).rejects.toThrow(
        "A run cannot move from queued to succeeded.",
      );
    });

    test("that do not exist are not moved", async () => {
      expect(await store.moveRun("R-unknown", ["queued"], statuses.running, [], null)).toBe(false);
    });
  });

  describe("conversations", () => {
    test("are kept in their newest form; the personal one is found by its user", async () => {
      const chat = conversation({ personal: true });
      await store.saveConversation(chat);
      await store.saveConversation({ ...chat, serviceUrl: "https://smba.example/amer" });
      await store.saveConversation(conversation({ userId: chat.userId }));
      expect(await store.personalConversation(chat.userId)).toEqual({
        ...chat,
        serviceUrl: "https://smba.example/amer",
      });
    });

    test("are unknown where the bot never was", async () => {
      expect(await store.personalConversation(unique("29:user"))).toBeNull();
    });

    test("of a channel, the newest of its threads is found, and of no channel with a longer name", async () => {
      const channel = unique("19:channel");
      for (const key of [`${channel};messageid=1`, `${channel}1;messageid=3`, `${channel};messageid=2`]) {
        await clock.sleep(2);
        await store.saveConversation(conversation({ key }));
      }
      expect((await store.conversationIn(channel))?.key).toBe(`${channel};messageid=2`);
      expect(await store.conversationIn(`${channel}2`)).toBeNull();
    });

    test("welcome once", async () => {
      const key = unique("welcome");
      expect([await store.firstTime(key), await store.firstTime(key)]).toEqual([true, false]);
    });

    test("remember the cluster that was talked about last", async () => {
      const key = unique("conversation");
      expect(await store.lastCluster(key)).toBeNull();
      await store.rememberCluster(key, { id: "/a", name: "a" });
      await store.rememberCluster(key, { id: "/b", name: "b" });
      expect(await store.lastCluster(key)).toEqual({ id: "/b", name: "b" });
    });
  });

  describe("what waits for a person", () => {
    test("is taken by its id, once, by its own user only", async () => {
      const waiting = pending({ reason: "pickCluster", offered: [{ cluster: "/a", as: "word" }] });
      await store.savePending(waiting);
      expect(await store.takePending({ id: waiting.id, userId: "29:other" }, at(0))).toEqual([]);
      expect(await store.takePending({ id: waiting.id, userId: waiting.userId }, at(0))).toEqual([waiting]);
      expect(await store.takePending({ id: waiting.id, userId: waiting.userId }, at(0))).toEqual([]);
    });

    test("a challenge is found by its newest state, once, until it is too old", async () => {
      const requester = { objectId: unique("o"), tenantId, displayName: "Alex" };
      const challenge = { requester, claims: "{}" };
      const waiting = pending({ reason: "challenge", challenge, createdAt: at(10) });
      await store.savePending(waiting);
      const [first, second] = [unique("hash"), unique("hash")];
      expect(await store.beginChallenge(waiting.id, first, at(5))).toEqual(waiting);
      expect(await store.beginChallenge(waiting.id, second, at(5))).toEqual(waiting);
      expect(await store.beginChallenge(waiting.id, first, at(11))).toBeNull();
      expect(await store.takeState(first, at(5))).toBeNull();
      expect(await store.takeState(second, at(11))).toBeNull();
      expect(await store.takeState(second, at(5))).toEqual(waiting);
      expect(await store.takeState(second, at(5))).toBeNull();
      const other = pending();
      await store.savePending(other);
      expect(await store.beginChallenge(other.id, first, at(0))).toBeNull();
    });

    test("a sign-in that answered a challenge is one a person, the newest, until it is dropped", async () => {
      const [user, other] = [unique("29:user"), unique("29:user")];
      expect(await store.keptSignIn(user)).toBeNull();
      await store.keepSignIn(user, "first");
      await store.keepSignIn(user, "second");
      await store.keepSignIn(other, "another's");
      expect(await store.keptSignIn(user)).toBe("second");
      await store.dropSignIn(user);
      expect([await store.keptSignIn(user), await store.keptSignIn(other)]).toEqual([null, "another's"]);
    });

    test("for a sign-in is taken together, oldest first; what is too old is dropped", async () => {
      const userId = unique("29:user");
      const [old, first, second] = [at(1), at(10), at(11)].map((createdAt) => pending({ userId, createdAt }));
      const choice = pending({ userId, reason: "pickCluster", createdAt: at(12) });
      for (const waiting of [second, old, first, choice]) if (waiting) await store.savePending(waiting);
      expect(await store.takePending({ userId, reason: "signIn" }, at(5))).toEqual([first, second]);
      expect(await store.takePending({ userId, reason: "signIn" }, at(0))).toEqual([]);
      expect(await store.takePending({ id: choice.id, userId }, at(5))).toEqual([choice]);
    });
  });

  test("what waited for a sign-in is a question from the moment it is taken: one that is killed then leaves it", async () => {
    const waiting = pending({ createdAt: at(9) });
    await store.savePending(waiting);
    const { userId, conversation: there, text } = waiting;
    const asked = question({ text, conversation: there });
    const match = { userId, reason: "signIn" } as const;
    expect(await store.takePending(match, at(5), () => asked)).toEqual([waiting]);
    await reopen();
    const found: string[] = [];
    await store.takeOverQuestions(({ key }) => {
      found.push(key);
      return message();
    });
    expect(found).toEqual([asked.key]);
  });

  describe("feedback", () => {
    const said = (runId: string, objectId: string, answer: "yes" | "no") =>
      store.saveFeedback(
        { runId, person: { objectId, tenantId }, answer, answeredAt: at(3) },
        auditEntry({ runId }),
      );

    test("is one answer a person and run; a later one replaces the former, and both are on the trail", async () => {
      const created = run();
      await store.createRun(created, null, [], auditEntry());
      expect(await said(created.id, "alex", "yes")).toEqual({ yes: 1, no: 0 });
      expect(await said(created.id, "megan", "yes")).toEqual({ yes: 2, no: 0 });
      expect(await said(created.id, "alex", "no")).toEqual({ yes: 1, no: 1 });
      expect((await store.auditEvents(3)).map(({ runId }) => runId)).toEqual(Array(3).fill(created.id));
    });

    test("on a run that is gone leaves no trace", async () => {
      const before = (await store.auditEvents(1_000)).length;
      expect(await said("R-unknown", "alex", "yes")).toBeNull();
      expect(await store.auditEvents(1_000)).toHaveLength(before);
    });
  });

  describe("asking for a fix", () => {
    const megan = { is: "person", objectId: "megan", userId: "29:megan", name: "Megan Bowen" } as const;
    const diagnosed = async (objectId = "megan") => {
      const ended = { state: "succeeded", finishedAt: at(2), result: null, diagnosis: null } as const;
      const created = run({ status: { ...ended, whoMay: { ...megan, objectId } } });
      await store.createRun(created, null, [], auditEntry());
      return created;
    };
    const ask = (runId: string, objectId = "megan") =>
      store.askForFix({ runId, objectId, askedAt: at(3) }, message(), auditEntry({ runId }));
    const askedAt = async (runId: string) => {
      const status = (await store.run(runId))?.status;
      return status?.state === "succeeded" && status.whoMay?.is === "person" ? status.whoMay.askedAt : null;
    };
    const trail = async (runId: string) =>
      (await store.auditEvents(1_000)).filter((entry) => entry.runId === runId).length;

    test("is done once, whoever asks and however often; and kept over a restart", async () => {
      const { id } = await diagnosed();
      const asked = await Promise.all([ask(id), ask(id), ask(id)]);
      expect(asked.filter((done) => done)).toHaveLength(1);
      await reopen();
      expect(await ask(id)).toBe(false);
      expect(await askedAt(id)).toBe(at(3));
      expect(await trail(id)).toBe(1);
    });

    test("of somebody else, or on a run that is gone, leaves no trace", async () => {
      const { id } = await diagnosed();
      expect([await ask(id, "adele"), await ask("R-unknown")]).toEqual([false, false]);
      expect([await askedAt(id), await trail(id)]).toEqual([undefined, 0]);
    });

    test("names nobody who was forgotten", async () => {
      const objectId = unique("oid");
      const { id } = await diagnosed(objectId);
      const other = await diagnosed();
      await store.forget({ ...named, objectId, tenantId, userId: unique("29:user") }, (detail) => ({
        ...auditEntry(),
        detail,
      }));
      expect(await store.run(id)).toMatchObject({ status: statuses.succeeded });
      expect(JSON.stringify(await store.run(id))).not.toContain("Megan");
      expect(await store.run(other.id)).toEqual(other);
      expect(await ask(id, objectId)).toBe(false);
    });
  });

  describe("the mode", () => {
    const megan = { objectId: "megan", tenantId: "tenant", displayName: "Megan Bowen" };

    test("is full until somebody sets it", async () => {
      expect(await store.mode()).toMatchObject({ mode: "full", setBy: null, reason: null });
    });

    test("is kept with who set it, when and why, and its audit entry", async () => {
      const off = { mode: "off", setBy: megan, since: at(5), reason: "upgrade" } as const;
      const entry = auditEntry();
      await store.setMode(off, entry);
      expect(await store.mode()).toEqual(off);
      expect(await actions()).toContain(entry.action);
      await store.setMode({ ...off, mode: "diagnose", reason: null }, auditEntry());
      await reopen();
      expect(await store.mode()).toEqual({ ...off, mode: "diagnose", reason: null });
      await store.setMode({ ...off, mode: "full", reason: null }, auditEntry());
    });
  });

  describe("forgetting a person", () => {
    test("removes what is theirs and nothing else, and counts it on the trail", async () => {
      const userId = unique("29:user");
      const chat = conversation({ userId, personal: true });
      const { requester } = run();
      const mine = run({ requester, status: statuses.succeeded });
      const goesOn = run({ requester, status: statuses.running });
      const others = run({ status: statuses.succeeded });
      for (const one of [mine, goesOn, others]) await store.createRun(one, null, [], auditEntry());
      const feedback = { answer: "yes", answeredAt: at(3) } as const;
      const { objectId } = requester;
      await store.saveFeedback({ ...feedback, runId: others.id, person: requester }, auditEntry());
      const asked = question({ conversation: chat });
      const goingOn = question({ conversation: chat });
      const waiting = pending({ userId });
      await store.saveConversation(chat);
      await store.claimQuestion(asked);
      await store.closeQuestion(asked.key);
      await store.claimQuestion(goingOn);
      await store.savePending(waiting);
      await store.rememberCluster(chat.key, { id: "/a", name: "a" });
      const besides = conversation({ personal: true });
      await store.saveConversation(besides);
      await store.rememberCluster(besides.key, { id: "/b", name: "b" });
      const followed = watch({ by: requester });
      const theirs = watch({ by: { ...requester, objectId: unique("oid") } });
      for (const one of [followed, theirs]) await store.addWatch(one, auditEntry());

      const entry = auditEntry();
      const counts = { requests: 1, feedback: 1, conversations: 1, questions: 2, watches: 1, running: 1 };
      const forgotten = await store.forget({ ...named, objectId, tenantId, userId }, (detail) => ({
        ...entry,
        detail,
      }));
      expect(forgotten).toEqual(counts);
      expect((await store.auditEvents(1))[0]).toMatchObject({ action: entry.action, detail: counts });

      expect([await store.run(mine.id), await store.personalConversation(userId)]).toEqual([null, null]);
      expect(await store.lastCluster(chat.key)).toBeNull();
      expect(await store.takePending({ id: waiting.id, userId }, at(0))).toEqual([]);
      // The wish itself is a question that is still to be answered.
      expect(await store.tell(goingOn.key, [])).toBe(true);
      expect(await store.claimQuestion(asked)).toBe(true);
      expect((await store.run(goesOn.id))?.status.state).toBe("running");
      expect(await store.run(others.id)).toEqual(others);
      const more = { ...feedback, runId: others.id, person: { objectId: "somebody", tenantId } };
      expect(await store.saveFeedback(more, auditEntry())).toEqual({ yes: 1, no: 0 });
      expect(await store.personalConversation(besides.userId)).toEqual(besides);
      expect(await store.lastCluster(besides.key)).toEqual({ id: "/b", name: "b" });
      const by = ({ conversation: { key } }: ReturnType<typeof watch>) =>
        store.watches().then((all) => all.find(({ conversation }) => conversation.key === key)?.by);
      expect(await by(followed)).toMatchObject({ displayName: "somebody who was forgotten" });
      expect(await by(theirs)).toEqual(theirs.by);
    });

    test("takes their name off the mode that they set, and nobody else's", async () => {
      const megan = { objectId: unique("oid"), tenantId: "tenant", displayName: "Megan Bowen" };
      const off = { mode: "off", setBy: megan, since: at(5), reason: "upgrade" } as const;
      await store.setMode(off, auditEntry());
      const forget = (objectId: string) =>
        store.forget({ ...named, objectId, tenantId, userId: unique("29:user") }, (detail) => ({
          ...auditEntry(),
          detail,
        }));
      await forget(unique("oid"));
      expect(await store.mode()).toEqual(off);
      await forget(megan.objectId);
      const setBy = expect.objectContaining({ displayName: "somebody who was forgotten" });
      expect(await store.mode()).toEqual({ ...off, setBy });
      expect(JSON.stringify(await store.mode())).not.toContain(megan.objectId);
      await store.setMode({ ...off, mode: "full" }, auditEntry());
    });

    test("welcomes them again", async () => {
      const userId = unique("29:user");
      const chat = conversation({ userId, personal: true });
      await store.saveConversation(chat);
      for (const key of [`welcome|${chat.key}`, `exchange|${userId}|1`, `exchange|${userId}0|1`])
        await store.firstTime(key);
      await store.forget({ ...named, objectId: "x", tenantId, userId }, (detail) => ({
        ...auditEntry(),
        detail,
      }));
      expect(await store.firstTime(`welcome|${chat.key}`)).toBe(true);
      expect(await store.firstTime(`exchange|${userId}|1`)).toBe(true);
      expect(await store.firstTime(`exchange|${userId}0|1`)).toBe(false);
    });
  });

  describe("watches", () => {
    const here = async (key: string) =>
      (await store.watches()).filter((watched) => watched.conversation.key === key);

    test("come back as they were made, oldest first", async () => {
      const place = conversation();
      const [first, second] = [at(2), at(1)].map((since) => watch({ conversation: place, since }));
      for (const one of [first, second]) if (one) await store.addWatch(one, auditEntry());
      expect(await here(place.key)).toEqual([second, first]);
    });

    test("are made once for a cluster and a channel, by whatever spelling of its id; the trail has both", async () => {
      const made = watch();
      const again = {
        ...made,
        cluster: { ...made.cluster, id: `${made.cluster.id.toUpperCase()}/` },
        since: at(9),
      };
      const entries = [auditEntry(), auditEntry()] as const;
      expect((await store.addWatch(made, entries[0])).outcome).toBe("added");
      expect((await store.addWatch(again, entries[1])).outcome).toBe("already");
      expect(await here(made.conversation.key)).toEqual([made]);
      expect(await actions()).toEqual(expect.arrayContaining(entries.map(({ action }) => action)));
      expect((await store.addWatch({ ...made, conversation: conversation() }, auditEntry())).outcome).toBe(
        "added",
      );
    });

    test("are made again with another severity, or without one: that alone changes", async () => {
      const made = watch();
      await store.addWatch(made, auditEntry());
      const severe = { ...made, since: at(9), severity: "Sev1" as const };
      expect((await store.addWatch(severe, auditEntry())).outcome).toBe("changed");
      expect(await here(made.conversation.key)).toEqual([{ ...made, severity: "Sev1" }]);
      expect((await store.addWatch(severe, auditEntry())).outcome).toBe("already");
      expect((await store.addWatch({ ...made, severity: null }, auditEntry())).outcome).toBe("changed");
      expect(await here(made.conversation.key)).toEqual([made]);
    });

    test("are changed by what a line names alone, also by two lines at once", async () => {
      const made = watch();
      await store.addWatch(made, auditEntry());
      const quiet = { by: made.by, windows: [{ from: "22:00", to: "07:00", timeZone: "Etc/UTC" }] };
      const [one, other] = await Promise.all([
        store.addWatch({ ...made, since: at(8), severity: "Sev1" }, auditEntry()),
        store.addWatch({ ...made, since: at(9), quiet }, auditEntry()),
      ]);
      expect([one.outcome, other.outcome]).toEqual(["changed", "changed"]);
      const both = { ...made, severity: "Sev1", quiet };
      expect(await here(made.conversation.key)).toEqual([both]);
      // Whoever came last is told of both.
      expect([one.now, other.now]).toContainEqual(both);
    });

    test("are ended once, and only then on the trail", async () => {
      const made = watch();
      await store.addWatch(made, auditEntry());
      const entries = [auditEntry(), auditEntry()] as const;
      expect(await store.removeWatch(made, entries[0])).toBe(true);
      expect(await store.removeWatch(made, entries[1])).toBe(false);
      expect(await here(made.conversation.key)).toEqual([]);
      expect(await actions()).toContain(entries[0].action);
      expect(await actions()).not.toContain(entries[1].action);
    });
  });

  describe("alerts", () => {
    const fired = (key: string, origin: string | null = null) =>
      ({ key, id: key, origin, condition: "fired" }) as const;
    const open = async (alert: ReturnType<typeof fired>, ...candidates: ReturnType<typeof candidate>[]) =>
      received(store, alert, candidates, [auditEntry()]);
    const resolve = (key: string, origin: string | null, id = key, resolvedAt = at(5)) =>
      received(store, { key, id, origin, condition: "resolved", resolvedAt }, [], [auditEntry()]);
    /** How far the only alert of an incident is. */
    const firing = async ({ id }: { id: string }) => (await store.incident(id))?.alerts.listed[0]?.status;

    test("open their incidents once, with their audit entries", async () => {
      const [alert, first, second] = [fired(unique("alert")), candidate(), candidate()];
      const [entry, late] = [auditEntry(), auditEntry()];
      expect(await received(store, alert, [first, second], [entry])).toBe(true);
      expect(await received(store, alert, [candidate()], [late])).toBe(false);
      const { alert: shown, muting: _, joinHours: __, ...place } = first;
      expect(await store.incident(first.id)).toEqual({
        ...place,
        calling: { made: [], since: expect.any(String) },
        ...{ openedAt: expect.any(String), status: { state: "open" }, owner: null, severity: null },
        ...{ declared: null, reopened: 0, messageId: null, diagnosis: null, cause: null, change: null },
        alerts: {
          ...{ open: 1, resolved: 0, firstFiredAt: at(0), lastFiredAt: at(0), lastResolvedAt: null },
          listed: [{ alert: shown, status: { state: "fired" } }],
        },
      });
      expect(await store.incident(second.id)).toMatchObject({ id: second.id });
      expect(await store.incident("I-unknown")).toBeNull();
      expect(await actions()).toContain(entry.action);
      expect(await actions()).not.toContain(late.action);
    });

    test("are open for rules that count in incidents: of this cluster, in any letter case, heard of since, not resolved", async () => {
      const id = `/subscriptions/s/managedClusters/${unique("open")}`;
      const alert = fired(unique("alert"));
      const minute = (count: number) => new Date(clock.now().getTime() + count * 60_000).toISOString();
      const worst = (cluster = id, since = minute(-1)) => store.worstOpenAlert(cluster, since);
      const about = (severity: AlertSeverity, more: Partial<AlertFacts>) =>
        candidate({ cluster: { id, name: "prod-1" }, alert: { ...candidate().alert, severity, ...more } });
      const itself = { ofCluster: true } as const;
      expect(await worst()).toBeNull();
      // It only names the cluster, or is about what holds it.
      await open(fired(unique("alert")), about("Sev0", { byName: true }), about("Sev0", {}));
      expect(await worst()).toBeNull();
      const mild = fired(unique("alert"));
      await open(mild, about("Sev3", itself));
      expect(await worst()).toBe("Sev3");
      await open(alert, about("Sev1", itself), about("Sev2", itself));
      expect([await worst(), await worst(id.toUpperCase())]).toEqual(["Sev1", "Sev1"]);
      expect([await worst(`${id}0`), await worst(id, minute(1))]).toEqual([null, null]);
      await resolve(unique("alert"), null);
      expect(await worst()).toBe("Sev1");
      await resolve(alert.key, null);
      expect(await worst()).toBe("Sev3");
      await resolve(mild.key, null);
      expect(await worst()).toBeNull();
    });

    test("that name no watched cluster are counted since a time, and the newest of them is told", async () => {
      const stray = (minute: number, name: string, channels = 0, action = "alert.fired") =>
        store.appendAudit(
          auditEntry({
            ...{ time: `2027-01-01T00:0${minute}:00.000Z`, action, outcome: "recorded" },
            detail: { source: "grafana", name, named: "prod-9", channels },
          }),
        );
      const since = "2027-01-01T00:02:00.000Z";
      await stray(1, "too old");
      expect(await store.strayAlerts(since)).toBeNull();
      await stray(4, "newest");
      await stray(3, "another");
      await stray(5, "shown somewhere", 2);
      await stray(6, "resolved", 0, "alert.resolved");
      expect(await store.strayAlerts(since)).toEqual({
        count: 2,
        newest: { source: "grafana", rule: "newest", named: "prod-9", time: "2027-01-01T00:04:00.000Z" },
      });
    });

    test("of one delivery are taken together, each once", async () => {
      const [first, second, third] = [unique("a"), unique("a"), unique("a")];
      const taken = (key: string): TakenAlert => ({
        alert: { ...azureAlert(), key, id: key },
        sender: { by: "secret", source: "alertmanager" },
        receivedAt: at(0),
      });
      const seen: string[] = [];
      const join = ({ alert }: TakenAlert) => {
        seen.push(alert.key);
        return { candidates: [], audit: [] };
      };
      await store.takeAlerts([first, second, first].map(taken));
      await store.takeAlerts([second, third].map(taken));
      while (await store.joinAlerts(join));
      expect(seen.toSorted()).toEqual([first, second, third].toSorted());
    });

    test("delivered several times at once open them once", async () => {
      const alert = fired(unique("alert"));
      const entry = auditEntry();
      await Promise.all([1, 2, 3, 4, 5].map(() => received(store, alert, [candidate()], [entry])));
      await open(fired(unique("alert")));
      const written = (await store.auditEvents(1_000)).filter(({ action }) => action === entry.action);
      expect(written).toHaveLength(1);
    });

    test("one that cannot be joined keeps nobody behind it waiting, and is tried again", async () => {
      const [bad, good] = [unique("alert"), unique("alert")];
      const taking = { ...store, joinAlerts: async () => false };
      for (const key of [bad, good]) await received(taking, fired(key), []);
      const joined: string[] = [];
      let fails = true;
      const join: Parameters<typeof store.joinAlerts>[0] = ({ alert: { key } }) => {
        if (fails && key === bad) throw new Error("no such thing");
        joined.push(key);
        return { candidates: [], audit: [] };
      };
      await expect(store.joinAlerts(join)).rejects.toThrow("no such thing");
      await store.joinAlerts(join);
      expect(joined).toEqual([good]);
      fails = false;
      await eventually(() => store.joinAlerts(join), 10);
      expect(joined).toEqual([good, bad]);
    });

    test.each<[string, boolean, boolean]>([
      ["its id", true, false],
      ["its origin", false, true],
      ["neither", false, false],
    ])("close what is theirs: %s", async (_name, sameKey, sameOrigin) => {
      const [alert, opened] = [fired(unique("alert"), unique("origin")), candidate()];
      await open(alert, opened);
      await resolve(sameKey ? alert.key : unique("alert"), sameOrigin ? alert.origin : null);
      expect(await firing(opened)).toEqual(
        sameKey || sameOrigin ? { state: "resolved", resolvedAt: at(5) } : { state: "fired" },
      );
    });

    test("close what is open, and leave what was closed", async () => {
      const [alert, opened] = [fired(unique("alert"), unique("origin")), candidate()];
      await open(alert, opened);
      await resolve(alert.key, alert.origin);
      await resolve(unique("alert"), alert.origin, alert.id, at(9));
      expect(await firing(opened)).toEqual({ state: "resolved", resolvedAt: at(5) });
    });

    test.each<[string, boolean, boolean, string, boolean]>([
      ["its id", true, false, at(9), true],
      ["its origin, fired before", false, true, at(4), true],
      ["its origin, fired since", false, true, at(9), false],
      ["neither", false, false, at(4), false],
    ])("resolved before they were heard of: %s", async (_name, sameKey, sameOrigin, firedAt, isClosed) => {
      const alert = fired(unique("alert"), unique("origin"));
      const late = candidate({ alert: { ...candidate().alert, firedAt } });
      await resolve(sameKey ? alert.key : unique("alert"), sameOrigin ? alert.origin : null);
      await open(alert, late);
      expect(await firing(late)).toEqual(
        isClosed ? { state: "resolved", resolvedAt: at(5) } : { state: "fired" },
      );
    });

    test("fired again by the same origin since it was resolved: stays open", async () => {
      const origin = unique("origin");
      const again = candidate({ alert: { ...candidate().alert, firedAt: at(9) } });
      await open(fired(unique("alert"), origin), again);
      await resolve(unique("alert"), origin);
      expect(await firing(again)).toEqual({ state: "fired" });
    });

    describe("of one rule, whose id is all that they are called by", () => {
      const firedAt = (time: string) => candidate({ alert: { ...candidate().alert, firedAt: time } });
      async function twice() {
        const id = unique("rule");
        const [first, second] = [firedAt(at(1)), firedAt(at(3))];
        await open({ ...fired(`${id}|1`), id }, first);
        return { id, first, second };
      }
      const state = async (one: { id: string }) => (await firing(one))?.state;

      test("open an incident with each firing", async () => {
        const { id, second } = await twice();
        expect(await open({ ...fired(`${id}|3`), id }, second)).toBe(true);
        expect(await open({ ...fired(`${id}|3`), id }, firedAt(at(3)))).toBe(false);
        expect(await state(second)).toBe("fired");
      });

      test("end the firing that they name, although another one has fired before it was resolved", async () => {
        const { id, first, second } = await twice();
        await open({ ...fired(`${id}|3`), id }, second);
        await resolve(`${id}|1`, null, id);
        expect([await state(first), await state(second)]).toEqual(["resolved", "fired"]);
      });

      test("end no other firing that is heard of later", async () => {
        const { id, first, second } = await twice();
        await resolve(`${id}|1`, null, id);
        await open({ ...fired(`${id}|3`), id }, second);
        expect([await state(first), await state(second)]).toEqual(["resolved", "fired"]);
      });

      test.each<[string, string, string]>([
        ["until then", at(4), "resolved"],
        ["and leave what fired since", at(6), "fired"],
      ])("of a firing that nobody heard of: end what fired %s", async (_name, time, expected) => {
        const id = unique("rule");
        const one = firedAt(time);
        await open({ ...fired(`${id}|4`), id }, one);
        await resolve(`${id}|unheard`, null, id);
        expect(await state(one)).toBe(expected);
        const late = firedAt(time);
        await open({ ...fired(`${id}|late`), id }, late);
        expect(await state(late)).toBe(expected);
      });
    });

    test("fired and resolved at once, in whatever order: closed", async () => {
      const alerts = [1, 2, 3, 4, 5, 6].map(() => ({ key: unique("alert"), opened: candidate() }));
      const taking = { ...store, joinAlerts: async () => false };
      await Promise.all(
        alerts.flatMap(({ key }) =>
          (["fired", "resolved"] as const).map((condition) => received(taking, { key, condition }, [])),
        ),
      );
      const openedBy = new Map(alerts.map(({ key, opened }) => [key, opened]));
      const joining: Parameters<typeof store.joinAlerts>[0] = ({ alert: { key, condition } }) => {
        const opened = condition === "fired" ? openedBy.get(key) : undefined;
        return { candidates: opened ? [opened] : [], audit: [] };
      };
      while (await store.joinAlerts(joining));
      for (const { opened } of alerts)
        expect((await store.incident(opened.id))?.status.state).toBe("resolved");
    });
  });

  describe("what diagnoses saw", () => {
    const digest = { version: 1, stop: [], whole: ["a|b"], parts: [] } as const;
    const asked = async (
      clusterId: string,
      fields: Partial<KeptDigest> = {},
      requester = run().requester,
    ) => {
      const created = run({ requester, status: statuses.succeeded });
      await store.createRun(created, null, [], auditEntry());
      const kept = { runId: created.id, clusterId, verdict: "healthy", takenAt: at(1), digest } as const;
      await store.keepDigest({ ...kept, ...fields });
      return { ...kept, ...fields };
    };

    test("is kept once a verdict, the newest, of one cluster in any case", async () => {
      const cluster = `/subscriptions/s/${unique("cluster")}`;
      await asked(cluster, { takenAt: at(1) });
      const newer = await asked(cluster, { takenAt: at(9) });
      await asked(cluster, { takenAt: at(5) });
      const broken = await asked(cluster, { verdict: "broken", takenAt: at(7) });
      await asked(`/subscriptions/s/${unique("cluster")}`);
      const kept = await store.digestsOf(cluster.toUpperCase());
      expect(kept.toSorted((one, other) => one.verdict.localeCompare(other.verdict))).toEqual([
        broken,
        newer,
      ]);
    });

    test("goes with its run, and is kept of none that is gone", async () => {
      const cluster = `/subscriptions/s/${unique("cluster")}`;
      const requester = { objectId: unique("oid"), tenantId: "tenant", displayName: "Alex Wilber" };
      const { runId } = await asked(cluster, {}, requester);
      const { objectId } = requester;
      await store.forget({ ...named, objectId, tenantId, userId: unique("29:user") }, (detail) => ({
        ...auditEntry(),
        detail,
      }));
      expect(await store.digestsOf(cluster)).toEqual([]);
      await asked(cluster, { runId });
      expect(await store.digestsOf(cluster)).toEqual([]);
    });
  });

  test("nothing of somebody is anybody's who has the same object id in another tenant", async () => {
    const one = run().requester;
    const other = { ...one, tenantId: "elsewhere" };
    const created = [one, other].map((requester) => run({ requester, status: statuses.pendingApproval }));
    for (const each of created) await store.createRun(each, null, [], auditEntry());
    const [ofOne, ofOther] = created.map(({ id }) => [id]);
    const idsOf = (runs: readonly Run[]) => runs.map(({ id }) => id);
    expect([idsOf(await store.runsOf(one, 9)), idsOf(await store.runsOf(other, 9))]).toEqual([
      ofOne,
      ofOther,
    ]);
    expect(idsOf(await store.undecidedRuns(9, other))).toEqual(ofOther);
    const place = { place: { stands: "gateway" }, clusterName: null, saidAt: at(3) } as const;
    await store.savePlace(one, place, at(0));
    expect(await store.placeSaid(other, at(0))).toBeNull();
    const [runId = ""] = ofOne ?? [];
    const answered = { runId, answer: "yes", answeredAt: at(3) } as const;
    await store.saveFeedback({ ...answered, person: one }, auditEntry());
    expect(await store.saveFeedback({ ...answered, person: other }, auditEntry())).toEqual({ yes: 2, no: 0 });
    await store.setMode({ mode: "full", setBy: one, since: at(5), reason: null }, auditEntry());
    await store.forget({ ...other, userId: unique("29:user") }, (detail) => ({ ...auditEntry(), detail }));
    expect([(await store.mode()).setBy, await store.placeSaid(one, at(0))]).toEqual([one, place]);
    expect(await store.saveFeedback({ ...answered, person: one }, auditEntry())).toEqual({ yes: 1, no: 0 });
  });

  describe("where a person said to be", () => {
    const said = (seconds: number, fields: Partial<SaidPlace> = {}): SaidPlace => ({
      place: { stands: "gateway" },
      clusterName: null,
      saidAt: at(seconds),
      ...fields,
    });

    test("is kept once a person, the latest, until its time is over", async () => {
      const [alex, megan] = [somebody(), somebody()];
      expect(await store.placeSaid(alex, at(0))).toBeNull();
      await store.savePlace(alex, said(10), at(0));
      const network = said(11, { place: { virtualNetwork: "vnet-hub" }, clusterName: "prod-1" });
      await store.savePlace(alex, network, at(0));
      expect(await store.placeSaid(alex, at(11))).toEqual(network);
      expect(await store.placeSaid(alex, at(12))).toBeNull();
      await store.savePlace(megan, said(30), at(20));
      expect(await store.placeSaid(alex, at(0))).toBeNull();
      await store.forgetPlace(megan);
      expect(await store.placeSaid(megan, at(0))).toBeNull();
    });

    test("goes with the person who is forgotten", async () => {
      const objectId = unique("oid");
      await store.savePlace({ objectId, tenantId }, said(40), at(0));
      await store.forget({ ...named, objectId, tenantId, userId: unique("29:user") }, (detail) => ({
        ...auditEntry(),
        detail,
      }));
      expect(await store.placeSaid({ objectId, tenantId }, at(0))).toBeNull();
    });
  });

  describe("guesses", () => {
    const limit = { guesses: 3, milliseconds: 10 * 60_000 };
    const beWrong = async (person: string, times: number) => {
      const entries = Array.from({ length: times }, () => auditEntry());
      const taken = await Promise.all(entries.map((entry) => store.countGuess(person, limit, entry)));
      const known = await actions();
      return {
        taken: taken.filter(Boolean).length,
        audited: entries.filter(({ action }) => known.includes(action)),
      };
    };

    test("that are wrong are let through so many times, also at once, and the last of them is on the trail", async () => {
      const person = unique("person");
      expect(await store.mayGuess(person, limit)).toBe(true);
      const first = await beWrong(person, 8);
      expect([first.taken, first.audited.length]).toEqual([3, 1]);
      expect(await store.mayGuess(person, limit)).toBe(false);
      const later = await beWrong(person, 2);
      expect([later.taken, later.audited.length]).toEqual([0, 0]);
      expect((await beWrong(unique("person"), 3)).taken).toBe(3);
    });

    test("do not count while they are looked up", async () => {
      const person = unique("person");
      const asked = await Promise.all(Array.from({ length: 32 }, () => store.mayGuess(person, limit)));
      expect(asked).toEqual(Array.from({ length: 32 }, () => true));
      await beWrong(person, 2);
      expect(await store.mayGuess(person, limit)).toBe(true);
    });

    test("count anew when their time is over", async () => {
      const person = unique("person");
      await beWrong(person, 4);
      minutesPass(9);
      expect(await store.mayGuess(person, limit)).toBe(false);
      minutesPass(2);
      expect(await store.mayGuess(person, limit)).toBe(true);
      expect((await beWrong(person, 4)).taken).toBe(3);
    });
  });

  test("no text is too strange to be kept or looked for", async () => {
    const strange = `\0\ud800${unique("x")}`;
    expect(await store.claimQuestion(question({ key: strange, text: strange }))).toBe(true);
    expect(await store.claimQuestion(question({ key: strange }))).toBe(false);
    await store.saveConversation(conversation({ key: strange, userId: strange, personal: true }));
    expect(await store.personalConversation(strange)).not.toBeNull();
    expect([await store.firstTime(strange), await store.firstTime(strange)]).toEqual([true, false]);
    expect([await store.run(strange), await store.incident(strange)]).toEqual([null, null]);
    expect(await store.takePending({ id: strange, userId: strange }, at(0))).toEqual([]);
    const alert = { key: strange, id: strange, origin: strange, condition: "fired" } as const;
    expect(await received(store, alert, [candidate()])).toBe(true);
    const entry = auditEntry({ actor: strange, rule: strange, cluster: strange });
    await store.appendAudit(entry);
    expect(await actions()).toContain(entry.action);
  });

  test("the audit trail keeps every field, and lists its newest events in order", async () => {
    const entries = [1, 2, 3].map((second) => auditEntry({ time: at(second), runId: unique("R") }));
    for (const entry of entries) await store.appendAudit(entry);
    const newest = await store.auditEvents(2);
    expect(newest).toHaveLength(2);
    expect(newest).toMatchObject(entries.slice(1));
  });

  describe("jobs", () => {
    test("run what was queued before they started, each run once and several at a time", async () => {
      await reopen();
      const executed: string[] = [];
      const runs = [run(), run(), run(), run()];
      const ids = runs.map(({ id }) => id);
      const before = runs.splice(0, 1);
      for (const waiting of before) await store.createRun(waiting, null, [], auditEntry());
      let release = () => {};
      const all = new Promise<void>((resolve) => {
        release = resolve;
      });
      await current.jobs.start(
        handlers({
          execute: async (id) => {
            executed.push(id);
            if (ids.includes(id)) await all;
          },
        }),
      );
      for (const later of runs) await store.createRun(later, null, [], auditEntry());
      await eventually(() => ids.every((id) => executed.includes(id)));
      release();
      await current.jobs.stop();
      expect(executed.filter((id) => ids.includes(id)).sort()).toEqual(ids.sort());
    });

    test("hand a run that threw to `recover` and do not execute it again", async () => {
      await reopen();
      const calls: string[] = [];
      const created = run();
      await current.jobs.start(
        handlers({
          execute: async (id) => {
            if (id === created.id) calls.push("execute");
            throw new Error("a bug");
          },
          recover: async (id) => {
            if (id === created.id) calls.push("recover");
          },
        }),
      );
      await store.createRun(created, null, [], auditEntry());
      await eventually(() => calls.includes("recover"));
      await current.jobs.stop();
      expect(calls).toEqual(["execute", "recover"]);
    });
  });
});
