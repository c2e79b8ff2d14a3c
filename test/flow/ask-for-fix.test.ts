// "Ask NAME": from the role assignments of Azure and the people of a channel to the one message that asks.
import { groups, people, subscriptions } from "../../simulator/people.ts";
import type { ScenarioInput } from "../../simulator/scenario/schema.ts";
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
const link = "simulator/scenarios/dns-link-missing.json";
const account = ({ oid, displayName }: (typeof people)["alex"]) => ({ id: `29:${oid}`, name: displayName });
const bot = { id: "28:bot", name: "AKS On-Call" };
/** Teams calls the id of Entra `objectId` here. */
const everybody = [
  bot,
  { ...account(people.adele), aadObjectId: people.adele.oid },
  { ...account(people.alex), objectId: people.alex.oid },
  { ...account(people.megan), objectId: people.megan.oid.toUpperCase(), tenantId: undefined },
  { ...account(people.patti), aadObjectId: people.patti.oid },
];

beforeAll(async () => {
  chain = await startHarness(link);
});
afterAll(() => chain?.close());
beforeEach(async () => {
  chain.azure.setFaults([]);
  chain.azure.clearRequests();
  chain.teams.setMembers(everybody);
  chain.timeouts.names = longPatience.names;
  await chain.azure.loadScenario(link);
});

const threadOf = (root: number): Place => ({
  ...channelThread,
  id: channelThread.id.replace(/\d+$/, `${root}`),
});
let threads = 0;
const newThread = () => threadOf(++threads);
const dataOf = (activity: unknown) =>
  /\{"v":1,"verb":"fix\.ask","run":"R-[0-9A-Z]+"\}/.exec(JSON.stringify(activity))?.[0] ?? "";
const diagnose = async (place: Place, person = people.alex) => {
  const { activity } = await chain.ask(
    person,
    "diagnose prod-1",
    /Engineers behind vnet-hub cannot reach the API server of prod-1/,
    place,
  );
  return { words: wordsOf(activity), data: dataOf(activity) };
};
const asks = (place: Place) =>
  chain.teams
    .shown()
    .filter(
      ({ conversation, activity }) => conversation === place.id && /"mention"/.test(JSON.stringify(activity)),
    );
const assigned = (roleAssignments: ScenarioInput["roleAssignments"], more: Partial<ScenarioInput> = {}) => {
  const { scenario } = chain.azure;
  const kept = scenario.roleAssignments.filter(({ principalId }) => principalId !== people.megan.oid);
  const all = [...kept, ...(roleAssignments ?? [])];
  return chain.azure.loadScenario({ ...scenario, roleAssignments: all, ...more });
};
const onBoth = (principalId: string, role: string) =>
  Object.values(subscriptions).map((id) => ({ principalId, scope: `/subscriptions/${id}`, role }));

test("Megan holds Contributor and is in the channel: named, asked once, whatever is pressed how often", async () => {
  const place = newThread();
  const { words, data } = await diagnose(place);
  expect(words).toContain("Megan Bowen's roles allow it.");
  expect(words).toContain("Ask Megan Bowen");
  const press = () => chain.press(people.alex, place, JSON.parse(data), { id: "press-once" });
  const before = chain.teams.shown().length;
  expect(await press()).toMatchObject({ value: "Asked Megan Bowen, in a message here. Nothing was run." });
  expect(await press()).toMatchObject({ value: "Already on it." });
  const shown = await chain.answer(before, /asks you to make this fix/, place);
  const said = wordsOf(shown.activity);
  expect(said).toContain("<at>Megan Bowen</at>: Alex Wilber asks you to make this fix");
  expect(said).toContain("az network private-dns link vnet create");
  expect(said).toMatch(/Until then[\s\S]*kubectl/);
  expect(JSON.stringify(shown.activity)).toContain(
    `{"type":"mention","text":"<at>Megan Bowen</at>","mentioned":{"id":"29:${people.megan.oid}","name":"Megan Bowen"}}`,
  );

  const again = /Megan Bowen was asked already/;
  expect(await chain.press(people.alex, place, JSON.parse(data))).toMatchObject({
    value: expect.stringMatching(again),
  });
  expect(await chain.press(people.patti, place, JSON.parse(data))).toMatchObject({
    value: expect.stringMatching(again),
  });
  await chain.restart();
  expect(await chain.press(people.alex, place, JSON.parse(data))).toMatchObject({
    value: expect.stringMatching(again),
  });
  await chain.shownSince(before);
  expect(asks(place)).toHaveLength(1);
});

