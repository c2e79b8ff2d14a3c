// What watches and incidents need of the outside; part of the ports.
import type { Alert, AlertFacts, AlertSeverity, AlertSource, StrayAlerts } from "../../core/alert/alert.ts";
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import type { ClusterRef } from "../../core/cluster-name.ts";
import type { Message } from "../../core/delivery/message.ts";
import type {
  FiredBefore,
  Incident,
  IncidentAlert,
  IncidentStatus,
  LinkedIncident,
  SeenBefore,
} from "../../core/incident/incident.ts";
import type { RuleAlerts } from "../../core/incident/split.ts";
import type {
  Call,
  Mute,
  Muting,
  PlannedMaintenance,
  SeenOperation,
  Volunteer,
  Watch,
  WatchEdit,
} from "../../core/incident/watch.ts";
import type { CountedWeek, WeekOf } from "../../core/incident/week.ts";
import type { PersonId, Requester } from "../../core/requester.ts";
import type { ConversationRef } from "../../core/run/run.ts";

/** Who delivered it: an application, as its token proved, or whoever has the secret that was agreed on with a source. */
export type Sender = Readonly<
  { by: "token"; appId: string; tenantId: string } | { by: "secret"; source: AlertSource }
>;

/** An alert as it was delivered, before anybody looked which clusters it is about. `receivedAt`: ISO time. */
export type TakenAlert = Readonly<{ alert: Alert; sender: Sender; receivedAt: string }>;

/**
 * What a delivered alert is about: one that fired joins an incident in each of these channels, or opens one under this `id`;
 * of one that is resolved, none.
 */
export type Joining = Readonly<{
  candidates: readonly Readonly<{
    id: string;
    cluster: ClusterRef;
    conversation: ConversationRef;
    alert: AlertFacts;
    /** For so long after its end an incident is opened again by it. */
    joinHours: number;
    /** While this keeps it from ringing, a card that is not posted yet waits. */
    muting: Muting;
  }>[];
  audit: readonly AuditEntry[];
}>;

/**
 * `to`: null where the incident stays as it is; messages and audit entry are written either way. `call`: it was made, which its
 * card shows.
 */
export type IncidentMove<Said> = Readonly<{
  said: Said;
  call?: Call;
  to: Pick<Incident, "status" | "owner" | "severity" | "reopened"> | null;
  messages: readonly Message[];
  audit: AuditEntry | null;
}>;

/** `split`: null where it stays as it is. `at`: ISO time. */
export type SplitMove<Said> = Readonly<{
  said: Said;
  split: Readonly<{
    /** Of the new incident. */
    id: string;
    rule: string;
    by: Requester;
    at: string;
    source: IncidentStatus;
    own: IncidentStatus;
    audit: readonly AuditEntry[];
  }> | null;
}>;

/** `rules`: of all its alerts. `splits`: what was split from it before, with the rules of that. */
export type SplitStep<Said> = (
  incident: Incident,
  parts: Readonly<{
    rules: readonly RuleAlerts[];
    splits: readonly Readonly<{ id: string; rules: readonly string[] }>[];
  }>,
) => SplitMove<Said>;

