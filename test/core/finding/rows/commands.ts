// Rows of what the run command meets in the cluster: policies, and what a command printed.
import type { PolicyAssignment, PolicyDefinition } from "../../../../src/core/snapshot/policy-assignments.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { ids } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setCluster, setData } from "../../../fixtures/snapshot-changes.ts";
import { clusterDenied, deny } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

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
    notApplicable("no add-on", []),
    pass("nothing assigned", [addon, policies()]),
    warn("one that denies", [addon, policies(assigned())], "Read-only file systems may"),
    warn("one that denies by its assignment", [
      addon,
      policies(assigned({ effect: "deny" }, { effect: "Audit" })),
    ]),
    pass("one that audits", [addon, policies(assigned({ effect: "audit" }))]),
    pass("one that is not enforced", [addon, policies(assigned({ isEnforced: false }))]),
    pass("one of something else", [addon, policies(assigned({}, { category: "Network" }))]),
    pass("one that leaves the namespace out", [
      addon,
      policies(assigned({ excludedNamespaces: ["aks-command"] })),
    ]),
    notAssessed("one of which nobody knows what it does", [addon, policies(undefinedPolicy)], {
      says: "policyDefinitions/read",
    }),
    notAssessed("not read", [addon, deny("policyAssignments")]),
    fail("the requester was turned down", [addon, policies(assigned()), says(gatekeeper)], {
      says: "perhaps Read-only file systems",
    }),
    fail(
      "the requester was turned down by a Gatekeeper of their own",
      says(gatekeeper),
      "which one, it names",
    ),
    notApplicable("the requester's own object was turned down", says(ownApply)),
    notAssessed("denied", clusterDenied),
  ],
  "invoke.last-run": [
    notApplicable("nothing pasted", []),
    notApplicable("another text", says("no such host")),
    pass("it ended", says("command started at 10:00, finished at 10:01, exitcode=0")),
    notAssessed("it ended with an error of its own", says("finished at 10:01, exitcode=3"), "exit code 3"),
    fail(
      "its pod found no node",
      says(
        "(KubernetesPerformanceError) Failed to run command due to cluster perf issue, container command-1 in aks-command namespace did not start within 30s",
      ),
      "found no node",
    ),
    fail("a policy", says(gatekeeper), "policy"),
    notAssessed("a policy about what the command applied", says(`exitcode=1 ${ownApply}`), "exit code 1"),
    fail(
      "no right",
      says("(AuthorizationFailed) … action 'Microsoft.ContainerService/managedClusters/runcommand/action'"),
      "lack a right",
    ),
    fail("no right in Kubernetes", says("exitcode=1 Error from server (Forbidden): nodes is forbidden"), {
      says: "Kubernetes does not let you",
    }),
    fail("its image", says("ErrImagePull mcr.microsoft.com/aks/command/runtime:master"), "image"),
    fail("it is off", says("Run command is disabled for this cluster"), "switched off"),
  ],
};
