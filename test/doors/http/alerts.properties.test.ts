// Bodies that nobody documented: each source's own, changed at random places. Whatever comes, the answer is one of the
// codes that the source understands; what is refused leaves nothing behind, and what is taken is joined and shown.
import { createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import fc from "fast-check";
import { joinAlerts } from "../../../src/app/delivery/receive-alert.ts";
import { auditEntry } from "../../../src/app/identity/authorize.ts";
import { alertSources } from "../../../src/core/alert/alert.ts";
import { sources } from "../../../src/core/alert/sources/sources.ts";
import { alertRoutes } from "../../../src/doors/http/alerts.ts";
import { presentIncident } from "../../../src/presenters/incident/incident.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { start } from "../../app/setup.ts";
import { alex, threadOf } from "../../fakes/people.ts";
import {
  alertmanagerBody,
  crashLooping,
  grafanaBody,
  pagerDutyBody,
  pagerDutyIncident,
  ping,
} from "../../fixtures/alert-sources.ts";
import { alertBody, services as azureServices, clusterId } from "../../fixtures/alerts.ts";
import { draws } from "../../prove/sample.ts";

const secret = "0123456789abcdef0123";
const secrets = [secret];
const check = async () => ({ ok: true }) as const;
const keys = {
  azureMonitor: { by: "entraToken", check, appId: "azns", tenantId: "tenant" },
  alertmanager: { by: "password", secrets },
  grafana: { by: "signature", secrets },
  pagerDuty: { by: "signature", secrets },
} as const;

const bodies = {
  azureMonitor: azureServices.map(([, essentials, context]) => alertBody(essentials, context)),
  alertmanager: [
    alertmanagerBody(),
    alertmanagerBody([
      crashLooping({ status: "resolved", endsAt: "2026-08-22T16:20:00Z" }),
      crashLooping({ fingerprint: undefined }, { cluster_id: clusterId }),
    ]),
  ],
  grafana: [grafanaBody()],
  pagerDuty: [
    ...["incident.triggered", "incident.reopened"].map((type) => pagerDutyBody(type)),
    pagerDutyBody(
      "incident.resolved",
      pagerDutyIncident({ status: "resolved", priority: { summary: "P1" } }),
    ),
    ping,
  ],
} as const;

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, -1, 1e308, "", "\u0000", "\ud800", "0001-01-01T00:00:00Z", "+275760-09-13T00:00:00Z"],
    ...["constructor", "__proto__", "password=hunter22", "https://evil.example", "<at>all</at> **x** [y](z)"],
    ...[[], {}, [null], { length: 5_000 }, JSON.parse('{"__proto__":{"ok":true}}')],
  ),
  fc.anything({ maxDepth: 3 }),
  fc.string({ unit: "binary" }),
  fc.constant("漢".repeat(20_000)),
);

/** Where a body is changed, as fractions, so that one draw fits every body. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  how: fc.constantFrom("replaced", "removed", "doubled", "renamed"),
  by: junk,
});

type Change = Readonly<{ at: number; how: string; by: unknown }>;

/** All objects and lists in it, with each of their keys. */
const spotsIn = (value: unknown): [Record<string, unknown>, string][] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, member]) => [
        [value as Record<string, unknown>, key] as [Record<string, unknown>, string],
        ...spotsIn(member),
      ])
    : [];

function changed(body: unknown, { at, how, by }: Change): unknown {
  const copy = structuredClone(body);
  const spots = spotsIn(copy);
  const [owner, key] = spots[Math.floor(at * spots.length)] ?? [];
  if (owner === undefined || key === undefined) return by;
  if (how === "doubled" && Array.isArray(owner)) owner.push(owner[Number(key)]);
  else if (how === "removed") Reflect.deleteProperty(owner, key);
  else if (how === "renamed") owner[String(by)] = owner[key];
  else owner[key] = by;
  return copy;
}

/** What no JSON can say is left out; and now and then the text itself is cut or broken. */
function textOf(body: unknown, cut: number | null): string {
  const text =
    JSON.stringify(body, (_key, value) => (typeof value === "bigint" ? String(value) : value)) ?? "";
  return cut === null ? text : `${text.slice(0, cut * text.length)}\u0000`;
}

const request = (text: string): IncomingMessage => {
  const bytes = Buffer.from(text);
  const signature = createHmac("sha256", secret).update(bytes).digest("hex");
  const headers = {
    "content-type": "application/json",
    "content-length": String(bytes.length),
    authorization: `Bearer ${secret}`,
    "x-grafana-alerting-signature": signature,
    "x-pagerduty-signature": `v1=${signature}`,
  };
  return Object.assign(Readable.from([bytes]), { headers, socket: {} }) as unknown as IncomingMessage;
};

async function watching() {
  const fake = start();
  const { places, store, clock } = fake.services;
  const cluster = { id: clusterId, name: "prod-1" };
  const conversation = places.channelOf(threadOf(alex));
  const since = clock.now().toISOString();
  await store.addWatch(
    { cluster, conversation, by: alex, since },
    auditEntry(clock, alex, { action: "watch.add", outcome: "allowed" }),
  );
  return { fake, before: fake.memory.audit.length };
}

test.each(alertSources.map((source) => ({ source })))("$source", async ({ source }) => {
  const { path, statuses } = sources[source];
  const codes: number[] = [statuses.taken, statuses.unreadable, 413];
  let taken = 0;
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...bodies[source]),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.oneof(
        { weight: 20, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
      ),
      async (body, changes, cut) => {
        const { fake, before } = await watching();
        const route = alertRoutes(fake.services, keys).find((one) => one.path === path);
        const reply = await route?.answer(request(textOf(changes.reduce<unknown>(changed, body), cut)));
        expect(codes).toContain(reply?.status);
        expect(fake.logged).toEqual([]);
        await joinAlerts(fake.services);
        await fake.memory.outbox.deliverWaiting();
        if (reply?.status !== statuses.taken) {
          expect([fake.said.length, fake.memory.audit.length]).toEqual([0, before]);
          return;
        }
        taken += 1;
        shown += fake.said.length;
        for (const { answer } of fake.said) {
          if (answer.kind !== "incident") throw new Error(answer.kind);
          const card = JSON.stringify(presentIncident(answer, messages()).card);
          expect(card).not.toMatch(/hunter22|https?:..evil|<at>all|[^\\]\*\*x/);
        }
      },
    ),
    { numRuns: draws(150, 2_500) },
  );
  // Neither all refused nor all taken: the changes go to where it matters.
  expect(taken).toBeGreaterThan(0);
  expect(shown).toBeGreaterThan(0);
});
