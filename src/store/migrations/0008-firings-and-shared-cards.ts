/** A firing has a key of its own, and alerts of one minute share a card. */
export const firingsAndSharedCards = [
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
