export const sentFiles = [
  `create table sent_files (
    id text primary key, user_id text not null, name text not null, file jsonb not null, sealed text not null,
    sent_at timestamptz not null, run_id text unique references runs (id) on delete cascade
  )`,
  "create unique index sent_files_of_person on sent_files (user_id, name) where run_id is null",
];
