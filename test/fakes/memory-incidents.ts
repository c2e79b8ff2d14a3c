// Watches and incidents in memory; part of the memory store.
import type { IncidentStore } from "../../src/app/ports-incidents.ts";
import type { Incident, IncidentState, Watch } from "../../src/core/alert/incident.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import { sameId } from "../../src/core/diagnosis/resource-id.ts";

const copy = <T>(value: T): T => structuredClone(value);
const isSame = (left: Watch, right: Watch): boolean =>
  sameId(left.cluster.id, right.cluster.id) && left.conversation.key === right.conversation.key;

type Origin = Readonly<{ key: string; origin: string | null }>;
/** By its id, or by an origin that had fired by then. */
const isEndOf = (end: Origin & { resolvedAt: string }, opened: Origin & Pick<Incident, "alert">): boolean =>
  end.key === opened.key ||
  (end.origin !== null && end.origin === opened.origin && opened.alert.firedAt <= end.resolvedAt);

export function createMemoryIncidents(
  watches: Watch[],
  audit: AuditEntry[],
  enqueue: (incidentId: string) => void,
): IncidentStore {
  const delivered = new Set<string>();
  const ends: { key: string; origin: string | null; resolvedAt: string }[] = [];
  const incidents = new Map<string, Incident & { key: string; origin: string | null }>();
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
    receiveAlert: async ({ key, origin, condition }, effect, entries) => {
      if (delivered.has(`${condition}|${key}`)) return false;
      delivered.add(`${condition}|${key}`);
      audit.push(...copy(entries));
      if (effect.kind === "fired") {
        for (const incident of effect.incidents) {
          const end = ends.find((other) => isEndOf(other, { key, origin, alert: incident.alert }));
          const status: IncidentState = end
            ? { state: "resolved", resolvedAt: end.resolvedAt }
            : { state: "fired" };
          incidents.set(incident.id, { ...copy(incident), status, post: { state: "waiting" }, key, origin });
          enqueue(incident.id);
        }
        return true;
      }
      const end = { key, origin, resolvedAt: effect.resolvedAt };
      ends.push(end);
      for (const incident of incidents.values()) {
        if (!isEndOf(end, incident) || incident.status.state !== "fired") continue;
        const status = { state: "resolved", resolvedAt: end.resolvedAt } as const;
        incidents.set(incident.id, { ...incident, status });
        enqueue(incident.id);
      }
      return true;
    },
    incident: async (id) => {
      const found = incidents.get(id);
      if (!found) return null;
      const { key: _key, origin: _origin, ...incident } = found;
      return copy(incident);
    },
    movePost: async (id, from, to, entry) => {
      const incident = incidents.get(id);
      if (incident?.post.state !== from) return false;
      incidents.set(id, { ...incident, post: copy(to) });
      if (entry) audit.push(copy(entry));
      return true;
    },
  };
}
