// The test door: what was asked, faults, delays, another scenario, and keys that outlive a restart.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { people } from "../../simulator/people.ts";
import { type Fault, type Simulator, startSimulator } from "../../simulator/simulator.ts";
import * as ids from "./ids.ts";
import { arm, scenarioFile, send, startTrusted } from "./support.ts";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startTrusted();
});
beforeEach(() => {
  simulator.clearRequests();
  simulator.setFaults([]);
});
afterAll(() => simulator.close());

test("each request is logged with its caller", async () => {
  await arm(simulator, people.alex, "GET", ids.cluster);
  const { text } = await send(`${simulator.url}/_sim/requests`, "GET", {});
  const [entry, ...more] = JSON.parse(text);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    method: "GET",
    path: ids.cluster,
    apiVersion: "2025-03-01",
    query: "api-version=2025-03-01",
    caller: people.alex.oid,
    audience: "https://management.azure.com",
    status: 200,
  });
  expect(Date.parse(entry.endedAt)).toBeGreaterThanOrEqual(Date.parse(entry.startedAt));
  await send(`${simulator.url}/_sim/requests`, "DELETE", {});
  expect(simulator.requests()).toEqual([]);
});

test("a fault answers as often as it says, for whom it says", async () => {
  const fault = {
    match: {
      method: "GET",
      path: "managedClusters/prod-1$|managedClusters/prod-1\\?",
      caller: people.alex.oid,
    },
    status: 429,
    headers: { "retry-after": "7" },
    body: { error: { code: "TooManyRequests", message: "Wait." } },
    times: 1,
  };
  expect((await send(`${simulator.url}/_sim/faults`, "POST", {}, [fault])).status).toBe(204);
  expect((await arm(simulator, people.megan, "GET", ids.cluster)).status).toBe(200);
  expect((await arm(simulator, people.alex, "GET", ids.hubNetwork)).status).toBe(200);
  const failed = await arm(simulator, people.alex, "GET", ids.cluster);
  expect(failed).toMatchObject({ status: 429, body: fault.body });
  expect(failed.headers.get("retry-after")).toBe("7");
  expect((await arm(simulator, people.alex, "GET", ids.cluster)).status).toBe(200);
});

test("a fault without a status only delays", async () => {
  simulator.setFaults([{ match: { path: "/managedClusters/" }, delay: 500 }]);
  const answered: string[] = [];
  const ask = async (id: string) => {
    expect((await arm(simulator, people.alex, "GET", id)).status).toBe(200);
    answered.push(id);
  };
  await Promise.all([ask(ids.cluster), ask(ids.hubNetwork)]);
  expect(answered).toEqual([ids.hubNetwork, ids.cluster]);
});

const tableCalled = (name: string) => `${ids.clusterGroup}/providers/Microsoft.Network/routeTables/${name}`;

test.each<[string, Fault, number | "none"]>([
  ["answers otherwise", { match: {}, taken: true, status: 500 }, 500],
  ["hangs up", { match: {}, taken: true, reset: true }, "none"],
  ["answers late", { match: {}, taken: true, delay: 300 }, 201],
])("a fault that %s after it has taken the request: it is done", async (_name, fault, status) => {
  const table = tableCalled(`of-${status}`);
  simulator.setFaults([{ ...fault, match: { method: "PUT" }, times: 1 }]);
  const answered = arm(simulator, people.megan, "PUT", table, { location: "westeurope" });
  if (status === "none") await expect(answered).rejects.toThrow("fetch failed");
  else expect((await answered).status).toBe(status);
  expect((await arm(simulator, people.megan, "GET", table)).status).toBe(200);
});

test("a fault that hangs up before: nothing is done", async () => {
  const table = tableCalled("never");
  simulator.setFaults([{ match: { method: "PUT" }, reset: true, times: 1 }]);
  await expect(arm(simulator, people.megan, "PUT", table, { location: "westeurope" })).rejects.toThrow();
  expect((await arm(simulator, people.megan, "GET", table)).status).toBe(404);
});

test("a fault with a wrong key is refused", async () => {
  const reply = await send(`${simulator.url}/_sim/faults`, "POST", {}, [{ match: {}, staus: 500 }]);
  expect(reply).toMatchObject({ status: 400, body: { error: expect.stringContaining("staus") } });
});

test("another scenario begins from its beginning; a wrong one changes nothing", async () => {
  const put = (body: unknown) => send(`${simulator.url}/_sim/scenario`, "PUT", {}, body);
  expect((await put({ name: "empty" })).status).toBe(400);
  expect(simulator.scenario.name).toBe("hub-spoke");
  expect((await put(scenarioFile("stopped"))).status).toBe(204);
  expect(simulator.scenario.name).toBe("stopped");
  const { body } = await arm(simulator, people.alex, "GET", ids.cluster);
  expect(body.properties.powerState.code).toBe("Stopped");
});

test("a restart keeps the CA, also when two start at once", async () => {
  const localDir = await mkdtemp(path.join(tmpdir(), "local-azure-"));
  const options = { scenario: scenarioFile("hub-spoke"), localDir };
  const [one, two] = await Promise.all([startSimulator(options), startSimulator(options)]);
  await Promise.all([one.close(), two.close()]);
  const three = await startSimulator(options);
  await three.close();
  expect(new Set([one.caPem, two.caPem, three.caPem]).size).toBe(1);
});

test("everything the product needs is in the environment", () => {
  const names = [
    "ALERTS_ALERTMANAGER_TOKEN ALERTS_APP_ID ALERTS_GRAFANA_SIGNING_SECRET ALERTS_PAGERDUTY_SIGNING_SECRET",
    "ARM_ENDPOINT ARM_SCOPE AZURE_AUTHORITY_HOST BOT_CALLER_ID BOT_EMULATOR_OPENID_METADATA_URL BOT_LOGIN_URL",
    "BOT_OAUTH_SCOPE BOT_OAUTH_URL BOT_OPENID_METADATA_URL BOT_TOKEN_ISSUER BOT_VALIDATE_AUTHORITY GRAPH_ENDPOINT",
    "MICROSOFT_APP_ID MICROSOFT_APP_PASSWORD MICROSOFT_APP_TENANT_ID NODE_EXTRA_CA_CERTS OAUTH_CONNECTION_NAME",
  ];
  expect(Object.keys(simulator.environment).toSorted()).toEqual(names.flatMap((line) => line.split(" ")));
  expect(Object.values(simulator.environment)).not.toContain("");
});
