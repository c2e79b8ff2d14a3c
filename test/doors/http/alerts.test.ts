// The door for alerts over HTTP: who is let in, what is read of them, and which code makes Azure Monitor try again.
import type { AddressInfo } from "node:net";
import { joinAlerts } from "../../../src/app/delivery/receive-alert.ts";
import type { Services } from "../../../src/app/ports/services.ts";
import { type AlertDoor, alertRoute } from "../../../src/doors/http/alerts.ts";
import { type CallerCheck, type Server, serve } from "../../../src/doors/http/http.ts";
import { start } from "../../app/setup.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { alertBody } from "../../fixtures/alerts.ts";

const sender = { appId: "461e8683-5575-4561-ac7f-899cc907d62a", tenantId: "tenant" };
const accepting: CallerCheck = async (authorization) =>
  authorization === "Bearer good" ? { ok: true } : { ok: false, code: "refused", reason: "it has expired" };
const opened: AlertDoor = { check: accepting, sender };

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function open(
  door: AlertDoor,
  more: Partial<Services["store"]> = {},
): Promise<{ fake: FakeServices; url: string }> {
  const fake = start();
  const services = { ...fake.services, store: { ...fake.services.store, ...more } };
  const server = serve([alertRoute(services, door)], services.log);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return { fake, url: `http://127.0.0.1:${port}/api/alerts/azure-monitor` };
}

async function post(url: string, body: string, authorization?: string, type = "application/json") {
  const headers = { "content-type": type, ...(authorization ? { authorization } : {}) };
  const response = await fetch(url, { method: "POST", headers, body });
  return { status: response.status, body: await response.text() };
}

const body = JSON.stringify(alertBody());
const nothing = { status: 401, body: '{"error":"Unauthorized."}' };

test.each<[string, AlertDoor, string | undefined, string]>([
  ["nothing configured", null, "Bearer good", "ALERTS_APP_ID is not set"],
  ["no token", opened, undefined, "it has expired"],
  ["a wrong token", opened, "Bearer secret-token", "it has expired"],
])(
  "%s: 401, the same for everybody, and the reason in the log alone",
  async (_name, door, authorization, reason) => {
    const { fake, url } = await open(door);
    for (const sent of [body, "{", "x".repeat(60_000)])
      expect(await post(url, sent, authorization)).toEqual(nothing);
    expect(fake.logged[0]).toEqual({
      message: "request refused",
      fields: { path: "/api/alerts/azure-monitor", status: 401, reason, from: "127.0.0.1" },
    });
    expect(JSON.stringify(fake.logged)).not.toContain("secret-token");
    // A handler behind the refusal would run after its answer.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(fake.memory.audit).toEqual([]);
    expect(fake.logged).toHaveLength(3);
  },
);

test("an alert: 200, and it is written down", async () => {
  const { fake, url } = await open(opened);
  expect(await post(url, body, "Bearer good")).toEqual({ status: 200, body: '{"status":"received"}' });
  await joinAlerts(fake.services);
  expect(fake.memory.audit).toMatchObject([{ action: "alert.fired", actor: sender.appId, tenant: "tenant" }]);
});

test.each([
  ["not JSON", "{", "application/json", 400],
  ["no JSON at all", body, "text/plain", 415],
  ["a form", "schemaId=x", "application/x-www-form-urlencoded", 415],
  ["nothing", "", "application/json", 400],
  ["not the schema", '{"schemaId":"x"}', "application/json", 400],
  ["too large", JSON.stringify({ ...alertBody(), more: "x".repeat(256 * 1024) }), "application/json", 413],
])("%s: a code that is final", async (_name, sent, type, status) => {
  const { fake, url } = await open(opened);
  expect((await post(url, sent, "Bearer good", type)).status).toBe(status);
  expect(fake.memory.audit).toEqual([]);
});

test("what is wrong with a body is one sentence that repeats nothing of it", async () => {
  const { url } = await open(opened);
  const reply = await post(url, '{"schemaId":"<script>"}', "Bearer good");
  expect(JSON.parse(reply.body).error).toMatch(/^This is not Azure Monitor's common alert schema \(schemaId/);
  expect(reply.body).not.toContain("script");
});

test("the largest alert that Azure Monitor sends is read", async () => {
  const { url } = await open(opened);
  const filled = (length: number) => JSON.stringify({ ...alertBody(), more: "x".repeat(length) });
  const largest = filled(256 * 1024 - filled(0).length);
  expect(largest).toHaveLength(256 * 1024);
  expect((await post(url, largest, "Bearer good")).status).toBe(200);
});

test("a database that fails: 503, which Azure Monitor tries again", async () => {
  const takeAlert = () => Promise.reject(new Error("password=hunter22"));
  const { fake, url } = await open(opened, { takeAlert });
  const reply = await post(url, body, "Bearer good");
  expect(reply.status).toBe(503);
  expect(JSON.stringify([reply, fake.logged])).not.toContain("hunter22");
});

test("the tenant's keys do not answer: 503, not 401", async () => {
  const check: CallerCheck = async () => ({ ok: false, code: "unavailable", reason: "the keys" });
  const { url } = await open({ check, sender });
  expect((await post(url, body, "Bearer good")).status).toBe(503);
});
