// Running the product: the mode switch, what people say about a diagnosis, and being forgotten, through the real chain.
import { rm } from "node:fs/promises";
import { people } from "../../simulator/people.ts";
import { runHere } from "../doors/cli/terminal.ts";
import { newFolder } from "../store/new-folder.ts";
import { channelThread, chatOf, type Harness, startHarness, until, wordsOf } from "./harness.ts";

let chain: Harness;
let dataDir: string;
beforeAll(async () => {
  dataDir = await newFolder();
  chain = await startHarness("simulator/scenarios/dns-link-missing.json", { dataDir });
});
afterAll(async () => {
  await chain?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const armCalls = () =>
  chain.azure.requests().filter(({ audience }) => audience?.includes("management") === true);
const posts = () => armCalls().filter(({ method, path }) => method === "POST" && /runcommand$/i.test(path));
const setMode = (text: string) => chain.ask(people.megan, text, /Mode set/, channelThread);
const runIdIn = (words: string): string => /R-[0-9A-Z]{10}/.exec(words)?.[0] ?? "";

describe("the mode", () => {
  afterEach(() => setMode("mode full"));

  test("diagnose: commands are refused for everyone, diagnoses go on and say so", async () => {
    await setMode("mode diagnose because upgrade freeze");
    chain.azure.clearRequests();
    const refused = await chain.ask(people.alex, "run `kubectl get ns` on prod-1", /Not at the moment/);
    expect(wordsOf(refused.activity)).toMatch(
      /No command is sent into a cluster: Megan Bowen set mode diagnose on .* UTC; reason: upgrade freeze\./,
    );
    expect(armCalls()).toEqual([]);
    const shown = await chain.ask(
      people.alex,
      "diagnose prod-1",
      /Engineers behind vnet-hub cannot reach the API server of prod-1/,
    );
    expect(wordsOf(shown.activity)).toContain("▲ Mode diagnose, no commands: set by Megan Bowen");
    const help = await chain.ask(people.adele, "help", /AKS On-Call/);
    expect(wordsOf(help.activity)).toContain("▲ Mode diagnose");
    await chain.ask(
      people.alex,
      "can-i kubectl get ns on prod-1",
      /✖ No, not on prod-1[\s\S]*upgrade freeze/,
    );
  });

  test("off, also after a restart: nothing of Azure is read, and whoever may can switch it on again", async () => {
    await setMode("mode off");
    await chain.restart();
    chain.azure.clearRequests();
    await chain.ask(people.alex, "diagnose prod-1", /I am switched off: Megan Bowen set mode off/);
    await chain.ask(people.alex, "clusters", /I am switched off/);
    expect(armCalls()).toEqual([]);
    await chain.ask(people.alex, "mode full", /Mode not changed[\s\S]*Only members of aks-leads/);
    await chain.ask(people.alex, "mode", /Mode: off[\s\S]*Megan Bowen/);
  });

  test("off while a command is on its way, after every other lock was open: it is never sent", async () => {
    chain.azure.clearRequests();
    chain.azure.setFaults([
      { match: { path: "Microsoft.Authorization/permissions" }, delay: 1500, times: 1 },
    ]);
    const before = chain.teams.shown().length;
    await chain.send(people.alex, "run `kubectl get ns` on prod-1");
    await until(() => armCalls().some(({ path }) => path.endsWith("/managedClusters/prod-1")));
    await chain.answer(before, /Running on prod-1/);
    await setMode("mode off because of an incident");
    await chain.answer(
      before,
      /I am switched off: .*reason: an incident[\s\S]*Nothing was sent to the cluster/,
    );
    chain.azure.setFaults([]);
    expect(posts()).toEqual([]);
  });

  test("off while a command runs in the cluster: its result is shown, another page of it is not", async () => {
    await chain.azure.loadScenario({ ...chain.azure.scenario, runCommand: { startDelayMs: 2000 } });
    chain.azure.clearRequests();
    const before = chain.teams.shown().length;
    await chain.send(people.alex, "run `kubectl get pods -A -o yaml` on prod-1", channelThread);
    await until(() => posts().length === 1);
    await setMode("mode off");
    const shown = await chain.answer(before, /Exit 0 on prod-1/, channelThread);
    const data = { v: 1, verb: "run.page", run: runIdIn(wordsOf(shown.activity)), page: 2 };
    expect(await chain.press(people.alex, channelThread, data)).toMatchObject({
      statusCode: 200,
      value: expect.stringContaining("I am switched off"),
    });
    await chain.azure.loadScenario({ ...chain.azure.scenario, runCommand: { startDelayMs: 50 } });
  });
});

test("was this the cause: by the button, and by its fallback in clients that cannot do better", async () => {
  const shown = await chain.ask(
    people.alex,
    "diagnose prod-1",
    /Engineers behind vnet-hub cannot reach the API server of prod-1/,
    channelThread,
  );
  expect(wordsOf(shown.activity)).toContain("Was this the cause?");
  const run = runIdIn(wordsOf(shown.activity));
  const answer = (value: "yes" | "no") => ({ v: 1, verb: "feedback", run, answer: value });
  expect(await chain.press(people.megan, channelThread, answer("yes"))).toEqual({
    statusCode: 200,
    type: "application/vnd.microsoft.activity.message",
    value: "Noted, thank you: yes. So far 1 said yes and 0 said no.",
  });
  expect(await chain.press(people.adele, channelThread, answer("no"))).toMatchObject({
    value: expect.stringContaining("none of the groups"),
  });
  const before = chain.teams.shown().length;
  await chain.send(people.alex, "", channelThread, { value: answer("no") });
  await chain.answer(before, /✔ Noted[\s\S]*So far 1 said yes and 1 said no/, channelThread);
  expect(
    await chain.press(people.alex, chatOf(people.alex), { ...answer("yes"), answer: "maybe" }),
  ).toMatchObject({
    value: "This button is from an older card. Please ask again.",
  });
});

test("forget me: nobody else can confirm; then sign-in and requests are gone", async () => {
  await chain.ask(
    people.patti,
    "diagnose prod-1",
    /Engineers behind vnet-hub cannot reach the API server of prod-1/,
  );
  const asked = await chain.ask(people.patti, "forget me", /Forget you\?/, channelThread);
  const pending = /F-[0-9A-Z]{10}/.exec(JSON.stringify(asked.activity))?.[0];
  const data = { v: 1, verb: "forget", pending };
  expect(await chain.press(people.alex, channelThread, data)).toMatchObject({
    value: expect.stringContaining("Only the person who asked can confirm"),
  });
  const before = chain.teams.shown().length;
  await chain.press(people.patti, channelThread, data);
  await chain.answer(before, /✔ Forgotten[\s\S]*1 request/, channelThread);
  await chain.ask(people.patti, "status", /No requests yet/);
  await chain.send(people.patti, "diagnose prod-1");
  await chain.answer(before, /Sign in so that I can go on as you/);
});

test("the trail tells all of it, and is intact", async () => {
  await chain.close();
  const variables = { DATA_DIR: dataDir };
  const { out } = await runHere(["audit", "export"], { variables });
  const events = out.split("\n").map((line) => JSON.parse(line));
  const of = (action: string) => events.filter((event) => event.action === action);
  const { policy } = of("policy.load")[0]?.detail ?? {};
  expect(policy).toMatch(/^[0-9a-f]{12}$/);
  const claim = { verdict: "broken", check: "dns.link-client", confidence: "certain", policy };
  expect(of("diagnosis.feedback").map(({ outcome, detail }) => [outcome, detail])).toEqual([
    ["recorded", { answer: "yes", ...claim }],
    ["denied", { answer: "no", ...claim }],
    ["recorded", { answer: "no", ...claim }],
  ]);
  expect(of("mode.set").map(({ outcome, detail }) => [outcome, detail.mode, detail.reason])).toEqual(
    expect.arrayContaining([
      ["succeeded", "diagnose", "upgrade freeze"],
      ["denied", "full", null],
      ["succeeded", "off", "an incident"],
    ]),
  );
  expect(of("command.finish").map(({ outcome }) => outcome)).toContain("denied");
  expect(of("person.forget")).toMatchObject([{ actor: people.patti.oid, outcome: "succeeded" }]);
  expect((await runHere(["audit", "verify"], { variables })).out).toContain("is intact");
});
