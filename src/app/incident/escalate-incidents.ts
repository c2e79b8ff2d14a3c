// An incident that nobody takes: whoever is on call for its cluster, and is in its channel, is mentioned in its thread.
import { mostMentioned } from "../../core/access/who-may.ts";
import type { AuditEntry, AuditEvent } from "../../core/audit/audit-event.ts";
import type { ClusterRef } from "../../core/cluster-name.ts";
import type { Incident } from "../../core/incident/incident.ts";
import type { StoryEntry } from "../../core/incident/story.ts";
import type { Call } from "../../core/incident/watch.ts";
import {
  isReadAsPerson,
  namesOfRead,
  type OnCallNow,
  type OnCallPerson,
  type OnCallSchedule,
} from "../../core/on-call/on-call.ts";
import { callsFor, nextCall } from "../../core/policy/on-call.ts";
import { escalatesAfter } from "../../core/policy/policy.ts";
import { redact } from "../../core/redact/redact.ts";
import { personKey, type Requester } from "../../core/requester.ts";
import { foldCase } from "../../core/text/text.ts";
import { messageOf } from "../delivery/outbox-messages.ts";
import { auditEntry, byPolicy } from "../identity/authorize.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import { modeInForce } from "../ports/mode-in-force.ts";
import type { AddressedMember } from "../ports/role-reader.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { volunteerFor } from "./volunteer.ts";

/** More of them nobody reads, and each is a question to a service. */
const mostSchedules = 10;

/**
 * Called again and again. Whichever process takes an incident first calls, and where it goes away in it, another one does. That a
 * call was made is written with its message: none is made twice.
 */
export async function escalateIncidents(services: Services): Promise<void> {
  const { store, clock, log, policy } = services;
  const minutes = escalatesAfter(policy());
  // What is switched off calls nobody, and does so later where it is still due.
  if (minutes === null || ((await modeInForce(services))?.mode ?? "off") === "off") return;
  const now = clock.now();
  const before = new Date(now.getTime() - minutes * 60_000).toISOString();
  const call = async ({ id, made }: Taken): Promise<void> => {
    if (await escalate(services, id, made, minutes)) await store.settle(id, "call");
  };
  const callsOf = (cluster: ClusterRef): number => callsFor(policy(), cluster).length;
  const taken = await store.takeUntaken(now.toISOString(), before, callsOf);
  // All at once: none waits for the others until it counts as left behind.
  await Promise.all(
    taken.map((one) =>
      call(one).catch((error: unknown) =>
        log.error("nobody was called to an incident", {
          incident: one.id,
          error: redact(String(error)).text,
        }),
      ),
    ),
  );
}

type Taken = Awaited<ReturnType<Services["store"]["takeUntaken"]>>[number];

/** `made`: so many calls were made before. False: its card was deleted at this moment, and will be posted again; then it is called. */
async function escalate(services: Services, id: string, made: number, minutes: number): Promise<boolean> {
  const { store, places, policy, clock } = services;
  const incident = await store.incident(id);
  if (incident === null || incident.messageId === null) return false;
  const { cluster, conversation, messageId } = incident;
  const schedules = callsFor(policy(), cluster)[made] ?? [];
  const at = clock.now().toISOString();
  const as = schedules.some(({ source }) => isReadAsPerson(source))
    ? await volunteerFor(services, incident)
    : null;
  const called = await whomToCall(services, incident, schedules, new Date(at), as);
  const { here, elsewhere, unread, unattended } = called;
  for (const one of idsOf(here)) await store.rememberName(one);
  const people = here.map(({ member: { userId, name } }) => ({ userId, name }));
  const call: Call = {
    ...{ at, schedules: schedules.map(({ name }) => name) },
    people: idsOf(here.slice(0, mostMentioned)),
  };
  const before = incident.calling?.made ?? [];
  const next = nextCall(policy(), cluster, { made: [...before, call], since: at });
  const message = messageOf(services, places.threadOf(conversation, messageId), {
    ...{ kind: "incidentEscalated", incident: id, cluster: cluster.name },
    minutes: minutes + minutesBetween(before[0]?.at ?? at, at),
    ...{ people, elsewhere, unread, before, ...(next !== null && { next }) },
    ...(unattended.length > 0 && { unattended }),
    ...(as !== null && { readAs: as.requester.displayName }),
  });
  await store.stepIncident(id, ({ status, reopened, calling }) => {
    // Whoever took it meanwhile needs no call, and what another process made is made.
    const isDue = status.state === "open" && reopened === incident.reopened && calling?.made.length === made;
    return isDue
      ? {
          ...{ said: null, to: null, messages: [message], call },
          audit: entryOf(incident, made + 1, at, called, as),
        }
      : { said: null, to: null, messages: [], audit: null };
  });
  return true;
}

const minutesBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);

