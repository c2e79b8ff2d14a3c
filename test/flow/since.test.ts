// What differs from the last diagnosis that was delivered is told though nobody may read the activity log, and only to
// those who may read what differs.
import { people } from "../../simulator/people.ts";
import { arm } from "../simulator/support.ts";
import { chatOf, type Harness, startHarness, wordsOf } from "./harness.ts";

const scenario = "simulator/scenarios/hub-spoke.json";
let chain: Harness;
beforeAll(async () => {
  chain = await startHarness(scenario);
});
afterAll(() => chain?.close());

const logRefused = { match: { path: "eventtypes" }, status: 403, times: 1_000 };

function idOf(ending: RegExp): string {
  const found = chain.azure.scenario.resources.find(({ id }) => ending.test(id));
  if (found === undefined) throw new Error(`No resource like ${ending}.`);
  return found.id;
}

const diagnose = async (words: RegExp, person = people.alex) =>
  wordsOf((await chain.ask(person, "diagnose prod-1", words, chatOf(person))).activity);

test("broken since a healthy one: the rule that was added, and what changed once it is healthy again", async () => {
  chain.azure.setFaults([logRefused]);
  expect(await diagnose(/Reachable: prod-1/)).not.toMatch(/Since the|What changed since/);
  const rule = `${idOf(/networkSecurityGroups\/nsg-jump$/i)}/securityRules/deny-https-out`;
  const properties = {
    ...{ priority: 150, direction: "Outbound", access: "Deny", protocol: "Tcp" },
    ...{ sourceAddressPrefix: "*", sourcePortRange: "*", destinationAddressPrefix: "*" },
    destinationPortRange: "443",
  };
  expect((await arm(chain.azure, people.megan, "PUT", rule, { properties })).status).toBeLessThan(300);

  const broken = await diagnose(/Engineers behind vnet-hub cannot reach the API server of prod-1/);
  const told =
    /Since the good diagnosis of [-\d]+ [:\d]+ UTC: security rule deny-https-out of nsg-jump was added\./;
  expect(broken).toMatch(told);
  expect(broken).not.toContain("meganb@");
  expect(await diagnose(/Engineers behind vnet-hub cannot reach the API server of prod-1/)).toMatch(told);

  await chain.restart();
  expect(await diagnose(/Engineers behind vnet-hub cannot reach the API server of prod-1/)).toMatch(told);
  // Isaiah may not read the hub.
  expect(await diagnose(/prod-1[\s\S]*Could not be assessed/, people.isaiah)).not.toContain("deny-https-out");

  await arm(chain.azure, people.megan, "DELETE", rule);
  expect(await diagnose(/Reachable: prod-1/)).toMatch(
    /What changed since the degraded diagnosis of [-\d]+ [:\d]+ UTC: security rule deny-https-out of nsg-jump is gone\./,
  );
  expect(await diagnose(/Reachable: prod-1/)).not.toMatch(/Since the|What changed since/);
});

test("once everybody who had asked is forgotten, nothing is left to compare with", async () => {
  for (const person of [people.alex, people.isaiah]) {
    const asked = await chain.ask(person, "forget me", /What is kept of you|forget|Forget/);
    const data = /\{"v":1,"verb":"forget[^}]*\}/.exec(JSON.stringify(asked.activity))?.[0] ?? "{}";
    const before = chain.teams.shown().length;
    await chain.press(person, chatOf(person), JSON.parse(data));
    await chain.answer(before, /removed|Forgotten|forgotten/i, chatOf(person));
  }
  await chain.azure.loadScenario("simulator/scenarios/nsg-denies-443.json");
  chain.azure.setFaults([logRefused]);
  expect(await diagnose(/Engineers behind vnet-hub cannot reach the API server of prod-1/)).not.toContain(
    "Since the",
  );
});
