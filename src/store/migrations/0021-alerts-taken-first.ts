/**
 * A delivered alert is kept as it came until a job has joined it to its incidents. The card of an incident is a message of
 * the outbox like every other.
 */
export const alertsTakenFirst = [
  "alter table alerts add column number bigint generated always as identity, add column taken jsonb",
  "create index alerts_taken on alerts (number) where taken is not null",
  `insert into outbox (key, place, user_id, conversation, content, final, message_id, state, unsure)
    select 'incident|' || id, place, conversation ->> 'userId', conversation,
      jsonb_build_object('show', 'incident', 'incidentId', id), true, message_id,
      case post_state when 'posted' then 'resting' when 'failed' then 'refused' else 'waiting' end,
      case post_state when 'posting' then 1 else 0 end
    from incidents where post_state <> 'joined'`,
  "alter table incidents drop column card, drop column message_id, drop column edit_due",
  "alter table incidents add column card text",
  "update incidents set card = post ->> 'card'",
  "alter table incidents drop column post_state",
  "alter table incidents drop column post",
  "create index incidents_of_card on incidents (card) where card is not null",
  "create index outbox_of_message on outbox (message_id) where message_id is not null",
];
