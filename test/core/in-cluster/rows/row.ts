// A row of a finding's table: the look inside a cluster that is well with one thing changed, and what is said then.
import type { AzureSide } from "../../../../src/core/in-cluster/findings/define-finding.ts";
import type { InClusterModel } from "../../../../src/core/in-cluster/reads/model.ts";
import type { CheckStatus } from "../../../../src/core/outcome/check.ts";
import { azureSide, healthyInCluster, type InClusterChange } from "../../../fixtures/in-cluster.ts";

export type Row = Readonly<{
  when: string;
  model: InClusterModel;
  azure: AzureSide;
  status: CheckStatus;
  /** Words that the sentence holds. */
  says?: string;
  /** A part of the lines that mend it. */
  fix?: string;
}>;

export type Rows = Readonly<Record<string, readonly Row[]>>;

export const row = (
  when: string,
  changes: readonly InClusterChange[],
  status: CheckStatus,
  { azure, ...expected }: Pick<Row, "says" | "fix"> & Readonly<{ azure?: Partial<AzureSide> }> = {},
): Row => ({
  when,
  model: changes.reduce((model, change) => change(model), healthyInCluster),
  azure: { ...azureSide, ...azure },
  status,
  ...expected,
});
