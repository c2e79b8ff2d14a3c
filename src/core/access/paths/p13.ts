// P13: the run command. Azure starts kubectl inside the cluster, so no network path is needed.
import { az } from "../../repair/az.ts";
import { commonChecks, type PathSpec, there } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";

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
  works: ({ cluster: { name }, ofCluster }) =>
    ofCluster.some(({ for: whose, end }) => whose === "cluster" && end === "stopped")
      ? { checks: [], reason: `Its pod runs on a node, and ${name} lacks something that its nodes need.` }
      : "Azure runs it inside the cluster; you have the right, and it is not disabled.",
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
