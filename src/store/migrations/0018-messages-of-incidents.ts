export const messagesOfIncidents = [
  "alter table incidents add column message_id text generated always as (post ->> 'messageId') stored",
  "create index incidents_of_message on incidents (message_id) where message_id is not null",
];
