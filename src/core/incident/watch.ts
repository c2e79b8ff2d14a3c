// A channel that follows a cluster.
import type { ClusterRef } from "../cluster-name.ts";
import type { Requester } from "../requester.ts";
import type { ConversationRef } from "../run/run.ts";

export type Watch = Readonly<{
  cluster: ClusterRef;
  /** The channel itself, none of its threads: an incident is a new post there. */
  conversation: ConversationRef;
  by: Requester;
  since: string;
}>;
