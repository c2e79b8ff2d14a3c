// Every column, and whether it may hold a person: forgetting somebody is made of this. A new column does not compile before it
// stands here.
import type { Tables } from "./tables.ts";

/**
 * `no`: nobody, or a mark that names nobody. `row`: the row is theirs, and goes. `names`: it may name them in what is
 * somebody else's, so their ids and name are taken out of it; of a run, once it has ended. `azure`: what Azure's own
 * records say, until the row goes. `trail`: the record of access, until its days are over.
 */
type Holds = "no" | "row" | "names" | "azure" | "trail";

type People = { readonly [Table in keyof Tables]: Readonly<Record<keyof Tables[Table], Holds>> };

export const people: People = {
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
    ...{ created_at: "no", conversation: "row", status: "names", worker: "no", state: "no" },
  },
  conversations: { key: "row", user_id: "row", personal: "no", reference: "row", updated_at: "no" },
  first_times: { key: "row", seen_at: "no" },
  last_clusters: { conversation_key: "row", cluster_id: "no", cluster_name: "no" },
  pending: {
    ...{ id: "no", user_id: "row", reason: "no", text: "row", conversation: "row", created_at: "no" },
    offered: "no",
  },
  feedback: { run_id: "no", person: "row", answer: "no", answered_at: "no" },
  mode: { single: "no", mode: "no", set_by: "names", since: "no", reason: "names" },
  audit: {
    ...{ row_id: "no", id: "no", time: "no", actor: "trail", tenant: "no", action: "no", outcome: "no" },
    ...{ cluster: "no", run_id: "no", rule: "no", detail: "trail", seq: "no", previous_hash: "no" },
    ...{ hash: "no", seal_key: "no", signature: "no" },
  },
  watches: {
    ...{ cluster_key: "no", place: "no", cluster: "no", conversation: "names", watched_by: "names" },
    watched_at: "no",
  },
  alerts: {
    ...{ key: "no", alert_id: "no", condition: "no", origin: "no", received_at: "no", resolved_at: "no" },
    ...{ number: "no", taken: "azure" },
  },
  incidents: {
    ...{ id: "no", alert_key: "no", alert_id: "no", origin: "no", cluster_key: "no", place: "no" },
    ...{ cluster: "no", alert: "azure", conversation: "names", opened_at: "no", status: "no" },
    ...{ state: "no", card: "no" },
  },
  guesses: { person: "no", began_at: "no", count: "no" },
  digests: { cluster_key: "no", verdict: "no", run_id: "no", taken_at: "no", digest: "azure" },
  said_places: { person: "row", place: "row", cluster_name: "row", said_at: "no" },
  sent_files: {
    ...{ id: "no", user_id: "row", name: "row", file: "row", sealed: "row", sent_at: "no", run_id: "no" },
  },
};

/** Table and column of each that may name somebody in what is somebody else's. */
export const namingColumns: readonly (readonly [table: string, column: string])[] = Object.entries(
  people,
).flatMap(([table, columns]) =>
  Object.entries(columns).flatMap(([column, holds]) => (holds === "names" ? [[table, column] as const] : [])),
);
