export const outbox = [
  `create table outbox (
    key text primary key, number bigint generated always as identity,
    place text not null, user_id text not null, conversation jsonb not null, content jsonb not null,
    after text, final boolean not null, version integer not null default 1, message_id text,
    state text not null default 'waiting' check (state in ('waiting', 'sending', 'resting', 'refused')),
    owner text, next_at timestamptz not null default now(), created_at timestamptz not null default now(),
    begun integer not null default 0, refused integer not null default 0, unsure integer not null default 0,
    short boolean not null default false, elsewhere boolean not null default false,
    notice boolean not null default false
  )`,
  "create index outbox_waiting on outbox (place, number) where state = 'waiting'",
  "create index outbox_sending on outbox (place) where state = 'sending'",
  "create index outbox_after on outbox (after) where after is not null",
  "create index outbox_of_person on outbox (user_id)",
  "create table paces (place text primary key, quick timestamptz not null, slow timestamptz not null)",
  // What goes on is shown where its card stands already.
  `insert into outbox (key, place, user_id, conversation, content, final, message_id, state)
    select 'run|' || id, split_part(conversation ->> 'key', ';', 1), conversation ->> 'userId', conversation,
      jsonb_build_object('show', 'run', 'runId', id), false, message_id, 'resting'
    from runs where state in ('queued', 'running')`,
  "alter table runs drop column message_id",
];
