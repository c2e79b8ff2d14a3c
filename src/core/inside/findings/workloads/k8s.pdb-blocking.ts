// k8s.pdb-blocking: a disruption budget that lets no pod go keeps a node from being drained, and so an upgrade.

import type { Outcome } from "../../../outcome/check.ts";
import { type Columns, columns } from "../../../outcome/columns.ts";
import { advise, fail, pass } from "../../../outcome/outcomes.ts";
import type { Budget } from "../../model.ts";
import { defineFinding } from "../define-finding.ts";

/** `namespace/name`. */
export type BudgetsFact = Readonly<
  { is: "noneBlocks" } | { is: "blocks"; budgets: readonly string[]; blocksNow: boolean }
>;

const lineOf = ({ namespace, name, healthy, wanted }: Budget): Columns =>
  columns([namespace, name].join("/"), [healthy, wanted].join("/"));

export const blockingBudgets = defineFinding({
  id: "k8s.pdb-blocking",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/error-codes/poddrainfailure-error",
  needs: ["budgets"],
  after: ["k8s.pending-pods", "k8s.crashloop"],
  evaluate: ({ budgets }, { azure: { isChanging } }): Outcome<BudgetsFact> => {
    const blocking = budgets.filter(({ expected }) => expected > 0);
    if (blocking.length === 0) return pass({ is: "noneBlocks" });
    const names = blocking.map(({ namespace, name }) => `${namespace}/${name}`);
    const fact = { is: "blocks" as const, budgets: names, blocksNow: isChanging };
    const more = { evidence: blocking.slice(0, 10).map(lineOf) };
    return isChanging ? fail(fact, more) : advise(fact, more);
  },
});
