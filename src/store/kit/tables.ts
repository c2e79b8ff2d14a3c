// The tables as kysely sees them, one interface each; `migrations` creates them.
import type { ColumnType, Generated } from "kysely";
import type { Challenge, Offered, Pending } from "../../app/ports/outbox.ts";
import type { SaidPlace } from "../../app/ports/store.ts";
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import type { SentFile } from "../../core/command/change/sent-file.ts";
import type { Content } from "../../core/delivery/message.ts";
import type { KeptDigest } from "../../core/diagnosis/since/kept.ts";
import type { Mode } from "../../core/mode.ts";
import type { ReaderIdentity, Requester } from "../../core/requester.ts";
import type { FeedbackAnswer } from "../../core/run/feedback.ts";
import type { ConversationRef, Run, RunState, RunStateName, RunTask } from "../../core/run/run.ts";
import type { Json, Timestamp } from "./column-types.ts";
import type {
  AlertTable,
  IncidentAlertTable,
  IncidentTable,
  VolunteerTable,
  WatchTable,
  WeeklyCardTable,
} from "./incident-tables.ts";

/** Null in a new row; written later on. */
type Later<T> = ColumnType<T | null, never, T | null>;
/** bigint: `pg` reads it as text, PGlite as a number. */
type BigInteger = string | number | bigint;

/** Activities that were claimed, so that none is answered twice. */
interface QuestionTable {
  key: string;
  text: string;
  conversation: Json<ConversationRef>;
  received_at: Timestamp;
  closed_at: ColumnType<Date | null, string | undefined, string>;
  /** The process that works on it. */
  owner: string;
}

/** Processes that are alive; a process without a fresh row is gone. */
interface ProcessTable {
  id: string;
  seen_at: ColumnType<Date, never, Date>;
  /** Version of the policy that it decides by, and when it took that up. */
  policy: Later<string>;
  policy_since: ColumnType<Date | null, never, string | null>;
  /** Since when its signs of life have come without a gap. */
  steady_since: ColumnType<Date, never, Date>;
  release: string;
}

/** One row: which release brought the schema to where it is, and to which version that of the jobs. */
interface SchemaStateTable {
  single: true;
  release: string;
  jobs: number;
}

export interface RunTable {
  id: string;
  /** Taken out of `requester` by the database: see `personKey`. */
  person: ColumnType<string, never, never>;
  requester: Json<Requester | ReaderIdentity>;
  cluster: Json<Run["cluster"]>;
  task: Json<RunTask>;
  show: Run["show"];
  rule: string;
  created_at: Timestamp;
  conversation: Json<ConversationRef>;
  status: Json<RunState>;
  /** The process that has it in hand. */
  worker: Later<string>;
  /** In whose thread it was asked for. */
  incident: string | null;
  /** Taken out of `status` by the database, so that the two never differ. */
  state: ColumnType<RunStateName, never, never>;
}

interface ConversationTable {
  key: string;
  user_id: string;
  personal: boolean;
  reference: Json<ConversationRef>;
  updated_at: Timestamp;
}

interface FirstTimeTable {
  key: string;
  /** When it was asked for last. */
  seen_at: Timestamp;
}

interface LastClusterTable {
  conversation_key: string;
  cluster_id: string;
  cluster_name: string;
}

interface PendingTable {
  id: string;
  user_id: string;
  reason: Pending["reason"];
  text: string;
  conversation: Json<ConversationRef>;
  created_at: Timestamp;
  offered: Json<readonly Offered[]> | null;
  challenge: Json<Challenge> | null;
  /** Of the sign-in that answers the challenge; null before it begins, and once it has ended. */
  state_hash: string | null;
}

/** One row: the key that seals, wrapped by one that is not here. */
interface SealKeyTable {
  single: true;
  wrapped_by: string;
  wrapped: string;
}

/** Sign-ins that answered a challenge of Conditional Access. */
interface SignInTable {
  user_id: string;
  sealed: string;
  kept_at: Timestamp;
}

