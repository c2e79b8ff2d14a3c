// P13: the run command. Azure starts kubectl inside the cluster, so no network path is needed.
import { findingForStep } from "../finding/kit/walks.ts";
import { azIn } from "../fix/write/az.ts";
import { decidingStep, stopAt } from "../requirement/requirement.ts";
import {
  commonChecks,
  leads,
  type PathContext,
  type PathSpec,
  there,
  traitsOf,
  unjudged,
  type Works,
} from "./access-path.ts";

/** What the cluster itself lacks, without which its nodes may start no pod. */
function lackOf({ ofCluster, walks }: PathContext): Works | null {
  const lack = ofCluster.find(({ for: whose, end }) => whose === "cluster" && end === "stopped");
  const told = lack && decidingStep(lack);
  if (!lack || !told) return null;
  const check = findingForStep(walks, { ...told, need: lack.id });
  return unjudged({ is: "podStopped", ...stopAt(told) }, check === null ? [] : [check]);
}

export const runCommand: PathSpec = {
  id: "P13",
  traits: traitsOf("runCommand", 1, { unfit: ["interactive", "port-forward", "edit-files", "automation"] }),
  hard: [
    ...commonChecks,
    "invoke.enabled",
    "invoke.permission",
    "access.locks",
    "invoke.schedulable-node",
    "invoke.policy",
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
    "pool.vm-instances",
  ],
  works: (context) => lackOf(context) ?? leads({ is: "runByAzure" }),
  presence: () => there,
  steps: ({ cluster }) => [
    azIn(cluster, "aks command invoke", "--name", cluster.name, "--command", "kubectl get pods -o wide"),
  ],
};
