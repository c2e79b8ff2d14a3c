// The mode switch: who may, what it closes at once, on every way in; and that a database in doubt closes everything.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { executeRun, recoverRun } from "../../../src/app/conversation/execute-run.ts";
import type { ConversationContext } from "../../../src/app/ports/services.ts";
import { type RequestedTask, submitRun } from "../../../src/app/run/submit-run.ts";
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import type { Mode } from "../../../src/core/mode.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present, showsMode } from "../../../src/presenters/present.ts";
import { adele, alex, megan } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import { saidRefusal } from "../../said.ts";
import { approving, asked, pressed, rejecting, startChanging, usual } from "../change/changing.ts";
import { inChat, inThread, press } from "../pressing.ts";
import {
  done,
  failureOf,
  getPods,
  kinds,
  setMode,
  standardPolicy,
  start,
  stored,
  submitted,
  trail,
} from "../setup.ts";

const policy: Policy = { ...standardPolicy, operators: ["leads"] };
const since = "2026-11-25T03:00:00.000Z";
const refusals: Record<Exclude<Mode, "full">, string> = {
  diagnose:
    "No command is sent into a cluster: Megan Bowen set mode diagnose on 2026-11-25 03:00 UTC; reason: upgrade freeze.",
  off: "I am switched off: Megan Bowen set mode off on 2026-11-25 03:00 UTC; reason: upgrade freeze.",
};

const set = (fake: FakeServices, mode: Mode) => setMode(fake, mode, "upgrade freeze");

/** What `kubectl get pods` is parsed to. */
function command(): RequestedTask {
  const parsed = parseKubectl("kubectl get pods");
  if (!parsed.ok) throw new Error(saidRefusal(parsed.reason));
  return { kind: "command", request: parsed.request, command: "kubectl get pods" };
}

async function startIn(mode: Mode): Promise<FakeServices> {
  const fake = start({ policy });
  await set(fake, mode);
  return fake;
}

const ask = (fake: FakeServices, text: string, asker: ConversationContext = inThread()) =>
  answerQuestion(fake.services, asker, text);
const lastSaid = (fake: FakeServices) => fake.said.at(-1)?.answer;

test("is told to nobody who is not signed in", async () => {
  const fake = start({ policy, signedOut: new Set([adele.objectId]) });
  await set(fake, "diagnose");
  await ask(fake, "mode", inThread(adele));
  expect(fake.signInCards).toEqual(["mode"]);
  expect(JSON.stringify(fake.said)).not.toContain("upgrade freeze");
  await ask(fake, "mode", inThread());
  expect(lastSaid(fake)).toMatchObject({ kind: "mode", mode: { mode: "diagnose" } });
});

describe("who set it, when and why is told to nobody who is not signed in", () => {
  const lines = [
    ...["help", "status", "whoami", "mode", "clusters", "diagnose prod-1", "access prod-1", "watch prod-1"],
    ...["watches", "can-i kubectl get pods on prod-1", getPods, "restart api on prod-1", "why", "undo R-1"],
    ...["emergency: fix R-1 because x", "resume R-1", "mode full", "forget me", "sign out"],
  ];
  test.each(lines.flatMap((text) => (["diagnose", "off"] as const).map((mode) => [mode, text] as const)))(
    "%s: %s",
    async (mode, text) => {
      const fake = start({ policy, signedOut: new Set([adele.objectId]) });
      await set(fake, mode);
      await ask(fake, text, inThread(adele));
      const inForce = await fake.services.store.mode();
      const cards = fake.said.map(({ answer }) =>
        JSON.stringify(present(answer, messages("en"), showsMode(answer) ? inForce : undefined)),
      );
      expect(fake.said.length + fake.signInCards.length).toBeGreaterThan(0);
      for (const told of [...cards, JSON.stringify(fake.said)])
        expect(told).not.toMatch(/upgrade freeze|Megan/);
    },
  );

  test("nor in a press on somebody else's change", async () => {
    const fake = startChanging({
      signedOut: new Set([adele.objectId]),
      policy: { ...usual, operators: ["leads"] },
    });
    const run = await asked(fake);
    await set(fake, "off");
    const words = [
      approving(run),
      rejecting(run),
      { verb: "change.review", run: run.id },
      { verb: "run.told", run: run.id },
    ];
    for (const what of words)
      expect(await pressed(fake, adele, what)).not.toMatch(/upgrade freeze|Megan Bowen set/);
    expect(await pressed(fake, megan, approving(run))).toBe(refusals.off);
  });
});

