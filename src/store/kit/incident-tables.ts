// Watches, alerts and incidents as kysely sees them; part of the tables.
import type { ColumnType } from "kysely";
import type { TakenAlert } from "../../app/ports/incidents.ts";
import type { Alert, AlertFacts, AlertSeverity, AlertStatus } from "../../core/alert/alert.ts";
import type { ClusterRef } from "../../core/cluster-name.ts";
import type { Incident, IncidentStatus, OwedRing, Split } from "../../core/incident/incident.ts";
import type { Call, Mute, PlannedMaintenance, QuietHours, SeenOperation } from "../../core/incident/watch.ts";
import type { Requester } from "../../core/requester.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import type { Json, Timestamp } from "./column-types.ts";

export interface WatchTable {
  /** The cluster's id in one spelling. */
  cluster_key: string;
  /** The channel or chat. */
  place: string;
  cluster: Json<ClusterRef>;
  conversation: Json<ConversationRef>;
  watched_by: Json<Requester>;
  watched_at: Timestamp;
  region: string | null;
  /** The least severe alerts that reach the channel; null: all do. */
  severity: AlertSeverity | null;
  mute: ColumnType<Extract<Mute, { of: "person" }> | null, string | null | undefined, string | null>;
  quiet: ColumnType<QuietHours | null, string | null, string | null>;
  planned: ColumnType<PlannedMaintenance | null, string | null, string | null>;
  operation: ColumnType<SeenOperation | null, null | undefined, string | null>;
  /** When each was read last, also where there was none: what was read before that says nothing new. */
  planned_read_at: ColumnType<Date | null, string | null, string>;
  operation_read_at: ColumnType<Date | null, null | undefined, string>;
}

/** Channels and chats that get their week as a card. */
export interface WeeklyCardTable {
  place: string;
  conversation: Json<ConversationRef>;
  /** The Monday of the newest card; at first the one before it was asked for. */
  sent_for: Timestamp;
}

export interface AlertTable {
  /** One firing. */
  key: string;
  alert_id: string;
  condition: Alert["condition"];
  origin: string | null;
  received_at: Timestamp;
  /** Null where it fired. */
  resolved_at: ColumnType<Date | null, string | null, never>;
  /** Order of arrival. */
  number: ColumnType<string | number | bigint, never, never>;
  /** As it was delivered; null once it is joined to its incidents. */
  taken: ColumnType<TakenAlert | null, string | undefined, null>;
}

export interface IncidentTable {
  id: string;
  cluster_key: string;
  /** The channel or chat. */
  place: string;
  cluster: Json<ClusterRef>;
  conversation: Json<ConversationRef>;
  opened_at: Timestamp;
  status: Json<IncidentStatus>;
  /** Taken out of `status` by the database. */
  state: ColumnType<IncidentStatus["state"], never, never>;
  owner: ColumnType<Incident["owner"], string | null, string | null>;
  severity: AlertSeverity | null;
  declared: ColumnType<Incident["declared"], string | null, string | null>;
  reopened: number;
  /** When a diagnosis was begun for it by whoever stands for its channel; null: none since it opened. */
  looked_at: ColumnType<Date | null, null, string | null>;
  /** Which opening that was: how often it had been opened again. */
  looked_for: number;
  /** The same of what the bot's own read-only identity read, where nobody stood for it. */
  read_at: ColumnType<Date | null, null, string | null>;
  read_for: number;
  /** Null once either was begun: a run is queued, or it stands there why not. Past, its process went away before. */
  looking_until: ColumnType<Date | null, null, string | null>;
  /** Since when it is open, also again. */
  open_since: Timestamp;
  /** Since when people know of that and nobody has taken it; and which calls of those on call were made for that. */
  untaken_since: Timestamp;
  called: Json<readonly Call[]>;
  /** Null once the call is written. */
  calling_until: ColumnType<Date | null, null, string | null>;
  /** A mute kept it from ringing; it rings once nothing mutes it, if it is open then. */
  ring_owed: ColumnType<OwedRing | null, null, string | null>;
  /** The id of the one that has its alerts now. */
  merged_into: ColumnType<string | null, null, string>;
  split: ColumnType<Split | null, string | null, string | null>;
  /** What held its card back. */
  muted: ColumnType<Mute | null, string | null | undefined, string | null>;
}

export interface VolunteerTable {
  cluster_key: string;
  place: string;
  person: string;
  user_id: string;
  requester: Json<Requester>;
  since: Timestamp;
  until: Timestamp;
}

/** Each firing that an incident counts. */
export interface IncidentAlertTable {
  incident_id: string;
  alert_key: string;
  alert_id: string;
  origin: string | null;
  alert: Json<AlertFacts>;
  received_at: Timestamp;
  status: Json<AlertStatus>;
  /** Taken out of `status` by the database. */
  state: ColumnType<AlertStatus["state"], never, never>;
}
