// Every column, and whether it may hold a person; of every table, whose its rows are and when they go. Forgetting somebody,
// retention and the promise in docs/records.md are made of this. A new column or table does not compile before it stands
// here.
import type { Tables } from "./kit/tables.ts";

/**
 * `no`: nobody, or a mark that names nobody. `row`: the row is theirs, and goes. `names`: it may name them in what is
 * somebody else's, so their ids and name are taken out of it; of a run, once it has ended. `azure`: what Azure's own
 * records say, until the row goes. `trail`: the record of access, until its days are over.
 */
type Holds = "no" | "row" | "names" | "azure" | "trail";

type People = { readonly [Table in keyof Tables]: Readonly<Record<keyof Tables[Table], Holds>> };

export const personColumns = {
  outbox: {
    ...{ key: "no", number: "no", place: "no", user_id: "row", conversation: "row", content: "names" },
    ...{ state: "no", owner: "no", version: "no", message_id: "no" },
    ...{ after: "no", final: "no", next_at: "no", created_at: "no", begun: "no", refused: "no" },
    ...{ barred: "no", unsure: "no", short: "no", elsewhere: "no", notice: "no" },
  },
  paces: { place: "no", quick: "no", slow: "no" },
  questions: {
    ...{ key: "no", text: "row", conversation: "row", received_at: "no", closed_at: "no", owner: "no" },
  },
  processes: { id: "no", seen_at: "no", policy: "no", policy_since: "no", steady_since: "no", release: "no" },
  schema_state: { single: "no", release: "no", jobs: "no" },
  runs: {
    ...{ id: "no", person: "row", requester: "row", cluster: "no", task: "names", show: "no", rule: "no" },
    ...{ created_at: "no", conversation: "row", status: "names", worker: "no", incident: "no", state: "no" },
  },
  conversations: { key: "row", user_id: "row", personal: "no", reference: "row", updated_at: "no" },
  first_times: { key: "row", seen_at: "no" },
  last_clusters: { conversation_key: "row", cluster_id: "no", cluster_name: "no" },
  pending: {
    ...{ id: "no", user_id: "row", reason: "no", text: "row", conversation: "row", created_at: "no" },
    ...{ offered: "no", challenge: "row", state_hash: "no" },
  },
  seal_key: { single: "no", wrapped_by: "no", wrapped: "no" },
  sign_ins: { user_id: "row", sealed: "row", kept_at: "no" },
  feedback: { run_id: "no", person: "row", answer: "no", answered_at: "no" },
  mode: { single: "no", mode: "no", set_by: "names", since: "no", reason: "names" },
  audit: {
    ...{ row_id: "no", id: "no", time: "no", actor: "trail", tenant: "no", action: "no", outcome: "no" },
    ...{ cluster: "no", run_id: "no", rule: "no", detail: "trail", seq: "no", previous_hash: "no" },
    ...{ hash: "no", seal_key: "no", signature: "no" },
  },
  watches: {
    ...{ cluster_key: "no", place: "no", cluster: "no", conversation: "names", watched_by: "names" },
    ...{ watched_at: "no", severity: "no", mute: "names", quiet: "names", planned: "names" },
    ...{ region: "no", operation: "names", planned_read_at: "no", operation_read_at: "no" },
  },
  alerts: {
    ...{ key: "no", alert_id: "no", condition: "no", origin: "no", received_at: "no", resolved_at: "no" },
    ...{ number: "no", taken: "azure" },
  },
  incidents: {
    ...{ id: "no", cluster_key: "no", place: "no", cluster: "no", conversation: "names", opened_at: "no" },
    ...{ status: "names", state: "no", owner: "names", severity: "no", declared: "names", reopened: "no" },
    ...{
      looked_at: "no",
      looked_for: "no",
      read_at: "no",
      read_for: "no",
      looking_until: "no",
      open_since: "no",
      untaken_since: "no",
      called: "names",
      calling_until: "no",
      ring_owed: "no",
      merged_into: "no",
    },
    ...{ split: "names", muted: "names" },
  },
  volunteers: {
    ...{ cluster_key: "no", place: "no", person: "row", user_id: "row", requester: "row" },
    ...{ since: "no", until: "no" },
  },
  weekly_cards: { place: "no", conversation: "names", sent_for: "no" },
  incident_alerts: {
    ...{ incident_id: "no", alert_key: "no", alert_id: "no", origin: "no", alert: "azure" },
    ...{ received_at: "no", status: "no", state: "no" },
  },
  people: { person: "row", name: "row", seen_at: "no" },
  guesses: { person: "no", began_at: "no", count: "no" },
  digests: { cluster_key: "no", verdict: "no", run_id: "no", taken_at: "no", digest: "azure" },
  said_places: { person: "row", place: "row", cluster_name: "row", said_at: "no" },
  sent_files: {
    ...{ id: "no", user_id: "row", name: "row", file: "row", sealed: "row", sent_at: "no", run_id: "no" },
  },
} as const satisfies People;

