// Watches and incidents in memory; part of the memory store.
import type { IncidentStore } from "../../src/app/ports-incidents.ts";
import {
  type Incident,
  type IncidentState,
  type Joined,
  nothingJoined,
  type Post,
  type Watch,
} from "../../src/core/alert/incident.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import { sameId } from "../../src/core/snapshot/resource-id.ts";

const copy = <T>(value: T): T => structuredClone(value);
type Place = Pick<Watch, "cluster" | "conversation">;
const isSame = (left: Place, right: Place): boolean =>
  sameId(left.cluster.id, right.cluster.id) && left.conversation.key === right.conversation.key;

type Firing = Readonly<{ key: string; id: string; origin: string | null }>;
type End = Firing & Readonly<{ resolvedAt: string }>;
type Kept = Readonly<{ incident: Incident; firing: Firing }>;

/** Its own end or, where nobody heard of the firing that ended, one of its id or origin that had fired by then. */
const isEndOf = (end: End, { incident, firing }: Kept, fired: ReadonlySet<string>): boolean =>
  end.key === firing.key ||
  (!fired.has(end.key) &&
    (end.id === firing.id || (end.origin !== null && end.origin === firing.origin)) &&
    incident.alert.firedAt <= end.resolvedAt);

/** A job for an edit is asked for once until somebody takes the incident to show it. */
export function createMemoryIncidents(
  watches: Watch[],
  audit: AuditEntry[],
  now: () => Date,
  enqueue: (incidentId: string) => void,
): IncidentStore {
  const delivered = { fired: new Set<string>(), resolved: new Set<string>() };
  const ends: End[] = [];
  const incidents = new Map<string, Kept & { openedAt: number }>();
  const due = new Set<string>();
  const editSoon = (id: string) => {
    if (due.has(id)) return;
    due.add(id);
    enqueue(id);
  };
  const cardOf = ({ cluster, conversation }: Pick<Incident, "cluster" | "conversation">) =>
    [...incidents.values()].findLast(
      ({ incident, openedAt }) =>
        sameId(incident.cluster.id, cluster.id) &&
        incident.conversation.key === conversation.key &&
        now().getTime() - openedAt < 60_000 &&
        !["joined", "failed"].includes(incident.post.state),
    )?.incident.id;
  const joinedTo = (card: string): Joined => {
    const all = [...incidents.values()]
      .map(({ incident }) => incident)
      .filter(({ post }) => post.state === "joined" && post.card === card);
    const order = ({ status, alert }: Incident) => status.state + alert.severity;
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
  const open = (opened: Omit<Incident, "status" | "post" | "joined">, firing: Firing) => {
    const card = cardOf(opened);
    const post: Post = card === undefined ? { state: "waiting" } : { state: "joined", card };
    const incident: Incident = { ...copy(opened), status: { state: "fired" }, post, joined: nothingJoined };
    const end = ends.find((other) => isEndOf(other, { incident, firing }, delivered.fired));
    const status: IncidentState = end
      ? { state: "resolved", resolvedAt: end.resolvedAt }
      : { state: "fired" };
    incidents.set(opened.id, { incident: { ...incident, status }, firing, openedAt: now().getTime() });
    if (card === undefined) enqueue(opened.id);
    else editSoon(card);
  };
  const incident = async (id: string) => {
    const kept = incidents.get(id);
    return kept ? copy({ ...kept.incident, joined: joinedTo(id) }) : null;
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
    receiveAlert: async ({ key, id, origin, condition }, effect, entries) => {
      if (delivered[condition].has(key)) return false;
      delivered[condition].add(key);
      audit.push(...copy(entries));
      const firing = { key, id, origin };
      if (effect.kind === "fired") {
        for (const opened of effect.incidents) open(opened, firing);
        return true;
      }
      const end = { ...firing, resolvedAt: effect.resolvedAt };
      ends.push(end);
      for (const kept of incidents.values()) {
        if (kept.incident.status.state !== "fired" || !isEndOf(end, kept, delivered.fired)) continue;
        const status = { state: "resolved", resolvedAt: end.resolvedAt } as const;
        const { id: own, post } = kept.incident;
        incidents.set(own, { ...kept, incident: { ...kept.incident, status } });
        editSoon(post.state === "joined" ? post.card : own);
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
        ({ incident: { conversation, post } }) =>
          conversation.key === place && post.state === "posted" && post.messageId === messageId,
      )?.incident.id ?? null,
    incidentToShow: async (id) => {
      due.delete(id);
      return incident(id);
    },
    movePost: async (id, from, to, entry) => {
      const kept = incidents.get(id);
      if (kept?.incident.post.state !== from) return false;
      incidents.set(id, { ...kept, incident: { ...kept.incident, post: copy(to) } });
      if (entry) audit.push(copy(entry));
      return true;
    },
  };
}
