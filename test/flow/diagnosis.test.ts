// A diagnosis of every scenario, asked in chat by somebody on call.
import { people } from "../../simulator/people.ts";
import { cardsOf, channelThread, chatOf, type Harness, startHarness, wordsOf } from "./harness.ts";

const scenarios = "simulator/scenarios";
let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
});
afterAll(() => chain?.close());

test("a healthy private hub and spoke", async () => {
  const before = chain.teams.shown().length;
  const shown = await chain.ask(people.alex, "diagnose cluster prod-1", /Reachable: prod-1/);
  // From which device somebody comes Azure never tells.
  const words = wordsOf(shown.activity).replaceAll(/^.*(?:paw\.device|access workstation).*$/gm, "");
  expect(words).not.toMatch(/✖ Fail|Not assessed/);
  expect(cardsOf(chain.teams.shown().slice(before))).toEqual([shown]);
});

test("the same in a channel thread", async () => {
  await chain.ask(people.alex, "<at>AKS On-Call</at> diagnose prod-1", /Reachable: prod-1/, channelThread);
});

test("the ways in, best first", async () => {
  const shown = await chain.ask(people.alex, "access prod-1", /Best now/);
  expect(wordsOf(shown.activity)).toContain("az network bastion tunnel");
});

test("a test that somebody ran at home, pasted in the thread of a diagnosis, moves it on", async () => {
  const apiName = "prod-1-dns-7k2m9x4q.5c0f2e1d-7b84-4a39-9e16-d3f0a8b7c254.privatelink.westeurope.azmk8s.io";
  const first = await chain.ask(
    people.alex,
    "<at>AKS On-Call</at> diagnose prod-1",
    /Reachable: prod-1/,
    channelThread,
  );
  expect(wordsOf(first.activity)).toContain(`nslookup ${apiName}`);
  const pasted = [
    "Server:  router.home",
    "Address:  192.168.1.254",
    "",
    `*** router.home can't find ${apiName}: Non-existent domain`,
  ];
  const shown = await chain.ask(
    people.alex,
    `<at>AKS On-Call</at> ${pasted.join("\n")}`,
    /You cannot reach prod-1 from where you are/,
    channelThread,
  );
  expect(wordsOf(shown.activity)).toContain("192.168.1.254 does not know prod-1");
});

test("every call to Azure carries the requester and the right audience; the bot's own identity is nowhere", async () => {
  chain.azure.clearRequests();
  await chain.ask(people.patti, "diagnose prod-1", /prod-1/);
  await chain.ask(people.patti, "run `kubectl get pods -A` on prod-1", /Exit 0/);
  const calls = chain.azure.requests().filter(({ path }) => path.toLowerCase().startsWith("/subscriptions"));
  expect(calls.length).toBeGreaterThan(15);
  expect([...new Set(calls.map(({ caller }) => caller))]).toEqual([people.patti.oid]);
  expect([...new Set(calls.map(({ audience }) => audience))]).toEqual(["https://management.azure.com"]);
});

test("the hub's DNS link is missing: the cause, and a fix for the real az", async () => {
  await chain.azure.loadScenario(`${scenarios}/dns-link-missing.json`);
  const shown = await chain.ask(
    people.alex,
    "diagnose prod-1",
    /Engineers behind vnet-hub cannot reach the API server of prod-1/,
  );
  const words = wordsOf(shown.activity);
  expect(words).toContain("dns.link-client");
  expect(words).toContain("az network private-dns link vnet create");
});

test("a stopped cluster: one cause, not a list of red", async () => {
  await chain.azure.loadScenario(`${scenarios}/stopped.json`);
  const shown = await chain.ask(people.alex, "diagnose prod-1", /prod-1 is stopped/);
  expect(wordsOf(shown.activity)).toContain("az aks start");
  const run = await chain.ask(people.alex, "run `kubectl get pods -A` on prod-1", /is stopped/);
  expect(wordsOf(run.activity)).toMatch(/nothing was sent/i);
});

test("authorized ranges that miss the client", async () => {
  await chain.azure.loadScenario(`${scenarios}/public-ranges.json`);
  const shown = await chain.ask(
    people.alex,
    'diagnose edge-1 from 20.50.9.9 with "i/o timeout"',
    /cannot reach edge-1/,
  );
  expect(wordsOf(shown.activity)).toContain("20.50.9.9");
  const healthy = await chain.ask(people.alex, "diagnose edge-1 from 20.50.1.9", /Reachable: edge-1/);
  expect(wordsOf(healthy.activity)).not.toMatch(/✖ Fail/);
  await chain.ask(people.alex, "diagnose edge-1", /edge-1/);
});

