// Buttons: who pressed is trusted, and nothing else.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { answerCardAction } from "../../../src/app/conversation/card-actions.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { adele, alex, megan } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { elsewhere, inChat, inThread, outdated, press } from "../pressing.ts";
import { done, getPods, kinds, start, stored, submitted, summaryOf, trail } from "../setup.ts";

describe("run again", () => {
  test.each([
    ["one's own", inThread(), inThread(), "Alex Wilber"],
    ["one's own, elsewhere", inThread(), elsewhere(), "Alex Wilber"],
    ["another's in this thread, with the presser's rights", inThread(), inThread(megan), "Megan Bowen"],
  ])("%s", async (_name, owner, presser, by) => {
    const fake = start();
    const first = await done(
      fake,
      "run `kubectl get pods -l 'app in (a, b)' | grep 'api 0'` on prod-1",
      owner,
    );
    expect(await press(fake, presser, { verb: "run.again", run: first.id })).toMatch(/^Started/);
    const again = await stored(fake, fake.memory.audit.at(-1)?.runId);
    expect(again.id).not.toBe(first.id);
    expect(again.task).toEqual(first.task);
    expect(again.requester.displayName).toBe(by);
    expect(again.conversation.key).toBe(presser.conversation.key);
  });

  test.each([
    ["another's, from elsewhere", inThread(), elsewhere(megan)],
    ["another's, of their own chat", inChat(), inThread(megan)],
    ["that of the same object id in another tenant", inThread(), elsewhere({ ...alex, tenantId: "other" })],
  ])("%s: outdated, whatever the rights", async (_name, owner, presser) => {
    const fake = start();
    const run = await done(fake, getPods, owner);
    expect(await press(fake, presser, { verb: "run.again", run: run.id })).toEqual(outdated);
    expect(fake.sent).toHaveLength(1);
  });

  test("somebody in no group: started as them, and denied", async () => {
    const fake = start();
    const run = await done(fake);
    await press(fake, inThread(adele), { verb: "run.again", run: run.id });
    expect(kinds(fake)).toEqual(["run succeeded", "denied"]);
    expect(trail(fake).at(-1)).toBe("run.authorize denied null");
  });

  test("a diagnosis, from the same place as before", async () => {
    const fake = start();
    const run = await done(fake, "diagnose prod-1 from 20.50.0.9");
    await press(fake, inThread(), { verb: "run.again", run: run.id });
    expect((await stored(fake, fake.memory.audit.at(-1)?.runId)).task).toEqual(run.task);
  });
});

describe("the choice of a cluster", () => {
  const twins = [summaryOf("prod-1", "rg-prod"), summaryOf("prod-1", "rg-copy")];
  async function asked(text = getPods): Promise<{ fake: FakeServices; pending: string }> {
    const fake = start({ clusters: collected({ clusters: twins, problem: null }) });
    await answerQuestion(fake.services, inThread(), text);
    const answer = fake.said[0]?.answer;
    if (answer?.kind !== "pickCluster") throw new Error(`said ${answer?.kind}`);
    return { fake, pending: answer.pendingId };
  }
  const cluster = twins[1]?.id ?? "";
  const onlyOnce = { text: "Only the person who asked can choose, once. Please ask the question yourself." };

  test.each([
    [getPods, { kind: "command" }],
    ["diagnose prod-1 from 20.50.0.9", { kind: "diagnose", client: { ip: "20.50.0.9" } }],
  ])("%s goes on with the chosen one, once", async (text, task) => {
    const { fake, pending } = await asked(text);
    await press(fake, inThread(), { verb: "pick", pending, cluster });
    const run = await stored(fake, fake.memory.audit.at(-1)?.runId);
    expect(run).toMatchObject({ cluster: { id: cluster, name: "prod-1" }, task });
    expect(await press(fake, inThread(), { verb: "pick", pending, cluster })).toEqual(onlyOnce);
  });

  test("another person cannot choose, and takes nothing away", async () => {
    const { fake, pending } = await asked();
    expect(await press(fake, inThread(megan), { verb: "pick", pending, cluster })).toEqual(onlyOnce);
    expect(fake.memory.audit).toEqual([]);
    expect(await press(fake, inThread(), { verb: "pick", pending, cluster })).toMatch(/^Started/);
  });

  test.each([
    [60, true],
    [61, false],
  ])("after %i minutes: %p", async (minutes, works) => {
    const { fake, pending } = await asked();
    await fake.services.clock.sleep(minutes * 60_000);
    const answer = await press(fake, inThread(), { verb: "pick", pending, cluster });
    expect(answer).toEqual(works ? expect.stringMatching(/^Started/) : onlyOnce);
  });

  test("a cluster put into the press by hand was not offered", async () => {
    const { fake, pending } = await asked();
    const byHand = { verb: "pick", pending, cluster: summaryOf("vault-1").id };
    expect(await press(fake, inThread(), byHand)).toEqual(outdated);
    expect([kinds(fake), trail(fake)]).toEqual([["pickCluster"], []]);
  });

  test.each([{ verb: "pick" }, { verb: "pick", pending: "Q-1" }, { verb: "pick", cluster: "prod-1" }])(
    "incomplete: %j",
    async (incomplete) => {
      expect(await press(start(), inThread(), incomplete)).toEqual(outdated);
    },
  );
});

describe("buttons that ask a question", () => {
  test.each([
    [{ verb: "diagnose", cluster: "prod-1" }, "run queued"],
    [{ verb: "access", cluster: ids.cluster }, "run queued"],
    [{ verb: "diagnose" }, "run queued"],
    [{ verb: "diagnose", cluster: "prod-2" }, "clusterUnknown"],
    [{ verb: "diagnose", cluster: "../../x" }, "clusterUnknown"],
    [{ verb: "clusters" }, "clusters"],
    [{ verb: "help" }, "help"],
    [{ verb: "status" }, "status"],
    [{ verb: "sign-in" }, "signInElsewhere"],
  ])("%j → %s", async (pressed, kind) => {
    const fake = start();
    expect(await press(fake, inThread(), pressed)).toEqual(expect.any(String));
    expect(kinds(fake)).toEqual([kind]);
  });

  test.each([
    { verb: "approve" },
    { verb: "run" },
    { verb: "" },
    { verb: "run.again" },
    { verb: "run.again", run: "R-x" },
  ])("%j: outdated", async (pressed) => {
    expect(await press(start(), inThread(), pressed)).toEqual(outdated);
  });

  test("nothing is asked before the press is answered", async () => {
    const fake = start();
    await answerCardAction(fake.services, inThread(), { verb: "diagnose", cluster: "prod-1" });
    expect([fake.azure, fake.said, await fake.services.store.runsOf(alex, 1)]).toEqual([[], [], []]);
    expect((await submitted(fake, "diagnose prod-1")).status.state).toBe("queued");
  });
});
