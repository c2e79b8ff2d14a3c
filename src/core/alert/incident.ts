// A channel that follows a cluster, and the card that an alert became there.
import type { ClusterRef } from "../policy/decision.ts";
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

/**
 * Its card. `posting` is written before Teams is asked: whoever finds it left over does not post a second one.
 * `refused`: Teams refused it for good, once; such answers have been seen to pass. `anew`: the first card was deleted.
 */
export type Post = Readonly<
  | { state: "waiting"; refused?: true; anew?: true }
  | { state: "posting"; since: string; anew?: true }
  | { state: "posted"; messageId: string; refused?: true; anew?: true }
  /** It has no card of its own: the incident with this id shows it. */
  | { state: "joined"; card: string }
  /** Teams refused it for good, nobody can know whether it took it, or the product was switched off. */
  | { state: "failed" }
>;

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
  post: Post;
  joined: Joined;
}>;

/** What the card says of all its alerts together: open while one of them is, as severe as the worst of those. */
export function overall({ alert, status, joined }: Pick<Incident, "alert" | "status" | "joined">) {
  const open = joined.fired + (status.state === "fired" ? 1 : 0);
  const all = [{ alert, status }, ...joined.listed];
  const counted = open > 0 ? all.filter((one) => one.status.state === "fired") : all;
  const times = [status.state === "resolved" ? status.resolvedAt : "", joined.lastResolvedAt ?? ""];
  const state: IncidentState =
    open > 0 ? { state: "fired" } : { state: "resolved", resolvedAt: times.toSorted().at(-1) ?? "" };
  const [severity = alert.severity] = counted.map((one) => one.alert.severity).toSorted();
  return { ...state, severity, open, total: 1 + joined.fired + joined.resolved };
}
