// "Request this fix": offered where the policy lets somebody, and taken from whoever may know of the diagnosis.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import { fixIn, undoIn } from "../../../src/app/fix/request-fix.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present } from "../../../src/presenters/present.ts";
import { adele, alex, megan } from "../../fakes/people.ts";
import { saidNote } from "../../said.ts";
import { elsewhere, inChat, inThread, outdated, press } from "../pressing.ts";
import { done, failureOf, kinds, start, stored, trail } from "../setup.ts";
import {
  diagnosed,
  type Fixing,
  fixing,
  fixPolicy,
  inModeDiagnose,
  made,
  newest,
  readsOnly,
  request,
  started,
} from "./fixing.ts";

const offers = ({ status }: Run) => (status.state === "succeeded" ? status.offersFix : status.state);

describe("whether a card offers it", () => {
  test("a rule lets the asker", async () => {
    expect(offers(await diagnosed(fixing()))).toBe(true);
  });
  test("a rule lets others alone, who are named instead", async () => {
    expect(offers(await diagnosed(fixing(), inThread(megan)))).toBeUndefined();
  });
  test("Azure does not let the asker", async () => {
    const reads = collected([{ actions: ["*/read"], notActions: [], dataActions: [], notDataActions: [] }]);
    expect(offers(await diagnosed(fixing({ world: { permissions: reads } })))).toBeUndefined();
  });
  test("its cause is likely, and not certain", async () => {
    const run = await diagnosed(fixing());
    const { status } = run;
    if (status.state !== "succeeded" || !status.diagnosis?.rootCause) throw new Error("no cause");
    expect(fixIn(run)).not.toBeNull();
    const rootCause = { ...status.diagnosis.rootCause, confidence: "likely" as const };
    const likely = { ...status, diagnosis: { ...status.diagnosis, rootCause } };
    expect(fixIn({ ...run, status: likely })).toBeNull();
  });
  test("of several repairs one is not proved", async () => {
    const run = await diagnosed(fixing());
    const { status } = run;
    if (status.state !== "succeeded" || !status.diagnosis?.rootCause?.repairs) throw new Error("no repairs");
    const { rootCause } = status.diagnosis;
    const [first] = status.diagnosis.rootCause.repairs;
    if (first === undefined) throw new Error("no repair");
    const withRepairs = (...proved: readonly boolean[]): Run => {
      const repairs = proved.map((each) => ({ ...first, proved: each }));
      return {
        ...run,
        status: { ...status, diagnosis: { ...status.diagnosis, rootCause: { ...rootCause, repairs } } },
      } as Run;
    };
    expect(fixIn(withRepairs(true, true))).not.toBeNull();
    expect(fixIn(withRepairs(true, false))).toBeNull();
  });
  test("no rule lets anybody", async () => {
    expect(offers(await diagnosed(fixing({ world: { policy: readsOnly } })))).toBeUndefined();
  });
  test("nothing is broken", async () => {
    const { snapshot } = start().world;
    expect(offers(await diagnosed(fixing({ world: { snapshot } })))).toBeUndefined();
  });
});

describe("who presses it", () => {
  test.each([
    ["whoever diagnosed it", inThread(), inThread()],
    ["whoever diagnosed it, in another channel", inThread(), elsewhere()],
    ["somebody else in the same thread, as themselves", inThread(megan), inThread()],
  ])("%s: asked for", async (_name, asker, presser) => {
    const fixed = fixing();
    expect(await request(fixed, await diagnosed(fixed, asker), presser)).toBe(started);
    const run = await newest(fixed.fake);
    expect(run.task).toMatchObject({ kind: "fix", check: "dns.link-client", writes: [{}] });
    expect([run.requester, run.conversation.key]).toEqual([presser.requester, presser.conversation.key]);
  });

  test.each([
    ["somebody else, from another channel", inThread(), elsewhere(megan)],
    ["somebody else, about what was said in a chat", inChat(), inThread(megan)],
  ])("%s: outdated", async (_name, asker, presser) => {
    const fixed = fixing();
    expect(await request(fixed, await diagnosed(fixed, asker), presser)).toEqual(outdated);
    expect(fixed.azure).toEqual([]);
  });

  test("each of its writes is on the trail, word for word", async () => {
    const fixed = fixing();
    await request(fixed, await diagnosed(fixed));
    const run = await newest(fixed.fake);
    const asked = fixed.fake.memory.audit.find(({ action }) => action === "fix.submit");
    const { writes } = run.task as Extract<Run["task"], { kind: "fix" }>;
    expect(JSON.parse(String(asked?.detail.does))).toEqual(writes);
  });

  test("somebody whom no rule lets: denied, and written down", async () => {
    const fixed = fixing();
    const run = await diagnosed(fixed);
    await request(fixed, run, inThread(adele));
    expect(kinds(fixed.fake).at(-1)).toBe("denied");
    expect(trail(fixed.fake).at(-1)).toBe("fix.authorize denied null");
  });

  test("in a chat with the bot alone nobody could agree", async () => {
    const fixed = fixing();
    await request(fixed, await diagnosed(fixed, inChat()), inChat());
    expect(fixed.fake.said.at(-1)?.answer).toMatchObject({
      kind: "failure",
      failure: { code: "needsThread" },
    });
    expect(fixed.fake.memory.audit.at(-1)).toMatchObject({
      ...{ action: "fix.authorize", outcome: "denied", rule: "oncall-fixes", runId: null },
      detail: { because: "needsThread" },
    });
  });

  test("in such a chat, where others have to agree by the time it is looked at", async () => {
    const fixed = fixing({ world: { policy: fixPolicy("thread", "requester") } });
    await request(fixed, await diagnosed(fixed, inChat()), inChat());
    const { id, task } = await newest(fixed.fake);
    expect(task.kind).toBe("fix");
    fixed.fake.world.policy = fixPolicy();
    await executeRun(fixed.fake.services, id);
    const { status } = await stored(fixed.fake, id);
    expect([status.state, failureOf(status).code]).toEqual(["failed", "needsThread"]);
  });
});