describe("setting it", () => {
  test("an operator: in force at once, and written down", async () => {
    const fake = start({ policy });
    await ask(fake, "mode diagnose because upgrade freeze", inThread(megan));
    const mode = { mode: "diagnose", setBy: megan, since, reason: "upgrade freeze" };
    const inForce = { version: "0123456789ab", others: [] };
    expect(lastSaid(fake)).toEqual({ kind: "mode", mode, changed: true, refused: null, policy: inForce });
    expect(await fake.services.store.mode()).toEqual(mode);
    expect(fake.memory.audit).toMatchObject([
      {
        ...{ action: "mode.set", outcome: "succeeded", actor: megan.objectId },
        detail: { mode: "diagnose", reason: "upgrade freeze" },
      },
    ]);
  });

  test.each([
    [alex, "Only members of leads may set the mode."],
    [adele, "Only members of leads may set the mode."],
  ])("anybody else: refused, written down, and nothing changes", async (who, refused) => {
    const fake = await startIn("diagnose");
    await ask(fake, "mode full", inThread(who));
    expect(lastSaid(fake)).toMatchObject({
      kind: "mode",
      mode: { mode: "diagnose" },
      changed: false,
      refused,
    });
    expect((await fake.services.store.mode()).mode).toBe("diagnose");
    expect(trail(fake).at(-1)).toBe("mode.set denied null");
  });

  test("nobody, where the policy names no operators", async () => {
    const fake = start();
    await ask(fake, "mode off", inThread(megan));
    expect(lastSaid(fake)).toMatchObject({ refused: expect.stringContaining("names no `operators`") });
    expect((await fake.services.store.mode()).mode).toBe("full");
  });

  test("what looks like a secret in the reason is masked before it is kept", async () => {
    const fake = start({ policy });
    await ask(fake, "mode off because password=hunter2hunter2", inThread(megan));
    expect(JSON.stringify([await fake.services.store.mode(), fake.memory.audit])).not.toContain("hunter2");
  });

  test("somebody who must sign in first: asked to, and it goes on afterwards", async () => {
    const fake = start({
      policy,
      signIn: { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } },
    });
    await ask(fake, "mode off", inChat(megan));
    expect(fake.signInCards).toEqual(["mode off"]);
    expect((await fake.services.store.mode()).mode).toBe("full");
  });

  test("where Entra gives no token for Azure it can be switched off all the same", async () => {
    const fake = start({ policy, exchange: { code: "consentMissing", why: "consentMissing" } });
    await ask(fake, "mode off", inThread(megan));
    expect((await fake.services.store.mode()).mode).toBe("off");
  });

  test("shown to everybody, with who set it", async () => {
    const fake = await startIn("off");
    await ask(fake, "mode", inThread(adele));
    expect(lastSaid(fake)).toMatchObject({
      kind: "mode",
      mode: { mode: "off", setBy: megan },
      changed: false,
    });
  });
});

