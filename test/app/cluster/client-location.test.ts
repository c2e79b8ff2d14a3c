// Where somebody is, said once: used by their later questions for twelve hours, by nobody else's, and forgotten on a word.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { answerCardAction } from "../../../src/app/conversation/card-actions.ts";
import { completeSignIn } from "../../../src/app/conversation/complete-sign-in.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import type { Client } from "../../../src/core/snapshot/snapshot.ts";
import { askerIn, megan, threadOf } from "../../fakes/people.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import { changed, setClient } from "../../fixtures/snapshot-changes.ts";
import { publicRanges } from "../../fixtures/snapshot-variants.ts";
import { actionOf, press } from "../pressing.ts";
import { done, start, submitted, summaryOf } from "../setup.ts";

const asker = askerIn(threadOf);
const clientOf = ({ task }: Run): Client => ("client" in task ? task.client : {});
const fromClient = () => start({ snapshot: () => healthy });

test("what a sentence said is used by the next, for the ways in too, with when it was said", async () => {
  const fake = fromClient();
  expect(clientOf(await submitted(fake, "diagnose prod-1"))).toEqual({});
  const first = clientOf(await submitted(fake, "diagnose prod-1 from the office vpn"));
  expect(first).toEqual({ stands: "gateway" });
  const saidAt = expect.stringMatching(/^2\d{3}-.*Z$/);
  expect(clientOf(await submitted(fake, "diagnose prod-1"))).toEqual({ stands: "gateway", saidAt });
  expect(clientOf(await submitted(fake, 'diagnose prod-1 with "i/o timeout"'))).toEqual({
    ...{ stands: "gateway", symptom: "i/o timeout", saidAt },
  });
  expect(clientOf(await submitted(fake, "access prod-1"))).toEqual({ stands: "gateway", saidAt });
  expect(clientOf(await submitted(fake, "diagnose prod-1 from 20.50.0.9"))).toEqual({ ip: "20.50.0.9" });
  expect(clientOf(await submitted(fake, "diagnose prod-1"))).toEqual({ ip: "20.50.0.9", saidAt });
});

test("nobody else's questions are asked from there", async () => {
  const fake = fromClient();
  await submitted(fake, "diagnose prod-1 from home");
  expect(clientOf(await submitted(fake, "diagnose prod-1", askerIn(threadOf, megan)))).toEqual({});
});

test("a line that a button puts says nothing of where whoever presses is", async () => {
  const fake = fromClient();
  await press(fake, asker, { verb: "say", say: "diagnose prod-1 from home" });
  expect(clientOf(await submitted(fake, "diagnose prod-1"))).toEqual({});
});

test.each([
  ["is 20.50.9.9 allowed on prod-1?"],
  ["ist 20.50.9.9 auf prod-1 freigegeben?"],
  ["20.50.9.9 在 prod-1 上允许吗"],
])("%s is asked of an address, and says nothing of where they are", async (line) => {
  const fake = fromClient();
  expect(clientOf(await submitted(fake, line))).toEqual({ ip: "20.50.9.9" });
  expect(clientOf(await submitted(fake, "diagnose prod-1"))).toEqual({});
});

test.each([
  ["from 20.50.9.9, prod-1 is down", true],
  ["von 20.50.9.9 aus komme ich nicht auf prod-1", true],
  ["从 20.50.9.9 连不上 prod-1", true],
  ["my ip is 20.50.9.9, prod-1 is down", true],
  ["meine IP ist 20.50.9.9 und ich komme nicht auf prod-1", true],
  ["我的 IP 是 20.50.9.9，连不上 prod-1", true],
  ["prod-1 cannot reach 20.50.9.9", false],
  ["prod-1 erreicht 20.50.9.9 nicht", false],
  ["prod-1 无法访问 20.50.9.9", false],
  ["why is 20.50.9.9 blocked on prod-1", false],
  ["warum ist 20.50.9.9 auf prod-1 gesperrt", false],
  ["prod-1 为什么不允许 20.50.9.9", false],
  ["is 20.50.9.9 blocked on prod-1 from home", false],
])("an address is remembered where somebody says that they are there: %s", async (line, isKept) => {
  const fake = fromClient();
  await submitted(fake, line);
  expect(clientOf(await submitted(fake, "diagnose prod-1")).ip).toBe(isKept ? "20.50.9.9" : undefined);
});

