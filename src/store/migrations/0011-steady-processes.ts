export const steadyProcesses = [
  "alter table processes add column steady_since timestamptz not null default now()",
  "alter table runs add column worker text",
];