test("the rule is gone since the card was shown: denied", async () => {
  const fixed = fixing();
  const run = await diagnosed(fixed);
  fixed.fake.world.policy = readsOnly;
  await request(fixed, run);
  expect(trail(fixed.fake).at(-1)).toBe("fix.authorize denied null");
});

test("in mode diagnose: closed", async () => {
  const fixed = fixing();
  const run = await diagnosed(fixed);
  await inModeDiagnose(fixed);
  await request(fixed, run);
  expect(kinds(fixed.fake).at(-1)).toBe("closed");
});

test.each([
  [60, started],
  [61, { text: "This is more than an hour old: press “Check again”, and ask for the fix that it finds." }],
])("after %i minutes", async (minutes, answer) => {
  const fixed = fixing();
  const run = await diagnosed(fixed);
  await fixed.fake.services.clock.sleep(minutes * 60_000);
  expect(await request(fixed, run)).toEqual(answer);
});

test.each([
  ["a healthy diagnosis", "diagnose prod-1"],
  ["a command", "run `kubectl get pods` on prod-1"],
])("of %s there is none", async (_name, text) => {
  const fixed = fixing({ world: { snapshot: start().world.snapshot } });
  const run = await done(fixed.fake, text);
  for (const verb of ["fix.request", "fix.undo"])
    expect(await request(fixed, run, inThread(), verb)).toEqual({ text: saidNote({ is: "noSuchFix" }) });
});

describe("asked for a second time, while the first has not ended", () => {
  const openAlready = (run: string) => saidNote({ is: "fixRequestedBefore", person: alex.displayName, run });
  const requests = ({ fake }: Fixing) =>
    fake.memory.audit.filter(({ action }) => action === "fix.submit").length;

  test.each([
    ["by whoever asked", inThread()],
    ["by somebody else", inThread(megan)],
  ])("%s: told who asked, and nothing is asked for", async (_name, presser) => {
    const fixed = fixing({ world: { policy: fixPolicy() } });
    const diagnosis = await diagnosed(fixed);
    await request(fixed, diagnosis);
    const { id } = await newest(fixed.fake);
    expect(await request(fixed, diagnosis, presser)).toEqual({ text: openAlready(id) });
    await executeRun(fixed.fake.services, id);
    expect((await stored(fixed.fake, id)).status.state).toBe("pendingApproval");
    expect(await request(fixed, diagnosis, presser)).toEqual({ text: openAlready(id) });
    expect(requests(fixed)).toBe(1);
  });

  test("by somebody who diagnosed the same fault themselves: told who asked, until that has ended", async () => {
    const fixed = fixing({ world: { policy: fixPolicy() } });
    await request(fixed, await diagnosed(fixed));
    const { id } = await newest(fixed.fake);
    await executeRun(fixed.fake.services, id);
    const again = await diagnosed(fixed, inThread(megan));
    expect(await request(fixed, again, inThread(megan))).toEqual({ text: openAlready(id) });
    await answerQuestion(fixed.fake.services, inThread(), `withdraw ${id}`);
    expect(await request(fixed, again, inThread(megan))).toBe(started);
  });

  test("by somebody elsewhere who may not: who asked is told neither before a sign-in nor after it", async () => {
    const fixed = fixing({ world: { policy: fixPolicy() } });
    const { fake } = fixed;
    await request(fixed, await diagnosed(fixed));
    const again = await diagnosed(fixed, elsewhere(megan));
    const before = fake.said.length;
    fake.world.signedOut = new Set([megan.objectId]);
    expect(await request(fixed, again, elsewhere(megan))).toBe(started);
    expect(fake.signInCards).toHaveLength(1);
    fake.world.signedOut = new Set();
    await request(fixed, again, elsewhere(megan));
    expect(kinds(fake).at(-1)).toBe("denied");
    expect(JSON.stringify(fake.said.slice(before))).not.toContain(alex.displayName);
  });

  test("pressed twice in one moment, before either is written down: the second is told in a message", async () => {
    const fixed = fixing();
    const diagnosis = await diagnosed(fixed);
    await Promise.all([request(fixed, diagnosis), request(fixed, diagnosis)]);
    const { id } = await newest(fixed.fake);
    expect(requests(fixed)).toBe(1);
    expect(fixed.fake.said.map(({ answer }) => answer)).toContainEqual({
      kind: "pressRefused",
      reason: openAlready(id),
    });
  });

  test("withdrawn since: asked for anew", async () => {
    const fixed = fixing();
    const diagnosis = await diagnosed(fixed);
    await request(fixed, diagnosis);
    const first = await newest(fixed.fake);
    await executeRun(fixed.fake.services, first.id);
    await answerQuestion(fixed.fake.services, inThread(), `withdraw ${first.id}`);
    expect(await request(fixed, diagnosis)).toBe(started);
    expect((await newest(fixed.fake)).id).not.toBe(first.id);
  });
});

