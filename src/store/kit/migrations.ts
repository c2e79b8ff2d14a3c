// The schema of the database, as a list of steps. A step that was released is never edited: a change is a new step at
// the end.

/** Statements by the name of their step, in order. */
export type Steps = Readonly<Record<string, readonly string[]>>;

const questionsAndConversations = [
  `create table questions (
    key text primary key, text text not null, conversation jsonb not null,
    received_at timestamptz not null, closed_at timestamptz, owner text not null
  )`,
  "create index questions_open on questions (received_at) where closed_at is null",
  "create index questions_by_age on questions (received_at)",
  `create table pending (
    id text primary key, user_id text not null, reason text not null, text text not null,
    conversation jsonb not null, created_at timestamptz not null, offered jsonb,
    challenge jsonb, state_hash text unique
  )`,
  "create index pending_of_user on pending (user_id)",
  "create table seal_key (single boolean primary key check (single), wrapped_by text not null, wrapped text not null)",
  "create table sign_ins (user_id text primary key, sealed text not null, kept_at timestamptz not null)",
  `create table conversations (
    key text primary key, user_id text not null, personal boolean not null,
    reference jsonb not null, updated_at timestamptz not null
  )`,
  "create index conversations_personal on conversations (user_id, updated_at desc) where personal",
  "create table first_times (key text primary key, seen_at timestamptz not null default now())",
  "create table last_clusters (conversation_key text primary key, cluster_id text not null, cluster_name text not null)",
  `create table said_places (
    person text primary key, place jsonb not null, cluster_name text, said_at timestamptz not null
  )`,
  "create table people (person text primary key, name text not null, seen_at timestamptz not null)",
  "create table guesses (person text primary key, began_at timestamptz not null, count integer not null)",
];

const runs = [
  // An object id alone may be another person's in another tenant, so a person is both.
  `create table runs (
    id text primary key, requester jsonb not null, cluster jsonb not null, task jsonb not null,
    show text not null, rule text not null, created_at timestamptz not null, conversation jsonb not null,
    status jsonb not null, worker text, incident text,
    state text not null generated always as (status ->> 'state') stored,
    person text not null
      generated always as ((requester ->> 'tenantId') || '/' || (requester ->> 'objectId')) stored
  )`,
  "create index runs_of_person on runs (person, created_at desc)",
  "create index runs_of_incident on runs (incident, created_at) where incident is not null",
  "create index runs_by_age on runs (created_at)",
  "create index runs_of_run on runs ((task ->> 'of')) where task ->> 'of' is not null",
  "create index runs_undecided on runs (created_at) where state in ('pendingApproval', 'approved')",
  `create table feedback (
    run_id text not null references runs (id) on delete cascade, person text not null,
    answer text not null check (answer in ('yes', 'no')), answered_at timestamptz not null,
    primary key (run_id, person)
  )`,
  "create index feedback_of_person on feedback (person)",
  // Digests are compared in the process, so nothing is looked up inside of one.
  `create table digests (
    cluster_key text not null, verdict text not null check (verdict in ('healthy', 'degraded', 'broken')),
    run_id text not null references runs (id) on delete cascade,
    taken_at timestamptz not null, digest jsonb not null,
    primary key (cluster_key, verdict)
  )`,
  "create index digests_of_run on digests (run_id)",
  `create table sent_files (
    id text primary key, user_id text not null, name text not null, file jsonb not null, sealed text not null,
    sent_at timestamptz not null, run_id text unique references runs (id) on delete cascade
  )`,
  "create unique index sent_files_of_person on sent_files (user_id, name) where run_id is null",
];

const outbox = [
  `create table outbox (
    key text primary key, number bigint generated always as identity,
    place text not null, user_id text not null, conversation jsonb not null, content jsonb not null,
    after text, final boolean not null, version integer not null default 1, message_id text,
    state text not null default 'waiting' check (state in ('waiting', 'sending', 'resting', 'refused')),
    owner text, next_at timestamptz not null default now(), created_at timestamptz not null default now(),
    begun integer not null default 0, refused integer not null default 0, barred integer not null default 0,
    unsure integer not null default 0, short boolean not null default false,
    elsewhere boolean not null default false, notice boolean not null default false
  )`,
  "create index outbox_waiting on outbox (place, number) where state = 'waiting'",
  "create index outbox_sending on outbox (place) where state = 'sending'",
  "create index outbox_after on outbox (after) where after is not null",
  "create index outbox_of_person on outbox (user_id)",
  "create index outbox_of_message on outbox (message_id) where message_id is not null",
  "create table paces (place text primary key, quick timestamptz not null, slow timestamptz not null)",
];

