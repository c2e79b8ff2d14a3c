// One item of a list that no SDK understands hides nothing but itself, and is named.
import { people, subscriptions } from "../../simulator/people.ts";
import type { Fault } from "../../simulator/simulator.ts";
import { createClusterReader } from "../../src/azure/collect/cluster-reader.ts";
import { saidGaps, unreadInWords } from "../said.ts";
import { collect } from "./collect/collecting.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "./local-azure.ts";
import { ids, scenario } from "./scenario.ts";

type Json = NonNullable<Fault["body"]>;

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const clusterNamed = (name: string, properties: Json = {}) => ({
  id: ids.cluster.replace("prod-1", name),
  name,
  location: "westeurope",
  properties,
});

/** As a preview of the API gives it: an object, where the SDK expects a list. */
const preview = clusterNamed("preview", {
  agentPoolProfiles: [
    {
      name: "vms",
      virtualMachinesProfile: { scale: { autoscale: { size: "Standard_D2s_v5", minCount: 1 } } },
    },
  ],
});

const list = async (...pages: readonly Json[]) => {
  await azure.simulator.loadScenario(scenario());
  const path = `${subscriptions.prod}/providers/Microsoft.ContainerService/managedClusters\\?`;
  azure.simulator.setFaults(
    pages.map((body, index) => ({
      match: { path: index === 0 ? `${path}(?!.*page=)` : `${path}.*page=${index}` },
      status: 200,
      body,
    })),
  );
  azure.simulator.clearRequests();
  return createClusterReader(azure.options).list(await azure.signIn(people.alex));
};

const nextPage = () =>
  `${azure.simulator.url}/subscriptions/${subscriptions.prod}/providers/Microsoft.ContainerService/managedClusters?page=1`;

const namesIn = (section: Awaited<ReturnType<typeof list>>) =>
  section.status === "collected" ? section.data.clusters.map(({ name }) => name) : [];

const saidProblem = (section: Awaited<ReturnType<typeof list>>): string =>
  section.status === "collected" && section.data.problem ? saidGaps(section.data.problem) : "";

const problem =
  /^Could not read preview, one of the clusters of subscription .*: Azure describes it in a form that is not known here\.$/;

describe("the clusters of a subscription", () => {
  test("an odd one is named, and the others are there", async () => {
    const section = await list({ value: [clusterNamed("a"), preview, clusterNamed("b")] });
    expect(namesIn(section)).toEqual(["a", "b"]);
    expect(section).toMatchObject({ data: { problem: { is: "notListed", unlisted: 0 }, passing: true } });
    expect(saidProblem(section)).toMatch(problem);
  });

  test("on further pages too, and each page is asked for once", async () => {
    const section = await list(
      { value: [preview, clusterNamed("a")], nextLink: nextPage() },
      { value: [clusterNamed("b"), preview] },
    );
    expect(namesIn(section)).toEqual(["a", "b"]);
    const asked = armRequests(azure.simulator).filter(({ path }) => path.endsWith("/managedClusters"));
    expect(asked.filter(({ path }) => path.includes(subscriptions.prod))).toHaveLength(2);
  });

  test.each<[string, Json | null]>([
    ["null", null],
    ["a number", 7],
    ["a text", "cluster"],
    ["an item without properties", { id: "x", name: "bare" }],
    ["properties that are a list", clusterNamed("preview", [])],
    ["pools that are an object", clusterNamed("preview", { agentPoolProfiles: {} })],
  ])("%s among them: no exception, and the others are there", async (_case, item) => {
    const section = await list({ value: [item, clusterNamed("a")] });
    expect(namesIn(section)).toContain("a");
  });
});

describe("around a cluster", () => {
  const odd = (type: string, name: string, properties: Json) => ({
    id: `${ids.hubGroup}/providers/Microsoft.Network/${type}/${name}`,
    name,
    location: "westeurope",
    properties,
  });
  const read = (path: string, ...value: Json[]) =>
    collect(azure, {}, { faults: [{ match: { path }, status: 200, body: { value } }] });

  test("a load balancer that is odd is a gap by its name, not the end of the list", async () => {
    const snapshot = await read(
      "rg-hub/providers/Microsoft.Network/loadBalancers\\?",
      odd("loadBalancers", "strange", { frontendIPConfigurations: {} }),
      odd("loadBalancers", "plain", { provisioningState: "Succeeded" }),
    );
    expect(snapshot.loadBalancers.items.map(({ name }) => name)).toContain("plain");
    expect(unreadInWords(snapshot.loadBalancers.missing)).toMatchObject([
      {
        reason: "failed",
        message: expect.stringContaining("Could not read strange, one of the load balancers"),
      },
    ]);
  });

  test("a resolver that is odd is a gap by its name", async () => {
    const body = { value: [{ name: "strange", properties: 3 }] };
    const match = { path: "rg-hub/providers/Microsoft.Network/dnsResolvers\\?" };
    // Nobody asks for resolvers where every network asks Azure's own DNS.
    const snapshot = await collect(
      azure,
      { hubDnsServers: ["10.10.1.9"] },
      { faults: [{ match, status: 200, body }] },
    );
    expect(unreadInWords(snapshot.dnsInboundEndpoints.missing)).toMatchObject([
      { message: expect.stringContaining("Could not read strange, one of the DNS resolvers") },
    ]);
  });
});
