/** A delivered alert is kept as it came until a job has joined it to its incidents. */
export const alertsTakenFirst = [
  "alter table alerts add column number bigint generated always as identity, add column taken jsonb",
  "create index alerts_taken on alerts (number) where taken is not null",
];
