export const saidPlaces = [
  `create table said_places (
    object_id text primary key, place jsonb not null, cluster_name text, said_at timestamptz not null
  )`,
];