describe("as an emergency", () => {
  const urgent = fixPolicy("thread", "requester", ", breakGlass: true");
  const other = { objectId: megan.objectId, userId: "29:megan", name: "Megan Bowen" };
  const isLoud = (fixed: Fixing) =>
    fixed.fake.said.filter(({ answer }) => answer.kind === "emergency").map(({ answer }) => answer);

  async function asked(fixed: Fixing, before: string, why: string) {
    const { id } = await diagnosed(fixed);
    await answerQuestion(fixed.fake.services, inThread(), `${before}fix ${id}${why}`);
  }

  test("by a rule for emergencies, with its reason: made, and said aloud once", async () => {
    const fixed = fixing({ world: { policy: urgent, members: [other] } });
    const { fake } = fixed;
    await asked(fixed, "emergency: ", " because prod is down");
    const run = await newest(fake);
    expect(run.task).toMatchObject({ kind: "fix", breakGlass: true, reason: "prod is down" });
    expect(fake.memory.audit.find(({ action }) => action === "fix.submit")?.detail).toMatchObject({
      breakGlass: true,
      reason: "prod is down",
    });
    await executeRun(fake.services, run.id);
    const { status } = await stored(fake, run.id);
    const hash = "proposal" in status ? status.proposal.hash : "";
    await press(fake, inThread(alex), { verb: "change.approve", run: run.id, hash });
    expect(isLoud(fixed)).toEqual([]);
    await executeRun(fake.services, run.id);
    expect((await stored(fake, run.id)).status.state).toBe("succeeded");
    const words = isLoud(fixed).map((answer) => JSON.stringify(present(answer, messages("en")).card));
    expect(words).toEqual([
      expect.stringMatching(/uses an emergency rule.*Asked by Alex Wilber: prod is down/),
    ]);
    expect(undoIn(await stored(fake, run.id))).not.toHaveProperty("breakGlass");
  });

  test("where nobody else would hear of it: refused, and nothing is asked of Azure", async () => {
    const fixed = fixing({ world: { policy: urgent, members: [{ ...other, objectId: alex.objectId }] } });
    await asked(fixed, "emergency: ", " because prod is down");
    expect(fixed.fake.said.at(-1)?.answer).toMatchObject({
      kind: "failure",
      failure: { code: "emergencyUnheard", done: "Nothing was sent to the cluster." },
    });
    expect(isLoud(fixed)).toEqual([]);
  });

  test.each(["", " because", " because ."])("has a reason, or is refused: %j is none", async (why) => {
    const fixed = fixing({ world: { policy: urgent } });
    await asked(fixed, "emergency: ", why);
    expect(kinds(fixed.fake).at(-1)).toBe("refused");
    expect(fixed.azure).toEqual([]);
  });

  test("where it is none, such a rule opens nothing", async () => {
    const fixed = fixing({ world: { policy: urgent } });
    await asked(fixed, "", " because prod is down");
    expect(kinds(fixed.fake).at(-1)).toBe("denied");
  });
});

test("in words: `fix R-…` asks for it, `undo R-…` takes it back", async () => {
  const fixed = fixing();
  const { fake } = fixed;
  const { id } = await diagnosed(fixed);
  await answerQuestion(fake.services, inThread(), `fix ${id}`);
  expect((await newest(fake)).task).toMatchObject({ kind: "fix", of: id });
  const fix = await made(fixed);
  await answerQuestion(fake.services, inThread(), `undo ${fix.id}`);
  expect((await newest(fake)).task).toMatchObject({ kind: "fix", of: fix.id, undoes: true });
  for (const line of ["fix R-9999999999", "undo R-9999999999", `undo ${id}`, `fix ${fix.id}`]) {
    await answerQuestion(fake.services, inThread(), line);
    expect(fake.said.at(-1)?.answer).toEqual({ kind: "pressRefused", reason: saidNote({ is: "noSuchFix" }) });
  }
});
