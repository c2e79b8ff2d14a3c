// Rows of what the run command meets in the cluster: policies, and what a command printed.
import type { PolicyAssignment, PolicyDefinition } from "../../../../src/core/snapshot/policy-assignments.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { ids } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setCluster, setData } from "../../../fixtures/snapshot-changes.ts";
import { clusterDenied, deny } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { type Rows, row } from "./row.ts";

const definition: PolicyDefinition = { category: "Kubernetes", effect: "Deny", excludedNamespaces: [] };
const assigned = (
  patch: Partial<PolicyAssignment> = {},
  own: Partial<PolicyDefinition> = {},
): PolicyAssignment => ({
  id: `${ids.cluster}/providers/Microsoft.Authorization/policyAssignments/read-only`,
  name: "Read-only file systems",
  isEnforced: true,
  definition: collected({ ...definition, ...own }),
  ...patch,
});

const addon = setCluster({ azurePolicy: true });
const policies = (...all: readonly PolicyAssignment[]): Change => setData("policyAssignments", all);
const says =
  (symptom: string): Change =>
  (snapshot) => ({ ...snapshot, client: { symptom } });

const gatekeeper =
  '(KubernetesOperationError) Failed to run command due to kubernetes failure. details: admission webhook "validation.gatekeeper.sh" denied the request: [azurepolicy-k8sazurev3readonlyrootfilesystem]';
const ownApply =
  'Error from server (Forbidden): error when creating "api.yaml": admission webhook "validation.gatekeeper.sh" denied the request: [azurepolicy-k8sazurev2noprivilege] Privileged container is not allowed: api';
const undefinedPolicy = assigned({
  definition: unavailable("denied", "The definition could not be read.", [
    { action: "Microsoft.Authorization/policyDefinitions/read", scope: "/x" },
  ]),
});

export const commandRows: Rows = {
  "invoke.policy": [
    row("no add-on", [], "notApplicable"),
    row("nothing assigned", [addon, policies()], "pass"),
    row("one that denies", [addon, policies(assigned())], "warn", { says: "Read-only file systems may" }),
    row(
      "one that denies by its assignment",
      [addon, policies(assigned({ effect: "deny" }, { effect: "Audit" }))],
      "warn",
    ),
    row("one that audits", [addon, policies(assigned({ effect: "audit" }))], "pass"),
    row("one that is not enforced", [addon, policies(assigned({ isEnforced: false }))], "pass"),
    row("one of something else", [addon, policies(assigned({}, { category: "Network" }))], "pass"),
    row(
      "one that leaves the namespace out",
      [addon, policies(assigned({ excludedNamespaces: ["aks-command"] }))],
      "pass",
    ),
    row("one of which nobody knows what it does", [addon, policies(undefinedPolicy)], "notAssessed", {
      says: "policyDefinitions/read",
    }),
    row("not read", [addon, deny("policyAssignments")], "notAssessed"),
    row("the asker was turned down", [addon, policies(assigned()), says(gatekeeper)], "fail", {
      says: "perhaps Read-only file systems",
    }),
    row("the asker was turned down by a Gatekeeper of their own", [says(gatekeeper)], "fail", {
      says: "which one, it names",
    }),
    row("the asker's own object was turned down", [says(ownApply)], "notApplicable"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
  "invoke.last-run": [
    row("nothing pasted", [], "notApplicable"),
    row("another text", [says("no such host")], "notApplicable"),
    row("it ended", [says("command started at 10:00, finished at 10:01, exitcode=0")], "pass"),
    row("it ended with an error of its own", [says("finished at 10:01, exitcode=3")], "notAssessed", {
      says: "exit code 3",
    }),
    row(
      "its pod found no node",
      [
        says(
          "(KubernetesPerformanceError) Failed to run command due to cluster perf issue, container command-1 in aks-command namespace did not start within 30s",
        ),
      ],
      "fail",
      { says: "found no node" },
    ),
    row("a policy", [says(gatekeeper)], "fail", { says: "policy" }),
    row("a policy about what the command applied", [says(`exitcode=1 ${ownApply}`)], "notAssessed", {
      says: "exit code 1",
    }),
    row(
      "no right",
      [says("(AuthorizationFailed) … action 'Microsoft.ContainerService/managedClusters/runcommand/action'")],
      "fail",
      { says: "lack a right" },
    ),
    row(
      "no right in Kubernetes",
      [says("exitcode=1 Error from server (Forbidden): nodes is forbidden")],
      "fail",
      {
        says: "Kubernetes does not let you",
      },
    ),
    row("its image", [says("ErrImagePull mcr.microsoft.com/aks/command/runtime:master")], "fail", {
      says: "image",
    }),
    row("it is off", [says("Run command is disabled for this cluster")], "fail", { says: "switched off" }),
  ],
};