/** What people said about a diagnosis; goes with its run. */
interface FeedbackTable {
  run_id: string;
  person: string;
  answer: FeedbackAnswer;
  answered_at: Timestamp;
}

/** One row: the mode in force. */
interface ModeTable {
  single: true;
  mode: Mode;
  set_by: ColumnType<Requester | null, string, string>;
  since: Timestamp;
  reason: string | null;
}

/** Append-only: a trigger lets a row be sealed once, lets old rows go behind their anchor, and refuses every other change. */
export interface AuditTable {
  /** Order of writing, with gaps; `seq` is the place in the chain. */
  row_id: Generated<string | number | bigint>;
  id: string;
  /** Text, since the hash covers exactly what was written. */
  time: string;
  actor: string;
  tenant: string | null;
  action: string;
  outcome: AuditEntry["outcome"];
  cluster: string | null;
  run_id: string | null;
  rule: string | null;
  detail: Json<AuditEntry["detail"]>;
  seq: Later<BigInteger>;
  previous_hash: Later<string>;
  hash: Later<string>;
  seal_key: Later<string>;
  signature: Later<string>;
}

/** Messages on their way to Teams; one that was shown and gets no newer version is removed. */
export interface OutboxTable {
  key: string;
  /** Order of writing. */
  number: ColumnType<string | number | bigint, never, never>;
  /** The channel or chat, which Teams counts as one. */
  place: string;
  user_id: string;
  conversation: Json<ConversationRef>;
  content: Json<Content>;
  after: string | null;
  final: boolean;
  version: Generated<number>;
  message_id: string | null;
  state: Generated<"waiting" | "sending" | "resting" | "refused">;
  /** The process that is showing it. */
  owner: string | null;
  next_at: Generated<Date>;
  created_at: Generated<Date>;
  /** Showings since one came to an end, the present one included. */
  begun: Generated<number>;
  refused: Generated<number>;
  barred: Generated<number>;
  unsure: Generated<number>;
  short: Generated<boolean>;
  elsewhere: Generated<boolean>;
  notice: Generated<boolean>;
}

/** When the next message may be sent to a place, by each of two rates; a time in the past is "now". */
interface PaceTable {
  place: string;
  quick: Date;
  slow: Date;
}

/** Goes when its time is over. */
interface GuessTable {
  person: string;
  began_at: Timestamp;
  count: number;
}

/** What a diagnosis saw, for the next one of its cluster; goes with its run. */
interface DigestTable {
  cluster_key: string;
  verdict: KeptDigest["verdict"];
  run_id: string;
  taken_at: Timestamp;
  digest: Json<KeptDigest["digest"]>;
}

/** `run_id`: whose copy it is; null: as it was sent. `sealed`: see `file-key.ts`. */
interface SentFileTable {
  id: string;
  user_id: string;
  name: string;
  file: Json<SentFile>;
  sealed: string;
  sent_at: Timestamp;
  run_id: string | null;
}

/** Where a person said that they are; goes when its time is over. */
interface SaidPlaceTable {
  person: string;
  place: Json<SaidPlace["place"]>;
  cluster_name: string | null;
  said_at: Timestamp;
}

/** Names as Teams shows them. */
interface PersonTable {
  person: string;
  name: string;
  seen_at: Timestamp;
}

export interface Tables {
  people: PersonTable;
  outbox: OutboxTable;
  paces: PaceTable;
  questions: QuestionTable;
  processes: ProcessTable;
  schema_state: SchemaStateTable;
  runs: RunTable;
  conversations: ConversationTable;
  first_times: FirstTimeTable;
  last_clusters: LastClusterTable;
  pending: PendingTable;
  sign_ins: SignInTable;
  seal_key: SealKeyTable;
  feedback: FeedbackTable;
  mode: ModeTable;
  audit: AuditTable;
  watches: WatchTable;
  alerts: AlertTable;
  incidents: IncidentTable;
  incident_alerts: IncidentAlertTable;
  volunteers: VolunteerTable;
  weekly_cards: WeeklyCardTable;
  guesses: GuessTable;
  digests: DigestTable;
  said_places: SaidPlaceTable;
  sent_files: SentFileTable;
}
