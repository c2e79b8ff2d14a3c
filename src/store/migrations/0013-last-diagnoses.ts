/** Texts and lists of a model are compared in the process, so nothing is looked up inside of it. */
export const lastDiagnoses = [
  `create table digests (
    cluster_key text not null, verdict text not null check (verdict in ('healthy', 'degraded', 'broken')),
    run_id text not null references runs (id) on delete cascade,
    taken_at timestamptz not null, digest jsonb not null,
    primary key (cluster_key, verdict)
  )`,
  "create index digests_of_run on digests (run_id)",
];