describe("not everything can be read", () => {
  beforeAll(() => chain.azure.loadScenario(`${scenarios}/hub-spoke.json`));

  test("a partial reader gets no green, and the role that would settle it", async () => {
    const shown = await chain.ask(people.isaiah, "diagnose prod-1", /Unknown: prod-1|\? .*prod-1/);
    const words = wordsOf(shown.activity);
    expect(words).toContain("Could not be assessed");
    expect(words).toContain("Reader");
    expect(words).not.toMatch(/Reachable/);
  });

  test("Azure fails in the middle: the card says so, and nothing is green for it", async () => {
    chain.azure.setFaults([{ match: { path: "privateDnsZones" }, status: 500, times: 50 }]);
    const shown = await chain.ask(people.alex, "diagnose prod-1", /prod-1[\s\S]*Could not be assessed/);
    expect(wordsOf(shown.activity)).not.toMatch(/Reachable/);
    chain.azure.setFaults([]);
  });

  test("an unknown name: the closest ones that this person may see", async () => {
    const shown = await chain.ask(people.alex, "diagnose prod-2", /prod-2/);
    expect(wordsOf(shown.activity)).toContain("prod-1");
  });

  test("no name and none spoken of yet: the only cluster that can be seen", async () => {
    await chain.ask(people.megan, "diagnose", /On prod-1 \(the only cluster that you can see\)/, {
      id: "19:new@thread.v2",
      conversationType: "groupChat",
    });
  });
});

test("two clusters of one name: a list to pick from, by the person who asked, once", async () => {
  const scenario = chain.azure.scenario;
  const twins = scenario.resources
    .filter(({ id }) => id.endsWith("/managedClusters/prod-1"))
    .map((cluster) => ({ ...cluster, id: cluster.id.replace("/rg-prod/", "/rg-twin/") }));
  await chain.azure.loadScenario({ ...scenario, resources: [...scenario.resources, ...twins] });
  const shown = await chain.ask(people.alex, "diagnose prod-1", /rg-twin/, channelThread);
  const text = JSON.stringify(shown.activity);
  const pending = /"pending":"(Q-[0-9A-Z]+)"/.exec(text)?.[1];
  const cluster = `/subscriptions/${twins[0]?.id.split("/")[2]}/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/prod-1`;
  const data = { v: 1, verb: "pick", pending, cluster };
  const before = chain.teams.shown().length;
  expect(await chain.press(people.megan, channelThread, data)).toMatchObject({
    value: expect.stringMatching(/only the person who asked/i),
  });
  await chain.press(people.alex, channelThread, data);
  await chain.answer(before, /Reachable: prod-1/, channelThread);
  expect(await chain.press(people.alex, channelThread, data)).toMatchObject({
    value: expect.stringMatching(/once/),
  });
  await chain.ask(people.alex, "diagnose rg-prod/prod-1", /Reachable: prod-1/);
  await chain.azure.loadScenario(scenario);
});

test("a button on the card: checked again as whoever presses, in the same place", async () => {
  const shown = await chain.ask(people.alex, "diagnose prod-1", /Reachable: prod-1/, channelThread);
  const before = chain.teams.shown().length;
  const cluster = JSON.stringify(shown.activity).match(/"cluster":"([^"]+)"/)?.[1];
  chain.azure.clearRequests();
  const answer = await chain.press(people.megan, channelThread, { v: 1, verb: "diagnose", cluster });
  expect(answer).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.activity.message" });
  await chain.answer(before, /Reachable: prod-1[\s\S]*Megan Bowen/, channelThread);
  expect([
    ...new Set(
      chain.azure
        .requests()
        .filter(({ path }) => path.startsWith("/subscriptions"))
        .map(({ caller }) => caller),
    ),
  ]).toEqual([people.megan.oid]);
});

test("Teams is unwell for a moment: the answer still comes", async () => {
  chain.teams.refuse(503, 2);
  await chain.ask(people.alex, "diagnose prod-1", /Reachable: prod-1/, chatOf(people.alex));
});
