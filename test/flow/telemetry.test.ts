// What a monitoring system learns: the product at work, before a receiver of OpenTelemetry's protocol and a reader of
// Prometheus' text.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commonAlert } from "../../scripts/alert/common-alert.ts";
import { azureMonitorAppId, botAppId, people, subscriptions } from "../../simulator/people.ts";
import { type InstrumentName, instruments, mayBeTold, prefix } from "../../src/core/incident/instruments.ts";
import type { NumberName } from "../../src/core/incident/numbers.ts";
import { readsOnly } from "../fixtures/policy-files.ts";
import {
  buttonsOf,
  channelThread,
  chatOf,
  type Harness,
  type Place,
  startHarness,
  until,
  wordsOf,
} from "./harness.ts";
import { incidentOn } from "./incident-cards.ts";
import { type OtlpReceiver, type Point, startOtlpReceiver } from "./otlp-receiver.ts";

const reader = {
  id: "0f3b6a58-1d27-4c94-8e60-7a5d2b9c4e13",
  appId: "5b0f8c1d-3e62-4f97-a0d4-9c7e1b2f6a35",
  displayName: "aks-oncall-reader",
};
const clusterId = `/subscriptions/${subscriptions.prod}/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/prod-1`;
const token = "a-token-of-more-than-20";
const ops: Place = { id: "19:ops@thread.tacv2;messageid=1700000000001", conversationType: "channel" };
const changes = `
  - id: oncall-changes
    effect: allow
    groups: [aks-oncall]
    clusters: ["prod-*"]
    change: { verbs: ["*"], resources: ["*"], namespaces: ["*"], clusterScoped: true }
    approval: { count: 1, groups: [aks-leads], expires: 30m }
    show: thread
`;

let receiver: OtlpReceiver;
let folder = "";
let chain: Harness;
beforeAll(async () => {
  receiver = await startOtlpReceiver();
  folder = await mkdtemp(join(tmpdir(), "telemetry-"));
  const tokenFile = join(folder, "azure-identity-token");
  await writeFile(tokenFile, "projected");
  chain = await startHarness("simulator/scenarios/dns-link-missing.json", undefined, {
    ...{ READER_CLIENT_ID: reader.appId, READER_OBJECT_ID: reader.id, READER_NAME: reader.displayName },
    READER_TOKEN_FILE: tokenFile,
    ...{ METRICS_PORT: "0", METRICS_TOKEN: token },
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    ...{ OTEL_METRIC_EXPORT_INTERVAL: "500", OTEL_BSP_SCHEDULE_DELAY: "200" },
  });
  const policy = await readFile(chain.config.policyFile, "utf8");
  await chain.setPolicy(
    readsOnly(policy)
      .replace(/^rules:$/m, `rules:\n${changes}`)
      .replace("#reader: true", "reader: true")
      .replace("reader: true, expect: deny", "reader: true, expect: allow"),
  );
});
afterAll(async () => {
  await chain?.close();
  await receiver?.close();
  await rm(folder, { recursive: true, force: true });
});

const named = (name: string): readonly Point[] =>
  receiver.points().filter((point) => point.name === `${prefix}${name}`);

/** The series of one metric that have these attributes, together. */
const total = (name: string, attributes: Readonly<Record<string, string>> = {}): number =>
  named(name)
    .filter((point) => Object.entries(attributes).every(([key, value]) => point.attributes[key] === value))
    .reduce((sum, { value }) => sum + value, 0);

type Moved = readonly [name: InstrumentName | NumberName, attributes: Readonly<Record<string, string>>];

/** Does it, and waits until each of these has grown. */
async function moves(act: () => Promise<unknown>, ...expected: readonly Moved[]): Promise<void> {
  const before = expected.map((each) => total(...each));
  await act();
  await until(() => expected.every((each, index) => total(...each) > (before[index] ?? 0)));
}

const pressed = (message: unknown, title: RegExp) => {
  const button = buttonsOf(message).find((each) => title.test(each.title));
  if (!button) throw new Error(`no button ${title}: ${JSON.stringify(buttonsOf(message))}`);
  return button.data;
};

const fire = async (id: string) =>
  fetch(chain.azure.gatewayUrl.replace("messages", "alerts/azure-monitor"), {
    method: "POST",
    headers: {
      authorization: `Bearer ${await chain.azure.tokenFor(azureMonitorAppId, botAppId)}`,
      "content-type": "application/json",
    },
    body: JSON.stringify(
      commonAlert({
        ...{ clusterId, severity: "1", condition: "Fired" },
        sent: {
          alertId: `/subscriptions/${subscriptions.prod}/providers/Microsoft.AlertsManagement/alerts/${id}`,
          ...{ origin: `origin-${id}`, firedAt: "2026-11-25T03:00:00.000Z" },
        },
        now: "2026-11-25T03:05:00.000Z",
      }),
    ),
  });

