export const questionsAndRuns = [
  `create table questions (
    key text primary key, text text not null, conversation jsonb not null,
    received_at timestamptz not null, closed_at timestamptz, owner text not null
  )`,
  "create index questions_open on questions (received_at) where closed_at is null",
  "create table processes (id text primary key, seen_at timestamptz not null default now())",
  `create table runs (
    id text primary key,
    requester jsonb not null,
    object_id text not null generated always as (requester ->> 'objectId') stored,
    cluster jsonb not null, task jsonb not null, show text not null, rule text not null,
    created_at timestamptz not null, conversation jsonb not null, message_id text,
    status jsonb not null,
    state text not null generated always as (status ->> 'state') stored
  )`,
  "create index runs_of_requester on runs (object_id, created_at desc)",
];
