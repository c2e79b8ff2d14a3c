// A storm of alerts over two processes, and what stands in the channels in the end. Used by the test beside it.
import { setTimeout as sleep } from "node:timers/promises";
import { azureMonitorAppId, botAppId, people } from "../../simulator/people.ts";
import { alertBody } from "../fixtures/alerts.ts";
import { messageFrom, wordsOf } from "../flow/harness.ts";
import { besideCard, incidentOn } from "../flow/incident-cards.ts";
import type { Behaviour, Shown } from "../flow/teams.ts";
import { query } from "../store/postgres-server.ts";
import type { World } from "./product-process.ts";
import { deliver } from "./storm.ts";
import type { Connector } from "./teams-limits.ts";

const clusterOf = (index: number) => ({
  id: `/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/c-${index}`,
  name: `c-${index}`,
});
const channelOf = (index: number): string => `19:alerts-${index}@thread.tacv2`;

/** `n`: its number. */
export type Firing = Readonly<{ n: number; cluster: number; severity: number }>;

/** Each cluster is followed by these channels. */
export type Followed = Readonly<{ clusters: number; channelsOf: (cluster: number) => readonly number[] }>;

/** As the rows that `watch` writes. */
export async function follow({ azure, teams }: World, url: string, followed: Followed): Promise<void> {
  const by = { objectId: people.alex.oid, tenantId: azure.scenario.tenantId, displayName: "Alex Wilber" };
  for (let cluster = 0; cluster < followed.clusters; cluster += 1)
    for (const channel of followed.channelsOf(cluster)) {
      const key = channelOf(channel);
      const { tenantId } = azure.scenario;
      const conversation = {
        ...{ key, userId: `29:${people.alex.oid}`, personal: false, channelId: "msteams" },
        ...{
          serviceUrl: teams.serviceUrl,
          locale: "en-US",
          bot: { id: `28:${botAppId}`, name: "AKS On-Call" },
        },
        conversation: { id: key, conversationType: "channel", isGroup: true, tenantId, name: "" },
      };
      const { id } = clusterOf(cluster);
      const json = (value: unknown) => `'${JSON.stringify(value)}'::jsonb`;
      await query(
        url,
        `insert into watches values ('${id.toLowerCase()}', '${key}', ${json(clusterOf(cluster))}, ${json(conversation)}, ${json(by)}, now())`,
      );
    }
}

export type Reply = Readonly<{ status: number; milliseconds: number; at: number }>;

/** One delivery, as Azure Monitor makes it: again after a code or a silence that it takes for passing. */
export async function fire(
  { azure }: World,
  urls: () => readonly string[],
  { n, cluster, severity }: Firing,
  condition: "Fired" | "Resolved",
  tries: number,
): Promise<Reply> {
  const { id, name } = clusterOf(cluster);
  const token = await azure.tokenFor(azureMonitorAppId, botAppId);
  const body = JSON.stringify(
    alertBody({
      ...{
        alertId: `/subscriptions/s/providers/Microsoft.AlertsManagement/alerts/${n}`,
        originAlertId: `o-${n}`,
      },
      ...{ alertRule: `rule-${n}-`, severity: `Sev${severity}`, monitorCondition: condition },
      ...{ alertTargetIDs: [id.toLowerCase()], configurationItems: [name] },
      ...(condition === "Resolved" ? { resolvedDateTime: "2026-03-22T14:03:16Z" } : {}),
    }),
  );
  let reply: Reply = { status: 0, milliseconds: 0, at: 0 };
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const from = performance.now();
    const all = urls();
    const url = (all[attempt % all.length] ?? "").replace("/api/messages", "/api/alerts/azure-monitor");
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      connection: "close",
    };
    const signal = AbortSignal.timeout(10_000);
    const response = await fetch(url, { method: "POST", headers, body, signal }).catch(() => null);
    await response?.arrayBuffer().catch(() => null);
    const at = performance.now();
    reply = { status: response?.status ?? 0, milliseconds: at - from, at };
    if (reply.status === 200) return reply;
    await sleep(500);
  }
  return reply;
}

/** The eight ways in which Teams answers badly, as often each. */
export function eightFaults(chance: () => number, share: number): () => Behaviour {
  const faults: readonly Behaviour[] = [
    { kind: "refuse", status: 429, retryAfter: 1 },
    ...[500, 502, 503, 504, 412].map((status) => ({ kind: "refuse", status }) as const),
    { kind: "reset", taken: true },
    { kind: "hang" },
  ];
  return () =>
    chance() < share ? (faults[Math.floor(chance() * faults.length)] ?? { kind: "take" }) : { kind: "take" };
}

/** Everybody's client shows every card that asks for it, and fetches the newer one. */
export async function lookAtCards(world: World, urls: () => readonly string[]): Promise<void> {
  const { azure, teams } = world;
  for (const { id, conversation, activity } of [...teams.shown()]) {
    const [attachment] = (activity.attachments ?? []) as { content?: { refresh?: { action: unknown } } }[];
    const action = attachment?.content?.refresh?.action;
    if (action === undefined) continue;
    const place = { id: `${conversation};messageid=${id}`, conversationType: "channel" } as const;
    await deliver(
      world,
      urls,
      messageFrom(people.megan, place, teams.serviceUrl, azure.scenario.appId, {
        ...{ type: "invoke", name: "adaptiveCard/action", replyToId: id },
        value: { action, trigger: "automatic" },
      }),
    );
  }
}

