// The whole chain looks inside a cluster: the way first, then the inside, on one card; and a restart in between.
import { people } from "../../simulator/people.ts";
import { buttonsOf, channelThread, chatOf, type Harness, startHarness, wordsOf } from "./harness.ts";

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness(undefined, undefined, {}, { looksInside: true });
});
afterAll(() => chain?.close());

const commandsSent = () =>
  chain.azure.requests().filter(({ method, path }) => method === "POST" && /runCommand$/i.test(path)).length;

const delayed = (startDelayMs: number) =>
  chain.azure.loadScenario({ ...chain.azure.scenario, runCommand: { startDelayMs } });

test("the way's verdict first, then what is wrong inside, on the same card", async () => {
  await delayed(1_500);
  chain.azure.clearRequests();
  const way = await chain.ask(people.alex, "diagnose prod-1", /Reachable: prod-1/);
  expect(wordsOf(way.activity)).toContain("Inside is being looked at");
  const whole = await chain.answer(
    0,
    /Some pods in payments on prod-1 crash again and again/,
    chatOf(people.alex),
  );
  const words = wordsOf(whole.activity);
  expect(words).toMatch(/Certain · k8s\.crashloop/);
  expect(words).toMatch(
    /payments\/settlement-\S+ – container settlement: CrashLoopBackOff, exit code 1, 37 restarts\./,
  );
  expect(words).toContain("password authentication failed for user");
  expect(words).not.toContain("being looked at");
  expect(whole.id).toBe(way.id);
  expect(commandsSent()).toBe(2);
  const log = buttonsOf(whole.activity).find(({ title }) => title === "Previous log");
  if (log === undefined) throw new Error("no earlier log to press");
  const before = chain.teams.shown().length;
  await chain.press(people.alex, chatOf(people.alex), log.data);
  const shown = await chain.answer(before, /Exit 0/);
  expect(wordsOf(shown.activity)).toContain("exiting with code 1");
});

test("whoever leaves it out sends no command", async () => {
  chain.azure.clearRequests();
  const shown = await chain.ask(people.alex, "diagnose prod-1 without inside", /Reachable: prod-1/);
  expect(wordsOf(shown.activity)).toContain("Not looked inside: you left it out.");
  expect(commandsSent()).toBe(0);
});

test("whoever Kubernetes lets read nothing is told so, and the cluster is not called well", async () => {
  const { scenario } = chain.azure;
  const kubernetes = Object.fromEntries(
    Object.entries(scenario.kubernetes).map(([id, { objects }]) => [
      id,
      { objects: objects.filter(({ kind }) => kind !== "ClusterRoleBinding") },
    ]),
  );
  await chain.azure.loadScenario({ ...scenario, kubernetes });
  const shown = await chain.ask(people.patti, "diagnose prod-1", /Not looked inside/);
  expect(wordsOf(shown.activity)).toContain("Not looked inside: Kubernetes lets you read nothing of it.");
  await chain.azure.loadScenario(scenario);
});

test("the bot is restarted while the commands are out: one card, and none is sent again", async () => {
  await delayed(30_000);
  chain.azure.clearRequests();
  const before = chain.teams.shown().length;
  await chain.ask(people.alex, "diagnose prod-1", /Inside is being looked at/, channelThread);
  await chain.restart();
  const shown = await chain.answer(before, /Not looked inside/, channelThread);
  expect(wordsOf(shown.activity)).toContain("Not looked inside: the bot was restarted meanwhile.");
  expect(commandsSent()).toBe(2);
  const cards = (await chain.shownSince(before)).filter(({ activity }) => /prod-1/.test(wordsOf(activity)));
  expect(cards.filter(({ activity }) => /Reachable: prod-1/.test(wordsOf(activity)))).toHaveLength(1);
});
