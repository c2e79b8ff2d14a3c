// A channel follows several clusters by one line: who may do that, what an alert of one does then, and one line that ends both.
import { commonAlert } from "../../scripts/alert/common-alert.ts";
import { azureMonitorAppId, botAppId, people } from "../../simulator/people.ts";
import { chatOf, type Harness, type Place, startHarness, until } from "./harness.ts";
import { incidentOn } from "./incident-cards.ts";

const subscription = "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653";
const clusterId = (name: string): string =>
  `${subscription}/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/${name}`;
const ops: Place = { id: "19:ops@thread.tacv2;messageid=1700000000001", conversationType: "channel" };

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
  const { scenario } = chain.azure;
  const second = scenario.resources
    .filter(({ id }) => id === clusterId("prod-1"))
    .map((resource) => ({ ...resource, id: clusterId("prod-2") }));
  await chain.azure.loadScenario({ ...scenario, resources: [...scenario.resources, ...second] });
});
afterAll(() => chain?.close());

async function alarm(cluster: string, id: string, severity: string): Promise<void> {
  const token = await chain.azure.tokenFor(azureMonitorAppId, botAppId);
  const sent = {
    alertId: `${subscription}/providers/Microsoft.AlertsManagement/alerts/${id}`,
    ...{ origin: `origin-${id}`, firedAt: "2026-11-25T03:00:00.000Z" },
  };
  const about = { clusterId: clusterId(cluster), severity, condition: "Fired" as const };
  const response = await fetch(chain.azure.gatewayUrl.replace("messages", "alerts/azure-monitor"), {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(commonAlert({ ...about, sent, now: "2026-11-25T03:05:00.000Z" })),
  });
  expect(response.status).toBe(200);
}

/** Titles of the incident cards that stand in the channel. */
const cards = (): readonly string[] =>
  chain.teams
    .shown()
    .filter((message) => message.conversation === ops.id.split(";")[0] && incidentOn(message) !== null)
    .map(({ activity }) => String(activity.summary));

test("in no group: the policy refuses; without a role in Azure: Azure refuses", async () => {
  await chain.ask(people.adele, "watch prod-*", /Not allowed/, ops);
  await chain.ask(people.diego, "watch prod-*", /Azure refused/, ops);
});

test("in a personal chat: one sentence, as for one cluster", async () => {
  await chain.ask(people.alex, "watch prod-*", /mention me in a channel/, chatOf(people.alex));
});

test("both are followed, and an alert of one opens an incident", async () => {
  const line = "<at>AKS On-Call</at> watch prod-* sev<=1 here";
  await chain.ask(people.alex, line, /follows 2 clusters[\s\S]*Followed now: prod-1, prod-2/, ops);
  await alarm("prod-1", "mild", "3");
  await alarm("prod-2", "first", "1");
  await until(() => cards().length > 0);
  expect(cards()).toEqual([expect.stringContaining("Sev 1 · prod-2")]);
});

test("one line ends both", async () => {
  await chain.ask(people.alex, "stop watching prod-*", /No longer following 2 clusters/, ops);
  await chain.ask(people.alex, "watches", /follows no cluster/, ops);
});
