export const refusedForGood = ["alter table outbox add column barred integer not null default 0"];
