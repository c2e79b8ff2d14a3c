export const feedbackModeRetention = [
  `create table feedback (
    run_id text not null references runs (id) on delete cascade, object_id text not null,
    answer text not null check (answer in ('yes', 'no')), answered_at timestamptz not null,
    primary key (run_id, object_id)
  )`,
  "create index feedback_of_person on feedback (object_id)",
  // One row, there from the start: without it nobody can tell the mode, and nothing is run.
  `create table mode (
    single boolean primary key default true check (single),
    mode text not null check (mode in ('full', 'diagnose', 'off')),
    set_by jsonb, since timestamptz not null, reason text
  )`,
  "insert into mode (mode, since) values ('full', now())",
  "alter table first_times add column seen_at timestamptz not null default now()",
  "create index runs_by_age on runs (created_at)",
  "create index questions_by_age on questions (received_at)",
  "create index audit_anchors on audit (row_id) where action = 'audit.prune'",
  // Two narrow ways through. An unsealed row gets its place in the chain, and nothing else. A sealed row that is more
  // than a day old may go once an anchor says that everything up to it goes, and an anchor is only written with the
  // hash that the last of these rows really has.
  `create or replace function audit_append_only() returns trigger language plpgsql as $$
  declare
    seal constant text[] := array['seq', 'previous_hash', 'hash'];
    yesterday constant text := to_char(now() at time zone 'utc' - interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  begin
    if tg_op = 'UPDATE' then
      if old.seq is null and new.seq is not null and to_jsonb(new) - seal = to_jsonb(old) - seal then
        return new;
      end if;
    elsif tg_op = 'DELETE' then
      if old.time < yesterday and old.seq <= (
        select (detail ->> 'upTo')::bigint from audit where action = 'audit.prune' order by row_id desc limit 1
      ) then
        return old;
      end if;
    end if;
    raise exception 'The audit trail is append-only.';
  end $$`,
  `create function audit_anchor_is_true() returns trigger language plpgsql as $$
  begin
    if not exists (
      select from audit where seq = (new.detail ->> 'upTo')::bigint and hash = new.detail ->> 'hash'
    ) then
      raise exception 'An anchor names a row of the audit trail and its hash.';
    end if;
    return new;
  end $$`,
  `create trigger audit_anchor_is_true before insert on audit
    for each row when (new.action = 'audit.prune') execute function audit_anchor_is_true()`,
];
