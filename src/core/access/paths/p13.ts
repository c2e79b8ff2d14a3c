// P13: the run command. Azure starts kubectl inside the cluster, so no network path is needed.
import { az } from "../../repair/az.ts";
import { commonChecks, type PathSpec, there } from "../path-spec.ts";

export const p13: PathSpec = {
  id: "P13",
  title: "Run command through Azure",
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
    "dns.zone-exists",
    "dns.a-record-present",
    "dns.a-record-match",
    "dns.link-cluster",
    "api.authorized-ip-egress",
    "api.vnetint-ilb",
    "api.vnetint-nsg",
    "nsg.node-egress",
    "route.default",
    "route.next-hop-alive",
    "egress.outbound-consistent",
    "egress.nat-gateway",
    "firewall.state",
  ],
  works: () => "Azure runs it inside the cluster; you have the right, and it is not disabled.",
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
