// invoke.permission: running a command and reading its result are two rights.

import { grantFix } from "../../fix/cluster.ts";
import { fail, type Outcome, pass, warn } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { isAllowed, type PermissionEntry } from "../../snapshot/rights.ts";
import { type CheckContext, defineCheck } from "../kit/define-check.ts";

const run = "Microsoft.ContainerService/managedClusters/runCommand/action";
const readResult = "Microsoft.ContainerService/managedClusters/commandResults/read";

export type MayRunFact = Readonly<
  | { is: "allowed" }
  /** Actions that are missing on the cluster. */
  | { is: "mayNotRun"; missing: readonly string[]; cluster: string }
  | { is: "mayNotRead"; missing: string; cluster: string }
>;

/** The smallest built-in roles that hold them; no single one holds just these two. */
const roleFor: Readonly<Record<string, string>> = {
  [run]: "Azure Kubernetes Service Cluster Admin Role",
  [readResult]: "Reader",
};

function rightsToRun(
  permissions: readonly PermissionEntry[],
  { clusterId, requesterObjectId }: CheckContext,
): Outcome<MayRunFact> {
  const missing = [run, readResult].filter((action) => !isAllowed(permissions, action));
  if (missing.length === 0) return pass({ is: "allowed" });
  const fix = grantFix(
    clusterId,
    requesterObjectId,
    missing.flatMap((action) => roleFor[action] ?? []),
    { is: "adminToo" },
  );
  const evidence = [...missing.map((action) => labelled("missing", action)), labelled("on", clusterId)];
  const more = { resourceId: clusterId, evidence, fix };
  const cluster = nameOf(clusterId);
  return missing.includes(run)
    ? fail({ is: "mayNotRun", missing, cluster }, more)
    : warn({ is: "mayNotRead", missing: readResult, cluster }, more);
}

export const invokePermission = defineCheck({
  id: "invoke.permission",
  severity: "high",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "azureRight",
  shownBy: "azure",
  warningLeavesOpen: true,
  source: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/containers",
  needs: ["permissions"],
  after: ["cluster.exists"],
  evaluate: ({ permissions }, context) => rightsToRun(permissions, context),
});
