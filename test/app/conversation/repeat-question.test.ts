// Buttons beside an answer ask as that one was asked: from its place, with its error text, after a sign-in too.
import { completeSignIn } from "../../../src/app/conversation/complete-sign-in.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present } from "../../../src/presenters/present.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, askerIn, chatOf, megan } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { nodesOf } from "../../presenters/card-rules.ts";
import { elsewhere, inChat, inThread, outdated, type Press, press } from "../pressing.ts";
import { allow, done, kinds, start, stored } from "../setup.ts";

const asked = 'diagnose prod-1 from vnet-hub with "i/o timeout"';
/** What was seen then says what to explain, and is no evidence of what somebody may have mended since. */
const client = { virtualNetwork: "vnet-hub", symptom: "i/o timeout", symptomIsOld: true };

const latestTask = async (fake: FakeServices) =>
  (await stored(fake, fake.memory.audit.findLast(({ runId }) => runId !== null)?.runId)).task;

/** What the buttons of a run's card carry, by their titles. */
async function buttonsOf(fake: FakeServices, question: string): Promise<ReadonlyMap<string, Press>> {
  const run = await done(fake, question);
  const { card } = present({ kind: "run", run, page: null }, messages("en"));
  const buttons = nodesOf(card).filter(({ type }) => type === "Action.Execute");
  return new Map(buttons.map(({ title, data }) => [String(title), data as Press]));
}

test.each([
  ["Check again", asked, { kind: "diagnose", client }],
  ["Access paths", asked, { kind: "access", client }],
  ["Check again", "access prod-1 from 20.50.0.9", { kind: "access", client: { ip: "20.50.0.9" } }],
  ["Diagnose", "access prod-1 from 20.50.0.9", { kind: "diagnose", client: { ip: "20.50.0.9" } }],
])("%s, beside the answer to %s", async (title, question, task) => {
  const fake = start();
  const pressed = (await buttonsOf(fake, question)).get(title);
  if (pressed === undefined) throw new Error(`no button ${title}`);
  expect(await press(fake, inThread(megan), pressed)).toMatch(/^Started/);
  expect(await latestTask(fake)).toEqual(task);
});

test.each(["diagnose", "run.again"])("%s, where the presser has to sign in first", async (verb) => {
  const fake = start();
  const run = await done(fake, asked);
  fake.world.signIn = { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } };
  await press(fake, inThread(), { verb, run: run.id });
  fake.world.signIn = null;
  await completeSignIn(fake.services, askerIn(chatOf));
  const again = await stored(fake, fake.memory.audit.at(-1)?.runId);
  expect([again.id === run.id, again.task]).toEqual([false, { kind: "diagnose", client }]);
});

test.each([
  ["one that is not there", inThread(), "R-XXXXXXXXXX"],
  ["another's, from elsewhere", elsewhere(megan), null],
])(
  "beside an answer that the presser does not know, %s: outdated, and nothing is asked",
  async (_what, presser, id) => {
    const fake = start();
    const run = await done(fake, asked, inThread(alex));
    const before = fake.memory.audit.length;
    const pressed = { verb: "diagnose", cluster: ids.cluster, run: id ?? run.id };
    expect(await press(fake, presser, pressed)).toEqual(outdated);
    expect(fake.memory.audit).toHaveLength(before);
  },
);

test("the cluster is that of the answer, whatever else a press says", async () => {
  const fake = start();
  const run = await done(fake, asked, inChat());
  await press(fake, inChat(), { verb: "access", cluster: "prod-2", run: run.id });
  expect((await stored(fake, fake.memory.audit.at(-1)?.runId)).cluster).toEqual(run.cluster);
});

test.each([
  ["Get pods", ["kubectl", "get", "pods", "--all-namespaces"]],
  ["Events", ["kubectl", "get", "events", "--all-namespaces"]],
])("%s, beside an answer: run once, as whoever presses", async (title, argv) => {
  const fake = start();
  const pressed = (await buttonsOf(fake, "diagnose prod-1")).get(title);
  if (pressed === undefined) throw new Error(`no button ${title}`);
  expect(await press(fake, inThread(megan), pressed)).toMatch(/^Started/);
  const run = await stored(fake, fake.memory.audit.findLast(({ runId }) => runId !== null)?.runId);
  expect(run).toMatchObject({ requester: { displayName: "Megan Bowen" }, task: { request: { argv } } });
});

