// A channel that follows a cluster, and the card that an alert became there.
import type { ClusterRef } from "../cluster-name.ts";
import type { Requester } from "../requester.ts";
import type { ConversationRef } from "../run/run.ts";
import type { AlertFacts } from "./alert.ts";

export type Watch = Readonly<{
  cluster: ClusterRef;
  /** The channel itself, none of its threads: an incident is a new post there. */
  conversation: ConversationRef;
  by: Requester;
  since: string;
}>;

export type IncidentState = Readonly<{ state: "fired" } | { state: "resolved"; resolvedAt: string }>;

/** Alerts about the same cluster that reached the same channel within a minute of the first one. */
export type Joined = Readonly<{
  fired: number;
  resolved: number;
  /** ISO time; null where none of them is resolved. */
  lastResolvedAt: string | null;
  /** The first of them, those that are open before the others, the most severe before the less so. */
  listed: readonly Readonly<{ alert: AlertFacts; status: IncidentState }>[];
}>;

export const nothingJoined: Joined = { fired: 0, resolved: 0, lastResolvedAt: null, listed: [] };

/** One alert about one cluster in one channel, and what its card shows besides. */
export type Incident = Readonly<{
  /** Short and opaque, for people and cards: `I-` and ten base32 characters. */
  id: string;
  cluster: ClusterRef;
  alert: AlertFacts;
  conversation: ConversationRef;
  status: IncidentState;
  /** The message that is its card; null where none is known, or another incident's card shows it. */
  messageId: string | null;
  joined: Joined;
}>;

/**
 * What the card says of all its alerts together: open while one of them is. Its words are those of `first`, the worst of
 * them that is open, or of all where none is; `others` are listed below it.
 */
export function overall({ alert, status, joined }: Pick<Incident, "alert" | "status" | "joined">) {
  const open = joined.fired + (status.state === "fired" ? 1 : 0);
  const times = [status.state === "resolved" ? status.resolvedAt : "", joined.lastResolvedAt ?? ""];
  const state: IncidentState =
    open > 0 ? { state: "fired" } : { state: "resolved", resolvedAt: times.toSorted().at(-1) ?? "" };
  const own = { alert, status };
  const [first = own, ...others] = [own, ...joined.listed].toSorted(byWeight);
  return { ...state, first, others, open, total: 1 + joined.fired + joined.resolved };
}

/** What is open before what is resolved, the worse before the less so. */
const byWeight = (one: Joined["listed"][number], other: Joined["listed"][number]): number =>
  one.status.state.localeCompare(other.status.state) ||
  one.alert.severity.localeCompare(other.alert.severity);