/** `step`: which call of its opening it is. */
const entryOf = (
  { id, cluster }: Incident,
  step: number,
  time: string,
  called: Called,
  as: RequesterCredential | null,
): AuditEntry => ({
  ...{ time, actor: "system", tenant: null, action: "incident.escalate", outcome: "recorded" },
  ...{ cluster: cluster.id, runId: null, rule: null },
  detail: {
    ...{ incident: id, step, ...detailOf(called) },
    ...(as !== null && { readAs: personKey(as.requester) }),
  },
});

/** Ids alone: names stand where `forget me` reaches them. It reaches none that only a schedule has: of those the number is kept. */
function detailOf({ here, schedules, elsewhere, unread, unattended }: Called): AuditEvent["detail"] {
  const [mentioned, named] = [here.slice(0, mostMentioned), here.slice(mostMentioned)];
  const idsIn = (members: Called["here"]) => idsOf(members).map(personKey).join(" ");
  return {
    ...{ mentioned: mentioned.length, people: idsIn(mentioned) },
    ...{ named: named.length, namedPeople: idsIn(named) },
    ...{ elsewhere: elsewhere.length, schedules: schedules.join(", ") },
    unread: [...unread, ...unattended].join(", "),
  };
}

/** `here`: in the channel. `elsewhere`: names of others. `read`: what each schedule said; `schedules`: those that were read. */
type Called = Readonly<{
  here: readonly AddressedMember[];
  read: readonly Readonly<{ name: string; now: OnCallNow }>[];
  schedules: readonly string[];
  elsewhere: readonly string[];
  unread: readonly string[];
  unattended: readonly string[];
}>;

/** `as`: with whose rights those are read that only a person may read; the others are read as nobody. */
async function whomToCall(
  { onCall, roster, timeouts }: Services,
  { conversation }: Incident,
  schedules: readonly OnCallSchedule[],
  at: Date,
  as: RequesterCredential | null,
): Promise<Called> {
  const isUnattended = ({ source }: OnCallSchedule): boolean => as === null && isReadAsPerson(source);
  const asked = schedules.slice(0, mostSchedules);
  const [members, read] = await Promise.all([
    roster.addressed(conversation, timeouts.names),
    Promise.all(
      asked
        .filter((schedule) => !isUnattended(schedule))
        .map(async (schedule) => ({
          name: schedule.name,
          now: await onCall.now(schedule, at, isReadAsPerson(schedule.source) ? as : null),
        })),
    ),
  ]);
  const all = read.flatMap(({ now }) => (now.ok ? now.people : []));
  const found = all.map((person) => ({ person, member: memberFor(person, members ?? []) }));
  const here = found.flatMap(({ member }) => (member === null ? [] : [member]));
  return {
    here: [...new Map(here.map((one) => [one.member.userId, one])).values()],
    read,
    schedules: read.flatMap(({ name, now }) => (now.ok ? [name] : [])),
    elsewhere: [...new Set(found.flatMap(({ person, member }) => (member === null ? [person.name] : [])))],
    unread: read.flatMap(({ name, now }) => (now.ok ? [] : [name])),
    unattended: asked.filter(isUnattended).map(({ name }) => name),
  };
}

/**
 * Who was on call and not in the channel when it was called last, by what the schedules say of that moment. Empty where that
 * is not as many as were counted then: a schedule, or the channel, was changed since.
 */
export async function calledElsewhere(
  services: Services,
  asker: ConversationContext,
  incident: Incident,
  entries: readonly StoryEntry[],
): Promise<readonly string[]> {
  const call = entries.findLast(({ event }) => event.is === "escalated");
  if (call?.event.is !== "escalated" || call.event.elsewhere === 0) return [];
  const { step, elsewhere: counted } = call.event;
  const schedules = callsFor(services.policy(), incident.cluster)[step - 1] ?? [];
  const { elsewhere, read } = await whomToCall(services, incident, schedules, new Date(call.at), null);
  const about = { incident: incident.id, at: call.at };
  await services.store.appendAudit(
    auditEntry(services.clock, asker.requester, {
      ...{ action: "onCall.read", outcome: "recorded", cluster: incident.cluster.id },
      detail: { ...about, ...namesOfRead(read), ...byPolicy(services) },
    }),
  );
  return elsewhere.length === counted ? elsewhere : [];
}

const idsOf = (members: readonly AddressedMember[]): readonly Requester[] =>
  members.flatMap(({ member, tenantId }) =>
    tenantId === null ? [] : [{ objectId: member.objectId, tenantId, displayName: member.name }],
  );

/** By object id, else by address; null where none fits, or several do. */
function memberFor(
  { objectId, address }: OnCallPerson,
  members: readonly AddressedMember[],
): AddressedMember | null {
  const fitting = members.filter(({ member, addresses }) =>
    objectId !== undefined
      ? foldCase(member.objectId) === foldCase(objectId)
      : address !== undefined && addresses.some((one) => foldCase(one) === foldCase(address)),
  );
  const [one, other] = fitting;
  return one !== undefined && other === undefined ? one : null;
}
