export const watchesAndAlerts = [
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
