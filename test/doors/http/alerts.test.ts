// The doors for alerts over HTTP: who is let in, what is read of them, and which code makes each source's retries right.
import { createHmac } from "node:crypto";
import { joinAlerts } from "../../../src/app/delivery/receive-alert.ts";
import type { Services } from "../../../src/app/ports/services.ts";
import { type AlertSource, alertSources } from "../../../src/core/alert/alert.ts";
import { sources } from "../../../src/core/alert/sources/sources.ts";
import { type AlertKey, type AlertKeys, alertRoutes } from "../../../src/doors/http/alerts.ts";
import type { CallerCheck, HttpServer } from "../../../src/doors/http/http.ts";
import { serve } from "../../../src/doors/http/restify/serve.ts";
import { start } from "../../app/setup.ts";
import type { FakeServices } from "../../fakes/services.ts";
import {
  alertmanagerBody,
  crashLooping,
  grafanaBody,
  memoryHigh,
  pagerDutyBody,
  pagerDutyIncident,
  ping,
} from "../../fixtures/alert-sources.ts";
import { alertBody } from "../../fixtures/alerts.ts";

const accepting: CallerCheck = async (authorization) =>
  authorization === "Bearer good" ? { ok: true } : { ok: false, code: "refused", reason: "it has expired" };
const token = { by: "entraToken", check: accepting, appId: "azns", tenantId: "tenant" } as const;
const [secret, next] = ["0123456789abcdef0123", "fedcba9876543210fedc"];
const secrets = [secret, next];

const closed: AlertKeys = { azureMonitor: null, alertmanager: null, grafana: null, pagerDuty: null };
const opened: AlertKeys = {
  azureMonitor: token,
  alertmanager: { by: "password", secrets },
  grafana: { by: "signature", secrets },
  pagerDuty: { by: "signature", secrets },
};

const servers: HttpServer[] = [];
afterAll(() => {
  for (const server of servers) void server.stop(0);
});

type Opened = Readonly<{
  fake: FakeServices;
  post: (
    source: AlertSource,
    body: string,
    headers?: Record<string, string>,
  ) => Promise<Readonly<{ status: number; body: string }>>;
}>;

