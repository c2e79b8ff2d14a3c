export const auditTrail = [
  `create table audit (
    row_id bigint generated always as identity primary key,
    id text not null unique, time text not null, actor text not null, tenant text, action text not null,
    outcome text not null, cluster text, run_id text, rule text, detail jsonb not null,
    seq bigint unique, previous_hash text, hash text,
    check ((seq is null) = (hash is null) and (seq is null) = (previous_hash is null))
  )`,
  "create index audit_unsealed on audit (row_id) where seq is null",
  // The one change that is let through: an unsealed row gets its place in the chain, and nothing else.
  `create function audit_append_only() returns trigger language plpgsql as $$
  declare
    seal constant text[] := array['seq', 'previous_hash', 'hash'];
  begin
    if tg_op = 'UPDATE' and old.seq is null and new.seq is not null and to_jsonb(new) - seal = to_jsonb(old) - seal then
      return new;
    end if;
    raise exception 'The audit trail is append-only.';
  end $$`,
  `create trigger audit_append_only before update or delete on audit
    for each row execute function audit_append_only()`,
  `create trigger audit_not_emptied before truncate on audit
    for each statement execute function audit_append_only()`,
];
