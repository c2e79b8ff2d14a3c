// Lists and single reads. A snapshot of every scenario that the product ships: test/e2e/verdicts.
import { type Person, people, subscriptions } from "../../../simulator/people.ts";
import { createClusterReader } from "../../../src/azure/collect/cluster-reader.ts";
import { saidGaps } from "../../said.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, scenario } from "../scenario.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

describe("list", () => {
  const list = async (person: Person) => {
    azure.simulator.setFaults([]);
    await azure.simulator.loadScenario(
      scenario({
        resources: [{ id: ids.cluster.replace("prod-1", "a-first"), location: "westeurope", properties: {} }],
      }),
    );
    return createClusterReader(azure.options).list(await azure.signIn(person));
  };

  test("every visible cluster, by name", async () => {
    expect(await list(people.alex)).toMatchObject({
      data: {
        clusters: [
          { name: "a-first", private: false },
          { name: "prod-1", private: true, resourceGroup: "rg-prod" },
        ],
        problem: null,
      },
    });
  });

  test("some subscriptions refused: said, beside those that were not", async () => {
    await azure.simulator.loadScenario(scenario());
    azure.simulator.setFaults([
      {
        match: { path: `${subscriptions.connectivity}/providers/Microsoft.ContainerService` },
        status: 403,
        body: { error: { code: "AuthorizationFailed", message: "no" } },
      },
    ]);
    const section = await createClusterReader(azure.options).list(await azure.signIn(people.alex));
    expect(section).toMatchObject({
      data: { clusters: [{ name: "prod-1" }], problem: { is: "notListed", unlisted: 1, subscriptions: 2 } },
    });
    const problem = section.status === "collected" ? section.data.problem : null;
    expect(problem && saidGaps(problem)).toMatch(/connectivity.*managedClusters\/read/);
  });

  test.each([
    [403, 403, "denied"],
    [500, 403, "failed"],
    [403, 500, "failed"],
  ])(
    "subscriptions that answer %i and %i: whether there may be more than the rights show",
    async (one, other, reason) => {
      const answering = (subscription: string, status: number) => ({
        match: { path: `${subscription}/providers/Microsoft.ContainerService` },
        status,
        body: {
          error: { code: status === 403 ? "AuthorizationFailed" : "InternalServerError", message: "no" },
        },
      });
      await azure.simulator.loadScenario(scenario());
      const reader = createClusterReader(azure.options);
      azure.simulator.setFaults([answering(subscriptions.connectivity, one)]);
      const partly = await reader.list(await azure.signIn(people.alex));
      expect(partly).toMatchObject({ status: "collected" });
      expect(partly.status === "collected" && partly.data.passing).toBe(one === 403 ? undefined : true);
      azure.simulator.setFaults([
        answering(subscriptions.connectivity, one),
        answering(subscriptions.prod, other),
      ]);
      expect(await reader.list(await azure.signIn(people.alex))).toMatchObject({
        status: "unavailable",
        reason,
      });
    },
  );

  test("nothing visible at all", async () => {
    expect(await list(people.adele)).toMatchObject({
      data: { clusters: [], problem: { is: "noSubscription" } },
    });
  });
});

describe("read", () => {
  test("one cluster, and what the person may do on it", async () => {
    await azure.simulator.loadScenario(scenario());
    azure.simulator.setFaults([]);
    const reader = createClusterReader(azure.options);
    const alex = await azure.signIn(people.alex);
    expect(await reader.read(alex, ids.cluster)).toMatchObject({
      status: "collected",
      data: { name: "prod-1" },
    });
    expect(await reader.permissions(alex, ids.cluster)).toMatchObject({ status: "collected" });
  });

  test("an id that is no cluster's sends no request", async () => {
    azure.simulator.clearRequests();
    const section = await createClusterReader(azure.options).read(await azure.signIn(people.alex), "prod-1");
    expect(section).toMatchObject({ reason: "notReached" });
    expect(armRequests(azure.simulator)).toHaveLength(0);
  });
});
