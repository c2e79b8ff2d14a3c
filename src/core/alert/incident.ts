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

/** Its card. `posting` is written before Teams is asked: whoever finds it left over does not post a second one. */
export type Post = Readonly<
  | { state: "waiting" }
  | { state: "posting"; since: string }
  | { state: "posted"; messageId: string }
  /** Teams refused it for good, nobody can know whether it took it, or the product was switched off. */
  | { state: "failed" }
>;

/** One alert about one cluster in one channel. */
export type Incident = Readonly<{
  /** Short and opaque, for people and cards: `I-` and ten base32 characters. */
  id: string;
  cluster: ClusterRef;
  alert: AlertFacts;
  conversation: ConversationRef;
  status: IncidentState;
  post: Post;
}>;
