// Two locks, both must open: ours by Entra group, Azure's by role. A closed one says which it is and what opens it.
import { groups, people } from "../../simulator/people.ts";
import { channelThread, type Harness, startHarness, wordsOf } from "./harness.ts";

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
});
afterAll(() => chain?.close());

const clusterId =
  "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/prod-1";

describe("our policy", () => {
  test.each(["diagnose cluster prod-1", "run `kubectl get pods -A` on prod-1", "access prod-1"])(
    "somebody in no group: %s",
    async (text) => {
      chain.azure.clearRequests();
      const shown = await chain.ask(people.adele, text, /Not allowed/);
      const words = wordsOf(shown.activity);
      expect(words).toContain("policy");
      expect(words).toContain("aks-oncall");
      expect(chain.azure.requests().filter(({ path }) => path.startsWith("/subscriptions"))).toEqual([]);
    },
  );

  test("a member of a group inside the group is a member", async () => {
    await chain.ask(people.patti, "diagnose prod-1", /Reachable: prod-1/);
  });

  test("more groups than a token holds: Graph is asked", async () => {
    const scenario = { ...chain.azure.scenario, groupOverageLimit: 0 };
    await chain.azure.loadScenario(scenario);
    chain.azure.clearRequests();
    // Somebody who did not just ask: a sign-in is used for another second.
    await chain.ask(people.megan, "diagnose prod-1", /Reachable: prod-1/);
    expect(chain.azure.requests().some(({ path }) => path.endsWith("/me/checkMemberGroups"))).toBe(true);
  });

  test("Graph fails: nobody is taken for a stranger, and nothing is allowed", async () => {
    await chain.azure.loadScenario({ ...chain.azure.scenario, groupOverageLimit: 0 });
    chain.azure.setFaults([{ match: { path: "checkMemberGroups" }, status: 503, times: 20 }]);
    const shown = await chain.ask(people.isaiah, "diagnose prod-1", /Not allowed|could not be read/i);
    expect(wordsOf(shown.activity)).toMatch(/groups? .*(could not|cannot)/i);
    chain.azure.setFaults([]);
    await chain.azure.loadScenario({ ...chain.azure.scenario, groupOverageLimit: 200 });
  });

  test("secrets are closed to everyone, by a rule with a name", async () => {
    const shown = await chain.ask(people.megan, "run `kubectl get secrets -n web` on prod-1", /Not allowed/);
    expect(wordsOf(shown.activity)).toContain("no-secrets");
  });
});

describe("Azure's access control", () => {
  test("policy allows, Azure shows no cluster: action and smallest role", async () => {
    const shown = await chain.ask(people.diego, "diagnose prod-1", /Azure refused/);
    const words = wordsOf(shown.activity);
    expect(words).toContain("Microsoft.ContainerService/managedClusters/read");
    expect(words).toContain("Reader");
  });

  test("by resource id: the exact scope", async () => {
    const shown = await chain.ask(people.diego, `run \`kubectl get pods\` on ${clusterId}`, /Azure refused/);
    const words = wordsOf(shown.activity);
    expect(words).toContain("Microsoft.ContainerService/managedClusters/read");
    expect(words).toContain("managedClusters/prod-1");
    expect(words).toContain("az role assignment create");
  });

  test("may look but not run: the missing action, its scope, the smallest built-in role", async () => {
    chain.azure.clearRequests();
    const shown = await chain.ask(
      people.isaiah,
      "run `kubectl get pods -A` on prod-1",
      /Microsoft\.ContainerService\/managedClusters\/runCommand\/action/,
    );
    const words = wordsOf(shown.activity);
    expect(words).toContain("prod-1");
    expect(words).toContain("Azure Kubernetes Service Contributor Role");
    expect(chain.azure.requests().filter(({ path }) => /runCommand$/i.test(path))).toEqual([]);
  });
});

test("Kubernetes' own access control has the last word", async () => {
  const shown = await chain.ask(
    people.alex,
    "run `kubectl get clusterrolebindings` on prod-1",
    /Kubernetes refused this/,
  );
  expect(wordsOf(shown.activity)).toContain("Error from server (Forbidden)");
});

describe("asked without turning a lock", () => {
  test.each([
    [people.alex, /yes.*prod-1/i],
    [people.isaiah, /runCommand\/action/],
    [people.adele, /no.*prod-1|see no cluster|Azure refused/i],
  ])("can-i, %#", async (person, words) => {
    await chain.ask(person, "can-i kubectl get pods -n web on prod-1", words);
  });

  test("whoami names person, groups and what they allow", async () => {
    const shown = await chain.ask(people.megan, "whoami", /You are Megan Bowen/);
    expect(wordsOf(shown.activity)).toContain("aks-leads");
  });

  test("status lists one's own requests", async () => {
    await chain.ask(people.alex, "diagnose prod-1", /Reachable/, channelThread);
    const shown = await chain.ask(people.alex, "status", /Your latest requests/);
    expect(wordsOf(shown.activity)).toContain("prod-1");
  });

  test("clusters lists what this person may see", async () => {
    const shown = await chain.ask(people.alex, "clusters", /clusters?/i);
    expect(wordsOf(shown.activity)).toContain("prod-1");
  });
});

test("the ids of the example policy are those of the scenario", () => {
  const ids = chain.azure.scenario.groups.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([groups.aksOncall, groups.aksLeads]));
});
