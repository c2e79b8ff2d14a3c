// How a channel's incidents went: shown to whoever asks, as far as they may diagnose the clusters, and posted each Monday
// where the channel wants that.
import type { ClusterRef } from "../../core/cluster-name.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import type { IntentOf } from "../../core/conversation/intent.ts";
import { messageWith } from "../../core/delivery/message.ts";
import {
  lastMonday,
  nextMonday,
  weekBefore,
  weekFrom,
  weeklyMilliseconds,
} from "../../core/incident/week.ts";
import { redact } from "../../core/redact/redact.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import { visible, watchesHere } from "../cluster/followed.ts";
import { auditEntry, authorizeRequest, byPolicy } from "../identity/authorize.ts";
import { modeInForce } from "../ports/mode-in-force.ts";
import type { Services, SignedInRequest } from "../ports/services.ts";

/** Of what the channel follows; written down, since it tells what is there. */
export async function showWeek(request: SignedInRequest): Promise<Answer> {
  const { services, asker } = request;
  const { store, clock } = services;
  const place = placeOf(asker.conversation.key);
  const watches = await visible(request, await watchesHere(request), ["diagnose"]);
  const detail = { place, shown: watches.length };
  await store.appendAudit(
    auditEntry(clock, asker.requester, { action: "incident.week", outcome: "recorded", detail }),
  );
  if (watches.length === 0) return { kind: "watches", watches: [] };
  const clusters = watches.map(({ cluster }) => cluster);
  return weekOf(services, place, clusters, clock.now(), await store.hasWeekly(place));
}

async function weekOf(
  { store }: Pick<Services, "store">,
  place: string,
  clusters: readonly ClusterRef[],
  until: Date,
  weekly: boolean,
): Promise<Answer> {
  const time = weekBefore(until);
  const week = weekFrom(await store.week({ place, clusters, ...time }));
  return { kind: "week", week, clusters: clusters.map(({ name }) => name), weekly, ...time };
}

/** Whoever may watch one of the clusters that the channel follows may do it, in every mode: it reads nothing of Azure. */
export async function setWeekly(request: SignedInRequest, { on }: IntentOf<"weekly">): Promise<Answer> {
  const { services, asker } = request;
  const { store, clock, places } = services;
  const [watch] = await visible(request, await watchesHere(request), ["watch"]);
  if (watch === undefined) return { kind: "watches", watches: [] };
  const { cluster } = watch;
  const authorized = await authorizeRequest(request, { kind: "watch", cluster }, "release");
  if (!authorized.ok) return authorized.answer;
  const place = placeOf(asker.conversation.key);
  const entry = auditEntry(clock, asker.requester, {
    ...{ action: "watch.weekly", outcome: "allowed", cluster: cluster.id, rule: authorized.decision.rule },
    detail: { place, on, ...byPolicy(services) },
  });
  const monday = lastMonday(clock.now());
  const isChanged = on
    ? await store.setWeekly(places.channelOf(asker.conversation), monday.toISOString(), entry)
    : await store.endWeekly(place, entry);
  return { kind: "weekly", outcome: outcomeOf(on, isChanged), next: nextMonday(monday).toISOString() };
}

const outcomeOf = (on: boolean, isChanged: boolean) =>
  on ? (isChanged ? "on" : "alreadyOn") : isChanged ? "off" : "alreadyOff";

/** Called again and again. Whichever process writes the card of a channel first sends it; after a day it is old news. */
export async function sendWeeklyCards(services: Services): Promise<void> {
  const { store, clock, log } = services;
  const monday = lastMonday(clock.now());
  if (clock.now().getTime() - monday.getTime() >= weeklyMilliseconds) return;
  const due = await store.weeklyDue(monday.toISOString());
  if (due.length === 0 || ((await modeInForce(services))?.mode ?? "off") === "off") return;
  for (const conversation of due)
    await sendWeekly(services, conversation, monday).catch((error: unknown) =>
      log.error("a weekly card was not written", {
        ...{ place: conversation.key, error: redact(String(error)).text },
      }),
    );
}

async function sendWeekly(services: Services, conversation: ConversationRef, monday: Date): Promise<void> {
  const { store, clock } = services;
  const place = conversation.key;
  const followed = (await store.watches()).filter((watch) => watch.conversation.key === place);
  const clusters = followed.map(({ cluster }) => cluster);
  const answer = await weekOf(services, place, clusters, monday, true);
  const card = messageWith(services.newId("M"), conversation, { show: "answer", answer, ofChannel: true });
  await store.sendWeekly(place, monday.toISOString(), card, {
    ...{ time: clock.now().toISOString(), actor: "system", tenant: null, action: "week.send" },
    ...{ outcome: "recorded", cluster: null, runId: null, rule: null },
    detail: { place, clusters: clusters.length },
  });
}
