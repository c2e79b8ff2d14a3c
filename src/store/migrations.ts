// The schema, step by step. A step that was released is never edited; a change is a new step at the end.
import { type Kysely, sql } from "kysely";
import { type MigrationProvider, Migrator } from "kysely/migration";
import type { Tables } from "./tables.ts";

const questionsAndRuns = [
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

const conversations = [
  `create table conversations (
    key text primary key, user_id text not null, personal boolean not null,
    reference jsonb not null, updated_at timestamptz not null
  )`,
  "create index conversations_personal on conversations (user_id, updated_at desc) where personal",
  "create table first_times (key text primary key)",
  "create table last_clusters (conversation_key text primary key, cluster_id text not null, cluster_name text not null)",
  `create table pending (
    id text primary key, user_id text not null, reason text not null, text text not null,
    conversation jsonb not null, created_at timestamptz not null
  )`,
  "create index pending_of_user on pending (user_id)",
];

const auditTrail = [
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

const watchesAndAlerts = [
  `create table watches (
    cluster_key text not null, place text not null, cluster jsonb not null, conversation jsonb not null,
    watched_by jsonb not null, watched_at timestamptz not null,
    primary key (cluster_key, place)
  )`,
  // What was delivered, so that the same alert changes nothing a second time.
  "create table alerts (key text, condition text, received_at timestamptz not null, primary key (key, condition))",
  `create table incidents (
    id text primary key, alert_key text not null, origin text,
    cluster_key text not null, place text not null,
    cluster jsonb not null, alert jsonb not null, conversation jsonb not null, opened_at timestamptz not null,
    status jsonb not null,
    state text not null generated always as (status ->> 'state') stored,
    post jsonb not null,
    post_state text not null generated always as (post ->> 'state') stored,
    unique (alert_key, cluster_key, place)
  )`,
  "create index incidents_of_origin on incidents (origin) where origin is not null",
];

const feedbackModeRetention = [
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

const alertsOutOfOrder = [
  "alter table alerts add column origin text, add column resolved_at timestamptz",
  "update alerts set resolved_at = received_at where condition = 'resolved'",
  "create index alerts_resolved_of_origin on alerts (origin) where condition = 'resolved'",
];

const outbox = [
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

/** A firing has a key of its own, and alerts of one minute share a card. */
const firingsAndSharedCards = [
  "alter table alerts add column alert_id text",
  "alter table incidents add column alert_id text, add column edit_due boolean not null default false",
  "alter table incidents add column card text generated always as (post ->> 'card') stored",
  "update alerts set alert_id = key",
  `update alerts set key = key || '|' || opened.fired_at
    from (select alert_key, min(alert ->> 'firedAt') as fired_at from incidents group by alert_key) as opened
    where opened.alert_key = alerts.key`,
  "update incidents set alert_id = alert_key, alert_key = alert_key || '|' || (alert ->> 'firedAt')",
  "alter table alerts alter column alert_id set not null",
  "alter table incidents alter column alert_id set not null",
  "create index alerts_resolved_of_id on alerts (alert_id) where condition = 'resolved'",
  "create index incidents_of_alert on incidents (alert_id)",
  "create index incidents_of_card on incidents (card) where card is not null",
  "create index incidents_of_place on incidents (cluster_key, place, opened_at)",
];

const wrongGuesses = [
  "create table guesses (person text primary key, began_at timestamptz not null, count integer not null)",
];

const auditKey = [
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

const steadyProcesses = [
  "alter table processes add column steady_since timestamptz not null default now()",
  "alter table runs add column worker text",
];

const refusedForGood = ["alter table outbox add column barred integer not null default 0"];

/** Texts and lists of a model are compared in the process, so nothing is looked up inside of it. */
const lastDiagnoses = [
  `create table digests (
    cluster_key text not null, verdict text not null check (verdict in ('healthy', 'degraded', 'broken')),
    run_id text not null references runs (id) on delete cascade,
    taken_at timestamptz not null, digest jsonb not null,
    primary key (cluster_key, verdict)
  )`,
  "create index digests_of_run on digests (run_id)",
];

const saidPlaces = [
  `create table said_places (
    object_id text primary key, place jsonb not null, cluster_name text, said_at timestamptz not null
  )`,
];

const offeredChoices = ["alter table pending add column offered jsonb"];

const undecidedRuns = [
  "create index runs_undecided on runs (created_at) where state in ('pendingApproval', 'approved')",
];

const sentFiles = [
  `create table sent_files (
    id text primary key, user_id text not null, name text not null, file jsonb not null, sealed text not null,
    sent_at timestamptz not null, run_id text unique references runs (id) on delete cascade
  )`,
  "create unique index sent_files_of_person on sent_files (user_id, name) where run_id is null",
];

const messagesOfIncidents = [
  "alter table incidents add column message_id text generated always as (post ->> 'messageId') stored",
  "create index incidents_of_message on incidents (message_id) where message_id is not null",
];

const steps: Readonly<Record<string, readonly string[]>> = {
  "0001-questions-and-runs": questionsAndRuns,
  "0002-conversations": conversations,
  "0003-audit-trail": auditTrail,
  "0004-watches-and-alerts": watchesAndAlerts,
  "0005-feedback-mode-retention": feedbackModeRetention,
  "0006-alerts-out-of-order": alertsOutOfOrder,
  "0007-outbox": outbox,
  "0008-firings-and-shared-cards": firingsAndSharedCards,
  "0009-wrong-guesses": wrongGuesses,
  "0010-audit-key": auditKey,
  "0011-steady-processes": steadyProcesses,
  "0012-refused-for-good": refusedForGood,
  "0013-last-diagnoses": lastDiagnoses,
  "0014-said-places": saidPlaces,
  "0015-offered-choices": offeredChoices,
  "0016-undecided-runs": undecidedRuns,
  "0017-sent-files": sentFiles,
  "0018-messages-of-incidents": messagesOfIncidents,
};

/**
 * Brings the schema up to date, in one transaction. Two processes that start together take turns by an advisory
 * lock of PostgreSQL, and the second finds everything done. Throws what the database said.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error) throw error;
}

export const migrations: MigrationProvider = {
  getMigrations: async () =>
    Object.fromEntries(
      Object.entries(steps).map(([name, statements]) => [
        name,
        {
          up: async (db) => {
            for (const statement of statements) await sql.raw(statement).execute(db);
          },
        },
      ]),
    ),
};