describe("a question, asked in each mode", () => {
  const questions: [string, string, string, string][] = [
    // question, and the answer in full, diagnose, off
    ["help", "help", "help", "help"],
    ["status", "status", "status", "status"],
    ["whoami", "whoAmI", "whoAmI", "whoAmI"],
    ["sign in", "signedIn", "signedIn", "signedIn"],
    ["sign out", "signedOut", "signedOut", "signedOut"],
    ["mode", "mode", "mode", "mode"],
    ["forget me", "forgetMe", "forgetMe", "forgetMe"],
    ["clusters", "clusters", "clusters", "closed"],
    ["diagnose prod-1", "run queued", "run queued", "closed"],
    ["access prod-1", "run queued", "run queued", "closed"],
    ["can-i kubectl get pods on prod-1", "canI", "canI", "closed"],
    [getPods, "run queued", "closed", "closed"],
  ];
  const cases = questions.flatMap(([text, ...answers]) =>
    (["full", "diagnose", "off"] as const).map((mode, index) => [mode, text, answers[index]] as const),
  );
  test.each(cases)("%s: %s → %s", async (mode, text, kind) => {
    const fake = await startIn(mode);
    await ask(fake, text);
    expect(kinds(fake)).toEqual([kind]);
    expect(fake.sent).toEqual([]);
    if (kind !== "closed") return;
    expect(fake.azure).toEqual([]);
    expect(lastSaid(fake)).toMatchObject({ reason: refusals[mode === "off" ? "off" : "diagnose"] });
    expect(trail(fake).at(-1)).toMatch(/^\w+\.authorize denied null$/);
  });

  test.each(["diagnose", "off"] as const)(
    "%s: a run that another door submits is closed before Azure or Graph is asked",
    async (mode) => {
      const fake = await startIn(mode);
      const signedIn = await fake.services.credentials.forUser("", alex);
      if (!signedIn.ok) throw new Error("not signed in");
      const directory = { membership: () => Promise.reject(new Error("Graph was asked")) };
      const wanted = mode === "off" ? ({ kind: "diagnose", client: {} } as const) : command();
      const { credential } = signedIn;
      const services = { ...fake.services, directory };
      await submitRun({ services, asker: inThread(), credential, asked: "x" }, "prod-1", wanted);
      expect(kinds(fake)).toEqual(["closed"]);
      expect(fake.azure).toEqual([]);
    },
  );

  test("can-i says that the mode is in the way", async () => {
    const fake = await startIn("diagnose");
    await ask(fake, "can-i kubectl get pods on prod-1");
    expect(lastSaid(fake)).toMatchObject({
      decision: { effect: "deny", byMode: true, reason: refusals.diagnose },
    });
  });
});

describe("switched after the question", () => {
  test.each([
    ["diagnose", getPods, "denied"],
    ["off", getPods, "denied"],
    ["diagnose", "diagnose prod-1", "succeeded"],
    ["off", "diagnose prod-1", "denied"],
    ["off", "access prod-1", "denied"],
  ] as const)("to %s, before a worker takes %s: %s", async (mode, text, state) => {
    const fake = start({ policy });
    const run = await submitted(fake, text);
    await set(fake, mode);
    fake.azure.length = 0;
    await executeRun(fake.services, run.id);
    const { status } = await stored(fake, run.id);
    expect(status.state).toBe(state);
    expect(fake.sent).toEqual([]);
    if (state !== "denied") return;
    expect(fake.azure).toEqual([]);
    expect(failureOf(status)).toMatchObject({
      ...{ code: "mode", happened: refusals[mode] },
      done: "Nothing was sent to the cluster.",
    });
    expect(trail(fake).at(-1)).toMatch(/finish denied null$/);
  });

  test("between the last look at Azure and the sending of a command: it is not sent", async () => {
    const fake = start({ policy });
    const run = await submitted(fake);
    const { permissions } = fake.services.reader;
    const services = {
      ...fake.services,
      reader: {
        ...fake.services.reader,
        permissions: async (...args: Parameters<typeof permissions>) => {
          await set(fake, "diagnose");
          return permissions(...args);
        },
      },
    };
    await executeRun(services, run.id);
    expect(fake.sent).toEqual([]);
    expect(failureOf((await stored(fake, run.id)).status).happened).toBe(refusals.diagnose);
  });

  test("while a command runs: it is followed to its end and shown, also after a restart", async () => {
    const fake = start({ policy });
    const run = await submitted(fake);
    const running = { state: "running", startedAt: since, operationId: "op1" } as const;
    await fake.services.store.moveRun(run.id, ["queued"], running, [], null);
    await set(fake, "off");
    await recoverRun(fake.services, run.id);
    expect((await stored(fake, run.id)).status.state).toBe("succeeded");
    expect(fake.sent).toEqual([]);
  });

  test("while a diagnosis ran that a restart cut off: it is not read again", async () => {
    const fake = start({ policy });
    const run = await submitted(fake, "diagnose prod-1");
    await fake.services.store.moveRun(run.id, ["queued"], { state: "running", startedAt: since }, [], null);
    await set(fake, "off");
    fake.azure.length = 0;
    await recoverRun(fake.services, run.id);
    expect((await stored(fake, run.id)).status.state).toBe("denied");
    expect(fake.azure).toEqual([]);
  });
});

