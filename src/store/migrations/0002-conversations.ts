export const conversations = [
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
