export const releasesTogether = [
  // Which release of the product each process is of, and which one brought the schema to where it is.
  "alter table processes add column release text not null default 'unknown'",
  `create table schema_state (
    single boolean primary key default true check (single), release text not null, jobs integer not null
  )`,
  // As before, and besides: a release that knows no key seals nothing behind a row that was sealed with one.
  `create or replace function audit_append_only() returns trigger language plpgsql as $$
  declare
    seal constant text[] := array['seq', 'previous_hash', 'hash', 'seal_key', 'signature'];
    yesterday constant text := to_char(now() at time zone 'utc' - interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  begin
    if tg_op = 'UPDATE' then
      if old.seq is null and new.seq is not null and to_jsonb(new) - seal = to_jsonb(old) - seal then
        if new.seal_key is null and exists (select from audit where seal_key is not null) then
          raise exception 'This audit trail is sealed with a key: no row without one follows.';
        end if;
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
];