const requestIn = (value: unknown): string => /R-[0-9A-Z]{10}/.exec(wordsOf(value))?.[0] ?? "";
const traceOf = (request: string) => createHash("sha256").update(request).digest("hex").slice(0, 32);

test("a sign-in by the code on the page", () =>
  moves(
    async () => {
      const chat = chatOf(people.lee);
      await chain.ask(people.lee, "sign out", /signed out/i);
      const before = chain.teams.shown().length;
      await chain.send(people.lee, "clusters");
      const card = await until(() =>
        chain.teams
          .shown()
          .slice(before)
          .find(({ activity }) => JSON.stringify(activity).includes("card.oauth")),
      );
      const [attachment] = card.activity.attachments as { content: { buttons: { value: string }[] } }[];
      const link = attachment?.content.buttons[0]?.value ?? "";
      const page = await (await fetch(link)).text();
      const state = (/name="state" value="([^"]+)"/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&");
      await fetch(new URL("/signin", link), { method: "POST", body: new URLSearchParams({ state }) });
      await chain.answer(before, /signed in/i, chat);
    },
    ["sign_ins_total", { way: "code", ended: "signedIn" }],
    ["sign_ins_total", { way: "stored", ended: "refused" }],
    ["activity_duration_seconds", { type: "signIn", ended: "done" }],
  ));

test("a diagnosis: of a message its way to the answer, a run, its calls of Azure, and the verdict", () =>
  moves(
    () => chain.ask(people.alex, "diagnose prod-1", /has no link to vnet-hub/),
    ["http_request_duration_seconds", { method: "POST", route: "/api/messages", status: "200" }],
    ["activity_duration_seconds", { type: "message", ended: "done" }],
    ["turn_duration_seconds", { ended: "answered" }],
    ["job_duration_seconds", { job: "execute", ended: "done" }],
    ["job_duration_seconds", { job: "deliver", ended: "done" }],
    ["arm_call_duration_seconds", { principal: "person", method: "GET", status: "200" }],
    ["sign_ins_total", { way: "onBehalfOf", ended: "signedIn" }],
    ["runs_total", { kind: "diagnose", state: "succeeded" }],
    ["verdicts_total", { verdict: "broken" }],
    ["deliveries_total", { step: "done" }],
  ));

test("a change, asked for and agreed on", () =>
  moves(
    async () => {
      const scale =
        "kubectl scale deployment/api --replicas=3 -n payments on prod-1 because orders are stuck";
      const waiting = await chain.ask(people.alex, scale, /Waits for approval/, channelThread);
      const review = await chain.press(people.megan, channelThread, pressed(waiting, /Review/));
      await chain.press(people.megan, channelThread, pressed(review, /Approve/));
    },
    ["activity_duration_seconds", { type: "press", ended: "done" }],
    ["runs_total", { kind: "change", state: "succeeded" }],
    ["changes_total", { kind: "change", state: "pendingApproval" }],
    ["changes_total", { kind: "change", state: "approved" }],
    ["changes_total", { kind: "change", state: "succeeded" }],
  ));

test("an incident that the bot's own identity reads", () =>
  moves(
    async () => {
      const { roleAssignments } = chain.azure.scenario;
      const given = Object.values(subscriptions).map((id) => ({
        ...{ principalId: reader.id, scope: `/subscriptions/${id}`, role: "Reader" },
      }));
      await chain.azure.loadScenario({
        ...chain.azure.scenario,
        servicePrincipals: [reader],
        roleAssignments: [...roleAssignments, ...given],
      });
      await chain.ask(people.alex, "watch prod-1", /This channel follows prod-1/, ops);
      await fire("identity");
      await until(() => chain.teams.shown().find((message) => incidentOn(message) !== null));
    },
    ["arm_call_duration_seconds", { principal: "identity", method: "GET", status: "200" }],
    ["http_request_duration_seconds", { route: "/api/alerts/azure-monitor", status: "200" }],
    ["incidents_opened", {}],
    ["alerts", {}],
  ));

test("Azure that refuses whoever asks too fast", async () => {
  const { scenario } = chain.azure;
  const tight = { bucket: 3, perSecond: 1 };
  await chain.azure.loadScenario({
    ...scenario,
    throttling: { reads: tight, writes: tight, deletes: tight },
  });
  await moves(
    () => chain.send(people.alex, "diagnose prod-1", { id: "a:throttled", conversationType: "personal" }),
    ["arm_throttles_total", { principal: "person", by: "azure" }],
    ["arm_call_duration_seconds", { principal: "person", status: "429" }],
  );
  await chain.azure.loadScenario(scenario);
});

