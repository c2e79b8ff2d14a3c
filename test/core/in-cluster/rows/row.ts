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

type Expected = string | (Pick<Row, "says" | "fix"> & Readonly<{ azure?: Partial<AzureSide> }>);

const rowOf =
  (status: CheckStatus) =>
  /** `expected`: words that the sentence holds, or more than those. */
  (when: string, changes: InClusterChange | readonly InClusterChange[], expected: Expected = {}): Row => {
    const { azure, ...more } = typeof expected === "string" ? { says: expected } : expected;
    const model = [changes].flat().reduce((changing, change) => change(changing), healthyInCluster);
    return { when, model, azure: { ...azureSide, ...azure }, status, ...more };
  };

export const pass = rowOf("pass");
export const warn = rowOf("warn");
export const fail = rowOf("fail");
export const notAssessed = rowOf("notAssessed");
export const notApplicable = rowOf("notApplicable");