test("what is asked of an address is answered of it, again too, and of a range from nowhere", async () => {
  const fake = start({
    snapshot: () => changed(publicRanges),
    clusters: collected({ clusters: [summaryOf("prod-1")], problem: null }),
  });
  await submitted(fake, "diagnose prod-1 from home");
  const told = async (line: string) => {
    const run = await done(fake, line);
    const { status } = run;
    const diagnosis = status.state === "succeeded" ? status.diagnosis : null;
    return { run, client: clientOf(run), allowed: diagnosis?.allowed };
  };
  const address = await told("is 20.50.9.9 allowed on prod-1?");
  expect(address).toMatchObject({ client: { ip: "20.50.9.9" }, allowed: { of: "20.50.9.9", is: "no" } });
  const range = await told("is 20.40.0.7/24 allowed on prod-1?");
  expect(range).toMatchObject({ client: {}, allowed: { of: "20.40.0.0/24", is: "yes" } });
  expect((await told("access prod-1")).allowed).toBeUndefined();
  await press(fake, asker, { verb: "run.again", run: range.run.id });
  await press(fake, asker, { verb: "access", run: range.run.id });
  await press(fake, asker, { verb: "diagnose", run: range.run.id });
  const [diagnosed, ways, again] = await fake.services.store.runsOf(asker.requester, 3);
  const asksOf = "20.40.0.0/24";
  expect([again?.task, ways?.task]).toEqual([
    { kind: "access", client: {}, asksOf },
    { kind: "access", client: {}, asksOf },
  ]);
  expect(diagnosed?.task).toMatchObject({ kind: "diagnose" });
  expect(diagnosed?.task).not.toHaveProperty("asksOf");
});

test("a network's name is remembered for the cluster that it was said with", async () => {
  const fake = fromClient();
  await submitted(fake, "diagnose prod-1 from vnet-hub");
  expect(clientOf(await submitted(fake, "diagnose prod-1"))).toMatchObject({ virtualNetwork: "vnet-hub" });
  await fake.services.store.savePlace(
    asker.requester,
    {
      place: { virtualNetwork: "vnet-x" },
      clusterName: "other",
      saidAt: fake.services.clock.now().toISOString(),
    },
    "2000-01-01T00:00:00.000Z",
  );
  expect(clientOf(await submitted(fake, "diagnose prod-1"))).toEqual({});
});

test("after twelve hours nobody is taken to be there", async () => {
  const fake = fromClient();
  const said = (hours: number) =>
    fake.services.store.savePlace(
      asker.requester,
      {
        place: { stands: "internet" },
        clusterName: null,
        saidAt: new Date(fake.services.clock.now().getTime() - hours * 3_600_000).toISOString(),
      },
      "2000-01-01T00:00:00.000Z",
    );
  await said(13);
  expect(clientOf(await submitted(fake, "diagnose prod-1"))).toEqual({});
  await said(11);
  expect(clientOf(await submitted(fake, "diagnose prod-1"))).toMatchObject({ stands: "internet" });
});

test("forget my place", async () => {
  const fake = fromClient();
  await submitted(fake, "diagnose prod-1 from home");
  await answerQuestion(fake.services, asker, "forget my place");
  expect(fake.said.at(-1)?.answer).toEqual({ kind: "noted", text: expect.stringContaining("forgotten") });
  expect(clientOf(await submitted(fake, "diagnose prod-1"))).toEqual({});
});

test("the database fails: asked as ever", async () => {
  const fake = fromClient();
  const broken = () => Promise.reject(new Error("connection lost"));
  const store = { ...fake.services.store, savePlace: broken, placeSaid: broken };
  const failing = { ...fake, services: { ...fake.services, store } };
  expect(clientOf(await submitted(failing, "diagnose prod-1 from home"))).toEqual({ stands: "internet" });
  expect(clientOf(await submitted(failing, "diagnose prod-1"))).toEqual({});
});

