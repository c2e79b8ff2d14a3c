// Both locks at every look, and the policy's last word before a command is sent: over the wire, with the real kubectl.
import { readFile } from "node:fs/promises";
import { type Person, people, subscriptions } from "../../simulator/people.ts";
import {
  channelThread,
  chatOf,
  type Harness,
  longPatience,
  type Place,
  startHarness,
  wordsOf,
} from "./harness.ts";

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
});
afterAll(() => chain?.close());
afterEach(() => chain.azure.setFaults([]));

const command = "kubectl get pods -A on prod-1";
const runIdIn = (words: string): string => /R-[0-9A-Z]{10}/.exec(words)?.[0] ?? "";
const pageOf = (run: string) => ({ v: 1, verb: "run.page", run, page: 1 });
const show = async (person: Person, place: Place, run: string) =>
  JSON.stringify(await chain.press(person, place, pageOf(run)));

test("a workload in words that is not there: told so, and the diagnosis offered below", async () => {
  const before = chain.teams.shown().length;
  await chain.ask(people.alex, command, /Exit 0/);
  const shown = await chain.ask(people.alex, "what's wrong with pricing-worker", /Nothing called/);
  // This colleague may not list all kinds: what is missing is said.
  expect(wordsOf(shown.activity)).toMatch(
    /– Nothing called pricing-worker[\s\S]*kubectl says: Error from server \(Forbidden\)/,
  );
  const besides = await chain.answer(before, /Did you mean this, too\?/, chatOf(people.alex));
  expect(wordsOf(besides.activity)).toContain("diagnose");
});

describe("an output that is kept", () => {
  test("Azure refuses this colleague the run command: they read no page of it either", async () => {
    const shown = await chain.ask(people.alex, command, /Exit 0/, channelThread);
    const run = runIdIn(wordsOf(shown.activity));
    expect(await show(people.megan, channelThread, run)).toContain("application/vnd.microsoft.card.adaptive");
    const refused = await show(people.isaiah, channelThread, run);
    expect(refused).toContain("Azure does not let you see this");
    expect(refused).toContain("runCommand/action");
    expect(refused).not.toContain("card.adaptive");
  });

  test("stripped of all roles: not even one's own", async () => {
    const shown = await chain.ask(people.alex, command, /Exit 0/);
    const run = runIdIn(wordsOf(shown.activity));
    const before = chain.azure.scenario;
    await chain.azure.loadScenario({
      ...before,
      roleAssignments: before.roleAssignments.filter(({ principalId }) => principalId !== people.alex.oid),
    });
    expect(await show(people.alex, chatOf(people.alex), run)).toMatch(/lets? you see this/);
    await chain.azure.loadScenario(before);
    expect(await show(people.alex, chatOf(people.alex), run)).toContain("card.adaptive");
  });

  test("Azure is slow: the press is answered in time, and the page follows", async () => {
    const shown = await chain.ask(people.alex, command, /Exit 0/);
    const run = runIdIn(wordsOf(shown.activity));
    chain.azure.setFaults([{ match: { path: "/Microsoft.Authorization/permissions" }, delay: 1_500 }]);
    chain.timeouts.press = 500;
    const before = chain.teams.shown().length;
    expect(await show(people.alex, chatOf(people.alex), run)).toContain("longer than usual");
    chain.timeouts.press = longPatience.press;
    await chain.answer(before, /Exit 0/);
  });
});

test("the policy changes between ARM's answers and the command: nothing is sent, and the card says so", async () => {
  const policy = await readFile("policies/example.yaml", "utf8");
  const preparatory = { path: `${subscriptions.prod}.*/Microsoft.Authorization/permissions` };
  chain.azure.setFaults([{ match: preparatory, delay: 6_000 }]);
  chain.azure.clearRequests();
  const asked = chain.ask(people.alex, command, /no longer allows/);
  // Read once when it is asked, and once more by whoever sends it, after the policy was asked for the last time but one.
  const reads = () =>
    chain.azure.requests().filter(({ path }) => /managedClusters\/prod-1$/i.test(path)).length;
  while (reads() < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  // Without the file's own tests, which hold it to what it allowed.
  const [rules = ""] = policy.split(/^tests:/m);
  await chain.setPolicy(rules.replaceAll(/(run:\n(?:\s+#.*\n)*\s+verbs: )\["\*"\]/g, "$1[version]"));
  const words = wordsOf((await asked).activity);
  expect(words).toContain("Nothing was sent to the cluster.");
  expect(
    chain.azure.requests().filter(({ method, path }) => method === "POST" && /runCommand$/i.test(path)),
  ).toEqual([]);
  await chain.setPolicy(policy);
});