export interface IncidentStore {
  /**
   * One transaction with the audit entry, which is written either way. `changed`: the channel follows it already, and from
   * now on from this severity on, or with these quiet hours. `now`: as it is then, with what somebody else changed at that
   * moment. Cards that were held back are as that says, or posted.
   */
  addWatch(
    watch: WatchEdit,
    audit: AuditEntry,
  ): Promise<Readonly<{ outcome: "added" | "already" | "changed"; now: Watch }>>;
  /**
   * One transaction with the audit entry; null ends it. Cards that were held back are as the watch says then, or posted.
   * False: the channel does not follow it.
   */
  setMute(
    watch: Pick<Watch, "cluster" | "conversation">,
    mute: Extract<Mute, { of: "person" }> | null,
    now: string,
    audit: AuditEntry,
  ): Promise<boolean>;
  /**
   * One transaction: what was seen there of an operation of the cluster (`operationSeen`), with an audit entry where it begins
   * or ends. Cards that were held back are as that says then, or posted. `readAt`: when the cluster was read for that; what
   * was read before the newest reading changes nothing.
   */
  seeOperation(
    watch: Pick<Watch, "cluster" | "conversation">,
    seen: Pick<SeenOperation, "by" | "state"> | null,
    readAt: string,
    audit: (what: "begins" | "ends") => AuditEntry,
  ): Promise<void>;
  /**
   * Those that mute, and at which nobody has looked since `before`: each is given out once, until that time has passed again.
   */
  takeOperations(now: string, before: string): Promise<readonly Pick<Watch, "cluster" | "conversation">[]>;
  /** The same for those whose time is over, and of which nobody has seen the end: each once. */
  endOperations(
    now: string,
    audit: (watch: Pick<Watch, "cluster" | "conversation">) => AuditEntry,
  ): Promise<void>;
  /**
   * One transaction: the schedule as somebody read it at that time, unless it was read later already, with the audit entry
   * where it is another one. Cards that were held back are as that says then, or posted.
   */
  setPlanned(
    watch: Pick<Watch, "cluster" | "conversation">,
    planned: PlannedMaintenance | null,
    readAt: string,
    audit: AuditEntry,
  ): Promise<void>;
  /**
   * What open incidents owe because a mute held it back, and nothing mutes now: each is posted once, with the worst alert
   * that is open by now.
   */
  ringOwed(now: string): Promise<void>;
  /**
   * One transaction with the audit entry. Cards that were held back wait until it is followed anew, and so does what else was to
   * call people. False: it was not followed, and nothing is written.
   */
  removeWatch(watch: Pick<Watch, "cluster" | "conversation">, audit: AuditEntry): Promise<boolean>;
  /**
   * Takes the place of whoever stood for it, who is given; one transaction with the audit entry. Null: the channel does not
   * follow it.
   */
  setVolunteer(
    watch: Pick<Watch, "cluster" | "conversation">,
    volunteer: Volunteer,
    audit: AuditEntry,
  ): Promise<Readonly<{ before: Volunteer | null }> | null>;
  /** One transaction with the audit entry. False: it is not this person who stands for it, and nothing is written. */
  endVolunteer(
    watch: Pick<Watch, "cluster" | "conversation">,
    person: PersonId,
    audit: AuditEntry,
  ): Promise<boolean>;
  /** Of a channel, whose time is not over; by the cluster's id in one spelling (`idKey`). */
  volunteersIn(place: string, now: string): Promise<ReadonlyMap<string, Volunteer>>;
  /**
   * Incidents that are open, whose card stands in its channel, for which somebody stands, and that nobody has taken since
   * they opened: each is given out once for each opening, and one that flaps not at every turn. Whoever gets it says when
   * that came to an end (`settle`): a minute later without a word, it is given out again. `unattended`: also those of channels
   * that follow the cluster and for which nobody stands, where nobody has asked for a diagnosis since; whoever comes to stand
   * for it later gets it all the same.
   */
  takeUndiagnosed(
    now: string,
    unattended: boolean,
  ): Promise<readonly Readonly<{ incident: string; volunteer: Volunteer | null }>[]>;
  /**
   * Incidents that are open, whose card stands in its channel, whose cluster that follows or that somebody declared, and that
   * nobody has taken since they opened, at `before` or earlier, nor since those were called who were called last: each is given out
   * once for each of its calls (`callsOf`: how many its cluster has), and again where nobody says that it came to an end. `made`:
   * so many calls were made before.
   */
  takeUntaken(
    now: string,
    before: string,
    callsOf: (cluster: ClusterRef) => number,
  ): Promise<readonly Readonly<{ id: string; made: number }>[]>;
  /** What it was given out for came to an end: it is not given out again for that. */
  settle(id: string, what: "diagnosis" | "call"): Promise<void>;
  /** Oldest first. */
  watches(): Promise<readonly Watch[]>;
  /** One insert, which waits for nobody. A firing that was delivered before in this condition changes nothing. */
  takeAlerts(taken: readonly TakenAlert[]): Promise<void>;
  /**
   * One transaction on the oldest alerts that nobody has joined yet: the incidents that they open, join or resolve, the
   * messages that show them, the audit entries. One process at a time does it; `join` may be asked again for the same
   * one. What an alert makes of an incident is core/incident/incident.ts; a card that stands there is edited once in a
   * while, not with each alert. A resolved alert ends its very firing, whichever of the two is heard of first; of a firing
   * that nobody has heard of, what this alert, or one of the same origin, opened until then. False: nothing is left to
   * join, or somebody else is at it.
   */
  joinAlerts(join: (taken: TakenAlert, watches: readonly Watch[]) => Joining): Promise<boolean>;
  incident(id: string): Promise<Incident | null>;
  /** All its alerts, the first `limit` in the order in which they came. */
  incidentAlerts(id: string, limit: number): Promise<readonly IncidentAlert[]>;
  /**
   * The newest incident of the cluster in the same channel that began before this one and not before `since`, is over, and
   * whose newest diagnosis with a cause names this check; and the next newest.
   */
  seenBefore(
    incident: Pick<Incident, "id" | "cluster" | "conversation" | "openedAt">,
    check: string,
    since: string,
  ): Promise<SeenBefore | null>;
  /** Where rules of its alerts fired in incidents of the cluster in the same channel that began before it, and not before `since`. */
  firedBefore(
    incident: Pick<Incident, "id" | "cluster" | "conversation" | "openedAt">,
    since: string,
  ): Promise<readonly FiredBefore[]>;
  /**
   * What its card names: what it was split from, and what was split from it; and incidents of other clusters in the same
   * channel whose newest diagnosis with a cause names the same check and the same resource, that have an alert of the same event
   * of Azure Service Health, or whose cluster is in a region of which Azure reports an incident; open or not longer over than
   * alerts would have joined this one, those that are not resolved first.
   */
  linkedIncidents(id: string): Promise<readonly LinkedIncident[]>;
  /** Of a channel or chat: those that are not resolved before the others, the newest first. */
  incidentsIn(place: string, limit: number): Promise<readonly Incident[]>;
  /** Of a channel or chat, opened since then (ISO time) and merged into no other, the newest first; of each the worst it was. */
  incidentsSince(
    place: string,
    since: string,
  ): Promise<readonly (Pick<Incident, "id" | "cluster"> & Readonly<{ severity: AlertSeverity | null }>)[]>;
  /** The newest of the cluster in that channel that is not resolved; one that was split from another comes last. */
  openIncident(clusterId: string, place: string): Promise<Incident | null>;
  /**
   * One transaction with the message that is its card, and the audit entry. Nothing is written where one of the cluster is
   * open there already: that one is given.
   */
  declareIncident(
    incident: Omit<Incident, "messageId" | "alerts" | "diagnosis" | "cause" | "change">,
    card: Message,
    audit: AuditEntry,
  ): Promise<Incident | null>;
  /**
   * One transaction on the incident as it stands, which nobody else moves meanwhile: writes what `step` makes of it, and
   * shows its card anew. Null: there is no such incident.
   */
  stepIncident<Said>(id: string, step: (incident: Incident) => IncidentMove<Said>): Promise<Said | null>;
  /**
   * One transaction with the audit entry: the alerts, the runs and what was merged into it become those of the other one,
   * which is as `afterMerge` says, and it is over. False, and nothing is written, where one of them is not there any more, or
   * was merged itself.
   */
  mergeIncidents(
    ids: Readonly<{ from: string; into: string }>,
    by: Readonly<{ person: Requester; at: string }>,
    audit: AuditEntry,
  ): Promise<boolean>;
  /**
   * One transaction on the incident as it stands, with the rules of all its alerts and what was split from it: the alerts of
   * one rule become those of a new incident, which takes the firings of that rule from then on; with its card and the audit
   * entries. Null: there is no such incident.
   */
  splitIncident<Said>(id: string, step: SplitStep<Said>): Promise<Said | null>;
  /**
   * Of the alerts whose rules are set on the cluster, opened since that ISO time and not resolved; null where there is
   * none.
   */
  worstOpenAlert(clusterId: string, since: string): Promise<AlertSeverity | null>;
  week(of: WeekOf): Promise<CountedWeek>;
  /**
   * The channel gets its week as a card, of each Monday after `sentFor`. One transaction with the audit entry. False: it
   * does already, and nothing is written.
   */
  setWeekly(conversation: ConversationRef, sentFor: string, audit: AuditEntry): Promise<boolean>;
  /** One transaction with the audit entry. False: the channel does not get it, and nothing is written. */
  endWeekly(place: string, audit: AuditEntry): Promise<boolean>;
  hasWeekly(place: string): Promise<boolean>;
  /** Channels that want the card, follow something, and were not sent that of this Monday. */
  weeklyDue(monday: string): Promise<readonly ConversationRef[]>;
  /**
   * One transaction: that the card of this Monday is sent, the card, and the audit entry. False: another process was first,
   * or the channel does not want it any more, and nothing is written.
   */
  sendWeekly(place: string, monday: string, card: Message, audit: AuditEntry): Promise<boolean>;
  /** Since that ISO time; null where there is none. */
  strayAlerts(since: string): Promise<StrayAlerts | null>;
  /** The id of the incident that this message of that channel is about. */
  incidentOfMessage(place: string, messageId: string): Promise<string | null>;
}

/** How Teams nests conversations; a conversation is opaque to everyone else. */
export interface Places {
  /** The channel of a thread, as the place of new posts; a chat is its own. Belongs to no person. */
  channelOf(conversation: ConversationRef): ConversationRef;
  /** The thread below a post of the presser's channel, as the presser's; in a chat, the chat. */
  threadOf(conversation: ConversationRef, messageId: string): ConversationRef;
}