test("a card that Teams takes in another place alone", async () => {
  const gone: Place = { id: "19:gone@thread.tacv2;messageid=1700000000001", conversationType: "channel" };
  chain.teams.behave(({ conversation, method }) =>
    conversation === gone.id && method === "POST" ? { kind: "refuse", status: 403 } : { kind: "take" },
  );
  const before = chain.teams.shown().length;
  await moves(() => chain.send(people.alex, "help", gone), ["deliveries_total", { step: "elsewhere" }]);
  const card = await chain.answer(before, /AKS On-Call/);
  const line = chain.logged.findLast((each) => each.startsWith("message goes to the personal chat"));
  expect(line).toContain(`"request":"${requestIn(card.activity)}"`);
  chain.teams.behave(() => ({ kind: "take" }));
});

test("a request has one id, on its card and in a trace of its own", async () => {
  const { activity } = await chain.ask(people.alex, "diagnose prod-1", /has no link to vnet-hub/);
  const request = requestIn(activity);
  const spans = () => receiver.spans().filter(({ attributes }) => attributes.request_id === request);
  const names = ["activity", "turn", "job", "arm_call"];
  await until(() => names.every((name) => spans().some((span) => span.name === name)));
  expect(new Set(spans().map(({ traceId }) => traceId))).toEqual(new Set([traceOf(request)]));

  const helped = await chain.ask(people.alex, "help", /AKS On-Call/);
  expect(requestIn(helped.activity)).not.toBe("");
  expect(requestIn(helped.activity)).not.toBe(request);
});

test("no instrument has stood still", () => {
  const still = Object.keys(instruments).filter((name) => total(name) === 0);
  expect(still).toEqual([]);
});

test("it says of which process it speaks, and nothing else", async () => {
  expect(Object.keys(receiver.resource()).sort()).toEqual([
    ...["service.instance.id", "service.name", "service.version"],
  ]);
  expect(receiver.resource()["service.name"]).toBe("aks-oncall");
});

/** Every label of what is counted in the database, with its values. */
const countedLabels: Readonly<Record<string, RegExp>> = {
  severity: /^(none|Sev[0-4])$/,
  state: /^[a-zA-Z]+$/,
  source: /^(azureMonitor|alertmanager|grafana|pagerDuty)$/,
  step: /^(acknowledged|explained|mitigated|resolved)$/,
  quantile: /^0\.[59]$/,
  explains: /^(yes|no|unknown)$/,
  what: /^(message|alert|request|seal|head)$/,
  rule: /^[\w .:/()[\]-]{1,120}$/,
};

test("no attribute of a metric or a trace has another name or value than the ones that are listed", () => {
  const spanNames = new Set(Object.keys(instruments).map((name) => name.replace(/_duration_seconds$/, "")));
  for (const { name, attributes } of receiver.points()) {
    const short = name.slice(prefix.length);
    const entries = Object.entries(attributes).map(([key, value]) => [key, String(value)] as const);
    const isGood =
      short in instruments
        ? mayBeTold(short as InstrumentName, Object.fromEntries(entries))
        : entries.every(([key, value]) => countedLabels[key]?.test(value));
    expect([name, attributes, isGood]).toEqual([name, attributes, true]);
  }
  for (const { name, attributes, events, status } of receiver.spans()) {
    const { request_id: request = "R-0000000000", ...rest } = attributes;
    expect(spanNames).toContain(name);
    expect(request).toMatch(/^R-[0-9A-Z]{10}$/);
    expect(mayBeTold(`${name}_duration_seconds` as InstrumentName, rest as Record<string, string>)).toBe(
      true,
    );
    expect([events, status.message]).toEqual([[], undefined]);
  }
});

test("nothing of a person, a cluster, a place or a line is in what was sent", () => {
  const sent = JSON.stringify([receiver.points(), receiver.spans()]);
  const { tenantId } = chain.config.app;
  const private_ = [people.alex, people.megan, people.lee].flatMap(
    ({ oid, displayName, userPrincipalName }) => [...[oid, displayName, userPrincipalName]],
  );
  for (const text of [
    ...private_,
    tenantId,
    "prod-1",
    "rg-prod",
    "thread.tacv2",
    "orders",
    "kubectl",
    "vnet-hub",
  ])
    expect(sent).not.toContain(text);
});

describe("for Prometheus", () => {
  const read = (authorization?: string) =>
    fetch(chain.metricsUrl(), { headers: authorization === undefined ? {} : { authorization } });

  test("the same series stand at a port of their own, for whoever has the token", async () => {
    expect((await read()).status).toBe(401);
    expect((await fetch(chain.botUrl().replace("/api/messages", "/metrics"))).status).toBe(404);
    const response = await read(`Bearer ${token}`);
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    const text = await response.text();
    const names = new Set(text.split("\n").flatMap((line) => /^# TYPE (\S+) /.exec(line)?.[1] ?? []));
    expect(names).toEqual(new Set(receiver.points().map(({ name }) => name)));
    expect(text).toMatch(/^aks_oncall_verdicts_total\{verdict="broken"\} [1-9]/m);
    expect(text).toMatch(/^aks_oncall_store_writable 1$/m);
    expect(text).toMatch(/^aks_oncall_oldest_waiting_seconds\{what="request"\} \d/m);
  });
});
