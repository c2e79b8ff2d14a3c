/** An object id alone may be another person's in another tenant. */
export const peopleByTenant = [
  `alter table runs add column person text not null
    generated always as ((requester ->> 'tenantId') || '/' || (requester ->> 'objectId')) stored`,
  "drop index runs_of_requester",
  "alter table runs drop column object_id",
  "create index runs_of_person on runs (person, created_at desc)",
  "alter table feedback rename column object_id to person",
  `update feedback set person = (runs.requester ->> 'tenantId') || '/' || feedback.person
    from runs where runs.id = feedback.run_id`,
  // Nobody said of whose tenant: they count for half a day.
  "delete from said_places",
  "alter table said_places rename column object_id to person",
];
