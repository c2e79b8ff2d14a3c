// P13: the run command. Azure starts kubectl inside the cluster, so no network path is needed.
import { tellerOf } from "../../finding/walks.ts";
import { az } from "../../repair/az.ts";
import { decidingStep } from "../../requirement/requirement.ts";
import { stopAt } from "../../requirement/stop.ts";
import { commonChecks, type PathContext, type PathSpec, there, type Unjudged } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";

/** What the cluster itself lacks, without which its nodes may start no pod. */
function lackOf({ ofCluster, walks }: PathContext): Unjudged | null {
  const lack = ofCluster.find(({ for: whose, end }) => whose === "cluster" && end === "stopped");
  const told = lack && decidingStep(lack);
  if (!lack || !told) return null;
  const check = tellerOf(walks, { ...told, need: lack.id });
  return {
    checks: check === null ? [] : [check],
    reason: { is: "podStopped", ...stopAt(told) },
  };
}

export const p13: PathSpec = {
  id: "P13",
  title: "Run command through Azure",
  traits: traitsOf(1, { unfit: ["interactive", "port-forward", "edit-files", "automation"] }),
  needs: [],
  hard: [
    ...commonChecks,
    "invoke.enabled",
    "invoke.permission",
    "invoke.schedulable-node",
    "invoke.identity",
    "pool.system-ready",
  ],
  // The pod runs on a node, and a node that lost the API server, or the way to its images, starts none.
  soft: [
    "pe.exists",
    "pe.connection-approved",
    "api.authorized-ip-egress",
    "api.vnetint-ilb",
    "egress.outbound-consistent",
    "egress.nat-gateway",
  ],
  works: (context) =>
    lackOf(context) ?? "Azure runs it inside the cluster; you have the right, and it is not disabled.",
  presence: () => there,
  steps: ({ cluster }) => [
    az(
      cluster.subscriptionId,
      "aks command invoke",
      "--resource-group",
      cluster.resourceGroup,
      "--name",
      cluster.name,
      "--command",
      "kubectl get pods -o wide",
    ),
  ],
};
