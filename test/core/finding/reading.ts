// Short ways to read a diagnosis in a test.
import type { Diagnosis } from "../../../src/core/diagnosis/diagnosis.ts";

export const stateOf = (diagnosis: Diagnosis, id: string) =>
  diagnosis.accessPaths.find((path) => path.id === id)?.state;
export const statusOf = (diagnosis: Diagnosis, id: string) =>
  diagnosis.checks.find((check) => check.id === id)?.status;
export const ownFailures = (diagnosis: Diagnosis) =>
  diagnosis.checks
    .filter((check) => check.status === "fail" && check.explainedBy === undefined)
    .map(({ id }) => id);