const incidents = [
  `create table watches (
    cluster_key text not null, place text not null, cluster jsonb not null, conversation jsonb not null,
    watched_by jsonb not null, watched_at timestamptz not null, region text, severity text,
    mute jsonb, quiet jsonb, planned jsonb, planned_read_at timestamptz, operation jsonb,
    operation_read_at timestamptz,
    primary key (cluster_key, place)
  )`,
  // Every firing is kept as it was delivered until a job has joined it to its incidents, and its key afterwards, so
  // that the same alert changes nothing a second time.
  `create table alerts (
    key text, condition text, alert_id text not null, origin text, received_at timestamptz not null,
    resolved_at timestamptz, number bigint generated always as identity, taken jsonb,
    primary key (key, condition)
  )`,
  "create index alerts_taken on alerts (number) where taken is not null",
  "create index alerts_resolved_of_id on alerts (alert_id) where condition = 'resolved'",
  "create index alerts_resolved_of_origin on alerts (origin) where condition = 'resolved'",
  `create table incidents (
    id text primary key, cluster_key text not null, place text not null, cluster jsonb not null,
    conversation jsonb not null, opened_at timestamptz not null, status jsonb not null,
    state text not null generated always as (status ->> 'state') stored,
    owner jsonb, severity text, declared jsonb, reopened integer not null, looked_at timestamptz,
    looked_for integer not null, read_at timestamptz, read_for integer not null, looking_until timestamptz,
    open_since timestamptz not null, untaken_since timestamptz not null, called jsonb not null,
    calling_until timestamptz, ring_owed jsonb, muted jsonb, merged_into text, split jsonb
  )`,
  `create table volunteers (
    cluster_key text not null, place text not null, person text not null, user_id text not null,
    requester jsonb not null, since timestamptz not null, until timestamptz not null,
    primary key (cluster_key, place),
    foreign key (cluster_key, place) references watches (cluster_key, place) on delete cascade
  )`,
  `create table weekly_cards (
    place text primary key, conversation jsonb not null, sent_for timestamptz not null
  )`,
  "create index volunteers_of_person on volunteers (person)",
  "create index incidents_of_place on incidents (cluster_key, place, opened_at)",
  "create index incidents_open on incidents (place, opened_at) where state <> 'resolved'",
  "create index incidents_by_age on incidents (opened_at)",
  "create index incidents_that_owe on incidents (id) where ring_owed is not null",
  `create table incident_alerts (
    incident_id text not null references incidents (id) on delete cascade, alert_key text not null,
    alert_id text not null, origin text, alert jsonb not null, received_at timestamptz not null,
    status jsonb not null, state text not null generated always as (status ->> 'state') stored,
    primary key (incident_id, alert_key)
  )`,
  "create index incident_alerts_by_age on incident_alerts (received_at)",
  "create index incident_alerts_of_key on incident_alerts (alert_key)",
  "create index incident_alerts_of_id on incident_alerts (alert_id)",
  "create index incident_alerts_of_origin on incident_alerts (origin) where origin is not null",
];

const processesAndMode = [
  `create table processes (
    id text primary key, release text not null, seen_at timestamptz not null default now(),
    steady_since timestamptz not null default now(), policy text, policy_since timestamptz
  )`,
  // One row: which release brought the schema to where it is.
  `create table schema_state (
    single boolean primary key default true check (single), release text not null, jobs integer not null
  )`,
  // One row, there from the start: without it nobody can tell the mode, and nothing is run.
  `create table mode (
    single boolean primary key default true check (single),
    mode text not null check (mode in ('full', 'diagnose', 'off')),
    set_by jsonb, since timestamptz not null, reason text
  )`,
  "insert into mode (mode, since) values ('full', now())",
];

const auditTrail = [
  `create table audit (
    row_id bigint generated always as identity primary key,
    id text not null unique, time text not null, actor text not null, tenant text, action text not null,
    outcome text not null, cluster text, run_id text, rule text, detail jsonb not null,
    seq bigint unique, previous_hash text, hash text, seal_key text, signature text,
    check ((seq is null) = (hash is null) and (seq is null) = (previous_hash is null))
  )`,
  "create index audit_unsealed on audit (row_id) where seq is null",
  "create index audit_of_incident on audit ((detail ->> 'incident')) where detail ->> 'incident' is not null",
  "create index audit_of_run on audit (run_id) where run_id is not null",
  // What `status` counts for operators.
  `create index audit_stray_alerts on audit (time)
    where action = 'alert.fired' and detail ->> 'channels' = '0'`,
  "create index audit_anchors on audit (row_id) where action = 'audit.prune'",
  "create index audit_faults on audit (time) where action in ('audit.cut', 'audit.verify') and outcome = 'failed'",
  // Two narrow ways through. An unsealed row gets its place in the chain, and nothing else; without a key it gets none
  // behind a row that was sealed with one. A sealed row that is more than a day old may go once an anchor says that
  // everything up to it goes, and an anchor is only written with the hash that the last of these rows really has.
  `create function audit_append_only() returns trigger language plpgsql as $$
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
  `create trigger audit_append_only before update or delete on audit
    for each row execute function audit_append_only()`,
  `create trigger audit_not_emptied before truncate on audit
    for each statement execute function audit_append_only()`,
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
  // The one way to remove rows, with the rights of the table's owner; what it removes, the trigger above decides too.
  `create function audit_prune() returns void language sql security definer set search_path from current as $$
    delete from audit where seq <= (
      select (detail ->> 'upTo')::bigint from audit where action = 'audit.prune' order by row_id desc limit 1
    )
  $$`,
  "revoke execute on function audit_prune() from public",
];

export const steps: Steps = {
  "0001-first-release": [
    ...questionsAndConversations,
    ...runs,
    ...outbox,
    ...incidents,
    ...processesAndMode,
    ...auditTrail,
  ],
};