test("a look brings no command along, and none without a cluster", async () => {
  const fake = start();
  const command = { verb: "look.pods", cluster: "prod-1", command: "kubectl delete pods --all" };
  await press(fake, inThread(), command);
  const run = await stored(fake, fake.memory.audit.findLast(({ runId }) => runId !== null)?.runId);
  expect(run.task).toMatchObject({ request: { argv: ["kubectl", "get", "pods", "--all-namespaces"] } });
  expect(await press(fake, inThread(), { verb: "look.pods" })).toEqual(outdated);
});

describe("a row of pods", () => {
  const row = { namespace: "payments", name: "api-6d5f9c7b8-9vbnm" };
  const last = (fake: FakeServices) =>
    stored(fake, fake.memory.audit.findLast(({ runId }) => runId !== null)?.runId);

  test.each([
    ["row.describe", ["describe", `pods/${row.name}`, "--namespace=payments"]],
    [
      "row.events",
      ["get", "events", "--namespace=payments", `--field-selector=involvedObject.name=${row.name}`],
    ],
    ["row.logs", ["logs", row.name, "--namespace=payments", "--all-containers", "--prefix", "--tail=100"]],
    [
      "row.previous",
      [
        ...["logs", row.name, "--namespace=payments", "--previous", "--all-containers", "--prefix"],
        ...["--ignore-errors", "--tail=100"],
      ],
    ],
  ])("%s: a run of its own, as whoever presses", async (verb, argv) => {
    const fake = start();
    const run = await done(fake);
    expect(await press(fake, inThread(megan), { verb, run: run.id, ...row })).toMatch(/^Started/);
    const asked = await last(fake);
    expect(asked.id).not.toBe(run.id);
    expect(asked).toMatchObject({
      requester: { displayName: "Megan Bowen" },
      cluster: run.cluster,
      task: { request: { argv: ["kubectl", ...argv] } },
    });
  });

  test("of one container, its own earlier log", async () => {
    const fake = start();
    const run = await done(fake);
    await press(fake, inThread(megan), { verb: "row.previous", run: run.id, ...row, container: "api" });
    const { task } = await last(fake);
    const flags = ["--namespace=payments", "--container=api", "--previous", "--tail=100"];
    expect(task).toMatchObject({ request: { argv: ["kubectl", "logs", row.name, ...flags] } });
  });

  test.each([
    ["no name", { namespace: "payments" }],
    ["no namespace", { name: "api-0" }],
    ["no run", { ...row, run: "R-XXXXXXXXXX" }],
    ["another verb", { ...row, verb: "row.delete" }],
    ["a verb that every object has", { ...row, verb: "constructor" }],
  ])("with %s: outdated, and nothing is asked", async (_, change) => {
    const fake = start();
    const run = await done(fake);
    const before = fake.memory.audit.length;
    expect(await press(fake, inThread(), { verb: "row.logs", run: run.id, ...change })).toEqual(outdated);
    expect(fake.memory.audit).toHaveLength(before);
  });

  test("of a run that the presser does not know: outdated", async () => {
    const fake = start();
    const run = await done(fake);
    expect(await press(fake, elsewhere(megan), { verb: "row.logs", run: run.id, ...row })).toEqual(outdated);
  });

  test.each(["api-0;reboot", "api-0 --all-namespaces", "$(reboot)", "-A", "a|b"])(
    "a name that is none, %s: refused as if typed, and nothing runs",
    async (name) => {
      const fake = start();
      const run = await done(fake);
      const sent = fake.sent.length;
      await press(fake, inThread(), { verb: "row.describe", run: run.id, namespace: "payments", name });
      expect(kinds(fake).at(-1)).toBe("refused");
      expect(fake.sent).toHaveLength(sent);
    },
  );

  test("in a namespace that the policy keeps from the presser: denied", async () => {
    const fake = start();
    const run = await done(fake);
    fake.world.policy = policyOf(allow("oncall-reads", "oncall"), noPayments);
    await press(fake, inThread(), { verb: "row.logs", run: run.id, ...row });
    expect(kinds(fake).at(-1)).toBe("denied");
  });
});

const noPayments =
  '{ id: no-payments, effect: deny, groups: ["*"], clusters: ["*"], run: { verbs: ["*"], resources: ["*"], namespaces: [payments] } }';

test("somebody in no group presses it: denied", async () => {
  const fake = start();
  const run = await done(fake, "diagnose prod-1");
  await press(fake, inThread(adele), { verb: "look.events", run: run.id });
  expect(kinds(fake).at(-1)).toBe("denied");
});
