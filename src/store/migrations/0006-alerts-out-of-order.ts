export const alertsOutOfOrder = [
  "alter table alerts add column origin text, add column resolved_at timestamptz",
  "update alerts set resolved_at = received_at where condition = 'resolved'",
  "create index alerts_resolved_of_origin on alerts (origin) where condition = 'resolved'",
];
