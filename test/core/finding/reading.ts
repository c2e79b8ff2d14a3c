// Short ways to read a diagnosis in a test.
import type { AccessPath } from "../../../src/core/access/access-path.ts";
import type { CheckResult } from "../../../src/core/outcome/check.ts";

type Ways = Readonly<{ accessPaths: readonly Pick<AccessPath, "id" | "state">[] }>;
type Checks = Readonly<{ checks: readonly Pick<CheckResult, "id" | "status" | "explainedBy">[] }>;

export const stateOf = ({ accessPaths }: Ways, id: string) =>
  accessPaths.find((path) => path.id === id)?.state;
export const statusOf = ({ checks }: Checks, id: string) => checks.find((check) => check.id === id)?.status;
export const ownFailures = ({ checks }: Checks) =>
  checks.filter((check) => check.status === "fail" && check.explainedBy === undefined).map(({ id }) => id);
