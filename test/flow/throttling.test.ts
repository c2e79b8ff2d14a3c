// Thirty diagnoses at once, before an Azure that refuses whoever asks too much: nobody is told "unknown" for it.
import { groups, type Person, people } from "../../simulator/people.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";
import { type Harness, startHarness, until, wordsOf } from "./harness.ts";

let chain: Harness;
let scenario: Scenario;
beforeAll(async () => {
  chain = await startHarness(undefined, undefined, { AZURE_REREAD_SECONDS: "10" });
  scenario = chain.azure.scenario;
});
afterAll(() => chain?.close());

/** People of the same group and rights as Alex, each with a bucket of their own. */
const colleagues: readonly Person[] = Array.from({ length: 2 }, (_, index) => ({
  oid: `00000000-0000-4000-8000-00000000000${index}`,
  displayName: `Colleague ${index}`,
  userPrincipalName: `colleague${index}@contoso.example`,
}));

/** Full buckets of Azure's own size, for people whose rights are Alex's. */
const withThrottling = (): Scenario => ({
  ...scenario,
  throttling: {
    reads: { bucket: 250, perSecond: 25 },
    writes: { bucket: 200, perSecond: 10 },
    deletes: { bucket: 200, perSecond: 10 },
  },
  principals: [...scenario.principals, ...colleagues.map((each) => ({ ...each, signedIn: true }))],
  groups: scenario.groups.map((group) =>
    group.id === groups.aksOncall
      ? { ...group, members: [...group.members, ...colleagues.map(({ oid }) => oid)] }
      : group,
  ),
  roleAssignments: [
    ...scenario.roleAssignments,
    ...scenario.roleAssignments
      .filter(({ principalId }) => principalId === people.alex.oid || principalId === groups.aksOncall)
      .flatMap((assignment) => colleagues.map(({ oid }) => ({ ...assignment, principalId: oid }))),
  ],
});

async function askAtOnce(askers: readonly Person[]) {
  await chain.azure.loadScenario(withThrottling());
  chain.azure.clearRequests();
  const before = chain.teams.shown().length;
  // Each in a place of its own, since a place has its own pace of answers.
  await Promise.all(
    askers.map((person, question) =>
      chain.send(person, "diagnose prod-1", {
        id: `19:${before}-${question}@thread.v2`,
        conversationType: "groupChat",
      }),
    ),
  );
  const answers = () =>
    chain.teams
      .shown()
      .slice(before)
      .map(({ activity }) => wordsOf(activity))
      .filter((words) => /Reachable|Unknown|Broken|Degraded/.test(words));
  await until(() => answers().length >= askers.length);
  const asked = chain.azure.requests().filter(({ path }) => path.startsWith("/subscriptions"));
  return {
    answers: answers(),
    requests: asked.length,
    refused: asked.filter(({ status }) => status === 429).length,
  };
}

test.each([
  ["one person", Array.from({ length: 30 }, () => people.alex)],
  ["two people", Array.from({ length: 15 }, () => colleagues).flat()],
])("by %s: thirty answers, each of them an answer", async (_name, askers) => {
  const { answers, requests, refused } = await askAtOnce(askers);
  const unknown = answers.filter((words) => !words.includes("Reachable"));
  expect({ answered: answers.length, unknown: unknown.length }).toEqual({ answered: 30, unknown: 0 });
  // Each answer on its own would be some forty requests, 1 200 together.
  expect(requests).toBeLessThan(600);
  expect(refused).toBe(0);
});
