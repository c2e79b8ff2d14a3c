export const offeredChoices = ["alter table pending add column offered jsonb"];