async function open(keys: AlertKeys = opened, more: Partial<Services["store"]> = {}): Promise<Opened> {
  const fake = start();
  const services = { ...fake.services, store: { ...fake.services.store, ...more } };
  const server = serve(alertRoutes(services, keys), services.log);
  servers.push(server);
  await server.listen(0, "127.0.0.1");
  const port = server.port();
  return {
    fake,
    post: async (source, body, headers = {}) => {
      const response = await fetch(`http://127.0.0.1:${port}${sources[source].path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body,
      });
      return { status: response.status, body: await response.text() };
    },
  };
}

const hmac = (key: string, text: string): string => createHmac("sha256", key).update(text).digest("hex");

/** As each source proves itself. */
const proof: Readonly<Record<AlertSource, (body: string) => Record<string, string>>> = {
  azureMonitor: () => ({ authorization: "Bearer good" }),
  alertmanager: () => ({ authorization: `Bearer ${secret}` }),
  grafana: (body) => ({ "x-grafana-alerting-signature": hmac(secret, body) }),
  pagerDuty: (body) => ({ "x-pagerduty-signature": `v1=${hmac(secret, body)}` }),
};

const alertOf: Readonly<Record<AlertSource, unknown>> = {
  azureMonitor: alertBody(),
  alertmanager: alertmanagerBody(),
  grafana: grafanaBody(),
  pagerDuty: pagerDutyBody("incident.triggered"),
};

const unknown = { status: 401, body: '{"error":"Unauthorized."}' };
const each = alertSources.map((source) => ({ source }));

describe.each(each)("$source", ({ source }) => {
  const { statuses, maxBodyBytes, path } = sources[source];
  const body = JSON.stringify(alertOf[source]);

  test("not set up: 401, the same for everybody, and the reason in the log alone", async () => {
    const { fake, post } = await open(closed);
    for (const sent of [body, "{", "x".repeat(60_000)])
      expect(await post(source, sent, proof[source](sent))).toEqual(unknown);
    const fields = { path, status: 401, reason: "this source is not set up", from: "127.0.0.1" };
    expect(fake.logged[0]).toEqual({ message: "request refused", fields });
  });

  test("without its proof: 401 without a word, and nothing is kept", async () => {
    const { fake, post } = await open();
    for (const sent of [body, "{", "x".repeat(60_000)]) expect(await post(source, sent)).toEqual(unknown);
    await joinAlerts(fake.services);
    expect(fake.memory.audit).toEqual([]);
  });

  test("an alert is taken, and its sender is on the trail", async () => {
    const { fake, post } = await open();
    expect(await post(source, body, proof[source](body))).toEqual({
      status: statuses.taken,
      body: '{"status":"received"}',
    });
    await joinAlerts(fake.services);
    const sender =
      source === "azureMonitor" ? { actor: "azns", tenant: "tenant" } : { actor: source, tenant: null };
    expect(fake.memory.audit).toMatchObject([{ action: "alert.fired", outcome: "recorded", ...sender }]);
  });

  test("delivered again: taken, and written down once", async () => {
    const { fake, post } = await open();
    for (let time = 0; time < 3; time += 1)
      expect((await post(source, body, proof[source](body))).status).toBe(statuses.taken);
    await joinAlerts(fake.services);
    expect(fake.memory.audit).toHaveLength(1);
  });

  test.each([
    ["not JSON", "{", 400],
    ["nothing", "", 400],
    ["another body", '{"schemaId":"<script>","version":"<script>"}', 400],
    ["half a letter", '{"version":"\ud800', 400],
    ["nested without end", "[".repeat(100_000), 400],
    ["too large", JSON.stringify({ more: "x".repeat(maxBodyBytes) }), 413],
  ])("%s: a code that is final, and a sentence that repeats nothing", async (_name, sent, status) => {
    const { fake, post } = await open();
    const reply = await post(source, sent, proof[source](sent));
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.body).error).toMatch(/^[A-Z].*\.$/);
    expect(reply.body).not.toContain("script");
    await joinAlerts(fake.services);
    expect(fake.memory.audit).toEqual([]);
  });

  test("what is not JSON by its type is not read", async () => {
    const { post } = await open();
    const headers = { ...proof[source](body), "content-type": "text/plain" };
    expect((await post(source, body, headers)).status).toBe(415);
  });

  test("the largest body is read", async () => {
    const { post } = await open();
    const filled = (length: number) =>
      JSON.stringify({ ...Object(alertOf[source]), more: "x".repeat(length) });
    const largest = filled(maxBodyBytes - filled(0).length);
    expect(largest).toHaveLength(maxBodyBytes);
    expect((await post(source, largest, proof[source](largest))).status).toBe(statuses.taken);
  });

  test("the database does not take it: a code after which the source delivers again", async () => {
    const takeAlerts = () => Promise.reject(new Error("password=hunter22"));
    const { fake, post } = await open(opened, { takeAlerts });
    const reply = await post(source, body, proof[source](body));
    expect(reply.status).toBe(statuses.notStored);
    expect(reply.status).toBe(503);
    expect(JSON.stringify([reply, fake.logged])).not.toContain("hunter22");
  });
});

test("the tenant's keys do not answer: 503, not 401", async () => {
  const check: CallerCheck = async () => ({ ok: false, code: "unavailable", reason: "the keys" });
  const { post } = await open({ ...opened, azureMonitor: { ...token, check } });
  expect((await post("azureMonitor", "{}", { authorization: "Bearer good" })).status).toBe(503);
});

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString("base64")}`;
const password: AlertKeys = { ...opened, grafana: { by: "password", secrets } };

describe.each(["alertmanager", "grafana"] as const)("the secret in a header: %s", (source) => {
  test.each<[string, string, boolean]>([
    ["a bearer token", `Bearer ${secret}`, true],
    ["in lower case", `bearer ${secret}`, true],
    ["the next one, while it is replaced", `Bearer ${next}`, true],
    ["a password, with any name", basic(`aks-oncall:${secret}`), true],
    ["a password without a name", basic(`:${next}`), true],
    ["another token", `Bearer ${secret}4`, false],
    ["a part of it", `Bearer ${secret.slice(0, 19)}`, false],
    ["both at once", `Bearer ${secret},${next}`, false],
    ["the secret as the name", basic(`${secret}:x`), false],
    ["no token", "Bearer ", false],
    ["another scheme", `Token ${secret}`, false],
    ["the bare secret", secret, false],
  ])("%s", async (_name, authorization, isLetIn) => {
    const { post } = await open(password);
    const reply = await post(source, JSON.stringify(alertOf[source]), { authorization });
    expect(isLetIn ? reply.status : reply).toEqual(isLetIn ? sources[source].statuses.taken : unknown);
  });
});

describe("a signature", () => {
  const body = JSON.stringify(alertOf.pagerDuty);
  const right = `v1=${hmac(secret, body)}`;
  test.each<[string, string, boolean]>([
    ["of the one secret", right, true],
    ["of the next one", `v1=${hmac(next, body)}`, true],
    ["one of two that is right", `v1=${hmac("another", body)},${right}`, true],
    ["with a space between", `${right}, v1=${"0".repeat(64)}`, true],
    ["of another body", `v1=${hmac(secret, `${body} `)}`, false],
    ["of another secret", `v1=${hmac("another", body)}`, false],
    ["of another version", right.replace("v1", "v2"), false],
    ["without its version", right.slice(3), false],
    ["cut short", right.slice(0, 60), false],
    ["in capitals", right.toUpperCase(), false],
    ["behind more than anybody sends", `${"v1=0,".repeat(10)}${right}`, false],
    ["the secret itself", `v1=${secret}`, false],
    ["none", "", false],
  ])("%s", async (_name, signature, isLetIn) => {
    const { post } = await open();
    const reply = await post("pagerDuty", body, { "x-pagerduty-signature": signature });
    expect(isLetIn ? reply.status : reply).toEqual(isLetIn ? 202 : unknown);
  });

  test("is made of the bytes as they came, not of what they mean", async () => {
    const { post } = await open();
    const spaced = JSON.stringify(alertOf.pagerDuty, null, 2).replace("Orders API", "Bestellungen für €");
    expect((await post("pagerDuty", spaced, proof.pagerDuty(spaced))).status).toBe(202);
    expect((await post("pagerDuty", spaced, proof.pagerDuty(body))).status).toBe(401);
  });
});

describe("a signature with the time of sending", () => {
  const body = JSON.stringify(alertOf.grafana);
  test.each<[string, number, (time: string) => string, boolean]>([
    ["now", 0, (time) => `${time}:${body}`, true],
    ["four minutes ago", -240, (time) => `${time}:${body}`, true],
    ["six minutes ago", -360, (time) => `${time}:${body}`, false],
    ["in six minutes", 360, (time) => `${time}:${body}`, false],
    ["a time that is not signed", 0, () => body, false],
    ["no time at all", Number.NaN, (time) => `${time}:${body}`, false],
  ])("%s", async (_name, seconds, signed, isLetIn) => {
    const { fake, post } = await open();
    const time = String(Math.floor(fake.services.clock.now().getTime() / 1_000) + seconds);
    const reply = await post("grafana", body, {
      "x-grafana-alerting-signature": hmac(secret, signed(time)),
      "x-grafana-alerting-timestamp": time,
    });
    expect(reply.status).toBe(isLetIn ? 200 : 401);
  });
});

test("a proof that the source does not have lets nobody in", async () => {
  const key: AlertKey = { by: "password", secrets };
  const { post } = await open({ ...opened, pagerDuty: key });
  expect(await post("pagerDuty", "{}", { authorization: `Bearer ${secret}` })).toEqual(unknown);
});

test("one source's secret opens no other door", async () => {
  const { post } = await open({ ...opened, alertmanager: { by: "password", secrets: [next] } });
  const reply = await post("alertmanager", JSON.stringify(alertmanagerBody()), {
    authorization: `Bearer ${secret}`,
  });
  expect(reply).toEqual(unknown);
});

describe("what becomes of deliveries", () => {
  const trailOf = async (deliveries: readonly (readonly [AlertSource, unknown])[]) => {
    const { fake, post } = await open();
    for (const [source, sent] of deliveries) {
      const text = JSON.stringify(sent);
      const reply = await post(source, text, proof[source](text));
      expect(reply.status).toBe(sources[source].statuses.taken);
    }
    await joinAlerts(fake.services);
    return fake.memory.audit.map(({ action, detail }) => `${action} ${detail.name}`);
  };
  const over = { status: "resolved", endsAt: "2026-08-22T16:20:00Z" };
  const incident = pagerDutyIncident({ status: "resolved" });

  test.each<[string, (readonly [AlertSource, unknown])[], string[]]>([
    ["PagerDuty's test", [["pagerDuty", ping]], []],
    [
      "several alerts at once, one of them twice",
      [
        [
          "alertmanager",
          alertmanagerBody([
            crashLooping(),
            crashLooping({ fingerprint: "01" }, { alertname: "KubeNodeNotReady", cluster: "prod-2" }),
            crashLooping(),
          ]),
        ],
      ],
      ["alert.fired KubePodCrashLooping", "alert.fired KubeNodeNotReady"],
    ],
    [
      "a group that is repeated with one more",
      [
        ["alertmanager", alertmanagerBody()],
        [
          "alertmanager",
          alertmanagerBody([crashLooping(), crashLooping({ fingerprint: "01" }, { alertname: "Other" })]),
        ],
      ],
      ["alert.fired KubePodCrashLooping", "alert.fired Other"],
    ],
    [
      "resolved before it fired",
      [
        ["grafana", grafanaBody([memoryHigh(over)])],
        ["grafana", grafanaBody()],
      ],
      ["alert.resolved High memory usage", "alert.fired High memory usage"],
    ],
    [
      "events of one incident, in any order",
      [
        ["pagerDuty", pagerDutyBody("incident.acknowledged")],
        ["pagerDuty", pagerDutyBody("incident.triggered")],
        ["pagerDuty", pagerDutyBody("incident.resolved", incident)],
        ["pagerDuty", pagerDutyBody("incident.escalated")],
        ["pagerDuty", pagerDutyBody("incident.resolved", incident)],
      ],
      ["alert.fired [prod-1] Orders fail", "alert.resolved [prod-1] Orders fail"],
    ],
  ])("%s", async (_name, deliveries, trail) => {
    expect(await trailOf(deliveries)).toEqual(trail);
  });
});
