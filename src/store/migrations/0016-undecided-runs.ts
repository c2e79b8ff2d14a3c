export const undecidedRuns = [
  "create index runs_undecided on runs (created_at) where state in ('pendingApproval', 'approved')",
];