describe("a button, pressed in each mode", () => {
  test.each([
    ["full", "card"],
    ["diagnose", "card"],
    ["off", refusals.off],
  ] as const)("%s: the page of an output → %s", async (mode, expected) => {
    const fake = start({ policy });
    const run = await done(fake);
    await set(fake, mode);
    const answer = await press(fake, inThread(), { verb: "run.page", run: run.id, page: 1 });
    expect(answer).toEqual(expected === "card" ? { card: expect.anything() } : { text: expected });
    expect(trail(fake).at(-1)).toMatch(mode === "off" ? /^output.read denied null/ : /^output.read allowed/);
  });

  test.each([
    ["full", 2],
    ["diagnose", 1],
    ["off", 1],
  ] as const)("%s: run again → sent %i times in all", async (mode, times) => {
    const fake = start({ policy });
    const run = await done(fake);
    await set(fake, mode);
    await press(fake, inThread(), { verb: "run.again", run: run.id });
    const again = fake.memory.audit.at(-1)?.runId;
    if (again) await executeRun(fake.services, again);
    expect(fake.sent).toHaveLength(times);
    expect(kinds(fake).at(-1)).toBe(mode === "full" ? "run succeeded" : "closed");
  });

  test.each([
    ["diagnose", "run queued"],
    ["off", "closed"],
  ] as const)("%s: diagnose → %s", async (mode, kind) => {
    const fake = await startIn(mode);
    await press(fake, inThread(), { verb: "diagnose", cluster: "prod-1" });
    expect(kinds(fake)).toEqual([kind]);
  });

  test.each([
    ["diagnose", { done: expect.any(String) }],
    ["off", { text: refusals.off }],
  ] as const)("%s: was this the cause → %j", async (mode, expected) => {
    const fake = start({ policy, snapshot: () => healthy });
    const run = await done(fake, "diagnose prod-1");
    await set(fake, mode);
    expect(await press(fake, inThread(), { verb: "feedback", run: run.id, answer: "yes" })).toEqual(expected);
  });
});

describe("a database that cannot tell the mode", () => {
  function broken(fake: FakeServices) {
    const mode = async () => {
      throw new Error("no database");
    };
    return { ...fake.services, store: { ...fake.services.store, mode } };
  }
  const unknown =
    "My database does not tell me which mode is in force, so I did nothing. Try again in a minute.";

  test.each([getPods, "diagnose prod-1", "clusters"])("%s: not answered", async (text) => {
    const fake = start({ policy });
    await answerQuestion(broken(fake), inThread(), text);
    expect(lastSaid(fake)).toMatchObject({ kind: "closed", reason: unknown });
    expect(fake.azure).toEqual([]);
  });

  test("for a moment: it is asked again, and nobody hears of it", async () => {
    const fake = start({ policy });
    const { store } = fake.services;
    let left = 3;
    const mode = () => (left-- > 0 ? Promise.reject(new Error("no connection")) : store.mode());
    await answerQuestion({ ...fake.services, store: { ...store, mode } }, inThread(), "clusters");
    expect(kinds(fake)).toEqual(["clusters"]);
  });

  test("a queued command is not sent", async () => {
    const fake = start({ policy });
    const run = await submitted(fake);
    await executeRun(broken(fake), run.id);
    expect(fake.sent).toEqual([]);
    expect(failureOf((await stored(fake, run.id)).status).happened).toBe(unknown);
  });

  test("the question for the mode says so", async () => {
    const fake = start({ policy });
    await answerQuestion(broken(fake), inThread(), "mode");
    expect(lastSaid(fake)).toMatchObject({ kind: "mode", mode: null, changed: false, refused: null });
  });
});