test("all of it is read as the requester, in a few requests, and nothing of it changes anything", async () => {
  await diagnose(newThread());
  const about = chain.azure
    .requests()
    .filter(({ path }) => /roleAssignments|roleDefinitions|\/v1\.0\/groups/i.test(path));
  expect(about.length).toBeGreaterThan(2);
  // Two of them for who may agree to it.
  expect(about.length).toBeLessThan(11);
  expect(new Set(about.map(({ caller, method }) => `${method} ${caller}`))).toEqual(
    new Set([`GET ${people.alex.oid}`]),
  );
});

test("an older client's press, which is a message: told in a message", async () => {
  const place = newThread();
  const { data } = await diagnose(place);
  const before = chain.teams.shown().length;
  await chain.send(people.alex, "", place, { value: JSON.parse(data) });
  await chain.answer(before, /Asked Megan Bowen, in a message here/, place);
  await chain.answer(before, /asks you to make this fix/, place);
});

test("through a group in a group; lists come in pages", async () => {
  const nested = {
    groups: chain.azure.scenario.groups.map((group) =>
      group.id === groups.aksLeads ? { ...group, members: [groups.aksEmea] } : group,
    ),
    pageSize: 1,
  };
  await assigned(onBoth(groups.aksLeads, "Network Contributor"), nested);
  const { words } = await diagnose(newThread());
  expect(words).toContain("Patti Fernandez's roles allow it.");
  expect(words).toContain("Ask Patti");
});

test("a custom role for the one, a built-in role for the other", async () => {
  const [prod, hub] = Object.values(subscriptions).map((id) => `/subscriptions/${id}`);
  await assigned([
    { principalId: people.megan.oid, scope: prod ?? "", actions: ["*"], notActions: ["Microsoft.Compute/*"] },
    { principalId: people.megan.oid, scope: hub ?? "", role: "Network Contributor" },
  ]);
  expect((await diagnose(newThread())).words).toContain("Megan Bowen's roles allow it.");
});

const nobody = async (place: Place, person = people.alex) => {
  const { words, data } = await diagnose(place, person);
  expect(words).toContain("Who may: Private DNS Zone Contributor");
  expect(words).not.toMatch(/ may\.|Ask \p{Lu}/u);
  expect(data).toBe("");
};

test("a role that excludes it", async () => {
  const excluded = { actions: ["*"], notActions: ["Microsoft.Network/*/write"] };
  await assigned(
    Object.values(subscriptions).map((id) => ({
      ...{ principalId: people.megan.oid, scope: `/subscriptions/${id}` },
      ...excluded,
    })),
  );
  await nobody(newThread());
});

test("a group with nobody here is named, and nobody is asked", async () => {
  chain.teams.setMembers(everybody.filter(({ name }) => name !== "Megan Bowen"));
  await assigned(onBoth(groups.aksLeads, "Contributor"));
  const { words, data } = await diagnose(newThread());
  expect(words).toContain("The roles of the group aks-leads allow it.");
  expect(data).toBe("");
});

test("nobody: in a personal chat, for whoever may do it themself, and where nobody here may", async () => {
  await nobody(chatOf(people.alex));
  await nobody(newThread(), people.megan);
  chain.teams.setMembers([bot, ...everybody.slice(1, 3)]);
  await nobody(newThread());
});

test.each([
  ["Azure does not say who holds what", { match: { path: "roleAssignments" }, status: 403, times: 20 }],
  ["Azure takes its time", { match: { path: "roleAssignments.*atScope" }, delay: 60_000, times: 20 }],
  ["roles cannot be read", { match: { path: "roleDefinitions" }, status: 500, times: 20 }],
])("%s: the diagnosis comes as ever, and names nobody", async (_, fault) => {
  chain.timeouts.names = 2_000;
  chain.azure.setFaults([fault]);
  await nobody(newThread());
});

test("Teams does not say who is here", async () => {
  chain.timeouts.names = 2_000;
  chain.teams.behave(({ method }) => (method === "GET" ? { kind: "hang" } : { kind: "take" }));
  await nobody(newThread());
  chain.teams.behave(() => ({ kind: "take" }));
});

test("somebody whom the policy does not let diagnose asks nobody", async () => {
  const place = newThread();
  const { data } = await diagnose(place);
  expect(await chain.press(people.adele, place, JSON.parse(data))).toMatchObject({
    value: expect.stringMatching(/none of the groups/),
  });
  expect(asks(place)).toEqual([]);
});
