// What watches and incidents need of the outside; part of the ports.
import type { Alert, Severity } from "../core/alert/alert.ts";
import type { Incident, Post, Watch } from "../core/alert/incident.ts";
import type { AuditEntry } from "../core/audit/audit-event.ts";
import type { ConversationRef } from "../core/run/run.ts";

/** What a delivered alert changes. */
export type AlertEffect = Readonly<
  | { kind: "fired"; incidents: readonly Omit<Incident, "status" | "post" | "joined">[] }
  /**
   * Closes what this very firing opened, whichever of the two is heard of first. Of a firing that nobody has heard of:
   * what this alert, or one of the same origin, opened until then.
   */
  | { kind: "resolved"; resolvedAt: string }
>;

export interface IncidentStore {
  /** One transaction with the audit entry, which is written either way. False: the channel follows it already. */
  addWatch(watch: Watch, audit: AuditEntry): Promise<boolean>;
  /** One transaction with the audit entry. False: it was not followed, and nothing is written. */
  removeWatch(watch: Pick<Watch, "cluster" | "conversation">, audit: AuditEntry): Promise<boolean>;
  /** Oldest first. */
  watches(): Promise<readonly Watch[]>;
  /**
   * One transaction: the delivery, the incidents that it opens or closes with a job for each card, the audit entries.
   * What follows another alert about the same cluster in the same channel within a minute joins its card; a card that
   * stands there is edited once in a while, not with each alert. False: this firing was delivered before in this
   * condition, and nothing is written.
   */
  receiveAlert(
    alert: Pick<Alert, "key" | "id" | "origin" | "condition">,
    effect: AlertEffect,
    audit: readonly AuditEntry[],
  ): Promise<boolean>;
  incident(id: string): Promise<Incident | null>;
  /** Of the alerts that carry the cluster's id, opened since that ISO time and not resolved; null where there is none. */
  worstOpenAlert(clusterId: string, since: string): Promise<Severity | null>;
  /** The id of the incident whose card is that message of that channel. */
  incidentOfMessage(place: string, messageId: string): Promise<string | null>;
  /** As `incident`, for its card: what changes from now on gets a job of its own. */
  incidentToShow(id: string): Promise<Incident | null>;
  /** Moves the incident's post only if it is still in `from`; the audit entry in the same transaction. */
  movePost(id: string, from: Post["state"], to: Post, audit: AuditEntry | null): Promise<boolean>;
}

/** How Teams nests conversations; a conversation is opaque to everyone else. */
export interface Places {
  /** The channel of a thread, as the place of new posts; a chat is its own. Belongs to no person. */
  channelOf(conversation: ConversationRef): ConversationRef;
  /** The thread below a post of the presser's channel, as the presser's; in a chat, the chat. */
  threadOf(conversation: ConversationRef, messageId: string): ConversationRef;
}