/** How many alerts a card speaks of. */
const countOn = ({ activity }: Shown): number =>
  ["open", "resolved"]
    .map((state) => Number(new RegExp(`(\\d+) ${state}`).exec(wordsOf(activity))?.[1] ?? 0))
    .reduce((sum, count) => sum + count, 0);

/** How many alerts stand on the cards of each cluster in each channel, second cards counted once: by `shownKey`. */
export function alertsShown({ teams }: World): ReadonlyMap<string, number> {
  const cards = new Map<string, Readonly<{ key: string; count: number }>>();
  for (const message of teams.shown()) {
    const incident = incidentOn(message);
    const cluster = /\bc-(\d+)/.exec(wordsOf(message.activity))?.[1];
    if (incident === null || cluster === undefined) continue;
    const count = Math.max(cards.get(incident)?.count ?? 0, countOn(message));
    cards.set(incident, { key: `${cluster} ${message.conversation}`, count });
  }
  const sums = new Map<string, number>();
  for (const { key, count } of cards.values()) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}
export const shownKey = (cluster: number, channel: number): string => `${cluster} ${channelOf(channel)}`;

type Verdict = Readonly<{
  /** Alerts that were answered 200 and stand on no card that is known to stand. */
  nowhere: number;
  /** Cards that say fired of what is resolved, the other way round, or another number of alerts. */
  wrong: number;
  /** Second cards of one incident. */
  twins: number;
}>;

type Card = Readonly<{ id: string; message_id: string | null; place: string; total: string; open: string }>;

/** What stands in the channels, against what the database holds. `expected`: alerts taken, once for each channel. */
export async function judgeCards({ teams }: World, url: string, expected: number): Promise<Verdict> {
  const cards = (await query(
    url,
    `select root.id, message_id, root.place, count(*) as total, count(*) filter (where one.state = 'fired') as open
     from incidents root join incident_alerts one on one.incident_id = root.id
     left join outbox on outbox.key = 'incident|' || root.id
     group by root.id, message_id, root.place`,
  )) as Card[];
  const shown = teams.shown();
  let standing = 0;
  let wrong = 0;
  for (const card of cards) {
    const message = shown.find(({ id }) => id === card.message_id);
    if (!message || incidentOn(message) !== card.id) continue;
    standing += Number(card.total);
    const says = /[✔○] Resolved/.test(wordsOf(message.activity)) ? "resolved" : "fired";
    const is = Number(card.open) > 0 ? "fired" : "resolved";
    if (says !== is || countOn(message) !== Number(card.total)) wrong += 1;
  }
  const incidents = shown.flatMap((message) => incidentOn(message) ?? []);
  return { nowhere: expected - standing, wrong, twins: incidents.length - new Set(incidents).size };
}

/** What a message was when it was posted, and after each edit. */
const lifeOf = ({ history, activity, ...message }: Shown): readonly Shown[] =>
  [...history, activity].map((state) => ({ ...message, history: [], activity: state }));

type Order = Readonly<{
  /** Cards that spoke of fewer alerts after an edit than before: an older state took the place of a newer one. */
  backwards: number;
  /** Posts beside a card that came before the card. */
  early: number;
}>;

export function judgeOrder({ teams }: World): Order {
  const begun = new Set<string>();
  let [backwards, early] = [0, 0];
  for (const message of teams.shown()) {
    const [posted, ...edited] = lifeOf(message);
    if (posted === undefined) continue;
    const beside = besideCard.exec(wordsOf(posted.activity))?.[1];
    if (beside !== undefined && !begun.has(beside)) early += 1;
    const incident = incidentOn(posted);
    if (incident === null) continue;
    begun.add(incident);
    const counts = [posted, ...edited].filter((state) => incidentOn(state) === incident).map(countOn);
    if (counts.some((count, index) => count < (counts[index - 1] ?? 0))) backwards += 1;
  }
  return { backwards, early };
}

/** Second cards that were ever posted, and channels with more of them than there were posts without an answer. */
export function judgeTwins(
  { teams }: World,
  connector: Connector,
  killedAt: readonly number[],
): Readonly<{ posted: number; unexplained: readonly string[] }> {
  const cards = new Map<string, Set<string>>();
  const twins = new Map<string, number>();
  for (const message of teams.shown()) {
    const [posted] = lifeOf(message);
    const incident = posted ? incidentOn(posted) : null;
    if (incident === null) continue;
    const { conversation } = message;
    const known = cards.get(conversation) ?? new Set();
    cards.set(conversation, known);
    if (known.has(incident)) twins.set(conversation, (twins.get(conversation) ?? 0) + 1);
    known.add(incident);
  }
  return {
    posted: [...twins.values()].reduce((sum, count) => sum + count, 0),
    unexplained: [...twins].flatMap(([conversation, count]) =>
      count > connector.unanswered(conversation, killedAt) ? [conversation] : [],
    ),
  };
}
