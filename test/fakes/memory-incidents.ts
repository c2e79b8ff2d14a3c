// Watches and incidents in memory; part of the memory store.
import type { IncidentStore, Joining, TakenAlert } from "../../src/app/ports/incidents.ts";
import { endOf } from "../../src/core/alert/alert.ts";
import {
  type Incident,
  type IncidentState,
  type Joined,
  nothingJoined,
  type Watch,
} from "../../src/core/alert/incident.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import { incidentKey, type Message } from "../../src/core/delivery/message.ts";
import { sameId } from "../../src/core/snapshot/resource-id.ts";
import type { MemoryOutbox } from "./memory-outbox.ts";

const copy = <T>(value: T): T => structuredClone(value);
type Place = Pick<Watch, "cluster" | "conversation">;
const isSame = (left: Place, right: Place): boolean =>
  sameId(left.cluster.id, right.cluster.id) && left.conversation.key === right.conversation.key;

type Opened = Joining["incidents"][number];
type Firing = Readonly<{ key: string; id: string; origin: string | null }>;
type End = Firing & Readonly<{ resolvedAt: string }>;
/** `card`: of another incident, which shows it. */
type Kept = Readonly<{ incident: Omit<Incident, "messageId">; card: string | null; firing: Firing }>;

/** Its own end or, where nobody heard of the firing that ended, one of its id or origin that had fired by then. */
const isEndOf = (
  end: End,
  { incident, firing }: Pick<Kept, "incident" | "firing">,
  fired: ReadonlySet<string>,
): boolean =>
  end.key === firing.key ||
  (!fired.has(end.key) &&
    (end.id === firing.id || (end.origin !== null && end.origin === firing.origin)) &&
    incident.alert.firedAt <= end.resolvedAt);

export function createMemoryIncidents(
  watches: Watch[],
  audit: AuditEntry[],
  now: () => Date,
  outbox: MemoryOutbox,
): IncidentStore {
  const delivered = { fired: new Set<string>(), resolved: new Set<string>() };
  const taken: TakenAlert[] = [];
  const ends: End[] = [];
  const incidents = new Map<string, Kept & { openedAt: number }>();
  const messageOf = (id: string) => outbox.entries.get(incidentKey(id));
  const cardOf = ({ cluster, conversation, alert }: Opened, isFired: boolean): string | null => {
    const newest = [...incidents.values()].findLast(
      ({ incident, card, openedAt }) =>
        sameId(incident.cluster.id, cluster.id) &&
        incident.conversation.key === conversation.key &&
        now().getTime() - openedAt < 60_000 &&
        card === null &&
        messageOf(incident.id)?.state !== "refused",
    )?.incident.id;
    if (newest === undefined) return null;
    const [worst] = [...incidents.values()]
      .filter(({ incident, card }) => (card ?? incident.id) === newest && incident.status.state === "fired")
      .map(({ incident }) => incident.alert.severity)
      .toSorted();
    const { state, delivery } = messageOf(newest) ?? {};
    const unsent = state === "waiting" && delivery?.messageId === null && delivery.unsure === 0;
    return isFired && !unsent && (worst === undefined || alert.severity < worst) ? null : newest;
  };
  const joinedTo = (card: string): Joined => {
    const all = [...incidents.values()].filter((one) => one.card === card).map(({ incident }) => incident);
    const order = ({ status, alert }: Kept["incident"]) => status.state + alert.severity;
    const resolved = all.flatMap(({ status }) => (status.state === "resolved" ? [status.resolvedAt] : []));
    return {
      fired: all.length - resolved.length,
      resolved: resolved.length,
      lastResolvedAt: resolved.toSorted().at(-1) ?? null,
      listed: all
        .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
        .slice(0, 10)
        .map(({ alert, status }) => ({ alert, status })),
    };
  };
  /** The card that shows it. */
  const open = (opened: Opened, firing: Firing): string => {
    const incident = { ...copy(opened), status: { state: "fired" } as IncidentState, joined: nothingJoined };
    const end = ends.find((other) => isEndOf(other, { incident, firing }, delivered.fired));
    const status: IncidentState = end
      ? { state: "resolved", resolvedAt: end.resolvedAt }
      : { state: "fired" };
    const card = cardOf(opened, status.state === "fired");
    incidents.set(opened.id, { incident: { ...incident, status }, card, firing, openedAt: now().getTime() });
    return card ?? opened.id;
  };
  const incident = async (id: string) => {
    const kept = incidents.get(id);
    const messageId = messageOf(id)?.delivery.messageId ?? null;
    return kept ? copy({ ...kept.incident, messageId, joined: joinedTo(id) }) : null;
  };
  return {
    addWatch: async (watch, entry) => {
      audit.push(copy(entry));
      if (watches.some((other) => isSame(other, watch))) return false;
      watches.push(copy(watch));
      return true;
    },
    removeWatch: async (watch, entry) => {
      const index = watches.findIndex((other) => isSame(other, watch));
      if (index < 0) return false;
      watches.splice(index, 1);
      audit.push(copy(entry));
      return true;
    },
    watches: async () => copy(watches).toSorted((a, b) => (a.since < b.since ? -1 : 1)),
    takeAlert: async (one) => {
      const { key, condition } = one.alert;
      if (delivered[condition].has(key)) return;
      delivered[condition].add(key);
      taken.push(copy(one));
    },
    joinAlerts: async (join) => {
      const next = taken.shift();
      if (!next) return false;
      taken.push(next);
      const { incidents: opened, audit: entries } = join(copy(next), copy(watches));
      taken.pop();
      audit.push(...copy(entries));
      const { key, id, origin } = next.alert;
      const firing = { key, id, origin };
      const cards = opened.map((one) => ({ one, card: open(one, firing) }));
      outbox.showSoon(cards.filter(({ one, card }) => card !== one.id).map(({ card }) => card));
      const anew = cards.filter(({ one, card }) => card === one.id).map(({ one }) => one);
      await outbox.write(anew.map(cardMessage));
      const resolvedAt = endOf(next.alert, next.receivedAt);
      if (resolvedAt === null) return true;
      const end = { ...firing, resolvedAt };
      ends.push(end);
      for (const kept of incidents.values()) {
        if (kept.incident.status.state !== "fired" || !isEndOf(end, kept, delivered.fired)) continue;
        const status = { state: "resolved", resolvedAt: end.resolvedAt } as const;
        const { id: own } = kept.incident;
        incidents.set(own, { ...kept, incident: { ...kept.incident, status } });
        outbox.showSoon([kept.card ?? own]);
      }
      return true;
    },
    incident,
    worstOpenAlert: async (clusterId, since) =>
      [...incidents.values()]
        .filter(
          ({ incident: { alert, cluster, status }, openedAt }) =>
            alert.ofCluster === true &&
            cluster.id.toLowerCase() === clusterId.toLowerCase() &&
            status.state === "fired" &&
            openedAt >= Date.parse(since),
        )
        .map(({ incident }) => incident.alert.severity)
        .sort()[0] ?? null,
    incidentOfMessage: async (place, messageId) =>
      [...incidents.values()].find(
        ({ incident: { id, conversation } }) =>
          conversation.key === place && messageOf(id)?.delivery.messageId === messageId,
      )?.incident.id ?? null,
  };
}

const cardMessage = ({ id, conversation }: Opened): Message => ({
  ...{ key: incidentKey(id), to: conversation, content: { show: "incident", incidentId: id } },
  ...{ after: null, final: true, messageId: null },
});
