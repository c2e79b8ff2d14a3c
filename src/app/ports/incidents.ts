// What watches and incidents need of the outside; part of the ports.
import type { Alert, AlertSeverity } from "../../core/alert/alert.ts";
import type { Incident, Watch } from "../../core/alert/incident.ts";
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import type { ConversationRef } from "../../core/run/run.ts";

/** The application that delivered it, as its token proved. */
export type Sender = Readonly<{ appId: string; tenantId: string }>;

/** An alert as it was delivered, before anybody looked which clusters it is about. `receivedAt`: ISO time. */
export type TakenAlert = Readonly<{ alert: Alert; sender: Sender; receivedAt: string }>;

/** What a delivered alert changes: what one that fired opens; of one that is resolved, nothing. */
export type Joining = Readonly<{
  incidents: readonly Omit<Incident, "status" | "messageId" | "joined">[];
  audit: readonly AuditEntry[];
}>;

export interface IncidentStore {
  /** One transaction with the audit entry, which is written either way. False: the channel follows it already. */
  addWatch(watch: Watch, audit: AuditEntry): Promise<boolean>;
  /** One transaction with the audit entry. False: it was not followed, and nothing is written. */
  removeWatch(watch: Pick<Watch, "cluster" | "conversation">, audit: AuditEntry): Promise<boolean>;
  /** Oldest first. */
  watches(): Promise<readonly Watch[]>;
  /** One insert, which waits for nobody. A firing that was delivered before in this condition changes nothing. */
  takeAlert(taken: TakenAlert): Promise<void>;
  /**
   * One transaction on the oldest alerts that nobody has joined yet: the incidents that they open or close, the messages
   * that show them, the audit entries. One process at a time does it; `join` may be asked again for the same one. What
   * follows another alert about the same cluster in the same channel within a minute joins its card, unless it is worse
   * than all that is open there; a card that stands there is edited once in a while, not with each alert. A resolved
   * one closes what its very firing opened, whichever of the two is heard of first; of a firing that nobody has heard
   * of, what this alert, or one of the same origin, opened until then. False: nothing is left to join, or somebody else
   * is at it.
   */
  joinAlerts(join: (taken: TakenAlert, watches: readonly Watch[]) => Joining): Promise<boolean>;
  incident(id: string): Promise<Incident | null>;
  /**
   * Of the alerts whose rules are set on the cluster, opened since that ISO time and not resolved; null where there is
   * none.
   */
  worstOpenAlert(clusterId: string, since: string): Promise<AlertSeverity | null>;
  /** The id of the incident whose card is that message of that channel. */
  incidentOfMessage(place: string, messageId: string): Promise<string | null>;
}

/** How Teams nests conversations; a conversation is opaque to everyone else. */
export interface Places {
  /** The channel of a thread, as the place of new posts; a chat is its own. Belongs to no person. */
  channelOf(conversation: ConversationRef): ConversationRef;
  /** The thread below a post of the presser's channel, as the presser's; in a chat, the chat. */
  threadOf(conversation: ConversationRef, messageId: string): ConversationRef;
}