/** Tables with rows that are somebody's. */
type Owned = {
  [Table in keyof Tables]: "row" extends (typeof personColumns)[Table][keyof (typeof personColumns)[Table]]
    ? Table
    : never;
}[keyof Tables];

/**
 * By which column a row is somebody's: their tenant and object id (`person`), Teams' id of them (`user`), a conversation that
 * has it (`talk`), a key that begins with it or with one of their own chats (`key`).
 */
type Owner = Readonly<{ column: string; kind: "person" | "user" | "talk" | "key" }>;

/** In the order in which they are removed: what is on its way goes with its run. */
export const rowOwners: Readonly<Record<Owned, Owner>> = {
  feedback: { column: "person", kind: "person" },
  runs: { column: "person", kind: "person" },
  outbox: { column: "user_id", kind: "user" },
  first_times: { column: "key", kind: "key" },
  last_clusters: { column: "conversation_key", kind: "key" },
  conversations: { column: "user_id", kind: "user" },
  said_places: { column: "person", kind: "person" },
  people: { column: "person", kind: "person" },
  volunteers: { column: "person", kind: "person" },
  sent_files: { column: "user_id", kind: "user" },
  pending: { column: "user_id", kind: "user" },
  sign_ins: { column: "user_id", kind: "user" },
  questions: { column: "conversation", kind: "talk" },
};

/**
 * When rows go by themselves. `after`: so long after `time`, the oldest first, counted on the trail under a word. `with`: at once
 * with the row of another table that they belong to.
 */
type Lifetime = Readonly<
  | { after: "outputDays" | "placeHours"; time: string; key: string; counted: string }
  | { after: "auditDays" | "aDay" | "anHour" | "tenMinutes" | "itsProcess" }
  | { with: keyof Tables }
  /** One row that is written anew, or one that goes where people say so. */
  | { stays: "one" | "untilUnwatched" | "untilOff" }
>;

const ended = (time: string, key: string, counted: string): Lifetime => ({
  after: "outputDays",
  ...{ time, key, counted },
});

export const lifetimes: Readonly<Record<keyof Tables, Lifetime>> = {
  runs: ended("created_at", "id", "requests"),
  questions: ended("received_at", "key", "questions"),
  pending: ended("created_at", "id", "waiting"),
  first_times: ended("seen_at", "key", "firstTimes"),
  conversations: ended("updated_at", "key", "conversations"),
  alerts: ended("received_at", "key", "alerts"),
  outbox: ended("created_at", "key", "messages"),
  incidents: ended("opened_at", "id", "incidents"),
  paces: ended("slow", "place", "paces"),
  people: ended("seen_at", "person", "people"),
  said_places: { after: "placeHours", time: "said_at", key: "person", counted: "places" },
  last_clusters: { with: "conversations" },
  incident_alerts: { with: "incidents" },
  volunteers: { with: "watches" },
  feedback: { with: "runs" },
  digests: { with: "runs" },
  sent_files: { after: "anHour" },
  sign_ins: { after: "aDay" },
  guesses: { after: "tenMinutes" },
  audit: { after: "auditDays" },
  processes: { after: "itsProcess" },
  mode: { stays: "one" },
  schema_state: { stays: "one" },
  seal_key: { stays: "one" },
  watches: { stays: "untilUnwatched" },
  weekly_cards: { stays: "untilOff" },
};

/** Table and column of each that may name somebody in what is somebody else's. */
export const namingColumns: readonly (readonly [table: string, column: string])[] = Object.entries(
  personColumns,
).flatMap(([table, columns]) =>
  Object.entries(columns).flatMap(([column, holds]) => (holds === "names" ? [[table, column] as const] : [])),
);