describe("a press", () => {
  const press = async (fake: ReturnType<typeof start>, run: Run, more: object, by = asker) => {
    const before = new Set(fake.memory.audit.map(({ runId }) => runId));
    const answer = await answerCardAction(
      fake.services,
      by,
      actionOf({ verb: "place", run: run.id, ...more }),
      "m-1",
    );
    if ("begin" in answer) await answer.begin?.();
    const id = fake.memory.audit.find(({ runId }) => runId !== null && !before.has(runId))?.runId;
    return { answer, run: id ? await fake.services.store.run(id) : null };
  };

  test("asks anew from there, with what was seen, and is remembered", async () => {
    const fake = fromClient();
    const asked = await done(fake, 'diagnose prod-1 with "i/o timeout"');
    const { answer, run } = await press(fake, asked, { place: "internet" });
    expect(answer).toMatchObject({ text: { is: "started" } });
    expect(run && clientOf(run)).toEqual({ stands: "internet", symptom: "i/o timeout" });
    expect(clientOf(await submitted(fake, "diagnose prod-1"))).toMatchObject({ stands: "internet" });
  });

  test("forgets it, and asks anew", async () => {
    const fake = fromClient();
    await submitted(fake, "diagnose prod-1 from home");
    const asked = await done(fake, "diagnose prod-1");
    expect(clientOf(asked)).toMatchObject({ stands: "internet" });
    const { run } = await press(fake, asked, { verb: "place.forget" });
    expect(run && clientOf(run)).toEqual({});
  });

  test("by somebody else is theirs", async () => {
    const fake = fromClient();
    const asked = await done(fake, "diagnose prod-1");
    await press(fake, asked, { place: "azure" }, askerIn(threadOf, megan));
    expect(clientOf(await submitted(fake, "diagnose prod-1"))).toEqual({});
  });

  test("by somebody else takes nothing along that the first one's machine has shown", async () => {
    const fake = fromClient();
    const error = "dial tcp 10.10.0.4:443: i/o timeout";
    await submitted(fake, "diagnose prod-1 from home");
    const asked = await done(fake, `diagnose prod-1 with "${error}"`);
    const own = await press(fake, asked, { verb: "place.forget" });
    expect(own.run && clientOf(own.run)).toEqual({ symptom: error });
    const theirs = await press(fake, asked, { verb: "place.forget" }, askerIn(threadOf, megan));
    expect(theirs.run && clientOf(theirs.run)).toEqual({});
  });

  test.each([
    ["no place", {}],
    ["no such run", { run: "R-0000000000", place: "azure" }],
  ])("with %s does nothing", async (_what, more) => {
    const fake = fromClient();
    const asked = await done(fake, "diagnose prod-1");
    expect((await press(fake, asked, more)).answer).toEqual({ text: { is: "outdated" } });
    expect(clientOf(await submitted(fake, "diagnose prod-1"))).toEqual({});
  });
});

test("the place is asked for where it decides, and not once it was said", async () => {
  const asksOf = ({ status }: Run) => (status.state === "succeeded" ? status.diagnosis?.asks : undefined);
  expect(asksOf(await done(fromClient(), "diagnose prod-1"))).toEqual(["internet", "azure"]);
  const said = start({ snapshot: () => changed(setClient({ stands: "azure" })) });
  expect(asksOf(await done(said, "diagnose prod-1 from azure"))).toBeUndefined();
  expect(asksOf(await done(fromClient(), "access prod-1"))).toBeUndefined();
});

test("a question that a press wrote, and that waited for a sign-in, says nothing of where whoever pressed is", async () => {
  const fake = fromClient();
  const by = askerIn(threadOf, megan);
  const run = await done(fake, "diagnose prod-1 from home");
  fake.world.signIn = { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } };
  const answer = await answerCardAction(fake.services, by, { verb: "run.again", run: run.id });
  if ("begin" in answer) await answer.begin?.();
  fake.world.signIn = null;
  await completeSignIn(fake.services, by);
  const last = fake.memory.audit.findLast(({ runId }) => runId !== null)?.runId;
  const again = last ? await fake.services.store.run(last) : null;
  expect(again).toMatchObject({ requester: { objectId: by.requester.objectId } });
  expect(again && clientOf(again)).toEqual({ stands: "internet" });
  expect(clientOf(await submitted(fake, "diagnose prod-1", by))).toEqual({});
});
