export const auditKey = [
  // The key that a row was sealed with, and on the last row of a batch the signature by it.
  "alter table audit add column seal_key text, add column signature text",
  `create or replace function audit_append_only() returns trigger language plpgsql as $$
  declare
    seal constant text[] := array['seq', 'previous_hash', 'hash', 'seal_key', 'signature'];
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
  // The one way to remove rows, with the rights of the table's owner; what it removes, the trigger above decides too.
  `create function audit_prune() returns void language sql security definer set search_path from current as $$
    delete from audit where seq <= (
      select (detail ->> 'upTo')::bigint from audit where action = 'audit.prune' order by row_id desc limit 1
    )
  $$`,
  "revoke execute on function audit_prune() from public",
  // Which policy each process decides by, and since when.
  "alter table processes add column policy text, add column policy_since timestamptz",
];
