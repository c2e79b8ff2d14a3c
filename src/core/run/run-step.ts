// What a run that goes on is at, in the order of its steps.

export const runSteps = {
  diagnose: ["cluster", "around"],
  access: ["cluster", "around"],
  command: ["asking", "sending", "inCluster"],
  change: ["asking", "sending", "inCluster"],
  fix: ["asking"],
} as const;

export type RunStep = (typeof runSteps)[keyof typeof runSteps][number];
